// review list | show: campaigns with their progress and drift, and one of them with its items and every decision.
#include "app/cli/review.h"

#include "app/cli/showing.h"
#include "models/reviews/review_evidence.h"

namespace muniment::cli {

const EntityKind<ReviewRow>& reviewKind() {
    static const EntityKind<ReviewRow> kind{
        "review", {"REVIEW", "id, beginning of an id, or name"}, "'Spring 2026'", findReview};
    return kind;
}

std::string scopeText(const ReviewRow& review) {
    std::string text(reviewScopeName(review.scope.kind));
    if (review.scope.kind == ReviewScope::Kind::Organization)
        return text;
    return text + " " + (review.scopeName.empty() ? review.scope.id.text() : review.scopeName);
}

namespace {

Result<ReviewQuery> queryOf(const Invocation& invocation, Snapshot& snapshot) {
    ReviewQuery query;
    const auto state =
        oneOf(invocation, "--state", {ReviewLifecycle::Open, ReviewLifecycle::Closed}, reviewLifecycleName);
    if (!state)
        return tl::unexpected(state.error());
    const auto tenant = tenantOption(invocation, snapshot);
    if (!tenant)
        return tl::unexpected(tenant.error());
    query.lifecycle = *state;
    query.tenant = *tenant;
    return query;
}

std::string driftText(const std::optional<ReviewDrift>& drift) {
    if (!drift)
        return "not known";
    return drift->total() == 0 ? "none"
                               : std::to_string(drift->began) + " began, " + std::to_string(drift->changed) +
                                     " changed, " + std::to_string(drift->ended) + " ended";
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto query = queryOf(invocation, *file->snapshot);
    if (!query)
        return tl::unexpected(query.error());
    const auto rows = readPages(ListPages<ReviewRow, ReviewQuery>(*file->snapshot, listReviews, *query),
                                std::numeric_limits<std::int64_t>::max());
    if (!rows)
        return tl::unexpected(rows.error());
    Table table({{"ID"},
                 {"NAME"},
                 {"OF"},
                 {"REVIEWER"},
                 {"DUE"},
                 {"STATE"},
                 {"DECIDED", true},
                 {"SINCE THEN"},
                 {"ORGANIZATION"}});
    for (const ReviewRow& row : *rows) {
        const auto read = readDrift(*file->snapshot, row);
        const auto drift = read ? std::optional(*read) : std::nullopt;
        if (output.wantsJson())
            output.object(jsonOf(row, reviewFields()).raw("drift", driftJson(drift)));
        else
            table.add(
                {row.id.text(), row.name, scopeText(row), row.reviewer,
                 row.dueAt ? formatInstant(*row.dueAt) : std::string(), std::string(reviewLifecycleName(row.lifecycle)),
                 std::to_string(row.decided()) + " of " + std::to_string(row.items), driftText(drift), row.tenantName});
    }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return Exit::Done;
}

std::string nameOr(const std::string& name, const AggregateId& id) {
    return name.empty() ? id.text() : name;
}

std::string peersText(const ReviewItem& item) {
    if (item.peers.mates > 0)
        return std::to_string(item.peers.matesHolding) + " of " + std::to_string(item.peers.mates) + " team mates";
    return std::to_string(item.peers.holders) + " others";
}

std::string decisionText(const ReviewItem& item) {
    std::string text = item.decision ? std::string(reviewDecisionName(item.decision->decision)) : "";
    if (item.now && !(item.decision && item.decision->decision == ReviewDecision::Revoke))
        text += (text.empty() ? "" : ", ") + std::string("stands at ") + std::to_string(item.now->sequence) + " now";
    return text;
}

void printItems(const std::vector<ReviewItem>& items, Output& output) {
    Table table({{"GRANT"},
                 {"ROLE"},
                 {"TO"},
                 {"ON"},
                 {"AT", true},
                 {"SINCE"},
                 {"BY"},
                 {"REASON"},
                 {"LAST USE"},
                 {"ALSO HAVE IT"},
                 {"WHY"},
                 {"DECISION"}});
    for (const ReviewItem& item : items)
        table.add({item.grant.id.text(), nameOr(item.grant.roleKey, item.grant.role),
                   nameOr(item.grant.subjectName, item.grant.subject.id),
                   nameOr(item.grant.resourceName, item.grant.resource), std::to_string(item.grant.sequence),
                   formatInstant(item.grant.createdAt), item.granterName.empty() ? item.granterId : item.granterName,
                   item.grantReason, item.lastUse ? formatInstant(*item.lastUse) : "never", peersText(item),
                   std::string(reviewChangeName(item.change)), decisionText(item)});
    for (const auto& line : table.lines())
        output.line(line);
}

void printDecisions(const std::vector<MadeDecision>& decisions, Output& output) {
    if (decisions.empty())
        return;
    output.line("");
    Table table({{"DECIDED AT"}, {"GRANT"}, {"DECISION"}, {"BY"}, {"REASON"}, {"COUNTS"}});
    for (const auto& [row, by] : decisions)
        table.add({formatInstant(row.at), row.grant.text(), std::string(reviewDecisionName(row.decision)), by,
                   row.reason, row.counts ? "yes" : "followed by another"});
    for (const auto& line : table.lines())
        output.line(line);
}

Result<Exit> show(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    Snapshot& snapshot = *file->snapshot;
    const auto review = typedEntity(invocation, snapshot, reviewKind());
    if (!review)
        return tl::unexpected(review.error());
    AccessProjection access;
    if (auto known = access.advance(snapshot); !known)
        return tl::unexpected(known.error());
    const auto shown = invocation.has("--all") ? ItemsShown::All : ItemsShown::Asked;
    const auto evidence = readEvidence(snapshot, access, *review, shown);
    if (!evidence)
        return tl::unexpected(evidence.error());
    if (output.wantsJson()) {
        output.object(wholeJsonOf(*evidence, evidenceFields()));
        return Exit::Done;
    }
    std::vector<std::pair<std::string, RecordValue>> values;
    for (const auto& field : reviewFields())
        values.emplace_back(field.name, field.valueOf(*review));
    values.emplace_back("drift", RecordValue::ofText(driftText(evidence->drift)));
    printFields(values, output);
    printItems(evidence->items, output);
    printDecisions(evidence->decisions, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(list, {.name = "review list",
                        .summary = "Lists access reviews with what is decided, and what changed in their scope since",
                        .positionals = {filePositional()},
                        .options = {{"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                                    {"--state", "S", "open or closed; else both"}},
                        .example = "muniment review list acme.muniment --state open --json",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show,
                 {.name = "review show",
                  .summary = "Shows an access review: the grants to decide on, and every decision",
                  .positionals = {filePositional(), reviewKind().positional},
                  .options = {{"--all", "", "also what the last sign-off covers", Option::Kind::Flag}, withinOption()},
                  .example = "muniment review show acme.muniment 'Spring 2026' --all",
                  .run = show,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
