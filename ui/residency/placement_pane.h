// Whether every organization's data lie where they may: declared and actual side by side, what was found, and what
// cannot be proven.
#pragma once

#include "models/base/instant.h"
#include "models/items/clock_zone.h"
#include "models/items/copy_as.h"
#include "models/regions/placement_round.h"
#include "ui/export/export_offer.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class TextRowsModel;
class WaitingStrip;
class Workspace;

/// What was found is kept with the workspace, for the passports; not in a file that is open for reading only.
class PlacementPane : public QWidget {
    Q_OBJECT
public:
    PlacementPane(Workspace& workspace, const ClockZone& zone, QWidget* parent);

    /// Asks every server anew, off the GUI thread.
    void ask();

    [[nodiscard]] QTableView* organizations() const { return m_organizations; }

    [[nodiscard]] QTableView* findings() const { return m_findings; }

    [[nodiscard]] QPushButton* ruleButton() const { return m_rule; }

    [[nodiscard]] QPushButton* exportButton() const { return m_export; }

    /// What came of it, in a sentence.
    [[nodiscard]] QString verdict() const;
    /// What cannot be proven, a line each.
    [[nodiscard]] QString limitsText() const;

signals:
    void exportWanted(const muniment::ExportOffer& offer);
    void failed(const muniment::Error& error);

private:
    /// Made ready where the servers were asked: there may be tens of thousands of rows.
    struct Answer {
        PlacementRound round;
        Instant at;
        TextTable organizations;
        TextTable findings;
        std::string kept; ///< as the workspace keeps it
    };

    [[nodiscard]] static Answer answerTo(const PlacementQuestion& question,
                                         const std::shared_ptr<SecretSource>& secrets);
    void layOut();
    void askServers();
    void take(Answer answer);
    void keep();
    void show();
    void openRule();
    void setRule(const TenantId& tenant, const std::set<RegionName>& allowed);
    [[nodiscard]] const TenantPlacement* chosen() const;

    Workspace& m_workspace;
    ClockZone m_zone;
    QLabel* m_verdict;
    WaitingStrip* m_waiting;
    QTableView* m_organizations;
    QTableView* m_findings;
    QLabel* m_limits;
    QPushButton* m_again;
    QPushButton* m_rule;
    QPushButton* m_export;
    TextRowsModel* m_rows;
    TextRowsModel* m_found;
    std::optional<PlacementQuestion> m_question;
    std::optional<Answer> m_answer;
    int m_round = 0; ///< answers of earlier ones are not wanted any more
};

} // namespace muniment
