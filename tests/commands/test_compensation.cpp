// Protects: what an event changed is put back by the command that is offered for it, and nothing is offered for what
// cannot be put back.
#include "models/commands/command_text.h"
#include "models/commands/compensation.h"
#include "models/commands/three_ways.h"
#include "tests/commands/command_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::string printed(const std::vector<StateField>& fields) {
    std::string text;
    for (const StateField& field : fields)
        text += field.name + "=" + field.value + " ";
    return text;
}

class TestCompensation : public QObject {
    Q_OBJECT

    /// Sends the command, takes its last event back, and compares what is with what was.
    static void checkBack(CommandWorld& world, const std::string& type, const AggregateId& id, AnyCommand command) {
        const auto before = world.history(type, id);
        world.make(std::move(command), type == "org" ? AggregateId() : id);
        const auto after = world.history(type, id);
        QVERIFY(after.size() > before.size());
        const std::vector<RecordedEvent> earlier(after.begin(), after.end() - 1);
        const auto back = compensationFor(after.back(), earlier);
        QVERIFY2(back, after.back().type.c_str());
        QVERIFY(!back->isRemoval);
        QCOMPARE(back->id, id);
        world.make(back->command, type == "org" ? AggregateId() : back->id);
        QCOMPARE(printed(stateFields(type, world.history(type, id))), printed(stateFields(type, before)));
    }

private slots:

    void whatChangedIsPutBack() {
        CommandWorld world;
        const AggregateId acme(world.acme().text());
        checkBack(world, "org", acme, OrgCommand(RenameOrg{"Acme Ltd"}));
        checkBack(world, "org", acme, OrgCommand(ChangeOrgPlan{"business"}));
        checkBack(world, "org", acme, OrgCommand(AddDomain{"acme.example"}));
        checkBack(world, "org", acme, OrgCommand(DeactivateOrg{}));

        const auto ann = world.addUser("ann");
        world.make(UserCommand(ChangeEmail{"ann@acme.example"}), ann);
        checkBack(world, "user", ann, UserCommand(ChangeUserName{"anna"}));
        checkBack(world, "user", ann, UserCommand(ChangeProfile{"Ann", "Lee", std::nullopt}));
        checkBack(world, "user", ann, UserCommand(ChangeEmail{"a@acme.example"}));
        checkBack(world, "user", ann, UserCommand(ChangePhone{"+49 30 1234"}));
        world.make(UserCommand(ChangePhone{"+49 30 99"}), ann);
        checkBack(world, "user", ann, UserCommand(RemovePhone{}));
        checkBack(world, "user", ann, UserCommand(LockUser{}));
        checkBack(world, "user", ann, UserCommand(DeactivateUser{}));
        world.make(UserCommand(LockUser{}), ann);
        checkBack(world, "user", ann, UserCommand(UnlockUser{}));

        const auto ops = world.addTeam("ops");
        checkBack(world, "team", ops, TeamCommand(ChangeTeam{"operations", "all day"}));
        checkBack(world, "team", ops, TeamCommand(AddTeamMember{userMember(world.addUser("bob"))}));

        const auto reader = world.addRole("reader");
        checkBack(world, "role", reader, RoleCommand(ChangeRole{"readers", "Readers", "docs"}));
        checkBack(world, "role", reader, RoleCommand(AddPermission{{"read", "document", {}}}));

        const auto folder = world.addResource("folder");
        const auto paper = world.addResource("paper");
        checkBack(world, "resource", paper, ResourceCommand(ChangeResource{"plan", folder}));

        const auto grant = world.make(GrantCommand(AddGrant{reader, teamMember(ops), paper, {}, {}}));
        checkBack(world, "grant", grant, GrantCommand(ChangeGrant{{}, std::optional(Instant{4'000'000'000'000'000})}));
    }

    void aRevokedGrantIsGivenAnew() {
        CommandWorld world;
        const AddGrant given{world.addRole("reader"), userMember(world.addUser("ann")), {}, {}, {}};
        const auto grant = world.make(GrantCommand(given));
        world.make(GrantCommand(RemoveGrant{}), grant);
        auto events = world.history("grant", grant);
        const RecordedEvent revoked = events.back();
        events.pop_back();
        const auto back = compensationFor(revoked, events);
        QVERIFY(back);
        QVERIFY(back->id.isEmpty());
        QVERIFY(back->command == AnyCommand(GrantCommand(given)));
    }

    void whatCameIntoBeingIsTakenAway() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        const std::string hash(64, 'a');
        world.make(CredentialCommand(AddToken{"t", {}, hash, hash.substr(0, 16), {}, {}}), ann);
        const auto events = world.history("user", ann);
        const auto addition = compensationFor(events.front(), {});
        QVERIFY(addition && addition->isRemoval);
        QCOMPARE(commandName(addition->command), std::string_view("user.remove"));
        const auto token = compensationFor(events.back(), {events.front()});
        QVERIFY(token && token->isRemoval);
        QCOMPARE(commandName(token->command), std::string_view("user.credential.remove"));
    }

    void nothingIsOfferedForWhatIsGoneForGood() {
        CommandWorld world;
        const auto ann = world.addUser("ann");
        world.make(UserCommand(RemoveUser{}), ann);
        auto events = world.history("user", ann);
        RecordedEvent last = events.back();
        events.pop_back();
        QVERIFY(!compensationFor(last, events));
        for (const char* type : {"user.human.password.check.failed", "user.pat.removed", "resource.accessed",
                                 "user.human.email.verified", "thing.never.heard.of"}) {
            last.type = type;
            QVERIFY2(!compensationFor(last, events), type);
        }
        last.aggregate.type = "session";
        last.type = "session.terminated";
        QVERIFY(!compensationFor(last, {}));
    }

    void anEventThatChangedNothingNeedsNothing() {
        CommandWorld world;
        const auto ops = world.addTeam("ops");
        auto events = world.history("team", ops);
        RecordedEvent same = events.front();
        same.type = "team.changed";
        same.payload = R"({"name":"ops"})";
        QVERIFY(!compensationFor(same, events));
    }
};

MUNIMENT_TEST(compensation, TestCompensation);

} // namespace

#include "test_compensation.moc"
