// Protects: names made to be mistaken for others are found, and names that people really have are left alone.
#include "models/domain/confusables.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class ConfusablesTest : public QObject {
    Q_OBJECT

private slots:

    void looksAlikes_data() {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("areAlike");
        const auto row = [](const char* name, const char* one, const char* other, bool areAlike = true) {
            QTest::newRow(name) << QByteArray(one) << QByteArray(other) << areAlike;
        };
        row("Cyrillic a", "ann@acme.example", "\u0430nn@acme.example");
        row("Cyrillic throughout", "scope", "\u0455\u0441\u043e\u0440\u0435");
        row("Cyrillic capitals", "TOMATO", "\u0422\u041e\u041c\u0410\u0422\u041e");
        row("Greek omicron", "root", "r\u03bf\u03bft");
        row("Greek capital", "Anna", "\u0391nna");
        row("Armenian", "ohio", "\u0585hi\u0585");
        row("full width", "admin", "\uff41\uff44\uff4d\uff49\uff4e");
        row("mathematical letters", "admin", "\U0001d41a\U0001d41d\U0001d426\U0001d422\U0001d427");
        row("zero width", "admin", "ad\u200bmin");
        row("soft hyphen", "admin", "ad\u00admin");
        row("bidi control", "admin", "\u202eadmin");
        row("byte order mark", "admin", "\ufeffadmin");
        row("combining mark", "admin", "adm\u0131\u0323n");
        row("accent", "zoe", "zo\u00eb");
        row("composed and not", "zo\u00eb", "zoe\u0308");
        row("capital I for l", "alice", "aIice");
        row("one for l", "alice", "a1ice");
        row("zero for O", "BOB", "B0B");
        row("rn for m", "mueller", "rnueller");
        row("stroke", "soren", "s\u00f8ren");
        row("ligature", "office", "o\ufb03ce");
        row("another hyphen", "anna-lena", "anna\u2011lena");
        row("another blank", "Ann Doe", "Ann\u00a0Doe");
        row("two blanks", "Ann Doe", "Ann  Doe");
        row("case", "Bob", "bOB");
        row("the same", "ann", "ann", false);
        row("another letter", "ann", "anne", false);
        row("another order", "ann@b.example", "b@ann.example", false);
        row("Cyrillic names of their own", "\u0418\u0432\u0430\u043d", "\u041c\u0430\u0440\u0438\u044f", false);
        row("Chinese names", "\u674e\u5a1c", "\u738b\u82b3", false);
        row("digits differ", "user2", "user3", false);
        row("empty", "", "a", false);
    }

    void looksAlikes() {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, areAlike);
        QCOMPARE(looksAlike(one.toStdString(), other.toStdString()), areAlike);
        QCOMPARE(looksAlike(other.toStdString(), one.toStdString()), areAlike);
    }

    void aSkeletonIsItsOwn() {
        std::vector<std::string> names{"TOMATO", "m", "I|1l0O", "Stra\u00dfe", "\u1e9e", "\u0130", "\u01c5", "\ufb03"};
        for (const auto& hostile : test::hostileTexts())
            names.push_back(hostile.text);
        for (char32_t c = 0x20; c < 0x3100; ++c)
            names.push_back(QString::fromUcs4(&c, 1).toStdString());
        for (const auto& name : names)
            QVERIFY2(skeleton(skeleton(name)) == skeleton(name), name.c_str());
    }

    void mixedScripts_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isMixed");
        const auto row = [](const char* what, const char* name, bool isMixed) {
            QTest::newRow(what) << QByteArray(name) << isMixed;
        };
        row("Latin", "Ann Doe", false);
        row("Latin with accents", "Zo\u00eb Mu\u0308ller", false);
        row("Cyrillic", "\u0418\u0432\u0430\u043d", false);
        row("Greek", "\u0395\u03bb\u03ad\u03bd\u03b7", false);
        row("digits belong to all", "\u0418\u0432\u0430\u043d2", false);
        row("two words, two scripts", "Ann \u0418\u0432\u0430\u043d\u043e\u0432\u0430", false);
        row("a local part of its own", "\u0438\u0432\u0430\u043d@acme.example", false);
        row("Japanese", "\u5c71\u7530\u30bf\u30ed\u3046", false);
        row("Japanese with Latin", "\u5c71\u7530taro", false);
        row("Korean", "\uae40\u6c11\u6c11", false);
        row("Chinese with Latin", "\u674eAnna", false);
        row("one letter in a word", "\u0430dmin", true);
        row("Greek in Latin", "r\u03bfot", true);
        row("in the second word", "Ann D\u043ee", true);
        row("over a zero width space", "ad\u200b\u043cin", true);
        row("Japanese with Cyrillic", "\u5c71\u0438", true);
        row("Hangul with kana", "\uae40\u30bf", true);
        row("empty", "", false);
        row("no letters", "1234-56", false);
    }

    void mixedScripts() {
        QFETCH(QByteArray, name);
        QFETCH(bool, isMixed);
        QCOMPARE(mixesScripts(name.toStdString()), isMixed);
    }

    void whatIsNotTextIsBorne() {
        for (const auto& hostile : test::hostileTexts()) {
            QVERIFY2(!looksAlike(hostile.text, hostile.text), hostile.what);
            QVERIFY2(looksAlike(hostile.text, "\u200b" + hostile.text), hostile.what);
            QVERIFY2(!mixesScripts(hostile.text), hostile.what);
        }
    }
};

MUNIMENT_TEST(confusables, ConfusablesTest);
#include "test_confusables.moc"
