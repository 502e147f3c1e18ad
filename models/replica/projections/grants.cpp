#include "models/replica/projections/grants.h"

#include "models/base/named_value.h"
#include "models/replica/projections/team_members.h"

#include <tuple>

namespace muniment {

namespace {

void bindTime(sqlite::Statement& row, int index, std::optional<Instant> time) {
    if (time)
        row.bind(index, time->micros);
    else
        row.bindNull(index);
}

std::optional<Instant> timeAt(const sqlite::Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(Instant{row.integer(column)});
}

} // namespace

ReadModelDescription GrantTraits::description() {
    return {"grants", "grant", "grant_versions", 1, "grants_v1.sql"};
}

std::optional<GrantEvent> GrantTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    return decodeGrantEvent(type, payload);
}

GrantState GrantTraits::evolve(GrantState state, const GrantEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

GrantTraits::Derived GrantTraits::derive(const GrantState& state, const std::string& id) {
    return {StoredId(id), StoredId(state.role), StoredId(state.subject.id), StoredId(state.resource)};
}

void GrantTraits::bind(sqlite::Statement& row, int first, const GrantState& state, const std::string&,
                       const Derived& derived) {
    derived.grant.bindTo(row, first);
    derived.role.bindTo(row, first + 1);
    row.bindText(first + 2, memberKindName(state.subject.kind));
    derived.subject.bindTo(row, first + 3);
    derived.resource.bindTo(row, first + 4);
    bindTime(row, first + 5, state.from);
    bindTime(row, first + 6, state.until);
    row.bindText(first + 7, grantLifecycleName(state.lifecycle));
}

GrantState GrantTraits::read(const sqlite::Statement& row, int first) {
    GrantState state;
    state.role = storedIdAt(row, first + 1);
    state.subject = {memberKindNamed(row.bytes(first + 2)), storedIdAt(row, first + 3)};
    state.resource = storedIdAt(row, first + 4);
    state.from = timeAt(row, first + 5);
    state.until = timeAt(row, first + 6);
    state.lifecycle =
        valueNamed(row.bytes(first + 7), grantLifecycleName, {GrantLifecycle::Active, GrantLifecycle::Removed});
    return state;
}

bool GrantTraits::equal(const GrantState& a, const GrantState& b) {
    return std::tie(a.lifecycle, a.role, a.subject, a.resource, a.from, a.until) ==
           std::tie(b.lifecycle, b.role, b.subject, b.resource, b.from, b.until);
}

} // namespace muniment
