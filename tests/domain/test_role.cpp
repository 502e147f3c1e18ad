// Protects: every rule for roles and their permissions, and that what is written can be read again.
#include "models/domain/permission_rules.h"
#include "models/domain/role.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<RoleEvent>;
using Rule = test::Rule<RoleEvent, RoleCommand, RoleSurroundings>;

const RoleAdded kEditor{"doc.editor", "Editor", "Documents"};
const Permission kRead{"documents.read", "document", {}};
const Permission kReadOne{"documents.read", "", AggregateId("d1")};
const RoleSurroundings kThere{true};
const RoleSurroundings kGone{false};

AddPermission allowing(std::string action, std::string type, const char* resource = "") {
    return {{std::move(action), std::move(type), AggregateId(resource)}};
}

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds", {}, AddRole{" doc.editor ", " Editor ", "Documents"}, {kEditor}, {}},
        {"a key is enough", {}, AddRole{"ORG_OWNER", "", ""}, {RoleAdded{"ORG_OWNER", "", ""}}, {}},
        {"needs a key", {}, AddRole{" ", "x", ""}, {}, NameMissing, "key"},
        {"of the letters of keys", {}, AddRole{"editor!", "", ""}, {}, KeyInvalid, "key"},
        {"without blanks", {}, AddRole{"doc editor", "", ""}, {}, KeyInvalid, "key"},
        {"of 100 letters at most", {}, AddRole{std::string(101, 'a'), "", ""}, {}, KeyInvalid, "key"},
        {"of ASCII", {}, AddRole{"rédacteur", "", ""}, {}, KeyInvalid, "key"},
        {"a display name that can be shown", {}, AddRole{"k", "a\nb", ""}, {}, NameNotPrintable, "displayName"},
        {"a display name of 200 characters",
         {},
         AddRole{"k", std::string(201, 'a'), ""},
         {},
         NameTooLong,
         "displayName"},
        {"a group that can be shown", {}, AddRole{"k", "", "a\nb"}, {}, NameNotPrintable, "group"},
        {"a group of 200 characters", {}, AddRole{"k", "", std::string(201, 'a')}, {}, NameTooLong, "group"},
        {"cannot be added twice", {kEditor}, AddRole{"k", "", ""}, {}, AlreadyExists},
        {"nor after its removal", {kEditor, RoleRemoved{}}, AddRole{"k", "", ""}, {}, AlreadyRemoved},

        {"changes only what differs",
         {kEditor},
         ChangeRole{"doc.editor", "Redakteur", ""},
         {RoleChanged{{}, "Redakteur", ""}},
         {}},
        {"changes the key", {kEditor}, ChangeRole{"editor", {}, {}}, {RoleChanged{"editor", {}, {}}}, {}},
        {"nothing differs", {kEditor}, ChangeRole{"doc.editor", "Editor", "Documents"}, {}, NothingChanges},
        {"nothing asked", {kEditor}, ChangeRole{}, {}, NothingChanges},
        {"a key cannot be taken away", {kEditor}, ChangeRole{"", {}, {}}, {}, NameMissing, "key"},
        {"nor lose its form", {kEditor}, ChangeRole{"a b", {}, {}}, {}, KeyInvalid, "key"},
        {"a changed name can be shown", {kEditor}, ChangeRole{{}, "a\nb", {}}, {}, NameNotPrintable, "displayName"},
        {"a changed group, too", {kEditor}, ChangeRole{{}, {}, "a\nb"}, {}, NameNotPrintable, "group"},

        {"permits on a type", {kEditor}, AddPermission{kRead}, {RolePermissionAdded{kRead}}, {}, {}, kGone},
        {"permits on a resource", {kEditor}, AddPermission{kReadOne}, {RolePermissionAdded{kReadOne}}, {}, {}, kThere},
        {"permits all of all", {kEditor}, allowing("*", "*"), {RolePermissionAdded{{"*", "*", {}}}}, {}},
        {"permits what lies below",
         {kEditor},
         allowing("documents.*", "document"),
         {RolePermissionAdded{{"documents.*", "document", {}}}},
         {}},
        {"once", {kEditor, RolePermissionAdded{kRead}}, AddPermission{kRead}, {}, PermissionExists, "action", kThere},
        {"on a resource that is there", {kEditor}, AddPermission{kReadOne}, {}, ResourceUnknown, "resource", kGone},
        {"no action", {kEditor}, allowing("", "document"), {}, PermissionInvalid, "action"},
        {"a wildcard within", {kEditor}, allowing("documents.*.read", "document"), {}, PermissionInvalid, "action"},
        {"half a wildcard", {kEditor}, allowing("doc*", "document"), {}, PermissionInvalid, "action"},
        {"an empty word", {kEditor}, allowing("documents..read", "document"), {}, PermissionInvalid, "action"},
        {"a dot at the end", {kEditor}, allowing("documents.", "document"), {}, PermissionInvalid, "action"},
        {"blanks in an action", {kEditor}, allowing("read all", "document"), {}, PermissionInvalid, "action"},
        {"an endless action", {kEditor}, allowing(std::string(101, 'a'), "document"), {}, PermissionInvalid, "action"},
        {"on nothing", {kEditor}, allowing("read", ""), {}, PermissionInvalid, "resource", kThere},
        {"on both", {kEditor}, allowing("read", "document", "d1"), {}, PermissionInvalid, "resource", kThere},
        {"on a type that is none", {kEditor}, allowing("read", "Document!"), {}, PermissionInvalid, "resourceType"},

        {"takes a permission away",
         {kEditor, RolePermissionAdded{kRead}},
         RemovePermission{kRead},
         {RolePermissionRemoved{kRead}},
         {}},
        {"also on a resource that is gone",
         {kEditor, RolePermissionAdded{kReadOne}},
         RemovePermission{kReadOne},
         {RolePermissionRemoved{kReadOne}},
         {},
         {},
         kGone},
        {"also one that nobody could add",
         {kEditor, RolePermissionAdded{{"a b", "document", {}}}},
         RemovePermission{{"a b", "document", {}}},
         {RolePermissionRemoved{{"a b", "document", {}}}},
         {}},
        {"but none that is not there", {kEditor}, RemovePermission{kRead}, {}, PermissionMissing, "action"},
        {"removes", {kEditor}, RemoveRole{}, {RoleRemoved{}}, {}},
    };
    return all;
}

