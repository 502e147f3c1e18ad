// A tenant's residency passport: where it lived at every date, who moved it and why, how long each step took, and what
// in its own log speaks against that. Pure; but for the last placement check everything comes from the events.
#pragma once

#include "models/directory/residency_events.h"
#include "models/regions/move_step.h"
#include "models/regions/placement_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct StepTime {
    MoveStep step = MoveStep::Copying;
    std::int64_t micros = 0;

    bool operator==(const StepTime&) const = default;
};

/// Who wrote an event of a move, when, and why.
struct MoveWord {
    EventNumber number;
    Instant at;
    Actor actor;
    std::string actorName; ///< empty: only the id is known
    std::string reason;

    [[nodiscard]] const std::string& name() const { return actorName.empty() ? actor.id.text() : actorName; }
};

/// One home of a tenant.
struct Stay {
    std::string region;
    std::int32_t epoch = 1;
    std::optional<Instant> from; ///< absent: before what the file knows
    std::optional<Instant> until;
    bool isEnd = false;                        ///< the organization was removed then; otherwise it moved on
    std::string moveId;                        ///< empty: it began here
    std::optional<MoveWord> begun;             ///< whoever started the move here, or founded it here
    std::optional<MoveWord> settled;           ///< whoever completed the move
    std::optional<std::int64_t> events;        ///< brought along
    std::vector<StepTime> steps;               ///< of the move here, those whose ends are known; in their order
    std::optional<std::int64_t> refusedMicros; ///< for so long nobody could write
};

enum class MoveState { UnderWay, Cancelled };
/// "under-way", "cancelled".
[[nodiscard]] std::string_view moveStateName(MoveState state);

/// A move that did not lead to a new home, or has not yet.
struct OpenMove {
    std::string moveId;
    std::string from;
    std::string to;
    MoveState state = MoveState::UnderWay;
    MoveWord started;
    std::optional<MoveWord> cancelled;
};

enum class PassportDoubt {
    NoBirth,     ///< the log's beginning is not in the file: where it lived before is what the first move says
    NoRegion,    ///< it was never assigned a region
    OtherLog,    ///< its newest home is not the region in whose log that stands
    OtherOrigin, ///< a move begins where it did not live
    EpochGap,    ///< an epoch is missing, or comes twice
    Reassigned,  ///< its region was changed without a move
};
/// "no-birth", "no-region" …
[[nodiscard]] std::string_view passportDoubtName(PassportDoubt doubt);

struct PassportFinding {
    PassportDoubt doubt = PassportDoubt::NoBirth;
    std::string said;  ///< what the log says: a region, an epoch
    std::string found; ///< what stands against it
    std::optional<Instant> at;
};

/// What the servers said when somebody last checked where its data lie, with this workspace.
struct PassportPlacement {
    Instant at;
    std::vector<PlacementFinding> findings; ///< violations first
};

struct Passport {
    std::vector<Stay> stays;         ///< oldest first
    std::vector<OpenMove> openMoves; ///< in the order in which they were started
    std::vector<PassportFinding> findings;
    std::optional<PassportPlacement> placement = {}; ///< of now; absent: never checked, or as of a moment
};

/// `events` as residencyEvents() gives them: in the order in which they were written.
[[nodiscard]] Passport passportOf(const std::vector<ResidencyEvent>& events);
/// Where it lived then: the stay that holds `at`; nullptr before the first and after the end.
[[nodiscard]] const Stay* stayAt(const Passport& passport, Instant at);
/// As of a moment, or now.
[[nodiscard]] Result<Passport> readPassport(Snapshot& snapshot, const TenantId& org,
                                            const std::optional<Moment>& asOf = {});

} // namespace muniment
