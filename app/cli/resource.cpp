// resource list | show: resources as the file knows them, now or as of an instant.
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

Result<ResourceQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    ResourceQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state =
        oneOf(invocation, "--state", {ResourceLifecycle::Active, ResourceLifecycle::Removed}, resourceLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    if (const auto parent = invocation.text("--parent")) {
        const auto found = findResource(snapshot, *parent, *asOf, *tenant);
        if (!found)
            return tl::unexpected(found.error());
        query.parent = found->id;
    }
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.tenant = *tenant;
    query.type = invocation.text("--type");
    query.text = invocation.text("--text").value_or("");
    return query;
}

std::string shownPath(const ResourceRow& row) {
    std::string path;
    for (const auto& name : row.path)
        path += name + " / ";
    return path + row.name;
}

std::vector<std::string> cells(const ResourceRow& row) {
    return {row.id.text(),
            row.type,
            shownPath(row),
            std::to_string(row.children),
            std::string(resourceLifecycleName(row.lifecycle)),
            row.tenantName,
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<ResourceRow, ResourceQuery>(
        invocation, output,
        {queryOf,
         listResources,
         resourceFields(),
         {{"ID"}, {"TYPE"}, {"NAME"}, {"BELOW", true}, {"STATE"}, {"ORGANIZATION"}, {"CHANGED"}},
         cells});
}

MUNIMENT_COMMAND(list, {.name = "resource list",
                        .summary = "Lists resources in order of their names",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                                    {"--type", "T", "of one type"},
                                    {"--parent", "RES", "directly below one resource"},
                                    {"--state", "S", "active or removed; else all but removed"},
                                    {"--text", "TEXT", "whose name, type or id holds TEXT, without case and accents"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment resource list acme.muniment --type document --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<ResourceRow>("Shows one resource, where it lies and its history",
                                                {resourceKind(), resourceFields, nullptr, resourceHistory}));

} // namespace

} // namespace muniment::cli
