#include "models/replica/projections/team_members.h"

#include "models/domain/overloaded.h"

namespace muniment {

std::string_view memberKindName(TeamMember::Kind kind) {
    return kind == TeamMember::Kind::Team ? "team" : "user";
}

TeamMember::Kind memberKindNamed(std::string_view name) {
    return name == "team" ? TeamMember::Kind::Team : TeamMember::Kind::User;
}

ReadModelDescription TeamMemberTraits::description() {
    return {"teamMembers", "team", "team_members", 1, "team_members_v1.sql"};
}

std::optional<TeamMemberTraits::Change> TeamMemberTraits::decode(std::string_view type,
                                                                 const std::optional<std::string>& payload) {
    const auto event = decodeTeamEvent(type, payload);
    if (!event)
        return std::nullopt;
    using Kind = Change::Kind;
    return std::visit(Overloaded{
                          [](const TeamAdded&) { return std::optional(Change{Kind::Begin}); },
                          [](const TeamChanged&) { return std::optional<Change>(); },
                          [](const TeamRemoved&) { return std::optional(Change{Kind::End}); },
                          [](const TeamMemberAdded& added) {
                              return std::optional(Change{Kind::Put, added.member});
                          },
                          [](const TeamMemberRemoved& removed) {
                              return std::optional(Change{Kind::Drop, removed.member});
                          },
                      },
                      *event);
}

TeamMemberTraits::Derived TeamMemberTraits::derive(const Key& key, const Value&) {
    return {StoredId(key.id)};
}

void TeamMemberTraits::bind(sqlite::Statement& row, int first, const Key& key, const Value&, const Derived& derived) {
    row.bindText(first, memberKindName(key.kind));
    derived.member.bindTo(row, first + 1);
}

void TeamMemberTraits::read(const sqlite::Statement& row, int first, Key& key, Value&) {
    key.kind = memberKindNamed(row.bytes(first));
    key.id = storedIdAt(row, first + 1);
}

} // namespace muniment
