// Protects: a tenant's passport names every home with its dates, who moved it and how long each step took, whatever log
// the events stand in now; and says where the log contradicts itself.
#include "models/regions/passport_fields.h"
#include "models/replica/replica.h"
#include "tests/support/must.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace muniment;

namespace {

constexpr Instant kBegin{1'767'225'600'000'000}; // 2026-01-01T00:00:00Z
const TenantId kAcme("acme");

Instant day(std::int64_t days) {
    return kBegin + days * kMicrosPerDay;
}

/// What is written to the log of one organization.
struct Written {
    std::string log;
    std::int32_t epoch = 1;
    OrgEvent event;
    Instant at;
    std::string by = "ann";
    std::string reason = {};
};

OrgMoved moved(const std::string& id, const std::string& from, const std::string& to, std::int32_t epoch, Instant at) {
    return OrgMoved{id,
                    from,
                    to,
                    epoch,
                    12'345,
                    "d1gest",
                    at + -10 * kMicrosPerSecond,
                    at + -4 * kMicrosPerSecond,
                    at + -3 * kMicrosPerSecond,
                    at + -2 * kMicrosPerSecond};
}

std::vector<Written> life() {
    return {{"eu", 1, OrgAdded{"Acme"}, day(0)},
            {"eu", 1, OrgRegionAssigned{"eu"}, day(0)},
            {"eu", 1, OrgMoveStarted{"m1", "eu", "us"}, day(5), "bob", "closer to its people"},
            {"eu", 1, OrgMoveCancelled{"m1", "eu", "us"}, day(6), "cy"},
            {"eu", 1, OrgRenamed{"Acme Group"}, day(7)},
            {"eu", 1, OrgMoveStarted{"m2", "eu", "us"}, day(10), "bob", "contract 7"},
            {"us", 2, moved("m2", "eu", "us", 2, day(11)), day(11), "robot"},
            {"us", 2, OrgMoveStarted{"m3", "us", "eu"}, day(20)}};
}

RecordedEvent recordedOf(const Written& written, std::int64_t sequence) {
    const NewEvent event = encode(written.event, written.reason);
    RecordedEvent recorded;
    recorded.tenant = kAcme;
    recorded.epoch = written.epoch;
    recorded.aggregate = {"org", AggregateId(kAcme.text())};
    recorded.sequence = sequence;
    recorded.eventId = randomUuid();
    recorded.type = event.type;
    recorded.payload = event.payload;
    recorded.outcome = event.outcome;
    recorded.occurredAt = recorded.recordedAt = written.at;
    recorded.actor = {"operator", ActorId(written.by)};
    recorded.salt = std::string(16, 's');
    recorded.key = {{sequence, 0}, 1};
    return recorded;
}

std::vector<ResidencyEvent> eventsOf(const std::vector<Written>& all) {
    std::vector<ResidencyEvent> events;
    for (const Written& written : all) {
        RecordedEvent recorded = recordedOf(written, std::ssize(events) + 1);
        events.push_back({EventNumber::of(0, std::ssize(events) + 1),
                          RegionName(written.log),
                          written.at,
                          std::move(recorded),
                          written.event,
                          {},
                          written.reason});
    }
    return events;
}

QString printed(const Passport& passport) {
    QStringList lines;
    const auto date = [](const std::optional<Instant>& t) {
        return t ? QString::fromStdString(formatInstant(*t)).left(10) : QStringLiteral("?");
    };
    for (const Stay& stay : passport.stays) {
        QString line = QStringLiteral("%1 %2 %3..%4").arg(stay.epoch).arg(QString::fromStdString(stay.region));
        line = line.arg(date(stay.from), stay.until ? date(stay.until) : QStringLiteral("now"));
        if (stay.begun)
            line += QStringLiteral(" by %1").arg(QString::fromStdString(stay.begun->name()));
        if (stay.begun && !stay.begun->reason.empty())
            line += QStringLiteral(" (%1)").arg(QString::fromStdString(stay.begun->reason));
        if (stay.isEnd)
            line += QStringLiteral(" removed");
        lines << line;
    }
    for (const OpenMove& move : passport.openMoves)
        lines << QStringLiteral("%1 %2->%3 %4 by %5")
                     .arg(QString::fromStdString(move.moveId), QString::fromStdString(move.from),
                          QString::fromStdString(move.to),
                          QString::fromStdString(std::string(moveStateName(move.state))),
                          QString::fromStdString(move.started.name()));
    for (const PassportFinding& finding : passport.findings)
        lines << QStringLiteral("! %1 said %2 found %3")
                     .arg(QString::fromStdString(std::string(passportDoubtName(finding.doubt))),
                          QString::fromStdString(finding.said), QString::fromStdString(finding.found));
    return lines.join(QLatin1Char('\n'));
}

QString printedOf(const std::vector<Written>& all) {
    return printed(passportOf(eventsOf(all)));
}

QString lines(const std::vector<const char*>& all) {
    QStringList texts;
    for (const char* line : all)
        texts << QString::fromUtf8(line);
    return texts.join(QLatin1Char('\n'));
}

/// A file of two regions with the life above, each event in its own region's log.
std::unique_ptr<Replica> fileOf(const QTemporaryDir& folder, const std::vector<Written>& all) {
    ReplicaSettings settings;
    for (const char* region : {"eu", "us"})
        settings.regions.push_back({RegionName(region), std::string("embedded:/nowhere/") + region});
    auto replica = MUST(Replica::create(folder.filePath(QStringLiteral("passport.muniment")).toStdString(), settings));
    std::int64_t sequence = 0;
    for (const Written& written : all) {
        Batch batch;
        batch.region = RegionName(written.log);
        batch.events.push_back(recordedOf(written, ++sequence));
        std::ignore = MUST(replica->writer()->apply(*prepareBatch(std::move(batch))));
    }
    return replica;
}

} // namespace

class TestPassport : public QObject {
    Q_OBJECT
private slots:

