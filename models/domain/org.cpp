#include "models/domain/org.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

const std::string kStandardPlan = "standard";

using Events = Result<std::vector<OrgEvent>>;

Events add(const OrgState& state, const AddOrg& command) {
    if (state.lifecycle == OrgLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    if (state.lifecycle != OrgLifecycle::None)
        return refused(Reason::AlreadyExists);
    const auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(name.error());
    const auto region = checkedName(command.region, "region");
    if (!region)
        return tl::unexpected(region.error());
    const std::string plan = command.plan.empty() ? kStandardPlan : command.plan;
    if (!isKey(plan))
        return refused(Reason::PlanUnknown, "plan");
    std::vector<OrgEvent> events{OrgAdded{*name}, OrgRegionAssigned{*region}};
    if (plan != kStandardPlan)
        events.emplace_back(OrgPlanChanged{plan});
    return events;
}

/// Every other command wants an organization that exists.
std::optional<tl::unexpected<Error>> absence(const OrgState& state) {
    if (state.lifecycle == OrgLifecycle::None)
        return refused(Reason::DoesNotExist);
    if (state.lifecycle == OrgLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    return std::nullopt;
}

Events rename(const OrgState& state, const RenameOrg& command) {
    const auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(name.error());
    if (*name == state.name)
        return refused(Reason::NothingChanges, "name");
    return std::vector<OrgEvent>{OrgRenamed{*name}};
}

Events changePlan(const OrgState& state, const ChangeOrgPlan& command) {
    if (!isKey(command.plan))
        return refused(Reason::PlanUnknown, "plan");
    if (command.plan == state.plan)
        return refused(Reason::NothingChanges, "plan");
    return std::vector<OrgEvent>{OrgPlanChanged{command.plan}};
}

Events addDomain(const OrgState& state, const AddDomain& command) {
    auto domain = checkedDomain(command.domain);
    if (!domain)
        return tl::unexpected(std::move(domain.error()));
    if (state.domains.contains(*domain))
        return refused(Reason::DomainExists, "domain");
    return std::vector<OrgEvent>{OrgDomainAdded{std::move(*domain)}};
}

/// As it was written, which another service may have done in a spelling of its own; else in ours.
std::optional<std::string> heldDomain(const OrgState& state, const std::string& domain) {
    if (state.domains.contains(domain))
        return domain;
    auto checked = checkedDomain(domain);
    if (!checked || !state.domains.contains(*checked))
        return std::nullopt;
    return std::move(*checked);
}

Events verifyDomain(const OrgState& state, const VerifyDomain& command) {
    auto domain = heldDomain(state, command.domain);
    if (!domain)
        return refused(Reason::DomainUnknown, "domain");
    if (state.domains.at(*domain))
        return refused(Reason::AlreadyVerified, "domain");
    return std::vector<OrgEvent>{OrgDomainVerified{std::move(*domain)}};
}

Events removeDomain(const OrgState& state, const RemoveDomain& command) {
    auto domain = heldDomain(state, command.domain);
    if (!domain)
        return refused(Reason::DomainUnknown, "domain");
    return std::vector<OrgEvent>{OrgDomainRemoved{std::move(*domain)}};
}

} // namespace

std::string_view orgLifecycleName(OrgLifecycle lifecycle) {
    switch (lifecycle) {
    case OrgLifecycle::None:
        return "none";
    case OrgLifecycle::Active:
        return "active";
    case OrgLifecycle::Inactive:
        return "inactive";
    case OrgLifecycle::Removed:
        return "removed";
    }
    return "none";
}

Result<std::vector<OrgEvent>> decide(const OrgState& state, const OrgCommand& command) {
    if (const auto* addition = std::get_if<AddOrg>(&command))
        return add(state, *addition);
    if (const auto no = absence(state))
        return *no;
    return std::visit(Overloaded{
                          [&](const AddOrg&) -> Events { return refused(Reason::AlreadyExists); },
                          [&](const RenameOrg& wish) { return rename(state, wish); },
                          [&](const ChangeOrgPlan& wish) { return changePlan(state, wish); },
                          [&](const DeactivateOrg&) -> Events {
                              if (state.lifecycle == OrgLifecycle::Inactive)
                                  return refused(Reason::AlreadyInactive);
                              return std::vector<OrgEvent>{OrgDeactivated{}};
                          },
                          [&](const ReactivateOrg&) -> Events {
                              if (state.lifecycle == OrgLifecycle::Active)
                                  return refused(Reason::AlreadyActive);
                              return std::vector<OrgEvent>{OrgReactivated{}};
                          },
                          [](const RemoveOrg&) -> Events { return std::vector<OrgEvent>{OrgRemoved{}}; },
                          [&](const AddDomain& wish) { return addDomain(state, wish); },
                          [&](const VerifyDomain& wish) { return verifyDomain(state, wish); },
                          [&](const RemoveDomain& wish) { return removeDomain(state, wish); },
                      },
                      command);
}

OrgState evolve(OrgState state, const OrgEvent& event) {
    // A removed organization stays removed, whatever a careless writer adds behind it; its log may still be moved.
    if (state.lifecycle == OrgLifecycle::Removed && !std::holds_alternative<OrgAdded>(event) &&
        !std::holds_alternative<OrgMoved>(event))
        return state;
    std::visit(Overloaded{
                   [&](const OrgAdded& added) {
                       state.lifecycle = OrgLifecycle::Active;
                       state.name = added.name;
                   },
                   [&](const OrgRegionAssigned& assigned) { state.region = assigned.region; },
                   [&](const OrgRenamed& renamed) { state.name = renamed.name; },
                   [&](const OrgPlanChanged& changed) { state.plan = changed.plan; },
                   [&](const OrgDeactivated&) { state.lifecycle = OrgLifecycle::Inactive; },
                   [&](const OrgReactivated&) { state.lifecycle = OrgLifecycle::Active; },
                   [&](const OrgRemoved&) {
                       state.lifecycle = OrgLifecycle::Removed;
                       state.domains.clear();
                   },
                   [&](const OrgDomainAdded& added) { state.domains.emplace(added.domain, false); },
                   [&](const OrgDomainVerified& verified) { state.domains[verified.domain] = true; },
                   [&](const OrgDomainRemoved& removed) { state.domains.erase(removed.domain); },
                   [](const OrgMoveStarted&) {},
                   [](const OrgMoveCancelled&) {},
                   [&](const OrgMoved& moved) { state.region = moved.to; },
               },
               event);
    return state;
}

OrgState foldOrg(const std::vector<RecordedEvent>& events) {
    return fold<OrgState>(events, decodeOrgEvent);
}

} // namespace muniment
