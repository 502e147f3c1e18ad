#include "models/domain/resource.h"

#include "models/domain/fold.h"
#include "models/domain/noted_change.h"
#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

using Events = Result<std::vector<ResourceEvent>>;

Events one(ResourceEvent event) {
    return std::vector<ResourceEvent>{std::move(event)};
}

Result<std::string> checkedResourceName(std::string_view name) {
    return checkedName(name, "name");
}

Result<void> checkParent(const AggregateId& parent, const ResourceSurroundings& surroundings) {
    if (parent.isEmpty())
        return {};
    if (!surroundings.isParentThere)
        return refused(Reason::ResourceUnknown, "parent");
    if (surroundings.wouldCycle)
        return refused(Reason::WouldCycle, "parent");
    return {};
}

Events add(const ResourceState& state, const AddResource& command, const ResourceSurroundings& surroundings) {
    if (state.lifecycle != ResourceLifecycle::None)
        return refused(state.lifecycle == ResourceLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    auto name = checkedResourceName(command.name);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    if (command.resourceType.empty())
        return refused(Reason::NameMissing, "type");
    if (!isKey(command.resourceType))
        return refused(Reason::KeyInvalid, "type");
    if (auto parent = checkParent(command.parent, surroundings); !parent)
        return tl::unexpected(std::move(parent.error()));
    return one(ResourceAdded{std::move(*name), command.resourceType, command.parent});
}

Events change(const ResourceState& state, const ChangeResource& command, const ResourceSurroundings& surroundings) {
    ResourceChanged changed;
    if (auto noted = noteChange(changed.name, command.name, state.name, checkedResourceName); !noted)
        return tl::unexpected(std::move(noted.error()));
    if (command.parent && *command.parent != state.parent) {
        if (auto parent = checkParent(*command.parent, surroundings); !parent)
            return tl::unexpected(std::move(parent.error()));
        changed.parent = command.parent;
    }
    if (changed == ResourceChanged{})
        return refused(Reason::NothingChanges);
    return one(std::move(changed));
}

} // namespace

std::string_view resourceLifecycleName(ResourceLifecycle lifecycle) {
    switch (lifecycle) {
    case ResourceLifecycle::None:
        return "none";
    case ResourceLifecycle::Active:
        return "active";
    case ResourceLifecycle::Removed:
        return "removed";
    }
    return "none";
}

Result<std::vector<ResourceEvent>> decide(const ResourceState& state, const ResourceCommand& command,
                                          const ResourceSurroundings& surroundings) {
    if (const auto* addition = std::get_if<AddResource>(&command))
        return add(state, *addition, surroundings);
    if (state.lifecycle != ResourceLifecycle::Active)
        return refused(state.lifecycle == ResourceLifecycle::Removed ? Reason::AlreadyRemoved : Reason::DoesNotExist);
    if (const auto* wish = std::get_if<ChangeResource>(&command))
        return change(state, *wish, surroundings);
    return one(ResourceRemoved{});
}

ResourceState evolve(ResourceState state, const ResourceEvent& event) {
    // A removed resource stays removed, whatever a careless writer adds behind it.
    if (state.lifecycle == ResourceLifecycle::Removed && !std::holds_alternative<ResourceAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const ResourceAdded& added) {
                       state = {ResourceLifecycle::Active, added.name, added.resourceType, added.parent};
                   },
                   [&](const ResourceChanged& changed) {
                       state.name = changed.name.value_or(state.name);
                       state.parent = changed.parent.value_or(state.parent);
                   },
                   [&](const ResourceRemoved&) { state.lifecycle = ResourceLifecycle::Removed; },
               },
               event);
    return state;
}

ResourceState foldResource(const std::vector<RecordedEvent>& events) {
    return fold<ResourceState>(events, decodeResourceEvent);
}

} // namespace muniment
