// session list | show | terminate.
#include "app/cli/entity_command.h"
#include "app/cli/showing.h"

namespace muniment::cli {

namespace {

Result<SessionQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    SessionQuery query;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto tenant = tenantOption(invocation, snapshot, *asOf);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.asOf = *asOf;
    query.tenant = *tenant;
    query.text = invocation.text("--text").value_or("");
    query.withEnded = invocation.has("--ended");
    if (const auto typed = invocation.text("--user")) {
        const auto user = findUser(snapshot, *typed, *asOf, *tenant);
        if (!user)
            return tl::unexpected(user.error());
        query.tenant = user->tenant;
        query.user = user->id;
    }
    return query;
}

std::vector<std::string> cells(const SessionRow& row) {
    return {row.id.text(),
            row.userName,
            row.os,
            row.browser,
            row.country,
            formatInstant(row.begun),
            row.ended ? formatInstant(*row.ended) : std::string("open"),
            row.tenantName};
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    return listRows<SessionRow, SessionQuery>(
        invocation, output,
        {queryOf,
         listSessions,
         sessionFields(),
         {{"ID"}, {"USER"}, {"OS"}, {"BROWSER"}, {"COUNTRY"}, {"BEGUN"}, {"ENDED"}, {"ORGANIZATION"}},
         cells});
}

Result<AnyCommand> terminated(const Invocation&, Snapshot&, const SessionRow&) {
    return SessionCommand(TerminateSession{});
}

MUNIMENT_COMMAND(list, {.name = "session list",
                        .summary = "Lists open sessions, newest first",
                        .positionals = {filePositional()},
                        .options = {asOfOption(),
                                    {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                                    {"--user", "USER", "of one user"},
                                    {"--ended", "", "those that have ended, too", Option::Kind::Flag},
                                    {"--text", "TEXT", "whose id or user holds TEXT"},
                                    {"--limit", "N", "at most N", Option::Kind::Whole}},
                        .example = "muniment session list acme.muniment --user ann --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, showCommand<SessionRow>("Shows one session", {sessionKind(), sessionFields, nullptr, nullptr}));
MUNIMENT_COMMAND(terminate, entityCommand<SessionRow>(sessionKind(), "terminate", "Ends a session", {},
                                                      " --reason 'laptop stolen'", terminated));

} // namespace

} // namespace muniment::cli
