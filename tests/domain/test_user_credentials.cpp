// Protects: every rule for tokens, keys and factors, that no secret is in an event but its hash, and that what is
// written, by us or by ZITADEL, can be read again.
#include "models/domain/event_catalogue.h"
#include "models/domain/user_credentials.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

const Instant kNow{1'800'000'000'000'000};
const Instant kTomorrow = kNow + kMicrosPerDay;
const std::string kHash(64, 'a');
const std::string kPem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n";
const AddToken kAddToken{"t1", "CI", kHash, "aaaaaaaaaaaaaaaa", kTomorrow, {"openid", "read:all"}};
const AddMachineKey kAddKey{"k1", "CI", kPem, "0123456789abcdef", kTomorrow};
const CredentialAdded kToken{
    {CredentialKind::Token, "t1"}, {"CI", "aaaaaaaaaaaaaaaa", kTomorrow, {"openid", "read:all"}}, kHash, ""};
const CredentialAdded kKey{{CredentialKind::Key, "k1"}, {"CI", "0123456789abcdef", kTomorrow, {}}, "", kPem};
const CredentialAdded kOtp{{CredentialKind::Otp, ""}, {"phone", "", {}, {}}, "", ""};
const CredentialAdded kPasskey{{CredentialKind::Passkey, "p1"}, {"YubiKey", "", {}, {}}, "", ""};

UserState userOf(UserKind kind, UserLifecycle lifecycle = UserLifecycle::Active) {
    UserState state;
    state.kind = kind;
    state.lifecycle = lifecycle;
    return state;
}

const UserState kPerson = userOf(UserKind::Human);
const UserState kMachine = userOf(UserKind::Machine);

struct Rule {
    const char* name;
    UserState user;
    std::vector<CredentialEvent> facts;
    CredentialCommand wish;
    std::vector<CredentialEvent> outcome;
    std::optional<Reason> reason;
    std::string field = {};
};

template <class Command, class Value>
Command with(Command command, Value Command::*member, Value value) {
    command.*member = std::move(value);
    return command;
}

const std::vector<Rule>& rules() {
    using enum Reason;
    using Texts = std::vector<std::string>;
    static const std::vector<Rule> all{
        {"a token", kMachine, {}, kAddToken, {kToken}, {}},
        {"a person's, too", kPerson, {}, kAddToken, {kToken}, {}},
        {"without name, end and scopes",
         kMachine,
         {},
         AddToken{"t2", "", kHash, "a", {}, {}},
         {CredentialAdded{{CredentialKind::Token, "t2"}, {"", "a", {}, {}}, kHash, ""}},
         {}},
        {"a second token",
         kMachine,
         {kToken},
         with(kAddToken, &AddToken::id, std::string("t2")),
         {CredentialAdded{{CredentialKind::Token, "t2"}, kToken.credential, kHash, ""}},
         {}},
        {"once", kMachine, {kToken}, kAddToken, {}, CredentialExists, "id"},
        {"with an id", kMachine, {}, with(kAddToken, &AddToken::id, std::string()), {}, NameMissing, "id"},
        {"without blanks around it",
         kMachine,
         {},
         with(kAddToken, &AddToken::id, std::string("t1 ")),
         {},
         NameNotPrintable,
         "id"},
        {"that is short", kMachine, {}, with(kAddToken, &AddToken::id, std::string(201, 'x')), {}, NameTooLong, "id"},
        {"a name that can be shown",
         kMachine,
         {},
         with(kAddToken, &AddToken::name, std::string("a\nb")),
         {},
         NameNotPrintable,
         "name"},
        {"of 200 characters",
         kMachine,
         {},
         with(kAddToken, &AddToken::name, std::string(201, 'x')),
         {},
         NameTooLong,
         "name"},
        {"an end to come",
         kMachine,
         {},
         with(kAddToken, &AddToken::expiration, std::optional(kNow)),
         {},
         AlreadyExpired,
         "expiration"},
        {"a hash", kMachine, {}, with(kAddToken, &AddToken::hash, std::string()), {}, CredentialInvalid, "hash"},
        {"never the secret itself",
         kMachine,
         {},
         with(kAddToken, &AddToken::hash,
              std::string("mun_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgh")),
         {},
         CredentialInvalid,
         "hash"},
        {"a fingerprint",
         kMachine,
         {},
         with(kAddToken, &AddToken::fingerprint, std::string("xyz")),
         {},
         CredentialInvalid,
         "fingerprint"},
        {"scopes without blanks",
         kMachine,
         {},
         with(kAddToken, &AddToken::scopes, Texts{"read all"}),
         {},
         CredentialInvalid,
         "scopes"},
        {"no empty one", kMachine, {}, with(kAddToken, &AddToken::scopes, Texts{""}), {}, CredentialInvalid, "scopes"},
        {"no endless one",
         kMachine,
         {},
         with(kAddToken, &AddToken::scopes, Texts{std::string(201, 's')}),
         {},
         CredentialInvalid,
         "scopes"},
        {"fifty at most",
         kMachine,
         {},
         with(kAddToken, &AddToken::scopes, Texts(51, "s")),
         {},
         CredentialInvalid,
         "scopes"},

        {"a key", kMachine, {}, kAddKey, {kKey}, {}},
        {"of a machine", kPerson, {}, kAddKey, {}, NotAMachine, "key"},
        {"a key once", kMachine, {kKey}, kAddKey, {}, CredentialExists, "id"},
        {"a token of that id is another",
         kMachine,
         {CredentialAdded{{CredentialKind::Token, "k1"}, {}, kHash, ""}},
         kAddKey,
         {kKey},
         {}},
        {"a key with an id", kMachine, {}, with(kAddKey, &AddMachineKey::id, std::string()), {}, NameMissing, "id"},
        {"a key's name can be shown",
         kMachine,
         {},
         with(kAddKey, &AddMachineKey::name, std::string("\x7f")),
         {},
         NameNotPrintable,
         "name"},
        {"a key's end is to come",
         kMachine,
         {},
         with(kAddKey, &AddMachineKey::expiration, std::optional(kNow)),
         {},
         AlreadyExpired,
         "expiration"},
        {"the public half",
         kMachine,
         {},
         with(kAddKey, &AddMachineKey::publicKey,
              std::string("-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n")),
         {},
         CredentialInvalid,
         "publicKey"},
        {"of a bearable length",
         kMachine,
         {},
         with(kAddKey, &AddMachineKey::publicKey,
              "-----BEGIN PUBLIC KEY-----\n" + std::string(9000, 'A') + "\n-----END PUBLIC KEY-----\n"),
         {},
         CredentialInvalid,
         "publicKey"},
        {"a key's fingerprint",
         kMachine,
         {},
         with(kAddKey, &AddMachineKey::fingerprint, std::string()),
         {},
         CredentialInvalid,
         "fingerprint"},

        {"a factor", kPerson, {}, AddOtp{" phone "}, {kOtp}, {}},
        {"of a person", kMachine, {}, AddOtp{"phone"}, {}, NotAHuman, "otp"},
        {"a factor once", kPerson, {kOtp}, AddOtp{"tablet"}, {}, CredentialExists, "otp"},
        {"a factor's name can be shown", kPerson, {}, AddOtp{"a\nb"}, {}, NameNotPrintable, "name"},
        {"a factor's name is short", kPerson, {}, AddOtp{std::string(201, 'a')}, {}, NameTooLong, "name"},

        {"takes a token away", kMachine, {kToken}, RemoveCredential{kToken.key}, {CredentialRemoved{kToken.key}}, {}},
        {"takes a key away", kMachine, {kKey}, RemoveCredential{kKey.key}, {CredentialRemoved{kKey.key}}, {}},
        {"takes a factor away", kPerson, {kOtp}, RemoveCredential{kOtp.key}, {CredentialRemoved{kOtp.key}}, {}},
        {"takes a passkey away",
         kPerson,
         {kPasskey},
         RemoveCredential{kPasskey.key},
         {CredentialRemoved{kPasskey.key}},
         {}},
        {"none that is not there", kMachine, {kToken}, RemoveCredential{kKey.key}, {}, CredentialUnknown, "id"},
        {"none of another kind",
         kMachine,
         {kToken},
         RemoveCredential{{CredentialKind::Key, "t1"}},
         {},
         CredentialUnknown,
         "id"},
        {"of a locked user, too",
         userOf(UserKind::Machine, UserLifecycle::Locked),
         {kToken},
         RemoveCredential{kToken.key},
         {CredentialRemoved{kToken.key}},
         {}},
    };
    return all;
}

RecordedEvent recorded(const std::string& type, const std::string& payload) {
    RecordedEvent event;
    event.type = type;
    event.payload = payload;
    return event;
}

} // namespace

class UserCredentialsTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() {
        QFETCH(int, number);
        const Rule& rule = rules()[static_cast<std::size_t>(number)];
        const test::Scene<CredentialsState, CredentialEvent> scene(rule.facts, decodeCredentialEvent);
        const auto decision = decide(rule.user, scene.state(), rule.wish, {kNow});
        if (rule.reason) {
            QVERIFY2(!decision, "it was accepted");
            QCOMPARE(decision.error().get("reason"), std::string(reasonName(*rule.reason)));
            QCOMPARE(decision.error().get("field"), rule.field);
        } else {
            QVERIFY2(decision.has_value(), decision ? "" : decision.error().detail.c_str());
            QCOMPARE(QByteArray::fromStdString(test::told(*decision)),
                     QByteArray::fromStdString(test::told(rule.outcome)));
            QVERIFY(*decision == rule.outcome);
        }
    }

    void nothingCanBeAskedOfWhoNeverWasOrIsGone() {
        for (const auto& wish :
             std::vector<CredentialCommand>{kAddToken, kAddKey, AddOtp{}, RemoveCredential{kToken.key}}) {
            const auto reasonFor = [&](UserLifecycle lifecycle) {
                const auto decision = decide(userOf(UserKind::Machine, lifecycle), {}, wish, {kNow});
                return decision ? std::string("accepted") : decision.error().get("reason");
            };
            QCOMPARE(reasonFor(UserLifecycle::None), std::string("doesNotExist"));
            QCOMPARE(reasonFor(UserLifecycle::Removed), std::string("alreadyRemoved"));
        }
    }

    void everyEventIsReadAsItWasWritten() {
        std::vector<CredentialEvent> all{kToken, kKey, kOtp, kPasskey};
        for (const auto& added : {kToken, kKey, kOtp, kPasskey})
            all.emplace_back(CredentialRemoved{added.key});
        test::checkRoundTrips(all, decodeCredentialEvent);
        for (const auto& event : all) {
            const auto type = encode(event).type;
            QVERIFY2(EventCatalogue::instance().find(type) != nullptr, type.c_str());
        }
        QVERIFY(EventCatalogue::instance().isSecret("user.pat.added", "hash"));
        QVERIFY(!EventCatalogue::instance().isSecret("user.pat.added", "fingerprint"));
    }

    void readsWhatZitadelWrote() {
        const auto token = decodeCredentialEvent(
            "user.pat.added",
            R"({"tokenId":"2198","expiration":"9999-01-01T00:00:00Z","scopes":["openid",7,"profile"],"extra":{}})");
        QVERIFY(token.has_value());
        const auto& added = std::get<CredentialAdded>(*token);
        QVERIFY(added.credential.scopes == (std::vector<std::string>{"openid", "profile"}));
        QCOMPARE(formatInstant(added.credential.expiration.value()), std::string("9999-01-01T00:00:00Z"));

        const auto key = decodeCredentialEvent(
            "user.machine.key.added",
            R"({"keyId":"k","type":1,"expirationDate":"0001-01-01T00:00:00Z","publicKey":"LS0tLS1"})");
        QVERIFY(key.has_value());
        QVERIFY(!std::get<CredentialAdded>(*key).credential.expiration);
        QVERIFY(decodeCredentialEvent("user.human.mfa.otp.added", R"({"otpSecret":{"crypted":"x"}})"));
        QVERIFY(decodeCredentialEvent("user.human.mfa.otp.removed", std::nullopt));
    }

    void needsTheIdThatTellsItFromOthers() {
        for (const char* type :
             {"user.pat.added", "user.pat.removed", "user.machine.key.added", "user.machine.key.removed",
              "user.human.passwordless.token.added", "user.human.passwordless.token.removed"}) {
            QVERIFY2(!decodeCredentialEvent(type, std::nullopt), type);
            QVERIFY2(!decodeCredentialEvent(type, R"({"tokenId":7,"keyId":"","webAuthNTokenId":[]})"), type);
        }
        QVERIFY(!decodeCredentialEvent("user.pat.painted", R"({"tokenId":"x"})"));
        QVERIFY(!decodeCredentialEvent("user.locked", "{}"));
    }

    void hostileNames_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& hostile : test::hostileTexts())
            QTest::newRow(hostile.what) << i++;
    }

    void hostileNames() {
        QFETCH(int, number);
        const auto hostile = test::hostileTexts()[static_cast<std::size_t>(number)];
        const auto wish = with(kAddToken, &AddToken::id, hostile.text);
        const auto decision = decide(kMachine, {}, wish, {kNow});
        QCOMPARE(decision.has_value(), hostile.isName);
        if (decision)
            test::checkRoundTrips(*decision, decodeCredentialEvent);
        QVERIFY(!decide(kMachine, {}, with(kAddToken, &AddToken::hash, hostile.text), {kNow}));
        QVERIFY(!decide(kMachine, {}, with(kAddKey, &AddMachineKey::publicKey, hostile.text), {kNow}));
    }

    void theRemovedKeepNone() {
        std::vector<RecordedEvent> events{recorded("user.machine.added", R"({"userName":"svc"})"),
                                          recorded("user.pat.added", R"({"tokenId":"t1"})"),
                                          recorded("user.machine.key.added", R"({"keyId":"k1"})"),
                                          recorded("user.pat.removed", R"({"tokenId":"t1"})")};
        QVERIFY(foldCredentials(events).contains({CredentialKind::Key, "k1"}));
        QCOMPARE(foldCredentials(events).size(), std::size_t(1));
        events.push_back(recorded("user.removed", "{}"));
        QVERIFY(foldCredentials(events).empty());
        events.push_back(recorded("user.pat.added", R"({"tokenId":"t2"})"));
        QVERIFY(foldCredentials(events).empty());
        events.push_back(recorded("user.machine.added", R"({"userName":"svc"})"));
        events.push_back(recorded("user.pat.added", R"({"tokenId":"t3"})"));
        QVERIFY(foldCredentials(events).contains({CredentialKind::Token, "t3"}));
    }
};

MUNIMENT_TEST(user_credentials, UserCredentialsTest);
#include "test_user_credentials.moc"