    void everyHomeHasItsDatesAndWhoMovedIt() {
        QCOMPARE(printedOf(life()),
                 lines({"1 eu 2026-01-01..2026-01-12 by ann", "2 us 2026-01-12..now by bob (contract 7)",
                        "m1 eu->us cancelled by bob", "m3 us->eu under-way by ann"}));
    }

    void theStepsOfAMoveHaveTheirLengths() {
        const Passport passport = passportOf(eventsOf(life()));
        const Stay& there = passport.stays.back();
        const auto seconds = [&](MoveStep step) { return lengthOf(there, step).value_or(-1) / kMicrosPerSecond; };
        QCOMPARE(seconds(MoveStep::Copying), 6);
        QCOMPARE(seconds(MoveStep::Verifying), 1);
        QCOMPARE(seconds(MoveStep::CuttingOver), 1);
        QCOMPARE(seconds(MoveStep::Activating), 2);
        QCOMPARE(there.refusedMicros.value_or(-1), 3 * kMicrosPerSecond);
        QCOMPARE(there.settled->name(), std::string("robot"));
        QVERIFY(passport.stays.front().steps.empty());
    }

    void clocksThatDisagreeGiveNoLength() {
        auto events = life();
        auto& arrival = std::get<OrgMoved>(events[6].event);
        arrival.decidedAt = day(12); // the workstation is a day ahead
        const Passport passport = passportOf(eventsOf(events));
        QVERIFY(!lengthOf(passport.stays.back(), MoveStep::Activating));
        QVERIFY(lengthOf(passport.stays.back(), MoveStep::Copying));
    }

    void whereItLivedIsKnownForEveryDate() {
        const Passport passport = passportOf(eventsOf(life()));
        QVERIFY(stayAt(passport, day(-1)) == nullptr);
        QCOMPARE(stayAt(passport, day(0))->region, std::string("eu"));
        QCOMPARE(stayAt(passport, day(11) + -1)->region, std::string("eu"));
        QCOMPARE(stayAt(passport, day(11))->region, std::string("us"));
        auto gone = life();
        gone.push_back({"us", 2, OrgRemoved{}, day(30)});
        const Passport ended = passportOf(eventsOf(gone));
        QVERIFY(ended.stays.back().isEnd);
        QVERIFY(stayAt(ended, day(30)) == nullptr);
    }

