// Protects: an answer about access tells what the graph finds with the names, events and times of the moment asked
// about; every grant that reaches somebody is told once, by the nearest way; who may anything is who may at least one
// thing; a hundred ways are told and that there are more is said; the picture holds each node once, below what leads
// to it; and every answer has its sentence.
#include "models/access/access_path.h"
#include "models/items/access_picture.h"
#include "models/items/access_queries.h"
#include "models/items/access_sentence.h"
#include "models/items/plain_text.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const TenantId kOrg("acme");

constexpr Instant at(int minute) {
    return {1'700'000'000'000'000 + minute * 60 * kMicrosPerSecond};
}

TeamMember user(const std::string& id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember team(const std::string& id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

QString printed(const AccessWay& way) {
    QStringList steps;
    for (const AccessLink& link : way)
        steps << withoutIsolates(sentenceText(linkSentence(link, {})));
    return steps.join(QStringLiteral("; "));
}

QString printed(const AccessPicture& picture) {
    QStringList edges;
    for (const PictureEdge& edge : picture.edges()) {
        const auto& nodes = picture.nodes();
        edges << QStringLiteral("%1 %2 %3%4")
                     .arg(partyText(nodes[edge.from].party),
                          edge.isDashed ? QStringLiteral("-->") : QStringLiteral("->"), partyText(nodes[edge.to].party),
                          nodes[edge.from].layer < nodes[edge.to].layer ? QString() : QStringLiteral(" (not below)"));
    }
    edges.sort();
    return edges.join(QLatin1Char('\n'));
}

} // namespace

class TestAccessAnswers : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_file.org("eu", "acme", OrgAdded{"Acme"}, at(0));
        m_file.user("eu", "acme", "ann", HumanAdded{"ann", "", "", "Ann Doe", "", ""}, at(1));
        m_file.user("eu", "acme", "bob", HumanAdded{"bob", "", "", "", "", ""}, at(2));
        add("team", "sales", TeamEvent(TeamAdded{"Sales", {}}), 10);
        add("team", "north", TeamEvent(TeamAdded{"North", {}}), 11);
        add("team", "north", TeamEvent(TeamMemberAdded{user("ann")}), 12);
        add("team", "sales", TeamEvent(TeamMemberAdded{team("north")}), 13);
        add("team", "sales", TeamEvent(TeamMemberAdded{user("ann")}), 14);
        add("resource", "folder", ResourceEvent(ResourceAdded{"Plans", "folder", {}}), 20);
        add("resource", "doc", ResourceEvent(ResourceAdded{"Budget", "document", AggregateId("folder")}), 21);
        add("role", "editor", RoleEvent(RoleAdded{"editor", "", ""}), 30);
        add("role", "editor", RoleEvent(RolePermissionAdded{{"docs.*", "document", {}}}), 31);
        add("grant", "g1", GrantEvent(GrantAdded{AggregateId("editor"), team("sales"), AggregateId("folder"), {}, {}}),
            40);
        add("team", "sales", TeamEvent(TeamMemberRemoved{user("ann")}), 50);
        add("team", "sales", TeamEvent(TeamMemberRemoved{team("north")}), 60);
        add("team", "sales", TeamEvent(TeamChanged{"Sales Europe", {}}), 61);
        m_file.flush();
        m_snapshot = m_file.snapshot();
        QVERIFY(m_projection.advance(*m_snapshot).has_value());
    }

    void yesTellsEveryWayWithTheNamesOfThen() {
        const auto answer = ask(45);
        QVERIFY(answer.isAllowed);
        QCOMPARE(answer.ways.size(), std::size_t{2});
        QCOMPARE(printed(answer.ways[0]), QStringLiteral("is in the team Sales; holds editor on Plans; which allows "
                                                         "docs.* on every document; Budget lies in Plans"));
        QVERIFY(printed(answer.ways[1]).startsWith(QStringLiteral("is in the team North; is in the team Sales; ")));
        QCOMPARE(answer.ways[0][0].made->type, std::string("team.member.added"));
        QCOMPARE(answer.ways[0][0].made->at, at(14));
        QCOMPARE(answer.times.size(), std::size_t{1});
        QCOMPARE(answer.times[0].from, at(40));
        QCOMPARE(answer.times[0].until, std::optional(at(60)));
        QCOMPARE(answer.times[0].endedBy->type, std::string("team.member.removed"));
        QCOMPARE(answer.present, std::optional(std::size_t{0}));
        QCOMPARE(withoutIsolates(sentenceText(answerSentence(request(45), answer, {}))),
                 QStringLiteral("At 2023-11-14 22:58:20.000 UTC, Ann Doe could do docs.edit on Budget, in 2 way(s)."));
        QCOMPARE(printed(AccessPicture(answer)),
                 QStringLiteral("Ann Doe -> North\nAnn Doe -> Sales\nNorth -> Sales\nPlans -> Budget\nSales -> "
                                "editor\neditor -> Plans"));
    }

    void noTellsWhatIsMissingAndTheWayThatEnded() {
        const auto answer = ask(70);
        QVERIFY(!answer.isAllowed);
        QVERIFY(answer.isActionKnown);
        QVERIFY(answer.ways.empty());
        QVERIFY(!answer.present);
        QCOMPARE(answer.missing.size(), std::size_t{1});
        QCOMPARE(answer.missing[0].state, AccessLink::State::Ended);
        QCOMPARE(answer.missing[0].ended->type, std::string("team.member.removed"));
        QCOMPARE(answer.endedWays.size(), std::size_t{1});
        QVERIFY(printed(answer.endedWays[0]).contains(QStringLiteral("Sales Europe")));
        QVERIFY(printed(AccessPicture(answer)).contains(QStringLiteral("-->")));
        QVERIFY(!printed(AccessPicture(answer)).contains(QStringLiteral("not below")));
    }

    void justBeforeAnEventIsToldByEventsNotByTheClock() {
        const auto begin = ask(45).times[0].begunBy->number;
        AccessRequest before = request(40);
        before.asOf = Moment(at(40), begin);
        const auto answer = orDie(answerAccess(*m_snapshot, m_projection, before));
        QVERIFY(!answer.isAllowed);
        QCOMPARE(answer.endedTimes, std::size_t{0});
        QVERIFY2(answerTimesText(answer, {}).startsWith(QStringLiteral("It became true at ")),
                 qPrintable(answerTimesText(answer, {})));
        before.asOf = Moment(at(60), ask(45).times[0].endedBy->number);
        QCOMPARE(orDie(answerAccess(*m_snapshot, m_projection, before)).present, std::optional(std::size_t{0}));
    }

    void anActionThatNoRoleNamesIsNotKnown() {
        AccessRequest unknown = request(45);
        unknown.action = "shred";
        const auto answer = orDie(answerAccess(*m_snapshot, m_projection, unknown));
        QVERIFY(!answer.isAllowed);
        QVERIFY(!answer.isActionKnown);
    }

    void whoMayAnythingIsWhoMayAtLeastOneThing() {
        const auto answer =
            orDie(answerWho(*m_snapshot, m_projection, {kOrg, {}, AggregateId("doc"), Moment(at(45)), at(100)}));
        QStringList told;
        for (const AccessHolder& holder : answer.holders)
            told << partyText(holder.who) + QLatin1Char(':') + QString::fromStdString(holder.actions.front());
        QCOMPARE(told.join(QLatin1Char(' ')), QStringLiteral("Ann Doe:docs.* North:docs.* Sales:docs.*"));
        QCOMPARE(answer.users, std::size_t{1});
    }

    void everyGrantIsToldOnceByTheNearestWay() {
        const auto answer = orDie(
            answerRights(*m_snapshot, m_projection, {kOrg, {"user", AggregateId("ann")}, {}, Moment(at(45)), at(100)}));
        QCOMPARE(answer.grants.size(), std::size_t{1});
        QCOMPARE(printed(answer.grants[0]), QStringLiteral("is in the team Sales; holds editor on Plans"));
        QCOMPARE(answer.rights.size(), std::size_t{1});
        QCOMPARE(partyText(answer.rights[0].example), QStringLiteral("Budget"));
        const auto other =
            orDie(answerRights(*m_snapshot, m_projection,
                               {kOrg, {"user", AggregateId("ann")}, AggregateId("none"), Moment(at(45)), at(100)}));
        QVERIFY(other.grants.empty() && other.rights.empty());
        const auto later = orDie(
            answerRights(*m_snapshot, m_projection, {kOrg, {"user", AggregateId("ann")}, {}, Moment(at(70)), at(100)}));
        QVERIFY(later.grants.empty());
    }

    void whatIsTiedToSomethingUnfolds() {
        AccessPicture picture(ask(45));
        const auto before = picture.nodes().size();
        const auto around = orDie(answerNeighbours(*m_snapshot, m_projection,
                                                   {{kOrg, {"team", AggregateId("north")}}, Moment(at(45)), at(100)}));
        QCOMPARE(around.links.size(), std::size_t{2}); // in Sales; with Ann
        picture.unfold(around);
        QCOMPARE(picture.nodes().size(), before);
        QCOMPARE(picture.next(0, 1, 0).has_value(), true);
        QVERIFY(!picture.next(0, -1, 0).has_value());
    }

    void moreThanAHundredWaysAreCut() {
        DirectoryFile file({"eu"});
        file.org("eu", "acme", OrgAdded{"Acme"}, at(0));
        file.user("eu", "acme", "ann", HumanAdded{"ann", "", "", "", "", ""}, at(1));
        const auto tell = [&](const std::string& type, const std::string& id, const auto& event) {
            file.fact("eu", "acme", type, id, encode(event), at(2));
        };
        tell("role", "r", RoleEvent(RoleAdded{"reader", "", ""}));
        tell("role", "r", RoleEvent(RolePermissionAdded{{"read", "*", {}}}));
        for (int i = 0; i <= 100; ++i) {
            const std::string id = "t" + std::to_string(i);
            tell("team", id, TeamEvent(TeamAdded{id, {}}));
            tell("team", id, TeamEvent(TeamMemberAdded{user("ann")}));
            tell("grant", "g" + id, GrantEvent(GrantAdded{AggregateId("r"), team(id), {}, {}, {}}));
        }
        file.flush();
        const auto snapshot = file.snapshot();
        AccessProjection projection;
        QVERIFY(projection.advance(*snapshot).has_value());
        const auto answer =
            orDie(answerAccess(*snapshot, projection, {kOrg, {"user", AggregateId("ann")}, "read", {}, {}, at(9)}));
        QCOMPARE(answer.ways.size(), kPathLimit);
        QVERIFY(answer.isCut);
        const auto rights =
            orDie(answerRights(*snapshot, projection, {kOrg, {"user", AggregateId("ann")}, {}, {}, at(9)}));
        QCOMPARE(rights.grants.size(), kMostHeldGrants);
        QVERIFY(rights.isCut);
    }

    void nobodyWhoIsNotKnownIsAnswered() {
        AccessRequest nobody = request(45);
        nobody.subject.id = AggregateId("zoe");
        const auto answer = answerAccess(*m_snapshot, m_projection, nobody);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::NotFound);
        nobody = request(45);
        nobody.tenant = TenantId("elsewhere");
        QVERIFY(!answerAccess(*m_snapshot, m_projection, nobody));
        QVERIFY(orDie(answerActions(*m_snapshot, m_projection, {TenantId("elsewhere")})).empty());
        QCOMPARE(orDie(answerActions(*m_snapshot, m_projection, {kOrg})), std::vector<std::string>{"docs.*"});
    }

private:
    template <class Event>
    void add(const std::string& type, const std::string& id, const Event& event, int minute) {
        m_file.fact("eu", "acme", type, id, encode(event), at(minute), "bob");
    }

    static AccessRequest request(int minute) {
        return {kOrg, {"user", AggregateId("ann")}, "docs.edit", AggregateId("doc"), Moment(at(minute)), at(100)};
    }

    AccessAnswer ask(int minute) { return orDie(answerAccess(*m_snapshot, m_projection, request(minute))); }

    DirectoryFile m_file{{"eu"}};
    std::unique_ptr<Snapshot> m_snapshot;
    AccessProjection m_projection;
};

MUNIMENT_TEST(access_answers, TestAccessAnswers);
#include "test_access_answers.moc"
