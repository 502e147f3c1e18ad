// Protects the leaf's bytes: they are what resources/integrity/leaf_v1.md says, every column moves them, and withheld
// fields leave them as they were.
#include "models/base/hex.h"
#include "models/domain/pseudonyms.h"
#include "models/merkle/leaf.h"
#include "models/merkle/leaf_fields.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <map>
#include <set>

using namespace muniment;

namespace {

QJsonObject vectors() {
    QFile file(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") +
               QStringLiteral("/resources/integrity/leaf_v1_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there are no vectors");
    QByteArray bytes = file.readAll();
    // As texts: a double would lose the last digits.
    for (const char* name : {"sequence", "occurred_at", "recorded_at", "position_major", "in_tx_order"}) {
        const QByteArray key = "\"" + QByteArray(name) + "\": ";
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
            bytes.insert(at + key.size(), '"');
            bytes.insert(bytes.indexOf(name == QByteArray("in_tx_order") ? '\n' : ',', at), '"');
        }
    }
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

std::string text(const QJsonValue& value) {
    return value.toString().toStdString();
}

std::optional<std::string> optionalText(const QJsonValue& value) {
    return value.isNull() ? std::nullopt : std::optional(text(value));
}

std::optional<Uuid> optionalUuid(const QJsonValue& value) {
    return value.isNull() ? std::nullopt : std::optional(parseUuid(text(value)).value());
}

Hash hashOf(const QJsonValue& hex) {
    const auto bytes = fromHex(text(hex));
    Hash hash{};
    std::copy(bytes->begin(), bytes->end(), hash.begin());
    return hash;
}

RecordedEvent eventOf(const QJsonObject& json) {
    const auto number = [&](const char* name) { return json[QLatin1String(name)].toString().toLongLong(); };
    RecordedEvent event;
    event.tenant = TenantId(text(json[QStringLiteral("tenant")]));
    event.epoch = json[QStringLiteral("epoch")].toInt();
    event.aggregate = {text(json[QStringLiteral("aggregate_type")]),
                       AggregateId(text(json[QStringLiteral("aggregate_id")]))};
    event.sequence = number("sequence");
    event.eventId = parseUuid(text(json[QStringLiteral("event_id")])).value();
    event.type = text(json[QStringLiteral("event_type")]);
    event.revision = static_cast<std::int16_t>(json[QStringLiteral("revision")].toInt());
    event.occurredAt = {number("occurred_at")};
    event.recordedAt = {number("recorded_at")};
    event.actor = {text(json[QStringLiteral("actor_type")]), ActorId(text(json[QStringLiteral("actor_id")]))};
    event.writer = text(json[QStringLiteral("writer")]);
    event.outcome = text(json[QStringLiteral("outcome")]);
    event.sourceIp = optionalText(json[QStringLiteral("source_ip")]);
    event.commandId = optionalUuid(json[QStringLiteral("command_id")]);
    event.correlationId = optionalUuid(json[QStringLiteral("correlation_id")]);
    event.payload = optionalText(json[QStringLiteral("payload")]);
    event.salt = fromHex(text(json[QStringLiteral("salt")])).value();
    event.key = {{number("position_major"), json[QStringLiteral("position_minor")].toInt()}, number("in_tx_order")};
    return event;
}

RecordedEvent firstEvent() {
    return eventOf(vectors()[QStringLiteral("events")].toArray()[0].toObject()[QStringLiteral("event")].toObject());
}

} // namespace

class LeafTest : public QObject {
    Q_OBJECT
private slots:
    void isWhatTheVectorsSay();
    void itsFieldsAreReadFromItsBytes();
    void everyColumnMovesIt();
    void staysWhenFieldsAreWithheld();
    void staysWhereNothingIsPersonal();
    void staysWhenAllThatCanGoIsWithheld();
};

void LeafTest::isWhatTheVectorsSay() {
    const QJsonObject all = vectors();
    LeafHasher hasher;
    const QJsonArray events = all[QStringLiteral("events")].toArray();
    QVERIFY(events.size() >= 15);
    for (const QJsonValue& value : events) {
        const QJsonObject vector = value.toObject();
        const RecordedEvent event = eventOf(vector[QStringLiteral("event")].toObject());
        QVERIFY2(toHex(hasher.bytes(event)) == text(vector[QStringLiteral("leaf")]),
                 qPrintable(vector[QStringLiteral("name")].toString()));
        QCOMPARE(hasher.hash(event), hashOf(vector[QStringLiteral("leaf_hash")]));
    }
    const QJsonObject epoch = all[QStringLiteral("epochs")].toArray()[0].toObject();
    const TenantId tenant(text(epoch[QStringLiteral("tenant")]));
    const TreeHead end{static_cast<std::uint64_t>(epoch[QStringLiteral("size")].toInteger()),
                       hashOf(epoch[QStringLiteral("root")])};
    QCOMPARE(toHex(hasher.epochBytes(tenant, 3, end)), text(epoch[QStringLiteral("leaf")]));
    QCOMPARE(hasher.epochHash(tenant, 3, end), hashOf(epoch[QStringLiteral("leaf_hash")]));
    const QJsonObject head = all[QStringLiteral("heads")].toArray()[0].toObject();
    QCOMPARE(toHex(hasher.headBytes(tenant, 3, end)), text(head[QStringLiteral("leaf")]));
    QCOMPARE(hasher.headHash(tenant, 3, end), hashOf(head[QStringLiteral("leaf_hash")]));
}

void LeafTest::itsFieldsAreReadFromItsBytes() {
    LeafHasher hasher;
    const QJsonArray events = vectors()[QStringLiteral("events")].toArray();
    for (const QJsonValue& value : events) {
        const RecordedEvent event = eventOf(value.toObject()[QStringLiteral("event")].toObject());
        const std::string leaf(hasher.bytes(event));
        const auto fields = leafFields(leaf);
        QVERIFY(fields);
        std::string together;
        std::map<std::string_view, std::optional<std::string>> told;
        for (const LeafField& field : *fields) {
            together += field.bytes;
            told[field.name] = field.value;
        }
        QCOMPARE(together, leaf);
        QCOMPARE(told["tenant id"], std::optional(event.tenant.text()));
        QCOMPARE(told["epoch"], std::optional(std::to_string(event.epoch)));
        QCOMPARE(told["sequence"], std::optional(std::to_string(event.sequence)));
        QCOMPARE(told["event id"], std::optional(event.eventId.text()));
        QCOMPARE(told["occurred at"], std::optional(formatInstant(event.occurredAt)));
        QCOMPARE(told["command id"],
                 event.commandId ? std::optional(event.commandId->text()) : std::optional<std::string>());
        QCOMPARE(told["payload"].has_value(), event.payload.has_value());
        if (event.payload)
            QCOMPARE(*told["payload"], toHex(bytesOf(hasher.sha().of({event.salt, *event.payload}))));
        QCOMPARE(told["position: minor"], std::optional(std::to_string(event.key.position.minor)));
        QCOMPARE(told["order in the transaction"], std::optional(std::to_string(event.key.inTxOrder)));
        // Nothing less and nothing more is an event's leaf.
        for (std::size_t size = 0; size < leaf.size(); ++size)
            QVERIFY(!leafFields(std::string_view(leaf).substr(0, size)));
        QVERIFY(!leafFields(leaf + "x"));
    }
    const RecordedEvent event = firstEvent();
    QVERIFY(!leafFields(hasher.epochBytes(event.tenant, 1, {})));
}

void LeafTest::everyColumnMovesIt() {
    const RecordedEvent event = firstEvent();
    LeafHasher hasher;
    const std::vector<std::function<void(RecordedEvent&)>> changes{
        [](RecordedEvent& e) { e.tenant = TenantId("other"); },
        [](RecordedEvent& e) { ++e.epoch; },
        [](RecordedEvent& e) { e.aggregate.type = "team"; },
        [](RecordedEvent& e) { e.aggregate.id = AggregateId("other"); },
        [](RecordedEvent& e) { ++e.sequence; },
        [](RecordedEvent& e) { e.eventId.bytes[15] ^= 1U; },
        [](RecordedEvent& e) { e.type += "x"; },
        [](RecordedEvent& e) { ++e.revision; },
        [](RecordedEvent& e) { ++e.occurredAt.micros; },
        [](RecordedEvent& e) { ++e.recordedAt.micros; },
        [](RecordedEvent& e) { e.actor.type = "human"; },
        [](RecordedEvent& e) { e.actor.id = ActorId("bob"); },
        [](RecordedEvent& e) { e.writer = "postgres"; },
        [](RecordedEvent& e) { e.outcome = "failure"; },
        [](RecordedEvent& e) { e.sourceIp = "203.0.113.8"; },
        [](RecordedEvent& e) { e.sourceIp.reset(); },
        [](RecordedEvent& e) { e.commandId.reset(); },
        [](RecordedEvent& e) { e.correlationId->bytes[0] ^= 1U; },
        [](RecordedEvent& e) { e.payload->back() = ' '; },
        [](RecordedEvent& e) { e.payload.reset(); },
        [](RecordedEvent& e) { e.salt.back() ^= 1; },
        [](RecordedEvent& e) { ++e.key.position.major; },
        [](RecordedEvent& e) { ++e.key.position.minor; },
        [](RecordedEvent& e) { ++e.key.inTxOrder; },
    };
    std::set<Hash> seen{hasher.hash(event)};
    for (const auto& change : changes) {
        RecordedEvent changed = event;
        change(changed);
        seen.insert(hasher.hash(changed));
    }
    QCOMPARE(seen.size(), changes.size() + 1);
}

void LeafTest::staysWhenFieldsAreWithheld() {
    const RecordedEvent event = firstEvent();
    LeafHasher hasher;
    RecordedEvent withheld = event;
    withholdPersons(hasher, withheld);
    QVERIFY(withheld.payload != event.payload);
    QVERIFY(!withheld.sourceIp);
    QVERIFY(withheld.salt.empty());
    QCOMPARE(hasher.hash(withheld), hasher.hash(event));
    const RecordedEvent once = withheld;
    withholdPersons(hasher, withheld);
    QVERIFY(withheld == once);
    // What stands for the fields is what the leaf says, and nobody else's.
    withheld.sealed[40] = withheld.sealed[40] == '0' ? '1' : '0';
    QVERIFY(hasher.hash(withheld) != hasher.hash(event));
}

void LeafTest::staysWhereNothingIsPersonal() {
    RecordedEvent event = firstEvent();
    event.type = "user.locked";
    event.payload.reset();
    event.sourceIp.reset();
    event.actor.id = ActorId("11111111-2222-4333-8444-555555555555");
    LeafHasher hasher;
    RecordedEvent same = event;
    withholdPersons(hasher, same);
    QVERIFY(same == event);
}

void LeafTest::staysWhenAllThatCanGoIsWithheld() {
    RecordedEvent event = firstEvent();
    event.actor.id = ActorId("11111111-2222-4333-8444-555555555555");
    LeafHasher hasher;
    for (const bool isWithoutPersons : {false, true}) {
        RecordedEvent withheld = event;
        if (isWithoutPersons)
            withholdPersons(hasher, withheld);
        withholdFields(hasher, withheld);
        QCOMPARE(hasher.hash(withheld), hasher.hash(event));
        QVERIFY(!withheld.payload && !withheld.sourceIp && withheld.salt.empty());
        QVERIFY(withheld.actor.id == nobody());
        QCOMPARE(withheld.type, event.type);
        // Nothing is left that could be taken out as personal.
        RecordedEvent again = withheld;
        pseudonymise(again);
        QVERIFY(again == withheld);
    }
}

MUNIMENT_TEST(leaf, LeafTest);
#include "test_leaf.moc"