    void contradictionsAreFound() {
        QCOMPARE(printedOf({{"us", 1, OrgAdded{"Acme"}, day(0)}, {"us", 1, OrgRegionAssigned{"eu"}, day(0)}}),
                 lines({"1 eu 2026-01-01..now by ann", "! other-log said eu found us"}));
        QCOMPARE(printedOf({{"us", 1, OrgAdded{"Acme"}, day(0)}}),
                 lines({"1  2026-01-01..now by ann", "! no-region said  found us"}));
        QCOMPARE(printedOf({{"us", 3, moved("m", "eu", "us", 3, day(1)), day(1)}}),
                 lines({"2 eu ?..2026-01-02", "3 us 2026-01-02..now by ann", "! no-birth said eu found "}));
        auto jumping = life();
        jumping.resize(2);
        jumping.push_back({"us", 4, moved("m", "asia", "us", 4, day(1)), day(1)});
        QCOMPARE(printedOf(jumping), lines({"1 eu 2026-01-01..2026-01-02 by ann", "4 us 2026-01-02..now by ann",
                                            "! other-origin said asia found eu", "! epoch-gap said 4 found 1"}));
        QCOMPARE(printedOf({{"eu", 1, OrgAdded{"Acme"}, day(0)},
                            {"eu", 1, OrgRegionAssigned{"us"}, day(0)},
                            {"eu", 1, OrgRegionAssigned{"eu"}, day(3)}}),
                 lines({"1 us 2026-01-01..2026-01-04 by ann", "1 eu 2026-01-04..now by ann",
                        "! reassigned said eu found us"}));
        QCOMPARE(printedOf({}), QString());
    }

    void itIsReadFromTheLogsOfAllHomes() {
        const QTemporaryDir folder;
        const auto replica = fileOf(folder, life());
        const auto snapshot = MUST(replica->snapshot());
        QCOMPARE(printed(MUST(readPassport(*snapshot, kAcme))), printedOf(life()));
        QCOMPARE(MUST(readPassport(*snapshot, TenantId("nobody"))).stays.size(), std::size_t(0));
    }

    void asOfAMomentItKnowsNothingLater() {
        const QTemporaryDir folder;
        const auto replica = fileOf(folder, life());
        const auto snapshot = MUST(replica->snapshot());
        QCOMPARE(printed(MUST(readPassport(*snapshot, kAcme, day(10)))),
                 lines({"1 eu 2026-01-01..now by ann", "m1 eu->us cancelled by bob", "m2 eu->us under-way by bob"}));
        QCOMPARE(printed(MUST(readPassport(*snapshot, kAcme, day(-1)))), QString());
    }

    void anEventThatStandsInTwoLogsCountsOnce() {
        const QTemporaryDir folder;
        const auto replica = fileOf(folder, {});
        const RecordedEvent added = recordedOf({"eu", 1, OrgAdded{"Acme"}, day(0)}, 1);
        for (const char* region : {"eu", "us"})
            std::ignore = MUST(replica->writer()->apply(*prepareBatch(Batch{RegionName(region), {added}, {}})));
        const auto snapshot = MUST(replica->snapshot());
        QCOMPARE(MUST(residencyEvents(*snapshot, kAcme, {})).size(), std::size_t(1));
    }

    void recordsNameEveryField() {
        const Passport passport = passportOf(eventsOf(life()));
        const Record record = recordOf(passport.stays.back(), stayFields());
        QString line;
        for (std::size_t i = 0; i < record.size(); ++i)
            line += QStringLiteral("%1=%2 ").arg(QString::fromStdString(stayFields()[i].name),
                                                 QString::fromStdString(record[i].text));
        QCOMPARE(line.trimmed(),
                 QStringLiteral("epoch=2 region=us from=2026-01-12T00:00:00Z until= removed=false moveId=m2 by=bob "
                                "byName=bob reason=contract 7 completedBy=robot events=12345 copyingMs=6000 "
                                "verifyingMs=1000 cuttingOverMs=1000 activatingMs=2000 writersRefusedMs=3000"));
    }
};

MUNIMENT_TEST(passport, TestPassport);
#include "test_passport.moc"
