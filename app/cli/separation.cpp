// separation list | show | add | remove: rules that nobody may hold two permissions together.
#include "app/cli/entity_command.h"
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

using Lifecycle = SeparationState::Lifecycle;

Result<SeparationQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    SeparationQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = oneOf(invocation, "--state", {Lifecycle::Active, Lifecycle::Removed}, separationLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    return query;
}

std::string words(const Permission& permission, const std::string& resourceName) {
    if (!permission.resource.isEmpty())
        return permission.action + " on " + (resourceName.empty() ? permission.resource.text() : resourceName);
    return permission.action + " on " +
           (permission.resourceType == "*" ? "everything" : "every " + permission.resourceType);
}

std::vector<std::string> cells(const SeparationRow& row) {
    return {row.id.text(),
            row.name,
            words(row.first, row.firstResourceName),
            words(row.second, row.secondResourceName),
            std::string(separationLifecycleName(row.lifecycle)),
            row.tenantName,
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<SeparationRow, SeparationQuery>(
        invocation, output,
        {queryOf,
         listSeparations,
         separationFields(),
         {{"ID"}, {"NAME"}, {"NOBODY MAY HOLD"}, {"TOGETHER WITH"}, {"STATE"}, {"ORGANIZATION"}, {"CHANGED"}},
         cells});
}

Result<Permission> typedPermission(const Invocation& typed, Snapshot& snapshot, const TenantId& tenant,
                                   const std::string& which) {
    const std::string onType = "--" + which + "-type";
    const std::string onResource = "--" + which + "-resource";
    if (typed.has(onType) && typed.has(onResource))
        return failure(ErrorCode::InvalidInput, "give a type or a resource", {{"field", onResource}});
    const std::string type = typed.has(onResource) ? "" : typed.text(onType).value_or("*");
    return typedResource(typed, snapshot, tenant, onResource).map([&](AggregateId resource) {
        return Permission{*typed.text("--" + which), type, std::move(resource)};
    });
}

Result<AnyCommand> added(const Invocation& typed, Snapshot& snapshot, const OrgRow& org) {
    auto first = typedPermission(typed, snapshot, org.id, "first");
    if (!first)
        return tl::unexpected(first.error());
    auto second = typedPermission(typed, snapshot, org.id, "second");
    if (!second)
        return tl::unexpected(second.error());
    return SeparationCommand(AddSeparation{*typed.text("--name"), std::move(*first), std::move(*second)});
}

MUNIMENT_COMMAND(list,
                 {.name = "separation list",
                  .summary = "Lists rules of separation of duties in order of their names",
                  .positionals = {filePositional()},
                  .options = {asOfOption(),
                              {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                              {"--state", "S", "active or removed; else all but removed"},
                              {"--text", "TEXT", "whose name, actions or id holds TEXT, without case and accents"},
                              {"--limit", "N", "at most N", Option::Kind::Whole}},
                  .example = "muniment separation list acme.muniment --tenant 'Acme Ltd' --json",
                  .run = list,
                  .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<SeparationRow>("Shows one rule and its history",
                                                  {separationKind(), separationFields, nullptr, separationHistory}));
MUNIMENT_COMMAND(addRule,
                 additionCommand("separation", "Says that nobody may hold two permissions together; prints the id",
                                 {{"--name", "N", "what people call the rule", Option::Kind::Text, true},
                                  {"--first", "A", "an action: invoice.create", Option::Kind::Text, true},
                                  {"--first-type", "T", "on resources of a type; else of any"},
                                  {"--first-resource", "RES", "or on one resource"},
                                  {"--second", "A", "the other action", Option::Kind::Text, true},
                                  {"--second-type", "T", "on resources of a type; else of any"},
                                  {"--second-resource", "RES", "or on one resource"}},
                                 " --name 'Four eyes' --first invoice.create --second invoice.approve", added));
MUNIMENT_COMMAND(remove,
                 removalCommand<SeparationRow>(separationKind(), "Removes a rule of separation of duties for good",
                                               SeparationCommand(RemoveSeparation{})));

} // namespace

} // namespace muniment::cli
