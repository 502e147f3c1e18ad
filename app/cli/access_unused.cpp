// access unused: grants in force by which nobody has ever done anything.
#include "app/cli/access.h"
#include "app/cli/listing.h"
#include "models/findings/unused_grants.h"

namespace muniment::cli {

namespace {

Result<Exit> unused(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    UnusedGrantQuery query;
    query.asOf = (*file)->asOf();
    query.tenant = (*file)->tenant();
    const auto grants = findUnusedGrants((*file)->snapshot(), (*file)->projection(), query, {});
    if (!grants)
        return tl::unexpected(grants.error());
    Table table({{"ID"}, {"ROLE"}, {"TO"}, {"ON"}, {"SINCE"}, {"ORGANIZATION"}});
    for (const UnusedGrant& unused : *grants) {
        const GrantRow& row = unused.grant;
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
    if (!grants->empty() && !grants->front().areUsesTold)
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
