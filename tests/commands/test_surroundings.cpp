// Protects: a command is decided on what its surroundings are: what it names exists, nothing comes to lie below itself,
// and names that are unique stay so.
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

class TestSurroundings : public QObject {
    Q_OBJECT

private slots:

    void aGrantNamesThingsThatAreThere() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        const auto plan = world.addResource("plan");
        const AggregateId nobody("nobody");
        const auto grant = [&](const AggregateId& role, const TeamMember& subject, const AggregateId& resource) {
            return world.outcome(GrantCommand(AddGrant{role, subject, resource, {}, {}}));
        };
        QCOMPARE(grant(nobody, userMember(ann), plan), std::string("roleUnknown"));
        QCOMPARE(grant(reader, userMember(nobody), plan), std::string("userUnknown"));
        QCOMPARE(grant(reader, teamMember(nobody), plan), std::string("teamUnknown"));
        QCOMPARE(grant(reader, teamMember(ann), plan), std::string("teamUnknown"));
        QCOMPARE(grant(reader, userMember(ann), nobody), std::string("resourceUnknown"));
        QCOMPARE(grant(reader, userMember(ann), plan), std::string("done"));
        QCOMPARE(grant(reader, userMember(ann), {}), std::string("done"));
    }

    void whatWasRemovedIsNotThere() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        world.make(UserCommand(RemoveUser{}), ann);
        QCOMPARE(world.outcome(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}})),
                 std::string("userUnknown"));
        QCOMPARE(world.outcome(TeamCommand(AddTeamMember{userMember(ann)}), world.addTeam("ops")),
                 std::string("userUnknown"));
    }

    void noTeamComesToLieInItself() {
        CommandWorld world;
        const auto all = world.addTeam("all");
        const auto engineering = world.addTeam("engineering");
        const auto storage = world.addTeam("storage");
        const auto join = [&](const AggregateId& member, const AggregateId& team) {
            return world.outcome(TeamCommand(AddTeamMember{teamMember(member)}), team);
        };
        QCOMPARE(join(all, all), std::string("wouldCycle"));
        QCOMPARE(join(engineering, all), std::string("done"));
        QCOMPARE(join(storage, engineering), std::string("done"));
        QCOMPARE(join(all, engineering), std::string("wouldCycle"));
        QCOMPARE(join(all, storage), std::string("wouldCycle"));
        QCOMPARE(join(storage, all), std::string("done")); // twice in a team, but no circle
        world.make(TeamCommand(RemoveTeamMember{teamMember(engineering)}), all);
        world.make(TeamCommand(RemoveTeamMember{teamMember(storage)}), all);
        QCOMPARE(join(all, storage), std::string("done"));
    }

    void noResourceComesToLieBelowItself() {
        CommandWorld world;
        const auto building = world.addResource("building");
        const auto floor = world.addResource("floor", building);
        const auto room = world.addResource("room", floor);
        const auto move = [&](const AggregateId& resource, const AggregateId& parent) {
            return world.outcome(ResourceCommand(ChangeResource{{}, parent}), resource);
        };
        QCOMPARE(move(building, building), std::string("wouldCycle"));
        QCOMPARE(move(building, room), std::string("wouldCycle"));
        QCOMPARE(move(room, building), std::string("done"));
        QCOMPARE(move(floor, {}), std::string("done"));
        QCOMPARE(move(building, floor), std::string("done"));
        QCOMPARE(move(room, AggregateId("nowhere")), std::string("resourceUnknown"));
        QCOMPARE(world.outcome(ResourceCommand(AddResource{"desk", "desk", AggregateId("nowhere")})),
                 std::string("resourceUnknown"));
    }

    void namesAreUniqueUntilTheirOwnerIsRemoved() {
        CommandWorld world;
        const auto ops = world.addTeam("Ops");
        const auto reader = world.addRole("reader");
        const auto ann = world.addUser("ann");
        const auto add = [&] {
            return std::vector{world.outcome(TeamCommand(AddTeam{" OPS ", {}})),
                               world.outcome(RoleCommand(AddRole{"Reader", {}, {}})),
                               world.outcome(UserCommand(AddMachine{"Ann", {}, {}}))};
        };
        QCOMPARE(add(), (std::vector<std::string>{"nameTaken", "nameTaken", "nameTaken"}));
        world.make(TeamCommand(RemoveTeam{}), ops);
        world.make(RoleCommand(RemoveRole{}), reader);
        world.make(UserCommand(RemoveUser{}), ann);
        QCOMPARE(add(), (std::vector<std::string>{"done", "done", "done"}));
    }

    void noGrantIsGivenTwice() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        const AddGrant give{reader, userMember(ann), {}, {}, {}};
        const auto grant = world.make(GrantCommand(give));
        QCOMPARE(world.outcome(GrantCommand(give)), std::string("nameTaken"));
        world.make(GrantCommand(RemoveGrant{}), grant);
        QCOMPARE(world.outcome(GrantCommand(give)), std::string("done"));
    }

    void aVerifiedDomainIsOneOrganizationsInARegion() {
        CommandWorld world;
        CommandRequest theirs = world.request(OrgCommand(AddDomain{"acme.example"}));
        theirs.tenant = world.addTenant("Other");
        world.make(OrgCommand(AddDomain{"acme.example"}));
        QCOMPARE(world.outcome(theirs), std::string("done")); // anybody may say so
        world.make(OrgCommand(VerifyDomain{"acme.example"}));
        theirs.command = OrgCommand(VerifyDomain{"acme.example"});
        QCOMPARE(world.outcome(theirs), std::string("nameTaken"));
        world.make(OrgCommand(RemoveDomain{"acme.example"}));
        QCOMPARE(world.outcome(theirs), std::string("done"));
    }

    void aRemovedOrganizationGivesItsNamesBack() {
        CommandWorld world;
        world.make(OrgCommand(AddDomain{"acme.example"}));
        world.make(OrgCommand(VerifyDomain{"acme.example"}));
        world.make(OrgCommand(RemoveOrg{}));
        QCOMPARE(world.outcome(UserCommand(AddMachine{"robot", {}, {}})), std::string("alreadyRemoved"));
        CommandRequest domain = world.request(OrgCommand(AddDomain{"acme.example"}));
        domain.tenant = world.addTenant("Acme");
        QCOMPARE(world.outcome(domain), std::string("done"));
        domain.command = OrgCommand(VerifyDomain{"acme.example"});
        QCOMPARE(world.outcome(domain), std::string("done"));
    }

    void aDeactivatedOrganizationGivesNobodyAccess() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto ops = world.addTeam("ops");
        const auto reader = world.addRole("reader");
        const auto grant = world.make(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}}));
        world.make(OrgCommand(DeactivateOrg{}));
        QCOMPARE(world.outcome(GrantCommand(AddGrant{reader, teamMember(ops), {}, {}, {}})),
                 std::string("organizationInactive"));
        QCOMPARE(world.outcome(TeamCommand(AddTeamMember{userMember(ann)}), ops), std::string("organizationInactive"));
        QCOMPARE(world.outcome(RoleCommand(AddPermission{{"read", "document", {}}}), reader),
                 std::string("organizationInactive"));
        QCOMPARE(world.outcome(GrantCommand(RemoveGrant{}), grant), std::string("done"));
    }
};

MUNIMENT_TEST(surroundings, TestSurroundings);

} // namespace

#include "test_surroundings.moc"
