// Protects: the condition behind a value finds the event it stands in, what is copied of it is well-formed and whole,
// and a payload is laid out line by line with the path of each value, however hostile or large it is.
#include "models/base/canonical_json.h"
#include "models/items/event_changes.h"
#include "models/items/event_facts.h"
#include "models/items/payload_lines.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

QStringList textsOf(const std::vector<ValueRow>& rows) {
    QStringList lines;
    for (const auto& row : rows)
        lines << row.front().value.text;
    return lines;
}

RecordedEvent eventWith(const std::string& payload) {
    RecordedEvent event;
    event.type = "thing.happened";
    event.payload = payload;
    return event;
}

} // namespace

class TestValues : public QObject {
    Q_OBJECT
private slots:

    void everyConditionFindsItsEvent() {
        ReplicaFixture fixture;
        const auto replica = fixture.create();
        applyAll(*replica, RegionName("eu-west-1"), sampleEvents({.seed = 7, .isRough = true}, 600), 200);
        const auto snapshot = MUST(replica->snapshot());
        const auto everything = MUST(evaluate(*snapshot, {}));
        int conditions = 0;
        for (const auto& row : MUST(readTimeline(*snapshot, *everything, TimelineOrder::NewestFirst, 0, 600))) {
            if (row.number.ordinal() % 23 != 0)
                continue;
            std::vector<ShownValue> values;
            for (const auto& fact : eventFacts(row, ClockZone()))
                values.push_back(fact.value);
            for (const auto& rows : {payloadLines(row.event, {}), changeRows(row.event, {}, {})})
                for (const auto& line : rows)
                    for (const auto& cell : line)
                        values.push_back(cell.value);
            for (const auto& value : values) {
                if (!value.term)
                    continue;
                ++conditions;
                const auto text = copyText(value, ValueForm::Filter).toStdString();
                const auto parsed = parseFilter(text);
                QVERIFY2(parsed.filter.has_value(), text.c_str());
                QVERIFY2(MUST(evaluate(*snapshot, {*parsed.filter, {}, {}}))->holds(row.number), text.c_str());
            }
        }
        QVERIFY(conditions > 200);
    }

    void aSourceThatIsNoAddressHasNoCondition() {
        QVERIFY(!conditionOn(FilterField::Ip, "10.0.0.1, proxy"));
        QVERIFY(conditionOn(FilterField::Ip, "10.0.0.1").has_value());
        QVERIFY(!conditionOn(FilterField::Actor, ""));
    }

    void copiesAreWellFormed() {
        const ShownValue value{.text = QStringLiteral("=cmd…"),
                               .whole = QStringLiteral("=cmd|'/c calc'!A1"),
                               .field = "payload.email",
                               .raw = RecordValue::ofText("=cmd|'/c calc'!A1"),
                               .term = conditionOnPayload("email", RecordValue::ofText("=cmd|'/c calc'!A1"))};
        QCOMPARE(copyText(value, ValueForm::Text), QStringLiteral("=cmd|'/c calc'!A1"));
        QCOMPARE(copyText(value, ValueForm::Csv), QStringLiteral("payload.email\r\n'=cmd|'/c calc'!A1"));
        QCOMPARE(QJsonDocument::fromJson(copyText(value, ValueForm::Json).toUtf8())
                     .object()
                     .value(QStringLiteral("payload.email"))
                     .toString(),
                 QStringLiteral("=cmd|'/c calc'!A1"));
        QCOMPARE(copyText(value, ValueForm::Markdown),
                 QStringLiteral("| payload.email |\n|---|\n| =cmd\\|'/c calc'!A1 |"));
        const ShownValue number{.text = QStringLiteral("-5"), .field = "sequence", .raw = RecordValue::ofNumber(-5)};
        QCOMPARE(copyText(number, ValueForm::Csv), QStringLiteral("sequence\r\n-5"));
        QCOMPARE(copyText(number, ValueForm::Json), QStringLiteral("{\"sequence\":-5}"));
        QCOMPARE(copyText(number, ValueForm::Filter), QString());
    }

