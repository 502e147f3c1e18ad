// Shows a secret for the only time: it is kept nowhere, and gone when the dialog is closed.
#pragma once

#include "models/credentials/secret.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace muniment {

/// Opened without waiting; owns itself. Only its button closes it, so that no slip of the hand does.
class SecretDialog : public QDialog {
    Q_OBJECT
public:
    SecretDialog(const QString& title, const QString& words, Secret secret, QWidget* parent);

    void reject() override {}

    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

    [[nodiscard]] QPushButton* closeButton() const { return m_close; }

private:
    Secret m_secret;
    QPlainTextEdit* m_text;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace muniment
