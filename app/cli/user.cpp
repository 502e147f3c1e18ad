// user list | show: users as the file knows them, now or as of an instant.
#include "app/cli/history.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/directory/directory.h"

namespace muniment::cli {

namespace {

JsonObject userJson(const UserRow& row) {
    return JsonObject()
        .text("id", row.id.text())
        .text("tenantId", row.tenant.text())
        .text("userName", row.userName)
        .text("kind", userKindName(row.kind))
        .text("displayName", row.displayName)
        .text("email", row.email)
        .text("state", userLifecycleName(row.lifecycle))
        .instant("createdAt", row.createdAt)
        .instant("changedAt", row.changedAt);
}

Result<std::optional<UserLifecycle>> stateOption(const Invocation& invocation) {
    const auto state = invocation.text("--state");
    if (!state)
        return std::nullopt;
    for (const auto lifecycle :
         {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed}) {
        if (userLifecycleName(lifecycle) == *state)
            return lifecycle;
    }
    return failure(ErrorCode::InvalidInput, "it is one of active, locked, inactive, removed", {{"field", "--state"}});
}

Result<std::optional<UserKind>> kindOption(const Invocation& invocation) {
    const auto kind = invocation.text("--kind");
    if (!kind)
        return std::nullopt;
    for (const auto known : {UserKind::Human, UserKind::Machine}) {
        if (userKindName(known) == *kind)
            return known;
    }
    return failure(ErrorCode::InvalidInput, "it is human or machine", {{"field", "--kind"}});
}

Result<std::optional<TenantId>> tenantOption(const Invocation& invocation, Snapshot& snapshot,
                                             std::optional<Instant> asOf) {
    const auto tenant = invocation.text("--tenant");
    if (!tenant)
        return std::nullopt;
    return findOrganization(snapshot, *tenant, asOf).map([](const OrgRow& org) { return std::optional(org.id); });
}

Result<UserQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    UserQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state = stateOption(invocation);
    if (!state)
        return tl::unexpected(state.error());
    const auto kind = kindOption(invocation);
    if (!kind)
        return tl::unexpected(kind.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.lifecycle = *state;
    query.kind = *kind;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    return query;
}

Result<std::vector<UserRow>> readAll(Snapshot& snapshot, UserQuery query, std::int64_t limit) {
    std::vector<UserRow> all;
    // As of an instant a page costs as much as all of it.
    const std::int64_t pageSize = query.asOf ? 1'000'000 : 500;
    while (static_cast<std::int64_t>(all.size()) < limit) {
        query.limit = static_cast<int>(std::min(pageSize, limit - static_cast<std::int64_t>(all.size())));
        const auto page = listUsers(snapshot, query);
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
            output.object(userJson(row));
        return Exit::Done;
    }
    Table table({{"ID"}, {"USER NAME"}, {"KIND"}, {"NAME"}, {"E-MAIL"}, {"STATE"}, {"ORGANIZATION"}, {"CHANGED"}});
    for (const auto& row : *rows)
        table.add({row.id.text(), row.userName, std::string(userKindName(row.kind)), row.displayName, row.email,
                   std::string(userLifecycleName(row.lifecycle)), row.tenantName, formatInstant(row.changedAt)});
    for (const auto& line : table.lines())
        output.line(line);
    return Exit::Done;
}

void print(const UserRow& user, Output& output) {
    output.line("id            " + escaped(user.id.text()));
    output.line("user name     " + escaped(user.userName));
    output.line("kind          " + std::string(userKindName(user.kind)));
    output.line("name          " + escaped(user.displayName));
    output.line("first, last   " + escaped(user.firstName) + ", " + escaped(user.lastName));
    output.line("e-mail        " + escaped(user.email) + (user.isEmailVerified ? " (verified)" : ""));
    output.line("phone         " + escaped(user.phone));
    output.line("state         " + std::string(userLifecycleName(user.lifecycle)));
    output.line("organization  " + escaped(user.tenantName) + " (" + escaped(user.tenant.text()) + ")");
    output.line("region        " + escaped(user.region.text()));
    output.line("created       " + formatInstant(user.createdAt));
    output.line("changed       " + formatInstant(user.changedAt));
    output.line("sequence      " + std::to_string(user.sequence));
    output.line("");
}

Result<Exit> show(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto tenant = tenantOption(invocation, *file->snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    const auto user = findUser(*file->snapshot, *invocation.text("USER"), *asOf, *tenant);
    if (!user)
        return tl::unexpected(user.error());
    auto history = userHistory(*file->snapshot, user->tenant, user->id, kHistoryLimit);
    if (!history)
        return tl::unexpected(history.error());
    if (*asOf)
        std::erase_if(*history, [&](const VersionRow& version) { return version.validFrom > **asOf; });
    if (output.wantsJson()) {
        output.object(userJson(*user)
                          .text("firstName", user->firstName)
                          .text("lastName", user->lastName)
                          .boolean("emailVerified", user->isEmailVerified)
                          .text("phone", user->phone)
                          .text("tenantName", user->tenantName)
                          .text("region", user->region.text())
                          .integer("sequence", user->sequence)
                          .objects("history", historyJson(*file->snapshot, *history)));
        return Exit::Done;
    }
    print(*user, output);
    printHistory(*history, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(list, {.name = "user list",
                        .summary = "Lists users in order of their user names",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                                    {"--state", "S", "active, locked, inactive or removed; else all but removed"},
                                    {"--kind", "K", "human or machine"},
                                    {"--text", "TEXT",
                                     "whose user name, name, e-mail or id holds TEXT, without case and accents"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment user list acme.muniment --tenant 'Acme Ltd' --state locked --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, {.name = "user show",
                        .summary = "Shows one user and their history",
                        .positionals = {filePositional(), {"USER", "id, beginning of an id, user name or e-mail"}},
                        .options = {asOfOption(), {"--tenant", "ORG", "look in one organization only"}},
                        .example = "muniment user show acme.muniment ann@acme.example",
                        .run = show,
                        .opensWindow = {}});

} // namespace

} // namespace muniment::cli
