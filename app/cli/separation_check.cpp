// separation check: who breaks a rule of separation of duties, at a moment or ever.
#include "app/cli/access.h"
#include "app/cli/entity.h"
#include "app/cli/listing.h"
#include "app/cli/text.h"
#include "models/access/access_separation.h"

namespace muniment::cli {

namespace {

/// The rule that was typed, else every one in force at the moment.
Result<std::vector<SeparationRow>> rulesIn(AccessFile& file, const Invocation& invocation) {
    if (const auto typed = invocation.text("RULE")) {
        const auto rule = findSeparation(file.snapshot(), *typed, file.asOf(), file.tenant());
        if (!rule)
            return tl::unexpected(rule.error());
        return std::vector{*rule};
    }
    SeparationQuery query;
    query.asOf = file.asOf();
    query.tenant = file.tenant();
    query.lifecycle = SeparationState::Lifecycle::Active;
    return readPages(ListPages<SeparationRow, SeparationQuery>(file.snapshot(), listSeparations, query),
                     std::numeric_limits<std::int64_t>::max());
}

std::string timeOf(const AccessTurn& turn) {
    return formatInstant({turn.at});
}

class Checking {
public:
    Checking(AccessFile& file, Output& output) : m_file(file), m_output(output) {}

    Result<void> now(const SeparationRow& rule) {
        return inHome(rule, [&](HomeIndex home, const SeparatedDuties& duties) {
            const AccessGraph& graph = m_file.graph();
            for (const Breach& breach : findBreaches(graph, home, duties, m_file.seen(home), {}))
                tell(rule, breach.user,
                     std::pair(m_file.nameOf(breach.first.grant.role), m_file.nameOf(breach.second.grant.role)), {});
        });
    }

    Result<void> ever(const SeparationRow& rule) {
        return inHome(rule, [&](HomeIndex home, const SeparatedDuties& duties) {
            const auto loggedAt = [&](Bound event) { return m_file.loggedAt(home, event).micros; };
            for (const PastBreach& breach :
                 findPastBreaches(m_file.graph(), home, duties, m_file.seen(home), loggedAt, {}))
                for (const AccessInterval& interval : breach.intervals)
                    tell(rule, breach.user, {}, interval);
        });
    }

    [[nodiscard]] bool hasFound() const { return m_hasFound; }

    void printTable() {
        if (!m_output.wantsJson())
            for (const auto& line : m_table.lines())
                m_output.line(line);
    }

private:
    template <class Work>
    Result<void> inHome(const SeparationRow& rule, const Work& work) {
        const auto home = m_file.homeOf(rule.tenant);
        if (!home)
            return tl::unexpected(home.error());
        work(*home, dutiesOf(m_file.entities(), *home, rule.first, rule.second));
        return {};
    }

    void tell(const SeparationRow& rule, SubjectIndex user,
              const std::optional<std::pair<std::string, std::string>>& roles,
              const std::optional<AccessInterval>& interval) {
        m_hasFound = true;
        const AccessEntity entity = m_file.entities().entityOf(user);
        const std::string name = m_file.nameOf(user);
        const std::string since = interval ? timeOf(interval->from) : "";
        const std::string until = interval && interval->until ? timeOf(*interval->until) : "";
        if (!m_output.wantsJson()) {
            m_table.add({rule.name, entity.aggregate.id.text(), name,
                         roles ? roles->first + ", " + roles->second : since + " – " + until, rule.tenantName});
            return;
        }
        JsonObject json;
        json.text("separationId", rule.id.text()).text("rule", rule.name);
        json.text("tenantId", rule.tenant.text()).text("userId", entity.aggregate.id.text()).text("user", name);
        if (roles)
            json.text("firstRole", roles->first).text("secondRole", roles->second);
        if (interval)
            json.text("from", since).optionalText("until", until.empty() ? std::nullopt : std::optional(until));
        m_output.object(json);
    }

    AccessFile& m_file;
    Output& m_output;
    Table m_table{{{"RULE"}, {"ID"}, {"USER"}, {"BY"}, {"ORGANIZATION"}}};
    bool m_hasFound = false;
};

Result<Exit> check(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto rules = rulesIn(**file, invocation);
    if (!rules)
        return tl::unexpected(rules.error());
    Checking checking(**file, output);
    for (const SeparationRow& rule : *rules)
        if (const auto done = invocation.has("--ever") ? checking.ever(rule) : checking.now(rule); !done)
            return tl::unexpected(done.error());
    checking.printTable();
    if (rules->empty())
        output.message("There is no rule to check; 'separation add' makes one.");
    return checking.hasFound() ? Exit::No : Exit::Done;
}

MUNIMENT_COMMAND(check,
                 {.name = "separation check",
                  .summary = "Lists who holds what nobody may hold together: exit 0 nobody, 1 somebody",
                  .positionals = {filePositional(),
                                  {"RULE", "id, beginning of an id, or name; else all that are in force", true}},
                  .options = {{"--at", "T", "at that moment; else now"},
                              {"--ever", "", "at any time up to then, and from when until when", Option::Kind::Flag},
                              {"--tenant", "ORG", "of one organization only"}},
                  .example = "muniment separation check acme.muniment --ever --tenant 'Acme Ltd'",
                  .run = asking(check),
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
