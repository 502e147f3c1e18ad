// A CockroachDB that answers from a family's golden answers, as far as it lets itself be asked.
#pragma once

#include "models/regions/server_questions.h"
#include "tests/residency/golden_text.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace muniment::test {

/// Thread-safe but for onAsk() and asked().
class ScriptedCluster final : public ServerQuestions {
public:
    explicit ScriptedCluster(const QString& family);

    /// The section that a statement is answered from: "survivalGoal"; empty for one that nobody knows.
    [[nodiscard]] static std::string sectionOf(const std::string& sql);

    [[nodiscard]] Result<AnswerTable> ask(const postgres::Statement& statement) override;

    [[nodiscard]] std::vector<std::string> notices() override { return std::exchange(m_notices, {}); }

    /// From now on the section is refused with this error.
    void refuse(const std::string& section, const Error& error) {
        const std::lock_guard lock(m_mutex);
        m_refused[section] = error;
    }

    void allow(const std::string& section) {
        const std::lock_guard lock(m_mutex);
        m_refused.erase(section);
    }

    /// `section` may be a statement's whole text.
    void answer(const std::string& section, AnswerTable answer) {
        const std::lock_guard lock(m_mutex);
        m_answers[section] = std::move(answer);
    }

    void say(const std::string& notice) { m_notices.push_back(notice); }

    /// Called before each statement is answered.
    void onAsk(std::function<void(const std::string& section)> call) { m_onAsk = std::move(call); }

    [[nodiscard]] const std::vector<std::string>& asked() const { return m_asked; }

private:
    std::mutex m_mutex;
    std::map<std::string, AnswerTable> m_answers;
    std::map<std::string, Error> m_refused;
    std::vector<std::string> m_notices;
    std::vector<std::string> m_asked;
    std::function<void(const std::string&)> m_onAsk;
};

[[nodiscard]] Error permissionDenied();

} // namespace muniment::test
