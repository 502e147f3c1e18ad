// Protects: grants are listed as they are and as they were, each with its standing at the instant; what hangs on an
// entity is found before it is removed; a history tells what came and went.
#include "tests/directory/access_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <functional>

using namespace muniment;
using namespace muniment::test;

namespace {

std::string printedGrant(const GrantRow& row) {
    return row.id.text().substr(row.id.text().size() - 1) + " " + row.roleKey + " to " + row.subjectName + " on " +
           (row.resource.isEmpty() ? "all" : row.resourceName) + " " + std::string(grantStandingName(row.standing));
}

std::string printedHistory(const std::vector<VersionRow>& versions) {
    std::vector<std::string> lines;
    for (const auto& version : versions) {
        std::string line = version.eventType;
        for (const auto& change : version.changes)
            line += ", " + change.field + " '" + change.before + "' -> '" + change.after + "'";
        lines.push_back(line);
    }
    return textOf(lines);
}

std::string joinedIds(const std::vector<AggregateId>& ids) {
    std::string text;
    for (const auto& id : ids)
        text += (text.empty() ? "" : " ") + id.text();
    return text;
}

} // namespace

class TestGrantLists : public QObject {
    Q_OBJECT
private slots:
    void grantsAreJudgedAtAnInstant();
    void grantsAreNarrowed_data();
    void grantsAreNarrowed();
    void everyPageOfGrantsIsReached();
    void whatHangsOnAnEntityIsFound();
    void historyTellsWhatCameAndWent();

private:
    AccessWorld m_world;
};

void TestGrantLists::grantsAreJudgedAtAnInstant() {
    const auto snapshot = m_world.snapshot();
    const auto listed = [&](std::optional<Instant> asOf, std::optional<Instant> judgedAt) {
        GrantQuery query;
        query.asOf = asOf;
        query.judgedAt = judgedAt;
        return printedRows(listGrants(*snapshot, query), printedGrant);
    };
    QCOMPARE(listed({}, at(90)),
             std::string("7 editor to Bob Roe on Budget inForce\n6 reader to Sales Europe on Apollo inForce\n"
                         "5 editor to Ann Poe on all inForce\n"));
    QCOMPARE(listed({}, at(100)),
             std::string("7 editor to Bob Roe on Budget inForce\n6 reader to Sales Europe on Apollo expired\n"
                         "5 editor to Ann Poe on all inForce\n"));
    QCOMPARE(listed(at(55), {}),
             std::string("8 editor to North on all inForce\n7 editor to Bob Roe on Budget pending\n"
                         "6 reader to Sales Europe on Apollo inForce\n5 editor to Ann Poe on all inForce\n"));
    QCOMPARE(orDie(findGrant(*snapshot, uuid(5))).subjectName, std::string("Ann Poe"));
    QCOMPARE(orDie(findGrant(*snapshot, uuid(8))).standing, GrantStanding::Removed);
}

void TestGrantLists::grantsAreNarrowed_data() {
    QTest::addColumn<GrantQuery>("query");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const char* expected, const std::function<void(GrantQuery&)>& narrow) {
        GrantQuery query;
        query.judgedAt = at(90);
        narrow(query);
        QTest::newRow(name) << query << std::string(expected);
    };
    row("role", "75", [](GrantQuery& query) { query.role = AggregateId("editor"); });
    row("role by UUID", "6", [](GrantQuery& query) { query.role = AggregateId(uuid(4)); });
    row("user", "5", [](GrantQuery& query) { query.subject = userMember("ann"); });
    row("team", "6", [](GrantQuery& query) { query.subject = teamMember("sales"); });
    row("user of a team's id", "", [](GrantQuery& query) { query.subject = userMember("sales"); });
    row("resource", "7", [](GrantQuery& query) { query.resource = AggregateId("doc"); });
    row("whole organization", "5", [](GrantQuery& query) { query.resource = AggregateId(); });
    row("tenant", "765", [](GrantQuery& query) { query.tenant = kAcme; });
    row("other tenant", "", [](GrantQuery& query) { query.tenant = TenantId("bolt"); });
    row("removed", "8", [](GrantQuery& query) { query.standing = GrantStanding::Removed; });
    row("expired", "", [](GrantQuery& query) { query.standing = GrantStanding::Expired; });
    row("ends soon", "6", [](GrantQuery& query) { query.endsBefore = at(101); });
    row("name of a subject", "5", [](GrantQuery& query) { query.text = "ann p"; });
    row("name of a role", "6", [](GrantQuery& query) { query.text = "READ"; });
    row("name of a resource", "7", [](GrantQuery& query) { query.text = "budget"; });
    row("role then", "875", [](GrantQuery& query) {
        query.role = AggregateId("editor");
        query.asOf = at(55);
    });
    row("before", "", [](GrantQuery& query) { query.asOf = at(49); });
}

