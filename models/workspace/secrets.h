// Where passwords come from: the desktop's keychain, what was typed in this session, a prompt. None is ever written to
// a file, a log or an argument list, and nothing falls back to a store that is not encrypted.
#pragma once

#include "models/eventstore/event_store.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// The keychain's answer, absence told apart from failure.
enum class KeychainState {
    Found,
    NoEntry,
    Unavailable, ///< no keychain service, locked, or it did not answer in time
};

struct KeychainAnswer {
    KeychainState state = KeychainState::Unavailable;
    std::string password; ///< when Found
    std::string detail;   ///< technical words when Unavailable
};

/// Secret Service or KWallet through QtKeychain; service "muniment", key = the endpoint's text without secrets. Every
/// call ends within `patience`; a keychain that did not answer once is not asked again by this object. Thread-safe.
/// Needs a QCoreApplication.
class KeychainSecrets : public SecretSource {
public:
    explicit KeychainSecrets(std::chrono::milliseconds patience = std::chrono::seconds(2));
    ~KeychainSecrets() override;

    [[nodiscard]] std::optional<std::string> password(const std::string& endpoint) override;
    [[nodiscard]] KeychainAnswer lookUp(const std::string& endpoint);
    /// Keeps the password the user gave. PermissionDenied with context "stage" = "keychain" when there is no keychain
    /// to keep it in; nothing is written elsewhere then.
    [[nodiscard]] Result<void> keepPassword(const std::string& endpoint, const std::string& password);
    [[nodiscard]] Result<void> forgetPassword(const std::string& endpoint);

private:
    std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::optional<std::string> m_unavailable; ///< why it is not asked again
};

/// Passwords typed in this session, for as long as the process lives. Thread-safe.
class SessionSecrets : public SecretSource {
public:
    [[nodiscard]] std::optional<std::string> password(const std::string& endpoint) override;
    void hold(const std::string& endpoint, const std::string& password);
    void forget(const std::string& endpoint);

private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_held;
};

/// Asks a person, one question at a time however many connections want it, and remembers the answer (also "none") until
/// forget(). The function is called on the thread that needs the password; a window brings the question to its own.
class PromptSecrets : public SecretSource {
public:
    using Prompt = std::function<std::optional<std::string>(const std::string& endpoint)>;
    explicit PromptSecrets(Prompt prompt);

    [[nodiscard]] std::optional<std::string> password(const std::string& endpoint) override;
    /// After a wrong password: the next need asks again.
    void forget(const std::string& endpoint);

private:
    Prompt m_prompt;
    std::mutex m_mutex;
    std::map<std::string, std::optional<std::string>> m_answers;
};

/// Asks its sources in order; the first that has a password answers. Thread-safe when they are.
class ChainedSecrets : public SecretSource {
public:
    explicit ChainedSecrets(std::vector<std::shared_ptr<SecretSource>> sources);

    [[nodiscard]] std::optional<std::string> password(const std::string& endpoint) override;

private:
    std::vector<std::shared_ptr<SecretSource>> m_sources;
};

} // namespace muniment
