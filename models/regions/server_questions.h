// Whoever answers statements about one server: a session with it, or a script in a test.
#pragma once

#include "models/eventstore/postgres/query_result.h"
#include "models/regions/answer_table.h"

#include <string>
#include <vector>

namespace muniment {

class ServerQuestions {
public:
    ServerQuestions() = default;
    ServerQuestions(const ServerQuestions&) = delete;
    ServerQuestions& operator=(const ServerQuestions&) = delete;
    virtual ~ServerQuestions() = default;

    /// One statement in a transaction of its own. Blocks no longer than the answerer's own timeout.
    [[nodiscard]] virtual Result<AnswerTable> ask(const postgres::Statement& statement) = 0;
    /// What the server said beside its answers since the last call.
    [[nodiscard]] virtual std::vector<std::string> notices() = 0;
};

/// A fact that could not be learned, and why.
struct UnknownFact {
    std::string fact;      ///< a name of ours: "survivalGoal", "copies"
    std::string privilege; ///< what the database user lacks; empty when the reason is another one
    Error error;
};

/// Learns fact after fact: what is refused is written down with the privilege that it takes, and the rest goes on.
class Inquiry {
public:
    explicit Inquiry(ServerQuestions& server) : m_server(server) {}

    /// Puts what `read` makes of the answer into `into`. False when it stays unknown.
    template <class T, class Read>
    bool learn(const char* fact, const char* privilege, const postgres::Statement& statement, Read read, T& into) {
        auto answer = m_server.ask(statement);
        if (!answer)
            return miss(fact, privilege, answer.error());
        auto value = read(*answer);
        if (!value)
            return miss(fact, privilege, value.error());
        into = std::move(*value);
        return true;
    }

    /// Always false.
    bool miss(const char* fact, const char* privilege, const Error& error);

    [[nodiscard]] ServerQuestions& server() const { return m_server; }

    [[nodiscard]] std::vector<UnknownFact> takeUnknown() { return std::move(m_unknown); }

private:
    ServerQuestions& m_server;
    std::vector<UnknownFact> m_unknown;
};

} // namespace muniment
