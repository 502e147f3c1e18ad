// Protects: teams, roles, resources, grants, sessions, credentials and plans are listed as they are and as they were,
// with the names of then; what hangs on an entity is found before it is removed; a history tells what came and went.
#include "models/domain/session.h"
#include "tests/directory/directory_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <functional>

using namespace muniment;
using namespace muniment::test;

namespace {

const TenantId kAcme("acme");

constexpr Instant at(int minute) {
    return {1'700'000'000'000'000 + minute * 60 * kMicrosPerSecond};
}

/// A UUID, as most ids are; its last digit tells them apart.
std::string uuid(int number) {
    return "0d0bd6aa-1111-2222-3333-44444444400" + std::to_string(number);
}

TeamMember userMember(const char* id) {
    return {TeamMember::Kind::User, AggregateId(id)};
}

TeamMember teamMember(const char* id) {
    return {TeamMember::Kind::Team, AggregateId(id)};
}

std::string textOf(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        text += line + "\n";
    return text;
}

template <class Row, class Print>
std::string printedRows(Result<std::vector<Row>> rows, Print print) {
    std::vector<std::string> lines;
    for (const Row& row : orDie(std::move(rows)))
        lines.push_back(print(row));
    return textOf(lines);
}

std::string printedTeam(const TeamRow& row) {
    return row.id.text() + " " + row.name + " (" + row.description + ") " + row.tenantName + " " +
           std::string(teamLifecycleName(row.lifecycle)) + " " + std::to_string(row.users) + "+" +
           std::to_string(row.teams);
}

std::string printedMember(const MemberRow& row) {
    return row.member.id.text() + " " + row.name + " (" + row.detail + ")";
}

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

class TestAccessLists : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void teamsCountTheirMembersOfThen();
    void membersHaveTheNamesOfThen();
    void teamsOfSomebodyGoUpThroughTeams();
    void rolesCountPermissionsAndGrants();
    void permissionsNameTheirResource();
    void resourcesSayWhereTheyLie();
    void grantsAreJudgedAtAnInstant();
    void grantsAreNarrowed_data();
    void grantsAreNarrowed();
    void everyPageOfGrantsIsReached();
    void sessionsAreOpenOrEnded();
    void everyPageOfSessionsIsReached();
    void credentialsAndDomainsComeAndGo();
    void activityIsReadFromTheIndex();
    void plansCountTheirOrganizations();
    void whatHangsOnAnEntityIsFound();
    void historyTellsWhatCameAndWent();
    void pastedTextFindsAllTheSame_data();
    void pastedTextFindsAllTheSame();

private:
    template <class Event>
    void add(const std::string& type, const std::string& id, const Event& event, int minute) {
        m_file->fact("eu", kAcme.text(), type, id, encode(event), at(minute));
    }

    void addSession(const std::string& id, const char* user, int minute, bool ends);

    std::unique_ptr<DirectoryFile> m_file;
};

void TestAccessLists::addSession(const std::string& id, const char* user, int minute, bool ends) {
    const auto write = [&](const SessionEvent& event, int when) {
        m_file->fact("eu", kAcme.text(), "session", id, encode(event), at(when), user);
    };
    write(SessionAdded{"Debian 12", "Firefox 115", "DE"}, minute);
    write(SessionUserChecked{AggregateId(user)}, minute + 1);
    write(SessionPasswordChecked{}, minute + 2);
    if (ends)
        write(SessionTerminated{}, minute + 3);
}

void TestAccessLists::initTestCase() {
    m_file = std::make_unique<DirectoryFile>(std::vector<std::string>{"eu", "us"});
    m_file->org("eu", "acme", OrgAdded{"Acme"}, at(0));
    m_file->org("us", "bolt", OrgAdded{"Bolt"}, at(0));
    m_file->user("eu", "acme", "ann", HumanAdded{"ann", "Ann", "Doe", "Ann Doe", "ann@acme.example", ""}, at(1));
    m_file->user("eu", "acme", uuid(1), HumanAdded{"bob", "Bob", "Roe", "Bob Roe", "", ""}, at(2));
    add("team", "sales", TeamEvent(TeamAdded{"Sales", "sells"}), 10);
    add("team", "north", TeamEvent(TeamAdded{"North", ""}), 11);
    add("team", "sales", TeamEvent(TeamMemberAdded{userMember("ann")}), 12);
    add("team", "sales", TeamEvent(TeamMemberAdded{teamMember("north")}), 13);
    add("team", "north", TeamEvent(TeamMemberAdded{userMember(uuid(1).c_str())}), 14);
    m_file->user("eu", "acme", "ann", HumanProfileChanged{{}, {}, "Ann Poe"}, at(20));
    add("team", "sales", TeamEvent(TeamChanged{"Sales Europe", {}}), 21);
    add("resource", uuid(2), ResourceEvent(ResourceAdded{"Apollo", "project", {}}), 30);
    add("resource", uuid(3), ResourceEvent(ResourceAdded{"Plans", "folder", AggregateId(uuid(2))}), 31);
    add("resource", "doc", ResourceEvent(ResourceAdded{"Budget", "document", AggregateId(uuid(3))}), 32);
    add("role", "editor", RoleEvent(RoleAdded{"editor", "Editor", "content"}), 40);
    add("role", "editor", RoleEvent(RolePermissionAdded{{"docs.*", "document", {}}}), 41);
    add("role", "editor", RoleEvent(RolePermissionAdded{{"read", "", AggregateId("doc")}}), 42);
    add("role", uuid(4), RoleEvent(RoleAdded{"reader", "Reader", ""}), 43);
    add("grant", uuid(5), GrantEvent(GrantAdded{AggregateId("editor"), userMember("ann"), {}, {}, {}}), 50);
    add("grant", uuid(6),
        GrantEvent(GrantAdded{AggregateId(uuid(4)), teamMember("sales"), AggregateId(uuid(2)), {}, at(100)}), 51);
    add("grant", uuid(7),
        GrantEvent(GrantAdded{AggregateId("editor"), userMember(uuid(1).c_str()), AggregateId("doc"), at(80), {}}), 52);
    add("grant", uuid(8), GrantEvent(GrantAdded{AggregateId("editor"), teamMember("north"), {}, {}, {}}), 53);
    add("grant", uuid(8), GrantEvent(GrantRemoved{}), 60);
    addSession(uuid(9), "ann", 110, true);
    const auto check = [&](const char* outcome, int minute) {
        NewEvent event;
        event.type = std::string("user.human.password.check.") + outcome;
        m_file->fact("eu", "acme", "user", "ann", event, at(minute), "ann");
    };
    check("failed", 115);
    addSession("s-open", "ann", 120, false);
    check("failed", 130);
    check("failed", 131);
    CredentialAdded token{{CredentialKind::Token, "t1"}, {"CI", "abcd", at(999), {"read", "write"}}, "hash", {}};
    m_file->fact("eu", "acme", "user", "ann", encode(CredentialEvent(token)), at(140));
    m_file->fact("eu", "acme", "user", "ann", encode(CredentialEvent(CredentialRemoved{token.key})), at(145));
    m_file->org("eu", "acme", OrgDomainAdded{"acme.example"}, at(150));
    m_file->org("eu", "acme", OrgDomainVerified{"acme.example"}, at(151));
    m_file->fact("eu", "installation", "plan", "standard", encode(PlanEvent(PlanAdded{"Standard"})), at(160));
    m_file->fact("eu", "installation", "plan", "gold", encode(PlanEvent(PlanAdded{"Gold"})), at(161));
    m_file->org("us", "bolt", OrgPlanChanged{"gold"}, at(162));
    add("team", "north", TeamEvent(TeamRemoved{}), 170);
    m_file->flush();
}

void TestAccessLists::teamsCountTheirMembersOfThen() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::membersHaveTheNamesOfThen() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::teamsOfSomebodyGoUpThroughTeams() {
    const auto snapshot = m_file->snapshot();
    const auto printedMembership = [](const MembershipRow& row) {
        return row.team.text() + " " + row.name + (row.via ? " via " + row.viaName : "");
    };
    const auto bob = userMember(uuid(1).c_str());
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, bob, at(20)), printedMembership),
             std::string("north North\nsales Sales via North\n"));
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, bob), printedMembership), std::string());
    QCOMPARE(printedRows(teamsOf(*snapshot, kAcme, teamMember("north")), printedMembership),
             std::string("sales Sales Europe\n"));
}

