// Protects: whoever has a language without a catalogue, or none at all, reads whole English sentences, plurals
// included.
#include "models/items/time_axis.h"
#include "tests/support/test_registry.h"
#include "ui/look/language.h"

#include <QApplication>
#include <QTest>

namespace muniment::test {

class TestLanguage : public QObject {
    Q_OBJECT
private slots:

    void pluralsAreThereInEveryLanguage_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("five");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("5 seconds");
        QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("5 Sekunden");
        QTest::newRow("no language") << QStringLiteral("C") << QStringLiteral("5 seconds");
        QTest::newRow("a language without a catalogue") << QStringLiteral("eo") << QStringLiteral("5 seconds");
    }

    void pluralsAreThereInEveryLanguage() {
        QFETCH(QString, code);
        QFETCH(QString, five);
        Language language(*qApp);
        language.choose(code);
        QCOMPARE(widthText(5 * kMicrosPerSecond), five);
    }
};

} // namespace muniment::test

MUNIMENT_TEST(language, muniment::test::TestLanguage);
#include "test_language.moc"
