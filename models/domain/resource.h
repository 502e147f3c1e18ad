// Resources: what permissions are about; projects, documents, rooms. They nest.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct ResourceAdded {
    std::string name, resourceType;
    AggregateId parent; ///< empty: at the top
    bool operator==(const ResourceAdded&) const = default;
};

struct ResourceChanged { ///< only what changed is present; an empty parent: it is at the top now
    std::optional<std::string> name;
    std::optional<AggregateId> parent;
    bool operator==(const ResourceChanged&) const = default;
};

struct ResourceRemoved {
    bool operator==(const ResourceRemoved&) const = default;
};

using ResourceEvent = std::variant<ResourceAdded, ResourceChanged, ResourceRemoved>;

struct AddResource {
    std::string name;
    std::string resourceType; ///< a key: "document", "project"
    AggregateId parent;
    bool operator==(const AddResource&) const = default;
};

/// Absent members stay as they are; an empty parent lifts it to the top.
struct ChangeResource {
    std::optional<std::string> name;
    std::optional<AggregateId> parent;
    bool operator==(const ChangeResource&) const = default;
};

struct RemoveResource {
    bool operator==(const RemoveResource&) const = default;
};

using ResourceCommand = std::variant<AddResource, ChangeResource, RemoveResource>;

enum class ResourceLifecycle { None, Active, Removed };
/// "active", "removed"; "none" for a resource that never was.
[[nodiscard]] std::string_view resourceLifecycleName(ResourceLifecycle lifecycle);

struct ResourceState {
    ResourceLifecycle lifecycle = ResourceLifecycle::None;
    std::string name, resourceType;
    AggregateId parent;
};

struct ResourceSurroundings {
    bool isParentThere = false; ///< the new parent exists and is not removed
    bool wouldCycle = false;    ///< the new parent is this resource, or lies below it
};

/// `resource.accessed` is a fact that services write; it changes nothing here and has no command.
[[nodiscard]] Result<std::vector<ResourceEvent>> decide(const ResourceState& state, const ResourceCommand& command,
                                                        const ResourceSurroundings& surroundings);
[[nodiscard]] ResourceState evolve(ResourceState state, const ResourceEvent& event);

[[nodiscard]] NewEvent encode(const ResourceEvent& event, const std::string& reason = {});
/// Absent for a type that is not a resource's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<ResourceEvent> decodeResourceEvent(std::string_view type,
                                                               const std::optional<std::string>& payload);
[[nodiscard]] ResourceState foldResource(const std::vector<RecordedEvent>& events);

} // namespace muniment
