// Protects: a time reads the same in every mode of zones, names its zone, and never reads like another instant, not in
// the hour that clocks are put back by nor among organizations of many zones; a zone that is not known loses nothing.
#include "models/items/clock_zone.h"
#include "models/items/event_facts.h"
#include "models/items/formats.h"
#include "models/items/histogram_queries.h"
#include "models/items/org_list_model.h"
#include "models/items/overview_queries.h"
#include "models/items/time_axis.h"
#include "models/items/timeline_columns.h"
#include "models/items/zone_choices.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

const TenantId kBerliner("berliner");
const TenantId kIndian("indian");
const TenantId kMartian("martian");
const TenantId kNoWhere("nowhere");
const ClockZone kBerlin = ClockZone::named("Europe/Berlin");
constexpr std::int64_t kHour = 3600 * kMicrosPerSecond;

Instant at(const char* text) {
    return *parseInstant(text);
}

ClockZone perTenant() {
    return ClockZone::perTenant(
        {{kBerliner, "Europe/Berlin"}, {kIndian, "Asia/Kolkata"}, {kMartian, "Mars/Olympus_Mons"}});
}

} // namespace

class TestClockZone : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        qputenv("TZ", "America/New_York");
        QLocale::setDefault(QLocale(QStringLiteral("en")));
    }

    void cleanupTestCase() { qunsetenv("TZ"); }

    void everyModeShowsAndNamesATime_data() {
        QTest::addColumn<ClockZone>("zone");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("withZone");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const ClockZone& zone, const char* text, const char* withZone,
                            const char* title) {
            QTest::newRow(name) << zone << QString::fromUtf8(text) << QString::fromUtf8(withZone)
                                << QString::fromUtf8(title);
        };
        row("utc", {}, "2026-11-20 13:14:28.692", "2026-11-20 13:14:28.692 UTC", "UTC");
        row("local", ClockZone::local(), "2026-11-20 08:14:28.692", "2026-11-20 08:14:28.692 EST", "America/New_York");
        row("named", kBerlin, "2026-11-20 14:14:28.692", "2026-11-20 14:14:28.692 CET (Europe/Berlin)",
            "Europe/Berlin");
        row("without abbreviation", ClockZone::named("Asia/Kathmandu"), "2026-11-20 18:59:28.692",
            "2026-11-20 18:59:28.692 +05:45 (Asia/Kathmandu)", "Asia/Kathmandu");
        row("unknown", ClockZone::named("Mars/Olympus_Mons"), "2026-11-20 13:14:28.692",
            "2026-11-20 13:14:28.692 UTC (!)", "UTC (!)");
        row("of several tenants", perTenant(), "2026-11-20 13:14:28.692", "2026-11-20 13:14:28.692 UTC",
            "zone per row");
        row("of one tenant", perTenant().of(kIndian), "2026-11-20 18:44:28.692",
            "2026-11-20 18:44:28.692 IST (Asia/Kolkata)", "Asia/Kolkata");
        row("listed", perTenant().ofListed(kIndian), "2026-11-20 18:44:28.692 +05:30", "2026-11-20 18:44:28.692 +05:30",
            "Asia/Kolkata");
        row("listed without a zone", perTenant().ofListed(kNoWhere), "2026-11-20 13:14:28.692 UTC",
            "2026-11-20 13:14:28.692 UTC", "UTC");
        row("listed unknown", perTenant().ofListed(kMartian), "2026-11-20 13:14:28.692 UTC (!)",
            "2026-11-20 13:14:28.692 UTC (!)", "UTC (!)");
        row("listed in one zone", kBerlin.ofListed(kIndian), "2026-11-20 14:14:28.692",
            "2026-11-20 14:14:28.692 CET (Europe/Berlin)", "Europe/Berlin");
    }

    void everyModeShowsAndNamesATime() {
        QFETCH(ClockZone, zone);
        QFETCH(QString, text);
        const Instant t = at("2026-11-20T13:14:28.692Z");
        QCOMPARE(formatTime(t, zone), text);
        QTEST(formatTimeWithZone(t, zone), "withZone");
        QTEST(zoneTitle(zone), "title");
        QCOMPARE(formatTimeInYear(t, zone), text.mid(5));
        QCOMPARE(formatTimeToMinute(t, zone), text.left(16) + text.mid(23));
        QVERIFY(zoneWords(zone).endsWith(QLatin1Char('.')));
    }

    void theHourThatIsThereTwiceSaysWhich_data() {
        QTest::addColumn<QString>("instant");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* instant, const char* text) {
            QTest::newRow(instant) << QString::fromUtf8(instant) << QString::fromUtf8(text);
        };
        // Clocks in Berlin are put back from 3:00 CEST to 2:00 CET.
        row("2026-10-24T23:59:59.999Z", "2026-10-25 01:59:59.999");
        row("2026-10-25T00:00:00Z", "2026-10-25 02:00:00.000 CEST");
        row("2026-10-25T00:59:59.999Z", "2026-10-25 02:59:59.999 CEST");
        row("2026-10-25T01:00:00Z", "2026-10-25 02:00:00.000 CET");
        row("2026-10-25T01:59:59.999Z", "2026-10-25 02:59:59.999 CET");
        row("2026-10-25T02:00:00Z", "2026-10-25 03:00:00.000");
        // They are put forward from 2:00 CET to 3:00 CEST: no reading lies between.
        row("2026-03-29T00:59:59.999Z", "2026-03-29 01:59:59.999");
        row("2026-03-29T01:00:00Z", "2026-03-29 03:00:00.000");
    }

    void theHourThatIsThereTwiceSaysWhich() {
        QFETCH(QString, instant);
        const Instant t = at(instant.toUtf8().constData());
        QTEST(formatTime(t, kBerlin), "text");
        QCOMPARE(formatTimeWithZone(t, kBerlin).count(QStringLiteral("CE")), 1);
    }

    void noTwoInstantsReadAlike() {
        for (const char* id : {"Europe/Berlin", "Australia/Lord_Howe"}) {
            const auto zone = ClockZone::named(id);
            QSet<QString> seen;
            int instants = 0;
            for (Instant t = at("2026-01-01"); t < at("2027-01-01"); t = t + kHour / 2) {
                seen.insert(formatTime(t, zone));
                ++instants;
            }
            QVERIFY2(seen.size() == instants, id);
        }
    }

    void aSpanOverAChangeOfClocksNamesBoth() {
        QCOMPARE(formatSpan(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"), kBerlin),
                 QStringLiteral("2026-10-25 00:00 CEST (Europe/Berlin) to 2026-10-26 00:00 CET (Europe/Berlin)"));
        QCOMPARE(formatSpan(at("2026-11-20T13:00:00Z"), at("2026-11-20T14:00:00Z"), ClockZone::local()),
                 QStringLiteral("2026-11-20 08:00 to 09:00 EST"));
        QCOMPARE(formatSpan(at("2026-11-20T13:00:00Z"), at("2026-11-20T14:00:00Z"), perTenant()),
                 QStringLiteral("2026-11-20 13:00 to 14:00 UTC"));
    }

    void aToolTipHasEveryReading() {
        const Instant t = at("2026-11-20T13:14:28.692Z");
        QCOMPARE(formatTimeInZones(t, perTenant().of(kIndian)),
                 QStringLiteral("2026-11-20 13:14:28.692 UTC\n2026-11-20 08:14:28.692 EST (America/New_York)\n"
                                "2026-11-20 18:44:28.692 IST (Asia/Kolkata)"));
        QCOMPARE(formatTimeInZones(t, {}).count(QLatin1Char('\n')), 1);
        QCOMPARE(formatTimeInZones(t, ClockZone::local()).count(QLatin1Char('\n')), 1);
        QVERIFY(formatTimeInZones(t, perTenant().of(kMartian)).contains(QStringLiteral("Mars/Olympus_Mons")));
    }

    void whatIsNoIdNeverReachesTheFileSystem() {
        for (const char* id :
             {"../../../dev/stdin", "/etc/localtime", "Europe/Berlin\n", "Europe/Ber lin", "zone.tab", "nowhere"}) {
            const auto zone = ClockZone::named(id);
            QVERIFY2(!zone.isKnown(), id);
            QCOMPARE(zone.id(), std::string(id));
            QCOMPARE(zone.offsetAt(Instant{}), std::int64_t{0});
        }
        QVERIFY(!zoneWords(ClockZone::named("a\nb")).contains(QLatin1Char('\n')));
    }

    void aChoiceIsRememberedAsText() {
        for (const ClockZone& zone :
             {ClockZone(), ClockZone::local(), ClockZone::perTenant(), kBerlin, ClockZone::named("Mars/Olympus_Mons")})
            QVERIFY(ClockZone::ofSetting(zone.settingText()) == zone);
        QVERIFY(ClockZone::ofSetting({}) == ClockZone());
        QVERIFY(ClockZone::named("UTC") == ClockZone());
        QVERIFY(perTenant() == perTenant());
        QVERIFY(perTenant() != ClockZone::perTenant());
        QVERIFY(perTenant().of(kBerliner) == kBerlin);
        QVERIFY(perTenant().ofListed(kBerliner) != kBerlin);
    }

    void listsNameTheZoneOfEachRow() {
        TimelineRow row;
        row.loggedAt = row.event.recordedAt = at("2026-11-20T13:14:28.692Z");
        row.event.tenant = kIndian;
        using namespace timeline_column;
        QCOMPARE(timelineCellText(row, Time, perTenant(), false), QStringLiteral("2026-11-20 18:44:28.692 +05:30"));
        QCOMPARE(timelineCellText(row, Recorded, perTenant(), false), QStringLiteral("2026-11-20 18:44:28.692 +05:30"));
        QCOMPARE(timelineCellText(row, Time, kBerlin, true),
                 QStringLiteral("2026-11-20 14:14:28.692 CET (Europe/Berlin)"));
        const auto when = eventFacts(row, perTenant()).at(1).value;
        QCOMPARE(when.text, QStringLiteral("2026-11-20 18:44:28.692 IST"));
        QCOMPARE(when.wholeText(), QStringLiteral("2026-11-20 18:44:28.692 IST (Asia/Kolkata)"));
        row.event.tenant = kMartian;
        QCOMPARE(eventFacts(row, perTenant()).at(1).value.text, QStringLiteral("2026-11-20 13:14:28.692 UTC (!)"));
    }

    void chartsOverManyTenantsAreInUtc() {
        const Histogram histogram{at("2026-11-20"), kMicrosPerDay, {""}, {{1}, {2}}};
        QCOMPARE(axisEnd(histogram, perTenant()), QStringLiteral("21 Nov 2026 UTC"));
        QCOMPARE(axisEnd(histogram, kBerlin), QStringLiteral("21 Nov 2026 Europe/Berlin"));
        QVERIFY(perTenant().ofMany() == ClockZone());
        const std::vector<CalendarCount> monday{{at("2026-11-02T09:00:00Z"), 3}};
        QCOMPARE(weekHoursOf(monday, perTenant())[0][9], std::int64_t{3});
        QCOMPARE(weekHoursOf(monday, kBerlin)[0][10], std::int64_t{3});
    }

    void zonesAreFoundByCityAndId() {
        QCOMPARE(findZones(QStringLiteral("berl"), 5), std::vector<std::string>{"Europe/Berlin"});
        QCOMPARE(findZones(QStringLiteral("new york"), 5).front(), std::string("America/New_York"));
        QCOMPARE(findZones(QStringLiteral("europe"), 7).size(), std::size_t{7});
        QVERIFY(findZones(QStringLiteral("olympus"), 5).empty());
        QCOMPARE(findZones(QStringLiteral("utc"), 5), std::vector<std::string>{"UTC"});
        QVERIFY(zoneIdOf(QStringLiteral(" europe/berlin ")) == std::optional<std::string>("Europe/Berlin"));
        QVERIFY(zoneIdOf(QStringLiteral("US/Eastern")) == std::optional<std::string>("US/Eastern"));
        QVERIFY(!zoneIdOf(QStringLiteral("Berlin")));
        QVERIFY(!zoneIdOf({}));
        QCOMPARE(zoneChoiceWords("America/New_York", at("2026-11-20")),
                 QStringLiteral("New York · America/New_York · -05:00"));
    }
};

MUNIMENT_TEST(clock_zone, TestClockZone);
#include "test_clock_zone.moc"
