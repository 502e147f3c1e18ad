// The log on CockroachDB: positions are commit timestamps, and a page is read as of a timestamp that is final.
#include "models/eventstore/postgres/append_statement.h"
#include "models/eventstore/postgres/cockroach_statements.h"
#include "models/eventstore/postgres/digest_statement.h"
#include "models/eventstore/postgres/history_claim_statements.h"
#include "models/eventstore/postgres/region_log.h"
#include "models/eventstore/postgres/sqlstate.h"

#include <limits>

namespace muniment::postgres {

namespace {

// Behind the clock by what writers need to commit, so that a read seldom has to push one aside.
constexpr std::chrono::seconds kLag{1};
constexpr std::int64_t kCountAtMost = 50'000;
constexpr std::chrono::minutes kHistoryTimeout{10};
// The server ends a statement by its own timeout: after that, and a margin for clocks and networks, none of ours runs.
constexpr std::chrono::milliseconds kLongestStatement = kStatementTimeout + std::chrono::seconds(5);

Error adjusted(Error error) {
    if (error.get("cause") == "rangeUnavailable" && error.code == ErrorCode::OutcomeUnknown)
        error.code = ErrorCode::RegionUnavailable;
    return error;
}

class CockroachLog final : public RegionLog {
public:
    explicit CockroachLog(Session& session) : RegionLog(session, PositionForm::Hlc) {}

    Result<StoreIdentity> identify(const RegionName& region) override {
        auto row = read(cockroachIdentity(region));
        if (!row)
            return tl::unexpected(row.error().with("stage", "schema"));
        auto version = checkSchema(row->text(0, 0), row->textInteger(0, 2) > 0, region);
        if (!version)
            return tl::unexpected(version.error());
        StoreIdentity identity;
        identity.flavour = StoreFlavour::CockroachDb;
        identity.version = session().version;
        identity.schemaVersion = *version;
        // The cluster's own id is behind allow_unsafe_internals from 26.1 on; the installation's has to do.
        identity.mark = {row->text(0, 1), row->text(0, 1)};
        identity.databaseUser = row->text(0, 3);
        identity.primaryRegion = RegionName(row->text(0, 4));
        return identity;
    }

    Result<TailPage> readTail(const TailRequest& request) override {
        auto at = timestamp(request.isWoken ? std::chrono::seconds(0) : kLag);
        if (!at)
            return tl::unexpected(at.error());
        TailPage page;
        page.horizon = *at;
        page.snapshotEnd = *at;
        page.serverTime = {at->major / 1000};
        // Woken at now, then not woken: the older T must not seem to rewind the log.
        if (request.after && request.after->position > *at)
            return page;
        auto rows = read(cockroachTail(request, *at));
        if (!rows)
            return tl::unexpected(rows.error());
        auto events = readEventRows(*rows, PositionForm::Hlc);
        if (!events)
            return tl::unexpected(events.error());
        for (int row = 0; row < rows->rowCount(); ++row)
            if (parsePosition(rows->bytes(row, eventColumnCount())) !=
                (*events)[static_cast<std::size_t>(row)].key.position)
                page.misplaced.push_back((*events)[static_cast<std::size_t>(row)].key);
        page.isFull = isFullPage(*events, request.limit);
        if (request.tenants.kind != TenantFilter::Kind::Everyone && !page.isFull)
            page.passed =
                std::max(request.after.value_or(LogKey{}), LogKey{*at, std::numeric_limits<std::int64_t>::max()});
        page.events = std::move(*events);
        return page;
    }

    Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) override {
        auto at = timestamp(kLag);
        if (!at)
            return tl::unexpected(at.error());
        // What was read at once may end later than that, and had its time already.
        auto rows = read(postgres::spanDigests(span, form(), std::max(*at, span.upTo.position)));
        return rows ? readSpanDigests(*rows) : tl::unexpected(rows.error());
    }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        auto at = timestamp(kLag);
        if (!at)
            return tl::unexpected(at.error());
        auto counted = read(cockroachBacklog(region, after, *at, kCountAtMost));
        if (!counted)
            return tl::unexpected(counted.error());
        const std::int64_t count = counted->textInteger(0, 0);
        if (count < kCountAtMost)
            return count;
        auto estimate =
            read({.sql = "SELECT estimated_row_count FROM [SHOW TABLES FROM muniment] WHERE table_name = 'events'",
                  .parameters = {}});
        return std::max(count, estimate && estimate->rowCount() == 1 ? estimate->textInteger(0, 0) : count);
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        auto identity =
            read({.sql = "SELECT value FROM muniment.meta_public WHERE key = 'installation'", .parameters = {}});
        auto row = read(cockroachContinuity(held));
        auto now = timestamp(std::chrono::seconds(0));
        if (!identity || !row || !now)
            return tl::unexpected(!identity ? identity.error() : !row ? row.error() : now.error());
        if (!mark.installation.empty() && (identity->rowCount() == 0 || identity->text(0, 0) != mark.installation))
            return failure(ErrorCode::DatabaseReplaced, {}, {{"why", "installation"}});
        if (*now < held.key.position)
            return failure(ErrorCode::LogRewound, {}, {{"why", "horizon"}});
        if (row->rowCount() == 0) { // what a tenant leaves behind when it moves away is removed
            auto home = tenantHome(held.region, held.tenant);
            if (!home)
                return tl::unexpected(home.error());
            return *home && (*home)->state == "moved" ? Result<void>()
                                                      : failure(ErrorCode::LogRewound, {}, {{"why", "absent"}});
        }
        const auto position = parsePosition(row->bytes(0, 1));
        if (row->text(0, 0) != held.eventId.text() || !position || *position != held.key.position ||
            row->textInteger(0, 2) != held.key.inTxOrder)
            return failure(ErrorCode::LogRewound, {}, {{"why", "different"}});
        return {};
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override { return std::nullopt; }

