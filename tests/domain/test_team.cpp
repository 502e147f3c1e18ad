// Protects: every rule for teams, and that what is written can be read again.
#include "models/domain/team.h"
#include "tests/domain/given_when_then.h"
#include "tests/domain/hostile_texts.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

namespace {

using Facts = std::vector<TeamEvent>;
using Rule = test::Rule<TeamEvent, TeamCommand, TeamSurroundings>;

const TeamAdded kOps{"Operations", "keeps it running"};
const TeamMember kAnn{TeamMember::Kind::User, AggregateId("ann")};
const TeamMember kNight{TeamMember::Kind::Team, AggregateId("night-shift")};
const TeamSurroundings kThere{true, false};
const TeamSurroundings kGone{false, false};
const TeamSurroundings kCycle{true, true};

const std::vector<Rule>& rules() {
    using enum Reason;
    static const std::vector<Rule> all{
        {"adds", {}, AddTeam{"Operations", "keeps it running"}, {kOps}, {}},
        {"blanks around are cut off", {}, AddTeam{" Operations ", " keeps it running\t"}, {kOps}, {}},
        {"without a description", {}, AddTeam{"Ops", ""}, {TeamAdded{"Ops", ""}}, {}},
        {"needs a name", {}, AddTeam{"", ""}, {}, NameMissing, "name"},
        {"a visible one", {}, AddTeam{"  ", ""}, {}, NameNotPrintable, "name"},
        {"a short one", {}, AddTeam{std::string(201, 'a'), ""}, {}, NameTooLong, "name"},
        {"a description of 1,000 characters at most",
         {},
         AddTeam{"Ops", std::string(1001, 'a')},
         {},
         NameTooLong,
         "description"},
        {"a description that can be shown", {}, AddTeam{"Ops", "a\nb"}, {}, NameNotPrintable, "description"},
        {"cannot be added twice", {kOps}, AddTeam{"Ops", ""}, {}, AlreadyExists},
        {"nor after its removal", {kOps, TeamRemoved{}}, AddTeam{"Ops", ""}, {}, AlreadyRemoved},

        {"renames", {kOps}, ChangeTeam{"Ops", {}}, {TeamChanged{"Ops", {}}}, {}},
        {"only what differs", {kOps}, ChangeTeam{"Operations", ""}, {TeamChanged{{}, ""}}, {}},
        {"nothing differs", {kOps}, ChangeTeam{"Operations ", "keeps it running"}, {}, NothingChanges},
        {"nothing asked", {kOps}, ChangeTeam{}, {}, NothingChanges},
        {"a name cannot be taken away", {kOps}, ChangeTeam{"", {}}, {}, NameMissing, "name"},
        {"nor be unprintable", {kOps}, ChangeTeam{"a\u2028b", {}}, {}, NameNotPrintable, "name"},
        {"a description has its length when changed, too",
         {kOps},
         ChangeTeam{{}, std::string(1001, 'a')},
         {},
         NameTooLong,
         "description"},

        {"takes in a user", {kOps}, AddTeamMember{kAnn}, {TeamMemberAdded{kAnn}}, {}, {}, kThere},
        {"takes in a team", {kOps}, AddTeamMember{kNight}, {TeamMemberAdded{kNight}}, {}, {}, kThere},
        {"a user and a team of one id are two",
         {kOps, TeamMemberAdded{kAnn}},
         AddTeamMember{{TeamMember::Kind::Team, kAnn.id}},
         {TeamMemberAdded{{TeamMember::Kind::Team, kAnn.id}}},
         {},
         {},
         kThere},
        {"a member once", {kOps, TeamMemberAdded{kAnn}}, AddTeamMember{kAnn}, {}, AlreadyMember, "user", kThere},
        {"a team once", {kOps, TeamMemberAdded{kNight}}, AddTeamMember{kNight}, {}, AlreadyMember, "team", kThere},
        {"nobody who is not there", {kOps}, AddTeamMember{kAnn}, {}, UserUnknown, "user", kGone},
        {"no team that is not there", {kOps}, AddTeamMember{kNight}, {}, TeamUnknown, "team", kGone},
        {"nobody without an id", {kOps}, AddTeamMember{}, {}, UserUnknown, "user", kThere},
        {"no team that holds this one", {kOps}, AddTeamMember{kNight}, {}, WouldCycle, "team", kCycle},
        {"again after leaving",
         {kOps, TeamMemberAdded{kAnn}, TeamMemberRemoved{kAnn}},
         AddTeamMember{kAnn},
         {TeamMemberAdded{kAnn}},
         {},
         {},
         kThere},

        {"lets a member go",
         {kOps, TeamMemberAdded{kAnn}},
         RemoveTeamMember{kAnn},
         {TeamMemberRemoved{kAnn}},
         {},
         {},
         kThere},
        {"also who does not exist any more",
         {kOps, TeamMemberAdded{kAnn}},
         RemoveTeamMember{kAnn},
         {TeamMemberRemoved{kAnn}},
         {},
         {},
         kGone},
        {"but nobody who is no member", {kOps}, RemoveTeamMember{kAnn}, {}, NotMember, "user", kThere},
        {"and no team that is none", {kOps}, RemoveTeamMember{kNight}, {}, NotMember, "team", kThere},

        {"removes", {kOps, TeamMemberAdded{kAnn}}, RemoveTeam{}, {TeamRemoved{}}, {}},
    };
    return all;
}

const std::vector<TeamCommand>& wishes() {
    static const std::vector<TeamCommand> all{ChangeTeam{"x", {}}, RemoveTeam{}, AddTeamMember{kAnn},
                                              RemoveTeamMember{kAnn}};
    return all;
}

test::Scene<TeamState, TeamEvent> given(const Facts& facts) {
    return {facts, decodeTeamEvent};
}

} // namespace

