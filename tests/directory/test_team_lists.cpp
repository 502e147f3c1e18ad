// Protects: teams, roles, resources and plans are listed as they are and as they were, with the names of then.
#include "tests/directory/access_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::string printedTeam(const TeamRow& row) {
    return row.id.text() + " " + row.name + " (" + row.description + ") " + row.tenantName + " " +
           std::string(teamLifecycleName(row.lifecycle)) + " " + std::to_string(row.users) + "+" +
           std::to_string(row.teams);
}

std::string printedMember(const MemberRow& row) {
    return row.member.id.text() + " " + row.name + " (" + row.detail + ")";
}

} // namespace

class TestTeamLists : public QObject {
    Q_OBJECT
private slots:
    void teamsCountTheirMembersOfThen();
    void membersHaveTheNamesOfThen();
    void teamsOfSomebodyGoUpThroughTeams();
    void rolesCountPermissionsAndGrants();
    void permissionsNameTheirResource();
    void resourcesSayWhereTheyLie();
    void plansCountTheirOrganizations();

private:
    AccessWorld m_world;
};

void TestTeamLists::teamsCountTheirMembersOfThen() {
    const auto snapshot = m_world.snapshot();
    const auto listed = [&](const TeamQuery& query) { return printedRows(listTeams(*snapshot, query), printedTeam); };
    QCOMPARE(listed({}), std::string("sales Sales Europe (sells) Acme active 1+1\n"));
    QCOMPARE(listed({at(13), {}, {}, {}, {}}),
             std::string("north North () Acme active 0+0\nsales Sales (sells) Acme active 1+1\n"));
    TeamQuery removed;
    removed.lifecycle = TeamLifecycle::Removed;
    QCOMPARE(listed(removed), std::string("north North () Acme removed 0+0\n"));
    TeamQuery elsewhere;
    elsewhere.tenant = TenantId("bolt");
    QCOMPARE(listed(elsewhere), std::string());
    QCOMPARE(orDie(countTeams(*snapshot, {})), std::int64_t(1));
    QCOMPARE(orDie(findTeam(*snapshot, "sales europe")).id.text(), std::string("sales"));
}

void TestTeamLists::membersHaveTheNamesOfThen() {
    const auto snapshot = m_world.snapshot();
    const auto listed = [&](const char* team, std::optional<Instant> asOf, int limit = 10) {
        MemberQuery query{asOf, kAcme, AggregateId(team), {}, limit};
        std::string text;
        for (;;) {
            const auto rows = orDie(listMembers(*snapshot, query));
            for (const auto& row : rows)
                text += printedMember(row) + "\n";
            if (static_cast<int>(rows.size()) < limit)
                return text;
            query.after = pageKeyOf(rows.back());
        }
    };
    QCOMPARE(listed("sales", {}), std::string("ann Ann Poe (ann)\nnorth North ()\n"));
    QCOMPARE(listed("sales", {}, 1), std::string("ann Ann Poe (ann)\nnorth North ()\n"));
    QCOMPARE(listed("sales", at(15)), std::string("ann Ann Doe (ann)\nnorth North ()\n"));
    QCOMPARE(listed("sales", at(12)), std::string("ann Ann Doe (ann)\n"));
    QCOMPARE(listed("north", {}), std::string());
    QCOMPARE(listed("north", at(20)), uuid(1) + " Bob Roe (bob)\n");
    QCOMPARE(orDie(countMembers(*snapshot, {{}, kAcme, AggregateId("sales"), {}, 10})), std::int64_t(2));
}

void TestTeamLists::teamsOfSomebodyGoUpThroughTeams() {
    const auto snapshot = m_world.snapshot();
    const auto printedMembership = [](const MembershipRow& row) {
        return row.team.text() + " " + row.name + (row.via ? " via " + row.viaName : "");
    };
    const auto bob = userMember(uuid(1));
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, bob, at(20)), printedMembership),
             std::string("north North\nsales Sales via North\n"));
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, bob), printedMembership), std::string());
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, teamMember("north")), printedMembership),
             std::string("sales Sales Europe\n"));
}

