// access findings: what is odd about who may do what, and in the log behind it.
#include "models/access/access_findings.h"

#include "app/cli/access.h"
#include "app/cli/text.h"
#include "models/timeline/match_set.h"

namespace muniment::cli {

namespace {

struct Told {
    std::string kind, words;
};

Told told(AccessFile& file, const AccessFinding& finding) {
    using Kind = AccessFinding::Kind;
    const auto name = [&](auto node) { return file.nameOf(node); };
    switch (finding.kind) {
    case Kind::TeamInItself:
        return {"teamInItself", "the team " + name(finding.subject) + " is in itself"};
    case Kind::ResourceInItself:
        return {"resourceInItself", name(finding.resource) + " lies in itself"};
    case Kind::UntoldMember:
        return {"untoldMember",
                name(finding.subject) + " is in " + name(finding.other) + ", and no event tells who that is"};
    case Kind::UntoldGrantee:
        return {"untoldGrantee",
                "something is granted to " + name(finding.subject) + ", and no event tells who that is"};
    case Kind::UntoldRole:
        return {"untoldRole", "the role " + name(finding.role) + " is granted, and no event tells what it is"};
    case Kind::UntoldPlace:
        return {"untoldResource",
                "the resource " + name(finding.resource) + " is named, and no event tells what it is"};
    case Kind::GrantBeforeRole:
        break;
    }
    return {"grantBeforeRole", "the role " + name(finding.role) + " was granted before it was added"};
}

/// Events that stand earlier in the log than one with an earlier time, of the organization.
Result<std::int64_t> stepsBack(AccessFile& file, const TenantId& tenant) {
    auto filter = parseFilter("mark:time.inversion");
    if (!filter.filter)
        return failure(ErrorCode::Internal, "mark:time.inversion is no filter");
    const auto matches =
        evaluate(file.snapshot(),
                 {joined(*filter.filter, JoinAs::And, termOf(FilterField::Tenant, tenant.text())), file.asOf(), {}});
    return matches ? Result<std::int64_t>((*matches)->count()) : tl::unexpected(matches.error());
}

Result<Exit> findings(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    std::vector<HomeIndex> homes;
    for (std::uint32_t i = 0; i < (*file)->graph().homes().size(); ++i)
        if (!(*file)->tenant() || (*file)->entities().entityOf(HomeIndex{i}).tenant == *(*file)->tenant())
            homes.push_back({i});
    Table table({{"FINDING"}, {"SINCE"}, {"ORGANIZATION"}});
    bool hasFound = false;
    const auto add = [&](HomeIndex home, const std::string& kind, const std::string& words, Bound event) {
        hasFound = true;
        const std::string since = event == 0 ? std::string() : formatInstant((*file)->loggedAt(home, event));
        if (output.wantsJson())
            output.object(JsonObject()
                              .text("finding", kind)
                              .text("words", words)
                              .text("tenantId", (*file)->entities().entityOf(home).tenant.text())
                              .optionalText("since", since.empty() ? std::nullopt : std::optional(since)));
        else
            table.add({words, since, (*file)->nameOf(home)});
    };
    for (const HomeIndex home : homes) {
        for (const AccessFinding& finding : findOddities((*file)->projection(), home, (*file)->seen(home))) {
            const Told words = told(**file, finding);
            add(home, words.kind, words.words, finding.event);
        }
        const auto back = stepsBack(**file, (*file)->entities().entityOf(home).tenant);
        if (!back)
            return tl::unexpected(back.error());
        if (*back > 0)
            add(home, "clock", std::to_string(*back) + " events stand behind ones with a later time", 0);
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
