// One libpq connection: non-blocking underneath, so that every call keeps its deadline and can be cancelled.
#pragma once

#include "models/base/result.h"
#include "models/eventstore/postgres/cancel_switch.h"
#include "models/eventstore/postgres/connection_info.h"
#include "models/eventstore/postgres/query_result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

struct pg_conn;

namespace muniment::postgres {

using Deadline = std::chrono::steady_clock::time_point;

[[nodiscard]] inline Deadline within(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

inline constexpr std::chrono::milliseconds kConnectTimeout{10'000};
/// What the server allows a statement; our own deadlines lie beyond it, so that normally the server speaks first.
inline constexpr std::chrono::milliseconds kStatementTimeout{15'000};
inline constexpr std::chrono::milliseconds kCallTimeout{20'000};

/// Belongs to one thread. After an error of the connection itself isOpen() is false, and nothing but the destructor
/// makes sense.
class Connection {
public:
    /// `info` with password if there is one; a context "needsPassword" on AuthenticationFailed says that the server
    /// asked for one and none was found. Errors carry "stage": name, tcp, tls, auth or database.
    [[nodiscard]] static Result<std::unique_ptr<Connection>>
    open(const ConnectionInfo& info, CancelSwitch& cancelSwitch, std::chrono::milliseconds timeout = kConnectTimeout);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] bool usesTls() const;
    /// A value the server reported when the session began, e.g. "crdb_version"; absent when it did not.
    [[nodiscard]] std::optional<std::string> parameterStatus(const char* name) const;
    [[nodiscard]] int serverVersion() const;
    [[nodiscard]] int backendPid() const;
    /// What the server said beside its answers since the last call, oldest first; no more than the last 32.
    [[nodiscard]] std::vector<std::string> takeNotices();

    [[nodiscard]] Result<QueryResult> run(const Statement& statement, Deadline deadline = within(kCallTimeout));
    /// All in one round trip and, unless one of them says BEGIN, one implicit transaction. The error is the first
    /// failing statement's, context "statement" its index; those after it have not run. `silence`: how long the server
    /// may say nothing at all; absent: as long as the deadline allows.
    [[nodiscard]] Result<std::vector<QueryResult>> runTogether(std::span<const Statement> statements,
                                                               Deadline deadline = within(kCallTimeout),
                                                               std::optional<std::chrono::milliseconds> silence = {});
    /// Several statements in one text without values; the answer is the last one's.
    [[nodiscard]] Result<QueryResult> runScript(const std::string& sql, Deadline deadline = within(kCallTimeout));

    /// COPY … FROM STDIN: begin with the statement, put bytes, end. Any error ends the copy.
    [[nodiscard]] Result<void> beginCopy(const std::string& sql, Deadline deadline);
    [[nodiscard]] Result<void> putCopy(std::string_view bytes, Deadline deadline);
    [[nodiscard]] Result<std::int64_t> endCopy(Deadline deadline);

private:
    Connection(pg_conn* connection, CancelSwitch& cancelSwitch);

    struct Finish {
        void operator()(pg_conn* connection) const;
    };

    /// Before the first bytes of a call.
    void beginWaiting();
    [[nodiscard]] Result<void> send(const Statement& statement, bool isPipelined, Deadline deadline);
    [[nodiscard]] Result<void> prepare(const Statement& statement, Deadline deadline);
    [[nodiscard]] Result<void> flush(Deadline deadline);
    /// The next result, null at the end of a statement's results.
    [[nodiscard]] Result<pg_result*> next(Deadline deadline);
    [[nodiscard]] Result<QueryResult> collect(Deadline deadline);
    [[nodiscard]] Result<std::vector<QueryResult>> runPipeline(std::span<const Statement> statements,
                                                               Deadline deadline);
    [[nodiscard]] Result<void> collectPipeline(std::vector<QueryResult>& results, Deadline deadline);
    [[nodiscard]] Result<void> wait(bool forWriting, Deadline deadline);
    [[nodiscard]] tl::unexpected<Error> lost();
    [[nodiscard]] Error faultOf(const pg_result* result) const;
    static void keepNotice(void* connection, const pg_result* result);

    std::unique_ptr<pg_conn, Finish> m_connection;
    CancelSwitch& m_switch;
    std::set<std::string> m_prepared;
    std::chrono::milliseconds m_slice{1};
    std::optional<Deadline> m_cancelGrace;
    std::optional<std::chrono::milliseconds> m_silence;
    Deadline m_heardAt;
    std::vector<std::string> m_notices;
    bool m_isAbandoned = false;
};

} // namespace muniment::postgres
