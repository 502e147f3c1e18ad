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
const OrgDomainAdded kDomain{"acme.example"};
const OrgDomainVerified kVerified{"acme.example"};

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
        {"removes", {kAcme}, RemoveOrg{}, {OrgRemoved{}}, {}},
        {"removes while deactivated", {kAcme, OrgDeactivated{}}, RemoveOrg{}, {OrgRemoved{}}, {}},

        {"adds a domain", {kAcme}, AddDomain{"acme.example"}, {kDomain}, {}},
        {"in one spelling", {kAcme}, AddDomain{" Acme.EXAMPLE "}, {kDomain}, {}},
        {"letters beyond ASCII as DNS has them",
         {kAcme},
         AddDomain{"M\u00fcller.example"},
         {OrgDomainAdded{"xn--mller-kva.example"}},
         {}},
        {"not a name", {kAcme}, AddDomain{"Acme Ltd"}, {}, DomainInvalid, "domain"},
        {"a domain once", {kAcme, kDomain}, AddDomain{"ACME.example"}, {}, DomainExists, "domain"},
        {"also when it is verified",
         {kAcme, kDomain, kVerified},
         AddDomain{"acme.example"},
         {},
         DomainExists,
         "domain"},
        {"verifies a domain", {kAcme, kDomain}, VerifyDomain{"ACME.example"}, {kVerified}, {}},
        {"verifies once", {kAcme, kDomain, kVerified}, VerifyDomain{"acme.example"}, {}, AlreadyVerified, "domain"},
        {"verifies what is there", {kAcme, kDomain}, VerifyDomain{"other.example"}, {}, DomainUnknown, "domain"},
        {"verifies no nonsense", {kAcme, kDomain}, VerifyDomain{"@"}, {}, DomainUnknown, "domain"},
        {"removes a domain",
         {kAcme, kDomain, kVerified},
         RemoveDomain{"Acme.example"},
         {OrgDomainRemoved{"acme.example"}},
         {}},
        {"in the spelling that another service gave it",
         {kAcme, OrgDomainAdded{"Acme Ltd!"}},
         RemoveDomain{"Acme Ltd!"},
         {OrgDomainRemoved{"Acme Ltd!"}},
         {}},
        {"removes what is there", {kAcme}, RemoveDomain{"acme.example"}, {}, DomainUnknown, "domain"},
        {"again after its removal",
         {kAcme, kDomain, kVerified, OrgDomainRemoved{"acme.example"}},
         AddDomain{"acme.example"},
         {kDomain},
         {}},
    };
    return all;
}

const std::vector<OrgCommand>& wishes() {
    static const std::vector<OrgCommand> all{
        RenameOrg{"x"}, ChangeOrgPlan{"x"},     DeactivateOrg{},       ReactivateOrg{},
        RemoveOrg{},    AddDomain{"x.example"}, VerifyDomain{"x.org"}, RemoveDomain{"x.example"}};
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
        const auto scene = given({kAcme, kDomain, OrgRemoved{}, OrgReactivated{}, OrgRenamed{"ghost"}, kDomain,
                                  kVerified, OrgDeactivated{}, OrgPlanChanged{"x"}, OrgRegionAssigned{"x"}});
        QVERIFY(scene.state().lifecycle == OrgLifecycle::Removed);
        QVERIFY(scene.state().domains.empty());
        QCOMPARE(scene.state().plan, std::string("standard"));
        QVERIFY(scene.state().region.empty());
        QCOMPARE(scene.state().name, std::string("Acme"));
    }

    void aMoveChangesTheHome() {
        const OrgMoved moved{"m", "eu-west-1", "eu-central-1", 2, 7, "d", {}, {}, {}, {}};
        QCOMPARE(given({kAcme, kHome, OrgMoveStarted{"m", "eu-west-1", "eu-central-1"}}).state().region,
                 std::string("eu-west-1"));
        QCOMPARE(given({kAcme, kHome, moved}).state().region, std::string("eu-central-1"));
        const auto removed = given({kAcme, kHome, OrgRemoved{}, moved}).state();
        QCOMPARE(removed.region, std::string("eu-central-1"));
        QVERIFY(removed.lifecycle == OrgLifecycle::Removed);
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
                        OrgDomainRemoved{"x.example"},
                        OrgMoveStarted{"m", "a", "b"},
                        OrgMoveCancelled{"m", "a", "b"},
                        OrgMoved{"m", "a", "b", 2, 7, "d", Instant{1}, Instant{2}, Instant{3}, Instant{4}}};
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

    void aDomainIsProvenAnewWhenItComesBack() {
        QVERIFY(given({kAcme, kDomain, kVerified}).state().domains.at("acme.example"));
        QVERIFY(!given({kAcme, kDomain, kVerified, OrgDomainRemoved{"acme.example"}, kDomain})
                     .state()
                     .domains.at("acme.example"));
        QVERIFY(given({kAcme, kDomain, kVerified, kDomain}).state().domains.at("acme.example"));
    }

    void domains_data() {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("written"); // empty: refused
        const auto row = [](const std::string& typed, const char* written) {
            QTest::addRow("%.40s", typed.c_str()) << QByteArray::fromStdString(typed) << QByteArray(written);
        };
        row("acme.example", "acme.example");
        row("WWW.Acme-2.Example", "www.acme-2.example");
        row("xn--mller-kva.example", "xn--mller-kva.example");
        row("m\u00fcller.example", "xn--mller-kva.example");
        row("mu\u0308ller.example", "xn--mller-kva.example");
        row("\u4f8b\u3048.\u30c6\u30b9\u30c8", "xn--r8jz45g.xn--zckzah");
        row("\uff41cme.example", "acme.example");
        row(std::string(63, 'a') + ".example", (std::string(63, 'a') + ".example").c_str());
        for (const char* bad : {"",
                                " ",
                                "acme",
                                "acme.",
                                ".example",
                                "acme..example",
                                "-acme.example",
                                "acme-.example",
                                "ac_me.example",
                                "ac me.example",
                                "acme.example/x",
                                "https://acme.example",
                                "ann@acme.example",
                                "acme.example:443",
                                "192.168.0.1",
                                "[::1]",
                                "acme.1x",
                                "acme.exam\nple",
                                "acme.\xff",
                                "*.acme.example",
                                "xn--.example",
                                "\u202eacme.example"})
            row(bad, "");
        row(std::string(64, 'a') + ".example", "");
        row(std::string("a\0.example", 10), "");
        std::string endless = "a";
        for (int i = 0; i < 5000; ++i)
            endless += ".a";
        row(endless, "");
    }

    void domains() {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, written);
        const auto decision = decide(given({kAcme}).state(), AddDomain{typed.toStdString()});
        QCOMPARE(decision.has_value(), !written.isEmpty());
        if (!decision)
            return;
        const auto domain = std::get<OrgDomainAdded>(decision->front()).domain;
        QCOMPARE(QByteArray::fromStdString(domain), written);
        const auto again = decide(given({kAcme}).state(), AddDomain{domain});
        QCOMPARE(std::get<OrgDomainAdded>(again.value().front()).domain, domain);
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "org.added";
        events[0].payload = R"({"name":"Acme"})";
        events[1].type = "org.domain.primary.set";
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
