// Protects: what follows from a command is written with it or not at all, and what is done already is left out.
#include "models/commands/precondition_chain.h"
#include "models/commands/preview.h"
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::vector<std::string> typesOf(const std::vector<RecordedEvent>& events) {
    std::vector<std::string> types;
    for (const RecordedEvent& event : events)
        types.push_back(event.type);
    return types;
}

std::vector<std::string> typesOf(const std::vector<NewEvent>& events) {
    std::vector<std::string> types;
    for (const NewEvent& event : events)
        types.push_back(event.type);
    return types;
}

using Types = std::vector<std::string>;

class TestFollowing : public QObject {
    Q_OBJECT

private slots:

    void aRemovalTakesItsGrantsAlongInOneTransaction() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto bob = world.addUser("bob");
        const auto reader = world.addRole("reader");
        const AddGrant toAnn{reader, userMember(ann), {}, {}, {}};
        const auto first = world.make(GrantCommand(toAnn));
        const auto second = world.make(GrantCommand(AddGrant{reader, userMember(bob), {}, {}, {}}));

        auto removal = world.request(RoleCommand(RemoveRole{}), reader);
        removal.reason = "nobody reads";
        removal.following = {{first, GrantCommand(RemoveGrant{})}, {second, GrantCommand(RemoveGrant{})}};
        const auto removed = world.run(removal);
        QVERIFY(removed);
        QCOMPARE(typesOf(removed->events), Types{"role.removed"});
        QCOMPARE(removed->following.size(), std::size_t(2));
        QCOMPARE(removed->appended->eventIds.size(), std::size_t(3));

