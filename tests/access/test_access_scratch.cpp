// Protects: what would be true after events that nobody has written, against a replay that has them: checks, who, whom
// an impact names; what careless writers would write among them. And that the graph itself is left as it was.
#include "models/access/access_impact.h"
#include "tests/access/access_histories.h"
#include "tests/access/graph_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kHistories = 400;
constexpr int kEvents = 60;
constexpr std::size_t kDrafted = 20;
constexpr int kQuestions = 12; ///< of each history

} // namespace

class TestAccessScratch : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_world = std::make_unique<AccessHistories>(20'262, kHistories, kEvents, kDrafted);
        m_before = graphText(m_world->snapshot(), m_world->projection());
        m_scratch = std::make_unique<AccessScratch>(m_world->snapshot(), m_world->projection());
        for (std::size_t history = 0; history < m_world->size(); ++history)
            for (std::size_t i = written(history); i < facts(history).size(); ++i) {
                const Fact& fact = facts(history)[i];
                const TenantId tenant = m_world->tenant(history);
                m_scratch->add({tenant,
                                RegionName("eu"),
                                {fact.type, fact.type == "org" ? AggregateId(tenant.text()) : AggregateId(fact.id)},
                                fact.event});
            }
    }

    void cleanupTestCase() {
        QVERIFY(graphText(m_world->snapshot(), m_world->projection()) == m_before);
        m_scratch.reset();
        m_world.reset();
    }

    void checksAreAsIfTheDraftsWereWritten() {
        AccessWalk walk(m_scratch->graph());
        int yes = 0;
        int changed = 0;
        RandomAccess random(7, {});
        for (std::size_t history = 0; history < m_world->size(); ++history)
            for (int i = 0; i < kQuestions; ++i) {
                const TeamMember subject = random.subject();
                const std::string action = random.action();
                const std::string resource = random.resource();
                const bool wasYes = worldBefore(history).check(subject, action, resource);
                const bool isYes = worldAfter(history).check(subject, action, resource);
                const auto question = questionOf(history, subject, action, resource);
                const HomeIndex home = homeOf(history);
                const bool saidBefore = question && walk.check(*question, m_scratch->before(home, at(history)));
                const bool saidAfter = question && walk.check(*question, m_scratch->after(home, at(history)));
                if (saidBefore != wasYes || saidAfter != isYes)
                    QFAIL(qPrintable(told(history, subject.id.text() + " " + action + " " + resource)));
                yes += isYes ? 1 : 0;
                changed += isYes != wasYes ? 1 : 0;
            }
        QVERIFY2(yes > 100 && changed > 40, qPrintable(QStringLiteral("%1 %2").arg(yes).arg(changed)));
    }

    void whoIsAsIfTheDraftsWereWritten() {
        AccessWalk walk(m_scratch->graph());
        RandomAccess random(8, {});
        for (std::size_t history = 0; history < m_world->size(); ++history)
            for (int i = 0; i < 3; ++i) {
                const std::string action = random.action();
                const std::string resource = random.resource();
                const ResourceIndex node = m_scratch->findResource(homeOf(history), AggregateId(resource));
                std::set<std::string> found;
                if (!node.isNone())
                    for (const SubjectIndex subject :
                         walk.who(action, node, m_scratch->after(homeOf(history), at(history))))
                        if (m_scratch->graph().kindOf(subject) == SubjectKind::User)
                            found.insert(m_scratch->entityOf(subject).aggregate.id.text());
                if (found != worldAfter(history).who(action, resource))
                    QFAIL(qPrintable(told(history, action + " " + resource)));
            }
    }

    void anImpactNamesEveryoneWhoseAccessIsAnother() {
        RandomAccess random(9, {});
        int named = 0;
        for (std::size_t history = 0; history < m_world->size(); ++history) {
            const auto impact = impactOn(*m_scratch, homeOf(history), {}, at(history), {});
            QVERIFY(impact.has_value());
            const auto concerned = impact->concerned();
            const NaiveWorld before = worldBefore(history);
            const NaiveWorld after = worldAfter(history);
            QCOMPARE(impact->adminsBefore, before.who("*", {}).size());
            QCOMPARE(impact->adminsAfter, after.who("*", {}).size());
            for (const auto& [resource, type] : before.resources) {
                const auto then = after.resources.find(resource);
                if (then == after.resources.end() || then->second != type)
                    continue; // it is gone, or another thing: nobody's right has changed
                const std::string action = random.action();
                const auto first = before.who(action, resource);
                const auto second = after.who(action, resource);
                for (const auto* users : {&first, &second})
                    for (const std::string& user : *users) {
                        if (first.contains(user) == second.contains(user))
                            continue;
                        ++named;
                        const SubjectIndex node =
                            m_scratch->findSubject(homeOf(history), SubjectKind::User, AggregateId(user));
                        if (!concerned.contains(node))
                            QFAIL(qPrintable(told(history, user + " " + action + " " + resource)));
                    }
            }
        }
        QVERIFY2(named > 100, qPrintable(QString::number(named)));
    }

    void anOrganizationThatIsOnlyDraftedIsThere() {
        AccessScratch scratch(m_world->snapshot(), m_world->projection());
        const TenantId tenant("not written");
        const auto add = [&](const std::string& type, const std::string& id, const NewEvent& event) {
            scratch.add({tenant, RegionName("eu"), {type, AggregateId(id)}, event});
        };
        add("org", tenant.text(), encode(OrgEvent(OrgAdded{"New"})));
        const HomeIndex home = *scratch.findHome(tenant);
        add("user", "ann", encode(UserEvent(HumanAdded{"ann", "Ann", "Lee", "Ann Lee", {}, {}})));
        add("role", "r", encode(RoleEvent(RoleAdded{"admin", {}, {}})));
        add("role", "r", encode(RoleEvent(RolePermissionAdded{{"*", "*", {}}})));
        QVERIFY(adminsOf(scratch.graph(), home, scratch.after(home, {})).empty());
        add("grant", "g", encode(GrantEvent(GrantAdded{AggregateId("r"), user("ann"), {}, {}, {}})));
        const auto admins = adminsOf(scratch.graph(), home, scratch.after(home, {}));
        QCOMPARE(admins.size(), std::size_t{1});
        QCOMPARE(scratch.entityOf(admins[0]).aggregate.id.text(), std::string("ann"));
        QCOMPARE(scratch.entityOf(admins[0]).tenant.text(), tenant.text());
        const auto impact = impactOn(scratch, home, {}, {}, {});
        QVERIFY(impact->adminsBefore == 0 && impact->adminsAfter == 1 && !impact->losesLastAdmin());
        QCOMPARE(scratch.grantId(impact->users.at(0).change.gained.at(0).grant.code).text(), std::string("g"));
        add("user", "ann", encode(UserEvent(UserLocked{})));
        QVERIFY(adminsOf(scratch.graph(), home, scratch.after(home, {})).empty());
    }

