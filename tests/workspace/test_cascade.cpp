// Protects: what follows from a removal is found in the file and goes with it, however much it is; guided plans come to
// the commands that a careful admin would send one by one.
#include "models/changes/cascade.h"
#include "models/changes/following_batches.h"
#include "models/changes/guided_plans.h"
#include "models/changes/impact.h"
#include "models/changes/named_targets.h"
#include "models/commands/preview.h"
#include "models/directory/directory.h"
#include "models/workspace/sync_run.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

/// One organization with a few people, a team in a team, two roles, a folder with a document, and grants.
class SmallCompany {
public:
    SmallCompany() : store(world.open()), replica(world.createReplica()) {
        acme = world.addOrg("Acme");
        ann = world.addUser(acme, "ann");
        bob = world.addUser(acme, "bob");
        all = make(TeamCommand(AddTeam{"all", {}}));
        ops = make(TeamCommand(AddTeam{"ops", {}}));
        make(TeamCommand(AddTeamMember{{TeamMember::Kind::Team, ops}}), all);
        make(TeamCommand(AddTeamMember{{TeamMember::Kind::User, ann}}), ops);
        make(TeamCommand(AddTeamMember{{TeamMember::Kind::User, bob}}), all);
        reader = make(RoleCommand(AddRole{"reader", {}, {}}));
        writer = make(RoleCommand(AddRole{"writer", {}, {}}));
        folder = make(ResourceCommand(AddResource{"folder", "folder", {}}));
        paper = make(ResourceCommand(AddResource{"paper", "document", folder}));
        make(RoleCommand(AddPermission{{"read", {}, paper}}), reader);
        annReads = grant(reader, {TeamMember::Kind::User, ann}, folder);
        annWrites = grant(writer, {TeamMember::Kind::User, ann}, {});
        opsRead = grant(reader, {TeamMember::Kind::Team, ops}, paper);
        bobReads = grant(reader, {TeamMember::Kind::User, bob}, folder);
    }

    [[nodiscard]] CommandRequest request(AnyCommand command, const AggregateId& id = {}) const {
        CommandRequest request;
        request.region = world.regions().front();
        request.tenant = acme;
        request.id = id;
        request.command = std::move(command);
        request.operatorName = "tester";
        return request;
    }

    AggregateId make(AnyCommand command, const AggregateId& id = {}) {
        const auto result = runCommand(*store, request(std::move(command), id), systemClock());
        if (!result)
            qFatal("%s", result.error().get("reason").c_str());
        return result->id;
    }

    AggregateId grant(const AggregateId& role, const TeamMember& subject, const AggregateId& resource) {
        return make(GrantCommand(AddGrant{role, subject, resource, {}, {}}));
    }

    std::unique_ptr<Snapshot> synced() {
        if (!syncOnce(*replica, {}, [](const SyncReport&) {}, {}))
            qFatal("cannot sync");
        auto snapshot = replica->snapshot();
        if (!snapshot)
            qFatal("no snapshot");
        return std::move(*snapshot);
    }

    void send(const std::vector<CommandRequest>& requests) {
        for (CommandRequest each : requests) {
            each.operatorName = "tester";
            const auto result = runCommand(*store, each, systemClock());
            if (!result)
                qFatal("%s %s", result.error().get("reason").c_str(), result.error().detail.c_str());
        }
    }

    [[nodiscard]] UserRow user(Snapshot& snapshot, const std::string& name) const {
        const auto row = findUser(snapshot, name);
        if (!row)
            qFatal("no user %s", name.c_str());
        return *row;
    }

    EmbeddedWorld world;
    std::unique_ptr<EventStore> store;
    std::unique_ptr<Replica> replica;
    TenantId acme;
    AggregateId ann, bob, all, ops, reader, writer, folder, paper, annReads, annWrites, opsRead, bobReads;
};

std::size_t countOf(const std::vector<CommandRequest>& requests) {
    std::size_t count = 0;
    for (const CommandRequest& request : requests)
        count += 1 + request.following.size();
    return count;
}

std::size_t grantsLeft(Snapshot& snapshot, const TenantId& tenant) {
    GrantQuery query;
    query.tenant = tenant;
    const auto rows = listGrants(snapshot, query);
    if (!rows)
        qFatal("cannot list: %s", rows.error().detail.c_str());
    return rows->size();
}

