// Protects: the catalogue knows every event the program writes, its sentences can be filled, and translators see them.
#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/domain/event_sentences_i18n.h"
#include "models/domain/grant.h"
#include "models/domain/org.h"
#include "models/domain/plan.h"
#include "models/domain/resource.h"
#include "models/domain/review.h"
#include "models/domain/role.h"
#include "models/domain/session.h"
#include "models/domain/team.h"
#include "models/domain/user_credentials.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <regex>
#include <set>

using namespace muniment;

namespace {

const EventCatalogue& catalogue() {
    return EventCatalogue::instance();
}

std::vector<std::string> slotsOf(const std::string& sentence) {
    static const std::regex slot(R"(\{([A-Za-z_]+)\})");
    std::vector<std::string> found;
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), slot), end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

std::vector<std::string> keysOf(const NewEvent& event) {
    std::vector<std::string> keys;
    const auto members = readMembers(event.payload.value_or("{}"));
    for (const auto& member : *members)
        keys.push_back(member.key);
    return keys;
}

} // namespace

class EventCatalogueTest : public QObject {
    Q_OBJECT

private slots:

    void everySlotIsAField() {
        for (const auto& entry : catalogue().entries()) {
            for (const auto& slot : slotsOf(entry.sentence)) {
                const bool isField = std::any_of(entry.fields.begin(), entry.fields.end(),
                                                 [&](const auto& field) { return field.name == slot; });
                const bool isKnown =
                    isField || slot == "actor" || slot == "subject" || slot == "tenant" || slot == "member";
                QVERIFY2(isKnown, (entry.type + ": {" + slot + "}").c_str());
                QVERIFY2(!catalogue().isSecret(entry.type, slot), entry.type.c_str());
            }
            QCOMPARE(std::count(entry.sentence.begin(), entry.sentence.end(), '{'),
                     static_cast<std::ptrdiff_t>(slotsOf(entry.sentence).size()));
        }
    }

    void typesBeginWithTheirAggregate() {
        for (const auto& entry : catalogue().entries())
            QVERIFY2(entry.type.starts_with(entry.aggregate + "."), entry.type.c_str());
    }

    void translatorsSeeEverySentence() {
        std::set<std::string> inCatalogue;
        for (const auto& entry : catalogue().entries())
            inCatalogue.insert(entry.sentence);
        const std::set<std::string> inHeader(kEventSentences.begin(), kEventSentences.end());
        for (const auto& sentence : inCatalogue)
            QVERIFY2(inHeader.contains(sentence), ("missing in event_sentences_i18n.h: " + sentence).c_str());
        for (const auto& sentence : inHeader)
            QVERIFY2(inCatalogue.contains(sentence), ("not in the catalogue: " + sentence).c_str());
        QCOMPARE(inHeader.size(), kEventSentences.size());
    }

