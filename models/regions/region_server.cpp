#include "models/regions/region_server.h"

#include "models/eventstore/endpoint.h"

#include <algorithm>
#include <libpq-fe.h>

namespace muniment {

namespace {

AnswerTable tableOf(const postgres::QueryResult& result) {
    std::vector<std::string> columns;
    const int count = PQnfields(result.raw());
    for (int column = 0; column < count; ++column)
        columns.emplace_back(PQfname(result.raw(), column));
    std::vector<AnswerTable::Row> rows;
    for (int row = 0; row < result.rowCount(); ++row) {
        AnswerTable::Row cells;
        for (int column = 0; column < count; ++column)
            cells.push_back(result.isNull(row, column) ? std::nullopt : std::optional(result.text(row, column)));
        rows.push_back(std::move(cells));
    }
    return {std::move(columns), std::move(rows)};
}

// An unavailable range answers 40003 also to a read (reference §2.1); what is asked here changes nothing.
Error adjusted(Error error) {
    if (error.get("cause") == "rangeUnavailable" && error.code == ErrorCode::OutcomeUnknown)
        error.code = ErrorCode::RegionUnavailable;
    return error;
}

// Beyond the server's own timeout, so that it speaks first and the connection stays usable.
constexpr std::chrono::milliseconds kMargin{1'000};

} // namespace

Result<std::unique_ptr<RegionServer>>
RegionServer::open(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets, Clock::time_point end) {
    const auto endpoint = parseEndpoint(region.endpoint);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (endpoint->isEmbedded)
        return failure(ErrorCode::InvalidInput, "an embedded store is no server", {{"field", "endpoint"}});
    std::unique_ptr<RegionServer> server(new RegionServer(region, end));
    auto session = postgres::openSession(*endpoint, secrets.get(), server->m_switch);
    if (!session)
        return tl::unexpected(session.error().with("region", region.region.text()));
    server->m_session = std::move(*session);
    if (auto set = server->setTimeout(kQuestionTimeout); !set)
        return tl::unexpected(set.error().with("region", region.region.text()));
    return server;
}

Result<void> RegionServer::setTimeout(std::chrono::milliseconds timeout) {
    auto set = run({.sql = "SET statement_timeout = " + std::to_string(timeout.count()), .parameters = {}}, m_end);
    return set ? Result<void>() : tl::unexpected(set.error());
}

Result<AnswerTable> RegionServer::run(const postgres::Statement& statement, Clock::time_point end) {
    if (Clock::now() >= end)
        return failure(ErrorCode::Timeout, "no time is left to ask", {{"region", m_region.region.text()}});
    auto result = m_session.connection->run(statement, end);
    if (!result)
        return tl::unexpected(adjusted(result.error()).with("region", m_region.region.text()));
    return tableOf(*result);
}

Result<AnswerTable> RegionServer::ask(const postgres::Statement& statement) {
    return run(statement, std::min(m_end, Clock::now() + kQuestionTimeout + kMargin));
}

Result<AnswerTable> RegionServer::askPatiently(const postgres::Statement& statement) {
    if (auto set = setTimeout(std::chrono::milliseconds(0)); !set)
        return tl::unexpected(set.error());
    auto result = m_session.connection->run(statement, m_end);
    if (!result) // what it changed or not is the caller's question
        return tl::unexpected(result.error().with("region", m_region.region.text()));
    auto table = tableOf(*result);
    if (auto set = setTimeout(kQuestionTimeout); !set)
        return tl::unexpected(set.error());
    return table;
}

} // namespace muniment