class TestCascade : public QObject {
    Q_OBJECT

private slots:

    void aUserGoesWithGrantsAndMemberships() {
        SmallCompany company;
        const auto requests = withCascade(*company.synced(), company.request(UserCommand(RemoveUser{}), company.ann));
        QVERIFY(requests);
        QCOMPARE(requests->size(), std::size_t(1));
        QCOMPARE(requests->front().following.size(), std::size_t(3)); // two grants, one membership
        company.send(*requests);
        const auto snapshot = company.synced();
        QCOMPARE(grantsLeft(*snapshot, company.acme), std::size_t(2));
        const auto team = findTeam(*snapshot, "ops");
        QVERIFY(team);
        QCOMPARE(team->users, std::int64_t(0));
    }

    void aFolderGoesWithWhatLiesInIt() {
        SmallCompany company;
        const auto requests =
            withCascade(*company.synced(), company.request(ResourceCommand(RemoveResource{}), company.folder));
        QVERIFY(requests);
        QCOMPARE(countOf(*requests), std::size_t(6)); // itself, the paper, three grants, one permission
        company.send(*requests);
        const auto snapshot = company.synced();
        QCOMPARE(grantsLeft(*snapshot, company.acme), std::size_t(1));
        QVERIFY(findResource(*snapshot, "paper")->lifecycle == ResourceLifecycle::Removed);
        QCOMPARE(findRole(*snapshot, "reader")->permissions, std::int64_t(0));
    }

    void aRoleAndATeamGoWithTheirGrants() {
        SmallCompany company;
        const auto role = withCascade(*company.synced(), company.request(RoleCommand(RemoveRole{}), company.reader));
        QVERIFY(role);
        QCOMPARE(countOf(*role), std::size_t(4));
        const auto team = withCascade(*company.synced(), company.request(TeamCommand(RemoveTeam{}), company.ops));
        QVERIFY(team);
        QCOMPARE(countOf(*team), std::size_t(3)); // itself, its grant, its place in another team
        company.send(*team);
        company.send(*role);
        QCOMPARE(grantsLeft(*company.synced(), company.acme), std::size_t(1));
    }

    void whatNothingFollowsFromComesBackAlone() {
        SmallCompany company;
        const auto requests = withCascade(*company.synced(), company.request(UserCommand(LockUser{}), company.ann));
        QVERIFY(requests);
        QCOMPARE(countOf(*requests), std::size_t(1));
    }

    void whatIsTooMuchForOneAppendGoesBefore() {
        SmallCompany company;
        const auto origin = company.request(RoleCommand(RemoveRole{}), company.reader);
        std::vector<FollowingCommand> many;
        for (std::size_t i = 0; i < 2 * kMostFollowing + 3; ++i)
            many.push_back({AggregateId("grant" + std::to_string(i)), GrantCommand(RemoveGrant{})});
        const auto requests = batched(origin, many);
        QCOMPARE(requests.size(), std::size_t(3));
        QCOMPARE(countOf(requests), many.size());
        for (const CommandRequest& request : requests)
            QVERIFY(request.following.size() <= kMostFollowing);
        QCOMPARE(requests.back().id, many.back().id); // alone in the last one
        QVERIFY(requests.back().following.empty());
    }

    void offboardingLeavesNothingOpen() {
        SmallCompany company;
        const std::string hash(64, 'a');
        company.make(CredentialCommand(AddToken{"t", {}, hash, hash.substr(0, 16), {}, {}}), company.ann);
        auto snapshot = company.synced();
        const auto plan = offboardUser(*snapshot, company.user(*snapshot, "ann"), {}, "left");
        QVERIFY(plan);
        QCOMPARE(plan->size(), std::size_t(1));
        company.send(*plan);
        snapshot = company.synced();
        const UserRow ann = company.user(*snapshot, "ann");
        QVERIFY(ann.lifecycle == UserLifecycle::Locked);
        const auto left = dependentsOfUser(*snapshot, ann.tenant, ann.id);
        QVERIFY(left);
        QVERIFY(left->grants.empty() && left->memberships.empty() && left->sessions.empty());
        QCOMPARE(left->ownCredentials, std::int64_t(0));
        const auto again = offboardUser(*snapshot, ann, {}, "left");
        QVERIFY(!again);
        QCOMPARE(again.error().get("reason"), std::string("nothingChanges"));
    }

