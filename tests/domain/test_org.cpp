// Protects: every rule for organizations and plans, and that what is written can be read again.
#include "models/domain/org.h"
#include "models/domain/plan.h"
#include "tests/domain/given_when_then.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<OrgEvent>;

test::Scene<OrgState, OrgEvent> given(const Facts& facts) {
    return {facts, decodeOrgEvent};
}

test::Scene<PlanState, PlanEvent> givenPlan(const std::vector<PlanEvent>& facts) {
    return {facts, decodePlanEvent};
}

const OrgAdded kAcme{"Acme"};
const OrgRegionAssigned kHome{"eu-west-1"};

struct Rule {
    const char* name;
    Facts facts;
    OrgCommand wish;
    Facts outcome;
    std::optional<Reason> reason;
    std::string field = {};
};

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds with its home", {}, AddOrg{"Acme", "eu-west-1", ""}, {kAcme, kHome}, {}},
        {"the standard plan is not worth an event", {}, AddOrg{"Acme", "eu-west-1", "standard"}, {kAcme, kHome}, {}},
        {"another plan is",
         {},
         AddOrg{" Acme ", "eu-west-1", "enterprise"},
         {kAcme, kHome, OrgPlanChanged{"enterprise"}},
         {}},
        {"markup is a name", {}, AddOrg{"A<b>&\u202e", "r", ""}, {OrgAdded{"A<b>&\u202e"}, OrgRegionAssigned{"r"}}, {}},
        {"needs a name", {}, AddOrg{"", "eu-west-1", ""}, {}, NameMissing, "name"},
        {"a visible one", {}, AddOrg{"  ", "eu-west-1", ""}, {}, NameNotPrintable, "name"},
        {"a short one", {}, AddOrg{std::string(201, 'a'), "eu-west-1", ""}, {}, NameTooLong, "name"},
        {"needs a region", {}, AddOrg{"Acme", "", ""}, {}, NameMissing, "region"},
        {"a plan is a key", {}, AddOrg{"Acme", "eu-west-1", "Gold Plan!"}, {}, PlanUnknown, "plan"},
        {"cannot be added twice", {kAcme, kHome}, AddOrg{"B", "r", ""}, {}, AlreadyExists},
        {"nor after its removal", {kAcme, OrgRemoved{}}, AddOrg{"B", "r", ""}, {}, AlreadyRemoved},
        {"renames", {kAcme}, RenameOrg{"Acme Ltd"}, {OrgRenamed{"Acme Ltd"}}, {}},
        {"to the same name: nothing", {kAcme}, RenameOrg{"Acme "}, {}, NothingChanges, "name"},
        {"to none: refused", {kAcme}, RenameOrg{""}, {}, NameMissing, "name"},
        {"renames while deactivated", {kAcme, OrgDeactivated{}}, RenameOrg{"B"}, {OrgRenamed{"B"}}, {}},
        {"changes the plan", {kAcme}, ChangeOrgPlan{"free"}, {OrgPlanChanged{"free"}}, {}},
        {"to the same plan: nothing", {kAcme}, ChangeOrgPlan{"standard"}, {}, NothingChanges, "plan"},
        {"to no plan: refused", {kAcme}, ChangeOrgPlan{""}, {}, PlanUnknown, "plan"},
        {"deactivates", {kAcme}, DeactivateOrg{}, {OrgDeactivated{}}, {}},
        {"deactivating twice", {kAcme, OrgDeactivated{}}, DeactivateOrg{}, {}, AlreadyInactive},
        {"reactivates", {kAcme, OrgDeactivated{}}, ReactivateOrg{}, {OrgReactivated{}}, {}},
        {"reactivating what is active", {kAcme}, ReactivateOrg{}, {}, AlreadyActive},
    };
    return all;
}

