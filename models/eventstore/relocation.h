// Moving a tenant's log from one region to another: what each side does. The order of the steps, and what makes them
// safe to end and to repeat, is models/regions/tenant_move.h.
//
// A tenant's row says how far its move has come:
//   source  active -> moving -> fenced -> moved        the last step is the decision: one conditional update
//   target  (none or moved) -> arriving -> active
// Every change names the move and is refused where the row says otherwise. Both rows also keep whose hand the move is
// in: each run that takes it up draws a new one, and what an earlier run still tries is refused, so that a mover that
// was thought dead and comes back does no harm, nor do two at once.
#pragma once

#include "models/eventstore/event_store.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace muniment {

/// What the rows of both regions keep of a move. Instants are the mover's clock.
struct MoveRecord {
    Uuid move;
    Uuid hand; ///< of the run that carries it out
    RegionName from;
    RegionName to;
    std::int32_t epoch = 0; ///< that begins in the new home
    Actor actor;
    std::string reason;
    std::optional<Instant> startedAt, copiedAt, fencedAt, decidedAt;
    std::int64_t events = 0; ///< of all epochs before; once decided
    std::string digest;      ///< of these, as LogDigest has it; once decided
    bool isCleaned = false;  ///< the source's copy is gone

    bool operator==(const MoveRecord&) const = default;
};

/// Canonical JSON.
[[nodiscard]] std::string moveRecordText(const MoveRecord& record);
/// Absent where the text is none that moveRecordText() makes.
[[nodiscard]] std::optional<MoveRecord> parseMoveRecord(const std::string& text);

/// A tenant's row in one region, with the move it tells of: one under way, or the last one.
struct TenantPlace {
    TenantHome home;
    std::optional<MoveRecord> move;
};

/// What a writer or a mover is told that was refused: context "state", "epoch", "movedTo", and of a fenced tenant
/// "movingTo", "fencedAt" and "by".
[[nodiscard]] Error tenantNotHere(const TenantId& tenant, const std::optional<TenantPlace>& place);

/// Order of a tenant's whole log.
struct TenantLogKey {
    std::int32_t epoch = 0;
    LogKey key;

    auto operator<=>(const TenantLogKey&) const = default;
};

[[nodiscard]] inline TenantLogKey tenantLogKeyOf(const RecordedEvent& event) {
    return {event.epoch, event.key};
}

struct TenantLogRequest {
    RegionName region;
    TenantId tenant;
    std::optional<TenantLogKey> after = {};
    std::optional<std::int32_t> beforeEpoch = {}; ///< only earlier epochs, which are closed
    int limit = 8192;
    /// No writer can add to it any more (a fenced tenant, a copy, a closed epoch): everything is read. Otherwise only
    /// what no transaction can still come before.
    bool isClosed = false;
};

struct TenantLogPage {
    std::vector<RecordedEvent> events; ///< ascending by TenantLogKey
    bool isFull = false;               ///< there may be more
};

/// The cut-over inside one database, as one transaction.
struct CutOverWithin {
    MoveRecord record;
    TenantId tenant;
    std::optional<TenantLogKey> copied; ///< the last event that the target has

    /// What the last events of the source lead to.
    struct Work {
        MoveRecord record;                ///< with the counts and the digest of all
        std::vector<HistoryClaim> claims; ///< what these events did to names
        Append completion;                ///< org.region.moved in the new home, with CompleteMove
    };

    /// Told the events beyond `copied`, inside the transaction.
    std::function<Result<Work>(std::span<const RecordedEvent>)> decide;
};

/// Errors as of EventStore. TenantNotHere (context "state", "movedTo"; "takenUp" when the move is in another hand)
/// where a row is not what a step wants. PermissionDenied names muniment_mover.
class Relocation {
public:
    Relocation() = default;
    Relocation(const Relocation&) = delete;
    Relocation& operator=(const Relocation&) = delete;
    virtual ~Relocation() = default;

