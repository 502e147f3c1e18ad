// What differs between the engines, behind one interface: each statement as that engine wants it.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/evidence.h"
#include "models/eventstore/intake.h"
#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/hashed_claims.h"
#include "models/eventstore/postgres/session.h"
#include "models/eventstore/relocation.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace muniment::postgres {

/// What settle() must know of an append whose answer was lost.
struct LostAppend {
    Uuid commandId;
    std::string transactionId; ///< PostgreSQL: what RETURNING gave
    int backendPid = 0;
    std::string backendStart;
    std::chrono::steady_clock::time_point sentAt;
};

/// One server session's view of the log. Lives as long as its connection.
class RegionLog {
public:
    RegionLog(Session& session, PositionForm form) : m_session(session), m_form(form) {}

    RegionLog(const RegionLog&) = delete;
    RegionLog& operator=(const RegionLog&) = delete;
    virtual ~RegionLog() = default;

    [[nodiscard]] virtual Result<StoreIdentity> identify(const RegionName& region) = 0;
    [[nodiscard]] virtual Result<TailPage> readTail(const TailRequest& request) = 0;
    [[nodiscard]] virtual Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) = 0;
    [[nodiscard]] virtual Result<std::int64_t> estimateBacklog(const RegionName& region,
                                                               const std::optional<LogKey>& after) = 0;
    [[nodiscard]] virtual Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) = 0;
    [[nodiscard]] virtual Result<std::optional<HorizonHolder>> horizonHolder() = 0;
    /// One attempt. Sets `lost` when it fails with OutcomeUnknown. `promotion` is null, or the one whose append it is.
    [[nodiscard]] virtual Result<Appended> append(const Append& append, const Promotion* promotion,
                                                  std::optional<LostAppend>& lost) = 0;
    /// Success: no transaction of that append can still commit.
    [[nodiscard]] virtual Result<void> makeFinal(const Append& append, const std::optional<LostAppend>& lost) = 0;
    [[nodiscard]] virtual Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) = 0;

    /// A timestamp at which a log that is written to may be read; absent where the statement knows by itself.
    [[nodiscard]] virtual Result<std::optional<Position>> readingTime() { return std::optional<Position>(); }

    [[nodiscard]] Result<std::optional<TenantHome>> tenantHome(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::optional<TenantPlace>> place(const RegionName& region, const TenantId& tenant);
    [[nodiscard]] Result<std::vector<std::string>> plans();
    [[nodiscard]] Result<void> refreshPlan(const RegionName& primary, const std::string& key);
    [[nodiscard]] Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                                const AggregateKey& aggregate);
    /// What stands at the first sequence of an append that is final: the append itself, or not.
    [[nodiscard]] Result<Settlement> lookForAppend(const Append& append);
    /// Nothing stands there: it was not written, unless the tenant has moved and has taken it along.
    [[nodiscard]] Result<Settlement> notFound(const Append& append);
    /// What a history does to names, with their digests.
    [[nodiscard]] Result<HashedClaims> hashedHistoryClaims(std::span<const HistoryClaim> claims);
    /// A statement's conflict on names is NameTaken.
    [[nodiscard]] static Error namedAsTaken(Error error);

    [[nodiscard]] PositionForm form() const { return m_form; }

protected:
    [[nodiscard]] Connection& connection() const { return *m_session.connection; }

    [[nodiscard]] const Session& session() const { return m_session; }

    [[nodiscard]] Result<QueryResult> ask(std::string sql, Parameters parameters = {},
                                          Deadline deadline = within(kCallTimeout));
    /// The key that claims are hashed with; read once, and only when claims change.
    [[nodiscard]] Result<std::string> claimKey();
    /// What an append does to names, with their digests.
    [[nodiscard]] Result<HashedClaims> hashedClaims(const Append& append);
    /// A refused append's error with the facts a caller needs: whose sequence differs, where the tenant went, which
    /// name, and before all of these which record is not new.
    [[nodiscard]] Error explainRefusal(const Append& append, const Promotion* promotion, Error error);

private:
    [[nodiscard]] Result<std::vector<RecordedEvent>> eventsWhere(const std::string& condition, Parameters values);
    [[nodiscard]] Error explainConflict(const Append& append, const Error& error);
    [[nodiscard]] std::string takenClaim(const Append& append);

    Session& m_session;
    PositionForm m_form;
    std::string m_claimKey;
};

[[nodiscard]] std::unique_ptr<RegionLog> makePostgresLog(Session& session);
[[nodiscard]] std::unique_ptr<RegionLog> makeCockroachLog(Session& session);

/// Whether there may be more below the same horizon: as many rows, or as many bytes, as a page takes.
[[nodiscard]] bool isFullPage(const std::vector<RecordedEvent>& events, int limit);

/// Schema version and region, as every connect checks them.
[[nodiscard]] Result<int> checkSchema(const std::string& version, bool hasRegion, const RegionName& region);

} // namespace muniment::postgres
