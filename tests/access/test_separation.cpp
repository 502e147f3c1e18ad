// Protects: who holds two permissions that nobody may hold together, now and at every time there was, against a replay.
#include "models/access/access_separation.h"
#include "tests/access/access_histories.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kHistories = 300;
constexpr int kEvents = 60;

} // namespace

class TestSeparation : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_world = std::make_unique<AccessHistories>(20'263, kHistories, kEvents); }

    void cleanupTestCase() { m_world.reset(); }

    void whoeverMayDoBothOnResourcesIsFound() {
        int found = 0;
        int past = 0;
        RandomAccess random(3, {});
        for (std::size_t history = 0; history < m_world->size(); ++history) {
            const Asked asked = drawResources(history, random);
            const auto duties = dutiesOf(history, asked);
            if (!duties)
                continue;
            const Seen seen = seenAtEnd(history);
            std::set<std::string> breaking;
            for (const Breach& breach : findBreaches(m_world->graph(), m_world->home(history), *duties, seen, {}))
                breaking.insert(idOf(breach.user));
            if (breaking != expected(worldOf(history, facts(history).size()), asked))
                QFAIL(qPrintable(told(history, asked, "others break it")));
            found += static_cast<int>(breaking.size());
            past += comparePast(history, asked, *duties, seen);
        }
        QVERIFY2(found > 20 && past > 60, qPrintable(QStringLiteral("%1 %2").arg(found).arg(past)));
    }

    void whoMayDoBothOnSomethingOfTheTypesIsAmongThem() {
        RandomAccess random(4, {});
        int found = 0;
        for (std::size_t history = 0; history < m_world->size(); ++history) {
            const NaiveWorld world = worldOf(history, facts(history).size());
            const std::string first = exactAction(random);
            const std::string second = exactAction(random);
            for (const auto& [resource, type] : world.resources) {
                const SeparatedDuties duties{{first, type, {}}, {second, type, {}}};
                std::set<std::string> breaking;
                for (const Breach& breach :
                     findBreaches(m_world->graph(), m_world->home(history), duties, seenAtEnd(history), {}))
                    breaking.insert(idOf(breach.user));
                for (const std::string& user : expected(world, {first, resource, second, resource})) {
                    ++found;
                    if (!breaking.contains(user))
                        QFAIL(qPrintable(told(history, {first, resource, second, resource}, "one is missing")));
                }
            }
        }
        QVERIFY2(found > 100, qPrintable(QString::number(found)));
    }

    void whatNobodyKnowsNobodyHolds() {
        const SeparatedDuties duties{{"*", {}, {}}, {"*", "*", {}}};
        for (std::size_t history = 0; history < 20; ++history)
            QVERIFY(findBreaches(m_world->graph(), m_world->home(history), duties, seenAtEnd(history), {}).empty());
    }

private:
    struct Asked {
        std::string firstAction, firstResource, secondAction, secondResource;
    };

    [[nodiscard]] const std::vector<Fact>& facts(std::size_t history) const { return m_world->facts(history); }

    [[nodiscard]] NaiveWorld worldOf(std::size_t history, std::size_t count) const {
        return replay(facts(history), count, facts(history)[count - 1].loggedAt);
    }

    static std::string exactAction(RandomAccess& random) {
        std::string action = random.action();
        while (action.ends_with('*'))
            action = random.action();
        return action;
    }

    Asked drawResources(std::size_t history, RandomAccess& random) {
        Asked asked{exactAction(random), {}, exactAction(random), {}};
        for (auto* resource : {&asked.firstResource, &asked.secondResource})
            for (int tries = 0; tries < 20 && resource->empty(); ++tries)
                *resource = random.resource();
        Q_UNUSED(history);
        return asked;
    }

    std::optional<SeparatedDuties> dutiesOf(std::size_t history, const Asked& asked) {
        const HomeIndex home = m_world->home(history);
        const ResourceIndex first = m_world->entities().findResource(home, AggregateId(asked.firstResource));
        const ResourceIndex second = m_world->entities().findResource(home, AggregateId(asked.secondResource));
        if (asked.firstResource.empty() || asked.secondResource.empty() || first.isNone() || second.isNone())
            return std::nullopt;
        return SeparatedDuties{{asked.firstAction, {}, first}, {asked.secondAction, {}, second}};
    }

    static std::set<std::string> expected(const NaiveWorld& world, const Asked& asked) {
        const auto first = world.who(asked.firstAction, asked.firstResource);
        const auto second = world.who(asked.secondAction, asked.secondResource);
        std::set<std::string> both;
        std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                              std::inserter(both, both.end()));
        return both;
    }

    Seen seenAtEnd(std::size_t history) {
        const Case end{history, {}, {}, {}, facts(history).size(), facts(history).back().loggedAt};
        return m_world->seen(end);
    }

    std::string idOf(SubjectIndex user) { return m_world->entities().entityOf(user).aggregate.id.text(); }

    /// At the end of every instant of the history; how many were breaking it at one of them.
    int comparePast(std::size_t history, const Asked& asked, const SeparatedDuties& duties, Seen seen) {
        const std::int64_t run = m_world->graph().home(m_world->home(history)).run;
        const auto past =
            findPastBreaches(m_world->graph(), m_world->home(history), duties, seen,
                             [&](Bound event) {
                                 return orDie(m_world->snapshot().event(EventNumber::of(run, event))).recordedAt.micros;
                             },
                             {});
        int breaking = 0;
        for (std::size_t count = 1; count <= facts(history).size(); ++count) {
            const Instant at = facts(history)[count - 1].loggedAt;
            if (count < facts(history).size() && facts(history)[count].loggedAt <= at)
                continue;
            std::set<std::string> then;
            for (const PastBreach& breach : past)
                for (const AccessInterval& interval : breach.intervals)
                    if (interval.from.at <= at.micros && (!interval.until || at.micros < interval.until->at))
                        then.insert(idOf(breach.user));
            const auto wanted = expected(worldOf(history, count), asked);
            if (then != wanted)
                QTest::qFail(qPrintable(told(history, asked, "another time")), __FILE__, __LINE__);
            breaking += static_cast<int>(wanted.size());
        }
        return breaking;
    }

    QString told(std::size_t history, const Asked& asked, const char* what) const {
        for (const Fact& fact : facts(history))
            qInfo("%s %s %s %s", formatInstant(fact.loggedAt).c_str(), fact.id.c_str(), fact.event.type.c_str(),
                  fact.event.payload.value_or("").c_str());
        return QStringLiteral("history %1: %2 %3, %4 %5: %6")
            .arg(history)
            .arg(QString::fromStdString(asked.firstAction), QString::fromStdString(asked.firstResource),
                 QString::fromStdString(asked.secondAction), QString::fromStdString(asked.secondResource),
                 QLatin1String(what));
    }

    std::unique_ptr<AccessHistories> m_world;
};

MUNIMENT_TEST(separation, TestSeparation);
#include "test_separation.moc"