    void aPayloadIsLaidOutByPath() {
        const auto rows =
            payloadLines(eventWith(R"({"a":{"b":[1,"x",{"c":null}],"d":{}},"e":9007199254740993,"f":true})"), {});
        QCOMPARE(textsOf(rows).join(QLatin1Char('\n')), QStringLiteral("{\n"
                                                                       "  \"a\": {\n"
                                                                       "    \"b\": [\n"
                                                                       "      1,\n"
                                                                       "      \"x\",\n"
                                                                       "      {\n"
                                                                       "        \"c\": null\n"
                                                                       "      }\n"
                                                                       "    ],\n"
                                                                       "    \"d\": {}\n"
                                                                       "  },\n"
                                                                       "  \"e\": 9007199254740993,\n"
                                                                       "  \"f\": true\n"
                                                                       "}"));
        QStringList filters;
        for (const auto& row : rows)
            filters << copyText(row.front().value, ValueForm::Filter);
        QCOMPARE(filters, (QStringList{QString(), QStringLiteral("payload.a:*"), QStringLiteral("payload.a.b:*"),
                                       QStringLiteral("payload.a.b:1"), QStringLiteral("payload.a.b:x"),
                                       QStringLiteral("payload.a.b:*"), QStringLiteral("payload.a.b.c:null"),
                                       QStringLiteral("payload.a.b:*"), QStringLiteral("payload.a.b:*"),
                                       QStringLiteral("payload.a.d:*"), QStringLiteral("payload.a:*"),
                                       QStringLiteral("payload.e:9007199254740993"), QStringLiteral("payload.f:true"),
                                       QString()}));
    }

    void hugeAndHostilePayloadsStayShort_data() {
        QTest::addColumn<QByteArray>("payload");
        QByteArray numbers = "{\"n\":[0";
        for (int i = 0; i < 100'000; ++i)
            numbers += ",1";
        QTest::newRow("a long array") << numbers + "]}";
        QTest::newRow("deep arrays") << QByteArray("{\"a\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') +
                                            "}";
        QTest::newRow("a long text") << QByteArray("{\"t\":\"") + QByteArray(250'000, 'x') + "\"}";
        QTest::newRow("many lines") << QByteArray(200'000, '\n');
        QTest::newRow("markup and bidi") << QByteArray("{\"<b>\":\"\u202egnp.exe<img src=x>\"}");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}");
        QTest::newRow("empty") << QByteArray("");
    }

    void hugeAndHostilePayloadsStayShort() {
        QFETCH(QByteArray, payload);
        const auto event = eventWith(payload.toStdString());
        const auto rows = payloadLines(event, {});
        QVERIFY(!rows.empty());
        QVERIFY(rows.size() <= std::size_t{kMostLines + 2 * kMaxPayloadDepth});
        for (const auto& row : rows)
            QVERIFY(!row.front().value.text.contains(QChar(0x202e)));
        QCOMPARE(payloadValue(event, {}).raw.text.size(), static_cast<std::size_t>(payload.size()));
    }

    void manyFieldsAreToldUpToALimitAndQuickly() {
        std::string payload = "{";
        for (int i = 0; i < 100'000; ++i)
            payload += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":" + std::to_string(i);
        const auto rows = changeRows(eventWith(payload + "}"), {}, {});
        QCOMPARE(rows.size(), std::size_t{kMostElements + 1});
        QCOMPARE(rows[7].back().value.text, QStringLiteral("7"));
        QVERIFY2(rows.back().front().value.text.contains(QStringLiteral("99500")),
                 qPrintable(rows.back().front().value.text));
    }

    void onlyAPartOfALongTextIsPainted() {
        ValueTableModel model(1, nullptr);
        const QString face = QStringLiteral("😀");
        for (const QString& text :
             {QString(5'000, QLatin1Char('x')), face.repeated(700), QStringLiteral("a") + face.repeated(700)}) {
            model.setRows({{ValueCell{.value = {.text = text, .field = "payload.t"}}}});
            const auto painted = model.index(0, 0).data().toString();
            QVERIFY(painted.size() <= kMostPaintedCharacters);
            QVERIFY(painted.isValidUtf16());
            QCOMPARE(model.index(0, 0).data(Qt::EditRole).toString(), text);
        }
        const QString whole(kMostPaintedCharacters, QLatin1Char('x'));
        model.setRows({{ValueCell::words(whole)}});
        QCOMPARE(model.index(0, 0).data().toString(), whole);
    }

    void theModelIsOne() {
        ValueTableModel model(2, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ValueRow fact{ValueCell::words(QStringLiteral("Actor")),
                            ValueCell{.value = {.text = QStringLiteral("Petra"), .field = "actorId"}}};
        model.setRows({fact, fact, fact});
        model.setRows({fact});
        model.setRows({fact, {ValueCell::words(QStringLiteral("only words"))}});
        QCOMPARE(model.valueAt(model.index(0, 0)), model.valueAt(model.index(0, 1)));
        QVERIFY(model.valueAt(model.index(0, 0)) != nullptr);
        QVERIFY(model.valueAt(model.index(1, 0)) == nullptr);
        QVERIFY(!model.index(1, 1).data().isValid());
        model.setRows({});
    }
};

MUNIMENT_TEST(values, TestValues);
#include "test_values.moc"