void TestGrantLists::grantsAreNarrowed() {
    QFETCH(GrantQuery, query);
    QFETCH(std::string, expected);
    const auto snapshot = m_world.snapshot();
    std::string ids;
    for (const auto& row : orDie(listGrants(*snapshot, query)))
        ids += row.id.text().back();
    QCOMPARE(ids, expected);
    QCOMPARE(orDie(countGrants(*snapshot, query)), std::int64_t(expected.size()));
}

void TestGrantLists::everyPageOfGrantsIsReached() {
    const auto snapshot = m_world.snapshot();
    GrantQuery query;
    query.limit = 1;
    std::string ids;
    for (auto rows = orDie(listGrants(*snapshot, query)); !rows.empty(); rows = orDie(listGrants(*snapshot, query))) {
        ids += rows.front().id.text().back();
        query.after = pageKeyOf(rows.front());
    }
    QCOMPARE(ids, std::string("765"));
}

void TestGrantLists::whatHangsOnAnEntityIsFound() {
    const auto snapshot = m_world.snapshot();
    const auto ann = orDie(dependentsOfUser(*snapshot, kAcme, AggregateId("ann")));
    QCOMPARE(joinedIds(ann.grants), uuid(5));
    QCOMPARE(ann.memberships, (std::vector<TeamMembership>{{AggregateId("sales"), userMember("ann")}}));
    QCOMPARE(joinedIds(ann.sessions), std::string("s-open"));
    QCOMPARE(ann.ownCredentials, std::int64_t(0));
    const auto sales = orDie(dependentsOfTeam(*snapshot, kAcme, AggregateId("sales")));
    QCOMPARE(joinedIds(sales.grants), uuid(6));
    QCOMPARE(sales.ownMembers, std::int64_t(2));
    const auto editor = orDie(dependentsOfRole(*snapshot, kAcme, AggregateId("editor")));
    QCOMPARE(joinedIds(editor.grants), uuid(5) + " " + uuid(7));
    QCOMPARE(editor.ownPermissions, std::int64_t(2));
    const auto apollo = orDie(dependentsOfResource(*snapshot, kAcme, AggregateId(uuid(2))));
    QCOMPARE(joinedIds(apollo.children), "doc " + uuid(3));
    QCOMPARE(joinedIds(apollo.grants), uuid(6) + " " + uuid(7));
    QCOMPARE(apollo.permissions,
             (std::vector<RolePermission>{{AggregateId("editor"), {"read", "", AggregateId("doc")}}}));
    QCOMPARE(orDie(organizationContents(*snapshot, kAcme)), (OrganizationContents{2, 1, 2, 3, 3, 1, 1}));
}

void TestGrantLists::historyTellsWhatCameAndWent() {
    const auto snapshot = m_world.snapshot();
    QCOMPARE(printedHistory(orDie(teamHistory(*snapshot, kAcme, AggregateId("sales"), 100))),
             std::string("team.changed, name 'Sales' -> 'Sales Europe'\n"
                         "team.member.added, team '' -> 'North'\n"
                         "team.member.added, user '' -> 'Ann Poe'\n"
                         "team.added, name '' -> 'Sales', description '' -> 'sells', state '' -> 'active'\n"));
    QCOMPARE(printedHistory(orDie(roleHistory(*snapshot, kAcme, AggregateId("editor"), 2))),
             std::string("role.permission.added, permission '' -> 'read on Budget'\n"
                         "role.permission.added, permission '' -> 'docs.* on document'\n"));
    QCOMPARE(printedHistory(orDie(userHistory(*snapshot, kAcme, AggregateId("ann"), 2))),
             std::string("user.pat.removed, token 'CI abcd' -> ''\nuser.pat.added, token '' -> 'CI abcd'\n"));
    QCOMPARE(printedHistory(orDie(organizationHistory(*snapshot, kAcme, 2))),
             std::string("org.domain.verified, domain 'acme.example' -> '', verifiedDomain '' -> 'acme.example'\n"
                         "org.domain.added, domain '' -> 'acme.example'\n"));
    QCOMPARE(printedHistory(orDie(grantHistory(*snapshot, kAcme, AggregateId(uuid(8)), 100))),
             std::string("grant.removed, state 'active' -> 'removed'\n"
                         "grant.added, role '' -> 'Editor', subject '' -> 'North', state '' -> 'active'\n"));
}

MUNIMENT_TEST(grant_lists, TestGrantLists);
#include "test_grant_lists.moc"
