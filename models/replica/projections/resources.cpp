#include "models/replica/projections/resources.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

ReadModelDescription ResourceTraits::description() {
    return {"resources", "resource", "resource_versions", 1, "resources_v1.sql", true, "_listed"};
}

std::optional<ResourceEvent> ResourceTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    return decodeResourceEvent(type, payload);
}

ResourceState ResourceTraits::evolve(ResourceState state, const ResourceEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

ResourceTraits::Derived ResourceTraits::derive(const ResourceState& state, const std::string&) {
    return {StoredId(state.parent)};
}

void ResourceTraits::bind(sqlite::Statement& row, int first, const ResourceState& state, const std::string& id,
                          const Derived& derived) {
    row.bindText(first, id);
    row.bindText(first + 1, state.name);
    row.bindText(first + 2, resourceLifecycleName(state.lifecycle));
    row.bindText(first + 3, state.resourceType);
    derived.parent.bindTo(row, first + 4);
}

ResourceState ResourceTraits::read(const sqlite::Statement& row, int first) {
    ResourceState state;
    state.name = row.text(first + 1);
    state.lifecycle = valueNamed(row.bytes(first + 2), resourceLifecycleName,
                                 {ResourceLifecycle::Active, ResourceLifecycle::Removed});
    state.resourceType = row.text(first + 3);
    state.parent = storedIdAt(row, first + 4);
    return state;
}

Listing ResourceTraits::listing(const ResourceState& state) {
    return {foldName(state.name), std::string(resourceLifecycleName(state.lifecycle)), state.resourceType,
            foldName(state.resourceType)};
}

bool ResourceTraits::equal(const ResourceState& a, const ResourceState& b) {
    return std::tie(a.lifecycle, a.name, a.resourceType, a.parent) ==
           std::tie(b.lifecycle, b.name, b.resourceType, b.parent);
}

} // namespace muniment
