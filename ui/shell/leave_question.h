// Asked before a workspace is left in which something is not finished.
#pragma once

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace muniment {

class WorkspaceView;

/// Accepted: leave. It goes by itself once nothing is unfinished any more, and the person stays: what came of it is
/// said in the window.
class LeaveQuestion : public QDialog {
    Q_OBJECT
public:
    /// Goes with `view`.
    LeaveQuestion(const WorkspaceView& view, QWidget* parent);

    [[nodiscard]] QPushButton* stayButton() const { return m_stay; }

    [[nodiscard]] QPushButton* leaveButton() const { return m_leave; }

    /// What is shown as unfinished, and what becomes of it, line by line.
    [[nodiscard]] QString text() const;

private:
    void showUnfinished();

    const WorkspaceView& m_view;
    QVBoxLayout* m_list;
    QPushButton* m_leave;
    QPushButton* m_stay;
};

} // namespace muniment
