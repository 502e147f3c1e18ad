// Moving a tenant to another region: a saga of steps over two stores.
//
//  1 start      the target makes room (a row, arriving); the source notes org.region.move.started (active -> moving)
//  2 copy       in log order, what is final at the source goes to the target, not live; everything stays writable
//  3 verify     what was copied is read back and digested; 2 and 3 go on until the target is close behind
//  4 cut over   the source refuses writers (fenced), the last events are copied, names and digests compared, and the
//               decision falls: one conditional update of the source's row, fenced -> moved. Before it only cancelling
//               can win, after it only completing, by whoever comes first
//  5 activate   the target opens with org.region.moved, the first event of the next epoch
//  6 clean up   the source's copy goes, newest first
//
// Nothing is kept on the workstation: where a move stands is read from the two rows, and every step may be ended and
// repeated, by another workstation too; the last that takes a move up has it, and the others are refused. Inside one
// database step 4 and 5 are one transaction.
#pragma once

#include "models/base/clock.h"
#include "models/eventstore/relocation.h"
#include "models/regions/move_step.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

/// Who moves it, and why.
struct MoveWish {
    Actor actor;
    std::string reason;
};

/// Why a tenant cannot be moved as things stand.
enum class MoveObstacle {
    SameRegion,
    UnknownTenant, ///< at the source
    Installation,  ///< plans and operators have no other home
    NotActive,     ///< it is moved, arrives, or another move is under way
    OtherEngine,   ///< positions of PostgreSQL do not fit CockroachDB, nor the other way round
    SourceRights,  ///< the source's user is no muniment_mover
    TargetRights,  ///< the target's is none
    LeftBehind,    ///< the target still holds rows of an earlier stay: that move is to be finished first
    UnknownNames,  ///< the source holds names of a kind that its log does not tell of: they would be lost
    UnknownPlan,   ///< the target has no such plan
};
/// "sameRegion", "unknownTenant" …
[[nodiscard]] std::string_view moveObstacleName(MoveObstacle obstacle);

struct MovePreflight {
    TenantHome home; ///< at the source
    bool isSameDatabase = false;
    std::int64_t events = 0;
    std::int64_t names = 0;
    std::chrono::seconds estimate{0}; ///< of copying and verifying; writers wait for the cut-over only
    std::vector<MoveObstacle> obstacles;
};

struct MoveProgress {
    MoveStep step = MoveStep::Preflight;
    std::int64_t done = 0;  ///< events of the step
    std::int64_t total = 0; ///< 0: not known
};

/// Where a move stands.
struct TenantMoveState {
    std::optional<MoveStep> step;     ///< what is to be done next; absent: no move is under way
    std::optional<MoveRecord> record; ///< of it, or of the last one
    std::string sourceState;          ///< of the row; empty: there is none
    std::string targetState;
    std::int64_t sourceEvents = 0;
    std::int64_t targetEvents = 0;
};

struct MoveReport {
    MoveRecord record;
    std::int64_t removed = 0;               ///< events of the source's copy
    std::chrono::microseconds fence{0};     ///< writers were refused for so long; 0 when another mover did it
    std::chrono::microseconds copying{0};   ///< step 2
    std::chrono::microseconds verifying{0}; ///< step 3
    std::optional<Appended> completion;     ///< org.region.moved, when this run wrote it
};

struct MoveSettings {
    int pageEvents = 8'192;
    std::int64_t closeBehind = 256;                  ///< so few events may be left for the time of the fence
    std::chrono::milliseconds fencePatience{30'000}; ///< with writers that keep transactions open
    std::int64_t removedAtOnce = 8'192;
    /// Before each step, and each page of it; for tests that end a mover there.
    std::function<void(MoveStep)> onStep;
};

/// Both stores belong to the calling thread, which lends them to threads that have ended when a call returns; they are
/// connected when need be; `source` and `target` are two objects also
/// when the regions are in one database.
class TenantMove {
public:
    using Tell = std::function<void(const MoveProgress&)>;

    TenantMove(EventStore& source, EventStore& target, TenantId tenant, RegionName from, RegionName to,
               const Clock& clock = systemClock(), MoveSettings settings = {});

    /// Reads only.
    [[nodiscard]] Result<MovePreflight> preflight();
    [[nodiscard]] Result<TenantMoveState> state();
    /// Starts the move, or goes on where it stands, to the end. Refused (context "reason" = moveObstacleName) when
    /// there is an obstacle; Conflict (context "why" = "digest") when both sides differ: the source is open
    /// for writers again then, and the move can be cancelled. Cancelled when `stop` says so, between two steps or
    /// pages. After any error resuming is right.
    [[nodiscard]] Result<MoveReport> run(const MoveWish& wish, std::stop_token stop, const Tell& tell);
    /// The tenant stays where it is and the target's copy goes. TenantNotHere (context "movedTo") after the decision.
    [[nodiscard]] Result<void> cancel(const MoveWish& wish, std::stop_token stop, const Tell& tell);

private:
    struct Sides {
        std::optional<TenantPlace> source;
        std::optional<TenantPlace> target;
    };

    class Copy;

    [[nodiscard]] Result<Sides> look();
    [[nodiscard]] Result<bool> isSameDatabase();
    [[nodiscard]] Result<void> begin(const MoveWish& wish, const Sides& sides);
    [[nodiscard]] Result<void> noteStart(const TenantPlace& source, const MoveRecord& record);
    /// Both sides know it in the record's hand, and writers are let in where an earlier run had left its fence.
    [[nodiscard]] Result<void> takeUp(const MoveRecord& record, const Sides& sides);
    [[nodiscard]] Result<void> reachDecision(const MoveRecord& record, MoveReport& report, const std::stop_token& stop,
                                             const Tell& tell);
    [[nodiscard]] Result<void> cutOver(Copy& copy, MoveRecord record, MoveReport& report, const std::stop_token& stop);
    [[nodiscard]] Result<void> cutOverWithin(Copy& copy, MoveRecord record, MoveReport& report,
                                             const std::stop_token& stop);
    [[nodiscard]] Result<void> raiseFence(const MoveRecord& record, const std::stop_token& stop);
    [[nodiscard]] Result<void> decide(const MoveRecord& record);
    [[nodiscard]] Result<void> activate(const MoveRecord& record, MoveReport& report, const std::stop_token& stop);
    [[nodiscard]] Append ofOrganization(const RegionName& region, std::int32_t epoch, std::int64_t sequence,
                                        const Actor& actor) const;
    [[nodiscard]] Append completionOf(const MoveRecord& record, std::int64_t orgSequence) const;
    [[nodiscard]] Result<void> cleanUp(const RegionName& region, Relocation& side, const MoveRecord& record,
                                       MoveReport& report, const std::stop_token& stop, const Tell& tell);
    [[nodiscard]] Result<Appended> append(EventStore& store, const Append& append, const std::stop_token& stop);
    [[nodiscard]] Result<std::int64_t> orgSequence(EventStore& store, const RegionName& region);
    void step(MoveStep step) const;

    EventStore& m_sourceStore;
    EventStore& m_targetStore;
    Relocation& m_source;
    Relocation& m_target;
    TenantId m_tenant;
    RegionName m_from;
    RegionName m_to;
    const Clock& m_clock;
    MoveSettings m_settings;
};

} // namespace muniment
