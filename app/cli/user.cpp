// user list | show: users as the file knows them, now or as of an instant.
#include "app/cli/showing.h"

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
    output.line("phone         " + escaped(user.phone) + (user.isPhoneVerified ? " (verified)" : ""));
    output.line("state         " + std::string(userLifecycleName(user.lifecycle)) +
                (user.isPasswordChangeRequired ? ", to choose a new password" : ""));
    output.line("organization  " + escaped(user.tenantName) + " (" + escaped(user.tenant.text()) + ")");
    output.line("region        " + escaped(user.region.text()));
    output.line("created       " + formatInstant(user.createdAt));
    output.line("changed       " + formatInstant(user.changedAt));
    output.line("sequence      " + std::to_string(user.sequence));
}

std::string shown(const std::optional<Instant>& instant) {
    return instant ? formatInstant(*instant) : std::string("never");
}

void print(const UserActivity& activity, Output& output) {
    output.line("last seen     " + shown(activity.lastSeen));
    output.line("last sign-in  " + shown(activity.lastLogin) +
                (activity.failedInARow > 0 ? ", " + std::to_string(activity.failedInARow) + " wrong passwords since"
                                           : std::string()));
    output.line("");
}

JsonObject activityJson(const UserActivity& activity) {
    const auto text = [](const std::optional<Instant>& instant) {
        return instant ? std::optional(formatInstant(*instant)) : std::nullopt;
    };
    return JsonObject()
        .optionalText("lastSeenAt", text(activity.lastSeen))
        .optionalText("lastLoginAt", text(activity.lastLogin))
        .integer("failedInARow", activity.failedInARow);
}

Result<ShownPart> credentialsOf(Snapshot& snapshot, const UserRow& user, std::optional<Moment> asOf) {
    CredentialQuery query;
    query.asOf = asOf;
    query.tenant = user.tenant;
    query.user = user.id;
    const auto rows = readPages(ListPages<CredentialRow, CredentialQuery>(snapshot, listCredentials, query),
                                std::numeric_limits<std::int64_t>::max());
    if (!rows)
        return tl::unexpected(rows.error());
    ShownPart part{
        "credentials", {}, Table({{"PROVES WITH"}, {"ID"}, {"NAME"}, {"FINGERPRINT"}, {"SINCE"}, {"UNTIL"}})};
    for (const auto& [key, credential, since] : *rows) {
        const auto kind = std::string(credentialKindName(key.kind));
        const auto end = credential.expiration ? std::optional(formatInstant(*credential.expiration)) : std::nullopt;
        part.objects.push_back(JsonObject()
                                   .text("kind", kind)
                                   .text("id", key.id)
                                   .text("name", credential.name)
                                   .text("fingerprint", credential.fingerprint)
                                   .texts("scopes", credential.scopes)
                                   .instant("since", since)
                                   .optionalText("expiration", end));
        part.table.add({kind, key.id, credential.name, credential.fingerprint, formatInstant(since), end.value_or("")});
    }
    return part;
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
    const auto credentials = credentialsOf(*file->snapshot, *user, *asOf);
    if (!credentials)
        return tl::unexpected(credentials.error());
    const auto activity = userActivity(*file->snapshot, user->tenant, user->id, *asOf);
    if (!activity)
        return tl::unexpected(activity.error());
    const auto history = upTo(*asOf, userHistory(*file->snapshot, user->tenant, user->id, kHistoryLimit));
    if (!history)
        return tl::unexpected(history.error());
    if (output.wantsJson()) {
        output.object(jsonOf(*user, userFields())
                          .text("firstName", user->firstName)
                          .text("lastName", user->lastName)
                          .boolean("emailVerified", user->isEmailVerified)
                          .text("phone", user->phone)
                          .boolean("phoneVerified", user->isPhoneVerified)
                          .boolean("passwordChangeRequired", user->isPasswordChangeRequired)
                          .text("tenantName", user->tenantName)
                          .text("region", user->region.text())
                          .integer("sequence", user->sequence)
                          .raw("activity", activityJson(*activity).build())
                          .objects("credentials", credentials->objects)
                          .objects("history", historyJson(*file->snapshot, *history)));
        return Exit::Done;
    }
    print(*user, output);
    print(*activity, output);
    printParts({*credentials}, output);
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
