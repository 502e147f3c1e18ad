// access check | who | what | diff: who may do what, at a moment, and what changed between two.
#include "app/cli/access.h"
#include "app/cli/listing.h"
#include "app/cli/text.h"
#include "models/access/access_rights.h"

namespace muniment::cli {

namespace {

Result<Exit> check(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto typed = typedQuestion(**file, invocation);
    if (!typed)
        return tl::unexpected(typed.error());
    const bool isAllowed = AccessWalk((*file)->graph()).check(typed->question, typed->seen);
    if (output.wantsJson())
        output.object(JsonObject().boolean("allowed", isAllowed));
    else
        output.line(isAllowed ? "yes" : "no");
    return isAllowed ? Exit::Done : Exit::No;
}

Result<Exit> who(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto resource = (*file)->resourceNamed(*invocation.text("RESOURCE"), {});
    if (!resource)
        return tl::unexpected(resource.error());
    const AccessGraph& graph = (*file)->graph();
    AccessWalk walk(graph);
    Table table({{"KIND"}, {"ID"}, {"NAME"}});
    for (const SubjectIndex subject :
         walk.who(*invocation.text("ACTION"), *resource, (*file)->seen(graph.homeOf(*resource)))) {
        const AccessEntity entity = (*file)->entities().entityOf(subject);
        const std::string name = (*file)->nameOf(subject);
        if (output.wantsJson())
            output.object(entityJson(**file, entity, name));
        else
            table.add({entity.aggregate.type, entity.aggregate.id.text(), name});
    }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return Exit::Done;
}

std::string placeOf(AccessFile& file, const AccessRight& right) {
    return file.graph().isRoot(right.place) ? std::string("the whole organization") : file.nameOf(right.place);
}

JsonObject rightJson(AccessFile& file, const HeldRight& held) {
    const AccessRight& right = held.right;
    const bool isOfType = (right.target & PermissionOfRole::kOfType) != 0;
    JsonObject json;
    json.text("action", file.graph().actionName(right.action));
    json.optionalText("resourceType",
                      isOfType ? std::optional(file.graph().typeName(right.target & ~PermissionOfRole::kOfType))
                               : std::nullopt);
    json.optionalText("resource",
                      isOfType
                          ? std::nullopt
                          : std::optional(file.entities().entityOf(ResourceIndex{right.target}).aggregate.id.text()));
    json.optionalText("within", file.graph().isRoot(right.place)
                                    ? std::nullopt
                                    : std::optional(file.entities().entityOf(right.place).aggregate.id.text()));
    const HomeIndex home = file.graph().homeOf(held.grant.role);
    json.text("role", file.nameOf(held.grant.role));
    json.text("grantId", file.entities().grantOf(home, held.grant.code).aggregate.id.text());
    return json;
}

std::vector<std::string> rightCells(AccessFile& file, const HeldRight& held) {
    return {file.actionAndTarget(held.right.action, held.right.target), placeOf(file, held.right),
            file.nameOf(held.grant.role), file.nameOf(held.grant.subject)};
}

Result<Exit> what(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto subject = (*file)->subjectNamed(*invocation.text("SUBJECT"));
    if (!subject)
        return tl::unexpected(subject.error());
    const AccessGraph& graph = (*file)->graph();
    AccessWalk walk(graph);
    Table table({{"MAY"}, {"WITHIN"}, {"ROLE"}, {"GRANTED TO"}});
    for (const HeldRight& held : rightsOf(graph, walk, *subject, (*file)->seen(graph.homeOf(*subject))))
        if (output.wantsJson())
            output.object(rightJson(**file, held));
        else
            table.add(rightCells(**file, held));
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return Exit::Done;
}

/// Whom a diff is about: one subject, or everybody of an organization.
Result<std::vector<SubjectChange>> changesOf(AccessFile& file, const Invocation& invocation, Instant from, Instant to) {
    const AccessGraph& graph = file.graph();
    const auto typed = invocation.text("--subject");
    if (!typed && !file.tenant())
        return failure(ErrorCode::InvalidInput, "say whose access: --subject or --tenant", {{"field", "--subject"}});
    Result<SubjectIndex> subject{SubjectIndex{}};
    if (typed && !(subject = file.subjectNamed(*typed)))
        return tl::unexpected(subject.error());
    const auto home = typed ? Result<HomeIndex>(graph.homeOf(*subject)) : file.homeOf(*file.tenant());
    if (!home)
        return tl::unexpected(home.error());
    const auto first = file.seenAt(*home, from);
    const auto second = file.seenAt(*home, to);
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    if (!typed)
        return changedSubjects(graph, *home, *first, *second, {});
    AccessWalk walk(graph);
    auto change = compareRights(graph, rightsOf(graph, walk, *subject, *first), *first,
                                rightsOf(graph, walk, *subject, *second), *second);
    if (change.isEmpty())
        return std::vector<SubjectChange>();
    return std::vector{SubjectChange{*subject, std::move(change)}};
}

Result<Exit> diff(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto from = instantOption(invocation, "--from");
    const auto to = instantOption(invocation, "--to");
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    const auto changes = changesOf(**file, invocation, **from, **to);
    if (!changes)
        return tl::unexpected(changes.error());
    Table table({{""}, {"WHO"}, {"MAY"}, {"WITHIN"}, {"ROLE"}, {"GRANTED TO"}});
    for (const auto& [subject, change] : *changes)
        for (const auto* held : {&change.gained, &change.lost})
            for (const HeldRight& right : *held) {
                const bool isGained = held == &change.gained;
                if (output.wantsJson()) {
                    const AccessEntity entity = (*file)->entities().entityOf(subject);
                    output.object(rightJson(**file, right)
                                      .text("subject", entity.aggregate.id.text())
                                      .text("name", (*file)->nameOf(subject))
                                      .text("change", isGained ? "gained" : "lost"));
                    continue;
                }
                auto cells = rightCells(**file, right);
                cells.insert(cells.begin(), {isGained ? "+" : "-", (*file)->nameOf(subject)});
                table.add(cells);
            }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return Exit::Done;
}

MUNIMENT_COMMAND(check, {.name = "access check",
                         .summary = "Says whether somebody may do something: exit 0 yes, 1 no",
                         .positionals = questionPositionals(),
                         .options = accessOptions(),
                         .example = "muniment access check acme.muniment ann contract.edit '*' --at 2026-03-01",
                         .run = asking(check),
                         .opensWindow = {}});
MUNIMENT_COMMAND(who, {.name = "access who",
                       .summary = "Lists everybody who may do something",
                       .positionals = {filePositional(),
                                       {"ACTION", "what is to be done: contract.edit"},
                                       {"RESOURCE", "id or name; * for the whole organization, with --tenant"}},
                       .options = accessOptions(),
                       .example = "muniment access who acme.muniment contract.edit '*' --tenant 'Acme AG' --at -30d",
                       .run = asking(who),
                       .opensWindow = {}});
MUNIMENT_COMMAND(what, {.name = "access what",
                        .summary = "Lists everything that somebody may do",
                        .positionals = {filePositional(), {"SUBJECT", "a user (id, user name, e-mail) or a team"}},
                        .options = accessOptions(),
                        .example = "muniment access what acme.muniment ann --at 2026-03-01 --json",
                        .run = asking(what),
                        .opensWindow = {}});
MUNIMENT_COMMAND(diff, {.name = "access diff",
                        .summary = "Lists what access was gained and lost between two moments",
                        .positionals = {filePositional()},
                        .options = {{"--from", "T1", "the first moment", Option::Kind::Text, true},
                                    {"--to", "T2", "the second moment", Option::Kind::Text, true},
                                    {"--subject", "S", "of one user or team"},
                                    {"--at", "T", "names of that moment; else of now"},
                                    {"--tenant", "ORG", "of everybody in one organization"}},
                        .example = "muniment access diff acme.muniment --from -30d --to now --tenant 'Acme AG'",
                        .run = asking(diff),
                        .opensWindow = {}});

} // namespace

} // namespace muniment::cli
