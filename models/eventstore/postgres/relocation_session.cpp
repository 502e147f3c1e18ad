#include "models/eventstore/postgres/relocation_session.h"

#include "models/eventstore/postgres/append_statement.h"
#include "models/eventstore/postgres/copy_rows.h"
#include "models/eventstore/postgres/history_claim_statements.h"
#include "models/eventstore/postgres/relocation_statements.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

constexpr std::chrono::seconds kCommitTimeout{60};
/// So long the fence waits for writers that are at it; those who come after it wait behind it, so not for long.
const char* const kFencePatience = "SET LOCAL lock_timeout = '200ms'";
/// A cut-over in one transaction keeps writers out while it is open: when its mover says nothing more, it is undone.
const char* const kCutOverPatience = "SET LOCAL idle_in_transaction_session_timeout = '10s'";

Statement plain(std::string sql) {
    return {.sql = std::move(sql), .parameters = {}};
}

Statement exclusiveLock(const TenantId& tenant) {
    return {.sql = "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended($1, 0))",
            .parameters = Parameters().text(tenant.text())};
}

/// A writer that keeps its transaction open is no failure: the next try may find it gone.
Error asBusy(Error error) {
    if (error.get("sqlstate") == "55P03")
        error.code = ErrorCode::Busy;
    return error;
}

} // namespace

std::string RelocationSession::begin() const {
    return isPostgres() ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE" : "BEGIN ISOLATION LEVEL SERIALIZABLE";
}

void RelocationSession::rollBack() {
    if (connection().isOpen() && connection().isInTransaction()) [[maybe_unused]]
        auto done = connection().runScript("ROLLBACK");
}

Result<void> RelocationSession::checkMover() {
    auto row = connection().run(moverRights());
    if (!row)
        return tl::unexpected(row.error().with("privilege", "muniment_mover"));
    if (!row->text(0, 0).starts_with("t"))
        return failure(ErrorCode::PermissionDenied, {}, {{"privilege", "muniment_mover"}});
    return {};
}

Result<std::optional<TenantPlace>> RelocationSession::place(const RegionName& region, const TenantId& tenant) {
    return m_log.place(region, tenant);
}

Result<std::vector<TenantHome>> RelocationSession::movedAway(const RegionName& region) {
    auto rows = connection().run(tenantsMovedAway(region));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<TenantHome> gone;
    for (int row = 0; row < rows->rowCount(); ++row)
        gone.push_back({TenantId(rows->text(row, 0)), rows->text(row, 1), rows->text(row, 2), "moved",
                        static_cast<std::int32_t>(rows->textInteger(row, 3)), rows->text(row, 4)});
    return gone;
}

Result<std::int64_t> RelocationSession::countEvents(const RegionName& region, const TenantId& tenant) {
    auto row = connection().run(countOfEvents(region, tenant));
    if (!row)
        return tl::unexpected(row.error());
    return row->textInteger(0, 0);
}

Result<std::int64_t> RelocationSession::countClaims(const RegionName& region, const TenantId& tenant,
                                                    const std::vector<std::string>& beside) {
    auto row = connection().run(countOfClaims(region, tenant, beside, m_log.form()));
    if (!row)
        return tl::unexpected(row.error());
    return row->textInteger(0, 0);
}

Result<TenantLogPage> RelocationSession::readTenantLog(const TenantLogRequest& request) {
    std::optional<Position> at;
    if (!request.isClosed) {
        auto time = m_log.readingTime();
        if (!time)
            return tl::unexpected(time.error());
        at = *time;
    }
    auto rows = connection().run(tenantLog(request, m_log.form(), at));
    if (!rows)
        return tl::unexpected(rows.error());
    auto events = readEventRows(*rows, m_log.form());
    if (!events)
        return tl::unexpected(events.error());
    const bool isFull = isFullPage(*events, request.limit);
    return TenantLogPage{std::move(*events), isFull};
}

Result<std::optional<TenantLogKey>> RelocationSession::lastKey(const RegionName& region, const TenantId& tenant) {
    auto row = connection().run(lastTenantKey(region, tenant));
    if (!row)
        return tl::unexpected(row.error());
    if (row->rowCount() == 0)
        return std::nullopt;
    const auto position = parsePosition(row->bytes(0, 1));
    if (!position)
        return tl::unexpected(position.error());
    return TenantLogKey{static_cast<std::int32_t>(row->textInteger(0, 0)), {*position, row->textInteger(0, 2)}};
}

Error RelocationSession::explain(const RegionName& region, const TenantId& tenant, const MoveRecord& record) {
    const auto found = place(region, tenant);
    if (!found)
        return found.error();
    Error error = tenantNotHere(tenant, *found).with("region", region.text());
    if (*found && (*found)->move && (*found)->move->move == record.move && (*found)->move->hand != record.hand)
        return error.with("takenUp", "true");
    return error;
}

