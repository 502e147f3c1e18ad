// Makes a workspace in three steps: the file, an endpoint per region, the first sync.
#pragma once

#include "models/workspace/workspace.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace muniment {

class EndpointRow;
class PasswordPrompt;

class NewWorkspaceDialog : public QDialog {
    Q_OBJECT
public:
    NewWorkspaceDialog(PasswordPrompt& passwords, QWidget* parent);
    ~NewWorkspaceDialog() override;

    /// The open workspace, once accepted; afterwards the dialog has none.
    [[nodiscard]] std::unique_ptr<Workspace> takeWorkspace();

    [[nodiscard]] QLineEdit* fileField() const { return m_file; }

    [[nodiscard]] const std::vector<EndpointRow*>& rows() const { return m_rows; }

    [[nodiscard]] QPushButton* nextButton() const { return m_next; }

    EndpointRow* addRow();
    [[nodiscard]] int step() const;

private:
    [[nodiscard]] QWidget* makeFileStep();
    [[nodiscard]] QWidget* makeRegionStep();
    [[nodiscard]] QWidget* makeSyncStep();
    void goTo(int step);
    void goOn();
    void create();
    void updateButtons();
    void showProgress();
    void chooseFile();

    PasswordPrompt& m_passwords;
    QLabel* m_stepTitle;
    QLabel* m_stepText;
    QStackedWidget* m_steps;
    QLineEdit* m_file;
    QLineEdit* m_operator;
    QVBoxLayout* m_rowPlace;
    std::vector<EndpointRow*> m_rows;
    QProgressBar* m_progress;
    QLabel* m_progressText;
    QLabel* m_error;
    QPushButton* m_back;
    QPushButton* m_next;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace muniment
