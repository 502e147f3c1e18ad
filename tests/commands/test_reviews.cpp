// Protects: what a review decides happens in one append with the decision, only on a grant that still stands where it
// was seen, and only on grants that were there at the pinned place.
#include "models/commands/three_ways.h"
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

/// One grant, and a review that is pinned to what came last.
struct ReviewedWorld {
    ReviewedWorld() {
        ann = world.addUser("ann");
        reader = world.addRole("reader");
        grant = world.make(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}}));
        review = world.make(ReviewCommand(started()));
    }

    [[nodiscard]] StartReview started() {
        const auto last = world.history("grant", grant).back();
        return {"Spring", {}, {}, "ann", {}, {last.epoch, last.key, last.recordedAt}, 1};
    }

    [[nodiscard]] CommandRequest decision(ReviewDecision decision, std::int64_t sequence = 1) const {
        auto request = world.request(ReviewCommand(DecideReviewItem{grant, decision, sequence}), review);
        request.reason = "has left";
        return request;
    }

    CommandWorld world;
    AggregateId ann, reader, grant, review;
};

class TestReviews : public QObject {
    Q_OBJECT

private slots:

    void aRevocationIsOneAppend() {
        ReviewedWorld reviewed;
        const auto result = reviewed.world.run(reviewed.decision(ReviewDecision::Revoke));
        QVERIFY(result);
        QCOMPARE(result->following.size(), std::size_t(1));
        QCOMPARE(result->following[0].aggregate.id, reviewed.grant);
        const auto decided = reviewed.world.history("review", reviewed.review).back();
        const auto removed = reviewed.world.history("grant", reviewed.grant).back();
        QCOMPARE(decided.type, std::string("review.item.decided"));
        QCOMPARE(removed.type, std::string("grant.removed"));
        QVERIFY(decided.commandId && decided.commandId == removed.commandId);
        QVERIFY(removed.payload->find("has left") != std::string::npos);
        // What it gave can be granted anew.
        QCOMPARE(reviewed.world.outcome(GrantCommand(AddGrant{reviewed.reader, userMember(reviewed.ann), {}, {}, {}})),
                 std::string("done"));
    }

    void keepingLeavesTheGrant() {
        ReviewedWorld reviewed;
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Keep)), std::string("done"));
        QCOMPARE(reviewed.world.history("grant", reviewed.grant).size(), std::size_t(1));
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Keep)), std::string("nothingChanges"));
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Revoke)), std::string("done"));
        QCOMPARE(reviewed.world.history("review", reviewed.review).size(), std::size_t(3));
    }

    void aDecisionOnWhatChangedIsRefusedAndCompared() {
        ReviewedWorld reviewed;
        const Instant until = systemClock().now() + kMicrosPerDay;
        reviewed.world.make(GrantCommand(ChangeGrant{{}, std::optional(until)}), reviewed.grant);
        const auto before = reviewed.world.log();
        for (const auto decision : {ReviewDecision::Keep, ReviewDecision::Revoke}) {
            const auto request = reviewed.decision(decision);
            QCOMPARE(reviewed.world.outcome(request), std::string("conflict"));
            const auto ways = compareThreeWays(reviewed.world.store(), request, systemClock());
            QVERIFY(ways);
            QCOMPARE(ways->seen, 1);
            QCOMPARE(ways->is, 2);
            const auto period = std::ranges::find(ways->rows, std::string("until"), &ThreeWayRow::field);
            QVERIFY(period != ways->rows.end());
            QCOMPARE(period->is, formatInstant(until));
            const bool isRevocation = decision == ReviewDecision::Revoke;
            const auto state = std::ranges::find(ways->rows, std::string("state"), &ThreeWayRow::field);
            QCOMPARE(state != ways->rows.end(), isRevocation);
            if (isRevocation)
                QCOMPARE(state->wanted, std::string("removed"));
        }
        QCOMPARE(reviewed.world.log(), before);
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Revoke, 2)), std::string("done"));
    }

    void whatCameAfterThePinIsNotInTheReview() {
        ReviewedWorld reviewed;
        const auto later = reviewed.world.make(
            GrantCommand(AddGrant{reviewed.world.addRole("writer"), userMember(reviewed.ann), {}, {}, {}}));
        auto request = reviewed.decision(ReviewDecision::Keep);
        request.command = ReviewCommand(DecideReviewItem{later, ReviewDecision::Keep, 1});
        QCOMPARE(reviewed.world.outcome(request), std::string("notInReview"));
        request.command = ReviewCommand(DecideReviewItem{AggregateId("nothing"), ReviewDecision::Keep, 1});
        QCOMPARE(reviewed.world.outcome(request), std::string("grantUnknown"));
    }

    void aScopeIsSomethingThatIsThere() {
        ReviewedWorld reviewed;
        auto started = reviewed.started();
        started.scope = {ReviewScope::Kind::Role, AggregateId("nobody")};
        QCOMPARE(reviewed.world.outcome(ReviewCommand(started)), std::string("roleUnknown"));
        started.scope.id = reviewed.world.addRole("writer");
        const auto review = reviewed.world.make(ReviewCommand(started));
        auto request = reviewed.decision(ReviewDecision::Keep);
        request.id = review;
        QCOMPARE(reviewed.world.outcome(request), std::string("notInReview")); // it is of another role
    }

    void aClosedReviewIsClosed() {
        ReviewedWorld reviewed;
        QCOMPARE(reviewed.world.outcome(ReviewCommand(CloseReview{}), reviewed.review), std::string("itemsUndecided"));
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Keep)), std::string("done"));
        QCOMPARE(reviewed.world.outcome(ReviewCommand(CloseReview{}), reviewed.review), std::string("done"));
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Revoke)), std::string("reviewEnded"));
        QCOMPARE(reviewed.world.history("grant", reviewed.grant).size(), std::size_t(1));
    }

    void aReviewHasFields() {
        ReviewedWorld reviewed;
        QCOMPARE(reviewed.world.outcome(reviewed.decision(ReviewDecision::Revoke)), std::string("done"));
        std::string text;
        for (const StateField& field : stateFields("review", reviewed.world.history("review", reviewed.review)))
            text += field.name + "=" + field.value + " ";
        QCOMPARE(text, "decision/" + reviewed.grant.text() + "=revoke name=Spring reviewer=ann state=open ");
    }
};

MUNIMENT_TEST(reviews, TestReviews);

} // namespace

#include "test_reviews.moc"
