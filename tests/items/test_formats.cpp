// Protects: numbers, times and durations read the same everywhere, and times name their zone.
#include "models/items/formats.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace std::chrono_literals;

class TestFormats : public QObject {
    Q_OBJECT
private slots:

    void timesNameTheirZone() {
        const auto t = *parseInstant("2026-11-20T13:14:28.692Z");
        QCOMPARE(formatTime(t, ClockZone()), QStringLiteral("2026-11-20 13:14:28.692"));
        QCOMPARE(formatTimeWithZone(t, ClockZone()), QStringLiteral("2026-11-20 13:14:28.692 UTC"));
        QCOMPARE(formatTime(Instant{-1}, ClockZone()), QStringLiteral("1969-12-31 23:59:59.999"));
    }

    void durationsHaveTwoPartsAtMost_data() {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << qint64{120} << QStringLiteral("0.1 s");
        QTest::newRow("seconds") << qint64{42'000} << QStringLiteral("42 s");
        QTest::newRow("minutes") << qint64{200'000} << QStringLiteral("3 min 20 s");
        QTest::newRow("whole minutes") << qint64{180'000} << QStringLiteral("3 min");
        QTest::newRow("hours") << qint64{7'500'000} << QStringLiteral("2 h 5 min");
        QTest::newRow("negative is now") << qint64{-5} << QStringLiteral("0.0 s");
    }

    void durationsHaveTwoPartsAtMost() {
        QFETCH(qint64, millis);
        QFETCH(QString, text);
        QCOMPARE(formatDuration(std::chrono::milliseconds(millis)), text);
    }

    void numbersFollowTheLanguage() {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QCOMPARE(formatCount(10'214'337), QStringLiteral("10,214,337"));
        QLocale::setDefault(QLocale(QStringLiteral("de")));
        QCOMPARE(formatCount(10'214'337), QStringLiteral("10.214.337"));
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QCOMPARE(formatRoundTrip(88'000us), QStringLiteral("88 ms"));
        QCOMPARE(formatRoundTrip(4'210us), QStringLiteral("4.2 ms"));
        QCOMPARE(formatRate(42.2), QStringLiteral("42 events/s"));
    }
};

MUNIMENT_TEST(formats, TestFormats);
#include "test_formats.moc"
