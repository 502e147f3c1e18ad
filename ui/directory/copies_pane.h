// Which workstations told the server of an organization's home that they hold a copy of its data.
#pragma once

#include "models/items/formats.h"
#include "models/regions/told_copies.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace muniment {

class TextRowsModel;
class WaitingStrip;
class Workspace;

/// The server is asked when a person wants that, and not by itself: details follow every step through a list.
class CopiesPane : public QWidget {
    Q_OBJECT
public:
    CopiesPane(Workspace& workspace, QWidget* parent);

    /// What was told of another organization or home is forgotten.
    void tell(const TenantId& org, const RegionName& home, const ClockZone& zone);
    /// Nobody can be asked.
    void clear();
    void retranslate();

    [[nodiscard]] QPushButton* askButton() const { return m_ask; }

    [[nodiscard]] QTableView* table() const { return m_table; }

    /// What came of it, in words; empty before.
    [[nodiscard]] QString told() const;

private:
    struct Answer {
        Result<std::vector<CopyOfTenant>> copies;
        Instant at;
    };

    void ask();
    void showAnswer();

    Workspace& m_workspace;
    QPushButton* m_ask;
    WaitingStrip* m_waiting;
    QLabel* m_words;
    QTableView* m_table;
    QLabel* m_limit;
    TextRowsModel* m_model;
    TenantId m_org;
    RegionName m_home; ///< empty: nobody can be asked
    ClockZone m_zone;
    std::optional<Answer> m_answer;
    int m_round = 0; ///< answers of earlier ones are not wanted any more
};

} // namespace muniment
