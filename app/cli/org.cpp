// org list | show: organizations as the file knows them, now or as of an instant.
#include "app/cli/history.h"
#include "app/cli/listing.h"

namespace muniment::cli {

namespace {

Result<OrgQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    OrgQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = oneOf(invocation, "--state",
                             {OrgLifecycle::Active, OrgLifecycle::Inactive, OrgLifecycle::Removed}, orgLifecycleName);
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

std::vector<std::string> cells(const OrgRow& row) {
    return {row.id.text(),
            row.name,
            row.region.text(),
            std::string(orgLifecycleName(row.lifecycle)),
            row.plan,
            formatInstant(row.createdAt),
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<OrgRow, OrgQuery>(invocation, output,
                                      {queryOf,
                                       listOrganizations,
                                       orgFields(),
                                       {{"ID"}, {"NAME"}, {"REGION"}, {"STATE"}, {"PLAN"}, {"CREATED"}, {"CHANGED"}},
                                       cells});
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

void print(const std::vector<DomainRow>& domains, Output& output) {
    if (domains.empty())
        return;
    Table table({{"DOMAIN"}, {"STATE"}, {"SINCE"}});
    for (const auto& row : domains)
        table.add({row.domain, row.isVerified ? "verified" : "claimed", formatInstant(row.changedAt)});
    for (const auto& line : table.lines())
        output.line(line);
    output.line("");
}

std::vector<JsonObject> domainsJson(const std::vector<DomainRow>& domains) {
    std::vector<JsonObject> json;
    for (const auto& row : domains)
        json.push_back(JsonObject()
                           .text("domain", row.domain)
                           .boolean("verified", row.isVerified)
                           .instant("since", row.since)
                           .instant("changedAt", row.changedAt));
    return json;
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
    const auto domains = organizationDomains(*file->snapshot, org->id, *asOf);
    if (!domains)
        return tl::unexpected(domains.error());
    const auto history = upTo(*asOf, organizationHistory(*file->snapshot, org->id, kHistoryLimit));
    if (!history)
        return tl::unexpected(history.error());
    if (output.wantsJson()) {
        output.object(jsonOf(*org, orgFields())
                          .integer("sequence", org->sequence)
                          .integer("epoch", org->epoch)
                          .integer("users", org->users)
                          .objects("domains", domainsJson(*domains))
                          .objects("history", historyJson(*file->snapshot, *history)));
        return Exit::Done;
    }
    print(*org, output);
    print(*domains, output);
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