void TestAccessLists::rolesCountPermissionsAndGrants() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::permissionsNameTheirResource() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::resourcesSayWhereTheyLie() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::grantsAreJudgedAtAnInstant() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::grantsAreNarrowed_data() {
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

void TestAccessLists::grantsAreNarrowed() {
    QFETCH(GrantQuery, query);
    QFETCH(std::string, expected);
    const auto snapshot = m_file->snapshot();
    std::string ids;
    for (const auto& row : orDie(listGrants(*snapshot, query)))
        ids += row.id.text().back();
    QCOMPARE(ids, expected);
    QCOMPARE(orDie(countGrants(*snapshot, query)), std::int64_t(expected.size()));
}

void TestAccessLists::everyPageOfGrantsIsReached() {
    const auto snapshot = m_file->snapshot();
    GrantQuery query;
    query.limit = 1;
    std::string ids;
    for (auto rows = orDie(listGrants(*snapshot, query)); !rows.empty(); rows = orDie(listGrants(*snapshot, query))) {
        ids += rows.front().id.text().back();
        query.after = pageKeyOf(rows.front());
    }
    QCOMPARE(ids, std::string("765"));
}

void TestAccessLists::sessionsAreOpenOrEnded() {
    const auto snapshot = m_file->snapshot();
    const auto printedSession = [](const SessionRow& row) {
        return row.id.text() + " " + row.userName + " " + row.os + " " + row.country +
               (row.isAuthenticated ? " authenticated" : "") + (row.ended ? " ended" : "") + " seen " +
               std::to_string((row.lastSeen - at(0)) / 60 / kMicrosPerSecond);
    };
    const auto listed = [&](std::optional<Instant> asOf, bool withEnded, const char* user = nullptr) {
        SessionQuery query;
        query.asOf = asOf;
        query.withEnded = withEnded;
        if (user != nullptr)
            query.user = AggregateId(user);
        return printedRows(listSessions(*snapshot, query), printedSession);
    };
    const std::string open = "s-open Ann Poe Debian 12 DE authenticated seen 122\n";
    const std::string ended = uuid(9) + " Ann Poe Debian 12 DE authenticated ended seen 113\n";
    QCOMPARE(listed({}, false), open);
    QCOMPARE(listed({}, true), open + ended);
    QCOMPARE(listed({}, true, "ann"), open + ended);
    QCOMPARE(listed({}, true, "nobody"), std::string());
    QCOMPARE(listed(at(112), false), uuid(9) + " Ann Poe Debian 12 DE authenticated seen 112\n");
    QCOMPARE(listed(at(111), false), uuid(9) + " Ann Poe Debian 12 DE seen 110\n");
    QCOMPARE(listed(at(113), false), std::string());
    const auto counted = [&](std::optional<Instant> asOf, bool withEnded, std::optional<TenantId> tenant) {
        return orDie(countSessions(*snapshot, {asOf, {}, std::move(tenant), {}, withEnded, {}, 1}));
    };
    QCOMPARE(counted({}, false, {}), std::int64_t(1));
    QCOMPARE(counted({}, true, {}), std::int64_t(2));
    QCOMPARE(counted({}, false, TenantId("bolt")), std::int64_t(0));
    QCOMPARE(counted(at(113), false, {}), std::int64_t(0));
    QVERIFY(orDie(findSession(*snapshot, uuid(9))).ended.has_value());
    QCOMPARE(orDie(findSession(*snapshot, "s-o")).id.text(), std::string("s-open"));
    SessionQuery byName;
    byName.text = "poe";
    QCOMPARE(printedRows(listSessions(*snapshot, byName), printedSession), open);
}

void TestAccessLists::everyPageOfSessionsIsReached() {
    const auto snapshot = m_file->snapshot();
    SessionQuery query;
    query.withEnded = true;
    query.limit = 1;
    std::string ids;
    for (auto rows = orDie(listSessions(*snapshot, query)); !rows.empty();
         rows = orDie(listSessions(*snapshot, query))) {
        ids += rows.front().id.text() + " ";
        query.after = pageKeyOf(rows.front());
    }
    QCOMPARE(ids, "s-open " + uuid(9) + " ");
}

void TestAccessLists::credentialsAndDomainsComeAndGo() {
    const auto snapshot = m_file->snapshot();
    CredentialQuery query{at(141), kAcme, AggregateId("ann"), {}, 10};
    const auto rows = orDie(listCredentials(*snapshot, query));
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().credential, (Credential{"CI", "abcd", at(999), {"read", "write"}}));
    QCOMPARE(rows.front().since, at(140));
    query.asOf.reset();
    QCOMPARE(orDie(countCredentials(*snapshot, query)), std::int64_t(0));
    QCOMPARE(orDie(organizationDomains(*snapshot, kAcme)),
             (std::vector<DomainRow>{{"acme.example", true, at(150), at(151)}}));
    QCOMPARE(orDie(organizationDomains(*snapshot, kAcme, at(150))),
             (std::vector<DomainRow>{{"acme.example", false, at(150), at(150)}}));
}

