// access diff: what access was gained and lost between two moments, or what tells two users, roles or organizations
// apart at one.
#include "app/cli/access_right.h"
#include "app/cli/listing.h"
#include "app/cli/text.h"
#include "models/access/access_causes.h"

#include <set>

namespace muniment::cli {

namespace {

/// One line of a diff.
class Telling {
public:
    Telling(AccessFile& file, Output& output) : m_file(file), m_output(output) {}

    void right(SubjectIndex subject, const HeldRight& held, bool isGained, const std::string& cause) {
        if (m_output.wantsJson()) {
            m_output.object(rightJson(m_file, held)
                                .text("subject", m_file.entities().entityOf(subject).aggregate.id.text())
                                .text("name", m_file.nameOf(subject))
                                .text("change", isGained ? "gained" : "lost")
                                .optionalText("cause", cause.empty() ? std::nullopt : std::optional(cause)));
            return;
        }
        auto cells = rightCells(m_file, held);
        cells.insert(cells.begin(), {isGained ? "+" : "-", m_file.nameOf(subject)});
        cells.push_back(cause);
        m_table.add(cells);
    }

    void permission(const std::string& role, const std::string& permission, bool isSecond) {
        if (m_output.wantsJson())
            m_output.object(JsonObject()
                                .text("role", role)
                                .text("permission", permission)
                                .text("change", isSecond ? "gained" : "lost"));
        else
            m_table.add({isSecond ? "+" : "-", role, permission, "", role, "", ""});
    }

