// Changes the regions of a CockroachDB database, a step at a time: what shall be, what has to hold, the SQL to the
// letter, what the server refused and what that means, and how far its jobs are.
#pragma once

#include "models/items/region_change_job.h"
#include "ui/forms/form_dialog.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace muniment {

/// Goes when it is closed; a change that was sent goes on in the cluster then.
class RegionChangeDialog : public FormDialog {
    Q_OBJECT
public:
    /// `region`: whose endpoint is asked, for the title.
    RegionChangeDialog(const RegionName& region, OpenChange open, QWidget* parent);

    /// What has to hold, and what to know before: a line each.
    [[nodiscard]] QString toldText() const;
    [[nodiscard]] QString sqlText() const;

    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }

signals:
    /// Worth a sentence in the window.
    void ended(const QString& sentence);

private:
    enum class Stage { Asking, Ready, Impossible, Running };

    void addFields();
    void showFields();
    void lookSoon();
    void look();
    void carryOut();
    void show(const RegionOutlook& outlook);
    void show(const ChangeProgress& progress);
    void end(const ChangeOutcome& outcome);
    void enter(Stage stage);
    void follow(RegionChangeOrder order);
    /// Absent: something is still to be typed.
    [[nodiscard]] std::optional<RegionChange> wanted() const;
    [[nodiscard]] bool isConfirmed() const;

    OpenChange m_open;
    QLabel* m_told;
    QPlainTextEdit* m_sql;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QTimer m_soon;
    QPointer<RegionChangeJob> m_job;
    std::optional<RegionPlan> m_plan;
    bool m_knowsRegions = false; ///< the cluster has told which regions its nodes stand in
    Stage m_stage = Stage::Asking;
};

} // namespace muniment
