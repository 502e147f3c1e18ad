// Protects: what organizations may be sold follows the events of plans, also when a command was cut off in between.
#include "models/commands/preview.h"
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

class TestPlans : public QObject {
    Q_OBJECT

private slots:

    void soldIsWhatTheEventsSay() {
        QCOMPARE(outcome(AddPlan{"gold", "Gold"}), std::string("done"));
        QVERIFY(isSold("gold"));
        QCOMPARE(outcome(RenamePlan{"Golden"}), std::string("done"));
        QVERIFY(isSold("gold"));
        QCOMPARE(m_world.outcome(OrgCommand(ChangeOrgPlan{"gold"})), std::string("done"));
        QCOMPARE(outcome(RemovePlan{}), std::string("done"));
        QVERIFY(!isSold("gold"));
        QCOMPARE(outcome(AddPlan{"gold", "Gold again"}), std::string("done"));
        QVERIFY(isSold("gold"));
    }

    void aRefusedPlanIsNotSold() {
        auto request = requestFor(AddPlan{"Gold!", "Gold"}, "Gold!");
        QCOMPARE(m_world.outcome(request), std::string("nameNotPrintable"));
        QVERIFY(!isSold("Gold!"));
    }

    void aDryRunSellsNothing() {
        auto request = requestFor(AddPlan{"dry", "Dry"}, "dry");
        request.isDryRun = true;
        QCOMPARE(m_world.outcome(request), std::string("done"));
        QVERIFY(!isSold("dry"));
    }

    /// Written by whoever was cut off before the second step: the same command, though refused, finishes it.
    void whoWasCutOffRepeatsIt() {
        const auto identity = m_world.store().connect(m_world.region());
        QVERIFY(identity);
        Append append;
        append.region = identity->primaryRegion;
        append.tenant = TenantId(identity->mark.installation);
        append.aggregate = {"plan", AggregateId("lost")};
        append.events = {encode(PlanEvent(PlanAdded{"Lost"}))};
        append.tenantChange = m_world.store().tenantHome(append.region, append.tenant)->has_value()
                                  ? std::nullopt
                                  : std::optional<TenantChange>(CreateTenant{append.tenant.text(), "standard"});
        append.actor = {"operator", ActorId("ann")};
        append.commandId = randomUuid();
        append.occurredAt = systemClock().now();
        QVERIFY(m_world.store().append(append));
        QVERIFY(!isSold("lost"));
        QCOMPARE(m_world.outcome(requestFor(AddPlan{"lost", "Lost"}, "lost")), std::string("alreadyExists"));
        QVERIFY(isSold("lost"));
    }

    void whereAPlanBelongsIsFoundOut() {
        auto request = m_world.request(PlanCommand(AddPlan{"found", "Found"}), AggregateId("found"));
        request.tenant = {};
        const auto told = previewCommands(m_world.store(), std::vector{request}, systemClock(), {});
        QVERIFY(told.front());
        QVERIFY(!isSold("found"));
        const auto added = m_world.run(request);
        QVERIFY(added);
        QCOMPARE(added->tenant, requestFor(RemovePlan{}, "found").tenant);
        QVERIFY(isSold("found"));
    }

private:
    [[nodiscard]] CommandRequest requestFor(PlanCommand command, const std::string& key) {
        const auto identity = m_world.store().connect(m_world.region());
        auto request = m_world.request(std::move(command), AggregateId(key));
        request.region = identity->primaryRegion;
        request.tenant = TenantId(identity->mark.installation);
        return request;
    }

    [[nodiscard]] std::string outcome(PlanCommand command) {
        return m_world.outcome(requestFor(std::move(command), "gold"));
    }

    [[nodiscard]] bool isSold(const std::string& key) {
        const auto plans = m_world.store().plans(m_world.region());
        return plans && std::ranges::find(*plans, key) != plans->end();
    }

    CommandWorld m_world;
};

} // namespace

MUNIMENT_TEST(plans, TestPlans);
#include "test_plans.moc"
