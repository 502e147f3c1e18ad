// review start | decide | close.
#include "app/cli/review.h"
#include "app/cli/write_command.h"
#include "models/commands/command_text.h"
#include "models/reviews/review_start.h"

namespace muniment::cli {

namespace {

/// --role, --team or --resource, at most one of them; else the whole organization.
Result<ReviewScope> typedScope(const Invocation& typed, Snapshot& snapshot, const TenantId& tenant) {
    const auto role = typed.text("--role");
    const auto team = typed.text("--team");
    const auto resource = typed.text("--resource");
    if (int(role.has_value()) + int(team.has_value()) + int(resource.has_value()) > 1)
        return failure(ErrorCode::InvalidInput, "give one of --role, --team and --resource", {{"field", "--role"}});
    const auto as = [](ReviewScope::Kind kind) {
        return [kind](const auto& row) { return ReviewScope{kind, row.id}; };
    };
    if (role)
        return findRole(snapshot, *role, std::nullopt, tenant).map(as(ReviewScope::Kind::Role));
    if (team)
        return findTeam(snapshot, *team, std::nullopt, tenant).map(as(ReviewScope::Kind::Team));
    if (resource)
        return findResource(snapshot, *resource, std::nullopt, tenant).map(as(ReviewScope::Kind::Resource));
    return ReviewScope{};
}

Result<PreparedReview> preparedFrom(const Invocation& typed, Snapshot& snapshot, const OrgRow& org) {
    const auto scope = typedScope(typed, snapshot, org.id);
    if (!scope)
        return tl::unexpected(scope.error());
    const auto due = instantOption(typed, "--due");
    if (!due)
        return tl::unexpected(due.error());
    return prepareReview(snapshot, org.id,
                         {*typed.text("--name"), *scope, *typed.text("--reviewer"), *due, typed.has("--all")});
}

Result<Exit> start(const Invocation& invocation, Output& output) {
    return runWrite(invocation, output, {WriteKind::Adds}, [&](Snapshot& snapshot) -> Result<CommandRequest> {
        const auto org = findOrganization(snapshot, *invocation.text("--tenant"));
        if (!org)
            return tl::unexpected(org.error());
        const auto prepared = preparedFrom(invocation, snapshot, *org);
        if (!prepared)
            return tl::unexpected(prepared.error());
        output.message(std::to_string(prepared->command.items) + " of " + std::to_string(prepared->inScope) +
                       " grants are to be decided on" +
                       (prepared->since ? ": what changed since \"" + prepared->since->name + "\"." : "."));
        CommandRequest request;
        request.region = org->region;
        request.tenant = org->id;
        request.command = ReviewCommand(prepared->command);
        return request;
    });
}

Result<CommandRequest> decisionFrom(const Invocation& typed, Snapshot& snapshot) {
    const auto review = typedEntity(typed, snapshot, reviewKind());
    if (!review)
        return tl::unexpected(review.error());
    const auto decision = reviewDecisionNamed(*typed.text("DECISION"));
    if (!decision)
        return failure(ErrorCode::InvalidInput, "it is one of keep, revoke", {{"field", "DECISION"}});
    const auto grant = findGrant(snapshot, *typed.text("GRANT"), {}, review->tenant);
    if (!grant)
        return tl::unexpected(grant.error());
    const auto item = reviewItemOf(snapshot, *review, grant->id);
    if (!item)
        return tl::unexpected(item.error());
    return requestFor(*review, ReviewCommand(DecideReviewItem{
                                   grant->id, *decision, typed.whole("--if-sequence").value_or(item->grant.sequence)}));
}

/// Without a server: what `apply` sends later.
Result<Exit> printLine(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto request = decisionFrom(invocation, *file->snapshot);
    if (!request)
        return tl::unexpected(request.error());
    request->reason = invocation.text("--reason").value_or("");
    if (reviewDecisionNamed(*invocation.text("DECISION")) == ReviewDecision::Revoke && request->reason.empty())
        return refused(Reason::ReasonMissing, "reason");
    output.line(printCommand(*request));
    return Exit::Done;
}

Result<Exit> decideItem(const Invocation& invocation, Output& output) {
    if (invocation.has("--as-line"))
        return printLine(invocation, output);
    return runWrite(invocation, output, {WriteKind::Changes},
                    [&](Snapshot& snapshot) { return decisionFrom(invocation, snapshot); });
}

Result<Exit> close(const Invocation& invocation, Output& output) {
    return runWrite(invocation, output, {WriteKind::Changes}, [&](Snapshot& snapshot) {
        return typedEntity(invocation, snapshot, reviewKind()).map([](const ReviewRow& row) {
            return requestFor(row, ReviewCommand(CloseReview{}));
        });
    });
}

MUNIMENT_COMMAND(start,
                 {.name = "review start",
                  .summary = "Starts an access review of what changed since the last sign-off; prints its id",
                  .positionals = {filePositional()},
                  .options = withWritingOptions(
                      {{"--tenant", "ORG", "the organization: id, beginning of it, or name", Option::Kind::Text, true},
                       {"--name", "N", "what it is called", Option::Kind::Text, true},
                       {"--reviewer", "WHO", "who is to decide", Option::Kind::Text, true},
                       {"--due", "T", "until when: RFC 3339, a date, or +14d", Option::Kind::Text, true},
                       {"--role", "ROLE", "only grants of one role"},
                       {"--team", "TEAM", "or only those of a team and of who is in it"},
                       {"--resource", "RES", "or only those on one resource and what lies in it"},
                       {"--all", "", "also what is signed off and has not changed since", Option::Kind::Flag}}),
                  .example = "muniment review start acme.muniment --tenant 'Acme Ltd' --name 'Spring 2026' "
                             "--reviewer ann --due +14d",
                  .run = start,
                  .opensWindow = {}});
MUNIMENT_COMMAND(decide,
                 {.name = "review decide",
                  .summary = "Keeps or revokes a grant in a review, unless it changed since it was seen",
                  .positionals = {filePositional(),
                                  reviewKind().positional,
                                  {"GRANT", "id, or beginning of one"},
                                  {"DECISION", "keep or revoke"}},
                  .options = withWritingOptions({withinOption(),
                                                 {"--as-line", "",
                                                  "write nothing; print it as a line for apply, to be sent later",
                                                  Option::Kind::Flag}}),
                  .example = "muniment review decide acme.muniment 'Spring 2026' 4f1c revoke --reason 'has left'",
                  .run = decideItem,
                  .opensWindow = {}});
MUNIMENT_COMMAND(closeReview,
                 {.name = "review close",
                  .summary = "Signs a review off; with items undecided it takes a reason",
                  .positionals = {filePositional(), reviewKind().positional},
                  .options = withWritingOptions({withinOption()}),
                  .example = "muniment review close acme.muniment 'Spring 2026' --reason 'the rest is next week'",
                  .run = close,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