Result<void> RelocationSession::change(const Statement& statement, const RegionName& region, const TenantId& tenant,
                                       const MoveRecord& record) {
    auto changed = connection().run(statement, within(kCommitTimeout));
    if (!changed) {
        const Error& error = changed.error();
        if (error.code == ErrorCode::Conflict && error.get("table").starts_with("tenants"))
            return failure(ErrorCode::NameTaken, error.detail, {{"kind", "tenant_name"}});
        return tl::unexpected(error);
    }
    if (changed->affectedRows() != 1)
        return tl::unexpected(explain(region, tenant, record));
    return {};
}

Result<void> RelocationSession::prepareArrival(const TenantHome& home, const MoveRecord& record) {
    return change(arrivingTenant(home, record), record.to, home.tenant, record);
}

Result<std::int64_t> RelocationSession::whileHeld(const RegionName& region, const MoveRecord& record,
                                                  const TenantId& tenant, const char* state, const Work& work) {
    const std::vector<Statement> opening{plain(begin()), heldTenant(region, record, tenant, state, m_log.form())};
    auto opened = connection().runTogether(opening);
    if (!opened) {
        rollBack();
        return tl::unexpected(opened.error());
    }
    if (opened->at(1).rowCount() != 1) {
        rollBack();
        return tl::unexpected(explain(region, tenant, record));
    }
    auto done = work();
    if (!done) {
        rollBack();
        return done;
    }
    if (auto committed = connection().runScript("COMMIT", within(kCommitTimeout)); !committed) {
        rollBack();
        return tl::unexpected(committed.error());
    }
    return done;
}

Result<std::int64_t> RelocationSession::insertCopies(const MoveRecord& record, std::span<const RecordedEvent> events) {
    auto inserted = connection().run(copiedEvents(record.to, events, m_log.form()), within(kCommitTimeout));
    if (!inserted)
        return tl::unexpected(inserted.error());
    return inserted->affectedRows();
}

Result<std::int64_t> RelocationSession::receive(const MoveRecord& record, const TenantId& tenant,
                                                std::span<const RecordedEvent> events) {
    if (events.empty())
        return 0;
    const auto insert = [&] { return insertCopies(record, events); };
    if (!isPostgres() || !std::ranges::all_of(events, fitsCopy))
        return whileHeld(record.to, record, tenant, "arriving", insert);
    const auto copy = [&] { return copyRelocated(connection(), record.to, events, within(kCommitTimeout)); };
    auto copied = whileHeld(record.to, record, tenant, "arriving", copy);
    // Some are there already: a mover was here before, or is at the same time.
    if (!copied && copied.error().code == ErrorCode::Conflict)
        return whileHeld(record.to, record, tenant, "arriving", insert);
    return copied;
}

std::vector<Statement> RelocationSession::claimStatements(const RegionName& region, const HashedClaims& claims) const {
    return isPostgres() ? postgresHistoryClaims(region, claims) : cockroachHistoryClaims(region, claims);
}

Result<void> RelocationSession::runAll(const std::vector<Statement>& statements) {
    for (const Statement& statement : statements)
        if (auto done = connection().run(statement, within(kCommitTimeout)); !done)
            return tl::unexpected(RegionLog::namedAsTaken(done.error()));
    return {};
}

