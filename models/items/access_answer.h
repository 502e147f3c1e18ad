// What is asked about access, and what a workspace file answers: everything that a window needs to say it, with the
// names of the moment asked about. Values; no words of a language.
#pragma once

#include "models/base/uuid.h"
#include "models/items/entity_activity.h"
#include "models/items/request_slot.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Somebody or something in an answer; an aggregate of type "org" stands for the whole organization.
struct AccessParty {
    EntityRef entity; ///< without a type: nobody in particular
    std::string name; ///< as of the moment asked about, else the last one; empty: never told

    [[nodiscard]] bool isNone() const { return entity.aggregate.type.empty(); }

    bool operator==(const AccessParty&) const = default;
};

/// The event behind a part of an answer.
struct AccessCause {
    EventNumber number;
    Uuid id;
    std::string type;
    Instant at;
    std::string actorName; ///< its id when it has no name
    std::string reason;    ///< as the event gives it; may be empty

    bool operator==(const AccessCause&) const = default;
};

/// One step of a way.
struct AccessLink {
    enum class Kind {
        Membership, ///< `from` is in the team `to`
        Grant,      ///< `from` has the role `to` on `place`
        Permission, ///< the role `from` permits `action` on `to`, or, when that is none, on what is of `resourceType`
        Place,      ///< `from` lies in `to`
        Presence    ///< `from` is there and counts
    };
    enum class State {
        Stands,
        Ended,   ///< by `ended`
        NotThen, ///< a grant that does not hold at that time
        Never
    };
    Kind kind = Kind::Membership;
    State state = State::Stands;
    AccessParty from = {}, to = {}, place = {};
    std::string action = {};       ///< of a permission: may be a pattern; empty: the one asked about
    std::string resourceType = {}; ///< of a permission; "*": of any type
    std::optional<Instant> validFrom = {}, validUntil = {}; ///< of a grant
    std::optional<AccessCause> made = {}, ended = {};

    bool operator==(const AccessLink&) const = default;
};

/// From the subject on.
using AccessWay = std::vector<AccessLink>;

/// From when until when it was so; absent causes: the period of a grant begins or ends.
struct AccessTimes {
    Instant from;
    std::optional<AccessCause> begunBy;
    std::optional<Instant> until; ///< absent: it is so
    std::optional<AccessCause> endedBy;

    bool operator==(const AccessTimes&) const = default;
};

/// What the file knows of the region that an answer comes from.
struct AccessFreshness {
    RegionName region;
    std::optional<Instant> knownThrough;
    bool isIncomplete = false; ///< not as far as the moment asked about

    bool operator==(const AccessFreshness&) const = default;
};

/// May the subject do that? And why, and since when.
struct AccessRequest {
    TenantId tenant;
    AggregateKey subject; ///< "user" or "team"
    std::string action;   ///< a pattern asks for all that it covers
    AggregateId resource; ///< empty: the whole organization
    std::optional<Moment> asOf = {};
    Instant now = {}; ///< by which periods are judged when `asOf` is absent

    bool operator==(const AccessRequest&) const = default;
};

struct AccessAnswer {
    AccessParty subject, resource;
    bool isAllowed = false;
    bool isActionKnown = true; ///< some role of the organization permits it, or did
    std::vector<AccessWay> ways;
    bool isCut = false; ///< there are more ways than these
    /// When no: what would have to be otherwise on the nearest way.
    std::vector<AccessLink> missing;
    /// The ways of the last time that had ended by then.
    std::vector<AccessWay> endedWays;
    std::vector<AccessTimes> times;     ///< all that is known, also what came after the moment
    std::size_t endedTimes = 0;         ///< so many of `times`, the first ones, had ended by the moment
    std::optional<std::size_t> present; ///< the one of `times` in which the moment lies
    AccessFreshness freshness;
    std::chrono::microseconds took{};

    /// It tells nothing new, but for how long it took and how far the region is known.
    [[nodiscard]] bool tellsTheSameAs(const AccessAnswer& other) const;
};

/// Who may do that, directly or through a team?
struct WhoRequest {
    TenantId tenant;
    std::string action;   ///< empty: anything at all
    AggregateId resource; ///< empty: the whole organization
    std::optional<Moment> asOf = {};
    Instant now = {};

    bool operator==(const WhoRequest&) const = default;
};

struct AccessHolder {
    AccessParty who;
    std::vector<std::string> actions; ///< as roles name them, in order

    bool operator==(const AccessHolder&) const = default;
};

struct WhoAnswer {
    AccessParty resource;
    std::vector<AccessHolder> holders; ///< users, then teams, each by name
    std::size_t users = 0;
    AccessFreshness freshness;
};

/// What may the subject do, and by which grants?
struct RightsRequest {
    TenantId tenant;
    AggregateKey subject;
    AggregateId role; ///< only by this one; empty: by any
    std::optional<Moment> asOf = {};
    Instant now = {};

    bool operator==(const RightsRequest&) const = default;
};

struct AccessRightRow {
    std::string action;
    AccessParty target; ///< none: what is of `resourceType`
    std::string resourceType;
    AccessParty place;     ///< within which
    AccessParty role, via; ///< `via`: to whom it was granted
    AccessParty example;   ///< a resource that it covers; none: it covers none then

    bool operator==(const AccessRightRow&) const = default;
};

struct RightsAnswer {
    AccessParty subject;
    AccessParty role;              ///< none: of any
    std::vector<AccessWay> grants; ///< each ends with a grant; the nearest first
    bool isCut = false;            ///< there are more grants than these
    std::vector<AccessRightRow> rights;
    AccessFreshness freshness;
};

/// Actions that roles of an organization permit, or did, in order.
struct ActionsRequest {
    TenantId tenant;

    bool operator==(const ActionsRequest&) const = default;
};

/// What else is tied to something: the teams it is in, its members, its grants, what lies in it.
struct NeighboursRequest {
    EntityRef entity;
    std::optional<Moment> asOf = {};
    Instant now = {};

    bool operator==(const NeighboursRequest&) const = default;
};

struct NeighboursAnswer {
    std::vector<AccessLink> links; ///< without causes
    bool isCut = false;
};

constexpr std::size_t kMostNeighbours = 24;
constexpr std::size_t kMostHeldGrants = 100;

using AskAccess = Ask<AccessRequest, AccessAnswer>;
using AskWho = Ask<WhoRequest, WhoAnswer>;
using AskRights = Ask<RightsRequest, RightsAnswer>;
using AskActions = Ask<ActionsRequest, std::vector<std::string>>;
using AskNeighbours = Ask<NeighboursRequest, NeighboursAnswer>;

} // namespace muniment
