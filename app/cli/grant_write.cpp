// grant add | change | remove.
#include "app/cli/entity_command.h"

namespace muniment::cli {

namespace {

using Bound = std::optional<Instant>;

Result<AnyCommand> added(const Invocation& typed, Snapshot& snapshot, const OrgRow& org) {
    const auto role = findRole(snapshot, *typed.text("--role"), std::nullopt, org.id);
    if (!role)
        return tl::unexpected(role.error());
    const auto subject = typedMember(typed, snapshot, org.id);
    if (!subject)
        return tl::unexpected(subject.error());
    const auto resource = typedResource(typed, snapshot, org.id, "--resource");
    if (!resource)
        return tl::unexpected(resource.error());
    const auto from = instantOption(typed, "--from");
    if (!from)
        return tl::unexpected(from.error());
    const auto until = instantOption(typed, "--until");
    if (!until)
        return tl::unexpected(until.error());
    return GrantCommand(AddGrant{role->id, *subject, *resource, *from, *until});
}

/// Absent: not given; empty within: "none".
Result<std::optional<Bound>> boundOption(const Invocation& typed, const std::string& option) {
    const auto text = typed.text(option);
    if (!text)
        return std::nullopt;
    if (*text == "none")
        return std::optional<Bound>(Bound());
    const auto bound = instantOption(typed, option);
    if (!bound)
        return tl::unexpected(bound.error());
    return std::optional<Bound>(*bound);
}

Result<AnyCommand> changed(const Invocation& typed, Snapshot&, const GrantRow&) {
    const auto from = boundOption(typed, "--from");
    if (!from)
        return tl::unexpected(from.error());
    const auto until = boundOption(typed, "--until");
    if (!until)
        return tl::unexpected(until.error());
    return GrantCommand(ChangeGrant{*from, *until});
}

std::vector<Option> additionOptions() {
    std::vector<Option> options{
        {"--role", "ROLE", "the role: id, beginning of it, key or name", Option::Kind::Text, true}};
    for (auto& option : memberOptions())
        options.push_back(std::move(option));
    options.push_back({"--resource", "RES", "on one resource and all below it; else on the whole organization"});
    options.push_back({"--from", "T", "not before T: RFC 3339, a date, or +7d"});
    options.push_back({"--until", "T", "not from T on"});
    return options;
}

MUNIMENT_COMMAND(addGrant,
                 additionCommand("grant", "Grants a role to a user or a team; prints its id", additionOptions(),
                                 " --role editor --user ann --until +90d --reason 'stands in for Bob'", added));
MUNIMENT_COMMAND(change, entityCommand<GrantRow>(grantKind(), "change", "Moves a grant's beginning or end",
                                                 {{"--from", "T", "not before T; 'none': at once"},
                                                  {"--until", "T", "not from T on; 'none': for good"}},
                                                 " --until +30d", changed));
MUNIMENT_COMMAND(remove, removalCommand<GrantRow>(grantKind(), "Revokes a grant", GrantCommand(RemoveGrant{})));

} // namespace

} // namespace muniment::cli
