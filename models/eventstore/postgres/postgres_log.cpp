// The log on PostgreSQL: positions are transaction ids, the horizon is the oldest of them still running.
#include "models/eventstore/postgres/append_statement.h"
#include "models/eventstore/postgres/copy_rows.h"
#include "models/eventstore/postgres/digest_statement.h"
#include "models/eventstore/postgres/history_claim_statements.h"
#include "models/eventstore/postgres/intake_statements.h"
#include "models/eventstore/postgres/postgres_tail.h"
#include "models/eventstore/postgres/region_log.h"
#include "models/eventstore/postgres/sqlstate.h"
#include "models/eventstore/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace muniment::postgres {

namespace {

// Beyond the slowest COMMIT that a server's own settings allow.
constexpr std::chrono::seconds kCommitTimeout{60};
constexpr std::chrono::minutes kHistoryTimeout{10};
constexpr std::chrono::seconds kBackendEnd{5};
// Counting further costs more than the progress bar is worth.
constexpr std::int64_t kCountAtMost = 50'000;

const std::string kIdentity = R"sql(
SELECT (SELECT value FROM muniment.meta_public WHERE key = 'schema_version'),
       (SELECT value FROM muniment.meta_public WHERE key = 'installation'),
       (SELECT value FROM muniment.meta_public WHERE key = 'system_identifier'),
       (SELECT system_identifier::text FROM pg_control_system()),
       EXISTS (SELECT 1 FROM muniment.meta_public WHERE key = 'region/' || $1::text),
       session_user,
       coalesce((SELECT value FROM muniment.meta_public WHERE key = 'primary_region'),
                (SELECT min(substr(key, 8)) FROM muniment.meta_public WHERE key LIKE 'region/%')))sql";

const std::string kHorizonHolder = R"sql(
SELECT description, age_seconds FROM (
    SELECT concat_ws(', ', nullif(application_name, ''), 'user ' || usename, 'database ' || datname, state, 'process ' || pid) AS description,
           extract(epoch FROM clock_timestamp() - xact_start)::bigint AS age_seconds, age(backend_xid) AS age_xids
      FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()
    UNION ALL
    SELECT concat_ws(', ', 'prepared transaction ' || gid, 'user ' || owner, 'database ' || database),
           extract(epoch FROM clock_timestamp() - prepared)::bigint, age(transaction)
      FROM pg_prepared_xacts) AS holders
 ORDER BY age_xids DESC LIMIT 1)sql";

class PostgresLog final : public RegionLog {
public:
    explicit PostgresLog(Session& session) : RegionLog(session, PositionForm::Integer) {}

    Result<StoreIdentity> identify(const RegionName& region) override {
        auto row = ask(kIdentity, Parameters().text(region.text()));
        if (!row)
            return tl::unexpected(row.error().with("stage", "schema"));
        auto version = checkSchema(row->text(0, 0), row->text(0, 4) == "t", region);
        if (!version)
            return tl::unexpected(version.error());
        if (row->text(0, 2) != row->text(0, 3))
            return failure(ErrorCode::NeedsRepair, {}, {{"stage", "schema"}});
        StoreIdentity identity;
        identity.flavour = StoreFlavour::PostgreSql;
        identity.version = session().version;
        identity.schemaVersion = *version;
        identity.mark = {row->text(0, 1), row->text(0, 3)};
        identity.databaseUser = row->text(0, 5);
        identity.primaryRegion = RegionName(row->text(0, 6));
        return identity;
    }

