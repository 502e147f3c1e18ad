// access unused: grants in force by which nobody has ever done anything.
#include "app/cli/access.h"
#include "app/cli/listing.h"
#include "models/access/access_usage.h"
#include "models/domain/payload_fields.h"
#include "models/timeline/match_set.h"

#include <set>

namespace muniment::cli {

namespace {

/// What is told of the use of resources, up to the moment; only what people did with what the graph knows.
Result<std::vector<AccessUse>> usesIn(AccessFile& file) {
    const auto matches = evaluate(file.snapshot(), {*parseFilter("type:resource.accessed").filter, file.asOf(), {}});
    if (!matches)
        return tl::unexpected(matches.error());
    std::vector<AccessUse> uses;
    for (const auto& [run, ordinals] : (*matches)->ordinals)
        for (const std::uint32_t ordinal : ordinals) {
            const auto event = file.snapshot().event(EventNumber::of(run, ordinal));
            if (!event)
                return tl::unexpected(event.error());
            const auto home = file.entities().findHome(event->tenant);
            if (!home)
                continue;
            const AccessQuestion question{
                file.entities().findSubject(*home, SubjectKind::User, AggregateId(event->actor.id.text())),
                PayloadFields(event->payload).textOrEmpty("action"),
                file.entities().findResource(*home, event->aggregate.id)};
            if (!question.subject.isNone() && !question.resource.isNone())
                uses.push_back({question, {ordinal, file.loggedAt(*home, ordinal).micros}});
        }
    return uses;
}

Result<Exit> unused(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto uses = usesIn(**file);
    if (!uses)
        return tl::unexpected(uses.error());
    const AccessGraph& graph = (*file)->graph();
    std::set<AggregateId> used;
    for (const auto& [code, event] : lastUses(graph, *uses))
        used.insert((*file)->entities().idOf(code));
    GrantQuery query;
    query.asOf = (*file)->asOf();
    query.tenant = (*file)->tenant();
    query.standing = GrantStanding::InForce;
    const auto grants = readPages(ListPages<GrantRow, GrantQuery>((*file)->snapshot(), listGrants, query),
                                  std::numeric_limits<std::int64_t>::max());
    if (!grants)
        return tl::unexpected(grants.error());
    Table table({{"ID"}, {"ROLE"}, {"TO"}, {"ON"}, {"SINCE"}, {"ORGANIZATION"}});
    for (const GrantRow& row : *grants) {
        if (used.contains(row.id))
            continue;
        if (output.wantsJson())
            output.object(jsonOf(row, grantFields()));
        else
            table.add({row.id.text(), row.roleKey, row.subjectName.empty() ? row.subject.id.text() : row.subjectName,
                       row.resourceName.empty() ? row.resource.text() : row.resourceName, formatInstant(row.createdAt),
                       row.tenantName});
    }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    if (uses->empty())
        output.message("Nothing in this file tells of the use of resources (resource.accessed), so every grant is "
                       "listed.");
    return Exit::Done;
}

MUNIMENT_COMMAND(unused, {.name = "access unused",
                          .summary = "Lists grants in force by which nobody has ever done anything",
                          .positionals = {filePositional()},
                          .options = accessOptions(),
                          .example = "muniment access unused acme.muniment --tenant 'Acme AG'",
                          .run = asking(unused),
                          .opensWindow = {}});

} // namespace

} // namespace muniment::cli
