// Protects: a dotted name that does not fit keeps what tells it from its neighbours, and never outgrows its room.
#include "tests/support/test_registry.h"
#include "ui/look/look.h"
#include "ui/widgets/dotted_text.h"

#include <QFontMetrics>
#include <QTest>

namespace muniment::test {

class TestDottedText : public QObject {
    Q_OBJECT
private slots:

    void shortensFromTheLeft_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("room"); ///< as wide as this
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* text, const char* room, const char* shown) {
            QTest::newRow(shown) << QString::fromUtf8(text) << QString::fromUtf8(room) << QString::fromUtf8(shown);
        };
        row("user.locked", "user.locked", "user.locked");
        row("session.password.checked", "s.password.checked", "s.password.checked");
        row("session.user.checked", "s.password.checked", "s.user.checked");
        row("user.human.password.check.failed", "u.h.password.check.failed", "u.h.password.check.failed");
        row("user.human.password.check.failed", "…password.check.failed", "…password.check.failed");
        row("user.human.password.check.failed", "…check.failed", "…check.failed");
    }

    void shortensFromTheLeft() {
        QFETCH(QString, text);
        QFETCH(QString, room);
        QFETCH(QString, shown);
        const QFontMetrics metrics(textFont(TextSize::Small));
        QCOMPARE(fittingDottedText(text, metrics, metrics.horizontalAdvance(room)), shown);
    }

    void aWordThatDoesNotFitKeepsItsBeginning() {
        const QFontMetrics metrics(textFont(TextSize::Small));
        const int room = metrics.horizontalAdvance(QStringLiteral("deactivat…"));
        const auto shown = fittingDottedText(QStringLiteral("user.deactivated"), metrics, room);
        QVERIFY2(shown.startsWith(QStringLiteral("deactiv")) && shown.endsWith(QStringLiteral("…")), qPrintable(shown));
    }

    void fitsWhateverTheRoom() {
        const QFontMetrics metrics(textFont(TextSize::Small));
        const auto text = QStringLiteral("user.human.mfa.otp.check.succeeded");
        for (int width = metrics.horizontalAdvance(QStringLiteral("…d")); width < 300; ++width)
            QVERIFY2(metrics.horizontalAdvance(fittingDottedText(text, metrics, width)) <= width,
                     qPrintable(QString::number(width)));
    }
};

} // namespace muniment::test

MUNIMENT_TEST(dotted_text, muniment::test::TestDottedText);
#include "test_dotted_text.moc"
