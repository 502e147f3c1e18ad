// Protects: what is kept of a tenant as pseudonyms tells of no person, still is a canonical event of its kind, and is
// the same when it is done twice.
#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/domain/pseudonyms.h"
#include "models/domain/replica_policy.h"
#include "models/domain/user.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

RecordedEvent eventOf(const std::string& type, const std::string& payload) {
    RecordedEvent event;
    event.tenant = TenantId("acme");
    event.aggregate = {"user", AggregateId("1a2b3c4d-0000-4000-8000-000000000000")};
    event.type = type;
    event.actor = {"operator", ActorId("ann@acme.example")};
    event.sourceIp = "10.1.2.3";
    event.payload = canonicalise(payload).value();
    return event;
}

RecordedEvent pseudonymised(RecordedEvent event) {
    pseudonymise(event);
    return event;
}

} // namespace

class TestPseudonyms : public QObject {
    Q_OBJECT
private slots:

    void aPersonIsLeftOut() {
        const auto added = pseudonymised(
            eventOf("user.human.added", R"({"userName":"canary","firstName":"Canary","email":"canary@acme.example",)"
                                        R"("encodedHash":"canary","preferredLanguage":"de","reason":"canary asked",)"
                                        R"("nobodyKnows":"canary"})"));
        QVERIFY(added.payload.has_value());
        QVERIFY2(added.payload->find("anary") == std::string::npos, added.payload->c_str());
        QCOMPARE(*added.payload, std::string(R"({"email":"~1a2b3c4d","firstName":"~1a2b3c4d",)"
                                             R"("preferredLanguage":"de","userName":"~1a2b3c4d"})"));
        QCOMPARE(checkCanonical(*added.payload), PayloadFault::None);
        QVERIFY(decodeUserEvent(added.type, added.payload).has_value());
        QVERIFY(!added.sourceIp.has_value());
        QCOMPARE(added.actor.id, ActorId("~"));
        QCOMPARE(added.actor.type, std::string("operator"));
        QVERIFY(pseudonymised(added) == added);
    }

    void whatTellsOfNobodyStays() {
        auto granted = eventOf("grant.added", R"({"roleId":"r1","userId":"u1","until":"2026-01-01T00:00:00Z"})");
        const ActorId actor("1a2b3c4d-0000-4000-8000-000000000001");
        granted.actor.id = actor;
        const auto payload = granted.payload;
        const auto stripped = pseudonymised(granted);
        QCOMPARE(*stripped.payload, *payload);
        QCOMPARE(stripped.actor.id, actor);
    }

    void aPayloadThatNobodyCanJudgeGoesWhole() {
        QVERIFY(!pseudonymised(eventOf("acme.badge.printed", R"({"name":"canary"})")).payload.has_value());
        auto damaged = eventOf("user.human.added", "{}");
        damaged.payload = "{\"userName\":\"canary";
        QVERIFY(!pseudonymised(damaged).payload.has_value());
        damaged.payload.reset();
        QVERIFY(!pseudonymised(damaged).payload.has_value());
    }

    /// Of every type in the catalogue: a word in each of its fields, and in none of those that stay and are personal.
    void noFieldThatTheCatalogueCallsPersonalStays() {
        int checked = 0;
        for (const CatalogueEntry& entry : EventCatalogue::instance().entries()) {
            PayloadBuilder all;
            for (const CatalogueField& field : entry.fields)
                all.text(field.name, (field.isPersonal || field.isSecret ? "canary of " : "fine ") + field.name);
            const auto stripped = pseudonymised(eventOf(entry.type, all.build()));
            QVERIFY2(stripped.payload && stripped.payload->find("canary") == std::string::npos, entry.type.c_str());
            QCOMPARE(checkCanonical(*stripped.payload), PayloadFault::None);
            ++checked;
        }
        QVERIFY(checked > 50);
    }

    void aPolicyIsReadAsItWasWritten() {
        const ReplicaPolicy policy{true, {RegionName("eu")}, {TenantId("a \"b\"")}, true};
        QVERIFY(parsePolicy(policyText(policy)).value() == policy);
        QVERIFY(parsePolicy(policyText({})).value() == ReplicaPolicy{});
        for (const char* const text : {"", "{}", "[]", R"({"isLimited":1})"})
            QVERIFY2(!parsePolicy(text), text);
        QCOMPARE(policy.formOf(RegionName("eu"), TenantId("x")), DataForm::Whole);
        QCOMPARE(policy.formOf(RegionName("us"), TenantId("x")), DataForm::Pseudonyms);
        QCOMPARE(policy.formOf(RegionName("us"), TenantId("a \"b\"")), DataForm::Whole);
        const ReplicaPolicy strict{true, {RegionName("eu")}, {}, false};
        QCOMPARE(strict.formOf(RegionName("us")), DataForm::Nothing);
        QCOMPARE(strict.formOf(RegionName("eu")), DataForm::Whole);
    }
};

MUNIMENT_TEST(pseudonyms, TestPseudonyms);
#include "test_pseudonyms.moc"
