// Separation of duties: a rule of one tenant that nobody may hold two permissions together.
#pragma once

#include "models/domain/role.h"

namespace muniment {

struct SeparationAdded {
    std::string name;
    Permission first, second;
    bool operator==(const SeparationAdded&) const = default;
};

struct SeparationRemoved {
    bool operator==(const SeparationRemoved&) const = default;
};

using SeparationEvent = std::variant<SeparationAdded, SeparationRemoved>;

struct AddSeparation {
    std::string name; ///< what people call it
    Permission first, second;
    bool operator==(const AddSeparation&) const = default;
};

struct RemoveSeparation {
    bool operator==(const RemoveSeparation&) const = default;
};

using SeparationCommand = std::variant<AddSeparation, RemoveSeparation>;

struct SeparationState {
    enum class Lifecycle { None, Active, Removed };
    Lifecycle lifecycle = Lifecycle::None;
    std::string name;
    Permission first, second;
};

/// "active", "removed"; "none" for a rule that never was.
[[nodiscard]] std::string_view separationLifecycleName(SeparationState::Lifecycle lifecycle);

struct SeparationSurroundings {
    bool areResourcesThere = false; ///< those that the permissions name exist and are not removed
};

/// That somebody breaks a rule already does not speak against it: it is found, not prevented.
[[nodiscard]] Result<std::vector<SeparationEvent>>
decide(const SeparationState& state, const SeparationCommand& command, const SeparationSurroundings& surroundings);
[[nodiscard]] SeparationState evolve(SeparationState state, const SeparationEvent& event);

[[nodiscard]] NewEvent encode(const SeparationEvent& event, const std::string& reason = {});
/// Absent for a type that is not a rule's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<SeparationEvent> decodeSeparationEvent(std::string_view type,
                                                                   const std::optional<std::string>& payload);
[[nodiscard]] SeparationState foldSeparation(const std::vector<RecordedEvent>& events);

} // namespace muniment