    void aSuccessorGetsWhatTheyDoNotHave() {
        SmallCompany company;
        auto snapshot = company.synced();
        const auto plan = offboardUser(*snapshot, company.user(*snapshot, "ann"), {company.bob}, "left");
        QVERIFY(plan);
        company.send(*plan);
        snapshot = company.synced();
        GrantQuery query;
        query.tenant = company.acme;
        query.subject = TeamMember{TeamMember::Kind::User, company.bob};
        const auto grants = listGrants(*snapshot, query);
        QVERIFY(grants);
        QCOMPARE(grants->size(), std::size_t(2)); // reader on the folder as before, and writer
        QCOMPARE(grantsLeft(*snapshot, company.acme), std::size_t(3));
    }

    void onboardingGivesWhatTheModelHas() {
        SmallCompany company;
        auto snapshot = company.synced();
        AddHuman human;
        human.userName = "cleo";
        const auto plan = onboardLike(*snapshot, company.request(UserCommand(human)), company.user(*snapshot, "ann"));
        QVERIFY(plan);
        QCOMPARE(countOf(*plan), std::size_t(4)); // herself, one team, two grants
        company.send(*plan);
        snapshot = company.synced();
        const UserRow cleo = company.user(*snapshot, "cleo");
        const auto teams = teamsOf(*snapshot, cleo.tenant, {TeamMember::Kind::User, cleo.id});
        QVERIFY(teams);
        QCOMPARE(teams->size(), std::size_t(2)); // ops, and all through it
        const auto cloned = cloneGrants(*snapshot, company.user(*snapshot, "ann"), cleo, {});
        QVERIFY(!cloned); // she has them
        QVERIFY(cloneGrants(*snapshot, company.user(*snapshot, "ann"), company.user(*snapshot, "bob"), {}));
    }

    void aPreviewTellsWhomItTouches() {
        SmallCompany company;
        const auto snapshot = company.synced();
        const auto requests = withCascade(*snapshot, company.request(RoleCommand(RemoveRole{}), company.reader));
        QVERIFY(requests);
        const auto results = previewCommands(*company.store, *requests, systemClock(), {});
        const auto impact = impactOf(*snapshot, *requests, results);
        QVERIFY(impact);
        QCOMPARE(impact->userCount(), std::size_t(2)); // ann, also through ops, and bob
        QCOMPARE(impact->events, std::int64_t(4));
    }

    void namesAreFoundWhereIdsBelong() {
        SmallCompany company;
        const auto snapshot = company.synced();
        auto typed = company.request(GrantCommand(AddGrant{
            AggregateId("writer"), {TeamMember::Kind::User, AggregateId("bob")}, AggregateId("paper"), {}, {}}));
        typed.tenant = TenantId("Acme");
        typed.region = {};
        const auto found = withTargetsFound(*snapshot, typed, {});
        QVERIFY(found);
        QCOMPARE(found->tenant, company.acme);
        QCOMPARE(found->region, company.world.regions().front());
        const auto& grant = std::get<AddGrant>(std::get<GrantCommand>(found->command));
        QCOMPARE(grant.role, company.writer);
        QCOMPARE(grant.subject.id, company.bob);
        QCOMPARE(grant.resource, company.paper);

        // Something that is about to be made keeps the id it was given, also when something else is called so.
        auto fresh = company.request(UserCommand(LockUser{}), AggregateId("bob"));
        QCOMPARE(withTargetsFound(*snapshot, fresh, {"bob"})->id, AggregateId("bob"));
        QCOMPARE(withTargetsFound(*snapshot, fresh, {})->id, company.bob);
        fresh.tenant = TenantId("Nobody Ltd");
        fresh.region = {};
        QVERIFY(!withTargetsFound(*snapshot, fresh, {}));
    }
};

MUNIMENT_TEST(cascade, TestCascade);

} // namespace

#include "test_cascade.moc"