void TestAccessLists::activityIsReadFromTheIndex() {
    const auto snapshot = m_file->snapshot();
    const auto activityAt = [&](std::optional<Instant> asOf) {
        return orDie(userActivity(*snapshot, kAcme, AggregateId("ann"), asOf));
    };
    // The events of others about Ann are caused by user-1.
    QCOMPARE(activityAt({}), (UserActivity{at(122), at(122), 2}));
    QCOMPARE(activityAt(at(130)), (UserActivity{at(122), at(122), 1}));
    QCOMPARE(activityAt(at(115)), (UserActivity{at(113), at(112), 1}));
    QCOMPARE(activityAt(at(50)), UserActivity{});
    QCOMPARE(orDie(userActivity(*snapshot, kAcme, AggregateId("nobody"))), UserActivity{});
}

void TestAccessLists::plansCountTheirOrganizations() {
    const auto snapshot = m_file->snapshot();
    const auto printedPlan = [](const PlanRow& row) {
        return row.key + " " + row.name + " " + std::to_string(row.organizations);
    };
    QCOMPARE(printedRows(listPlans(*snapshot, {}), printedPlan), std::string("gold Gold 1\nstandard Standard 1\n"));
    QCOMPARE(printedRows(listPlans(*snapshot, {at(161), {}, {}, {}}), printedPlan),
             std::string("gold Gold 0\nstandard Standard 2\n"));
    QCOMPARE(orDie(findPlan(*snapshot, "GOLD")).key, std::string("gold"));
    QCOMPARE(orDie(findPlan(*snapshot, "stand")).key, std::string("standard"));
}

void TestAccessLists::whatHangsOnAnEntityIsFound() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::historyTellsWhatCameAndWent() {
    const auto snapshot = m_file->snapshot();
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

void TestAccessLists::pastedTextFindsAllTheSame_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("blanks") << std::string("  bob \n") << uuid(1);
    QTest::newRow("quotes and comma") << std::string("\"bob\",") << uuid(1);
    QTest::newRow("address in brackets") << std::string("<ann@acme.example>") << std::string("ann");
    QTest::newRow("id") << uuid(1) << uuid(1);
    QTest::newRow("part of an id, in capitals") << std::string("'0D0BD6AA-1111',") << uuid(1);
    QTest::newRow("only a comma") << std::string(",") << std::string();
}

void TestAccessLists::pastedTextFindsAllTheSame() {
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    const auto snapshot = m_file->snapshot();
    UserQuery query;
    query.text = text;
    std::string ids;
    for (const auto& row : orDie(listUsers(*snapshot, query)))
        ids += row.id.text();
    QCOMPARE(ids, expected);
}

MUNIMENT_TEST(access_lists, TestAccessLists);
#include "test_access_lists.moc"
