#include "models/replica/projections/roles.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

ReadModelDescription RoleTraits::description() {
    return {"roles", "role", "role_versions", 1, "roles_v1.sql", true, "_listed"};
}

std::optional<RoleEvent> RoleTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    if (type.starts_with("role.permission."))
        return std::nullopt;
    return decodeRoleEvent(type, payload);
}

RoleState RoleTraits::evolve(RoleState state, const RoleEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

RoleTraits::Derived RoleTraits::derive(const RoleState&, const std::string&) {
    return {};
}

void RoleTraits::bind(sqlite::Statement& row, int first, const RoleState& state, const std::string& id,
                      const Derived&) {
    row.bindText(first, id);
    row.bindText(first + 1, state.key);
    row.bindText(first + 2, roleLifecycleName(state.lifecycle));
    row.bindText(first + 3, state.displayName);
    row.bindText(first + 4, state.group);
}

RoleState RoleTraits::read(const sqlite::Statement& row, int first) {
    RoleState state;
    state.key = row.text(first + 1);
    state.lifecycle =
        valueNamed(row.bytes(first + 2), roleLifecycleName, {RoleLifecycle::Active, RoleLifecycle::Removed});
    state.displayName = row.text(first + 3);
    state.group = row.text(first + 4);
    return state;
}

Listing RoleTraits::listing(const RoleState& state) {
    return {foldName(state.key),
            std::string(roleLifecycleName(state.lifecycle)),
            {},
            foldName(state.displayName) + '\n' + foldName(state.group)};
}

bool RoleTraits::equal(const RoleState& a, const RoleState& b) {
    return std::tie(a.lifecycle, a.key, a.displayName, a.group) == std::tie(b.lifecycle, b.key, b.displayName, b.group);
}

} // namespace muniment
