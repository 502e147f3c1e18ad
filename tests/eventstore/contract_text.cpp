#include "models/base/canonical_json.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

namespace {

/// {"a":{"a": … {} … }} with `depth` objects in all.
std::string nested(int depth) {
    std::string text;
    for (int i = 1; i < depth; ++i)
        text += R"({"a":)";
    text += "{}";
    return text + std::string(static_cast<std::size_t>(depth) - 1, '}');
}

/// A canonical payload of exactly `bytes` bytes.
std::string sized(std::size_t bytes) {
    const std::string frame = R"({"a":""})";
    return R"({"a":")" + std::string(bytes - frame.size(), 'x') + R"("})";
}

QByteArray bytes(const std::string& text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

void putText(Append& append, const QString& field, const std::string& text) {
    if (field == QStringLiteral("type"))
        append.events[0].type = text;
    else if (field == QStringLiteral("outcome"))
        append.events[0].outcome = text;
    else if (field == QStringLiteral("aggregateId"))
        append.aggregate.id = AggregateId(text);
    else if (field == QStringLiteral("actorId"))
        append.actor.id = ActorId(text);
    else
        append.actor.type = text;
}

} // namespace

void StoreContract::hostileTextComesBackByteForByte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("HTML") << bytes("<b onclick=\"x()\">Bob</b> <img src=x> a < b > c &lt;");
    QTest::newRow("SQL") << bytes("'; DROP TABLE muniment.events; -- \" $1 ? %s % _ \\");
    QTest::newRow("bidi controls") << bytes("ann\u202Egnp.exe\u2066\u2069\u200F\u061C");
    QTest::newRow("zero width and joiners") << bytes("a\u200Bb\u200Dc\uFEFF");
    QTest::newRow("outside the basic plane") << bytes("\U0001F469\u200D\U0001F4BB \U00020000 \U0010FFFF");
    QTest::newRow("not normalised") << bytes("A\u030A \u00C5 \u212B \uFB01");
    QTest::newRow("line ends and tabs") << bytes("a\r\n\tb\x01\x7F");
    QTest::newRow("blanks only") << bytes("  ");
    QTest::newRow("a type nobody knows") << bytes("vendor.\u4E8B\u4EF6.v9");
    QTest::newRow("as long as may be") << bytes(std::string(255, 'n'));
}

void StoreContract::hostileTextComesBackByteForByte() {
    QFETCH(QByteArray, text);
    const std::string hostile = text.toStdString();
    auto store = m_bench->open();
    VERIFY_OK(store->append(newTenant(home(), "acme", hostile)));
    Append append = newUser(home(), "acme", hostile);
    append.events[0].type = hostile;
    append.actor.id = ActorId(hostile);
    append.claims = {take("user_name", hostile)};
    std::string payload = R"({"name":)";
    appendCanonicalString(payload, hostile);
    append.events[0].payload = payload + "}";
    VERIFY_OK(store->append(append));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    const RecordedEvent& event = all->back();
    QVERIFY(event.type == hostile);
    QVERIFY(event.aggregate.id.text() == hostile);
    QVERIFY(event.actor.id.text() == hostile);
    QVERIFY(event.payload == append.events[0].payload);
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QVERIFY((*found)->name == hostile);
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events.size(), std::size_t{1});
}

void StoreContract::textThatCannotBeKeptIsRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("text");
    const std::vector<std::pair<const char*, std::string>> texts{{"NUL", std::string("a\0b", 3)},
                                                                 {"lone continuation", "a\x80"},
                                                                 {"overlong", "\xC0\xAF"},
                                                                 {"surrogate", "\xED\xA0\x80"},
                                                                 {"beyond Unicode", "\xF4\x90\x80\x80"},
                                                                 {"cut short", "a\xE2\x82"},
                                                                 {"empty", ""},
                                                                 {"too long", std::string(256, 'n')}};
    for (const char* field : {"type", "outcome", "aggregateId", "actorId", "actorType"})
        for (const auto& [name, text] : texts)
            QTest::addRow("%s in %s", name, field) << QString::fromLatin1(field) << bytes(text);
}

void StoreContract::textThatCannotBeKeptIsRefused() {
    QFETCH(QString, field);
    QFETCH(QByteArray, text);
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    putText(append, field, text.toStdString());
    const auto refused = store->append(append);
    QCOMPARE(codeOf(refused), QStringLiteral("invalidInput"));
    QCOMPARE(QString::fromStdString(refused.error().get("field")), field);
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{1});
}

void StoreContract::payloadsAtTheLimitAreTaken_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("256 KiB") << bytes(sized(kMaxPayloadBytes));
    QTest::newRow("64 levels") << bytes(nested(kMaxPayloadDepth));
    QTest::newRow("the largest safe integer") << bytes(R"({"a":9007199254740991})");
    QTest::newRow("control characters, escaped") << bytes(R"({"a":"\u0001\t\n"})");
}

void StoreContract::payloadsAtTheLimitAreTaken() {
    QFETCH(QByteArray, payload);
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.events[0].payload = payload.toStdString();
    VERIFY_OK(store->append(append));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QVERIFY(all->back().payload == append.events[0].payload);
}

void StoreContract::payloadsBeyondTheRulesAreRefused_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("one byte too many") << bytes(sized(kMaxPayloadBytes + 1));
    QTest::newRow("10 MB") << bytes(sized(10'000'000));
    QTest::newRow("65 levels") << bytes(nested(kMaxPayloadDepth + 1));
    QTest::newRow("100,000 levels") << bytes(nested(100'000));
    QTest::newRow("2^53+1") << bytes(R"({"a":9007199254740993})");
    QTest::newRow("a key twice") << bytes(R"({"a":1,"a":2})");
    QTest::newRow("a lone surrogate") << bytes(R"({"a":"\ud800"})");
    QTest::newRow("NUL, escaped") << bytes(R"({"a":"\u0000"})");
    QTest::newRow("invalid UTF-8") << bytes("{\"a\":\"\xFF\"}");
    QTest::newRow("not an object") << bytes("[1]");
    QTest::newRow("not JSON") << bytes("{");
    QTest::newRow("empty") << bytes("");
    QTest::newRow("not canonical") << bytes(R"({"a": 1})");
}

void StoreContract::payloadsBeyondTheRulesAreRefused() {
    QFETCH(QByteArray, payload);
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.events[0].payload = payload.toStdString();
    const auto refused = store->append(append);
    QCOMPARE(codeOf(refused), QStringLiteral("invalidInput"));
    QCOMPARE(refused.error().get("field"), std::string("payload"));
    QVERIFY(!refused.error().get("fault").empty());
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{1});
}

} // namespace muniment::test
