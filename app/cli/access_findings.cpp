// access findings: what is odd about who may do what, and in the log behind it.
#include "app/cli/access.h"
#include "app/cli/text.h"
#include "models/findings/oddities.h"

namespace muniment::cli {

namespace {

std::string words(const Oddity& oddity) {
    using Kind = Oddity::Kind;
    const std::string& name = oddity.thing.name;
    switch (oddity.kind) {
    case Kind::TeamInItself:
        return "the team " + name + " is in itself";
    case Kind::ResourceInItself:
        return name + " lies in itself";
    case Kind::UntoldMember:
        return name + " is in " + oddity.other.name + ", and no event tells who that is";
    case Kind::UntoldGrantee:
        return "something is granted to " + name + ", and no event tells who that is";
    case Kind::UntoldRole:
        return "the role " + name + " is granted, and no event tells what it is";
    case Kind::UntoldResource:
        return "the resource " + name + " is named, and no event tells what it is";
    case Kind::GrantBeforeRole:
        return "the role " + name + " was granted before it was added";
    case Kind::Clock:
        break;
    }
    return std::to_string(oddity.events) + " events stand behind ones with a later time";
}

Result<Exit> findings(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    Table table({{"FINDING"}, {"SINCE"}, {"ORGANIZATION"}});
    bool hasFound = false;
    for (std::uint32_t i = 0; i < (*file)->graph().homes().size(); ++i) {
        const HomeIndex home{i};
        if ((*file)->tenant() && (*file)->entities().entityOf(home).tenant != *(*file)->tenant())
            continue;
        const auto oddities =
            readOddities((*file)->snapshot(), (*file)->projection(), home, (*file)->seen(home), (*file)->asOf());
        if (!oddities)
            return tl::unexpected(oddities.error());
        for (const Oddity& oddity : *oddities) {
            hasFound = true;
            const auto since = oddity.since ? std::optional(formatInstant(*oddity.since)) : std::nullopt;
            if (output.wantsJson())
                output.object(JsonObject()
                                  .text("finding", std::string(oddityKindName(oddity.kind)))
                                  .text("words", words(oddity))
                                  .text("tenantId", oddity.tenant.text())
                                  .optionalText("since", since));
            else
                table.add({words(oddity), since.value_or(""), oddity.tenantName});
        }
    }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return hasFound ? Exit::No : Exit::Done;
}

MUNIMENT_COMMAND(findings, {.name = "access findings",
                            .summary = "Lists what is odd about who may do what: exit 0 nothing, 1 something",
                            .positionals = {filePositional()},
                            .options = accessOptions(),
                            .example = "muniment access findings acme.muniment --tenant 'Acme AG'",
                            .run = asking(findings),
                            .opensWindow = {}});

} // namespace

} // namespace muniment::cli
