// The port to a region's event log. Two backends keep its promises and run the same contract tests: postgres/
// (PostgreSQL and CockroachDB, over libpq) and embedded/ (one SQLite file).
//
// An object and its connection belong to one thread; only cancel() may be called from another. No call blocks for
// longer than its timeout, and none throws.
#pragma once

#include "models/domain/event.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

enum class StoreFlavour { PostgreSql, CockroachDb, Embedded };
[[nodiscard]] std::string_view storeFlavourName(StoreFlavour flavour);

/// What answers at an endpoint.
struct StoreIdentity {
    StoreFlavour flavour = StoreFlavour::Embedded;
    std::string version; ///< for people: "PostgreSQL 15.20", "CockroachDB v25.2.1"
    int schemaVersion = 0;
    StoreMark mark;
    std::string databaseUser;
    RegionName primaryRegion = {}; ///< where the installation's own facts (plans) are kept
};

/// A name kept unique in a tenant, or in a region beyond all tenants, by digest: nothing personal reaches the key.
/// Releases of an append happen before what it takes, so that a name can pass from one of its aggregates to another.
struct ClaimChange {
    enum class Kind { Take, Release };
    enum class Scope { Tenant, Region };
    Kind kind = Kind::Take;
    std::string claim; ///< "user_name", …
    std::string value; ///< normalised; the store hashes it
    Scope scope = Scope::Tenant;
};

/// What happens to the tenant's row in the same transaction.
struct CreateTenant {
    std::string name;
    std::string plan;
};

struct RenameTenant {
    std::string name;
};

struct ChangeTenantPlan {
    std::string plan;
};

/// The tenant is removed: its name is free for another one. The row stays, under its id.
struct ReleaseTenantName {};

/// The tenant's log is about to be copied to another region; it stays writable. Of an active tenant only.
struct StartMove {
    std::string record; ///< moveRecordText() of it; see relocation.h
    Uuid move;
};

/// Before the decision, of this move only: the tenant stays.
struct CancelMove {
    Uuid move;
};

/// After the decision, in the new home: it opens for writers. Of this move only.
struct CompleteMove {
    Uuid move;
};

/// A change of a move that the tenant's row does not allow (any more) is TenantNotHere, and nothing is written.
using TenantChange =
    std::variant<CreateTenant, RenameTenant, ChangeTenantPlan, ReleaseTenantName, StartMove, CancelMove, CompleteMove>;

/// Events for another aggregate of the same tenant, written with those of the command's own: what follows from it.
struct FollowingEvents {
    AggregateKey aggregate;            ///< each aggregate at most once in an append
    std::int64_t expectedSequence = 0; ///< as in Append
    std::vector<NewEvent> events;      ///< at least one
    std::vector<ClaimChange> claims;   ///< owned by this aggregate
};

/// Of all aggregates of an append together. So many events with their index entries stay below the 4 MiB up to which
/// CockroachDB tracks what a transaction wrote key by key, and hold every follower's horizon back for less than a
/// second. Larger works are several appends.
constexpr std::size_t kMaxAppendEvents = 4'096;

/// One command's events: one transaction, all or nothing.
struct Append {
    RegionName region;
    TenantId tenant;
    std::int32_t epoch = 1;
    AggregateKey aggregate;
    std::int64_t expectedSequence = 0; ///< of the state that was loaded; 0: the aggregate does not exist yet
    std::vector<NewEvent> events;      ///< at least one; they get expectedSequence + 1, + 2, …
    Actor actor;
    Uuid commandId; ///< names this attempt; what settle() looks for
    std::optional<Uuid> correlationId;
    std::optional<std::string> sourceIp;
    Instant occurredAt;
    std::vector<ClaimChange> claims;
    std::optional<TenantChange> tenantChange;
    /// Written after `events`, in this order. A conflict in one of them is a conflict of the whole append.
    std::vector<FollowingEvents> following = {};
};

struct Appended {
    std::int64_t sequence = 0;  ///< of the last event of the append's own aggregate
    LogKey key;                 ///< of the last event of all: what a view waits for
    std::vector<Uuid> eventIds; ///< of all events, in the order in which they were given
};

