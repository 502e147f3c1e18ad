#include "models/replica/projections/organizations.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

namespace muniment {

ReadModelDescription OrganizationTraits::description() {
    return {"organizations", "org", "org_versions", 1, "organizations_v1.sql", true, "_listed"};
}

std::optional<OrgEvent> OrganizationTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    if (type.starts_with("org.domain."))
        return std::nullopt;
    return decodeOrgEvent(type, payload);
}

OrganizationTraits::State OrganizationTraits::evolve(State state, const OrgEvent& event,
                                                     const ProjectedEvent& projected) {
    return {muniment::evolve(std::move(state.org), event), projected.epoch};
}

OrganizationTraits::Derived OrganizationTraits::derive(const State&, const std::string&) {
    return {};
}

void OrganizationTraits::bind(sqlite::Statement& row, int first, const State& state, const std::string& id,
                              const Derived&) {
    row.bindText(first, id);
    row.bindText(first + 1, state.org.name);
    row.bindText(first + 2, state.org.plan);
    row.bindText(first + 3, orgLifecycleName(state.org.lifecycle));
    row.bindText(first + 4, state.org.region);
    row.bind(first + 5, state.epoch);
}

OrganizationTraits::State OrganizationTraits::read(const sqlite::Statement& row, int first) {
    State state;
    state.org.name = row.text(first + 1);
    state.org.plan = row.text(first + 2);
    state.org.lifecycle = valueNamed(row.bytes(first + 3), orgLifecycleName,
                                     {OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed});
    state.org.region = row.text(first + 4);
    state.epoch = static_cast<std::int32_t>(row.integer(first + 5));
    return state;
}

Listing OrganizationTraits::listing(const State& state) {
    return {foldName(state.org.name), std::string(orgLifecycleName(state.org.lifecycle)), {}, {}};
}

bool OrganizationTraits::equal(const State& a, const State& b) {
    return a.epoch == b.epoch && a.org.lifecycle == b.org.lifecycle && a.org.name == b.org.name &&
           a.org.plan == b.org.plan && a.org.region == b.org.region;
}

} // namespace muniment
