// Protects: every rule for access reviews, that a decision on stale facts is a conflict, and that what is written can
// be read again.
#include "models/domain/review.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<ReviewEvent>;
using Rule = test::Rule<ReviewEvent, ReviewCommand, ReviewSurroundings>;
using Kind = ReviewScope::Kind;

const Instant kNow{1'800'000'000'000'000};
const Instant kNextWeek = kNow + 7 * kMicrosPerDay;
const AggregateId kGrant("grant");
const AggregateId kOther("other");
const ReviewPin kPin{3, {{1'786'877'563'585'252'761, 4}, 9'007'199'254'740'993}, kNow + -5};
const ReviewStarted kStarted{"Spring", {}, {}, "ann", kNextWeek, kPin, 2};
const ReviewItemDecided kKept{kGrant, ReviewDecision::Keep, 4};
const ReviewItemDecided kRevoked{kGrant, ReviewDecision::Revoke, 4};
const ReviewItemDecided kOtherKept{kOther, ReviewDecision::Keep, 1};
const ReviewSurroundings kThere{kNow, true, true, 4, false, true};

ReviewSurroundings with(const std::function<void(ReviewSurroundings&)>& change) {
    ReviewSurroundings surroundings = kThere;
    change(surroundings);
    return surroundings;
}

StartReview starting(const std::function<void(StartReview&)>& change = {}) {
    StartReview command{"Spring", {}, {}, "ann", kNextWeek, kPin, 2};
    if (change)
        change(command);
    return command;
}

StartReview of(Kind kind, const AggregateId& id) {
    return starting([&](StartReview& command) { command.scope = {kind, id}; });
}

DecideReviewItem deciding(ReviewDecision decision, std::int64_t sequence = 4, const AggregateId& grant = kGrant) {
    return {grant, decision, sequence};
}

std::vector<Rule> startingRules() {
    using enum Reason;
    static const auto kNoScope = with([](auto& it) { it.isScopeThere = false; });
    ReviewStarted ofRole = kStarted;
    ofRole.scope = {Kind::Role, AggregateId("editor")};
    ofRole.since = AggregateId("winter");
    ReviewStarted undated = kStarted;
    undated.dueAt.reset();
    return {
        {"of the organization", {}, starting(), {kStarted}, {}, {}, kThere},
        {"of everything no scope is asked for", {}, starting(), {kStarted}, {}, {}, kNoScope},
        {"of a role, since another",
         {},
         starting([&](auto& it) {
             it.scope = ofRole.scope;
             it.since = ofRole.since;
         }),
         {ofRole},
         {},
         {},
         kThere},
        {"without a date", {}, starting([](auto& it) { it.dueAt.reset(); }), {undated}, {}, {}, kThere},
        {"with blanks around it",
         {},
         starting([](auto& it) {
             it.name = " Spring ";
             it.reviewer = " ann ";
         }),
         {kStarted},
         {},
         {},
         kThere},
        {"twice", {kStarted}, starting(), {}, AlreadyExists, {}, kThere},
        {"without a name", {}, starting([](auto& it) { it.name = ""; }), {}, NameMissing, "name", kThere},
        {"without a reviewer", {}, starting([](auto& it) { it.reviewer = ""; }), {}, NameMissing, "reviewer", kThere},
        {"of a role that is gone", {}, of(Kind::Role, AggregateId("r")), {}, RoleUnknown, "role", kNoScope},
        {"of a team that is gone", {}, of(Kind::Team, AggregateId("t")), {}, TeamUnknown, "team", kNoScope},
        {"of a resource that is gone",
         {},
         of(Kind::Resource, AggregateId("x")),
         {},
         ResourceUnknown,
         "resource",
         kNoScope},
        {"of no role", {}, of(Kind::Role, {}), {}, RoleUnknown, "role", kThere},
        {"due already", {}, starting([](auto& it) { it.dueAt = kNow; }), {}, AlreadyExpired, "dueAt", kThere},
        {"of nothing", {}, starting([](auto& it) { it.items = 0; }), {}, NothingToReview, {}, kThere},
    };
}

std::vector<Rule> decidingRules() {
    using enum Reason;
    const auto keep = deciding(ReviewDecision::Keep);
    const auto revoke = deciding(ReviewDecision::Revoke);
    static const auto kNoGrant = with([](auto& it) { it.grantSequence = 0; });
    static const auto kOutside = with([](auto& it) { it.isGrantInReview = false; });
    static const auto kRemoved = with([](auto& it) { it.isGrantRemoved = true; });
    static const auto kNoReason = with([](auto& it) { it.hasReason = false; });
    return {
        {"keeps", {kStarted}, keep, {kKept}, {}, {}, kThere},
        {"keeps without a reason", {kStarted}, keep, {kKept}, {}, {}, kNoReason},
        {"revokes", {kStarted}, revoke, {kRevoked}, {}, {}, kThere},
        {"revokes without a reason", {kStarted}, revoke, {}, ReasonMissing, "reason", kNoReason},
        {"changes its mind", {kStarted, kKept}, revoke, {kRevoked}, {}, {}, kThere},
        {"says the same again", {kStarted, kKept}, keep, {}, NothingChanges, {}, kThere},
        {"before the start", {}, keep, {}, DoesNotExist, {}, kThere},
        {"after the close", {kStarted, kKept, ReviewClosed{1, 0, 1}}, revoke, {}, ReviewEnded, {}, kThere},
        {"on nothing", {kStarted}, deciding(ReviewDecision::Keep, 4, {}), {}, GrantUnknown, "grant", kThere},
        {"on a grant that never was", {kStarted}, keep, {}, GrantUnknown, "grant", kNoGrant},
        {"on a grant outside", {kStarted}, keep, {}, NotInReview, "grant", kOutside},
        {"on a grant that is gone", {kStarted}, keep, {}, AlreadyRemoved, "grant", kRemoved},
    };
}

std::vector<Rule> closingRules() {
    using enum Reason;
    static const auto kNoReason = with([](auto& it) { it.hasReason = false; });
    return {
        {"when all is decided",
         {kStarted, kKept, kOtherKept},
         CloseReview{},
         {ReviewClosed{2, 0, 0}},
         {},
         {},
         kNoReason},
        {"the newest decision counts",
         {kStarted, kKept, kOtherKept, kRevoked},
         CloseReview{},
         {ReviewClosed{1, 1, 0}},
         {},
         {},
         kNoReason},
        {"with items left", {kStarted, kKept}, CloseReview{}, {}, ItemsUndecided, {}, kNoReason},
        {"with items left and a reason", {kStarted, kKept}, CloseReview{}, {ReviewClosed{1, 0, 1}}, {}, {}, kThere},
        {"twice", {kStarted, ReviewClosed{0, 0, 2}}, CloseReview{}, {}, ReviewEnded, {}, kThere},
        {"what never was", {}, CloseReview{}, {}, DoesNotExist, {}, kThere},
    };
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = [] {
        auto rules = startingRules();
        for (auto part : {decidingRules(), closingRules()})
            rules.insert(rules.end(), part.begin(), part.end());
        return rules;
    }();
    return all;
}

test::Scene<ReviewState, ReviewEvent> given(const Facts& facts) {
    return {facts, decodeReviewEvent};
}

} // namespace

class ReviewTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() { test::play<ReviewState, ReviewEvent>(rules(), decodeReviewEvent); }

    void aDecisionOnStaleFactsIsAConflict() {
        const ReviewState state = given({kStarted}).state();
        for (const auto decision : {ReviewDecision::Keep, ReviewDecision::Revoke}) {
            const auto refused = decide(state, deciding(decision, 3), kThere);
            QVERIFY(!refused);
            QVERIFY(refused.error().code == ErrorCode::Conflict);
            QCOMPARE(refused.error().get("actual"), std::string("4"));
            QCOMPARE(refused.error().get("aggregateType"), std::string("grant"));
            QCOMPARE(refused.error().get("aggregateId"), std::string("grant"));
        }
        // It is one, too, when the grant has gone meanwhile.
        const auto gone =
            decide(state, deciding(ReviewDecision::Keep, 3), with([](auto& it) { it.isGrantRemoved = true; }));
        QVERIFY(!gone && gone.error().code == ErrorCode::Conflict);
    }

    void whatIsSignedOffStaysAsItWasSigned() {
        const auto scene = given({kStarted, kKept, ReviewClosed{1, 0, 1}, ReviewClosed{2, 0, 0}, kStarted, kRevoked});
        QVERIFY(scene.state().lifecycle == ReviewLifecycle::Closed);
        QVERIFY((scene.state().counts == ReviewClosed{1, 0, 1}));
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kStarted, kKept, ReviewClosed{3, 2, 1}};
        QCOMPARE(all.size(), std::variant_size_v<ReviewEvent>);
        test::checkRoundTrips(all, decodeReviewEvent);
        Facts started;
        for (const auto kind : {Kind::Role, Kind::Team, Kind::Resource}) {
            ReviewStarted scoped = kStarted;
            scoped.scope = {kind, AggregateId("x")};
            scoped.pin.key.position.minor = 0;
            started.emplace_back(scoped);
        }
        for (const auto& text : test::hostileTexts()) {
            if (!text.isName)
                continue;
            ReviewStarted named = kStarted;
            named.name = text.text;
            named.since = AggregateId("before");
            named.dueAt.reset();
            started.emplace_back(named);
        }
        test::checkRoundTrips(started, decodeReviewEvent);
        QCOMPARE(*encode(ReviewEvent(kRevoked), "has left").payload,
                 std::string(R"({"decision":"revoke","grantId":"grant","grantSequence":4,"reason":"has left"})"));
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeReviewEvent(type, std::string(payload)).has_value();
        };
        QVERIFY(read("review.closed", "{}"));
        QVERIFY(!read("review.item.decided", R"({"grantId":"g"})"));
        QVERIFY(!read("review.item.decided", R"({"grantId":"g","decision":"perhaps"})"));
        QVERIFY(!read("review.item.decided", R"({"decision":"keep"})"));
        QVERIFY(!read("review.started", R"({"name":"n"})"));
        QVERIFY(
            !read("review.started", R"({"name":"n","pinnedAt":"soon","pinnedPosition":"1","pinnedInTxOrder":"1"})"));
        QVERIFY(!read("review.started",
                      R"({"name":"n","pinnedAt":"2026-01-01T00:00:00Z","pinnedPosition":"1","pinnedInTxOrder":"x"})"));
        QVERIFY(read("review.started",
                     R"({"name":"n","pinnedAt":"2026-01-01T00:00:00Z","pinnedPosition":"1","pinnedInTxOrder":"1"})"));
        QVERIFY(!read("review.unheard.of", "{}"));
        QVERIFY(!decodeReviewEvent("grant.removed", std::nullopt));
    }
};

MUNIMENT_TEST(review, ReviewTest);
#include "test_review.moc"
