// One region of a new workspace: its name, its endpoint, and what trying it said.
#pragma once

#include "ui/start/connection_test.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace muniment {

class PasswordPrompt;

class EndpointRow : public QFrame {
    Q_OBJECT
public:
    EndpointRow(PasswordPrompt& passwords, QWidget* parent);

    [[nodiscard]] RegionName region() const;

    /// As it may be stored; empty until the endpoint's text can be read.
    [[nodiscard]] std::string endpoint() const { return m_endpoint; }

    [[nodiscard]] bool isReachable() const { return m_isReachable; }

    [[nodiscard]] QLineEdit* regionField() const { return m_region; }

    [[nodiscard]] QLineEdit* endpointField() const { return m_text; }

    [[nodiscard]] QPushButton* testButton() const { return m_test; }

    [[nodiscard]] QPushButton* installButton() const { return m_install; }

    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }

    [[nodiscard]] QString resultText() const;
    void test();
    /// Reads the fields into region() and endpoint(); a failure is shown in the row as well.
    [[nodiscard]] Result<void> read();
    /// A region the workspace has: its endpoint can change, its name not, for the file's history belongs to it.
    void setStored(const RegionName& region, const std::string& endpoint);
    /// Why the region is not followed; until the fields change.
    void showFailure(const Error& error);
    /// Nothing can be changed any more; testing still can.
    void setReadOnly();

signals:
    void changed();
    void removeChosen();

private:
    void install();
    void forgetResult();
    void takeTrial(const EndpointTrial& trial);
    void setRunning(const QString& words);

    PasswordPrompt& m_passwords;
    QLineEdit* m_region;
    QLineEdit* m_text;
    QLabel* m_stages;
    QLabel* m_result;
    QPushButton* m_test;
    QPushButton* m_install;
    QPushButton* m_remove;
    std::string m_endpoint;
    bool m_isReachable = false;
};

} // namespace muniment