/// The outcome of an append whose answer was lost.
struct Settlement {
    std::optional<Appended> done; ///< absent: certainly not written, and never will be
};

/// A tenant's row in one region.
struct TenantHome {
    TenantId tenant;
    std::string name;
    std::string plan;
    std::string state; ///< active, moving, fenced, arriving, moved
    std::int32_t epoch = 1;
    std::string movedTo;
};

/// A name that an aggregate takes or gives up in the course of a history.
struct HistoryClaim {
    TenantId tenant;
    AggregateId owner;
    ClaimChange change;
};

/// What insertHistory() writes, each in the order in which it happened. Refers to its owner's values.
struct HistoryBatch {
    std::span<const TenantHome> tenants = {};   ///< created where they do not exist; those that do stay as they are
    std::span<const RecordedEvent> events = {}; ///< keys are ignored: the server gives them
    std::span<const HistoryClaim> claims = {};
};

struct AggregateHistory {
    std::vector<RecordedEvent> events; ///< ascending by sequence; empty: it does not exist
};

/// A page ends early, and is full, once its payloads hold this much.
constexpr std::size_t kTailPageBytes = 16 * 1024 * 1024;

/// Whose events are asked for. The statement itself says so: what is not asked for is not sent.
/// Where a tenant has moved is read from the tenants' rows in the same snapshot as the events.
struct TenantFilter {
    enum class Kind {
        Everyone,
        Only,               ///< `tenants`
        WithoutMovedTo,     ///< all but those that have moved to one of `regions`; `tenants` stay in any case
        WithoutMovedBeyond, ///< all but those that have moved elsewhere; likewise
    };
    Kind kind = Kind::Everyone;
    std::vector<TenantId> tenants = {};
    std::vector<RegionName> regions = {};

    bool operator==(const TenantFilter&) const = default;
};

struct TailRequest {
    RegionName region;
    std::optional<LogKey> after; ///< full sort key of the last event applied; absent: from the beginning
    int limit = 8192;
    bool isWoken = false; ///< an own command was just committed: CockroachDB reads at now instead of now − lag
    TenantFilter tenants = {};
};

struct TailPage {
    std::vector<RecordedEvent> events; ///< ascending by key; every one committed and final
    bool isFull = false;               ///< there may be more below the same horizon: ask again at once
    Position
        horizon; ///< nothing below it can still appear (PostgreSQL: exclusive; CockroachDB, embedded: T, inclusive)
    Position snapshotEnd; ///< no transaction had begun at or beyond it (PostgreSQL: the next
                          ///< transaction id, which is not xmax; else the horizon)
    Instant serverTime;   ///< when the server took this sample
    /// Events whose stored position is not the one their transaction was given: CockroachDB has no column grants, so a
    /// writer can forge it there. Always empty elsewhere.
    std::vector<LogKey> misplaced;
    /// Under a tenant filter, when the page is not full: the key to go on from. Nothing that passes the filter can come
    /// any more up to it, and what does not need not be looked through again.
    std::optional<LogKey> passed = {};
};

/// Who keeps the tail from moving on: an open transaction of somebody else.
struct HorizonHolder {
    std::string description; ///< application, user, state, or the prepared transaction's name
    std::chrono::seconds age{0};
};

class EvidenceStore;
class Intake;
class Relocation;

class EventStore {
public:
    EventStore() = default;
    EventStore(const EventStore&) = delete;
    EventStore& operator=(const EventStore&) = delete;
    virtual ~EventStore() = default;

    /// Connects if need be, checks TLS, credentials, flavour, schema version and that the region exists. Errors carry
    /// "stage": name, tcp, tls, auth, database, schema, region.
    [[nodiscard]] virtual Result<StoreIdentity> connect(const RegionName& region) = 0;
    /// Round trip of the cheapest question.
    [[nodiscard]] virtual Result<std::chrono::microseconds> ping() = 0;

