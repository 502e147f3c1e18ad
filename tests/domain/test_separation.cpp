// Protects: every rule for rules of separation of duties, and that what is written can be read again.
#include "models/domain/separation.h"
#include "tests/domain/given_when_then.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Rule = test::Rule<SeparationEvent, SeparationCommand, SeparationSurroundings>;

const Permission kCreate{"invoice.create", "invoice", {}};
const Permission kApprove{"invoice.approve", "*", {}};
const Permission kPayOne{"pay", "", AggregateId("account")};
const SeparationAdded kFourEyes{"Four eyes", kCreate, kApprove};
const SeparationSurroundings kThere{true};
const SeparationSurroundings kGone{false};

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds", {}, AddSeparation{" Four eyes ", kCreate, kApprove}, {kFourEyes}, {}},
        {"on a resource that is there",
         {},
         AddSeparation{"Pay", kPayOne, kApprove},
         {SeparationAdded{"Pay", kPayOne, kApprove}},
         {},
         {},
         kThere},
        {"the same action on two things",
         {},
         AddSeparation{"Pay", kPayOne, {"pay", "*", {}}},
         {SeparationAdded{"Pay", kPayOne, {"pay", "*", {}}}},
         {},
         {},
         kThere},
        {"needs a name", {}, AddSeparation{"", kCreate, kApprove}, {}, NameMissing, "name"},
        {"a name that can be shown", {}, AddSeparation{"a\nb", kCreate, kApprove}, {}, NameNotPrintable, "name"},
        {"of 200 characters", {}, AddSeparation{std::string(201, 'a'), kCreate, kApprove}, {}, NameTooLong, "name"},
        {"an action", {}, AddSeparation{"x", {"", "t", {}}, kApprove}, {}, PermissionInvalid, "first.action"},
        {"two actions", {}, AddSeparation{"x", kCreate, {"a b", "t", {}}}, {}, PermissionInvalid, "second.action"},
        {"of a kind of thing",
         {},
         AddSeparation{"x", {"read", "a b", {}}, kApprove},
         {},
         PermissionInvalid,
         "first.resourceType"},
        {"on something", {}, AddSeparation{"x", kCreate, {"read", "", {}}}, {}, PermissionInvalid, "second.resource"},
        {"on one something",
         {},
         AddSeparation{"x", {"read", "t", AggregateId("r")}, kApprove},
         {},
         PermissionInvalid,
         "first.resource"},
        {"not twice the same", {}, AddSeparation{"x", kCreate, kCreate}, {}, PermissionInvalid, "second.action"},
        {"not on what is gone",
         {},
         AddSeparation{"x", kCreate, kPayOne},
         {},
         ResourceUnknown,
         "second.resource",
         kGone},
        {"nor first", {}, AddSeparation{"x", kPayOne, kCreate}, {}, ResourceUnknown, "first.resource", kGone},
        {"cannot be added twice", {kFourEyes}, AddSeparation{"x", kCreate, kApprove}, {}, AlreadyExists},
        {"nor after its removal",
         {kFourEyes, SeparationRemoved{}},
         AddSeparation{"x", kCreate, kApprove},
         {},
         AlreadyRemoved},
        {"is removed", {kFourEyes}, RemoveSeparation{}, {SeparationRemoved{}}, {}},
        {"once", {kFourEyes, SeparationRemoved{}}, RemoveSeparation{}, {}, AlreadyRemoved},
        {"when it is there", {}, RemoveSeparation{}, {}, DoesNotExist},
    };
    return all;
}

} // namespace

class SeparationTest : public QObject {
    Q_OBJECT
private slots:

    void decides_data() { test::addRows(rules()); }

    void decides() { test::play<SeparationState, SeparationEvent>(rules(), decodeSeparationEvent); }

    void whatIsWrittenCanBeReadWithItsReason() {
        test::checkRoundTrips<SeparationEvent>(
            {kFourEyes, SeparationAdded{"Pay", kPayOne, kApprove}, SeparationRemoved{}}, decodeSeparationEvent);
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeSeparationEvent(type, std::string(payload)).has_value();
        };
        const char* whole =
            R"({"name":7,"firstAction":"a","firstResourceType":"t","secondAction":"b","secondResourceId":"r"})";
        QVERIFY(read("separation.added", whole));
        QVERIFY(!read("separation.added", R"({"name":"x","firstAction":"a","firstResourceType":"t"})"));
        QVERIFY(!read("separation.added", "[]"));
        QVERIFY(!decodeSeparationEvent("separation.added", std::nullopt));
        QVERIFY(read("separation.removed", "[]"));
        QVERIFY(!read("separation.unheard.of", whole));
    }
};

MUNIMENT_TEST(separation, SeparationTest);
#include "test_separation.moc"
