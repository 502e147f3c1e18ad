// Protects: every rule for users, and that what is written can be read again.
#include "models/domain/user.h"
#include "tests/domain/given_when_then.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<UserEvent>;

test::Scene<UserState, UserEvent> given(const Facts& facts) {
    return {facts, decodeUserEvent};
}

const HumanAdded kAnn{"ann", "Ann", "Smith", "Ann Smith", "ann@acme.example", "+1 555 100"};
const HumanAdded kZoe{"zoe", "", "", "Zoë", "", ""};
const MachineAdded kRobot{"svc-ci", "Service CI", "builds"};

/// A wish, and either what happens or why not.
struct Rule {
    const char* name;
    Facts facts;
    UserCommand wish;
    Facts outcome;
    std::optional<Reason> reason;
    std::string field = {};
};

std::string repeated(const char* text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds a human",
         {},
         AddHuman{"ann", "Ann", "Smith", "Ann Smith", "ann@acme.example", "+1 555 100"},
         {kAnn},
         {}},
        {"a display name comes from the names",
         {},
         AddHuman{"zoe", "Zoë", "Müller", "", "", ""},
         {HumanAdded{"zoe", "Zoë", "Müller", "Zoë Müller", "", ""}},
         {}},
        {"or from one name",
         {},
         AddHuman{"m", "", "Müller", "", "", ""},
         {HumanAdded{"m", "", "Müller", "Müller", "", ""}},
         {}},
        {"or from the user name",
         {},
         AddHuman{"zoe", "", "", "", "", ""},
         {HumanAdded{"zoe", "", "", "zoe", "", ""}},
         {}},
        {"blanks around are cut off",
         {},
         AddHuman{"  zoe ", "", "", "", " z@a.example ", ""},
         {HumanAdded{"zoe", "", "", "zoe", "z@a.example", ""}},
         {}},
        {"markup is a name like any other",
         {},
         AddHuman{"<b>x</b>", "", "", "a < b > c", "", ""},
         {HumanAdded{"<b>x</b>", "", "", "a < b > c", "", ""}},
         {}},
        {"bidi controls are data",
         {},
         AddHuman{"x\u202eexe.txt", "", "", "", "", ""},
         {HumanAdded{"x\u202eexe.txt", "", "", "x\u202eexe.txt", "", ""}},
         {}},
        {"adds a machine", {}, AddMachine{"svc-ci", "Service CI", "builds"}, {kRobot}, {}},
        {"a machine without a name has its user name",
         {},
         AddMachine{"svc", "", ""},
         {MachineAdded{"svc", "svc", ""}},
         {}},
        {"200 code points are a name",
         {},
         AddMachine{repeated("é", 200), "x", ""},
         {MachineAdded{repeated("é", 200), "x", ""}},
         {}},
        {"201 are too many", {}, AddMachine{repeated("é", 201), "x", ""}, {}, NameTooLong, "userName"},
        {"a user needs a name", {}, AddHuman{}, {}, NameMissing, "userName"},
        {"blanks are no name", {}, AddHuman{" \t ", "", "", "", "", ""}, {}, NameNotPrintable, "userName"},
        {"what cannot be seen is no name",
         {},
         AddHuman{"\u200b\u200d", "", "", "", "", ""},
         {},
         NameNotPrintable,
         "userName"},
        {"a line break is no part of a name",
         {},
         AddHuman{"a\nb", "", "", "", "", ""},
         {},
         NameNotPrintable,
         "userName"},
        {"nor is NUL", {}, AddHuman{std::string("a\0b", 3), "", "", "", "", ""}, {}, NameNotPrintable, "userName"},
        {"nor is what is not UTF-8", {}, AddHuman{"a\xff", "", "", "", "", ""}, {}, NameNotPrintable, "userName"},
        {"nor a line separator", {}, AddHuman{"a", "", "", "x\u2028y", "", ""}, {}, NameNotPrintable, "displayName"},
        {"a first name that can be shown",
         {},
         AddHuman{"a", "x\ny", "", "", "", ""},
         {},
         NameNotPrintable,
         "firstName"},
        {"a first name of 200 characters",
         {},
         AddHuman{"a", repeated("x", 201), "", "", "", ""},
         {},
         NameTooLong,
         "firstName"},
        {"a last name that can be shown", {}, AddHuman{"a", "", "x\ny", "", "", ""}, {}, NameNotPrintable, "lastName"},
        {"a last name of 200 characters",
         {},
         AddHuman{"a", "", repeated("x", 201), "", "", ""},
         {},
         NameTooLong,
         "lastName"},
        {"a display name of 200 characters",
         {},
         AddHuman{"a", "", "", repeated("x", 201), "", ""},
         {},
         NameTooLong,
         "displayName"},
        {"a machine needs a name", {}, AddMachine{"", "x", ""}, {}, NameMissing, "userName"},
        {"a machine's name can be shown", {}, AddMachine{"m", "x\ny", ""}, {}, NameNotPrintable, "displayName"},
        {"a machine's name has 200 characters",
         {},
         AddMachine{"m", repeated("x", 201), ""},
         {},
         NameTooLong,
         "displayName"},
        {"a description can be shown", {}, AddMachine{"m", "", "x\ny"}, {}, NameNotPrintable, "description"},
        {"a description has 1,000 characters",
         {},
         AddMachine{"m", "", repeated("x", 1001)},
         {},
         NameTooLong,
         "description"},
        {"a machine that was removed", {kRobot, UserRemoved{}}, AddMachine{"b", "", ""}, {}, AlreadyRemoved},
        {"a wrong address", {}, AddHuman{"a", "", "", "", "not an address", ""}, {}, EmailInvalid, "email"},
        {"a user who exists cannot be added", {kAnn}, AddHuman{"b", "", "", "", "", ""}, {}, AlreadyExists},
        {"nor as a machine", {kAnn}, AddMachine{"b", "", ""}, {}, AlreadyExists},
        {"nor one who was removed", {kAnn, UserRemoved{}}, AddHuman{"b", "", "", "", "", ""}, {}, AlreadyRemoved},

        {"changes a user name", {kAnn}, ChangeUserName{"ann.smith"}, {UserNameChanged{"ann.smith"}}, {}},
        {"the same user name changes nothing", {kAnn}, ChangeUserName{" ann "}, {}, NothingChanges, "userName"},
        {"another case is another spelling", {kAnn}, ChangeUserName{"Ann"}, {UserNameChanged{"Ann"}}, {}},
        {"a user name cannot be taken away", {kAnn}, ChangeUserName{""}, {}, NameMissing, "userName"},
        {"nor be endless", {kAnn}, ChangeUserName{repeated("x", 201)}, {}, NameTooLong, "userName"},
        {"nor be blank", {kAnn}, ChangeUserName{" "}, {}, NameNotPrintable, "userName"},

        {"changes only what differs",
         {kAnn},
         ChangeProfile{"Ann", "Jones", std::nullopt},
         {HumanProfileChanged{std::nullopt, "Jones", std::nullopt}},
         {}},
        {"a first name can be cleared",
         {kAnn},
         ChangeProfile{"", std::nullopt, std::nullopt},
         {HumanProfileChanged{"", std::nullopt, std::nullopt}},
         {}},
        {"a display name cannot",
         {kAnn},
         ChangeProfile{std::nullopt, std::nullopt, ""},
         {},
         NameMissing,
         "displayName"},
        {"nor be endless when changed",
         {kAnn},
         ChangeProfile{{}, {}, repeated("x", 201)},
         {},
         NameTooLong,
         "displayName"},
        {"a changed first name can be shown", {kAnn}, ChangeProfile{"x\ny", {}, {}}, {}, NameNotPrintable, "firstName"},
        {"a changed last name can be shown", {kAnn}, ChangeProfile{{}, "x\ny", {}}, {}, NameNotPrintable, "lastName"},
        {"a machine's display name cannot be taken away",
         {kRobot},
         ChangeProfile{{}, {}, ""},
         {},
         NameMissing,
         "displayName"},
        {"a machine's name stays: nothing", {kRobot}, ChangeProfile{{}, {}, "Service CI"}, {}, NothingChanges},
        {"a machine has no last name", {kRobot}, ChangeProfile{{}, "D2", {}}, {}, NotAHuman, "lastName"},
        {"nothing to change", {kAnn}, ChangeProfile{"Ann", "Smith", "Ann Smith"}, {}, NothingChanges},
        {"nothing asked", {kAnn}, ChangeProfile{}, {}, NothingChanges},
        {"a machine's display name is its name",
         {kRobot},
         ChangeProfile{std::nullopt, std::nullopt, "CI"},
         {MachineChanged{"CI", std::nullopt}},
         {}},
        {"a machine has no first name", {kRobot}, ChangeProfile{"R2", std::nullopt, "CI"}, {}, NotAHuman, "firstName"},

        {"changes an address", {kAnn}, ChangeEmail{"a@b.example"}, {HumanEmailChanged{"a@b.example"}}, {}},
        {"to the same: nothing", {kAnn}, ChangeEmail{"ann@acme.example"}, {}, NothingChanges, "email"},
        {"to none: refused", {kAnn}, ChangeEmail{""}, {}, EmailInvalid, "email"},
        {"a machine has none", {kRobot}, ChangeEmail{"a@b.example"}, {}, NotAHuman, "email"},

        {"an address is verified", {kAnn}, VerifyEmail{}, {HumanEmailVerified{}}, {}},
        {"once", {kAnn, HumanEmailVerified{}}, VerifyEmail{}, {}, AlreadyVerified, "email"},
        {"anew when it has changed",
         {kAnn, HumanEmailVerified{}, HumanEmailChanged{"n@b.example"}},
         VerifyEmail{},
         {HumanEmailVerified{}},
         {}},
        {"none cannot be", {kZoe}, VerifyEmail{}, {}, EmailMissing, "email"},
        {"nor a machine's", {kRobot}, VerifyEmail{}, {}, NotAHuman, "email"},

        {"changes a number", {kAnn}, ChangePhone{" +49 30 123456 "}, {HumanPhoneChanged{"+49 30 123456"}}, {}},
        {"the first one, too", {kZoe}, ChangePhone{"112"}, {HumanPhoneChanged{"112"}}, {}},
        {"to the same number: nothing", {kAnn}, ChangePhone{"+1 555 100"}, {}, NothingChanges, "phone"},
        {"to none: see remove", {kAnn}, ChangePhone{""}, {}, PhoneInvalid, "phone"},
        {"to words", {kAnn}, ChangePhone{"call me"}, {}, PhoneInvalid, "phone"},
        {"a machine has no number", {kRobot}, ChangePhone{"112"}, {}, NotAHuman, "phone"},
        {"a number is verified", {kAnn}, VerifyPhone{}, {HumanPhoneVerified{}}, {}},
        {"a number is verified once", {kAnn, HumanPhoneVerified{}}, VerifyPhone{}, {}, AlreadyVerified, "phone"},
        {"no number, nothing to verify", {kZoe}, VerifyPhone{}, {}, PhoneMissing, "phone"},
        {"a machine's number cannot be verified", {kRobot}, VerifyPhone{}, {}, NotAHuman, "phone"},
        {"removes a number", {kAnn}, RemovePhone{}, {HumanPhoneRemoved{}}, {}},
        {"removes it once", {kAnn, HumanPhoneRemoved{}}, RemovePhone{}, {}, PhoneMissing, "phone"},
        {"a machine has none to remove", {kRobot}, RemovePhone{}, {}, NotAHuman, "phone"},
        {"a wrong number at the beginning", {}, AddHuman{"a", "", "", "", "", "call me"}, {}, PhoneInvalid, "phone"},

        {"asks for a new password", {kAnn}, RequirePasswordChange{}, {HumanPasswordChangeRequired{}}, {}},
        {"asks once", {kAnn, HumanPasswordChangeRequired{}}, RequirePasswordChange{}, {}, NothingChanges, "password"},
        {"asks again after the next one",
         {kAnn, HumanPasswordChangeRequired{}, HumanPasswordChanged{false}},
         RequirePasswordChange{},
         {HumanPasswordChangeRequired{}},
         {}},
        {"a machine has no password", {kRobot}, RequirePasswordChange{}, {}, NotAHuman, "password"},

        {"removes", {kAnn}, RemoveUser{}, {UserRemoved{}}, {}},
        {"removes who is locked", {kAnn, UserLocked{}}, RemoveUser{}, {UserRemoved{}}, {}},
        {"removes a machine that is deactivated", {kRobot, UserDeactivated{}}, RemoveUser{}, {UserRemoved{}}, {}},

        {"locks", {kAnn}, LockUser{}, {UserLocked{}}, {}},
        {"locking twice", {kAnn, UserLocked{}}, LockUser{}, {}, AlreadyLocked},
        {"unlocks", {kAnn, UserLocked{}}, UnlockUser{}, {UserUnlocked{}}, {}},
        {"unlocking who is not locked", {kAnn}, UnlockUser{}, {}, NotLocked},
        {"a deactivated user cannot be locked", {kAnn, UserDeactivated{}}, LockUser{}, {}, AlreadyInactive},
        {"nor unlocked", {kAnn, UserDeactivated{}}, UnlockUser{}, {}, NotLocked},
        {"deactivates", {kAnn}, DeactivateUser{}, {UserDeactivated{}}, {}},
        {"also who is locked", {kAnn, UserLocked{}}, DeactivateUser{}, {UserDeactivated{}}, {}},
        {"deactivating twice", {kAnn, UserDeactivated{}}, DeactivateUser{}, {}, AlreadyInactive},
        {"reactivates", {kAnn, UserDeactivated{}}, ReactivateUser{}, {UserReactivated{}}, {}},
        {"reactivating who is active", {kAnn}, ReactivateUser{}, {}, AlreadyActive},
        {"reactivating who is locked", {kAnn, UserLocked{}}, ReactivateUser{}, {}, AlreadyLocked},
        {"a lock is gone after deactivation and return",
         {kAnn, UserLocked{}, UserDeactivated{}, UserReactivated{}},
         LockUser{},
         {UserLocked{}},
         {}},
    };
    return all;
}

