// Protects what an event's words are: the same cut in the index and in a question, nothing secret among them, and no
// text that could make them many.
#include "models/base/canonical_json.h"
#include "models/replica/index/batch_traits.h"
#include "models/replica/index/event_words.h"
#include "models/replica/index/source_address.h"
#include "models/replica/index/tokenizer.h"
#include "models/replica/index/word_postings.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

QString joined(const std::vector<std::string>& tokens) {
    QStringList list;
    for (const std::string& token : tokens)
        list << QString::fromStdString(token);
    return list.join(QLatin1Char('|'));
}

RecordedEvent eventWith(std::string type, std::string payload) {
    RecordedEvent event;
    event.type = std::move(type);
    event.tenant = TenantId("t1");
    event.aggregate = {"user", AggregateId("u1")};
    event.actor = {"human", ActorId("a1")};
    event.payload = std::move(payload);
    return event;
}

} // namespace

class IndexWordsTest : public QObject {
    Q_OBJECT
private slots:
    void cutsTexts_data();
    void cutsTexts();
    void aTokenIsTheOnlyTokenOfItself();
    void longTokensEndAtACharacter();
    void takesWhatCounts_data();
    void takesWhatCounts();
    void findsTraitsAtTheTopLevel();
    void keepsAsManyAsItSays();
    void batchesHoldWhatEventsDo();
    void packsTermsAndBack();
    void readsAddressesHoweverWritten();
};

void IndexWordsTest::cutsTexts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char* text, const char* tokens) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("", "");
    row(" - ", "");
    row("Zoë Müller-Lüdenscheidt", "zoe|muller|ludenscheidt");
    row("STRASSE Straße", "strasse|straße");
    row("ann@acme.example", "ann|acme|example");
    row("user.human.added", "user|human|added");
    row("Иван Петров", "иван|петров");
    row("10.1.2.3", "10.1.2.3");
    row("from 10.1.2.3, to 10.1.2.4.", "from|10.1.2.3|to|10.1.2.4");
    row("10.1.2.3.4", "10|1|2|3|4");
    row("10.1.2.300", "10|1|2|300");
    row("Firefox 121.0.1", "firefox|121|0|1");
    row("550E8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000");
    row("urn:550e8400-e29b-41d4-a716-446655440000!", "urn|550e8400-e29b-41d4-a716-446655440000");
    row("550e8400-e29b-41d4-a716-4466554400001", "550e8400|e29b|41d4|a716|4466554400001");
    row("東京 office", "東京|office");
    row("a\xCC\x81n", "an");
}

void IndexWordsTest::cutsTexts() {
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    QCOMPARE(joined(tokensOf(text.toStdString())), tokens);
}

void IndexWordsTest::aTokenIsTheOnlyTokenOfItself() {
    cutsTexts_data();
    const std::string all = "Zoë 10.1.2.3 Иван 東京 ﬁne ½ ² ＡＢ 550e8400-e29b-41d4-a716-446655440000 \xFF\xFE x";
    for (const std::string& token : tokensOf(all))
        QCOMPARE(joined(tokensOf(token)), QString::fromStdString(token));
    QVERIFY(isPlainToken("abc7") && !isPlainToken("Abc") && !isPlainToken("a-b") && !isPlainToken(""));
}

void IndexWordsTest::longTokensEndAtACharacter() {
    QCOMPARE(tokensOf(std::string(100, 'x')).front(), std::string(64, 'x'));
    std::string wide = "x";
    for (int i = 0; i < 60; ++i)
        wide += "д"; // two bytes each: the 64th would be half of one
    QCOMPARE(tokensOf(wide).front().size(), std::size_t{63});
}

void IndexWordsTest::takesWhatCounts_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* type, const char* payload, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(type) << QString::fromUtf8(payload) << QString::fromUtf8(words);
    };
    row("ids", "x", "{}", "a1|t1|u1");
    row("names of members are no words", "x", R"({"name":"Ann"})", "a1|ann|t1|u1");
    row("deep and in arrays", "x", R"({"a":{"b":["One",{"c":"two"}]}})", "a1|one|t1|two|u1");
    row("numbers are no words", "x", R"({"a":17,"b":true,"c":null})", "a1|t1|u1");
    row("times are no words", "x", R"({"at":"2026-03-01T10:12:13.5Z"})", "a1|t1|u1");
    row("secrets", "user.human.password.changed", R"({"encodedHash":"abc","reason":"Lost","secret":{"x":"def"}})",
        "a1|lost|t1|u1");
    row("noise", "x", R"({"userAgent":"Mozilla","userAgentID":"77","user_agent":{"ip":"1.2.3.4"}})", "a1|t1|u1");
    row("each once", "x", R"({"a":"u1 ann","b":"ANN"})", "a1|ann|t1|u1");
    row("not JSON", "x", R"({"a":"ann")", "a1|t1|u1");
    row("no object", "x", R"(["ann"])", "a1|t1|u1");
}