    Result<TailPage> readTail(const TailRequest& request) override { return m_tail.read(connection(), request); }

    Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) override {
        auto rows = connection().run(postgres::spanDigests(span, form()));
        return rows ? readSpanDigests(*rows) : tl::unexpected(rows.error());
    }

    Result<std::int64_t> estimateBacklog(const RegionName& region, const std::optional<LogKey>& after) override {
        const LogKey from = after.value_or(LogKey{{-1, 0}, 0});
        const std::string beyond = "FROM muniment.events AS e WHERE e.region = $1::text AND e.live AND "
                                   "(e.position, e.in_tx_order) > ($2::bigint, $3::bigint)";
        const Parameters values = Parameters().text(region.text()).integer(from.position.major).integer(from.inTxOrder);
        auto counted =
            ask("SELECT count(*) FROM (SELECT 1 " + beyond + " LIMIT " + std::to_string(kCountAtMost) + ") AS counted",
                values);
        if (!counted)
            return tl::unexpected(counted.error());
        const std::int64_t count = counted->textInteger(0, 0);
        if (count < kCountAtMost)
            return count;
        auto plan = ask("EXPLAIN (FORMAT JSON) SELECT 1 " + beyond, values);
        if (!plan)
            return tl::unexpected(plan.error());
        const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(plan->text(0, 0)));
        const double rows = json.array()
                                .at(0)
                                .toObject()
                                .value(QStringLiteral("Plan"))
                                .toObject()
                                .value(QStringLiteral("Plan Rows"))
                                .toDouble();
        return std::max(count, static_cast<std::int64_t>(rows));
    }

    Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) override {
        auto row = ask("SELECT e.event_id, e.position, e.in_tx_order, muniment.horizon(),\n"
                       "       (SELECT value FROM muniment.meta_public WHERE key = 'installation'),\n"
                       "       (SELECT system_identifier::text FROM pg_control_system()),\n"
                       "       (SELECT t.state FROM muniment.tenants AS t WHERE t.region = $1 AND t.id = $2)\n"
                       "  FROM (SELECT 1) AS one LEFT JOIN muniment.events AS e\n"
                       "    ON e.region = $1 AND e.tenant_id = $2 AND e.aggregate_type = $3 AND e.aggregate_id = $4 "
                       "AND e.sequence = $5::bigint",
                       Parameters()
                           .text(held.region.text())
                           .text(held.tenant.text())
                           .text(held.aggregate.type)
                           .text(held.aggregate.id.text())
                           .integer(held.sequence));
        if (!row)
            return tl::unexpected(row.error());
        if (!mark.installation.empty() && row->text(0, 4) != mark.installation)
            return failure(ErrorCode::DatabaseReplaced, {}, {{"why", "installation"}});
        if (!mark.systemIdentifier.empty() && row->text(0, 5) != mark.systemIdentifier)
            return failure(ErrorCode::DatabaseReplaced, {}, {{"why", "systemIdentifier"}});
        // What a tenant leaves behind when it moves away is removed.
        const bool isGone = row->isNull(0, 0);
        if (isGone && row->text(0, 6) != "moved")
            return failure(ErrorCode::LogRewound, {}, {{"why", "absent"}});
        const LogKey key{{row->textInteger(0, 1), 0}, row->textInteger(0, 2)};
        if (!isGone && (row->text(0, 0) != held.eventId.text() || key != held.key))
            return failure(ErrorCode::LogRewound, {}, {{"why", "different"}});
        if (row->textInteger(0, 3) <= held.key.position.major)
            return failure(ErrorCode::LogRewound, {}, {{"why", "horizon"}});
        return {};
    }

    Result<std::optional<HorizonHolder>> horizonHolder() override {
        auto row = ask(kHorizonHolder);
        if (!row)
            return tl::unexpected(row.error());
        if (row->rowCount() == 0)
            return std::nullopt;
        return HorizonHolder{row->text(0, 0), std::chrono::seconds(row->textInteger(0, 1))};
    }

    Result<Appended> append(const Append& append, const Promotion* promotion,
                            std::optional<LostAppend>& lost) override {
        auto claims = hashedClaims(append);
        if (!claims)
            return tl::unexpected(claims.error());
        std::vector<Statement> statements{{.sql = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", .parameters = {}}};
        if (promotion != nullptr)
            statements.push_back(intakePromotion(*promotion));
        statements.push_back(postgresAppend(append, *claims));
        auto answers = connection().runTogether(statements);
        if (answers && promotion != nullptr && answers->at(1).affectedRows() != std::ssize(promotion->records))
            answers = failure(ErrorCode::Conflict);
        if (!answers) {
            rollBack();
            return tl::unexpected(connection().isOpen() ? explainRefusal(append, promotion, answers.error())
                                                        : answers.error());
        }
        const QueryResult& rows = answers->back();
        if (rows.rowCount() == 0) { // a change of a move that the tenant's row does not allow
            rollBack();
            return tl::unexpected(explainRefusal(append, promotion, Error{ErrorCode::TenantNotHere, {}, {}}));
        }
        Appended appended;
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (const auto id = parseUuid(rows.bytes(row, 0)))
                appended.eventIds.push_back(*id);
            appended.key = {{rows.textInteger(row, 1), 0}, rows.textInteger(row, 2)};
        }
        appended.sequence = append.expectedSequence + std::ssize(append.events);
        LostAppend attempt{append.commandId, rows.text(0, 3), connection().backendPid(), session().backendStart,
                           std::chrono::steady_clock::now()};
        return commit(append, promotion, std::move(appended), std::move(attempt), lost);
    }

    Result<void> makeFinal(const Append&, const std::optional<LostAppend>& lost) override {
        return lost ? endTransaction(*lost) : waitForHorizon();
    }

    Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) override {
        const Deadline deadline = within(kHistoryTimeout);
        auto claims = hashedHistoryClaims(history.claims);
        if (!claims)
            return tl::unexpected(claims.error());
        auto begun =
            connection().runScript("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL statement_timeout = 0; "
                                   "SET LOCAL work_mem = '64MB'",
                                   deadline);
        if (!begun)
            return tl::unexpected(begun.error());
        auto written = copyHistory(connection(), region, history, deadline);
        for (const Statement& statement : postgresHistoryClaims(region, *claims)) {
            if (!written)
                break;
            if (auto changed = connection().run(statement, deadline); !changed)
                written = tl::unexpected(namedAsTaken(changed.error()));
        }
        if (!written) {
            rollBack();
            return written;
        }
        auto committed = connection().runScript("COMMIT", deadline);
        if (!committed) {
            rollBack();
            Error error = committed.error();
            if (!connection().isOpen())
                error.code = ErrorCode::OutcomeUnknown;
            return tl::unexpected(error);
        }
        return written;
    }