const std::vector<OrgCommand>& wishes() {
    static const std::vector<OrgCommand> all{RenameOrg{"x"}, ChangeOrgPlan{"x"}, DeactivateOrg{}, ReactivateOrg{}};
    return all;
}

} // namespace

class OrgTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(rules().size()); ++i)
            QTest::newRow(rules()[static_cast<std::size_t>(i)].name) << i;
    }

    void rule() {
        QFETCH(int, number);
        const Rule& rule = rules()[static_cast<std::size_t>(number)];
        auto scene = given(rule.facts);
        scene.when(rule.wish);
        if (rule.reason)
            scene.thenRejected(*rule.reason, rule.field);
        else
            scene.then(rule.outcome);
    }

    void nothingCanBeAskedOfWhatNeverWasOrIsGone() {
        for (const auto& wish : wishes()) {
            given({}).when(wish).thenRejected(Reason::DoesNotExist);
            given({kAcme, OrgRemoved{}}).when(wish).thenRejected(Reason::AlreadyRemoved);
        }
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kAcme, OrgRemoved{}, OrgReactivated{}, OrgRenamed{"ghost"}});
        QVERIFY(scene.state().lifecycle == OrgLifecycle::Removed);
        QCOMPARE(scene.state().name, std::string("Acme"));
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kAcme,
                        kHome,
                        OrgRenamed{"x"},
                        OrgPlanChanged{"p"},
                        OrgDeactivated{},
                        OrgReactivated{},
                        OrgRemoved{},
                        OrgDomainAdded{"x.example"},
                        OrgDomainVerified{"x.example"},
                        OrgDomainRemoved{"x.example"}};
        QCOMPARE(all.size(), std::variant_size_v<OrgEvent>);
        for (const auto& event : all) {
            const auto written = encode(event, "because");
            const auto read = decodeOrgEvent(written.type, written.payload);
            QVERIFY2(read && *read == event, written.type.c_str());
        }
        QVERIFY(!decodeOrgEvent("org.added", "{}"));
        QVERIFY(!decodeOrgEvent("org.domain.added", R"({"domain":7})"));
        QVERIFY(!decodeOrgEvent("org.unheard.of", R"({"name":"x"})"));
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "org.added";
        events[0].payload = R"({"name":"Acme"})";
        events[1].type = "org.domain.added";
        events[1].payload = R"({"domain":"acme.example"})";
        events[2].type = "org.changed";
        events[2].payload = R"({"name":"Acme Ltd"})";
        QCOMPARE(foldOrg(events).name, std::string("Acme Ltd"));
    }

    void plansHaveRulesToo() {
        const PlanAdded gold{"Gold"};
        givenPlan({}).when(AddPlan{"gold", "Gold"}).then({gold});
        givenPlan({}).when(AddPlan{"", "Gold"}).thenRejected(Reason::NameMissing, "key");
        givenPlan({}).when(AddPlan{"Gold!", "Gold"}).thenRejected(Reason::NameNotPrintable, "key");
        givenPlan({}).when(AddPlan{"gold", ""}).thenRejected(Reason::NameMissing, "name");
        givenPlan({gold}).when(AddPlan{"gold", "G"}).thenRejected(Reason::AlreadyExists);
        givenPlan({gold, PlanRemoved{}}).when(AddPlan{"gold", "G"}).then({PlanAdded{"G"}});
        givenPlan({gold}).when(RenamePlan{"Golden"}).then({PlanChanged{"Golden"}});
        givenPlan({gold}).when(RenamePlan{"Gold"}).thenRejected(Reason::NothingChanges);
        givenPlan({gold}).when(RemovePlan{}).then({PlanRemoved{}});
        givenPlan({}).when(RemovePlan{}).thenRejected(Reason::DoesNotExist);
        givenPlan({gold, PlanRemoved{}}).when(RenamePlan{"x"}).thenRejected(Reason::AlreadyRemoved);
    }
};

MUNIMENT_TEST(org, OrgTest);
#include "test_org.moc"
