// Protects: every rule for grants and their periods, and that what is written can be read again.
#include "models/domain/grant.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace muniment;

namespace {

using Facts = std::vector<GrantEvent>;
using Bound = std::optional<Instant>;
using Rule = test::Rule<GrantEvent, GrantCommand, GrantSurroundings>;

const Instant kNow{1'800'000'000'000'000};
const Instant kYesterday = kNow + -kMicrosPerDay;
const Instant kTomorrow = kNow + kMicrosPerDay;
const Instant kNextWeek = kNow + 7 * kMicrosPerDay;
const AggregateId kEditor("editor");
const AggregateId kPaper("paper");
const AggregateId kEverywhere;
const GrantSubject kAnn{GrantSubject::Kind::User, AggregateId("ann")};
const GrantSubject kOps{GrantSubject::Kind::Team, AggregateId("ops")};
const GrantSurroundings kThere{kNow, true, true, true};
const GrantAdded kGrant{kEditor, kAnn, kPaper, kTomorrow, kNextWeek};

GrantSurroundings without(bool GrantSurroundings::*what) {
    GrantSurroundings surroundings = kThere;
    surroundings.*what = false;
    return surroundings;
}

AddGrant granting(const GrantSubject& subject, const AggregateId& resource = kEverywhere, Bound from = {},
                  Bound until = {}) {
    return {kEditor, subject, resource, from, until};
}

const std::vector<Rule>& rules() {
    using enum Reason;
    static const auto kNoRole = without(&GrantSurroundings::isRoleThere);
    static const auto kNoSubject = without(&GrantSurroundings::isSubjectThere);
    static const auto kNoResource = without(&GrantSurroundings::isResourceThere);
    static const std::vector<Rule> all{
        {"to a user on everything", {}, granting(kAnn), {GrantAdded{kEditor, kAnn, {}, {}, {}}}, {}, {}, kThere},
        {"to a team", {}, granting(kOps), {GrantAdded{kEditor, kOps, {}, {}, {}}}, {}, {}, kThere},
        {"on one resource, for a week", {}, granting(kAnn, kPaper, kTomorrow, kNextWeek), {kGrant}, {}, {}, kThere},
        {"from yesterday",
         {},
         granting(kAnn, {}, kYesterday),
         {GrantAdded{kEditor, kAnn, {}, kYesterday, {}}},
         {},
         {},
         kThere},
        {"a role that is there", {}, granting(kAnn), {}, RoleUnknown, "role", kNoRole},
        {"a role at all", {}, AddGrant{{}, kAnn, {}, {}, {}}, {}, RoleUnknown, "role", kThere},
        {"a user who is there", {}, granting(kAnn), {}, UserUnknown, "user", kNoSubject},
        {"a team that is there", {}, granting(kOps), {}, TeamUnknown, "team", kNoSubject},
        {"a user at all", {}, granting({}), {}, UserUnknown, "user", kThere},
        {"a resource that is there", {}, granting(kAnn, kPaper), {}, ResourceUnknown, "resource", kNoResource},
        {"no resource needs none", {}, granting(kAnn), {GrantAdded{kEditor, kAnn, {}, {}, {}}}, {}, {}, kNoResource},
        {"ends before it begins", {}, granting(kAnn, {}, kNextWeek, kTomorrow), {}, PeriodInvalid, "until", kThere},
        {"ends as it begins", {}, granting(kAnn, {}, kTomorrow, kTomorrow), {}, PeriodInvalid, "until", kThere},
        {"has ended", {}, granting(kAnn, {}, {}, kYesterday), {}, AlreadyExpired, "until", kThere},
        {"ends this instant", {}, granting(kAnn, {}, {}, kNow), {}, AlreadyExpired, "until", kThere},
        {"twice", {kGrant}, granting(kAnn), {}, AlreadyExists, {}, kThere},
        {"again under one id", {kGrant, GrantRemoved{}}, granting(kAnn), {}, AlreadyRemoved, {}, kThere},

        {"is prolonged",
         {kGrant},
         ChangeGrant{{}, Bound(kNextWeek + 1)},
         {GrantChanged{{}, Bound(kNextWeek + 1)}},
         {},
         {},
         kThere},
        {"for good", {kGrant}, ChangeGrant{{}, Bound()}, {GrantChanged{{}, Bound()}}, {}, {}, kThere},
        {"at once", {kGrant}, ChangeGrant{Bound(), {}}, {GrantChanged{Bound(), {}}}, {}, {}, kThere},
        {"only what differs",
         {kGrant},
         ChangeGrant{Bound(kTomorrow), Bound()},
         {GrantChanged{{}, Bound()}},
         {},
         {},
         kThere},
        {"also when its role is gone",
         {kGrant},
         ChangeGrant{{}, Bound()},
         {GrantChanged{{}, Bound()}},
         {},
         {},
         {kNow, false, false, false}},
        {"one that has expired comes back",
         {GrantAdded{kEditor, kAnn, {}, {}, kYesterday}},
         ChangeGrant{{}, Bound(kTomorrow)},
         {GrantChanged{{}, Bound(kTomorrow)}},
         {},
         {},
         kThere},
        {"nothing differs", {kGrant}, ChangeGrant{Bound(kTomorrow), Bound(kNextWeek)}, {}, NothingChanges, {}, kThere},
        {"nothing asked", {kGrant}, ChangeGrant{}, {}, NothingChanges, {}, kThere},
        {"a beginning behind its end", {kGrant}, ChangeGrant{Bound(kNextWeek), {}}, {}, PeriodInvalid, "until", kThere},
        {"an end before its beginning",
         {kGrant},
         ChangeGrant{{}, Bound(kTomorrow)},
         {},
         PeriodInvalid,
         "until",
         kThere},
        {"an end that has been",
         {GrantAdded{kEditor, kAnn, {}, {}, {}}},
         ChangeGrant{{}, Bound(kNow)},
         {},
         AlreadyExpired,
         "until",
         kThere},
        {"is removed", {kGrant}, RemoveGrant{}, {GrantRemoved{}}, {}, {}, kThere},
        {"is removed when all else is gone",
         {kGrant},
         RemoveGrant{},
         {GrantRemoved{}},
         {},
         {},
         {kNow, false, false, false}},
    };
    return all;
}

test::Scene<GrantState, GrantEvent> given(const Facts& facts) {
    return {facts, decodeGrantEvent};
}

} // namespace

class GrantTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() { test::play<GrantState, GrantEvent>(rules(), decodeGrantEvent); }