private:
    void rollBack() {
        if (connection().isOpen() && connection().isInTransaction()) [[maybe_unused]]
            auto done = connection().runScript("ROLLBACK");
    }

    Result<Appended> commit(const Append& append, const Promotion* promotion, Appended appended, LostAppend attempt,
                            std::optional<LostAppend>& lost) {
        auto committed = connection().runScript("COMMIT", within(kCommitTimeout));
        if (committed && committed->commandTag() == "COMMIT")
            return appended;
        if (committed)
            return failure(ErrorCode::ServerError, "the server rolled back instead of committing");
        // An answer over a living session says that the transaction was aborted; silence says nothing.
        const Error& error = committed.error();
        if (connection().isOpen() && !endsSession(error.get("sqlstate"))) {
            rollBack();
            return tl::unexpected(explainRefusal(append, promotion, error));
        }
        lost = std::move(attempt);
        return failure(ErrorCode::OutcomeUnknown, error.detail);
    }

    /// Ends our own old backend unless its transaction is final already.
    Result<void> endTransaction(const LostAppend& lost) {
        auto status = ask("SELECT pg_xact_status($1::text::xid8)", Parameters().text(lost.transactionId));
        if (status && !status->isNull(0, 0) && status->text(0, 0) != "in progress")
            return {};
        // After a crash the id may lie in the future: the backend is gone with the server, which the next answer shows.
        const Parameters backend = Parameters().integer(lost.backendPid).text(lost.backendStart);
        const std::string isThere =
            "SELECT count(*) FROM pg_stat_activity WHERE pid = $1::int AND backend_start = $2::timestamptz";
        auto ended = ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1::int AND backend_start "
                         "= $2::timestamptz",
                         backend);
        if (!ended)
            return tl::unexpected(ended.error());
        for (const Deadline deadline = within(kBackendEnd); std::chrono::steady_clock::now() < deadline;) {
            auto there = ask(isThere, backend);
            if (!there)
                return tl::unexpected(there.error());
            if (there->textInteger(0, 0) == 0)
                return {};
            if (auto waited = ask("SELECT pg_sleep(0.05)"); !waited)
                return tl::unexpected(waited.error());
        }
        return failure(ErrorCode::Timeout, "the old session has not ended yet");
    }

    /// For an append of another process: when everything that runs now has ended, so has it.
    Result<void> waitForHorizon() {
        auto end = ask("SELECT muniment.snapshot_end()");
        if (!end)
            return tl::unexpected(end.error());
        for (const Deadline deadline = within(kBackendEnd); std::chrono::steady_clock::now() < deadline;) {
            auto horizon = ask("SELECT muniment.horizon() >= $1::bigint", Parameters().text(end->text(0, 0)));
            if (!horizon)
                return tl::unexpected(horizon.error());
            if (horizon->text(0, 0) == "t")
                return {};
            if (auto waited = ask("SELECT pg_sleep(0.05)"); !waited)
                return tl::unexpected(waited.error());
        }
        return failure(ErrorCode::Timeout, "other transactions have not ended yet");
    }

    PostgresTail m_tail;
};

} // namespace

std::unique_ptr<RegionLog> makePostgresLog(Session& session) {
    return std::make_unique<PostgresLog>(session);
}

} // namespace muniment::postgres
