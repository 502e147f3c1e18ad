// What is odd about who may do what, and in the log behind it, with the names of the moment.
#pragma once

#include "models/access/access_findings.h"
#include "models/directory/entity_name.h"
#include "models/domain/event.h"

namespace muniment {

/// Something that an oddity is about.
struct OddThing {
    AggregateKey aggregate; ///< without a type: nothing
    std::string name;       ///< its id when it has none

    bool operator==(const OddThing&) const = default;
};

struct Oddity {
    enum class Kind {
        TeamInItself,
        ResourceInItself,
        UntoldMember, ///< `thing` is in the team `other`, and no event tells who that is
        UntoldGrantee,
        UntoldRole,
        UntoldResource,
        GrantBeforeRole,
        Clock ///< `events` stand in the log behind ones with a later time
    };
    Kind kind = Kind::TeamInItself;
    TenantId tenant;
    std::string tenantName;
    OddThing thing = {}, other = {};
    std::optional<EventNumber> event = {}; ///< that made it so, where one did
    std::optional<Instant> since = {};     ///< when that was logged
    std::int64_t events = 0;

    bool operator==(const Oddity&) const = default;
};

/// "teamInItself", "grantBeforeRole", "clock" …
[[nodiscard]] std::string_view oddityKindName(Oddity::Kind kind);

/// Of one home, as of the moment that `seen` and `asOf` both mean, by kind. `access` MUST know all that the snapshot
/// holds.
[[nodiscard]] Result<std::vector<Oddity>> readOddities(Snapshot& snapshot, const AccessProjection& access,
                                                       HomeIndex home, Seen seen, const std::optional<Moment>& asOf);

} // namespace muniment
