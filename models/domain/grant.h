// Grants: a role to a user or a team, on one resource and what lies below it, or on the whole tenant; perhaps from and
// until an instant.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"
#include "models/domain/team.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

/// A user or a team, as in TeamMember.
using GrantSubject = TeamMember;

struct GrantAdded {
    AggregateId role;
    GrantSubject subject;
    AggregateId resource;         ///< empty: the whole tenant
    std::optional<Instant> from;  ///< absent: at once
    std::optional<Instant> until; ///< exclusive; absent: for good
    bool operator==(const GrantAdded&) const = default;
};

/// Only what changed is present. In the payload an empty text takes a bound away.
struct GrantChanged {
    std::optional<std::optional<Instant>> from, until;
    bool operator==(const GrantChanged&) const = default;
};

struct GrantRemoved {
    bool operator==(const GrantRemoved&) const = default;
};

using GrantEvent = std::variant<GrantAdded, GrantChanged, GrantRemoved>;

struct AddGrant {
    AggregateId role;
    GrantSubject subject;
    AggregateId resource;
    std::optional<Instant> from, until;
    bool operator==(const AddGrant&) const = default;
};

/// Absent outside: stays; absent inside: no bound from now on.
struct ChangeGrant {
    std::optional<std::optional<Instant>> from, until;
    bool operator==(const ChangeGrant&) const = default;
};

struct RemoveGrant {
    bool operator==(const RemoveGrant&) const = default;
};

using GrantCommand = std::variant<AddGrant, ChangeGrant, RemoveGrant>;

enum class GrantLifecycle { None, Active, Removed };
/// "active", "removed"; "none" for a grant that never was. Whether an active one is in force is a question of time.
[[nodiscard]] std::string_view grantLifecycleName(GrantLifecycle lifecycle);

struct GrantState {
    GrantLifecycle lifecycle = GrantLifecycle::None;
    AggregateId role;
    GrantSubject subject;
    AggregateId resource;
    std::optional<Instant> from, until;
};

struct GrantSurroundings {
    Instant now;
    bool isRoleThere = false; ///< exists and is not removed
    bool isSubjectThere = false;
    bool isResourceThere = false; ///< of the resource named, if one is
};

/// Refused: what is not there; a period that ends before it begins or has ended already.
[[nodiscard]] Result<std::vector<GrantEvent>> decide(const GrantState& state, const GrantCommand& command,
                                                     const GrantSurroundings& surroundings);
[[nodiscard]] GrantState evolve(GrantState state, const GrantEvent& event);

[[nodiscard]] NewEvent encode(const GrantEvent& event, const std::string& reason = {});
/// Absent for a type that is not a grant's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<GrantEvent> decodeGrantEvent(std::string_view type,
                                                         const std::optional<std::string>& payload);
[[nodiscard]] GrantState foldGrant(const std::vector<RecordedEvent>& events);

/// The claim by which no two grants in a tenant say the same: role, subject and resource in one text.
[[nodiscard]] std::string grantClaimValue(const AggregateId& role, const GrantSubject& subject,
                                          const AggregateId& resource);

} // namespace muniment
