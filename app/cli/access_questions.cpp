// access check | who | what: who may do what, at a moment.
#include "app/cli/access.h"
#include "app/cli/access_right.h"
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
} // namespace

} // namespace muniment::cli
