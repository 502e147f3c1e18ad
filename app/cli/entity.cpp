#include "app/cli/entity.h"

namespace muniment::cli {

const EntityKind<UserRow>& userKind() {
    static const EntityKind<UserRow> kind{
        "user", {"USER", "id, beginning of an id, user name or e-mail"}, "ann", findUser};
    return kind;
}

const EntityKind<TeamRow>& teamKind() {
    static const EntityKind<TeamRow> kind{"team", {"TEAM", "id, beginning of an id, or name"}, "Operations", findTeam};
    return kind;
}

const EntityKind<RoleRow>& roleKind() {
    static const EntityKind<RoleRow> kind{"role", {"ROLE", "id, beginning of an id, key or name"}, "editor", findRole};
    return kind;
}

const EntityKind<ResourceRow>& resourceKind() {
    static const EntityKind<ResourceRow> kind{
        "resource", {"RES", "id, beginning of an id, or name"}, "Handbook", findResource};
    return kind;
}

const EntityKind<GrantRow>& grantKind() {
    static const EntityKind<GrantRow> kind{"grant", {"GRANT", "id, or beginning of one"}, "4f1c", findGrant};
    return kind;
}

const EntityKind<SessionRow>& sessionKind() {
    static const EntityKind<SessionRow> kind{
        "session",
        {"SESSION", "id, or beginning of one"},
        "9a20",
        [](Snapshot& snapshot, const std::string& id, std::optional<Moment> asOf, const std::optional<TenantId>&) {
            return findSession(snapshot, id, asOf);
        }};
    return kind;
}

const EntityKind<SeparationRow>& separationKind() {
    static const EntityKind<SeparationRow> kind{
        "separation", {"RULE", "id, beginning of an id, or name"}, "'Four eyes'", findSeparation};
    return kind;
}

Option withinOption() {
    return {"--tenant", "ORG", "look in one organization only"};
}

Result<TeamMember> typedMember(const Invocation& invocation, Snapshot& snapshot, const TenantId& tenant) {
    const auto user = invocation.text("--user");
    const auto team = invocation.text("--team");
    if (user.has_value() == team.has_value())
        return failure(ErrorCode::InvalidInput, "give --user or --team", {{"field", "--user"}});
    if (user)
        return findUser(snapshot, *user, std::nullopt, tenant).map([](const UserRow& row) {
            return TeamMember{TeamMember::Kind::User, row.id};
        });
    return findTeam(snapshot, *team, std::nullopt, tenant).map([](const TeamRow& row) {
        return TeamMember{TeamMember::Kind::Team, row.id};
    });
}

Result<AggregateId> typedResource(const Invocation& invocation, Snapshot& snapshot, const TenantId& tenant,
                                  const std::string& option) {
    const auto typed = invocation.text(option);
    if (!typed)
        return AggregateId();
    return findResource(snapshot, *typed, std::nullopt, tenant).map([](const ResourceRow& row) { return row.id; });
}

std::vector<Option> memberOptions() {
    return {{"--user", "USER", "a user: id, beginning of it, user name or e-mail"},
            {"--team", "TEAM", "or a team: id, beginning of it, or name"}};
}

} // namespace muniment::cli