        const auto role = world.history("role", reader);
        for (const AggregateId& grant : {first, second}) {
            const auto events = world.history("grant", grant);
            QCOMPARE(typesOf(events), (Types{"grant.added", "grant.removed"}));
            QCOMPARE(events.back().commandId, role.back().commandId);
            QVERIFY(events.back().key.position == role.back().key.position);
            QVERIFY(events.back().payload->find("nobody reads") != std::string::npos);
        }
        // Every claim was given back: of the key and of the grants.
        const auto again = world.addRole("reader");
        QVERIFY(again != reader);
        QCOMPARE(world.outcome(GrantCommand(AddGrant{again, userMember(ann), {}, {}, {}})), std::string("done"));
    }

    void whatSomebodyElseHasDoneAlreadyIsLeftOut() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto ops = world.addTeam("ops");
        const auto reader = world.addRole("reader");
        const auto grant = world.make(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}}));
        world.make(TeamCommand(AddTeamMember{userMember(ann)}), ops);

        auto removal = world.request(UserCommand(RemoveUser{}), ann);
        removal.following = {{grant, GrantCommand(RemoveGrant{})},
                             {ops, TeamCommand(RemoveTeamMember{userMember(ann)})}};
        world.make(GrantCommand(RemoveGrant{}), grant);
        const auto removed = world.run(removal);
        QVERIFY(removed);
        QCOMPARE(removed->following.size(), std::size_t(1));
        QCOMPARE(typesOf(world.history("grant", grant)), (Types{"grant.added", "grant.removed"}));
        QCOMPARE(typesOf(world.history("team", ops)).back(), std::string("team.member.removed"));
    }

    void anyOtherRefusalRefusesTheWhole() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        auto lock = world.request(UserCommand(LockUser{}), ann);
        lock.following = {{{}, GrantCommand(AddGrant{reader, userMember(AggregateId("nobody")), {}, {}, {}})}};
        const auto before = world.log();
        const auto refusal = world.run(lock);
        QVERIFY(!refusal);
        QCOMPARE(refusal.error().get("reason"), std::string("userUnknown"));
        QCOMPARE(refusal.error().get("aggregateType"), std::string("grant"));
        QCOMPARE(world.log(), before);
    }

    void whatFollowsForTheSameAggregateJoinsItsEvents() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const std::string hash(64, 'a');
        world.make(CredentialCommand(AddToken{"t1", "laptop", hash, hash.substr(0, 16), {}, {}}), ann);
        auto lock = world.request(UserCommand(LockUser{}), ann);
        lock.ifSequence = world.history("user", ann).back().sequence;
        lock.following = {{ann, CredentialCommand(RemoveCredential{{CredentialKind::Token, "t1"}})}};
        const auto locked = world.run(lock);
        QVERIFY(locked);
        QCOMPARE(typesOf(locked->events), (Types{"user.locked", "user.pat.removed"}));
        QVERIFY(locked->following.empty());
        QCOMPARE(locked->appended->sequence, world.history("user", ann).back().sequence);
    }

    void whatFollowsSeesWhatIsAddedBeforeIt() {
        CommandWorld world;
        const auto reader = world.addRole("reader");
        auto add = world.request(UserCommand(AddMachine{"robot", {}, {}}), AggregateId("robot-id"));
        add.following = {{{}, GrantCommand(AddGrant{reader, userMember(AggregateId("robot-id")), {}, {}, {}})}};
        const auto added = world.run(add);
        QVERIFY(added);
        QCOMPARE(added->following.size(), std::size_t(1));
        QVERIFY(!added->following.front().aggregate.id.isEmpty());
    }

    void aDryRunTellsEverythingAndWritesNothing() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const auto reader = world.addRole("reader");
        const auto grant = world.make(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}}));
        auto removal = world.request(RoleCommand(RemoveRole{}), reader);
        removal.following = {{grant, GrantCommand(RemoveGrant{})}};
        removal.isDryRun = true;
        const auto before = world.log();
        const auto told = world.run(removal);
        QVERIFY(told && !told->appended);
        QCOMPARE(typesOf(told->following.front().events), Types{"grant.removed"});
        QCOMPARE(world.log(), before);
    }

    void aPreviewSeesWhatTheRequestsBeforeWouldWrite() {
        CommandWorld world;
        const auto reader = world.addRole("reader");
        const AggregateId ann("ann-id");
        AddHuman human;
        human.userName = "ann";
        const std::vector<CommandRequest> requests{
            world.request(UserCommand(human), ann),
            world.request(GrantCommand(AddGrant{reader, userMember(ann), {}, {}, {}})),
            world.request(UserCommand(LockUser{}), ann),
            world.request(UserCommand(LockUser{}), ann),
            world.request(UserCommand(LockUser{}), AggregateId("nobody")),
        };
        const auto before = world.log();
        const auto answers = previewCommands(world.store(), requests, systemClock(), {});
        QCOMPARE(world.log(), before);
        QCOMPARE(answers.size(), requests.size());
        QVERIFY(answers[0] && answers[1] && answers[2]);
        QCOMPARE(typesOf(answers[2]->events), Types{"user.locked"});
        QVERIFY(!answers[3]);
        QCOMPARE(answers[3].error().get("reason"), std::string("alreadyLocked"));
        QCOMPARE(answers[4].error().get("reason"), std::string("doesNotExist"));
    }

    void aPreviewOfATenantThatIsNotThereYet() {
        CommandWorld world;
        const TenantId fresh("fresh-id");
        auto add = world.request(OrgCommand(AddOrg{"Fresh", {}, {}}));
        add.tenant = fresh;
        auto user = world.request(UserCommand(AddMachine{"robot", {}, {}}));
        user.tenant = fresh;
        const auto answers = previewCommands(world.store(), std::vector{add, user}, systemClock(), {});
        QVERIFY(answers[0]);
        QVERIFY(answers[1]);
    }

    void aStoppedPreviewSaysSo() {
        CommandWorld world;
        std::stop_source stop;
        stop.request_stop();
        const auto answers = previewCommands(world.store(), std::vector{world.request(OrgCommand(RemoveOrg{}))},
                                             systemClock(), stop.get_token());
        QCOMPARE(answers.size(), std::size_t(1));
        QVERIFY(!answers[0] && answers[0].error().code == ErrorCode::Cancelled);
    }

    void requestsOfOneSightFollowEachOther() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const std::int64_t seen = world.history("user", ann).back().sequence;
        PreconditionChain chain;
        for (const UserCommand& command :
             {UserCommand(ChangeEmail{"ann@new.example"}), UserCommand(VerifyEmail{}), UserCommand(LockUser{})}) {
            auto request = world.request(command, ann);
            request.ifSequence = seen;
            const auto result = world.run(chain.adapted(request));
            QVERIFY(result);
            chain.note(*result, "user");
        }
        QCOMPARE(world.history("user", ann).back().sequence, seen + 3);
    }

    void aStrangersEventBreaksTheChain() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const std::int64_t seen = world.history("user", ann).back().sequence;
        PreconditionChain chain;
        auto request = world.request(UserCommand(LockUser{}), ann);
        request.ifSequence = seen;
        const auto locked = world.run(chain.adapted(request));
        QVERIFY(locked);
        chain.note(*locked, "user");
        world.make(UserCommand(UnlockUser{}), ann); // by somebody else
        request.command = UserCommand(DeactivateUser{});
        const auto stale = world.run(chain.adapted(request));
        QVERIFY(!stale);
        QVERIFY(stale.error().code == ErrorCode::Conflict);
    }
};

MUNIMENT_TEST(following, TestFollowing);

} // namespace

#include "test_following.moc"
