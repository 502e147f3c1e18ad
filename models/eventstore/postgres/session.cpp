#include "models/eventstore/postgres/session.h"

namespace muniment::postgres {

namespace {

constexpr std::string_view kSmallResultsBuffer = "-c results_buffer_size=16384";

Result<std::unique_ptr<Connection>> openWithPassword(ConnectionInfo& info, const ParsedEndpoint& endpoint,
                                                     SecretSource* secrets, CancelSwitch& cancelSwitch) {
    if (endpoint.password)
        info["password"] = *endpoint.password;
    auto connection = Connection::open(info, cancelSwitch);
    if (connection || connection.error().get("needsPassword").empty() || secrets == nullptr)
        return connection;
    const auto password = secrets->password(endpoint.text);
    if (!password || password->empty())
        return connection;
    info["password"] = *password;
    return Connection::open(info, cancelSwitch);
}

std::string describePostgres(int version) {
    return "PostgreSQL " + std::to_string(version / 10000) + "." + std::to_string(version % 10000);
}

// Positions come from cluster_logical_timestamp(), which wants SERIALIZABLE.
Result<void> prepareCockroach(Session& session) {
    auto done =
        session.connection->run({.sql = "SET default_transaction_isolation = 'serializable'", .parameters = {}});
    return done ? Result<void>() : tl::unexpected(done.error().with("stage", "database"));
}

// The guard refuses asynchronous commits, so a session whose default that is asks for more. And every statement has its
// index: just after a bulk load, without statistics, the planner would rather sort the rest of the log for each page.
Result<void> preparePostgres(Session& session) {
    auto row = session.connection->run(
        {.sql = "SELECT backend_start::text, CASE WHEN current_setting('synchronous_commit') = 'off' "
                "THEN set_config('synchronous_commit', 'on', false) END, set_config('enable_sort', 'off', false), "
                "set_config('enable_seqscan', 'off', false), set_config('enable_bitmapscan', 'off', false) "
                "FROM pg_stat_get_activity(pg_backend_pid())",
         .parameters = {}});
    if (!row)
        return tl::unexpected(row.error().with("stage", "database"));
    session.backendStart = row->text(0, 0);
    return {};
}

} // namespace

Result<Session> openSession(const ParsedEndpoint& endpoint, SecretSource* secrets, CancelSwitch& cancelSwitch) {
    auto info = parseConnectionInfo(endpoint.text);
    if (!info)
        return tl::unexpected(info.error());
    auto connection = openWithPassword(*info, endpoint, secrets, cancelSwitch);
    if (!connection)
        return tl::unexpected(connection.error());
    Session session;
    session.connection = std::move(*connection);
    const auto reported = session.connection->parameterStatus("crdb_version");
    if (!reported) {
        const int version = session.connection->serverVersion();
        session.version = describePostgres(version);
        if (version < 150000)
            return failure(ErrorCode::ServerError, session.version + " is older than PostgreSQL 15",
                           {{"stage", "database"}, {"found", session.version}});
        if (auto prepared = preparePostgres(session); !prepared)
            return tl::unexpected(prepared.error());
        return session;
    }
    session.flavour = StoreFlavour::CockroachDb;
    const auto version = parseCockroachVersion(*reported);
    if (!version || !isSupported(*version))
        return failure(ErrorCode::ServerError, "not a supported version: " + *reported,
                       {{"stage", "database"}, {"found", *reported}});
    session.cockroach = *version;
    session.version = describe(*version);
    if (session.connection->usesTls() && takesResultsBufferOption(*version)) {
        // cockroachdb.md §1.5: large results over TLS may stall libpq unless the server's buffer is small.
        std::string& options = (*info)["options"];
        options += (options.empty() ? "" : " ") + std::string(kSmallResultsBuffer);
        session.connection.reset();
        auto again = Connection::open(*info, cancelSwitch);
        if (!again)
            return tl::unexpected(again.error());
        session.connection = std::move(*again);
    }
    if (auto prepared = prepareCockroach(session); !prepared)
        return tl::unexpected(prepared.error());
    return session;
}

} // namespace muniment::postgres
