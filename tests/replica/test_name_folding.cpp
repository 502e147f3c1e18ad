// Protects the form in which names are found: without case and accents, however they were typed, and whatever quick way
// is taken for the letters that most names are written in.
#include "models/replica/name_folding.h"
#include "tests/support/test_registry.h"

#include <QString>
#include <QTest>

#include <random>

using namespace muniment;

namespace {

/// Folded the long way: one character of the text is beyond the quick one.
std::string foldedTheLongWay(const QString& text) {
    const std::string kanji = "東";
    return foldName(kanji + text.toStdString()).substr(kanji.size());
}

/// With letters and marks apart, as some file systems give names.
std::string decomposed(const QString& text) {
    return text.normalized(QString::NormalizationForm_D).toStdString();
}

} // namespace

class TestNameFolding : public QObject {
    Q_OBJECT
private slots:

    void namesAreFolded_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("folded");
        const auto row = [](const char* name, const char* folded) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(folded);
        };
        row("", "");
        row("  Acme Ltd\t", "acme ltd");
        row("Ärzte Süd ", "arzte sud");
        row("Straße", "straße");
        row("Łódź", "łodz");
        row("İstanbul IĞDIR", "istanbul igdir");
        row("Ǆungla ĳssel ŉ", "dzungla ijssel ʼn");
        row("Çağrı Çelik-Ñandú", "cagrı celik-nandu");
        row("50 × 3 ÷ 2", "50 × 3 ÷ 2");
        row("\u00a0Zürich\u00a0", "zurich");
        row("Ελένη Παπαδοπούλου", "ελενη παπαδοπουλου");
        row("Ёлка", "елка");
        row("ﬁnanz", "finanz");
        row("東京 Zürich", "東京 zurich");
        row("M\xc3", "m\xef\xbf\xbd");
        row("\xc3\x28x", "\xef\xbf\xbd(x");
        row("\xc1\x81", "\xef\xbf\xbd\xef\xbf\xbd"); // an A in two bytes is none
    }

    void namesAreFolded() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, folded);
        QCOMPARE(QByteArray::fromStdString(foldName(name.toStdString())), folded);
    }

    void everyLetterFoldsAlikeEitherWay() {
        for (char32_t letter = 0xC0; letter < 0x250; ++letter)
            verifyAlike(QStringLiteral("a") + QString::fromUcs4(&letter, 1) + QStringLiteral("Z"));
    }

    void randomNamesFoldAlikeEitherWay() {
        std::mt19937 random(7);
        for (int round = 0; round < 20'000; ++round) {
            std::u32string name = U"x";
            for (unsigned i = 0, length = random() % 12; i < length; ++i)
                name += static_cast<char32_t>(random() % 3 == 0 ? 0xC0 + random() % 0x190 : 'A' + random() % 58);
            verifyAlike(QString::fromStdU32String(name));
        }
    }

    void appendingAddsToTheEnd() {
        std::string lines = "one\n";
        appendFolded(lines, "Zürich");
        appendFolded(lines, " 東京");
        QCOMPARE(lines, std::string("one\nzurich東京"));
    }

private:
    static void verifyAlike(const QString& text) {
        const auto folded = foldName(text.toStdString());
        QVERIFY2(folded == foldedTheLongWay(text), qPrintable(text));
        QVERIFY2(folded == foldName(decomposed(text)), qPrintable(text));
    }
};

MUNIMENT_TEST(name_folding, TestNameFolding);
#include "test_name_folding.moc"