void TestTeamLists::rolesCountPermissionsAndGrants() {
    const auto snapshot = m_world.snapshot();
    const auto printedRole = [](const RoleRow& row) {
        return row.key + " " + row.displayName + " " + row.group + " " + std::to_string(row.permissions) + " " +
               std::to_string(row.grants);
    };
    QCOMPARE(printedRows(listRoles(*snapshot, {}), printedRole),
             std::string("editor Editor content 2 2\nreader Reader  0 1\n"));
    QCOMPARE(printedRows(listRoles(*snapshot, {at(55), {}, {}, {}, {}}), printedRole),
             std::string("editor Editor content 2 3\nreader Reader  0 1\n"));
    QCOMPARE(printedRows(listRoles(*snapshot, {at(41), {}, {}, {}, {}}), printedRole),
             std::string("editor Editor content 1 0\n"));
    QCOMPARE(orDie(findRole(*snapshot, "READER")).id.text(), uuid(4));
    QCOMPARE(orDie(findRole(*snapshot, "Editor")).id.text(), std::string("editor"));
}

void TestTeamLists::permissionsNameTheirResource() {
    const auto snapshot = m_world.snapshot();
    const auto printedPermission = [](const PermissionRow& row) {
        return row.permission.action + " on " + row.permission.resourceType + row.resourceName;
    };
    PermissionQuery query{{}, kAcme, AggregateId("editor"), {}, 10};
    QCOMPARE(printedRows(listPermissions(*snapshot, query), printedPermission),
             std::string("docs.* on document\nread on Budget\n"));
    query.limit = 1;
    const auto first = orDie(listPermissions(*snapshot, query));
    query.after = pageKeyOf(first.front());
    QCOMPARE(printedRows(listPermissions(*snapshot, query), printedPermission), std::string("read on Budget\n"));
    QCOMPARE(orDie(countPermissions(*snapshot, query)), std::int64_t(2));
}

void TestTeamLists::resourcesSayWhereTheyLie() {
    const auto snapshot = m_world.snapshot();
    const auto printedResource = [](const ResourceRow& row) {
        std::string path;
        for (const auto& name : row.path)
            path += name + "/";
        return path + row.name + " " + row.type + " " + std::to_string(row.children);
    };
    const auto listed = [&](const ResourceQuery& query) {
        return printedRows(listResources(*snapshot, query), printedResource);
    };
    QCOMPARE(listed({}), std::string("Apollo project 1\nApollo/Plans/Budget document 0\nApollo/Plans folder 1\n"));
    ResourceQuery below;
    below.parent = AggregateId(uuid(3));
    QCOMPARE(listed(below), std::string("Apollo/Plans/Budget document 0\n"));
    ResourceQuery top;
    top.parent = AggregateId();
    QCOMPARE(listed(top), std::string("Apollo project 1\n"));
    ResourceQuery folders;
    folders.type = "folder";
    QCOMPARE(listed(folders), std::string("Apollo/Plans folder 1\n"));
    QCOMPARE(orDie(findResource(*snapshot, "budget")).path, (std::vector<std::string>{"Apollo", "Plans"}));
}

void TestTeamLists::plansCountTheirOrganizations() {
    const auto snapshot = m_world.snapshot();
    const auto printedPlan = [](const PlanRow& row) {
        return row.key + " " + row.name + " " + std::to_string(row.organizations);
    };
    QCOMPARE(printedRows(listPlans(*snapshot, {}), printedPlan), std::string("gold Gold 1\nstandard Standard 1\n"));
    QCOMPARE(printedRows(listPlans(*snapshot, {at(161), {}, {}, {}}), printedPlan),
             std::string("gold Gold 0\nstandard Standard 2\n"));
    QCOMPARE(orDie(findPlan(*snapshot, "GOLD")).key, std::string("gold"));
    QCOMPARE(orDie(findPlan(*snapshot, "stand")).key, std::string("standard"));
}

MUNIMENT_TEST(team_lists, TestTeamLists);
#include "test_team_lists.moc"
