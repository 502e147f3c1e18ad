// Protects: whatever bytes come in, what is shown is one line without characters that reorder, hide or imitate.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class TestPlainText : public QObject {
    Q_OBJECT
private slots:

    void disguisesAreWrittenOut_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QByteArray("Zoë Ångström") << QStringLiteral("Zoë Ångström");
        QTest::newRow("right-to-left override") << QByteArray("a\xE2\x80\xAEgpj") << QStringLiteral("a\\u202egpj");
        QTest::newRow("isolate") << QByteArray("a\xE2\x81\xA7z") << QStringLiteral("a\\u2067z");
        QTest::newRow("zero width space is a format character")
            << QByteArray("a\xE2\x80\x8Bz") << QStringLiteral("a\\u200bz");
        QTest::newRow("line break") << QByteArray("a\nb") << QStringLiteral("a\\u000ab");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QStringLiteral("a\\u0000b");
        QTest::newRow("not UTF-8") << QByteArray("a\xFFz") << QStringLiteral("a\\xffz");
        QTest::newRow("overlong") << QByteArray("a\xC0\xAFz") << QStringLiteral("a\\xc0\\xafz");
        QTest::newRow("surrogate in UTF-8") << QByteArray("\xED\xA0\x80") << QStringLiteral("\\xed\\xa0\\x80");
        QTest::newRow("cut short") << QByteArray("a\xE2\x82") << QStringLiteral("a\\xe2\\x82");
        QTest::newRow("beyond the first plane") << QByteArray("\xF0\x9F\x94\x92") << QStringLiteral("🔒");
        QTest::newRow("tag character") << QByteArray("\xF3\xA0\x81\x81") << QStringLiteral("\\U000e0041");
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
    }

    void disguisesAreWrittenOut() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(plainText(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))), shown);
    }

    void linesKeepTheirBreaks() { QCOMPARE(plainLines("{\n\t\"a\"\r\n}"), QStringLiteral("{\n\t\"a\"\\u000d\n}")); }

    void longIdsAreShortenedInTheMiddle() {
        QCOMPARE(shortId("01J9ABCDEFGHIJK7QX", 8), QStringLiteral("01J9…7QX"));
        QCOMPARE(shortId("short"), QStringLiteral("short"));
    }

    void isolatesComeOffForCopying() {
        QCOMPARE(withoutIsolates(isolated(QStringLiteral("שלום")) + QStringLiteral(" x")), QStringLiteral("שלום x"));
    }
};

MUNIMENT_TEST(plain_text, TestPlainText);
#include "test_plain_text.moc"