    Result<std::optional<Position>> readingTime() override {
        auto at = timestamp(kLag);
        if (!at)
            return tl::unexpected(at.error());
        return std::optional(*at);
    }

    Result<Appended> append(const Append& append, const Promotion* promotion,
                            std::optional<LostAppend>& lost) override {
        auto claims = hashedClaims(append);
        if (!claims)
            return tl::unexpected(claims.error());
        LostAppend attempt{append.commandId, {}, 0, {}, std::chrono::steady_clock::now()};
        const std::vector<Statement> statements = cockroachAppend(append, *claims, promotion);
        auto answers = runAppend(statements);
        if (!answers) {
            const Error& error = answers.error();
            // One implicit transaction: it may have committed unless the server has said no.
            if (connection().isOpen() && error.code != ErrorCode::OutcomeUnknown && !endsSession(error.get("sqlstate")))
                return tl::unexpected(explainRefusal(append, promotion, error));
            lost = std::move(attempt);
            return failure(ErrorCode::OutcomeUnknown, error.detail);
        }
        const QueryResult& rows = answers->back();
        if (rows.rowCount() == 0)
            return tl::unexpected(explainNothing(append, promotion));
        Appended appended;
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (const auto id = parseUuid(rows.bytes(row, 0)))
                appended.eventIds.push_back(*id);
            appended.key = {parsePosition(rows.bytes(row, 1)).value_or(Position{}), rows.textInteger(row, 2)};
        }
        appended.sequence = append.expectedSequence + std::ssize(append.events);
        return appended;
    }

    /// A fresh SERIALIZABLE read of the key follows; it decides once no statement of ours can run any more.
    Result<void> makeFinal(const Append& append, const std::optional<LostAppend>& lost) override {
        auto found = lookForAppend(append);
        if (!found)
            return tl::unexpected(adjusted(found.error()));
        if (found->done)
            return {};
        const auto since = lost ? lost->sentAt : m_openedAt;
        if (std::chrono::steady_clock::now() - since > kLongestStatement)
            return {};
        return failure(ErrorCode::Timeout, "the old statement may still be running");
    }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        auto user = read({.sql = "SELECT session_user()", .parameters = {}});
        if (!user)
            return tl::unexpected(user.error());
        auto claims = hashedHistoryClaims(history.claims);
        if (!claims)
            return tl::unexpected(claims.error());
        std::vector<Statement> statements;
        if (!history.tenants.empty())
            statements.push_back(cockroachTenants(region, history.tenants));
        std::ranges::move(cockroachHistoryClaims(region, *claims), std::back_inserter(statements));
        statements.push_back(cockroachHistory(region, history.events, user->text(0, 0)));
        if (auto longer = read({.sql = "SET statement_timeout = '600s'", .parameters = {}}); !longer)
            return tl::unexpected(longer.error());
        auto answers = connection().runTogether(statements, within(kHistoryTimeout));
        if (connection().isOpen()) [[maybe_unused]]
            auto usual = read({.sql = "SET statement_timeout = '15s'", .parameters = {}});
        if (!answers)
            return tl::unexpected(namedAsTaken(answers.error()));
        return answers->back().affectedRows();
    }

private:
    Result<QueryResult> read(const Statement& statement) {
        auto answer = connection().run(statement);
        if (!answer)
            return tl::unexpected(adjusted(answer.error()));
        return answer;
    }

    Result<Position> timestamp(std::chrono::nanoseconds lag) {
        auto row = read({.sql = cockroachClock(lag), .parameters = {}});
        if (!row)
            return tl::unexpected(row.error());
        return parsePosition(row->bytes(0, 0));
    }

    /// A single statement goes alone, so that the server retries it as one.
    Result<std::vector<QueryResult>> runAppend(const std::vector<Statement>& statements) {
        if (statements.size() > 1)
            return connection().runTogether(statements);
        auto answer = connection().run(statements.front());
        if (!answer)
            return tl::unexpected(answer.error());
        std::vector<QueryResult> answers;
        answers.push_back(std::move(*answer));
        return answers;
    }

    /// No row: the home, a predecessor or a record is not what the append expects.
    Error explainNothing(const Append& append, const Promotion* promotion) {
        auto home = tenantHome(append.region, append.tenant);
        if (!home)
            return home.error();
        const bool livesHere =
            *home && (*home)->epoch == append.epoch && ((*home)->state == "active" || (*home)->state == "moving");
        return explainRefusal(append, promotion,
                              Error{livesHere ? ErrorCode::Conflict : ErrorCode::TenantNotHere, {}, {}});
    }

    std::chrono::steady_clock::time_point m_openedAt = std::chrono::steady_clock::now();
};

} // namespace

std::unique_ptr<RegionLog> makeCockroachLog(Session& session) {
    return std::make_unique<CockroachLog>(session);
}

} // namespace muniment::postgres