const std::vector<std::pair<const char*, UserCommand>>& wishes() {
    static const std::vector<std::pair<const char*, UserCommand>> all{{"change user name", ChangeUserName{"x"}},
                                                                      {"change profile", ChangeProfile{"x", {}, {}}},
                                                                      {"change e-mail", ChangeEmail{"x@y.example"}},
                                                                      {"verify e-mail", VerifyEmail{}},
                                                                      {"change phone", ChangePhone{"112"}},
                                                                      {"verify phone", VerifyPhone{}},
                                                                      {"remove phone", RemovePhone{}},
                                                                      {"password", RequirePasswordChange{}},
                                                                      {"remove", RemoveUser{}},
                                                                      {"lock", LockUser{}},
                                                                      {"unlock", UnlockUser{}},
                                                                      {"deactivate", DeactivateUser{}},
                                                                      {"reactivate", ReactivateUser{}}};
    return all;
}

} // namespace

class UserTest : public QObject {
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

    void nothingCanBeAskedOfWhoNeverWas() {
        for (const auto& [name, wish] : wishes())
            given({}).when(wish).thenRejected(Reason::DoesNotExist);
    }

    void nothingCanBeAskedOfTheRemoved() {
        for (const auto& [name, wish] : wishes())
            given({kAnn, UserRemoved{}}).when(wish).thenRejected(Reason::AlreadyRemoved);
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kAnn, UserRemoved{}, UserUnlocked{}, UserNameChanged{"ghost"}, HumanEmailVerified{},
                                  HumanPhoneVerified{}, HumanPhoneRemoved{}, HumanPasswordChangeRequired{},
                                  HumanProfileChanged{"x", "x", "x"}, UserReactivated{}, UserLocked{}});
        QVERIFY(scene.state().lifecycle == UserLifecycle::Removed);
        QVERIFY(!scene.state().isEmailVerified && !scene.state().isPhoneVerified);
        QVERIFY(!scene.state().isPasswordChangeRequired);
        QCOMPARE(scene.state().phone, kAnn.phone);
        QCOMPARE(scene.state().userName, std::string("ann"));
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kAnn,
                        kRobot,
                        UserNameChanged{"x"},
                        HumanProfileChanged{"a", {}, "b"},
                        MachineChanged{"n", "d"},
                        HumanEmailChanged{"a@b.c"},
                        HumanEmailVerified{},
                        HumanPhoneChanged{"1"},
                        HumanPhoneVerified{},
                        HumanPhoneRemoved{},
                        HumanPasswordChanged{true},
                        HumanPasswordChangeRequired{},
                        UserLocked{},
                        UserUnlocked{},
                        UserDeactivated{},
                        UserReactivated{},
                        UserRemoved{}};
        QCOMPARE(all.size(), std::variant_size_v<UserEvent>);
        for (const auto& event : all) {
            const auto written = encode(event, "because");
            const auto read = decodeUserEvent(written.type, written.payload);
            QVERIFY2(read && *read == event, written.type.c_str());
            QVERIFY(written.payload->find("\"reason\":\"because\"") != std::string::npos);
        }
    }

    void payloadsAreAbsentWhenThereIsNothingToSay() { QVERIFY(!encode(UserLocked{}).payload); }

    void readsWhatOthersWrote() {
        QVERIFY(decodeUserEvent("user.human.added", R"({ "userName" : "x", "extra": 123456789012345678901234 })"));
        QVERIFY(!decodeUserEvent("user.human.added", R"({"firstName":"x"})"));
        QVERIFY(!decodeUserEvent("user.human.added", R"({"userName":7})"));
        QVERIFY(!decodeUserEvent("user.human.added", std::nullopt));
        QVERIFY(!decodeUserEvent("user.human.added", "nonsense"));
        QVERIFY(!decodeUserEvent("user.unheard.of", "{}"));
        QVERIFY(!decodeUserEvent("org.added", R"({"name":"x"})"));
        QVERIFY(decodeUserEvent("user.locked", "nonsense"));
    }

    void readsWhatOnlyTheIdentitySystemWrites() {
        HumanAdded temporary = kAnn;
        temporary.isPasswordChangeRequired = true;
        QVERIFY(given({temporary}).state().isPasswordChangeRequired);
        QVERIFY(given({kAnn, HumanPasswordChanged{true}}).state().isPasswordChangeRequired);
        QVERIFY(!given({temporary, HumanPasswordChanged{false}}).state().isPasswordChangeRequired);
        QVERIFY(decodeUserEvent("user.human.password.changed", R"({"encodedHash":"$2a$","changeRequired":true})") ==
                UserEvent(HumanPasswordChanged{true}));
        QVERIFY(decodeUserEvent("user.human.password.changed", R"({"changeRequired":"true"})") ==
                UserEvent(HumanPasswordChanged{false}));
        QVERIFY(!encode(UserEvent(HumanPasswordChanged{false})).payload);
    }

    /// A service may write whatever it likes; what a person has does not make a machine one.
    void aMachineStaysOne() {
        const auto state = given({kRobot, HumanEmailChanged{"x@y.example"}, HumanPhoneVerified{},
                                  HumanPasswordChanged{true}, HumanProfileChanged{"R", "2", "R2"}})
                               .state();
        QVERIFY(state.kind == UserKind::Machine && state.lifecycle == UserLifecycle::Active);
        QCOMPARE(state.userName, kRobot.userName);
    }

    void aNumberChangesItsProof() {
        QVERIFY(given({kAnn, HumanPhoneVerified{}}).state().isPhoneVerified);
        QVERIFY(!given({kAnn, HumanPhoneVerified{}, HumanPhoneChanged{"112"}}).state().isPhoneVerified);
        QVERIFY(!given({kAnn, HumanPhoneVerified{}, HumanPhoneRemoved{}}).state().isPhoneVerified);
    }

    void anAddressChangesItsProof() {
        QVERIFY(given({kAnn, HumanEmailVerified{}}).state().isEmailVerified);
        QVERIFY(!given({kAnn, HumanEmailVerified{}, HumanEmailChanged{"n@b.c"}}).state().isEmailVerified);
    }
};

MUNIMENT_TEST(user, UserTest);
#include "test_user.moc"