private:
    static TeamMember user(const char* id) { return {TeamMember::Kind::User, AggregateId(id)}; }

    [[nodiscard]] const std::vector<Fact>& facts(std::size_t history) const { return m_world->facts(history); }

    [[nodiscard]] std::size_t written(std::size_t history) const { return facts(history).size() - kDrafted; }

    [[nodiscard]] Instant at(std::size_t history) const { return facts(history).back().loggedAt; }

    [[nodiscard]] NaiveWorld worldBefore(std::size_t history) const {
        return replay(facts(history), written(history), at(history));
    }

    [[nodiscard]] NaiveWorld worldAfter(std::size_t history) const {
        return replay(facts(history), facts(history).size(), at(history));
    }

    HomeIndex homeOf(std::size_t history) { return *m_scratch->findHome(m_world->tenant(history)); }

    std::optional<AccessQuestion> questionOf(std::size_t history, const TeamMember& subject, const std::string& action,
                                             const std::string& resource) {
        const auto kind = subject.kind == TeamMember::Kind::User ? SubjectKind::User : SubjectKind::Team;
        const SubjectIndex node = m_scratch->findSubject(homeOf(history), kind, subject.id);
        const ResourceIndex place = m_scratch->findResource(homeOf(history), AggregateId(resource));
        if (node.isNone() || place.isNone())
            return std::nullopt;
        return AccessQuestion{node, action, place};
    }

    /// The history goes to the log: Qt Test cuts long messages.
    QString told(std::size_t history, const std::string& what) const {
        for (std::size_t i = 0; i < facts(history).size(); ++i) {
            const Fact& fact = facts(history)[i];
            qInfo("%s%s %s %s", i < written(history) ? "" : "drafted: ", fact.id.c_str(), fact.event.type.c_str(),
                  fact.event.payload.value_or("").c_str());
        }
        return QStringLiteral("history %1: ").arg(history) + QString::fromStdString(what);
    }

    std::unique_ptr<AccessHistories> m_world;
    std::unique_ptr<AccessScratch> m_scratch;
    std::string m_before;
};

MUNIMENT_TEST(access_scratch, TestAccessScratch);
#include "test_access_scratch.moc"