    /// PermissionDenied (context "privilege") unless the endpoint's user may do what follows.
    [[nodiscard]] virtual Result<void> checkMover() = 0;
    [[nodiscard]] virtual Result<std::optional<TenantPlace>> place(const RegionName& region,
                                                                   const TenantId& tenant) = 0;
    /// Tenants that the region's rows say have moved away, with the epoch that ended here; or that were about to come
    /// and did not.
    [[nodiscard]] virtual Result<std::vector<TenantHome>> movedAway(const RegionName& region) = 0;
    /// Rows of the tenant's log in the region, copies and live events alike.
    [[nodiscard]] virtual Result<std::int64_t> countEvents(const RegionName& region, const TenantId& tenant) = 0;
    /// Names that the tenant and its organization hold in the region, of other kinds than `beside`.
    [[nodiscard]] virtual Result<std::int64_t> countClaims(const RegionName& region, const TenantId& tenant,
                                                           const std::vector<std::string>& beside = {}) = 0;
    [[nodiscard]] virtual Result<TenantLogPage> readTenantLog(const TenantLogRequest& request) = 0;
    /// The greatest key of the tenant's log in the region.
    [[nodiscard]] virtual Result<std::optional<TenantLogKey>> lastKey(const RegionName& region,
                                                                      const TenantId& tenant) = 0;

    // Target

    /// Makes room: the tenant's row, arriving, and the move in the record's hand. Repeating it is harmless. NameTaken
    /// (context "kind" = "tenant_name").
    [[nodiscard]] virtual Result<void> prepareArrival(const TenantHome& home, const MoveRecord& record) = 0;
    /// Writes copies of events, with all that they are but the region. Those that are there already stay. Returns how
    /// many were written.
    [[nodiscard]] virtual Result<std::int64_t> receive(const MoveRecord& record, const TenantId& tenant,
                                                       std::span<const RecordedEvent> events) = 0;
    /// Takes back what receiveClaims() has done so far: they are to be told anew, from the first event on.
    [[nodiscard]] virtual Result<void> clearClaims(const MoveRecord& record, const TenantId& tenant) = 0;
    /// What a stretch of the log did to names. NameTaken when somebody of the target holds one.
    [[nodiscard]] virtual Result<void> receiveClaims(const MoveRecord& record, const TenantId& tenant,
                                                     std::span<const HistoryClaim> claims) = 0;
    /// After a cancelled move: the target's row says that the tenant lives at the source.
    [[nodiscard]] virtual Result<void> abandonArrival(const MoveRecord& record, const TenantId& tenant) = 0;

    // Source

    /// The move is in the record's hand from now on, and writers are let in.
    [[nodiscard]] virtual Result<void> takeUp(const MoveRecord& record, const TenantId& tenant) = 0;
    /// Refuses writers from now on; when it returns, no event can come any more. Busy when a writer holds its
    /// transaction open for too long: others are not held up meanwhile, ask again.
    [[nodiscard]] virtual Result<void> fence(const MoveRecord& record, const TenantId& tenant) = 0;
    /// Lets writers in again, when the fence is of the record's hand.
    [[nodiscard]] virtual Result<void> liftFence(const MoveRecord& record, const TenantId& tenant) = 0;
    /// The decision: fenced -> moved, in one update, with the record. Its name is free for others then.
    [[nodiscard]] virtual Result<void> decide(const MoveRecord& record, const TenantId& tenant) = 0;

    /// Deletes up to `limit` events of what a move left behind in `region` (the source's log, or the target's copy
    /// after a cancelled move), newest first, so that who still reads it holds a beginning of it and never one with
    /// holes. Returns how many; after the last its names go too, and the row notes it. 0: nothing is left.
    [[nodiscard]] virtual Result<std::int64_t> removeLeftBehind(const RegionName& region, const MoveRecord& record,
                                                                const TenantId& tenant, std::int64_t limit) = 0;

    /// Whether the store copies nothing, since its regions share what is kept: only cutOverWithin() is to be called.
    [[nodiscard]] virtual bool sharesRegions() const = 0;
    /// Fence, last events, names, decision and activation in one transaction. Both regions are in this database.
    [[nodiscard]] virtual Result<Appended> cutOverWithin(const CutOverWithin& cutOver) = 0;
};

} // namespace muniment
