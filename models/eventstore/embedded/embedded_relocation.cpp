#include "models/eventstore/embedded/embedded_relocation.h"

#include "models/base/clock.h"
#include "models/eventstore/embedded/embedded_append.h"
#include "models/eventstore/embedded/embedded_log.h"
#include "models/eventstore/embedded/event_rows.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace muniment {

namespace {

void bindTexts(SQLite::Statement& statement, int first, const std::vector<std::string>& values) {
    for (const std::string& value : values)
        statement.bind(first++, value);
}

std::int64_t countOf(SQLite::Database& database, const char* sql, std::int64_t region, const TenantId& tenant) {
    SQLite::Statement query(database, sql);
    query.bind(1, region);
    query.bind(2, tenant.text());
    query.executeStep();
    return query.getColumn(0).getInt64();
}

} // namespace

tl::unexpected<Error> EmbeddedRelocation::notHere(const RegionName& region, const TenantId& tenant) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    auto refused = checkHome(readTenantHome(m_connection.database(), *number, tenant), tenant, -1);
    return tl::unexpected(refused.error().with("region", region.text()));
}

Result<std::optional<TenantPlace>> EmbeddedRelocation::place(const RegionName& region, const TenantId& tenant) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    const auto home = readTenantHome(m_connection.database(), *number, tenant);
    if (!home)
        return std::nullopt;
    SQLite::Statement query(m_connection.database(), "SELECT move_record FROM tenants WHERE region = ? AND id = ?");
    query.bind(1, *number);
    query.bind(2, tenant.text());
    TenantPlace found{*home, {}};
    if (query.executeStep() && !query.getColumn(0).isNull())
        found.move = parseMoveRecord(query.getColumn(0).getString());
    return found;
}

Result<std::vector<TenantHome>> EmbeddedRelocation::movedAway(const RegionName& region) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement rows(m_connection.database(), "SELECT id, name, plan, state, epoch, moved_to FROM tenants"
                                                    " WHERE region = ? AND state = 'moved' ORDER BY id");
    rows.bind(1, *number);
    std::vector<TenantHome> gone;
    while (rows.executeStep())
        gone.push_back({TenantId(rows.getColumn(0).getString()), rows.getColumn(1).getString(),
                        rows.getColumn(2).getString(), rows.getColumn(3).getString(), rows.getColumn(4).getInt(),
                        rows.getColumn(5).getString()});
    return gone;
}

Result<std::int64_t> EmbeddedRelocation::countEvents(const RegionName& region, const TenantId& tenant) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    return countOf(m_connection.database(),
                   "SELECT count(*) FROM aggregates g JOIN events e ON e.aggregate = g.a WHERE g.region = ? AND "
                   "g.tenant_id = ?",
                   *number, tenant);
}

Result<std::int64_t> EmbeddedRelocation::countClaims(const RegionName& region, const TenantId& tenant) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    return countOf(m_connection.database(),
                   "SELECT count(*) FROM claims WHERE region = ?1 AND (tenant_id = ?2 OR (tenant_id = '' AND owner = "
                   "?2))",
                   *number, tenant);
}

Result<TenantLogPage> EmbeddedRelocation::readTenantLog(const TenantLogRequest& request) {
    const auto number = m_connection.regionNumber(request.region);
    if (!number)
        return tl::unexpected(number.error());
    // One file has one order for all epochs: that of its rows.
    SQLite::Statement query(m_connection.database(),
                            std::string("SELECT ") + kEventColumns +
                                " FROM events e CROSS JOIN aggregates g ON g.a = e.aggregate WHERE e.n > ?1 AND "
                                "g.region = ?2 AND g.tenant_id = ?3 AND e.epoch < ?4 ORDER BY e.n LIMIT ?5");
    query.bind(1, request.after ? request.after->key.inTxOrder : 0);
    query.bind(2, *number);
    query.bind(3, request.tenant.text());
    query.bind(4, request.beforeEpoch.value_or(INT32_MAX));
    query.bind(5, request.limit);
    TenantLogPage page;
    std::size_t bytes = 0;
    while (bytes < kTailPageBytes && query.executeStep()) {
        page.events.push_back(readEventRow(query));
        bytes += page.events.back().payload ? page.events.back().payload->size() : 0;
    }
    page.isFull = bytes >= kTailPageBytes || std::ssize(page.events) == request.limit;
    return page;
}

Result<std::optional<TenantLogKey>> EmbeddedRelocation::lastKey(const RegionName& region, const TenantId& tenant) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement query(m_connection.database(),
                            "SELECT e.epoch, e.position, e.n FROM aggregates g JOIN events e ON e.aggregate = g.a "
                            "WHERE g.region = ? AND g.tenant_id = ? ORDER BY e.n DESC LIMIT 1");
    query.bind(1, *number);
    query.bind(2, tenant.text());
    if (!query.executeStep())
        return std::nullopt;
    return TenantLogKey{query.getColumn(0).getInt(),
                        {{query.getColumn(1).getInt64(), 0}, query.getColumn(2).getInt64()}};
}

Result<void> EmbeddedRelocation::changeRow(const RegionName& region, const TenantId& tenant, const char* statement,
                                           const std::vector<std::string>& values) {
    const auto number = m_connection.regionNumber(region);
    if (!number)
        return tl::unexpected(number.error());
    SQLite::Statement update(m_connection.database(), statement);
    update.bind(1, *number);
    update.bind(2, tenant.text());
    bindTexts(update, 3, values);
    if (update.exec() != 1)
        return notHere(region, tenant);
    return {};
}

