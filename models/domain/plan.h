// Plans: what a tenant may be sold. Facts of the installation, not of a tenant; the aggregate's id is the plan's key.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct PlanAdded {
    std::string name;
    bool operator==(const PlanAdded&) const = default;
};

struct PlanChanged {
    std::string name;
    bool operator==(const PlanChanged&) const = default;
};

struct PlanRemoved {
    bool operator==(const PlanRemoved&) const = default;
};

using PlanEvent = std::variant<PlanAdded, PlanChanged, PlanRemoved>;

struct AddPlan {
    std::string key; ///< lower-case letters, digits, "-", "_", "."; what organizations name
    std::string name;
    bool operator==(const AddPlan&) const = default;
};

struct RenamePlan {
    std::string name;
    bool operator==(const RenamePlan&) const = default;
};

struct RemovePlan {
    bool operator==(const RemovePlan&) const = default;
};

using PlanCommand = std::variant<AddPlan, RenamePlan, RemovePlan>;

struct PlanState {
    enum class Lifecycle { None, Active, Removed };
    Lifecycle lifecycle = Lifecycle::None;
    std::string name;
};

/// A removed plan may be added again under its key.
[[nodiscard]] Result<std::vector<PlanEvent>> decide(const PlanState& state, const PlanCommand& command);
[[nodiscard]] PlanState evolve(PlanState state, const PlanEvent& event);

[[nodiscard]] NewEvent encode(const PlanEvent& event, const std::string& reason = {});
/// Absent for a type that is not a plan's, or a payload that lacks what the type needs.
[[nodiscard]] std::optional<PlanEvent> decodePlanEvent(std::string_view type,
                                                       const std::optional<std::string>& payload);
[[nodiscard]] PlanState foldPlan(const std::vector<RecordedEvent>& events);

} // namespace muniment
