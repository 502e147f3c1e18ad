// Protects: a text that is cut still says what it said: its logical beginning, whole characters, directions of its own.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "ui/look/look.h"
#include "ui/widgets/elided_text.h"

#include <QTest>

using namespace muniment;

namespace {

const QString kHebrew = QStringLiteral("שלום עולם וחברים בעיר הגדולה");
const QString kMixed = QStringLiteral("שלום Trading and Partners Ltd");
const QString kLatin = QStringLiteral("Nordwind Trading and Partners Ltd");
const QString kJoined = QStringLiteral("عربي\u064B شركة\u0651 التجارة الكبرى");

QFontMetrics metrics() {
    return QFontMetrics(textFont(TextSize::Normal));
}

} // namespace

class TestElidedText : public QObject {
    Q_OBJECT
private slots:

    void whatIsLeftIsTheLogicalBeginning_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Hebrew") << kHebrew;
        QTest::newRow("Hebrew first, then Latin") << kMixed;
        QTest::newRow("Latin") << kLatin;
        QTest::newRow("Arabic with marks") << kJoined;
        QTest::newRow("a sentence with a name in it") << QStringLiteral("Locked the user ") + isolated(kHebrew);
    }

    void whatIsLeftIsTheLogicalBeginning() {
        QFETCH(QString, text);
        const int whole = metrics().horizontalAdvance(text);
        for (int width = whole + 20; width > 40; width -= 7) {
            const auto cut = elidedText(text, metrics(), width);
            QCOMPARE(cut.count(QChar(0x2068)), cut.count(QChar(0x2069)));
            auto left = withoutIsolates(cut);
            if (left == withoutIsolates(text))
                continue;
            QVERIFY2(left.endsWith(QChar(0x2026)), qPrintable(left));
            left.chop(1);
            QVERIFY2(withoutIsolates(text).startsWith(left), qPrintable(left));
            QVERIFY(left.isEmpty() || metrics().horizontalAdvance(cut) <= width);
            // No mark is parted from its letter.
            const auto next = withoutIsolates(text).mid(left.size(), 1);
            QVERIFY2(left.isEmpty() || next.at(0).category() != QChar::Mark_NonSpacing, qPrintable(left));
        }
        QCOMPARE(withoutIsolates(elidedText(text, metrics(), whole + 20)), withoutIsolates(text));
    }

    void theEllipsisStandsInsideTheIsolateThatWasCut() {
        QVERIFY(elidedText(kHebrew, metrics(), 100).endsWith(QStringLiteral("\u2026\u2069")));
        QVERIFY(elidedText(kLatin, metrics(), 100).endsWith(QChar(0x2026)));
        const auto sentence =
            elidedText(QStringLiteral("Locked ") + isolated(kHebrew), metrics(), metrics().horizontalAdvance(kHebrew));
        QVERIFY(sentence.startsWith(QStringLiteral("Locked \u2068")));
        QVERIFY(sentence.endsWith(QStringLiteral("\u2026\u2069")));
    }

    void aNameKeepsItsDirectionWhetherItIsCutOrNot() {
        for (const int width : {metrics().horizontalAdvance(kMixed) + 20, metrics().horizontalAdvance(kMixed) - 20})
            QVERIFY(elidedText(kMixed, metrics(), width).startsWith(QChar(0x2068)));
    }
};

MUNIMENT_TEST(elided_text, TestElidedText);
#include "test_elided_text.moc"