    void print() {
        if (!m_output.wantsJson())
            for (const auto& line : m_table.lines())
                m_output.line(line);
    }

private:
    AccessFile& m_file;
    Output& m_output;
    Table m_table{{{""}, {"WHO"}, {"MAY"}, {"WITHIN"}, {"ROLE"}, {"GRANTED TO"}, {"BECAUSE OF"}}};
};

/// Whom a diff between two moments is about: one subject, or everybody of an organization.
Result<std::vector<SubjectChange>> changesOf(AccessFile& file, const Invocation& invocation, HomeIndex home,
                                             SubjectIndex subject, Seen first, Seen second) {
    const AccessGraph& graph = file.graph();
    if (!invocation.has("--subject"))
        return changedSubjects(graph, home, first, second, {});
    AccessWalk walk(graph);
    auto change = compareRights(graph, rightsOf(graph, walk, subject, first), first,
                                rightsOf(graph, walk, subject, second), second);
    if (change.isEmpty())
        return std::vector<SubjectChange>();
    return std::vector{SubjectChange{subject, std::move(change)}};
}

Result<void> betweenMoments(AccessFile& file, const Invocation& invocation, Instant from, Instant to,
                            Telling& telling) {
    const auto typed = invocation.text("--subject");
    Result<SubjectIndex> subject{SubjectIndex{}};
    if (typed && !(subject = file.subjectNamed(*typed)))
        return tl::unexpected(subject.error());
    const auto home = typed ? Result<HomeIndex>(file.graph().homeOf(*subject)) : file.homeOf(*file.tenant());
    if (!home)
        return tl::unexpected(home.error());
    const auto first = file.seenAt(*home, from);
    const auto second = file.seenAt(*home, to);
    if (!first || !second)
        return tl::unexpected(first ? second.error() : first.error());
    const auto changes = changesOf(file, invocation, *home, *subject, *first, *second);
    if (!changes)
        return tl::unexpected(changes.error());
    const auto causeIn = [&](SubjectIndex of, const HeldRight& held, Seen at, Seen other) {
        const Bound event = causeOf(file.graph(), of, held, at, other);
        return event == 0 ? std::string("its period") : file.since(*home, event);
    };
    for (const auto& [of, change] : *changes) {
        for (const HeldRight& held : change.gained)
            telling.right(of, held, true, causeIn(of, held, *second, *first));
        for (const HeldRight& held : change.lost)
            telling.right(of, held, false, causeIn(of, held, *first, *second));
    }
    return {};
}

/// What the second may and the first may not, and the reverse.
Result<void> betweenSubjects(AccessFile& file, const std::string& firstName, const std::string& secondName,
                             Telling& telling) {
    const auto first = file.subjectNamed(firstName);
    const auto second = first ? file.subjectNamed(secondName) : first;
    if (!second)
        return tl::unexpected(second.error());
    const AccessGraph& graph = file.graph();
    if (graph.homeOf(*first) != graph.homeOf(*second))
        return failure(ErrorCode::InvalidInput, "both belong to one organization", {{"field", "--against"}});
    const Seen seen = file.seen(graph.homeOf(*first));
    AccessWalk walk(graph);
    const auto change =
        compareRights(graph, rightsOf(graph, walk, *first, seen), seen, rightsOf(graph, walk, *second, seen), seen);
    for (const HeldRight& held : change.gained)
        telling.right(*second, held, true, {});
    for (const HeldRight& held : change.lost)
        telling.right(*first, held, false, {});
    return {};
}

using Permissions = std::set<std::string>;

Permissions permissionsOf(AccessFile& file, RoleIndex role, Seen seen) {
    Permissions permissions;
    if (file.graph().isAlive(role, seen.bound))
        file.graph().permissions().forEach(role.value, [&](const PermissionOfRole& row) {
            if (row.span.holds(seen.bound))
                permissions.insert(file.words().actionAndTarget(row.action, row.target));
        });
    return permissions;
}

void comparePermissions(const std::string& role, const Permissions& first, const Permissions& second,
                        Telling& telling) {
    for (const std::string& permission : second)
        if (!first.contains(permission))
            telling.permission(role, permission, true);
    for (const std::string& permission : first)
        if (!second.contains(permission))
            telling.permission(role, permission, false);
}

Result<RoleIndex> roleNamed(AccessFile& file, const std::string& typed) {
    const auto role = findRole(file.snapshot(), typed, file.asOf(), file.tenant());
    if (!role)
        return tl::unexpected(role.error());
    return file.homeOf(role->tenant).map([&](HomeIndex home) { return file.entities().findRole(home, role->id); });
}

Result<void> betweenRoles(AccessFile& file, const std::string& firstName, const std::string& secondName,
                          Telling& telling) {
    const auto first = roleNamed(file, firstName);
    const auto second = first ? roleNamed(file, secondName) : first;
    if (!second)
        return tl::unexpected(second.error());
    const auto permissionsIn = [&](RoleIndex role) {
        return permissionsOf(file, role, file.seen(file.graph().homeOf(role)));
    };
    const Permissions one = permissionsIn(*first);
    const Permissions other = permissionsIn(*second);
    for (const std::string& permission : other)
        if (!one.contains(permission))
            telling.permission(file.nameOf(*second), permission, true);
    for (const std::string& permission : one)
        if (!other.contains(permission))
            telling.permission(file.nameOf(*first), permission, false);
    return {};
}

/// Roles of one key are the same role to people: what they permit here and there.
Result<void> betweenOrganizations(AccessFile& file, const std::string& against, Telling& telling) {
    const auto other = findOrganization(file.snapshot(), against, file.asOf());
    if (!other)
        return tl::unexpected(other.error());
    std::map<std::string, std::pair<Permissions, Permissions>> roles;
    const auto take = [&](const TenantId& tenant,
                          Permissions std::pair<Permissions, Permissions>::*side) -> Result<void> {
        const auto home = file.homeOf(tenant);
        if (!home)
            return tl::unexpected(home.error());
        for (std::uint32_t role = 0; role < file.graph().roleCount(); ++role)
            if (const RoleIndex index{role}; file.graph().homeOf(index) == *home)
                (roles[file.nameOf(index)].*side).merge(permissionsOf(file, index, file.seen(*home)));
        return {};
    };
    if (auto taken = take(*file.tenant(), &std::pair<Permissions, Permissions>::first); !taken)
        return taken;
    if (auto taken = take(other->id, &std::pair<Permissions, Permissions>::second); !taken)
        return taken;
    for (const auto& [role, sides] : roles)
        comparePermissions(role, sides.first, sides.second, telling);
    return {};
}

Result<void> tellDiff(AccessFile& file, const Invocation& invocation, Telling& telling) {
    const auto against = invocation.text("--against");
    if (against && (invocation.has("--from") || invocation.has("--to")))
        return failure(ErrorCode::InvalidInput, "two moments or two of a kind, not both", {{"field", "--against"}});
    if (against && invocation.has("--subject"))
        return betweenSubjects(file, *invocation.text("--subject"), *against, telling);
    if (against && invocation.has("--role"))
        return betweenRoles(file, *invocation.text("--role"), *against, telling);
    if (!file.tenant() && !invocation.has("--subject"))
        return failure(ErrorCode::InvalidInput, "say whose access: --subject or --tenant", {{"field", "--subject"}});
    if (against)
        return betweenOrganizations(file, *against, telling);
    const auto from = instantOption(invocation, "--from");
    const auto to = instantOption(invocation, "--to");
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    if (!*from || !*to)
        return failure(ErrorCode::InvalidInput, "say between which moments: --from and --to", {{"field", "--from"}});
    return betweenMoments(file, invocation, **from, **to, telling);
}

Result<Exit> diff(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    Telling telling(**file, output);
    if (auto told = tellDiff(**file, invocation, telling); !told)
        return tl::unexpected(told.error());
    telling.print();
    return Exit::Done;
}

MUNIMENT_COMMAND(diff,
                 {.name = "access diff",
                  .summary = "Lists what access was gained and lost between two moments, or between two users, "
                             "roles or organizations",
                  .positionals = {filePositional()},
                  .options = {{"--from", "T1", "the first moment"},
                              {"--to", "T2", "the second moment"},
                              {"--subject", "S", "of one user or team"},
                              {"--role", "ROLE", "of one role; with --against"},
                              {"--against", "X",
                               "another user or team, role or organization instead of another "
                               "moment"},
                              {"--at", "T", "names, and what is compared with --against, of that moment; else now"},
                              {"--tenant", "ORG", "of everybody in one organization"}},
                  .example = "muniment access diff acme.muniment --from -30d --to now --tenant 'Acme AG'",
                  .run = asking(diff),
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