    /// The next events of the region's log beyond `after`, each exactly once over any sequence of calls that passes on
    /// the last key, whatever writers do meanwhile.
    [[nodiscard]] virtual Result<TailPage> readTail(const TailRequest& request) = 0;
    /// Number of live events beyond `after`, estimated where counting would be slow; for progress only.
    [[nodiscard]] virtual Result<std::int64_t> estimateBacklog(const RegionName& region,
                                                               const std::optional<LogKey>& after) = 0;
    /// Success when the log still holds `held` as it was and its horizon is not below it. LogRewound or
    /// DatabaseReplaced (context "why") otherwise. `mark` is what the replica saw first at this endpoint.
    [[nodiscard]] virtual Result<void> checkContinuity(const HeldEvent& held, const StoreMark& mark) = 0;
    [[nodiscard]] virtual Result<std::optional<HorizonHolder>> horizonHolder() = 0;

    [[nodiscard]] virtual Result<std::optional<TenantHome>> tenantHome(const RegionName& region,
                                                                       const TenantId& tenant) = 0;
    /// Keys of the plans that a tenant of the region can have, ascending.
    [[nodiscard]] virtual Result<std::vector<std::string>> plans(const RegionName& region) = 0;
    /// Makes what plans() tells of this plan agree with its events, the aggregate ("plan", key) of the tenant that is
    /// the installation itself, in its primary region. A plan without events is the installer's, and stays. Call it
    /// after each append to such an aggregate. It is a function of the log alone: it may be repeated, by anyone and at
    /// any time, and when it was lost between the append and its own commit, the next call makes good for it.
    [[nodiscard]] virtual Result<void> refreshPlan(const RegionName& primary, const std::string& key) = 0;
    [[nodiscard]] virtual Result<AggregateHistory> load(const RegionName& region, const TenantId& tenant,
                                                        const AggregateKey& aggregate) = 0;
    /// Conflict: another writer was first, nothing is written; context "aggregateType", "aggregateId", "expected" and
    /// "actual" say where. NameTaken (context "kind" where known), TenantNotHere, Refused likewise.
    /// OutcomeUnknown: call settle() with the same append, and nothing else. Busy has been retried inside already.
    [[nodiscard]] virtual Result<Appended> append(const Append& append) = 0;
    /// Makes the lost transaction final, then looks. Transient errors: not known yet, ask again; "movedTo": ask there.
    [[nodiscard]] virtual Result<Settlement> settle(const Append& append) = 0;

    /// History written with its own recorded_at (simulation, imports). Needs the mover role. Tenants named in it must
    /// exist or be created with it. One transaction; returns the events written. NameTaken, and nothing written, when
    /// another aggregate holds a name that it takes.
    [[nodiscard]] virtual Result<std::int64_t> insertHistory(const RegionName& region, const HistoryBatch& history) = 0;

    /// Unstructured records of the same regions (intake.h); the store's own, for as long as it lives.
    [[nodiscard]] virtual Intake& intake() = 0;
    /// Moving tenants between regions (relocation.h); the store's own, for as long as it lives.
    [[nodiscard]] virtual Relocation& relocation() = 0;
    /// What workstations tell each other of the trail through the region's server (evidence.h); likewise.
    [[nodiscard]] virtual EvidenceStore& evidence() = 0;

    /// Ends the running call with Cancelled. Any thread; may itself take as long as the network, so never the GUI
    /// thread.
    virtual void cancel() = 0;
    /// Drops the connection; the next call connects anew.
    virtual void disconnect() = 0;
};

/// Opens what an endpoint text names: "embedded:PATH", a libpq URL or key/value string. Nothing is connected yet.
/// `secrets` is asked for a password when the server wants one and the text, PGPASSFILE and environment have none.
class SecretSource {
public:
    SecretSource() = default;
    SecretSource(const SecretSource&) = delete;
    SecretSource& operator=(const SecretSource&) = delete;
    virtual ~SecretSource() = default;
    /// Any thread. Absent: there is none. `endpoint` is the text without secrets.
    [[nodiscard]] virtual std::optional<std::string> password(const std::string& endpoint) = 0;
};

[[nodiscard]] Result<std::unique_ptr<EventStore>> openEventStore(const std::string& endpoint,
                                                                 std::shared_ptr<SecretSource> secrets);

} // namespace muniment
