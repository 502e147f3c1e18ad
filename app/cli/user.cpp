// user list | show: users as the file knows them, now or as of an instant.
#include "app/cli/history.h"
#include "app/cli/listing.h"

namespace muniment::cli {

namespace {

Result<UserQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    UserQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto state =
        oneOf(invocation, "--state",
              {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed},
              userLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto kind = oneOf(invocation, "--kind", {UserKind::Human, UserKind::Machine}, userKindName);
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

std::vector<std::string> cells(const UserRow& row) {
    return {row.id.text(),
            row.userName,
            std::string(userKindName(row.kind)),
            row.displayName,
            row.email,
            std::string(userLifecycleName(row.lifecycle)),
            row.tenantName,
            formatInstant(row.changedAt)};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<UserRow, UserQuery>(
        invocation, output,
        {queryOf,
         listUsers,
         userFields(),
         {{"ID"}, {"USER NAME"}, {"KIND"}, {"NAME"}, {"E-MAIL"}, {"STATE"}, {"ORGANIZATION"}, {"CHANGED"}},
         cells});
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
    const auto history = upTo(*asOf, userHistory(*file->snapshot, user->tenant, user->id, kHistoryLimit));
    if (!history)
        return tl::unexpected(history.error());
    if (output.wantsJson()) {
        output.object(jsonOf(*user, userFields())
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
