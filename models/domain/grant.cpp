#include "models/domain/grant.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"

namespace muniment {

namespace {

using Bound = std::optional<Instant>;
using Events = Result<std::vector<GrantEvent>>;

Events one(GrantEvent event) {
    return std::vector<GrantEvent>{std::move(event)};
}

Result<void> checkPeriod(const Bound& from, const Bound& until, Instant now) {
    if (!until)
        return {};
    if (from && *until <= *from)
        return refused(Reason::PeriodInvalid, "until");
    if (*until <= now)
        return refused(Reason::AlreadyExpired, "until");
    return {};
}

Result<void> checkEnds(const AddGrant& command, const GrantSurroundings& surroundings) {
    if (command.role.isEmpty() || !surroundings.isRoleThere)
        return refused(Reason::RoleUnknown, "role");
    if (command.subject.id.isEmpty() || !surroundings.isSubjectThere)
        return command.subject.kind == GrantSubject::Kind::Team ? refused(Reason::TeamUnknown, "team")
                                                                : refused(Reason::UserUnknown, "user");
    if (!command.resource.isEmpty() && !surroundings.isResourceThere)
        return refused(Reason::ResourceUnknown, "resource");
    return {};
}

Events add(const GrantState& state, const AddGrant& command, const GrantSurroundings& surroundings) {
    if (state.lifecycle != GrantLifecycle::None)
        return refused(state.lifecycle == GrantLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    auto checked = checkEnds(command, surroundings);
    if (checked)
        checked = checkPeriod(command.from, command.until, surroundings.now);
    if (!checked)
        return tl::unexpected(std::move(checked.error()));
    return one(GrantAdded{command.role, command.subject, command.resource, command.from, command.until});
}

Events change(const GrantState& state, const ChangeGrant& command, Instant now) {
    GrantChanged changed;
    if (command.from && *command.from != state.from)
        changed.from = command.from;
    if (command.until && *command.until != state.until)
        changed.until = command.until;
    if (changed == GrantChanged{})
        return refused(Reason::NothingChanges);
    if (auto checked = checkPeriod(changed.from.value_or(state.from), changed.until.value_or(state.until), now);
        !checked)
        return tl::unexpected(std::move(checked.error()));
    return one(changed);
}

/// Its size before each part, so that no two lists of parts give the same text, whatever ids hold.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts)
        text += std::to_string(part.size()) + ":" + std::string(part);
    return text;
}

} // namespace

std::string_view grantLifecycleName(GrantLifecycle lifecycle) {
    switch (lifecycle) {
    case GrantLifecycle::None:
        return "none";
    case GrantLifecycle::Active:
        return "active";
    case GrantLifecycle::Removed:
        return "removed";
    }
    return "none";
}

Result<std::vector<GrantEvent>> decide(const GrantState& state, const GrantCommand& command,
                                       const GrantSurroundings& surroundings) {
    if (const auto* addition = std::get_if<AddGrant>(&command))
        return add(state, *addition, surroundings);
    if (state.lifecycle != GrantLifecycle::Active)
        return refused(state.lifecycle == GrantLifecycle::Removed ? Reason::AlreadyRemoved : Reason::DoesNotExist);
    if (const auto* wish = std::get_if<ChangeGrant>(&command))
        return change(state, *wish, surroundings.now);
    return one(GrantRemoved{});
}

GrantState evolve(GrantState state, const GrantEvent& event) {
    // A removed grant stays removed, whatever a careless writer adds behind it.
    if (state.lifecycle == GrantLifecycle::Removed && !std::holds_alternative<GrantAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const GrantAdded& added) {
                       state = {GrantLifecycle::Active, added.role, added.subject,
                                added.resource,         added.from, added.until};
                   },
                   [&](const GrantChanged& changed) {
                       state.from = changed.from.value_or(state.from);
                       state.until = changed.until.value_or(state.until);
                   },
                   [&](const GrantRemoved&) { state.lifecycle = GrantLifecycle::Removed; },
               },
               event);
    return state;
}

GrantState foldGrant(const std::vector<RecordedEvent>& events) {
    return fold<GrantState>(events, decodeGrantEvent);
}

std::string grantClaimValue(const AggregateId& role, const GrantSubject& subject, const AggregateId& resource) {
    return joined(
        {role.text(), subject.kind == GrantSubject::Kind::Team ? "team" : "user", subject.id.text(), resource.text()});
}

} // namespace muniment