Result<void> RelocationSession::clearClaims(const MoveRecord& record, const TenantId& tenant) {
    auto done = whileHeld(record.to, record, tenant, "arriving", [&]() -> Result<std::int64_t> {
        auto removed = connection().run(removedClaims(record.to, tenant), within(kCommitTimeout));
        if (!removed)
            return tl::unexpected(removed.error());
        return removed->affectedRows();
    });
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> RelocationSession::receiveClaims(const MoveRecord& record, const TenantId& tenant,
                                              std::span<const HistoryClaim> claims) {
    auto hashed = m_log.hashedHistoryClaims(claims);
    if (!hashed)
        return tl::unexpected(hashed.error());
    // Said again after a mover has died: what its owner holds already is given up first.
    HashedClaims renewed;
    renewed.released = hashed->released;
    renewed.released.insert(renewed.released.end(), hashed->taken.begin(), hashed->taken.end());
    renewed.taken = hashed->taken;
    auto done = whileHeld(record.to, record, tenant, "arriving", [&]() -> Result<std::int64_t> {
        if (auto ran = runAll(claimStatements(record.to, renewed)); !ran)
            return tl::unexpected(ran.error());
        return std::ssize(renewed.taken);
    });
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> RelocationSession::abandonArrival(const MoveRecord& record, const TenantId& tenant) {
    return change(abandonedTenant(record, tenant), record.to, tenant, record);
}

Result<void> RelocationSession::takeUp(const MoveRecord& record, const TenantId& tenant) {
    return change(takenUpTenant(record, tenant), record.from, tenant, record);
}

Result<void> RelocationSession::fence(const MoveRecord& record, const TenantId& tenant) {
    if (!isPostgres())
        return change(fencedTenant(record, tenant), record.from, tenant, record);
    const std::vector<Statement> statements{plain(begin()), plain(kFencePatience), exclusiveLock(tenant),
                                            fencedTenant(record, tenant), plain("COMMIT")};
    auto done = connection().runTogether(statements);
    if (!done) {
        rollBack();
        return tl::unexpected(asBusy(done.error()));
    }
    if (done->at(3).affectedRows() != 1)
        return tl::unexpected(explain(record.from, tenant, record));
    return {};
}

Result<void> RelocationSession::liftFence(const MoveRecord& record, const TenantId& tenant) {
    return change(reopenedTenant(record, tenant), record.from, tenant, record);
}

Result<void> RelocationSession::decide(const MoveRecord& record, const TenantId& tenant) {
    return change(decidedTenant(record, tenant), record.from, tenant, record);
}

Result<std::int64_t> RelocationSession::removeLeftBehind(const RegionName& region, const MoveRecord& record,
                                                         const TenantId& tenant, std::int64_t limit) {
    return whileHeld(region, record, tenant, "moved", [&]() -> Result<std::int64_t> {
        auto removed = connection().run(removedEvents(region, tenant, limit, m_log.form()), within(kCommitTimeout));
        if (!removed)
            return tl::unexpected(removed.error());
        if (removed->affectedRows() > 0)
            return removed->affectedRows();
        MoveRecord cleaned = record;
        cleaned.isCleaned = true;
        if (auto done = runAll({removedClaims(region, tenant), cleanedTenant(region, cleaned, tenant)}); !done)
            return tl::unexpected(done.error());
        return 0;
    });
}

Result<std::vector<RecordedEvent>> RelocationSession::readRest(const CutOverWithin& cutOver) {
    std::vector<RecordedEvent> rest;
    TenantLogRequest request{cutOver.record.from, cutOver.tenant, cutOver.copied, {}, 8192, true};
    for (;;) {
        auto page = readTenantLog(request);
        if (!page)
            return tl::unexpected(page.error());
        rest.insert(rest.end(), page->events.begin(), page->events.end());
        if (!page->isFull)
            return rest;
        request.after = tenantLogKeyOf(rest.back());
    }
}

Result<Appended> RelocationSession::finishWithin(const CutOverWithin& cutOver, const CutOverWithin::Work& work,
                                                 std::int64_t restCount) {
    auto claims = m_log.hashedHistoryClaims(work.claims);
    if (!claims)
        return tl::unexpected(claims.error());
    std::vector<Statement> statements{copiedWithin(work.record, cutOver.tenant, cutOver.copied, m_log.form())};
    std::ranges::move(claimStatements(work.record.to, *claims), std::back_inserter(statements));
    statements.push_back(decidedTenant(work.record, cutOver.tenant));
    if (isPostgres())
        statements.push_back(postgresAppend(work.completion, {}));
    else
        std::ranges::move(cockroachAppend(work.completion, {}, nullptr), std::back_inserter(statements));
    auto done = connection().runTogether(statements, within(kCommitTimeout));
    if (!done)
        return tl::unexpected(RegionLog::namedAsTaken(done.error()));
    if (done->at(0).affectedRows() != restCount)
        return failure(ErrorCode::Conflict, "the target holds other events than the source");
    if (done->at(done->size() - 2).affectedRows() != 1)
        return tl::unexpected(explain(work.record.from, cutOver.tenant, work.record));
    const QueryResult& rows = done->back();
    if (rows.rowCount() == 0)
        return tl::unexpected(explain(work.record.to, cutOver.tenant, work.record));
    Appended appended;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (const auto id = parseUuid(rows.bytes(row, 0)))
            appended.eventIds.push_back(*id);
        appended.key = {parsePosition(rows.bytes(row, 1)).value_or(Position{}), rows.textInteger(row, 2)};
    }
    appended.sequence = work.completion.expectedSequence + std::ssize(work.completion.events);
    return appended;
}

Result<Appended> RelocationSession::cutOverWithin(const CutOverWithin& cutOver) {
    std::vector<Statement> opening{plain(begin())};
    if (isPostgres()) {
        opening.push_back(plain(kFencePatience));
        opening.push_back(plain(kCutOverPatience));
        opening.push_back(exclusiveLock(cutOver.tenant));
    }
    opening.push_back(fencedTenant(cutOver.record, cutOver.tenant));
    auto opened = connection().runTogether(opening);
    const auto undone = [this](Error error) {
        rollBack();
        return tl::unexpected(asBusy(std::move(error)));
    };
    if (!opened)
        return undone(opened.error());
    if (opened->back().affectedRows() != 1) {
        rollBack();
        return tl::unexpected(explain(cutOver.record.from, cutOver.tenant, cutOver.record));
    }
    auto rest = readRest(cutOver);
    if (!rest)
        return undone(rest.error());
    auto work = cutOver.decide(*rest);
    if (!work)
        return undone(work.error());
    auto appended = finishWithin(cutOver, *work, std::ssize(*rest));
    if (!appended)
        return undone(appended.error());
    if (auto committed = connection().runScript("COMMIT", within(kCommitTimeout)); !committed) {
        if (connection().isOpen())
            return undone(committed.error());
        return failure(ErrorCode::OutcomeUnknown, committed.error().detail);
    }
    return appended;
}

} // namespace muniment::postgres