    void nothingCanBeAskedOfWhatNeverWasOrIsGone() {
        for (const auto& wish : std::vector<GrantCommand>{ChangeGrant{{}, Bound()}, RemoveGrant{}}) {
            given({}).when(wish, kThere).thenRejected(Reason::DoesNotExist);
            given({kGrant, GrantRemoved{}}).when(wish, kThere).thenRejected(Reason::AlreadyRemoved);
        }
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kGrant, GrantRemoved{}, GrantChanged{{}, Bound()}, GrantRemoved{}});
        QVERIFY(scene.state().lifecycle == GrantLifecycle::Removed);
        QVERIFY(scene.state().until == Bound(kNextWeek));
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kGrant, GrantChanged{Bound(), Bound(kNow)}, GrantRemoved{}};
        QCOMPARE(all.size(), std::variant_size_v<GrantEvent>);
        test::checkRoundTrips(all, decodeGrantEvent);
        test::checkRoundTrips<GrantEvent>(
            {GrantAdded{kEditor, kOps, {}, {}, {}}, GrantChanged{{}, Bound()}, GrantChanged{Bound(kNow), {}}},
            decodeGrantEvent);
        QCOMPARE(*encode(GrantEvent(GrantChanged{Bound(), Bound(kNow)})).payload,
                 std::string(R"({"from":"","until":"2027-01-15T08:00:00Z"})"));
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeGrantEvent(type, std::string(payload)).has_value();
        };
        QVERIFY(read("grant.added", R"({"roleId":"r","userId":"u","extra":[]})"));
        QVERIFY(!read("grant.added", R"({"userId":"u"})"));
        QVERIFY(!read("grant.added", R"({"roleId":"r"})"));
        QVERIFY(!read("grant.added", R"({"roleId":"","userId":"u"})"));
        QVERIFY(!read("grant.added", R"({"roleId":"r","userId":"u","teamId":"t"})"));
        QVERIFY(!read("grant.added", R"({"roleId":7,"userId":"u"})"));
        QVERIFY(!decodeGrantEvent("grant.added", std::nullopt));
        QVERIFY(!read("grant.added", "nonsense"));
        QVERIFY(!read("grant.unheard.of", R"({"roleId":"r","userId":"u"})"));
        QVERIFY(!read("role.removed", "{}"));
        QVERIFY(decodeGrantEvent("grant.removed", "nonsense"));
    }

    /// An end that cannot be read must not make a grant look shorter than it is.
    void aTimeThatIsNoneIsNoBound() {
        const auto added = decodeGrantEvent(
            "grant.added", R"({"from":"soon","roleId":"r","until":"2026-13-01T00:00:00Z","userId":"u"})");
        QVERIFY(added == GrantEvent(GrantAdded{
                             AggregateId("r"), {GrantSubject::Kind::User, AggregateId("u")}, kEverywhere, {}, {}}));
        QVERIFY(decodeGrantEvent("grant.changed", R"({"from":"soon","until":5})") == GrantEvent(GrantChanged{}));
        QVERIFY(decodeGrantEvent("grant.changed", R"({"until":""})") == GrantEvent(GrantChanged{{}, Bound()}));
    }

    void theSameGrantHasTheSameClaimAndNoOtherHas() {
        std::set<std::string> claims;
        for (const auto& text : test::hostileTexts()) {
            claims.insert(grantClaimValue(AggregateId(text.text), kAnn, kPaper));
            claims.insert(grantClaimValue(kEditor, {GrantSubject::Kind::User, AggregateId(text.text)}, kPaper));
            claims.insert(grantClaimValue(kEditor, {GrantSubject::Kind::Team, AggregateId(text.text)}, kPaper));
            claims.insert(grantClaimValue(kEditor, kAnn, AggregateId(text.text)));
        }
        QCOMPARE(claims.size(), 4 * test::hostileTexts().size());
        QVERIFY(grantClaimValue(AggregateId("a1:b"), kAnn, kPaper) != grantClaimValue(AggregateId("a"), kAnn, kPaper));
        QCOMPARE(grantClaimValue(kEditor, kAnn, kPaper), grantClaimValue(kEditor, kAnn, kPaper));
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(3);
        events[0].type = "grant.added";
        events[0].payload = R"({"roleId":"editor","userId":"ann"})";
        events[1].type = "grant.painted";
        events[2].type = "grant.changed";
        events[2].payload = R"({"until":"2027-01-15T08:00:00Z"})";
        const auto state = foldGrant(events);
        QVERIFY(state.lifecycle == GrantLifecycle::Active);
        QVERIFY(state.role == kEditor && state.subject == kAnn && state.until == Bound(kNow));
    }
};

MUNIMENT_TEST(grant, GrantTest);
#include "test_grant.moc"
