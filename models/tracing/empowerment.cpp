#include "models/tracing/empowerment.h"

#include "models/domain/grant.h"
#include "models/domain/overloaded.h"
#include "models/domain/resource.h"
#include "models/domain/role.h"
#include "models/domain/user.h"
#include "models/domain/user_credentials.h"

#include <algorithm>

namespace muniment {

namespace {

using Found = std::optional<Empowerment>;
using Course = std::vector<RecordedEvent>;

TeamMember asMember(const AggregateId& user) {
    return {TeamMember::Kind::User, user};
}

Found byGrant(const RecordedEvent& event, const Course& course) {
    const auto fact = decodeGrantEvent(event.type, event.payload);
    if (!fact || std::holds_alternative<GrantRemoved>(*fact))
        return std::nullopt;
    const GrantState now = foldGrant(course);
    return Empowerment{{now.subject}, {}, false, now.lifecycle == GrantLifecycle::Active};
}

Found byTeam(const RecordedEvent& event, const Course& course) {
    const auto fact = decodeTeamEvent(event.type, event.payload);
    const auto* added = fact ? std::get_if<TeamMemberAdded>(&*fact) : nullptr;
    if (added == nullptr)
        return std::nullopt;
    return Empowerment{{added->member}, {}, false, foldTeam(course).members.contains(added->member)};
}

Found byRole(const RecordedEvent& event, const Course& course) {
    const auto fact = decodeRoleEvent(event.type, event.payload);
    const auto* added = fact ? std::get_if<RolePermissionAdded>(&*fact) : nullptr;
    if (added == nullptr)
        return std::nullopt;
    return Empowerment{{}, event.aggregate.id, false, foldRole(course).permissions.contains(added->permission)};
}

/// What lies somewhere else is reached otherwise; by whom depends on what was granted there.
Found byResource(const RecordedEvent& event, const Course& course) {
    const auto fact = decodeResourceEvent(event.type, event.payload);
    const auto* changed = fact ? std::get_if<ResourceChanged>(&*fact) : nullptr;
    if (changed == nullptr || !changed->parent)
        return std::nullopt;
    const ResourceState now = foldResource(course);
    return Empowerment{{}, {}, false, now.lifecycle == ResourceLifecycle::Active && now.parent == *changed->parent};
}

Found byUser(const RecordedEvent& event, const Course& course) {
    const AggregateId& id = event.aggregate.id;
    const UserLifecycle lifecycle = foldUser(course).lifecycle;
    const bool isThere = lifecycle != UserLifecycle::Removed;
    const bool isActive = lifecycle == UserLifecycle::Active; // who is locked out gets nowhere
    if (const auto credential = decodeCredentialEvent(event.type, event.payload)) {
        const auto* added = std::get_if<CredentialAdded>(&*credential);
        if (added == nullptr)
            return std::nullopt;
        return Empowerment{{asMember(id)}, {}, false, isThere && foldCredentials(course).contains(added->key)};
    }
    const auto fact = decodeUserEvent(event.type, event.payload);
    if (!fact)
        return event.type == "user.human.password.changed" // who knows it is in
                   ? Found(Empowerment{{asMember(id)}, {}, false, false})
                   : std::nullopt;
    return std::visit(
        Overloaded{
            [&](const HumanAdded&) {
                return Found(Empowerment{{asMember(id)}, {}, true, isActive});
            },
            [&](const MachineAdded&) {
                return Found(Empowerment{{asMember(id)}, {}, true, isActive});
            },
            // Whoever has the address gets a new password.
            [&](const HumanEmailChanged& changed) {
                return Found(Empowerment{{asMember(id)}, {}, false, foldUser(course).email == changed.email});
            },
            [&](const UserUnlocked&) {
                return Found(Empowerment{{asMember(id)}, {}, false, isActive});
            },
            [&](const UserReactivated&) {
                return Found(Empowerment{{asMember(id)}, {}, false, isActive});
            },
            [](const auto&) { return Found(); },
        },
        *fact);
}

} // namespace

std::optional<Empowerment> empowermentBy(const RecordedEvent& event, const std::vector<RecordedEvent>& course) {
    if (event.outcome == "failure" || event.outcome == "denied")
        return std::nullopt;
    const std::string& type = event.aggregate.type;
    if (type == "grant")
        return byGrant(event, course);
    if (type == "team")
        return byTeam(event, course);
    if (type == "role")
        return byRole(event, course);
    if (type == "resource")
        return byResource(event, course);
    return type == "user" ? byUser(event, course) : std::nullopt;
}

} // namespace muniment
