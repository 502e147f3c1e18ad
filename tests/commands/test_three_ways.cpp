// Protects: who decided on stale facts is shown what they saw, what it is, and what they want.
#include "models/commands/three_ways.h"
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::string printed(const std::vector<ThreeWayRow>& rows) {
    std::string text;
    for (const ThreeWayRow& row : rows)
        text += row.field + ": " + row.seen + " | " + row.is + " | " + row.wanted + "\n";
    return text;
}

class TestThreeWays : public QObject {
    Q_OBJECT

private slots:

    void aFieldThatTwoPeopleChange() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        auto mine = world.request(UserCommand(ChangeEmail{"ann@mine.example"}), ann);
        mine.ifSequence = world.history("user", ann).back().sequence;
        world.make(UserCommand(ChangeEmail{"ann@theirs.example"}), ann);
        world.make(UserCommand(LockUser{}), ann);
        QCOMPARE(world.outcome(mine), std::string("conflict"));

        const auto before = world.log();
        const auto ways = compareThreeWays(world.store(), mine, systemClock());
        QVERIFY(ways);
        QCOMPARE(printed(ways->rows), std::string("email:  | ann@theirs.example | ann@mine.example\n"
                                                  "state: active | locked | active\n"));
        QCOMPARE(ways->seen, *mine.ifSequence);
        QCOMPARE(ways->is, *mine.ifSequence + 2);
        QCOMPARE(ways->between.size(), std::size_t(2));
        QCOMPARE(ways->between.back().type, std::string("user.locked"));
        QCOMPARE(world.log(), before);
    }

    void membersAreComparedOneByOne() {
        CommandWorld world;
        const auto ops = world.addTeam("ops");
        const auto ann = world.addUser("ann");
        const auto bob = world.addUser("bob");
        auto mine = world.request(TeamCommand(AddTeamMember{userMember(ann)}), ops);
        mine.ifSequence = world.history("team", ops).back().sequence;
        world.make(TeamCommand(AddTeamMember{userMember(bob)}), ops);
        const auto ways = compareThreeWays(world.store(), mine, systemClock());
        QVERIFY(ways);
        QCOMPARE(ways->rows.size(), std::size_t(2));
        for (const ThreeWayRow& row : ways->rows) {
            QVERIFY(row.seen.empty());
            const bool isMine = row.field == "member/user/" + ann.text();
            QCOMPARE(row.is, std::string(isMine ? "" : "yes"));
            QCOMPARE(row.wanted, std::string(isMine ? "yes" : ""));
        }
    }

    void everyKindOfAggregateHasFields() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        const auto plan = world.addResource("plan");
        world.make(RoleCommand(AddPermission{{"read", {}, plan}}), reader);
        const auto grant = world.make(GrantCommand(AddGrant{reader, userMember(ann), plan, {}, {}}));
        const auto fields = [&](const std::string& type, const AggregateId& id) {
            std::string text;
            for (const StateField& field : stateFields(type, world.history(type, id)))
                text += field.name + "=" + field.value + " ";
            return text;
        };
        QCOMPARE(fields("role", reader), "key=reader permission/read/resource/" + plan.text() + "=yes state=active ");
        QCOMPARE(fields("resource", plan), std::string("name=plan resourceType=document state=active "));
        QCOMPARE(fields("grant", grant),
                 "resourceId=" + plan.text() + " roleId=" + reader.text() + " state=active userId=" + ann.text() + " ");
        QCOMPARE(fields("org", AggregateId(world.acme().text())),
                 std::string("name=Acme plan=standard region=eu-west-1 state=active "));
        QVERIFY(stateFields("thing.never.heard.of", {}).empty());
    }
};

MUNIMENT_TEST(three_ways, TestThreeWays);

} // namespace

#include "test_three_ways.moc"
