// org list | show: organizations as the file knows them, now or as of an instant.
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/directory/directory.h"

namespace muniment::cli {

namespace {

JsonObject orgJson(const OrgRow& row) {
    return JsonObject()
        .text("id", row.id.text())
        .text("name", row.name)
        .text("region", row.region.text())
        .text("state", orgLifecycleName(row.lifecycle))
        .text("plan", row.plan)
        .instant("createdAt", row.createdAt)
        .instant("changedAt", row.changedAt);
}

Result<std::optional<OrgLifecycle>> stateOption(const Invocation& invocation) {
    const auto state = invocation.text("--state");
    if (!state)
        return std::nullopt;
    for (const auto lifecycle : {OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed}) {
        if (orgLifecycleName(lifecycle) == *state)
            return lifecycle;
    }
    return failure(ErrorCode::InvalidInput, "it is one of active, inactive, removed", {{"field", "--state"}});
}

Result<OrgQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    OrgQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = stateOption(invocation);
    if (!state)
        return tl::unexpected(state.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.text = invocation.text("--text").value_or("");
    if (const auto region = invocation.text("--region")) {
        query.region = RegionName(*region);
        if (const auto known = regionNamed(snapshot, *query.region); !known)
            return tl::unexpected(known.error());
    }
    return query;
}

Result<std::vector<OrgRow>> readAll(Snapshot& snapshot, OrgQuery query, std::int64_t limit) {
    std::vector<OrgRow> all;
    while (static_cast<std::int64_t>(all.size()) < limit) {
        query.limit = static_cast<int>(std::min<std::int64_t>(500, limit - static_cast<std::int64_t>(all.size())));
        const auto page = listOrganizations(snapshot, query);
        if (!page)
            return tl::unexpected(page.error());
        all.insert(all.end(), page->begin(), page->end());
        if (static_cast<int>(page->size()) < query.limit)
            break;
        query.after = pageKeyOf(page->back());
    }
    return all;
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto query = queryOf(invocation, *file->snapshot);
    if (!query)
        return tl::unexpected(query.error());
    const auto rows = readAll(*file->snapshot, *query,
                              invocation.whole("--limit").value_or(std::numeric_limits<std::int64_t>::max()));
    if (!rows)
        return tl::unexpected(rows.error());
    if (output.wantsJson()) {
        for (const auto& row : *rows)
            output.object(orgJson(row));
        return Exit::Done;
    }
    Table table({{"ID"}, {"NAME"}, {"REGION"}, {"STATE"}, {"PLAN"}, {"CREATED"}, {"CHANGED"}});
    for (const auto& row : *rows)
        table.add({row.id.text(), row.name, row.region.text(), std::string(orgLifecycleName(row.lifecycle)), row.plan,
                   formatInstant(row.createdAt), formatInstant(row.changedAt)});
    for (const auto& line : table.lines())
        output.line(line);
    return Exit::Done;
}

void print(const OrgRow& org, Output& output) {
    output.line("id        " + escaped(org.id.text()));
    output.line("name      " + escaped(org.name));
    output.line("region    " + escaped(org.region.text()));
    output.line("state     " + std::string(orgLifecycleName(org.lifecycle)));
    output.line("plan      " + escaped(org.plan));
    output.line("users     " + std::to_string(org.users));
    output.line("created   " + formatInstant(org.createdAt));
    output.line("changed   " + formatInstant(org.changedAt));
    output.line("sequence  " + std::to_string(org.sequence));
    output.line("");
}

Result<Exit> show(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto org = findOrganization(*file->snapshot, *invocation.text("ORG"), *asOf);
    if (!org)
        return tl::unexpected(org.error());
    auto history = organizationHistory(*file->snapshot, org->id, kHistoryLimit);
    if (!history)
        return tl::unexpected(history.error());
    if (*asOf)
        std::erase_if(*history, [&](const VersionRow& version) { return version.validFrom > **asOf; });
    if (output.wantsJson()) {
        output.object(orgJson(*org)
                          .integer("sequence", org->sequence)
                          .integer("epoch", org->epoch)
                          .integer("users", org->users)
                          .objects("history", historyJson(*file->snapshot, *history)));
        return Exit::Done;
    }
    print(*org, output);
    printHistory(*history, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(list, {.name = "org list",
                        .summary = "Lists organizations in order of their names",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--region", "R", "of one region"},
                                    {"--state", "S", "active, inactive or removed; else all but removed"},
                                    {"--text", "TEXT", "whose name or id holds TEXT, without case and accents"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment org list acme.muniment --as-of 2026-03-01 --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, {.name = "org show",
                        .summary = "Shows one organization and its history",
                        .positionals = {filePositional(), {"ORG", "id, beginning of an id, or name"}},
                        .options = {asOfOption()},
                        .example = "muniment org show acme.muniment 'Acme Ltd'",
                        .run = show,
                        .opensWindow = {}});

} // namespace

} // namespace muniment::cli
