#include "models/domain/plan.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

using Events = Result<std::vector<PlanEvent>>;
using Lifecycle = PlanState::Lifecycle;

Events add(const PlanState& state, const AddPlan& command) {
    if (state.lifecycle == Lifecycle::Active)
        return refused(Reason::AlreadyExists);
    if (command.key.empty())
        return refused(Reason::NameMissing, "key");
    if (!isKey(command.key))
        return refused(Reason::NameNotPrintable, "key");
    const auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(name.error());
    return std::vector<PlanEvent>{PlanAdded{*name}};
}

Events rename(const PlanState& state, const RenamePlan& command) {
    const auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(name.error());
    if (*name == state.name)
        return refused(Reason::NothingChanges, "name");
    return std::vector<PlanEvent>{PlanChanged{*name}};
}

} // namespace

Result<std::vector<PlanEvent>> decide(const PlanState& state, const PlanCommand& command) {
    if (const auto* addition = std::get_if<AddPlan>(&command))
        return add(state, *addition);
    if (state.lifecycle == Lifecycle::None)
        return refused(Reason::DoesNotExist);
    if (state.lifecycle == Lifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    if (const auto* renaming = std::get_if<RenamePlan>(&command))
        return rename(state, *renaming);
    return std::vector<PlanEvent>{PlanRemoved{}};
}

PlanState evolve(PlanState state, const PlanEvent& event) {
    if (state.lifecycle == Lifecycle::Removed && !std::holds_alternative<PlanAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const PlanAdded& added) {
                       state = {Lifecycle::Active, added.name};
                   },
                   [&](const PlanChanged& changed) { state.name = changed.name; },
                   [&](const PlanRemoved&) { state.lifecycle = Lifecycle::Removed; },
               },
               event);
    return state;
}

NewEvent encode(const PlanEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const PlanAdded& added) {
                                         payload.text("name", added.name);
                                         return "plan.added";
                                     },
                                     [&](const PlanChanged& changed) {
                                         payload.text("name", changed.name);
                                         return "plan.changed";
                                     },
                                     [](const PlanRemoved&) { return "plan.removed"; },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<PlanEvent> decodePlanEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (type == "plan.removed")
        return PlanRemoved{};
    if (type != "plan.added" && type != "plan.changed")
        return std::nullopt;
    auto name = PayloadFields(payload).text("name");
    if (!name)
        return std::nullopt;
    if (type == "plan.added")
        return PlanAdded{std::move(*name)};
    return PlanChanged{std::move(*name)};
}

PlanState foldPlan(const std::vector<RecordedEvent>& events) {
    return fold<PlanState>(events, decodePlanEvent);
}

} // namespace muniment
