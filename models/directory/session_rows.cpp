#include "models/directory/session_rows.h"

#include "models/directory/named_entities.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>

namespace muniment::directory {

namespace {

struct At {
    enum { Id, Tenant, TenantName, Region, User, UserName, First, Authenticated, Ended, Sequence };
};

const std::string& rowStatement() {
    static const std::string sql = R"(
SELECT v.id, (SELECT id FROM tenants WHERE code = v.tenant), )" +
                                   tenantName() + ",\n       " + homeName() +
                                   R"(, (SELECT id FROM aggregates WHERE code = s.user), )" + userNameOf("s.user") +
                                   R"(,
       s.from_n, s.from_n + s.authenticated, s.from_n + s.ended, v.last_sequence
  FROM session_spans AS s CROSS JOIN aggregates AS v ON v.code = s.entity
 WHERE s.from_n = :n)";
    return sql;
}

} // namespace

RunBounds boundsWithin(Snapshot& snapshot, std::optional<Moment> asOf) {
    auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return std::move(*bounds);
}

SessionRows::SessionRows(Snapshot& snapshot, std::optional<Moment> asOf)
    : m_snapshot(snapshot),
      m_bounds(boundsWithin(snapshot, asOf)),
      m_row(snapshot.database(), rowStatement()) {
    Binder(m_row).optionalBytes(":bounds", boundsOf(snapshot, asOf));
}

std::vector<SessionRow> SessionRows::read(const std::vector<std::int64_t>& numbers) {
    std::vector<SessionRow> rows;
    rows.reserve(numbers.size());
    for (const std::int64_t n : numbers) {
        Binder(m_row).integer(":n", n);
        if (m_row.executeStep())
            rows.push_back(rowAt());
        m_row.reset();
    }
    return rows;
}

SessionRow SessionRows::rowAt() {
    SessionRow row;
    row.id = idAt(m_row, At::Id);
    row.tenant = TenantId(textAt(m_row, At::Tenant));
    row.tenantName = textAt(m_row, At::TenantName);
    row.region = RegionName(textAt(m_row, At::Region));
    row.user = AggregateId(textAt(m_row, At::User));
    row.userName = textAt(m_row, At::UserName);
    row.sequence = m_row.getColumn(At::Sequence).getInt64();
    row.number = {m_row.getColumn(At::First).getInt64()};
    row.begun = m_snapshot.loggedAt(row.number).value_or(Instant{});
    row.lastSeen = row.begun;
    if (const auto authenticated = timeInside(At::Authenticated)) {
        row.isAuthenticated = true;
        row.lastSeen = *authenticated;
    }
    row.ended = timeInside(At::Ended);
    row.lastSeen = row.ended.value_or(row.lastSeen);
    tellClient(row);
    return row;
}

std::optional<Instant> SessionRows::timeInside(int column) {
    if (m_row.getColumn(column).isNull())
        return std::nullopt;
    const EventNumber n{m_row.getColumn(column).getInt64()};
    return m_bounds.holds(n) ? m_snapshot.loggedAt(n) : std::nullopt;
}

void SessionRows::tellClient(SessionRow& row) {
    const auto first = m_snapshot.event(row.number);
    if (!first)
        throw sqlite::Failure(first.error());
    const auto decoded = decodeSessionEvent(first->type, first->payload);
    const auto* const added = decoded ? std::get_if<SessionAdded>(&*decoded) : nullptr;
    if (added == nullptr)
        return;
    row.os = added->os;
    row.browser = added->browser;
    row.country = added->country;
}

} // namespace muniment::directory
