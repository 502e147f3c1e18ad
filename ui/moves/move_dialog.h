// Moves an organization to another region: where to and why, what is in the way, how far it is, and the ways out.
#pragma once

#include "models/directory/organizations.h"
#include "models/items/move_job.h"
#include "ui/forms/form_dialog.h"

#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace muniment {

/// Goes when it is closed; a move that runs then stands where it is, and the dialog goes on with it when it is opened
/// again.
class MoveDialog : public FormDialog {
    Q_OBJECT
public:
    MoveDialog(Workspace& workspace, const OrgRow& org, QWidget* parent);

    [[nodiscard]] QString toldText() const;

    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }

    [[nodiscard]] QPushButton* takeBackButton() const { return m_takeBack; }

signals:
    /// The organization lives somewhere else, or stays: worth a sentence in the window.
    void ended(const QString& sentence);

private:
    enum class Stage { Looking, Choosing, Running, Stopped };

    void look();
    void start(MoveOrder::Kind kind);
    void show(const MoveOutlook& outlook);
    void show(const MoveProgress& progress);
    void showStopped(const Error& error);
    void end(const std::optional<MoveReport>& report);
    void enter(Stage stage);
    [[nodiscard]] MoveOrder orderOf(MoveOrder::Kind kind) const;
    [[nodiscard]] QString shown(const std::string& text) const;

    Workspace& m_workspace;
    OrgRow m_org;
    QLabel* m_told;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QPushButton* m_takeBack;
    std::optional<MoveRecord> m_underWay;
    Stage m_stage = Stage::Looking;
    QPointer<MoveJob> m_job;
};

} // namespace muniment
