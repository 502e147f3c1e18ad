// Protects: a region's state is told in words that fit it, and its row changes in place.
#include "models/items/region_list_model.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using namespace std::chrono_literals;

namespace {

RegionStatus statusIn(FollowerPhase phase) {
    RegionStatus status;
    status.region = RegionName("eu-west-1");
    status.isFollowing = true;
    status.follower.phase = phase;
    status.follower.knownThrough = *parseInstant("2026-11-20T14:02:11Z");
    return status;
}

} // namespace

class TestRegionListModel : public QObject {
    Q_OBJECT
private slots:

    void aHealthyRegionSaysLagAndRoundTrip() {
        auto status = statusIn(FollowerPhase::Following);
        status.lag = 120ms;
        status.follower.roundTrip = 4000us;
        QCOMPARE(regionBrief(status, ClockZone()), QStringLiteral("0.1 s · 4.0 ms"));
    }

    void aDownRegionSaysHowFarItIsKnownAndWhenItIsTried() {
        auto status = statusIn(FollowerPhase::Down);
        status.follower.error = Error{ErrorCode::Unreachable, {}, {{"stage", "tcp"}}};
        status.follower.nextAttempt = Instant{30 * kMicrosPerSecond};
        QCOMPARE(regionBrief(status, ClockZone()), QStringLiteral("down, known through 14:02:11 UTC"));
        const auto story = regionStory(status, ClockZone(), Instant{0}).join(QLatin1Char('\n'));
        QVERIFY(story.contains(QStringLiteral("cannot be reached")));
        QVERIFY(story.contains(QStringLiteral("tried again in 30 s")));
    }

    void whoHoldsTheHorizonIsNamed() {
        auto status = statusIn(FollowerPhase::Following);
        status.follower.holder = HorizonHolder{"pg_dump (backup)", 125s};
        QCOMPARE(healthOf(status), RegionHealth::Held);
        const auto story = regionStory(status, ClockZone(), Instant{0}).join(QLatin1Char('\n'));
        QVERIFY(story.contains(QStringLiteral("2 min 5 s: pg_dump (backup)")));
    }

    void aChangeKeepsTheRows() {
        RegionListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRegions({statusIn(FollowerPhase::Following)});
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRegions({statusIn(FollowerPhase::Down)});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.index(0, RegionListModel::State).data().toString().startsWith(QStringLiteral("down since ")));
    }

    void aRegionThatIsNotHeardHasNoLag() {
        const auto shown = [](FollowerPhase phase) {
            RegionListModel model;
            auto status = statusIn(phase);
            status.lag = 500ms;
            model.setRegions({status});
            return model.index(0, RegionListModel::Lag).data().toString();
        };
        QCOMPARE(shown(FollowerPhase::Following), QStringLiteral("0.5 s"));
        QCOMPARE(shown(FollowerPhase::Backlog), QStringLiteral("0.5 s"));
        QCOMPARE(shown(FollowerPhase::Down), QStringLiteral("—"));
        QCOMPARE(shown(FollowerPhase::Stopped), QStringLiteral("—"));
    }

    void downSinceIsKeptUntilItIsBack() {
        RegionListModel model;
        const Instant noon = *parseInstant("2026-11-20T12:00:00Z");
        const auto told = [&](FollowerPhase phase, int minutes) {
            model.setRegions({statusIn(phase)}, noon + minutes * 60 * kMicrosPerSecond);
            return model.stateText(0);
        };
        QCOMPARE(told(FollowerPhase::Down, 1), QStringLiteral("down since 12:01:00 UTC"));
        QCOMPARE(told(FollowerPhase::Down, 2), QStringLiteral("down since 12:01:00 UTC"));
        QCOMPARE(told(FollowerPhase::Following, 3), QStringLiteral("up"));
        QCOMPARE(told(FollowerPhase::Down, 4), QStringLiteral("down since 12:04:00 UTC"));
    }
};

MUNIMENT_TEST(region_list_model, TestRegionListModel);
#include "test_region_list_model.moc"
