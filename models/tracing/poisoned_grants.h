// What came of an account in the wrong hands: what it did, what it gave to whom, what those gave on, what all of them
// could reach by it and for how long, and the commands that take it back.
//
// An account is followed from the moment at which somebody in the wrong hands gave it something: the one that was
// compromised between two instants, those it empowered from then on. Source of the idea: taint tracking.
#pragma once

#include "models/access/access_projection.h"
#include "models/changes/access_effect.h"
#include "models/commands/command.h"
#include "models/directory/users.h"
#include "models/timeline/timeline.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

struct Compromise {
    TenantId tenant;
    AggregateId user;
    Instant from;
    Instant until;      ///< inclusive
    std::string reason; ///< of the commands
    /// By what was known then; absent: by everything. Of the past nothing is drafted.
    std::optional<Moment> asOf = {};

    bool operator==(const Compromise&) const = default;
};

/// Everything that the account did, in that time: under its id or, as an operator, under its names. Also sign-ins,
/// which a trace does not count: they change nothing.
[[nodiscard]] FilterNode doneBy(const UserRow& account, Instant from, Instant until);

/// An event by which somebody in the wrong hands gave access, or a way in, to others.
struct PoisonedAct {
    TimelineRow row;
    std::size_t depth = 0; ///< 0: the account itself; 1: one that it empowered …
    NamedThing by;
    std::vector<NamedThing> empowered; ///< users, at most kPeopleNamed; of a credential: whose it is
    std::size_t empoweredCount = 0;
    bool stands = false; ///< there is something to take back
};

/// What somebody could reach by an act, and nothing else gave them then.
struct Exposure {
    std::size_t act = 0; ///< of PoisonTrace::acts
    NamedThing user;
    RightEffect right;
    Instant from;
    std::optional<Instant> until; ///< absent: still
};

constexpr std::size_t kPoisonDepth = 8;
constexpr std::size_t kPoisonedAccounts = 1'000;

struct PoisonTrace {
    UserRow account;
    std::int64_t events = 0;       ///< everything the account did in that time, sign-ins aside
    std::vector<PoisonedAct> acts; ///< in the order of the log
    std::vector<Exposure> exposures;
    /// Ways in first (lock, tokens, keys, sessions), then what was given away, the newest first; each is to be written
    /// only if the thing stands where it stood when this was traced. Empty: nothing is left to do.
    std::vector<CommandRequest> commands;
    bool isCut = false; ///< more accounts, or a longer chain, than is followed
};

/// `projection` MUST know all that the snapshot holds. NotFound for a user that the file does not know; Cancelled when
/// stopped. `now`: by which periods are judged; of the past its instant.
[[nodiscard]] Result<PoisonTrace> tracePoison(Snapshot& snapshot, const AccessProjection& projection,
                                              const Compromise& compromise, Instant now, const std::stop_token& stop);

} // namespace muniment