class TeamTest : public QObject {
    Q_OBJECT

private slots:

    void rule_data() { test::addRows(rules()); }

    void rule() { test::play<TeamState, TeamEvent>(rules(), decodeTeamEvent); }

    void nothingCanBeAskedOfWhatNeverWasOrIsGone() {
        for (const auto& wish : wishes()) {
            given({}).when(wish, kThere).thenRejected(Reason::DoesNotExist);
            given({kOps, TeamRemoved{}}).when(wish, kThere).thenRejected(Reason::AlreadyRemoved);
        }
    }

    void theRemovedStayRemoved() {
        const auto scene = given({kOps, TeamMemberAdded{kAnn}, TeamRemoved{}, TeamChanged{"ghost", {}},
                                  TeamMemberAdded{kNight}, TeamMemberRemoved{kAnn}, TeamRemoved{}});
        QVERIFY(scene.state().lifecycle == TeamLifecycle::Removed);
        QCOMPARE(scene.state().name, std::string("Operations"));
        QVERIFY(scene.state().members.empty());
    }

    void whatNeverWasIsNotBornOfAMember() {
        QVERIFY(given({TeamMemberAdded{kAnn}}).state().lifecycle == TeamLifecycle::None);
    }

    void everyEventIsReadAsItWasWritten() {
        const Facts all{kOps, TeamChanged{"n", {}}, TeamRemoved{}, TeamMemberAdded{kAnn}, TeamMemberRemoved{kNight}};
        QCOMPARE(all.size(), std::variant_size_v<TeamEvent>);
        test::checkRoundTrips(all, decodeTeamEvent);
        test::checkRoundTrips<TeamEvent>({TeamAdded{"n", ""}, TeamChanged{{}, ""}, TeamMemberAdded{kNight}},
                                         decodeTeamEvent);
        QCOMPARE(*encode(TeamEvent(TeamMemberAdded{kAnn})).payload, std::string(R"({"userId":"ann"})"));
        QCOMPARE(*encode(TeamEvent(TeamMemberAdded{kNight})).payload, std::string(R"({"teamId":"night-shift"})"));
    }

    void hostileNames_data() {
        QTest::addColumn<int>("number");
        for (int i = 0; const auto& hostile : test::hostileTexts())
            QTest::newRow(hostile.what) << i++;
    }

    void hostileNames() {
        QFETCH(int, number);
        const auto hostile = test::hostileTexts()[static_cast<std::size_t>(number)];
        const auto decision = decide(TeamState(), AddTeam{hostile.text, ""}, TeamSurroundings());
        QCOMPARE(decision.has_value(), hostile.isName);
        if (decision)
            test::checkRoundTrips(*decision, decodeTeamEvent);
    }

    void readsWhatOthersWrote() {
        const auto read = [](const char* type, const char* payload) {
            return decodeTeamEvent(type, std::string(payload)).has_value();
        };
        QVERIFY(read("team.added", R"({ "name" : "x", "extra": 123456789012345678901234 })"));
        QVERIFY(!read("team.added", R"({"description":"x"})"));
        QVERIFY(!read("team.added", R"({"name":7})"));
        QVERIFY(!decodeTeamEvent("team.added", std::nullopt));
        QVERIFY(!read("team.added", "nonsense"));
        QVERIFY(read("team.changed", R"({"name":[]})"));
        QVERIFY(decodeTeamEvent("team.removed", std::nullopt));
        QVERIFY(!read("team.member.added", "{}"));
        QVERIFY(!read("team.member.added", R"({"userId":""})"));
        QVERIFY(!read("team.member.added", R"({"userId":7,"teamId":null})"));
        QVERIFY(!read("team.member.removed", R"({"userId":"a","teamId":"b"})"));
        QVERIFY(read("team.member.removed", R"({"userId":"a","teamId":7})"));
        QVERIFY(!read("team.unheard.of", R"({"name":"x","userId":"a"})"));
        QVERIFY(!read("user.removed", "{}"));
    }

    void foldsWhatItKnowsAndSkipsTheRest() {
        std::vector<RecordedEvent> events(4);
        events[0].type = "team.added";
        events[0].payload = R"({"name":"Ops"})";
        events[1].type = "team.painted";
        events[2].type = "team.member.added";
        events[2].payload = R"({"userId":"ann"})";
        events[3].type = "team.changed";
        events[3].payload = R"({"name":"Operations"})";
        const auto state = foldTeam(events);
        QCOMPARE(state.name, std::string("Operations"));
        QVERIFY(state.members == std::set<TeamMember>{kAnn});
    }
};

MUNIMENT_TEST(team, TeamTest);
#include "test_team.moc"
