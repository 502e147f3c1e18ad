// Protects: a filter read back says exactly what it asks for, every fault is told with its place and its piece of the
// text, and every field has words of its own.
#include "models/items/filter_words.h"
#include "models/items/plain_text.h"
#include "models/timeline/filter/filter_fields.h"
#include "tests/support/test_registry.h"

#include <QSet>
#include <QTest>

using namespace muniment;

class TestFilterWords : public QObject {
    Q_OBJECT
private slots:
    void readsBack_data();
    void readsBack();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void showsThePlace();
    void showsThePlaceInALongFilter();
    void disguisesAreWrittenOut();
    void everyFieldHasWordsOfItsOwn();
};

void TestFilterWords::readsBack_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* text, const char* words) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("", "All events.");
    row("type:user.locked", "Events of which this holds: type is “user.locked”.");
    row("-type:(a b)", "Events of which this holds: type is none of “a”, “b”.");
    row("tenant:acme* actor:(x* y)",
        "Events of which this holds: organization fits “acme*” and actor fits one of “x*”, “y”.");
    row("-country:*", "Events of which this holds: country is not given.");
    row("a or b c", "Events of which this holds: the text holds “a” or (the text holds “b” and the text holds “c”).");
    row("-(lock* or -\"b c\")", "Events of which this holds: not (the text holds a word that begins with “lock” or the "
                                "text does not hold “b c”).");
    row("ip:(10.0.0.0/8 ::1) -ip:127.0.0.1",
        "Events of which this holds: source address lies in one of “10.0.0.0/8”, “::1” and source address is not "
        "“127.0.0.1”.");
    row("seq>=5 -payload.amount<3",
        "Events of which this holds: sequence is at least 5 and not (field “amount” is less than 3).");
    row("after:-1d before:today",
        "Events of which this holds: time is at or after 2026-03-01 12:00:00.000 UTC and time is before 2026-03-02 "
        "00:00:00.000 UTC.");
    row("recorded:2026-03", "Events of which this holds: time by the server's clock lies from 2026-03-01 00:00:00.000 "
                            "UTC on and before 2026-04-01 00:00:00.000 UTC.");
}

void TestFilterWords::readsBack() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto parsed = parseFilter(text.toStdString());
    QVERIFY(parsed.filter.has_value());
    const auto now = parseInstant("2026-03-02T12:00:00Z");
    QCOMPARE(withoutIsolates(filterWords(*parsed.filter, *now, ClockZone())), words);
}

void TestFilterWords::tellsWhatIsWrong_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    };
    row("type:a tpye:b", "Column 8: There is no field “tpye”. Did you mean “type”?");
    row("qqqqqqq:b", "Column 1: There is no field “qqqqqqq”. To search for the text, put it in quotes.");
    row("Ärzte seq:x", "Column 11: “x” is not a number.");
    row("type:", "Column 1: A value is missing after “type:”.");
    row("a or", "Column 3: A condition is missing beside “or”.");
    row("\"a", "Column 1: The closing quotation mark is missing.");
    row("(a", "Column 1: The closing parenthesis is missing.");
    row("a)", "Column 2: A parenthesis does not belong here.");
    row("after:soon", "Column 7: “soon” is not a time. Write 2026-03-01, 2026-03-01T10:00, -30d, today or yesterday.");
    row("ip:x", "Column 4: “x” is not an address. Write 10.1.2.3, 10.0.0.0/8 or 2001:db8::/32.");
    row("id:12", "Column 4: “12” is not a whole id.");
    row("mark:red", "Column 6: “red” is none of the values there are: “time.inversion”, “sequence.hole”, "
                    "“sequence.inversion”, “event.repeated”, “payload.fault”, “position.forged”.");
    row("type>a", "Column 5: This field has no order; write a colon instead of “>”.");
    row("seq:1*", "Column 5: This field takes whole values; * cannot stand in “1*”.");
    row("*a", "Column 1: Among words to search for, * can only stand at the end of one, not as in “*a”.");
    row("&", "Column 1: “&” holds no word to search for.");
    QTest::newRow("too deep") << QString(100, QLatin1Char('('))
                              << "Column 65: More than 64 parentheses or negations stand inside one another.";
    QTest::newRow("too long") << QString(70'000, QLatin1Char('a')) << "The filter is longer than 65,536 characters.";
}

void TestFilterWords::tellsWhatIsWrong() {
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const auto typed = text.toStdString();
    const auto parsed = parseFilter(typed);
    QVERIFY(parsed.error.has_value());
    QCOMPARE(withoutIsolates(filterErrorSentence(*parsed.error, typed)), sentence);
}

void TestFilterWords::showsThePlace() {
    const std::string text = "type:ä tpye:b";
    const auto place = filterErrorPlace(*parseFilter(text).error, text);
    QCOMPARE(place.excerpt, QStringLiteral("type:ä tpye:b"));
    QCOMPARE(place.carets, QStringLiteral("       ^^^^"));
}

void TestFilterWords::showsThePlaceInALongFilter() {
    std::string text;
    for (int i = 0; i < 1'000; ++i)
        text += "ä ";
    const std::string front = text;
    text += "tpye:b " + front;
    const auto place = filterErrorPlace(*parseFilter(text).error, text);
    QVERIFY(place.excerpt.size() < 100);
    QVERIFY(place.excerpt.startsWith(QChar(u'…')));
    QVERIFY(place.excerpt.endsWith(QChar(u'…')));
    const auto at = place.carets.indexOf(QLatin1Char('^'));
    QCOMPARE(place.excerpt.mid(at, 4), QStringLiteral("tpye"));
}

void TestFilterWords::disguisesAreWrittenOut() {
    const std::string text = "\xE2\x80\xAE"
                             "abc tpye:\n";
    const auto error = *parseFilter(text).error;
    QVERIFY(filterErrorPlace(error, text).excerpt.contains(QStringLiteral("\\u202e")));
    const std::string value = "tenant:\xE2\x80\xAE"
                              "gnk";
    const auto words = filterWords(*parseFilter(value).filter, Instant{}, ClockZone());
    QVERIFY(words.contains(QStringLiteral("\\u202e")));
    const std::string broken = "type:a \xFF";
    QVERIFY(filterErrorSentence(*parseFilter(broken).error, broken).startsWith(QStringLiteral("Column 8")));
    QCOMPARE(filterErrorPlace(*parseFilter(broken).error, broken).excerpt, QStringLiteral("type:a \\xff"));
}

void TestFilterWords::everyFieldHasWordsOfItsOwn() {
    QSet<QString> descriptions;
    for (const auto& field : filterFields()) {
        QVERIFY(!filterFieldLabel(field.field).isEmpty());
        const QString description = filterFieldDescription(field.field);
        QVERIFY2(!description.isEmpty() && !descriptions.contains(description), field.name.data());
        descriptions.insert(description);
    }
}

MUNIMENT_TEST(filter_words, TestFilterWords);

#include "test_filter_words.moc"
