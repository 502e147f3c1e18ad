// Protects: times, positions, ids and names of errors are read and written exactly, and nothing else is accepted.
#include "models/base/clock.h"
#include "models/base/instant.h"
#include "models/base/position.h"
#include "models/base/uuid.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>
#include <set>

using namespace muniment;

class InstantTest : public QObject {
    Q_OBJECT

private slots:

    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char* text, std::int64_t micros) {
            QTest::newRow(text) << QByteArray(text) << qint64{micros};
        };
        row("1970-01-01T00:00:00Z", 0);
        row("1970-01-01", 0);
        row("2026-03-01T00:00:00Z", 1'772'323'200'000'000);
        row("2024-02-29T12:00:00.5Z", 1'709'208'000'500'000);
        row("2000-02-29T00:00:00Z", 951'782'400'000'000);
        row("1969-12-31T23:59:59.999999Z", -1);
        row("2026-03-01t00:00:00z", 1'772'323'200'000'000);
        row("2026-03-01 00:00:00Z", 1'772'323'200'000'000);
        row("2026-03-01T05:30:00+05:30", 1'772'323'200'000'000);
        row("2026-02-28T19:00:00-05:00", 1'772'323'200'000'000);
        row("2026-03-01T00:00:00.1234567Z", 1'772'323'200'123'456);
        row("2016-12-31T23:59:60Z", 1'483'228'800'000'000);
        row("0001-01-01T00:00:00Z", -62'135'596'800'000'000);
        row("9999-12-31T23:59:59.999999Z", 253'402'300'799'999'999);
    }

    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, micros);
        const auto instant = parseInstant(text.toStdString());
        QVERIFY(instant.has_value());
        QCOMPARE(qint64{instant->micros}, micros);
        QCOMPARE(qint64{parseInstant(formatInstant(*instant))->micros}, micros);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "now",
                                 "2026",
                                 "2026-13-01",
                                 "2026-00-01",
                                 "2026-02-29",
                                 "1900-02-29",
                                 "2026-04-31",
                                 "2026-03-00",
                                 "0000-01-01",
                                 "10000-01-01",
                                 "2026-03-01T00:00:00",
                                 "2026-03-01T24:00:00Z",
                                 "2026-03-01T00:60:00Z",
                                 "2026-03-01T00:00:61Z",
                                 "2026-03-01T00:00:00.Z",
                                 "2026-03-01T00:00:00+0100",
                                 "2026-03-01T00:00:00+24:00",
                                 "2026-03-01T00:00:00Zx",
                                 " 2026-03-01",
                                 "2026-3-1",
                                 "0001-01-01T00:00:00+00:01",
                                 "9999-12-31T23:59:59-00:01",
                                 "-2026-03-01",
                                 "2026-03-01T00:00Z"})
            QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text);
    }

    void refuses() {
        QFETCH(QByteArray, text);
        const auto instant = parseInstant(text.toStdString());
        QVERIFY(!instant.has_value());
        QVERIFY(instant.error().code == ErrorCode::InvalidInput);
    }

    void writesAsManyDigitsAsItNeeds() {
        QCOMPARE(formatInstant({0}), std::string("1970-01-01T00:00:00Z"));
        QCOMPARE(formatInstant({500'000}), std::string("1970-01-01T00:00:00.500Z"));
        QCOMPARE(formatInstant({500'001}), std::string("1970-01-01T00:00:00.500001Z"));
        QCOMPARE(formatInstant({-1}), std::string("1969-12-31T23:59:59.999999Z"));
        QCOMPARE(formatInstant({std::numeric_limits<std::int64_t>::min()}),
                 std::string("-290308-12-21T19:59:05.224192Z"));
        QCOMPARE(formatInstant({std::numeric_limits<std::int64_t>::max()}),
                 std::string("+294247-01-10T04:00:54.775807Z"));
    }

    void everyDayOf800YearsComesBack() {
        for (std::int64_t day = -146'097; day < 146'097; ++day) {
            const Instant t{day * kMicrosPerDay + 1'000};
            const auto again = parseInstant(formatInstant(t));
            QVERIFY(again.has_value() && *again == t);
        }
    }

    void expressions() {
        const Instant now{1'772'323'200'000'000};
        QCOMPARE(parseTimeExpression("now", now)->micros, now.micros);
        QCOMPARE(parseTimeExpression("-30d", now)->micros, now.micros - 30 * kMicrosPerDay);
        QCOMPARE(parseTimeExpression("-2w", now)->micros, now.micros - 14 * kMicrosPerDay);
        QCOMPARE(parseTimeExpression("+1h", now)->micros, now.micros + 3'600 * kMicrosPerSecond);
        QCOMPARE(parseTimeExpression("-5m", now)->micros, now.micros - 300 * kMicrosPerSecond);
        QCOMPARE(parseTimeExpression("-10s", now)->micros, now.micros - 10 * kMicrosPerSecond);
        QCOMPARE(parseTimeExpression("2026-03-01", now)->micros, now.micros);
        for (const char* text :
             {"-", "-d", "30d", "-1y", "--1d", "-1.5d", "-99999999999999999999d", "-9999999w", "+9999999w", "-1d "})
            QVERIFY2(!parseTimeExpression(text, now).has_value(), text);
    }

    void positions() {
        QCOMPARE(parsePosition("81204112")->major, std::int64_t{81'204'112});
        const auto hlc = parsePosition("1786877563585252761.0000000003");
        QVERIFY(hlc.has_value());
        QCOMPARE(hlc->major, std::int64_t{1'786'877'563'585'252'761});
        QCOMPARE(hlc->minor, 3);
        QCOMPARE(formatHlcPosition(*hlc), std::string("1786877563585252761.0000000003"));
        QCOMPARE(formatHlcPosition({1, 0}), std::string("1.0000000000"));
        QCOMPARE(formatIntegerPosition({81'204'112, 0}), std::string("81204112"));
        QVERIFY((Position{1, 2} < Position{2, 1}));
        QVERIFY((LogKey{{1, 2}, 3} < LogKey{{1, 2}, 4}));
        for (const char* text : {"", ".", "1.", ".1", "-1", "+1", "1e5", "1.-1", " 1", "1 ", "9223372036854775808",
                                 "1.2147483648", "1.5", "1.00000000000", "x", "1.0000000000.0"})
            QVERIFY2(!parsePosition(text).has_value(), text);
        QCOMPARE(parsePosition("9223372036854775807.2147483647")->minor, std::numeric_limits<std::int32_t>::max());
    }

    void uuids() {
        std::set<Uuid> ids;
        for (int i = 0; i < 1'000; ++i) {
            const Uuid id = randomUuid();
            QVERIFY(ids.insert(id).second);
            QCOMPARE(id.text().at(14), '4');
            QVERIFY(std::string("89ab").find(id.text().at(19)) != std::string::npos);
            QVERIFY(*parseUuid(id.text()) == id);
        }
        QCOMPARE(parseUuid("00112233-4455-6677-8899-AABBCCDDEEFF")->text(),
                 std::string("00112233-4455-6677-8899-aabbccddeeff"));
        QVERIFY(Uuid{}.isNull());
        for (const char* text : {"", "00112233445566778899aabbccddeeff", "{00112233-4455-6677-8899-aabbccddeeff}",
                                 "00112233-4455-6677-8899-aabbccddeefg", "00112233-4455-6677-8899aabb-ccddeeff"})
            QVERIFY2(!parseUuid(text).has_value(), text);
    }

    void errorNamesAreUnique() {
        std::set<std::string_view> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            QVERIFY(names.insert(errorCodeName(static_cast<ErrorCode>(code))).second);
    }

    void theClockGoesOn() {
        const auto before = systemClock().monotonic();
        QVERIFY(systemClock().monotonic() >= before);
        QVERIFY(systemClock().now() > Instant{1'700'000'000'000'000});
    }
};

MUNIMENT_TEST(instant, InstantTest);
#include "test_instant.moc"