Result<void> EmbeddedRelocation::prepareArrival(const TenantHome& home, const MoveRecord& record) {
    const auto region = m_connection.regionNumber(record.to);
    if (!region)
        return tl::unexpected(region.error());
    WriteTransaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (const auto there = readTenantHome(m_connection.database(), *region, home.tenant); !there)
        if (auto made =
                insertTenant(m_connection.database(), *region,
                             {home.tenant, home.name, home.plan, "moved", record.epoch, {}}, systemClock().now());
            !made)
            return made;
    auto changed =
        changeRow(record.to, home.tenant,
                  "UPDATE tenants SET state = 'arriving', epoch = CAST(?3 AS INTEGER), moved_to = '', name = "
                  "?4, plan = ?5, move_record = ?6, move_id = ?7 WHERE region = ?1 AND id = ?2 AND (state = "
                  "'moved' OR (state = 'arriving' AND move_id = ?7))",
                  {std::to_string(record.epoch), home.name, home.plan, moveRecordText(record), record.move.text()});
    return changed ? transaction.commit() : changed;
}

Result<void> EmbeddedRelocation::abandonArrival(const MoveRecord& record, const TenantId& tenant) {
    WriteTransaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    auto changed =
        changeRow(record.to, tenant,
                  "UPDATE tenants SET state = 'moved', name = id, moved_to = ?4, epoch = CAST(?5 AS INTEGER) "
                  "WHERE region = ?1 AND id = ?2 AND state = 'arriving' AND move_id = ?3",
                  {record.move.text(), record.from.text(), std::to_string(record.epoch - 1)});
    return changed ? transaction.commit() : changed;
}

Result<std::int64_t> EmbeddedRelocation::noteClean(const RegionName& region, const MoveRecord& record,
                                                   const TenantId& tenant) {
    MoveRecord cleaned = record;
    cleaned.isCleaned = true;
    WriteTransaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    auto changed =
        changeRow(region, tenant,
                  "UPDATE tenants SET move_record = ?4 WHERE region = ?1 AND id = ?2 AND state = 'moved' AND "
                  "move_id = ?3",
                  {record.move.text(), moveRecordText(cleaned)});
    if (!changed)
        return tl::unexpected(changed.error());
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return 0;
}

Result<std::vector<RecordedEvent>> EmbeddedRelocation::readAll(const CutOverWithin& cutOver) {
    std::vector<RecordedEvent> all;
    TenantLogRequest request{cutOver.record.from, cutOver.tenant, cutOver.copied, {}, 65'536, true};
    for (;;) {
        auto page = readTenantLog(request);
        if (!page)
            return tl::unexpected(page.error());
        all.insert(all.end(), page->events.begin(), page->events.end());
        if (!page->isFull)
            return all;
        request.after = tenantLogKeyOf(all.back());
    }
}

Result<void> EmbeddedRelocation::changeRegion(const CutOverWithin& cutOver) {
    const auto from = m_connection.regionNumber(cutOver.record.from);
    const auto to = m_connection.regionNumber(cutOver.record.to);
    if (!from || !to)
        return tl::unexpected(!from ? from.error() : to.error());
    for (const char* sql :
         {"UPDATE events SET region = ?3, live = 0 WHERE aggregate IN (SELECT a FROM aggregates WHERE region = ?1 AND "
          "tenant_id = ?2)",
          "UPDATE aggregates SET region = ?3 WHERE region = ?1 AND tenant_id = ?2",
          "UPDATE claims SET region = ?3 WHERE region = ?1 AND (tenant_id = ?2 OR (tenant_id = '' AND owner = ?2))"}) {
        SQLite::Statement update(m_connection.database(), sql);
        update.bind(1, *from);
        update.bind(2, cutOver.tenant.text());
        update.bind(3, *to);
        try {
            update.exec();
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() == SQLITE_CONSTRAINT)
                return failure(ErrorCode::NameTaken, exception.what(), {{"kind", "domain"}});
            throw;
        }
    }
    return {};
}

Result<Appended> EmbeddedRelocation::cutOver(const CutOverWithin& cutOver) {
    WriteTransaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected(begun.error());
    const auto here = place(cutOver.record.from, cutOver.tenant);
    if (!here)
        return tl::unexpected(here.error());
    const bool isMoving =
        *here && (*here)->home.state == "moving" && (*here)->move && (*here)->move->move == cutOver.record.move;
    if (!isMoving)
        return notHere(cutOver.record.from, cutOver.tenant);
    const auto all = readAll(cutOver);
    if (!all)
        return tl::unexpected(all.error());
    const auto work = cutOver.decide(*all);
    if (!work)
        return tl::unexpected(work.error());
    if (auto changed = changeRegion(cutOver); !changed)
        return tl::unexpected(changed.error());
    if (auto decided = changeRow(work->record.from, cutOver.tenant,
                                 "UPDATE tenants SET state = 'moved', name = id, moved_to = ?3, move_record = ?4 WHERE "
                                 "region = ?1 AND id = ?2",
                                 {work->record.to.text(), moveRecordText(work->record)});
        !decided)
        return tl::unexpected(decided.error());
    auto appended = appendInside(m_connection, work->completion);
    if (!appended)
        return appended;
    if (auto committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    return appended;
}

} // namespace muniment
