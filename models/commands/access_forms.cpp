// Commands about teams, roles, resources and grants, as lines of JSON have them.
#include "models/commands/form.h"

namespace muniment::forms {

static TeamMember readMember(In in) {
    const auto user = in.optionalText("userId");
    const auto team = in.optionalText("teamId");
    if (user.has_value() == team.has_value())
        in.setWrong("userId", "it is to name a user or a team");
    return team ? TeamMember{TeamMember::Kind::Team, AggregateId(*team)}
                : TeamMember{TeamMember::Kind::User, AggregateId(user.value_or(std::string()))};
}

static void putMember(Out out, const TeamMember& member) {
    out.text(member.kind == TeamMember::Kind::User ? "userId" : "teamId", member.id.text());
}

template <>
struct Form<AddTeam> {
    static constexpr std::string_view kName = "team.add";

    static AddTeam read(In in) { return {in.text("name"), in.textOrEmpty("description")}; }

    static void write(Out out, const AddTeam& command) {
        out.text("name", command.name);
        put(out, "description", command.description);
    }
};

template <>
struct Form<ChangeTeam> {
    static constexpr std::string_view kName = "team.change";

    static ChangeTeam read(In in) { return {in.optionalText("name"), in.optionalText("description")}; }

    static void write(Out out, const ChangeTeam& command) {
        put(out, "name", command.name);
        put(out, "description", command.description);
    }
};

template <>
struct Form<RemoveTeam> : BareForm<RemoveTeam> {
    static constexpr std::string_view kName = "team.remove";
};

template <>
struct Form<AddTeamMember> {
    static constexpr std::string_view kName = "team.member.add";

    static AddTeamMember read(In in) { return {readMember(in)}; }

    static void write(Out out, const AddTeamMember& command) { putMember(out, command.member); }
};

template <>
struct Form<RemoveTeamMember> {
    static constexpr std::string_view kName = "team.member.remove";

    static RemoveTeamMember read(In in) { return {readMember(in)}; }

    static void write(Out out, const RemoveTeamMember& command) { putMember(out, command.member); }
};

template <>
struct Form<AddRole> {
    static constexpr std::string_view kName = "role.add";

    static AddRole read(In in) { return {in.text("key"), in.textOrEmpty("displayName"), in.textOrEmpty("group")}; }

    static void write(Out out, const AddRole& command) {
        out.text("key", command.key);
        put(out, "displayName", command.displayName);
        put(out, "group", command.group);
    }
};

template <>
struct Form<ChangeRole> {
    static constexpr std::string_view kName = "role.change";

    static ChangeRole read(In in) {
        return {in.optionalText("key"), in.optionalText("displayName"), in.optionalText("group")};
    }

    static void write(Out out, const ChangeRole& command) {
        put(out, "key", command.key);
        put(out, "displayName", command.displayName);
        put(out, "group", command.group);
    }
};

template <>
struct Form<RemoveRole> : BareForm<RemoveRole> {
    static constexpr std::string_view kName = "role.remove";
};

template <class Command>
struct PermissionForm {
    static Command read(In in) {
        return {{in.text("action"), in.textOrEmpty("resourceType"), in.idOrEmpty("resourceId")}};
    }

    static void write(Out out, const Command& command) {
        out.text("action", command.permission.action);
        put(out, "resourceType", command.permission.resourceType);
        put(out, "resourceId", command.permission.resource);
    }
};

template <>
struct Form<AddPermission> : PermissionForm<AddPermission> {
    static constexpr std::string_view kName = "role.permission.add";
};

template <>
struct Form<RemovePermission> : PermissionForm<RemovePermission> {
    static constexpr std::string_view kName = "role.permission.remove";
};

template <>
struct Form<AddResource> {
    static constexpr std::string_view kName = "resource.add";

    static AddResource read(In in) { return {in.text("name"), in.text("resourceType"), in.idOrEmpty("parentId")}; }

    static void write(Out out, const AddResource& command) {
        out.text("name", command.name).text("resourceType", command.resourceType);
        put(out, "parentId", command.parent);
    }
};

template <>
struct Form<ChangeResource> {
    static constexpr std::string_view kName = "resource.change";

    static ChangeResource read(In in) {
        ChangeResource command{in.optionalText("name"), {}};
        if (auto parent = in.optionalText("parentId"))
            command.parent = AggregateId(std::move(*parent));
        return command;
    }

    static void write(Out out, const ChangeResource& command) {
        put(out, "name", command.name);
        if (command.parent)
            out.text("parentId", command.parent->text());
    }
};

template <>
struct Form<RemoveResource> : BareForm<RemoveResource> {
    static constexpr std::string_view kName = "resource.remove";
};

template <>
struct Form<AddGrant> {
    static constexpr std::string_view kName = "grant.add";

    static AddGrant read(In in) {
        return {in.id("roleId"), readMember(in), in.idOrEmpty("resourceId"), in.optionalInstant("from"),
                in.optionalInstant("until")};
    }

    static void write(Out out, const AddGrant& command) {
        out.text("roleId", command.role.text());
        putMember(out, command.subject);
        put(out, "resourceId", command.resource);
        put(out, "from", command.from);
        put(out, "until", command.until);
    }
};

template <>
struct Form<ChangeGrant> {
    static constexpr std::string_view kName = "grant.change";

    static ChangeGrant read(In in) { return {in.changedInstant("from"), in.changedInstant("until")}; }

    static void write(Out out, const ChangeGrant& command) {
        put(out, "from", command.from);
        put(out, "until", command.until);
    }
};

template <>
struct Form<RemoveGrant> : BareForm<RemoveGrant> {
    static constexpr std::string_view kName = "grant.remove";
};

template <>
struct Form<AddSeparation> {
    static constexpr std::string_view kName = "separation.add";

    static AddSeparation read(In in) {
        return {in.text("name"),
                {in.text("firstAction"), in.textOrEmpty("firstResourceType"), in.idOrEmpty("firstResourceId")},
                {in.text("secondAction"), in.textOrEmpty("secondResourceType"), in.idOrEmpty("secondResourceId")}};
    }

    static void write(Out out, const AddSeparation& command) {
        out.text("name", command.name);
        out.text("firstAction", command.first.action);
        put(out, "firstResourceType", command.first.resourceType);
        put(out, "firstResourceId", command.first.resource);
        out.text("secondAction", command.second.action);
        put(out, "secondResourceType", command.second.resourceType);
        put(out, "secondResourceId", command.second.resource);
    }
};

template <>
struct Form<RemoveSeparation> : BareForm<RemoveSeparation> {
    static constexpr std::string_view kName = "separation.remove";
};

} // namespace muniment::forms

MUNIMENT_COMMAND_FORMS(TeamCommand)
MUNIMENT_COMMAND_FORMS(RoleCommand)
MUNIMENT_COMMAND_FORMS(ResourceCommand)
MUNIMENT_COMMAND_FORMS(GrantCommand)
MUNIMENT_COMMAND_FORMS(SeparationCommand)