    void everyEventThatIsWrittenIsInIt() {
        const auto check = [](const auto& events, const std::string& reason = "why") {
            for (const auto& event : events) {
                const NewEvent written = encode(event, reason);
                const auto* entry = catalogue().find(written.type);
                QVERIFY2(entry != nullptr, written.type.c_str());
                const auto members = keysOf(written);
                for (const auto& key : members) {
                    const bool isKnown = std::any_of(entry->fields.begin(), entry->fields.end(),
                                                     [&](const auto& field) { return field.name == key; });
                    QVERIFY2(isKnown, (written.type + "." + key).c_str());
                }
            }
        };
        const TeamMember user{TeamMember::Kind::User, AggregateId("u")};
        const TeamMember team{TeamMember::Kind::Team, AggregateId("t")};
        const AggregateId other("o");
        check(std::vector<OrgEvent>{OrgAdded{"n"}, OrgRegionAssigned{"r"}, OrgRenamed{"n"}, OrgPlanChanged{"p"},
                                    OrgDeactivated{}, OrgReactivated{}, OrgRemoved{}, OrgDomainAdded{"d"},
                                    OrgDomainVerified{"d"}, OrgDomainRemoved{"d"}, OrgMoveStarted{"m", "a", "b"},
                                    OrgMoveCancelled{"m", "a", "b"},
                                    OrgMoved{"m", "a", "b", 2, 7, "d", Instant{}, Instant{}, Instant{}, Instant{}}});
        check(std::vector<UserEvent>{HumanAdded{"u", "f", "l", "d", "e", "p", true}, MachineAdded{"u", "n", "d"},
                                     UserNameChanged{"u"}, HumanProfileChanged{"f", "l", "d"}, MachineChanged{"n", "d"},
                                     HumanEmailChanged{"e"}, HumanEmailVerified{}, HumanPhoneChanged{"p"},
                                     HumanPhoneVerified{}, HumanPhoneRemoved{}, HumanPasswordChanged{true},
                                     HumanPasswordChangeRequired{}, UserLocked{}, UserUnlocked{}, UserDeactivated{},
                                     UserReactivated{}, UserRemoved{}});
        check(std::vector<PlanEvent>{PlanAdded{"n"}, PlanChanged{"n"}, PlanRemoved{}});
        check(std::vector<TeamEvent>{TeamAdded{"n", "d"}, TeamChanged{"n", "d"}, TeamRemoved{}, TeamMemberAdded{user},
                                     TeamMemberAdded{team}, TeamMemberRemoved{user}, TeamMemberRemoved{team}});
        check(std::vector<RoleEvent>{RoleAdded{"k", "d", "g"}, RoleChanged{"k", "d", "g"}, RoleRemoved{},
                                     RolePermissionAdded{{"a", "t", {}}}, RolePermissionRemoved{{"a", "", other}}});
        check(
            std::vector<ResourceEvent>{ResourceAdded{"n", "t", other}, ResourceChanged{"n", other}, ResourceRemoved{}});
        check(std::vector<GrantEvent>{
            GrantAdded{other, user, other, Instant{}, Instant{}}, GrantAdded{other, team, other, Instant{}, Instant{}},
            GrantChanged{std::optional(Instant{}), std::optional(Instant{})}, GrantRemoved{}});
        ReviewStarted started{"n", {ReviewScope::Kind::Role, other}, other, "ann", Instant{}, {}, 1};
        std::vector<ReviewEvent> reviews{started, ReviewItemDecided{other}, ReviewClosed{}};
        for (const auto kind : {ReviewScope::Kind::Team, ReviewScope::Kind::Resource}) {
            started.scope.kind = kind;
            reviews.emplace_back(started);
        }
        check(reviews);
        check(std::vector<SessionEvent>{SessionTerminated{}});
        check(
            std::vector<SessionEvent>{SessionAdded{"o", "b", "c"}, SessionUserChecked{other}, SessionPasswordChecked{}},
            {}); // nobody decides on these, so nobody gives a reason
        const Credential named{"n", "", {}, {}};
        const Credential token{"n", "f", Instant{}, {"s"}};
        const Credential key{"n", "f", Instant{}, {}};
        std::vector<CredentialEvent> credentials{CredentialAdded{{CredentialKind::Token, "i"}, token, "h", ""},
                                                 CredentialAdded{{CredentialKind::Key, "i"}, key, "", "p"},
                                                 CredentialAdded{{CredentialKind::Otp, ""}, named, "", ""},
                                                 CredentialAdded{{CredentialKind::Passkey, "i"}, named, "", ""}};
        for (const auto kind :
             {CredentialKind::Token, CredentialKind::Key, CredentialKind::Otp, CredentialKind::Passkey})
            credentials.emplace_back(CredentialRemoved{{kind, "i"}});
        check(credentials);
    }

    void secretsArePointedOut() {
        QVERIFY(catalogue().isSecret("user.human.password.changed", "encodedHash"));
        QVERIFY(catalogue().isSecret("user.human.mfa.otp.added", "otpSecret"));
        QVERIFY(!catalogue().isSecret("user.human.added", "userName"));
        QVERIFY(!catalogue().isSecret("nobody.knows", "it"));
    }

    void whatLiesInsideASecretIsSecretToo() {
        QVERIFY(catalogue().isSecretPath("user.human.mfa.otp.added", "otpSecret"));
        QVERIFY(catalogue().isSecretPath("user.human.mfa.otp.added", "otpSecret.crypted"));
        QVERIFY(!catalogue().isSecretPath("user.human.mfa.otp.added", "otpSecretary"));
        QVERIFY(!catalogue().isSecretPath("user.human.mfa.otp.added", "otp"));
        QVERIFY(!catalogue().isSecretPath("nobody.knows", "otpSecret"));
    }

    void anUnknownTypeIsNormal() {
        QVERIFY(catalogue().find("user.unheard.of") == nullptr);
        QVERIFY(catalogue().find("") == nullptr);
        QVERIFY(catalogue().find("zzz") == nullptr);
    }

    void aBrokenCatalogueIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("not JSON") << QByteArray("events");
        QTest::newRow("no events") << QByteArray("{}");
        QTest::newRow("no sentence") << QByteArray(R"({"events":[{"type":"a.b","aggregate":"a","fields":[]}]})");
        QTest::newRow("an unexpected member")
            << QByteArray(R"({"events":[{"type":"a.b","aggregate":"a","sentence":"s","typo":1}]})");
        QTest::newRow("twice") << QByteArray(R"({"events":[{"type":"a.b","aggregate":"a","sentence":"s"},)"
                                             R"({"type":"a.b","aggregate":"a","sentence":"s"}]})");
        QTest::newRow("a field without a name")
            << QByteArray(R"({"events":[{"type":"a.b","aggregate":"a","sentence":"s","fields":[{"secret":true}]}]})");
    }

    void aBrokenCatalogueIsRefused() {
        QFETCH(QByteArray, json);
        QVERIFY(!EventCatalogue::parse(json.toStdString()));
    }
};

MUNIMENT_TEST(event_catalogue, EventCatalogueTest);
#include "test_event_catalogue.moc"
