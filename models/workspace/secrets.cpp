#include "models/workspace/secrets.h"

#include "models/workspace/keychain_thread.h"

namespace muniment {

KeychainSecrets::KeychainSecrets(std::chrono::milliseconds patience) : m_patience(patience) {}

KeychainSecrets::~KeychainSecrets() = default;

std::optional<std::string> KeychainSecrets::password(const std::string& endpoint) {
    auto answer = lookUp(endpoint);
    return answer.state == KeychainState::Found ? std::optional(std::move(answer.password)) : std::nullopt;
}

KeychainAnswer KeychainSecrets::lookUp(const std::string& endpoint) {
    const std::lock_guard lock(m_mutex);
    if (m_unavailable)
        return {KeychainState::Unavailable, {}, *m_unavailable};
    auto reply = KeychainThread::instance().read(endpoint, m_patience);
    if (!reply) {
        m_unavailable = reply.error();
        return {KeychainState::Unavailable, {}, *m_unavailable};
    }
    if (!*reply)
        return {KeychainState::NoEntry, {}, {}};
    return {KeychainState::Found, std::move(**reply), {}};
}

Result<void> KeychainSecrets::keepPassword(const std::string& endpoint, const std::string& password) {
    const std::lock_guard lock(m_mutex);
    if (m_unavailable)
        return failure(ErrorCode::PermissionDenied, *m_unavailable, {{"stage", "keychain"}});
    auto kept = KeychainThread::instance().write(endpoint, password, m_patience);
    if (!kept)
        return failure(ErrorCode::PermissionDenied, kept.error(), {{"stage", "keychain"}});
    return {};
}

Result<void> KeychainSecrets::forgetPassword(const std::string& endpoint) {
    const std::lock_guard lock(m_mutex);
    if (m_unavailable)
        return failure(ErrorCode::PermissionDenied, *m_unavailable, {{"stage", "keychain"}});
    auto removed = KeychainThread::instance().remove(endpoint, m_patience);
    if (!removed)
        return failure(ErrorCode::PermissionDenied, removed.error(), {{"stage", "keychain"}});
    return {};
}

std::optional<std::string> SessionSecrets::password(const std::string& endpoint) {
    const std::lock_guard lock(m_mutex);
    const auto held = m_held.find(endpoint);
    return held == m_held.end() ? std::nullopt : std::optional(held->second);
}

void SessionSecrets::hold(const std::string& endpoint, const std::string& password) {
    const std::lock_guard lock(m_mutex);
    m_held[endpoint] = password;
}

void SessionSecrets::forget(const std::string& endpoint) {
    const std::lock_guard lock(m_mutex);
    m_held.erase(endpoint);
}

PromptSecrets::PromptSecrets(Prompt prompt) : m_prompt(std::move(prompt)) {}

std::optional<std::string> PromptSecrets::password(const std::string& endpoint) {
    // Held while a person thinks: the next connection that wants the same password waits for the answer.
    const std::lock_guard lock(m_mutex);
    const auto known = m_answers.find(endpoint);
    if (known != m_answers.end())
        return known->second;
    return m_answers[endpoint] = m_prompt(endpoint);
}

void PromptSecrets::forget(const std::string& endpoint) {
    const std::lock_guard lock(m_mutex);
    m_answers.erase(endpoint);
}

ChainedSecrets::ChainedSecrets(std::vector<std::shared_ptr<SecretSource>> sources) : m_sources(std::move(sources)) {}

std::optional<std::string> ChainedSecrets::password(const std::string& endpoint) {
    for (const auto& source : m_sources) {
        if (auto found = source->password(endpoint))
            return found;
    }
    return std::nullopt;
}

} // namespace muniment
