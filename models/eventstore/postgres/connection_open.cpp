// How a connection is made: parameters completed, stages watched, failures explained.
#include "models/eventstore/postgres/connect_failure.h"
#include "models/eventstore/postgres/connection.h"

#include <libpq-fe.h>
#include <poll.h>

namespace muniment::postgres {

namespace {

using Clock = std::chrono::steady_clock;

// How soon a cancel or the deadline is seen while the network is silent.
constexpr std::chrono::milliseconds kGlance{50};

/// Everything said explicitly, so that nothing comes from the environment or a default that changes.
ConnectionInfo completed(const ConnectionInfo& info) {
    ConnectionInfo complete{{"application_name", "muniment"},
                            {"client_encoding", "UTF8"},
                            {"gssencmode", "disable"},
                            {"keepalives", "1"},
                            {"keepalives_count", "3"},
                            {"keepalives_idle", "15"},
                            {"keepalives_interval", "5"},
                            {"port", "5432"},
                            {"ssl_min_protocol_version", "TLSv1.2"},
                            {"sslmode", isLocalSocket(info) ? "disable" : "verify-full"},
                            {"tcp_user_timeout", "15000"}};
    // CockroachDB before 26.1 cannot negotiate down from what newer libpq would ask for.
    if (PQlibVersion() >= 180000)
        complete["max_protocol_version"] = "3.0";
    for (const auto& [name, text] : info)
        complete[name] = text;
    complete.erase("connect_timeout"); // ours is the deadline
    complete["application_name"] = "muniment";
    std::string& options = complete["options"];
    options += (options.empty() ? "" : " ") + std::string("-c statement_timeout=") +
               std::to_string(kStatementTimeout.count()) + " -c idle_in_transaction_session_timeout=60000";
    return complete;
}

std::chrono::milliseconds connectTimeout(const ConnectionInfo& info, std::chrono::milliseconds otherwise) {
    const int seconds = std::atoi(value(info, "connect_timeout").c_str());
    return seconds > 0 ? std::chrono::seconds(seconds) : otherwise;
}

ConnectStage stageOf(ConnStatusType status, ConnectStage before) {
    switch (status) {
    case CONNECTION_STARTED:
        return ConnectStage::Tcp;
    case CONNECTION_MADE:
    case CONNECTION_SSL_STARTUP:
        return ConnectStage::Tls;
    case CONNECTION_AWAITING_RESPONSE:
        return ConnectStage::Auth;
    case CONNECTION_AUTH_OK:
    case CONNECTION_CHECK_WRITABLE:
    case CONNECTION_CHECK_TARGET:
    case CONNECTION_CHECK_STANDBY:
    case CONNECTION_CONSUME:
        return ConnectStage::Database;
    default:
        return before;
    }
}

short pollEvents(PostgresPollingStatusType polling) {
    return polling == PGRES_POLLING_READING ? POLLIN : POLLOUT;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionInfo& info, CancelSwitch& cancelSwitch,
                                                     std::chrono::milliseconds timeout) {
    forgetHostileEnvironment();
    const EnglishMessages english;
    const Deadline deadline = within(connectTimeout(info, timeout));
    const ConnectionInfo complete = completed(info);
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, text] : complete) {
        names.push_back(name.c_str());
        values.push_back(text.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<Connection> made(
        new Connection(PQconnectStartParams(names.data(), values.data(), 0), cancelSwitch));
    PGconn* connection = made->m_connection.get();
    if (connection == nullptr)
        return failure(ErrorCode::Internal, "out of memory");
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    PQsetNoticeReceiver(connection, keepNotice, made.get());

    FailedAttempt attempt;
    PostgresPollingStatusType polling = PGRES_POLLING_WRITING;
    while (PQstatus(connection) != CONNECTION_BAD && polling != PGRES_POLLING_OK && polling != PGRES_POLLING_FAILED) {
        attempt.reached = stageOf(PQstatus(connection), attempt.reached);
        pollfd socket{PQsocket(connection), pollEvents(polling), 0};
        if (::poll(&socket, 1, static_cast<int>(kGlance.count())) > 0) {
            polling = PQconnectPoll(connection);
            continue;
        }
        if (cancelSwitch.isRequested())
            return failure(ErrorCode::Cancelled, {}, {{"stage", std::string(connectStageName(attempt.reached))}});
        if (Clock::now() > deadline) {
            Error late{ErrorCode::Unreachable,
                       "no answer in time",
                       {{"stage", std::string(connectStageName(attempt.reached))}}};
            // The connection stands, but nothing speaks: a silent port, or a server that hangs.
            late.context["cause"] = attempt.reached == ConnectStage::Tcp ? "timeout" : "silent";
            return tl::unexpected(late);
        }
    }
    if (PQstatus(connection) != CONNECTION_OK) {
        attempt.message = PQerrorMessage(connection);
        attempt.needsPassword = PQconnectionNeedsPassword(connection) != 0;
        return tl::unexpected(explain(attempt));
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT);
    PQsetnonblocking(connection, 1);
    cancelSwitch.setTarget(std::shared_ptr<pg_cancel>(PQgetCancel(connection), PQfreeCancel));
    return made;
}

} // namespace muniment::postgres
