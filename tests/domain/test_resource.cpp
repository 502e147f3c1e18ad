// Protects: every rule for resources, and that what is written can be read again.
#include "models/domain/resource.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<ResourceEvent>;
using Rule = test::Rule<ResourceEvent, ResourceCommand, ResourceSurroundings>;

const AggregateId kProject("p1");
const AggregateId kNowhere;
const ResourceAdded kPaper{"Paper", "document", kProject};
const ResourceSurroundings kThere{true, false};
const ResourceSurroundings kGone{false, false};
const ResourceSurroundings kCycle{true, true};

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds at the top", {}, AddResource{" Hall ", "room", {}}, {ResourceAdded{"Hall", "room", {}}}, {}},
        {"adds below another", {}, AddResource{"Paper", "document", kProject}, {kPaper}, {}, {}, kThere},
        {"needs a name", {}, AddResource{"", "room", {}}, {}, NameMissing, "name"},
        {"a visible one", {}, AddResource{"\u200b", "room", {}}, {}, NameNotPrintable, "name"},
        {"a short one", {}, AddResource{std::string(201, 'a'), "room", {}}, {}, NameTooLong, "name"},
        {"needs a type", {}, AddResource{"Hall", "", {}}, {}, NameMissing, "type"},
        {"a type is a key", {}, AddResource{"Hall", "Big Room", {}}, {}, KeyInvalid, "type"},
        {"and no wildcard", {}, AddResource{"Hall", "*", {}}, {}, KeyInvalid, "type"},
        {"below what is there", {}, AddResource{"Paper", "document", kProject}, {}, ResourceUnknown, "parent", kGone},
        {"not below itself", {}, AddResource{"Paper", "document", kProject}, {}, WouldCycle, "parent", kCycle},
        {"cannot be added twice", {kPaper}, AddResource{"x", "room", {}}, {}, AlreadyExists},
        {"nor after its removal", {kPaper, ResourceRemoved{}}, AddResource{"x", "room", {}}, {}, AlreadyRemoved},

        {"renames", {kPaper}, ChangeResource{"Book", {}}, {ResourceChanged{"Book", {}}}, {}},
        {"moves",
         {kPaper},
         ChangeResource{{}, AggregateId("p2")},
         {ResourceChanged{{}, AggregateId("p2")}},
         {},
         {},
         kThere},
        {"lifts to the top", {kPaper}, ChangeResource{{}, kNowhere}, {ResourceChanged{{}, kNowhere}}, {}, {}, kGone},
        {"only what differs", {kPaper}, ChangeResource{"Book", kProject}, {ResourceChanged{"Book", {}}}, {}, {}, kGone},
        {"nothing differs", {kPaper}, ChangeResource{" Paper", kProject}, {}, NothingChanges},
        {"nothing asked", {kPaper}, ChangeResource{}, {}, NothingChanges},
        {"a name cannot be taken away", {kPaper}, ChangeResource{"", {}}, {}, NameMissing, "name"},
        {"nor be too long", {kPaper}, ChangeResource{std::string(201, 'a'), {}}, {}, NameTooLong, "name"},
        {"moves below what is there",
         {kPaper},
         ChangeResource{{}, AggregateId("p2")},
         {},
         ResourceUnknown,
         "parent",
         kGone},
        {"never below itself", {kPaper}, ChangeResource{{}, AggregateId("p2")}, {}, WouldCycle, "parent", kCycle},
        {"removes", {kPaper}, RemoveResource{}, {ResourceRemoved{}}, {}},
    };
    return all;
}

test::Scene<ResourceState, ResourceEvent> given(const Facts& facts) {
    return {facts, decodeResourceEvent};
}

} // namespace

class ResourceTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() { test::play<ResourceState, ResourceEvent>(rules(), decodeResourceEvent); }

    void nothingCanBeAskedOfWhatNeverWasOrIsGone() {
        for (const auto& wish : std::vector<ResourceCommand>{ChangeResource{"x", {}}, RemoveResource{}}) {
            given({}).when(wish, kThere).thenRejected(Reason::DoesNotExist);
            given({kPaper, ResourceRemoved{}}).when(wish, kThere).thenRejected(Reason::AlreadyRemoved);
        }
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kPaper, ResourceRemoved{}, ResourceChanged{"ghost", kNowhere}, ResourceRemoved{}});
        QVERIFY(scene.state().lifecycle == ResourceLifecycle::Removed);
        QCOMPARE(scene.state().name, std::string("Paper"));
        QVERIFY(scene.state().parent == kProject);
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kPaper, ResourceChanged{"n", kNowhere}, ResourceRemoved{}};
        QCOMPARE(all.size(), std::variant_size_v<ResourceEvent>);
        test::checkRoundTrips(all, decodeResourceEvent);
        test::checkRoundTrips<ResourceEvent>(
            {ResourceAdded{"n", "t", {}}, ResourceChanged{{}, kProject}, ResourceChanged{"n", {}}},
            decodeResourceEvent);
        QCOMPARE(*encode(ResourceEvent(ResourceChanged{{}, kNowhere})).payload, std::string(R"({"parentId":""})"));
    }

    void hostileNames_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& hostile : test::hostileTexts())
            QTest::newRow(hostile.what) << i++;
    }

    void hostileNames() {
        QFETCH(int, number);
        const auto hostile = test::hostileTexts()[static_cast<std::size_t>(number)];
        const auto decision = decide(ResourceState(), AddResource{hostile.text, "room", {}}, ResourceSurroundings());
        QCOMPARE(decision.has_value(), hostile.isName);
        if (decision)
            test::checkRoundTrips(*decision, decodeResourceEvent);
        QVERIFY(!decide(ResourceState(), AddResource{"Hall", hostile.text, {}}, ResourceSurroundings()));
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeResourceEvent(type, std::string(payload)).has_value();
        };
        QVERIFY(read("resource.added", R"({"name":"x"})"));
        QVERIFY(!read("resource.added", R"({"resourceType":"room"})"));
        QVERIFY(!read("resource.added", R"({"name":null})"));
        QVERIFY(!decodeResourceEvent("resource.added", std::nullopt));
        QVERIFY(decodeResourceEvent("resource.changed", R"({"parentId":7})") == ResourceEvent(ResourceChanged{}));
        QVERIFY(!read("resource.accessed", R"({"action":"read","name":"x"})"));
        QVERIFY(!read("grant.removed", "{}"));
    }

    void whatServicesDoWithItChangesNothing() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "resource.added";
        events[0].payload = R"({"name":"Hall","resourceType":"room"})";
        events[1].type = "resource.accessed";
        events[1].payload = R"({"action":"read","name":"other"})";
        events[2].type = "resource.changed";
        events[2].payload = R"({"parentId":"p1"})";
        const auto state = foldResource(events);
        QCOMPARE(state.name, std::string("Hall"));
        QVERIFY(state.parent == kProject);
    }
};

MUNIMENT_TEST(resource, ResourceTest);
#include "test_resource.moc"
