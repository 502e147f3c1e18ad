// Protects: what careless writers leave behind is found: teams and resources that lie in themselves, members, grantees,
// roles and resources that no event tells of, grants before their role; against a search in a replay.
#include "models/access/access_findings.h"
#include "tests/access/access_histories.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

using Kind = AccessFinding::Kind;

class TestAccessFindings : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_world = std::make_unique<AccessHistories>(20'264, 600, 18); }

    void cleanupTestCase() { m_world.reset(); }

    void theyAreThoseOfAReplay() {
        int cycles = 0;
        for (std::size_t history = 0; history < m_world->size(); ++history) {
            const auto& facts = m_world->facts(history);
            const NaiveWorld world = replay(facts, facts.size(), facts.back().loggedAt);
            const Case end{history, {}, {}, {}, facts.size(), facts.back().loggedAt};
            m_found = findOddities(m_world->projection(), m_world->home(history), m_world->seen(end));
            QVERIFY(std::ranges::is_sorted(m_found, {}, &AccessFinding::kind));

            const auto teams = teamsInThemselves(world);
            const auto resources = resourcesInThemselves(world);
            if (idsOf(Kind::TeamInItself) != teams)
                QFAIL(qPrintable(told(history)));
            if (idsOf(Kind::ResourceInItself) != resources)
                QFAIL(qPrintable(told(history)));
            cycles += static_cast<int>(teams.size() + resources.size());

            std::set<std::string> members, grantees, roles;
            for (const auto& [member, team] : world.memberships)
                if (!isTold(history, member.kind == TeamMember::Kind::User ? "user" : "team", member.id.text()))
                    members.insert(member.id.text());
            for (const NaiveGrant& grant : world.grants) {
                const char* type = grant.subject.kind == TeamMember::Kind::User ? "user" : "team";
                if (!isTold(history, type, grant.subject.id.text()))
                    grantees.insert(grant.subject.id.text());
                if (!isTold(history, "role", grant.role))
                    roles.insert(grant.role);
            }
            if (idsOf(Kind::UntoldMember) != members)
                QFAIL(qPrintable(told(history)));
            if (idsOf(Kind::UntoldGrantee) != grantees)
                QFAIL(qPrintable(told(history)));
            if (idsOf(Kind::UntoldRole) != roles)
                QFAIL(qPrintable(told(history)));
        }
        QVERIFY2(cycles > 20, qPrintable(QString::number(cycles)));
    }

    /// What is named and never told of, and what was told of too late.
    void whatNoEventTellsOfIsFound() {
        DirectoryFile file({"eu"});
        int minutes = 0;
        const auto tell = [&](const char* type, const char* id, const NewEvent& event) {
            file.fact("eu", "acme", type, id, event, Instant{1'760'000'000'000'000 + 60'000'000LL * minutes++});
        };
        const auto user = [](const char* id) { return TeamMember{TeamMember::Kind::User, AggregateId(id)}; };
        const auto grant = [&](const char* id, const char* role, const TeamMember& subject, const char* resource) {
            tell("grant", id,
                 encode(GrantEvent(GrantAdded{AggregateId(role), subject, AggregateId(resource), {}, {}})));
        };
        tell("org", "acme", encode(OrgEvent(OrgAdded{"Acme"})));
        tell("user", "ann", encode(UserEvent(HumanAdded{"ann", "A", "L", "A L", {}, {}})));
        tell("team", "ops", encode(TeamEvent(TeamAdded{"ops", {}})));
        tell("team", "ops", encode(TeamEvent(TeamMemberAdded{user("ghost")})));
        grant("g1", "late", user("ann"), "");
        tell("role", "late", encode(RoleEvent(RoleAdded{"late", {}, {}})));
        tell("role", "late", encode(RoleEvent(RolePermissionAdded{{"read", "", AggregateId("nowhere")}})));
        grant("g2", "late", user("nobody"), "");
        grant("g3", "never", user("ann"), "void");
        tell("resource", "child", encode(ResourceEvent(ResourceAdded{"c", "doc", AggregateId("parent")})));
        file.flush();
        const auto snapshot = file.snapshot();
        AccessProjection projection;
        QVERIFY(projection.advance(*snapshot).has_value());
        AccessEntities entities(*snapshot, projection);
        const HomeIndex home = *entities.findHome(TenantId("acme"));
        const auto idIn = [&](auto node) { return entities.entityOf(node).aggregate.id.text(); };
        QStringList told;
        for (const AccessFinding& finding : findOddities(projection, home, Seen{kOpen - 1, INT64_MAX})) {
            std::string id = !finding.subject.isNone()    ? idIn(finding.subject)
                             : !finding.resource.isNone() ? idIn(finding.resource)
                                                          : idIn(finding.role);
            told << QStringLiteral("%1 %2 at %3")
                        .arg(static_cast<int>(finding.kind))
                        .arg(QString::fromStdString(id))
                        .arg(finding.event);
        }
        QCOMPARE(told.join(QStringLiteral(", ")),
                 QStringLiteral("2 ghost at 4, 3 nobody at 8, 4 never at 9, 5 void at 9, 5 nowhere at 7, "
                                "5 parent at 10, 6 late at 5"));
        QCOMPARE(findOddities(projection, home, Seen{4, INT64_MAX}).size(), std::size_t{1}); // as of then
    }

    void aMomentBeforeEverythingHasNone() {
        for (std::size_t history = 0; history < 20; ++history)
            QVERIFY(findOddities(m_world->projection(), m_world->home(history), Seen{0, 0}).empty());
    }

private:
    static std::set<std::string> teamsInThemselves(const NaiveWorld& world) {
        std::set<std::string> found;
        for (const auto& [member, team] : world.memberships) {
            std::set<std::string> above{team};
            for (std::size_t before = 0; before != above.size();) {
                before = above.size();
                for (const auto& [inner, outer] : world.memberships)
                    if (inner.kind == TeamMember::Kind::Team && above.contains(inner.id.text()))
                        above.insert(outer);
            }
            if (member.kind == TeamMember::Kind::Team && above.contains(member.id.text()))
                found.insert(member.id.text());
        }
        return found;
    }

    static std::set<std::string> resourcesInThemselves(const NaiveWorld& world) {
        std::set<std::string> found;
        for (const auto& [child, parent] : world.parents) {
            std::string at = parent;
            for (std::size_t steps = 0; steps <= world.parents.size() && !at.empty() && at != child; ++steps) {
                const auto next = world.parents.find(at);
                at = next == world.parents.end() ? std::string() : next->second;
            }
            if (at == child)
                found.insert(child);
        }
        return found;
    }

    [[nodiscard]] bool isTold(std::size_t history, const std::string& type, const std::string& id) const {
        return std::ranges::any_of(m_world->facts(history),
                                   [&](const Fact& fact) { return fact.type == type && fact.id == id; });
    }

    template <class Index>
    std::string idOf(Index node) {
        return m_world->entities().entityOf(node).aggregate.id.text();
    }

    std::set<std::string> idsOf(Kind kind) {
        std::set<std::string> ids;
        for (const AccessFinding& finding : m_found)
            if (finding.kind == kind)
                ids.insert(!finding.subject.isNone()    ? idOf(finding.subject)
                           : !finding.resource.isNone() ? idOf(finding.resource)
                                                        : idOf(finding.role));
        return ids;
    }

    /// The history goes to the log: Qt Test cuts long messages.
    QString told(std::size_t history) const {
        for (const Fact& fact : m_world->facts(history))
            qInfo("%s %s %s %s", fact.type.c_str(), fact.id.c_str(), fact.event.type.c_str(),
                  fact.event.payload.value_or("").c_str());
        return QStringLiteral("history %1").arg(history);
    }

    std::unique_ptr<AccessHistories> m_world;
    std::vector<AccessFinding> m_found;
};

MUNIMENT_TEST(access_findings, TestAccessFindings);
#include "test_access_findings.moc"