void IndexWordsTest::takesWhatCounts() {
    QFETCH(QString, type);
    QFETCH(QString, payload);
    QFETCH(QString, words);
    QCOMPARE(joined(eventWords(eventWith(type.toStdString(), payload.toStdString()))), words);
}

void IndexWordsTest::findsTraitsAtTheTopLevel() {
    const auto traitsOf = [](const char* payload) {
        const PayloadTraits traits = readPayload(eventWith("x", payload), [](std::string_view) {});
        return joined({traits.os, traits.browser, traits.country});
    };
    QCOMPARE(traitsOf(R"({"browser":"Firefox","country":"DE","os":"Debian 12"})"),
             QStringLiteral("Debian 12|Firefox|DE"));
    QCOMPARE(traitsOf(R"({"browser":7,"os":{"os":"deep"}})"), QStringLiteral("||"));
    QCOMPARE(traitsOf(R"({"os":"first","os":"second"})"), QStringLiteral("first||"));
    QCOMPARE(traitsOf("no json"), QStringLiteral("||"));
}

void IndexWordsTest::keepsAsManyAsItSays() {
    std::string text;
    for (int i = 0; i < 5'000; ++i)
        text += "w" + std::to_string(i) + " ";
    const RecordedEvent event = eventWith("x", PayloadBuilder().text("a", text).build());
    QCOMPARE(eventWords(event).size(), kMostWordsOfEvent + 3); // and the ids
    const std::vector<RecordedEvent> batch{event};
    QCOMPARE(BatchTraits(batch).words().words().size(), kMostWordsOfEvent);
}

void IndexWordsTest::batchesHoldWhatEventsDo() {
    std::vector<RecordedEvent> batch{eventWith("x", R"({"a":"ann bob"})"), eventWith("x", R"({"a":"bob carl bob"})")};
    batch[1].aggregate = {"session", AggregateId("S-9")};
    const BatchTraits traits(batch);
    QStringList found;
    for (const BatchWords::Word& word : traits.words().words()) {
        QString line = QString::fromStdString(unpackedTerm(word.term));
        for (const std::uint32_t event : traits.words().eventsOf(word))
            line += QLatin1Char(' ') + QString::number(event);
        found << line;
    }
    // Ids of users are found through the file's dictionaries; those of sessions are words.
    QCOMPARE(found.join(QLatin1Char('|')), QStringLiteral("9 1|ann 0|bob 0 1|carl 1|s 1"));
}

void IndexWordsTest::packsTermsAndBack() {
    const std::string uuid = "550e8400-e29b-41d4-a716-446655440000";
    QCOMPARE(PackedTerm(uuid).view().size(), std::size_t{17});
    QCOMPARE(unpackedTerm(PackedTerm(uuid).view()), uuid);
    QCOMPARE(bucketOfTerm(PackedTerm(uuid).view()), bucketOfTerm("55"));
    QCOMPARE(unpackedTerm(PackedTerm("ann").view()), std::string("ann"));
    for (const std::string_view longer : {"ann", "an", "a1", "a."})
        QCOMPARE(bucketOfTerm(longer) >> 4, bucketOfTerm("a") >> 4);
}

void IndexWordsTest::readsAddressesHoweverWritten() {
    QCOMPARE(addressBytes("10.1.2.3"), std::string("\x0A\x01\x02\x03", 4));
    QCOMPARE(addressBytes("::FFFF:10.1.2.3"), addressBytes("10.1.2.3"));
    QCOMPARE(addressBytes("2001:DB8::1"), addressBytes("2001:0db8:0::1"));
    for (const char* const none : {"", "10.1.2", "10.1.2.3/8", "host", "10.1.2.03 "})
        QCOMPARE(addressBytes(none), std::string());
    QCOMPARE(networkOf(addressBytes("10.1.2.3")), std::string("10.1.0.0/16"));
    QCOMPARE(networkOf(addressBytes("2001:db8:7::1")), std::string("2001:db8::/32"));
}

MUNIMENT_TEST(index_words, IndexWordsTest);
#include "test_index_words.moc"
