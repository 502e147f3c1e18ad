// Protects: bytes count as text exactly where RFC 3629 says so, and the first byte that is none is found.
#include "models/base/utf8.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class Utf8Test : public QObject {
    Q_OBJECT
private slots:
    void findsTheFirstBadByte_data();
    void findsTheFirstBadByte();
    void agreesWithQtOnEveryPairOfBytes();
};

void Utf8Test::findsTheFirstBadByte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("valid");
    const auto row = [](const char* name, const QByteArray& text, int valid) { QTest::newRow(name) << text << valid; };
    row("nothing", "", 0);
    row("ASCII with NUL", QByteArray("a\0b", 3), 3);
    row("two, three, four bytes", "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80", 9);
    row("the last character", "\xF4\x8F\xBF\xBF", 4);
    row("above the last", "x\xF4\x90\x80\x80", 1);
    row("overlong slash", "ab\xC0\xAF", 2);
    row("overlong in three", "\xE0\x9F\xBF", 0);
    row("overlong in four", "\xF0\x8F\xBF\xBF", 0);
    row("surrogate", "\xED\xA0\x80", 0);
    row("before the surrogates", "\xED\x9F\xBF", 3);
    row("cut short", "a\xE2\x82", 1);
    row("continuation alone", "a\x80", 1);
    row("broken off", "\xE2\x82x", 0);
}

void Utf8Test::findsTheFirstBadByte() {
    QFETCH(QByteArray, text);
    QFETCH(int, valid);
    QCOMPARE(static_cast<int>(validUtf8Length(text.toStdString())), valid);
}

void Utf8Test::agreesWithQtOnEveryPairOfBytes() {
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            QByteArray text;
            text += static_cast<char>(first);
            text += static_cast<char>(second);
            const bool isText = QString::fromUtf8(text).toUtf8() == text;
            QCOMPARE(validUtf8Length(text.toStdString()) == 2, isText);
        }
}

MUNIMENT_TEST(utf8, Utf8Test);

#include "test_utf8.moc"
