// Protects: an event is told with names as they were, with unknown types and empty slots handled, and no secret of a
// payload ever reaches the screen or the clipboard.
#include "models/domain/event_catalogue.h"
#include "models/items/event_sentence.h"
#include "models/items/event_words.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"

#include <QRegularExpression>
#include <QTest>

using namespace muniment;

namespace {

TimelineRow rowOf(const std::string& type, const std::string& payload = {}) {
    TimelineRow row;
    row.event.type = type;
    row.event.aggregate = {"user", AggregateId("0d0bd6aa-1111-2222-3333-444444db637f")};
    row.event.outcome = "success";
    if (!payload.empty())
        row.event.payload = payload;
    row.actorName = "Petra Lang";
    row.subjectName = "Ola Berg";
    row.tenantName = "Nordwind AG";
    return row;
}

QString told(const TimelineRow& row) {
    return withoutIsolates(eventSentence(row));
}

} // namespace

class TestEventSentence : public QObject {
    Q_OBJECT
private slots:

    void namesStandWhereTheSentencePutsThem() {
        QCOMPARE(told(rowOf("user.locked")), QStringLiteral("Petra Lang locked Ola Berg"));
        const auto parts = eventSentenceParts(rowOf("user.locked"));
        QCOMPARE(parts.size(), std::size_t{3});
        QVERIFY(parts[0].isValue && !parts[1].isValue && parts[2].isValue);
    }

    void payloadFieldsFillTheirSlots() {
        QCOMPARE(told(rowOf("org.changed", R"({"name":"Südwind AG"})")),
                 QStringLiteral("Petra Lang renamed the organization Ola Berg to Südwind AG"));
        QCOMPARE(told(rowOf("org.changed", R"({})")),
                 QStringLiteral("Petra Lang renamed the organization Ola Berg to —"));
    }

    void whomThePayloadNamesIsToldByName() {
        auto row = rowOf("grant.added", R"({"roleId":"0d0bd6e4-7d1c-4f8e-9f3a-2f6f5c1b637f","teamId":"t-1"})");
        row.tenantName = "Südwind";
        QCOMPARE(told(row), QStringLiteral("Petra Lang granted the role 0d0bd6…b637f to t-1 in Südwind"));
        row.memberNames = {{"roleId", "Editor"}, {"teamId", "Sales"}};
        QCOMPARE(told(row), QStringLiteral("Petra Lang granted the role Editor to Sales in Südwind"));
        row = rowOf("team.member.removed", R"({"userId":"u-1"})");
        row.memberNames = {{"userId", "Ann Doe"}};
        QCOMPARE(told(row), QStringLiteral("Petra Lang removed Ann Doe from the team Ola Berg"));
    }

    void aSlotInAValueIsNotFilledAgain() {
        QCOMPARE(told(rowOf("org.changed", R"({"name":"{actor}"})")),
                 QStringLiteral("Petra Lang renamed the organization Ola Berg to {actor}"));
    }

    void whoHasNoNameIsShownById() {
        auto row = rowOf("user.locked");
        row.subjectName.clear();
        QCOMPARE(told(row), QStringLiteral("Petra Lang locked 0d0bd6…b637f"));
    }

    void anUnknownTypeIsToldByItsName() {
        QCOMPARE(told(rowOf("robot.danced")), QStringLiteral("robot.danced Ola Berg"));
    }

    void everyCatalogueSentenceHasOnlySlotsThatCanBeFilled() {
        static const QRegularExpression slot(QStringLiteral("\\{(\\w+)\\}"));
        for (const auto& entry : EventCatalogue::instance().entries()) {
            for (auto found = slot.globalMatch(QString::fromStdString(entry.sentence)); found.hasNext();) {
                const auto name = found.next().captured(1).toStdString();
                const bool isKnown = name == "actor" || name == "subject" || name == "tenant" || name == "member" ||
                                     std::ranges::any_of(entry.fields, [&](const auto& f) { return f.name == name; });
                QVERIFY2(isKnown, entry.sentence.c_str());
            }
        }
    }

    void secretsAreMaskedEverywhere() {
        int secrets = 0;
        for (const auto& entry : EventCatalogue::instance().entries()) {
            for (const auto& field : entry.fields) {
                if (!field.isSecret)
                    continue;
                ++secrets;
                const auto row = rowOf(entry.type, R"({")" + field.name + R"(":"hunter2"})");
                QVERIFY(!exactPayload(row.event).contains(QStringLiteral("hunter2")));
                QVERIFY(!told(row).contains(QStringLiteral("hunter2")));
                QCOMPARE(payloadFields(row.event).front().after, maskedSecret().toStdString());
            }
        }
        QVERIFY(secrets > 0);
    }
};

MUNIMENT_TEST(event_sentence, TestEventSentence);
#include "test_event_sentence.moc"
