// The operator's name, the endpoints and the index of words of an open workspace.
#pragma once

#include "models/workspace/workspace.h"
#include "ui/start/endpoint_change_question.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace muniment {

class EndpointRow;
class PasswordPrompt;

/// Accepted once the workspace has taken what was changed. A file that is open for reading only is shown, and says why
/// nothing can be changed.
class WorkspaceSettingsDialog : public QDialog {
    Q_OBJECT
public:
    WorkspaceSettingsDialog(Workspace& workspace, PasswordPrompt& passwords, QWidget* parent);

    [[nodiscard]] QLineEdit* operatorField() const { return m_operator; }

    [[nodiscard]] QCheckBox* wordsBox() const { return m_words; }

    [[nodiscard]] const std::vector<EndpointRow*>& rows() const { return m_rows; }

    [[nodiscard]] QPushButton* applyButton() const { return m_apply; }

    [[nodiscard]] QPushButton* addButton() const { return m_add; }

    /// What stands under the regions: a failure, or why nothing can be changed.
    [[nodiscard]] QString errorText() const;

private:
    [[nodiscard]] QLayout* makeGuard();
    [[nodiscard]] QLayout* makeWords();
    [[nodiscard]] QWidget* makeRegions();
    void lock();
    EndpointRow* addRow();
    void showTrouble(const RegionStatus& status);
    void apply();
    void sendAnswered(WorkspaceChange change, const std::vector<EndpointChange>& changes, bool isReplaced);
    void send(const WorkspaceChange& change);
    void setWaiting(bool isWaiting);
    /// Regions about which the person has to be asked: another endpoint, or another database at it.
    [[nodiscard]] std::vector<EndpointChange> changesOf(const std::vector<WorkspaceRegion>& wanted) const;
    void say(const QString& text);
    [[nodiscard]] Result<std::vector<WorkspaceRegion>> wanted() const;

    Workspace& m_workspace;
    PasswordPrompt& m_passwords;
    QWidget* m_form;
    QLineEdit* m_operator;
    QCheckBox* m_words;
    QComboBox* m_guard;
    QVBoxLayout* m_rowPlace;
    std::vector<EndpointRow*> m_rows;
    QPushButton* m_add;
    QLabel* m_error;
    QPushButton* m_apply;
};

} // namespace muniment