const std::vector<RoleCommand>& wishes() {
    static const std::vector<RoleCommand> all{ChangeRole{"x", {}, {}}, RemoveRole{}, AddPermission{kRead},
                                              RemovePermission{kRead}};
    return all;
}

test::Scene<RoleState, RoleEvent> given(const Facts& facts) {
    return {facts, decodeRoleEvent};
}

} // namespace

class RoleTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() { test::play<RoleState, RoleEvent>(rules(), decodeRoleEvent); }

    void nothingCanBeAskedOfWhatNeverWasOrIsGone() {
        for (const auto& wish : wishes()) {
            given({}).when(wish, kThere).thenRejected(Reason::DoesNotExist);
            given({kEditor, RoleRemoved{}}).when(wish, kThere).thenRejected(Reason::AlreadyRemoved);
        }
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kEditor, RolePermissionAdded{kRead}, RoleRemoved{}, RoleChanged{"ghost", {}, {}},
                                  RolePermissionAdded{kReadOne}, RolePermissionRemoved{kRead}, RoleRemoved{}});
        QVERIFY(scene.state().lifecycle == RoleLifecycle::Removed);
        QCOMPARE(scene.state().key, std::string("doc.editor"));
        QVERIFY(scene.state().permissions.empty());
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kEditor, RoleChanged{"k", {}, "g"}, RoleRemoved{}, RolePermissionAdded{kRead},
                        RolePermissionRemoved{kReadOne}};
        QCOMPARE(all.size(), std::variant_size_v<RoleEvent>);
        test::checkRoundTrips(all, decodeRoleEvent);
        test::checkRoundTrips<RoleEvent>(
            {RoleAdded{"k", "", ""}, RoleChanged{{}, "", {}}, RolePermissionAdded{kReadOne}}, decodeRoleEvent);
    }

    void hostileTexts_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& hostile : test::hostileTexts())
            QTest::newRow(hostile.what) << i++;
    }

    void hostileTexts() {
        QFETCH(int, number);
        const auto hostile = test::hostileTexts()[static_cast<std::size_t>(number)];
        QVERIFY(!checkedRoleKey(hostile.text));
        QVERIFY(!isAction(hostile.text));
        const auto decision = decide(RoleState(), AddRole{"k", hostile.text, ""}, RoleSurroundings());
        const bool isBlank = hostile.text.find_first_not_of(" \t") == std::string::npos;
        if (hostile.isName || isBlank)
            QVERIFY(decision.has_value());
        if (decision)
            test::checkRoundTrips(*decision, decodeRoleEvent);
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeRoleEvent(type, std::string(payload)).has_value();
        };
        QVERIFY(read("role.added", R"({"key":"x","displayName":7,"extra":{}})"));
        QVERIFY(!read("role.added", R"({"displayName":"x"})"));
        QVERIFY(!read("role.added", "[]"));
        QVERIFY(!decodeRoleEvent("role.added", std::nullopt));
        QVERIFY(read("role.removed", R"({"key":"x"})"));
        QVERIFY(!read("role.permission.added", R"({"resourceType":"document"})"));
        QVERIFY(!read("role.permission.added", R"({"action":"read"})"));
        QVERIFY(!read("role.permission.removed", R"({"action":"","resourceType":"document"})"));
        QVERIFY(!read("role.unheard.of", R"({"key":"x","action":"a","resourceType":"t"})"));
        QVERIFY(!read("team.removed", "{}"));
    }

    /// Of two that are named, the narrower counts: an auditor is not shown more access than was meant.
    void aResourceGoesBeforeItsType() {
        const auto read = decodeRoleEvent("role.permission.added",
                                          R"({"action":"read","resourceId":"d1","resourceType":"document"})");
        QVERIFY(read == RoleEvent(RolePermissionAdded{{"read", "", AggregateId("d1")}}));
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "role.added";
        events[0].payload = R"({"key":"editor"})";
        events[1].type = "role.painted";
        events[2].type = "role.permission.added";
        events[2].payload = R"({"action":"documents.read","resourceType":"document"})";
        const auto state = foldRole(events);
        QCOMPARE(state.key, std::string("editor"));
        QVERIFY(state.permissions == std::set<Permission>{kRead});
    }
};

MUNIMENT_TEST(role, RoleTest);
#include "test_role.moc"
