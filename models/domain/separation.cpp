#include "models/domain/separation.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/permission_rules.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

using Events = Result<std::vector<SeparationEvent>>;
using Lifecycle = SeparationState::Lifecycle;

/// The field of a permission's error, as the command has two of them: "first.action".
Result<void> checkNamed(const Permission& permission, const std::string& name) {
    return checkPermission(permission).map_error([&](const Error& error) {
        return error.with("field", name + "." + error.get("field"));
    });
}

Events add(const SeparationState& state, const AddSeparation& command, const SeparationSurroundings& surroundings) {
    if (state.lifecycle != Lifecycle::None)
        return refused(state.lifecycle == Lifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    const auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(name.error());
    for (const auto& checked : {checkNamed(command.first, "first"), checkNamed(command.second, "second")})
        if (!checked)
            return tl::unexpected(checked.error());
    if (command.first == command.second) // nobody could hold it at all
        return refused(Reason::PermissionInvalid, "second.action");
    const bool namesResource = !command.first.resource.isEmpty() || !command.second.resource.isEmpty();
    if (namesResource && !surroundings.areResourcesThere)
        return refused(Reason::ResourceUnknown,
                       command.first.resource.isEmpty() ? "second.resource" : "first.resource");
    return std::vector<SeparationEvent>{SeparationAdded{*name, command.first, command.second}};
}

struct Names {
    const char *action, *resourceType, *resource;
};

constexpr Names kFirst{"firstAction", "firstResourceType", "firstResourceId"};
constexpr Names kSecond{"secondAction", "secondResourceType", "secondResourceId"};

void putPermission(PayloadBuilder& payload, const Names& names, const Permission& permission) {
    payload.text(names.action, permission.action);
    putUnlessEmpty(payload, names.resourceType, permission.resourceType);
    putUnlessEmpty(payload, names.resource, permission.resource);
}

/// Of one that names a resource and a type, the resource counts: it is the narrower.
std::optional<Permission> readPermission(const PayloadFields& fields, const Names& names) {
    Permission permission{fields.textOrEmpty(names.action), fields.textOrEmpty(names.resourceType),
                          fields.id(names.resource)};
    if (permission.action.empty() || (permission.resourceType.empty() && permission.resource.isEmpty()))
        return std::nullopt;
    if (!permission.resource.isEmpty())
        permission.resourceType.clear();
    return permission;
}

} // namespace

std::string_view separationLifecycleName(Lifecycle lifecycle) {
    switch (lifecycle) {
    case Lifecycle::Active:
        return "active";
    case Lifecycle::Removed:
        return "removed";
    case Lifecycle::None:
        break;
    }
    return "none";
}

Result<std::vector<SeparationEvent>> decide(const SeparationState& state, const SeparationCommand& command,
                                            const SeparationSurroundings& surroundings) {
    if (const auto* addition = std::get_if<AddSeparation>(&command))
        return add(state, *addition, surroundings);
    if (state.lifecycle != Lifecycle::Active)
        return refused(state.lifecycle == Lifecycle::Removed ? Reason::AlreadyRemoved : Reason::DoesNotExist);
    return std::vector<SeparationEvent>{SeparationRemoved{}};
}

SeparationState evolve(SeparationState state, const SeparationEvent& event) {
    if (const auto* added = std::get_if<SeparationAdded>(&event))
        return {Lifecycle::Active, added->name, added->first, added->second};
    state.lifecycle = Lifecycle::Removed;
    return state;
}

NewEvent encode(const SeparationEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto* added = std::get_if<SeparationAdded>(&event);
    if (added != nullptr) {
        payload.text("name", added->name);
        putPermission(payload, kFirst, added->first);
        putPermission(payload, kSecond, added->second);
    }
    return eventOf(added != nullptr ? "separation.added" : "separation.removed", std::move(payload), reason);
}

std::optional<SeparationEvent> decodeSeparationEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (type == "separation.removed")
        return SeparationRemoved{};
    if (type != "separation.added")
        return std::nullopt;
    const PayloadFields fields(payload);
    auto first = readPermission(fields, kFirst);
    auto second = readPermission(fields, kSecond);
    if (!first || !second)
        return std::nullopt;
    return SeparationAdded{fields.textOrEmpty("name"), std::move(*first), std::move(*second)};
}

SeparationState foldSeparation(const std::vector<RecordedEvent>& events) {
    return fold<SeparationState>(events, decodeSeparationEvent);
}

} // namespace muniment
