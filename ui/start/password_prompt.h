// Brings a worker's wish for a password to the GUI thread, and the person's answer back.
#pragma once

#include "models/workspace/secrets.h"

#include <QObject>

#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

class QWidget;

namespace muniment {

/// Where the program's passwords come from: what was typed, the keychain, a question. `ask` waits in the calling
/// worker; cancelAll() ends every wait, and MUST be called before workers are joined.
class PasswordPrompt : public QObject {
    Q_OBJECT
public:
    explicit PasswordPrompt(QWidget* window);
    ~PasswordPrompt() override;

    /// Asked in this order: typed in this session, keychain, question.
    [[nodiscard]] std::shared_ptr<SecretSource> secrets() const { return m_secrets; }

    [[nodiscard]] SessionSecrets& typed() { return *m_typed; }

    [[nodiscard]] KeychainSecrets& keychain() { return *m_keychain; }

    /// A new workspace may ask again, also for what was left unanswered.
    void reset();
    void cancelAll();

private:
    struct Question {
        std::string endpoint;
        std::promise<std::optional<std::string>> answer;
        bool isAnswered = false;
    };

    std::optional<std::string> ask(const std::string& endpoint);
    void open(const std::shared_ptr<Question>& question);
    void answer(const std::shared_ptr<Question>& question, std::optional<std::string> password);

    QWidget* m_window;
    std::shared_ptr<SessionSecrets> m_typed;
    std::shared_ptr<KeychainSecrets> m_keychain;
    std::shared_ptr<SecretSource> m_secrets;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Question>> m_open;
    bool m_isClosed = false;
};

} // namespace muniment
