// Protects: that a region does not answer is said of those that do not, as of when, and of no other; a moment of which
// all is known is not stale.
#include "models/items/plain_text.h"
#include "models/items/region_outage.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

const Instant kNow{1'700'000'000'000'000}; // 2023-11-14 22:13:20 UTC
constexpr std::int64_t kMinute = 60 * kMicrosPerSecond;

RegionStatus statusOf(const char* region, FollowerPhase phase, std::optional<Instant> knownThrough) {
    RegionStatus status;
    status.region = RegionName(region);
    status.isFollowing = phase != FollowerPhase::Stopped;
    status.follower.phase = phase;
    status.follower.knownThrough = knownThrough;
    if (phase == FollowerPhase::Down || phase == FollowerPhase::Stopped)
        status.follower.error = Error{ErrorCode::Unreachable, {}, {}};
    return status;
}

QString sentence(const std::vector<RegionStatus>& regions, const std::optional<Moment>& asOf = {}) {
    return withoutIsolates(outageSentence(outagesOf(regions, asOf), ClockZone(), kNow));
}

} // namespace

class TestRegionOutage : public QObject {
    Q_OBJECT
private slots:

    void whatAnswersIsNotSpokenOf() {
        for (const auto phase : {FollowerPhase::Connecting, FollowerPhase::Backlog, FollowerPhase::Following})
            QCOMPARE(sentence({statusOf("eu-west-1", phase, kNow)}), QString());
    }

    void aRegionThatIsAwayIsNamedWithItsTime() {
        const QString words =
            QStringLiteral("eu-west-1 has not answered since 22:08:20 UTC: what is shown of it is as of then.");
        for (const auto phase : {FollowerPhase::Down, FollowerPhase::Stopped})
            QCOMPARE(sentence({statusOf("eu-west-1", phase, kNow + -5 * kMinute),
                               statusOf("us-east-1", FollowerPhase::Following, kNow)}),
                     words);
    }

    void anotherDayIsNamed() {
        QCOMPARE(sentence({statusOf("eu-west-1", FollowerPhase::Down, kNow + -kMicrosPerDay)}),
                 QStringLiteral("eu-west-1 has not answered since 2023-11-13 22:13 UTC: what is shown of it is as of "
                                "then."));
    }

    void ofWhatNothingIsKnownThatIsSaid() {
        QCOMPARE(sentence({statusOf("eu-west-1", FollowerPhase::Down, std::nullopt)}),
                 QStringLiteral("eu-west-1 does not answer, and nothing of it is here yet."));
    }

    void severalStandInOneLine() {
        QCOMPARE(sentence({statusOf("eu-west-1", FollowerPhase::Down, kNow + -5 * kMinute),
                           statusOf("us-east-1", FollowerPhase::Stopped, std::nullopt)}),
                 QStringLiteral("These regions do not answer: eu-west-1 since 22:08:20 UTC and us-east-1, of which "
                                "nothing is here yet. What is shown of them is as of then."));
    }

    // Each attempt to reach it says Connecting: the line must not come and go with them.
    void anAttemptIsNoAnswer() {
        RegionStatus status = statusOf("eu-west-1", FollowerPhase::Connecting, kNow);
        status.follower.error = Error{ErrorCode::Unreachable, {}, {}};
        QVERIFY(isAway(status));
        QVERIFY(!isAnswering(status));
        status.follower.error.reset();
        QVERIFY(!isAway(status));
        QVERIFY(!isAnswering(status)); // nor is it one
    }

    void whatIsNotFollowedOnPurposeIsNotAway() {
        RegionStatus status = statusOf("eu-west-1", FollowerPhase::Down, kNow);
        status.isFollowing = false;
        QVERIFY(!isAway(status));
    }

    void aMomentThatIsKnownIsNotStale() {
        const auto down = statusOf("eu-west-1", FollowerPhase::Down, kNow);
        QCOMPARE(sentence({down}, Moment(kNow)), QString());
        QVERIFY(!sentence({down}, Moment(kNow + 1)).isEmpty());
    }
};

MUNIMENT_TEST(region_outage, TestRegionOutage);
#include "test_region_outage.moc"
