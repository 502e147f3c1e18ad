// Protects: the access graph against a replay of the events by the deciders' own folds: checks, who, ways, what is
// missing, and times, on a thousand random histories at random moments.
#include "models/access/access_missing.h"
#include "models/access/access_times.h"
#include "models/domain/overloaded.h"
#include "tests/access/access_histories.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kHistories = 1'000;
constexpr int kEvents = 60;
constexpr int kQuestions = 6; ///< of each history

} // namespace

class TestRandomHistories : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_world = std::make_unique<AccessHistories>(20'261, kHistories, kEvents); }

    void cleanupTestCase() { m_world.reset(); }

    void checksAgreeWithAReplay() {
        AccessWalk walk(m_world->graph());
        int yes = 0;
        forEachCase([&](const Case& asked, const NaiveWorld& world, const std::optional<AccessQuestion>& question) {
            const bool expected = world.check(asked.subject, asked.action, asked.resource);
            const bool answered = question && walk.check(*question, m_world->seen(asked));
            yes += expected ? 1 : 0;
            if (!(answered == expected))
                QFAIL(qPrintable(told(asked, expected ? "should be yes" : "should be no")));
        });
        QVERIFY2(yes > 400, qPrintable(QString::number(yes))); // questions that are answered both ways
    }

    void whoAgreesWithAReplay() {
        AccessWalk walk(m_world->graph());
        forEachCase([&](const Case& asked, const NaiveWorld& world, const std::optional<AccessQuestion>& question) {
            std::set<std::string> found;
            if (const ResourceIndex resource = resourceOf(asked); !resource.isNone())
                for (const SubjectIndex subject : walk.who(asked.action, resource, m_world->seen(asked)))
                    if (m_world->graph().kindOf(subject) == SubjectKind::User)
                        if (!(found.insert(idOf(subject)).second))
                            QFAIL(qPrintable(told(asked, "comes twice")));
            if (!(found == world.who(asked.action, asked.resource)))
                QFAIL(qPrintable(told(asked, "others may")));
            Q_UNUSED(question);
        });
    }

    void everyWayIsOneAndEachOfItsEdgesIsNeeded() {
        int onlyWays = 0;
        forEachCase([&](const Case& asked, const NaiveWorld& world, const std::optional<AccessQuestion>& question) {
            if (!question)
                return;
            const auto found = findPaths(m_world->graph(), *question, m_world->seen(asked), 10'000);
            QVERIFY(!found.isCut);
            QCOMPARE(!found.paths.empty(), world.check(asked.subject, asked.action, asked.resource));
            for (const AccessPath& path : found.paths) {
                const NaiveWorld alone = withOnly(world, path);
                if (!(alone.check(asked.subject, asked.action, asked.resource)))
                    QFAIL(qPrintable(told(asked, "a way that is none")));
                for (std::size_t edge = 0; edge < path.length(); ++edge)
                    if (!(!without(alone, path, edge).check(asked.subject, asked.action, asked.resource)))
                        QFAIL(qPrintable(told(asked, "an edge that is not needed")));
            }
            if (found.paths.size() != 1)
                return;
            ++onlyWays;
            for (std::size_t edge = 0; edge < found.paths[0].length(); ++edge)
                if (!(!without(world, found.paths[0], edge).check(asked.subject, asked.action, asked.resource)))
                    QFAIL(qPrintable(told(asked, "there is another way")));
        });
        QVERIFY2(onlyWays > 200, qPrintable(QString::number(onlyWays)));
    }

    void whatIsMissingWouldMakeItTrue() {
        int no = 0;
        forEachCase([&](const Case& asked, const NaiveWorld& world, const std::optional<AccessQuestion>& question) {
            if (!question)
                return;
            const WhyNot answer = findObstacles(m_world->graph(), *question, m_world->seen(asked));
            QCOMPARE(answer.isAllowed, world.check(asked.subject, asked.action, asked.resource));
            QCOMPARE(answer.obstacles.empty(), answer.isAllowed);
            if (answer.isAllowed)
                return;
            ++no;
            NaiveWorld mended = world;
            for (const Obstacle& obstacle : answer.obstacles) {
                if (!(!mended.check(asked.subject, asked.action, asked.resource)))
                    QFAIL(qPrintable(told(asked, "something named is not missing")));
                mend(mended, obstacle, asked);
            }
            if (!(mended.check(asked.subject, asked.action, asked.resource)))
                QFAIL(qPrintable(told(asked, "something is missing that was not named")));
        });
        QVERIFY2(no > 1'000, qPrintable(QString::number(no)));
    }

    void timesAgreeWithChecks() {
        AccessWalk walk(m_world->graph());
        int turns = 0;
        forEachCase([&](const Case& asked, const NaiveWorld&, const std::optional<AccessQuestion>& question) {
            if (!question)
                return;
            Case atEnd = asked;
            atEnd.count = m_world->facts(asked.history).size();
            atEnd.at = m_world->facts(asked.history).back().loggedAt + 60 * kMicrosPerSecond;
            const auto intervals = findIntervals(m_world->graph(), *question, m_world->seen(atEnd),
                                                 [&](Bound event) { return loggedAt(asked, event); });
            turns += static_cast<int>(intervals.size());
            const auto isInside = [&](std::int64_t at) {
                return std::any_of(intervals.begin(), intervals.end(), [&](const AccessInterval& interval) {
                    return interval.from.at <= at && (!interval.until || at < interval.until->at);
                });
            };
            std::set<std::int64_t> instants{asked.at.micros};
            for (const AccessInterval& interval : intervals) {
                instants.insert({interval.from.at, interval.from.at - 1});
                if (interval.until)
                    instants.insert({interval.until->at, interval.until->at - 1});
            }
            for (const std::int64_t at : instants) {
                Case then = asked;
                then.at = {at};
                then.count = 0;
                while (then.count < atEnd.count && m_world->facts(asked.history)[then.count].loggedAt <= then.at)
                    ++then.count;
                if (!(isInside(at) == walk.check(*question, m_world->seen(then))))
                    QFAIL(qPrintable(told(then, isInside(at) ? "is no, inside an interval" : "is yes, outside")));
            }
        });
        QVERIFY2(turns > kHistories, qPrintable(QString::number(turns)));
    }

private:
    template <class Check>
    void forEachCase(Check&& check) {
        for (std::size_t history = 0; history < m_world->size(); ++history)
            for (int i = 0; i < kQuestions && !QTest::currentTestFailed(); ++i) {
                const Case asked = m_world->draw(history);
                check(asked, m_world->worldOf(asked), m_world->question(asked));
            }
    }

    /// The history goes to the log: Qt Test cuts long messages.
    QString told(const Case& asked, const char* what) const {
        const QString history = QString::fromStdString(m_world->printed(asked));
        const auto lines = history.split(QLatin1Char('\n'));
        for (const QString& line : lines)
            qInfo("%s", qPrintable(line));
        return QLatin1String(what) + QStringLiteral(": ") + lines.first();
    }

    ResourceIndex resourceOf(const Case& asked) {
        return m_world->entities().findResource(m_world->home(asked.history), AggregateId(asked.resource));
    }

    template <class Index>
    std::string idOf(Index node) {
        return m_world->entities().entityOf(node).aggregate.id.text();
    }

    std::string placeOf(ResourceIndex place) { return m_world->graph().isRoot(place) ? std::string() : idOf(place); }

    TeamMember memberOf(SubjectIndex subject) {
        const bool isUser = m_world->graph().kindOf(subject) == SubjectKind::User;
        return {isUser ? TeamMember::Kind::User : TeamMember::Kind::Team, AggregateId(idOf(subject))};
    }

    std::int64_t loggedAt(const Case& asked, Bound event) {
        auto bounds = RunBounds();
        const std::int64_t run = m_world->graph().home(m_world->home(asked.history)).run;
        return orDie(m_world->snapshot().event(EventNumber::of(run, event))).recordedAt.micros;
    }

    Permission permissionOf(const PermissionEdge& edge, const Case& asked) {
        if (edge.action == UINT32_MAX || edge.role.isNone()) { // one that never was: what is asked for, no more
            return asked.resource.empty() ? Permission{asked.action, "*", {}}
                                          : Permission{asked.action, {}, AggregateId(asked.resource)};
        }
        const std::string& action = m_world->graph().actionName(edge.action);
        if ((edge.target & PermissionOfRole::kOfType) == 0)
            return {action, {}, AggregateId(idOf(ResourceIndex{edge.target}))};
        return {action, m_world->graph().typeName(edge.target & ~PermissionOfRole::kOfType), {}};
    }

    std::string roleOf(RoleIndex role) { return role.isNone() ? std::string("a new role") : idOf(role); }

    /// The world with no ties but those of the path.
    NaiveWorld withOnly(const NaiveWorld& world, const AccessPath& path) {
        NaiveWorld only = world;
        only.memberships.clear();
        only.parents.clear();
        only.permissions.clear();
        only.grants.clear();
        for (const MembershipEdge& edge : path.memberships)
            only.memberships.emplace(memberOf(edge.member), idOf(edge.team));
        for (const PlaceEdge& edge : path.places)
            only.parents[idOf(edge.child)] = idOf(edge.parent);
        only.permissions.emplace(idOf(path.permission.role), permissionOf(path.permission, {}));
        for (const NaiveGrant& grant : world.grants)
            if (isThat(grant, path.grant))
                only.grants.push_back(grant);
        return only;
    }

    bool isThat(const NaiveGrant& grant, const GrantEdge& edge) {
        return grant.id ==
               m_world->entities().grantOf(m_world->graph().homeOf(edge.role), edge.code).aggregate.id.text();
    }

    NaiveWorld without(NaiveWorld world, const AccessPath& path, std::size_t edge) {
        if (edge < path.memberships.size()) {
            const MembershipEdge& taken = path.memberships[edge];
            world.memberships.erase({memberOf(taken.member), idOf(taken.team)});
        } else if (edge == path.memberships.size()) {
            std::erase_if(world.grants, [&](const NaiveGrant& grant) { return isThat(grant, path.grant); });
        } else if (edge == path.memberships.size() + 1) {
            world.permissions.erase({idOf(path.permission.role), permissionOf(path.permission, {})});
        } else {
            world.parents.erase(idOf(path.places[edge - path.memberships.size() - 2].child));
        }
        return world;
    }

    void mend(NaiveWorld& world, const Obstacle& obstacle, const Case& asked) {
        std::visit(
            Overloaded{
                [&](const MissingNode& missing) { revive(world, missing, asked); },
                [&](const MembershipEdge& edge) { world.memberships.emplace(memberOf(edge.member), idOf(edge.team)); },
                [&](const GrantEdge& edge) { mendGrant(world, edge, obstacle.isOutsidePeriod); },
                [&](const PermissionEdge& edge) {
                    world.permissions.emplace(roleOf(edge.role), permissionOf(edge, asked));
                },
                [&](const PlaceEdge& edge) { world.parents[idOf(edge.child)] = idOf(edge.parent); },
            },
            obstacle.what);
    }

    void revive(NaiveWorld& world, const MissingNode& missing, const Case& asked) {
        switch (missing.role) {
        case NodeRole::Organization:
            world.isOrgActive = true;
            break;
        case NodeRole::Subject:
            world.users.insert(idOf(SubjectIndex{missing.node}));
            break;
        case NodeRole::Team:
            world.teams.insert(idOf(SubjectIndex{missing.node}));
            break;
        case NodeRole::Role:
            world.roles.insert(idOf(RoleIndex{missing.node}));
            break;
        case NodeRole::Resource: {
            const ResourceIndex resource{missing.node};
            const std::uint32_t type = m_world->graph().typeOf(resource, m_world->seen(asked).bound);
            world.resources.emplace(idOf(resource), type == UINT32_MAX ? "" : m_world->graph().typeName(type));
            break;
        }
        }
    }

    void mendGrant(NaiveWorld& world, const GrantEdge& edge, bool isOutsidePeriod) {
        if (isOutsidePeriod) {
            for (NaiveGrant& grant : world.grants)
                if (isThat(grant, edge))
                    grant.from = grant.until = std::nullopt;
            return;
        }
        world.roles.insert(edge.role.isNone() ? std::string("a new role") : std::string());
        world.grants.push_back({"mended", roleOf(edge.role), placeOf(edge.place), memberOf(edge.subject), {}, {}});
    }

    std::unique_ptr<AccessHistories> m_world;
};

MUNIMENT_TEST(random_histories, TestRandomHistories);
#include "test_random_histories.moc"
