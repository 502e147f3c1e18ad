// Protects: a command is decided on the state it loaded, written once or not at all, and its outcome is always known in
// the end. Embedded store; faults stand for other writers and lost answers.
#include "models/commands/command.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"
#include "tests/workspace/faulty_store.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

QString code(const Error& error) {
    return QString::fromUtf8(errorCodeName(error.code).data());
}

#define COMPARE_ERROR(result, expected)                                                                                \
    do {                                                                                                               \
        QVERIFY(!(result));                                                                                            \
        QCOMPARE(code((result).error()), QString::fromUtf8(errorCodeName(expected).data()));                           \
    } while (false)

std::string types(const std::vector<NewEvent>& events) {
    std::string all;
    for (const NewEvent& event : events)
        all += (all.empty() ? "" : " ") + event.type;
    return all;
}

class TestCommand : public QObject {
    Q_OBJECT

    const RegionName eu{"eu-west-1"};

    static std::size_t events(EmbeddedWorld& world) { return printedLog(*world.open(), world.regions()[0]).size(); }

private slots:

    void addingAnOrganizationMakesItsRowAndItsEvents() {
        EmbeddedWorld world;
        const auto store = world.open();
        auto request = orgCommand(eu, {}, AddOrg{"Acme", "eu-west-1", "business"});
        request.reason = "new customer";
        const auto added = runCommand(*store, request, systemClock());
        QVERIFY(added);
        QVERIFY(added->appended);
        QCOMPARE(added->id.text(), added->tenant.text());
        QVERIFY(parseUuid(added->tenant.text()));

        const auto home = store->tenantHome(eu, added->tenant);
        QVERIFY(home && *home);
        QCOMPARE((*home)->name, std::string("Acme"));
        QCOMPARE((*home)->plan, std::string("business"));
        const auto history = store->load(eu, added->tenant, {"org", added->id});
        QVERIFY(history);
        const OrgState state = foldOrg(history->events);
        QCOMPARE(state.name, std::string("Acme"));
        QCOMPARE(state.region, std::string("eu-west-1"));
        QCOMPARE(history->events.back().sequence, added->appended->sequence);
        QCOMPARE(history->events.front().actor, (Actor{"operator", ActorId("tester")}));
        QVERIFY(history->events.front().payload->find("new customer") != std::string::npos);
        QVERIFY(history->events.front().commandId);
    }

    void anOrganizationIsCreatedAtItsOwnRegion() {
        EmbeddedWorld world;
        const auto store = world.open();
        const auto added = runCommand(*store, orgCommand(eu, {}, AddOrg{"Acme", "us-east-1", {}}), systemClock());
        COMPARE_ERROR(added, ErrorCode::InvalidInput);
        QCOMPARE(added.error().get("field"), std::string("region"));
        QCOMPARE(events(world), std::size_t(0));
    }

    void renamingAndPlanChangeReachTheTenantsRow() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto store = world.open();
        QVERIFY(runCommand(*store, orgCommand(eu, acme, RenameOrg{"Acme Ltd"}), systemClock()));
        QVERIFY(runCommand(*store, orgCommand(eu, acme, ChangeOrgPlan{"business"}), systemClock()));
        const auto home = store->tenantHome(eu, acme);
        QVERIFY(home && *home);
        QCOMPARE((*home)->name, std::string("Acme Ltd"));
        QCOMPARE((*home)->plan, std::string("business"));
    }

    void organizationNamesAreUniqueInARegion() {
        EmbeddedWorld world;
        std::ignore = world.addOrg("Acme");
        const auto store = world.open();
        const std::size_t before = events(world);
        const auto added = runCommand(*store, orgCommand(eu, {}, AddOrg{"Acme", {}, {}}), systemClock());
        COMPARE_ERROR(added, ErrorCode::NameTaken);
        QCOMPARE(events(world), before);
    }

    void userNamesAreUniqueInATenantWhateverTheirCase() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const TenantId other = world.addOrg("Other");
        const AggregateId ann = world.addUser(acme, "ann");
        std::ignore = world.addUser(other, "ann"); // another tenant: another name space
        const auto store = world.open();
        const std::size_t before = events(world);
        const auto twin =
            runCommand(*store, userCommand(eu, acme, {}, AddMachine{" ANN ", "robot", {}}), systemClock());
        COMPARE_ERROR(twin, ErrorCode::NameTaken);
        QCOMPARE(events(world), before);

        // A name that is given back can be taken again.
        QVERIFY(runCommand(*store, userCommand(eu, acme, ann, ChangeUserName{"anna"}), systemClock()));
        QVERIFY(runCommand(*store, userCommand(eu, acme, {}, AddMachine{"Ann", "robot", {}}), systemClock()));
    }

    void changingOnlyTheCaseOfANameKeepsItsClaim() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto store = world.open();
        QVERIFY(runCommand(*store, userCommand(eu, acme, ann, ChangeUserName{"Ann"}), systemClock()));
        COMPARE_ERROR(runCommand(*store, userCommand(eu, acme, {}, AddMachine{"ann", "robot", {}}), systemClock()),
                      ErrorCode::NameTaken);
    }

    void aRefusalNamesItsReasonAndWritesNothing() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto store = world.open();
        QVERIFY(runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock()));
        const std::size_t before = events(world);
        const auto again = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock());
        COMPARE_ERROR(again, ErrorCode::Refused);
        QCOMPARE(again.error().get("reason"), std::string(reasonName(Reason::AlreadyLocked)));
        QCOMPARE(events(world), before);
    }

    void aDeactivatedOrganizationLetsNobodyIn_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("add a human") << 0 << false;
        QTest::newRow("add a machine") << 1 << false;
        QTest::newRow("unlock") << 2 << false;
        QTest::newRow("reactivate") << 3 << false;
        QTest::newRow("lock") << 4 << true;
        QTest::newRow("change the e-mail") << 5 << true;
    }

    void aDeactivatedOrganizationLetsNobodyIn() {
        QFETCH(int, which);
        QFETCH(bool, isTaken);
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId locked = world.addUser(acme, "locked");
        const AggregateId inactive = world.addUser(acme, "inactive");
        const AggregateId active = world.addUser(acme, "active");
        const auto store = world.open();
        QVERIFY(runCommand(*store, userCommand(eu, acme, locked, LockUser{}), systemClock()));
        QVERIFY(runCommand(*store, userCommand(eu, acme, inactive, DeactivateUser{}), systemClock()));
        QVERIFY(runCommand(*store, orgCommand(eu, acme, DeactivateOrg{}), systemClock()));

        AddHuman human;
        human.userName = "new";
        human.firstName = "N";
        human.lastName = "U";
        human.email = "new@example.org";
        const std::vector<CommandRequest> requests{
            userCommand(eu, acme, {}, human),
            userCommand(eu, acme, {}, AddMachine{"robot", "robot", {}}),
            userCommand(eu, acme, locked, UnlockUser{}),
            userCommand(eu, acme, inactive, ReactivateUser{}),
            userCommand(eu, acme, active, LockUser{}),
            userCommand(eu, acme, active, ChangeEmail{"else@example.org"}),
        };
        const auto result = runCommand(*store, requests[std::size_t(which)], systemClock());
        QCOMPARE(result.has_value(), isTaken);
        if (!isTaken)
            QCOMPARE(result.error().get("reason"), std::string(reasonName(Reason::OrganizationInactive)));
    }

    void aDryRunShowsTheEventsAndWritesNone() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto store = world.open();
        const std::size_t before = events(world);
        auto request = userCommand(eu, acme, ann, LockUser{});
        request.isDryRun = true;
        const auto shown = runCommand(*store, request, systemClock());
        QVERIFY(shown);
        QVERIFY(!shown->appended);
        QCOMPARE(types(shown->events), std::string("user.locked"));
        QCOMPARE(events(world), before);
    }

    void anUnknownTenantIsNotHere() {
        EmbeddedWorld world;
        const auto store = world.open();
        const auto result =
            runCommand(*store, userCommand(eu, TenantId("nobody"), AggregateId("x"), LockUser{}), systemClock());
        COMPARE_ERROR(result, ErrorCode::TenantNotHere);
    }

    void aSequenceThatHasMovedOnIsAConflictThatSaysWhere() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto store = world.open();
        auto request = userCommand(eu, acme, ann, LockUser{});
        request.ifSequence = 7;
        const std::size_t before = events(world);
        const auto stale = runCommand(*store, request, systemClock());
        COMPARE_ERROR(stale, ErrorCode::Conflict);
        QCOMPARE(stale.error().get("actual"), std::string("1"));
        QCOMPARE(events(world), before);
        request.ifSequence = 1;
        QVERIFY(runCommand(*store, request, systemClock()));
    }

    void aWriterInBetweenMakesItDecideAgain() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        bool isFirst = true;
        faults->beforeAppend = [&](const Append&) {
            if (!std::exchange(isFirst, false))
                return;
            QVERIFY(
                runCommand(*world.open(), userCommand(eu, acme, ann, ChangeEmail{"new@example.org"}), systemClock()));
        };
        const auto store = spoil(world.open(), faults);
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock());
        QVERIFY(locked);
        QCOMPARE(locked->appended->sequence, std::int64_t(3));
    }

    void decidingAgainMayEndInARefusal() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        faults->beforeAppend = [&](const Append&) {
            std::ignore = runCommand(*world.open(), userCommand(eu, acme, ann, LockUser{}), systemClock());
        };
        const auto store = spoil(world.open(), faults);
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock());
        COMPARE_ERROR(locked, ErrorCode::Refused);
        QCOMPARE(events(world), std::size_t(2 + 2));
    }

    void conflictsWithoutEndAreGivenBackAfterFourAttempts() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        int attempts = 0;
        faults->beforeAppend = [&](const Append&) {
            const std::string mail = "m" + std::to_string(++attempts) + "@example.org";
            QVERIFY(runCommand(*world.open(), userCommand(eu, acme, ann, ChangeEmail{mail}), systemClock()));
        };
        const auto store = spoil(world.open(), faults);
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock());
        COMPARE_ERROR(locked, ErrorCode::Conflict);
        QCOMPARE(attempts, 4);
        QCOMPARE(locked.error().get("actual"), std::string("5"));
    }

    void aLostAnswerIsSettledAsDone() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        faults->answerOfAppend = [](const Append&, Result<Appended>) -> Result<Appended> {
            return failure(ErrorCode::OutcomeUnknown, "cut");
        };
        int asked = 0;
        faults->settle = [&](const Append&) -> std::optional<Result<Settlement>> {
            if (++asked < 3)
                return failure(ErrorCode::Unreachable, "still down");
            return std::nullopt;
        };
        const auto store = spoil(world.open(), faults);
        std::vector<std::string> heard;
        CommandListener listener;
        listener.onAppend = [&] { heard.emplace_back("sent"); };
        listener.onUnknown = [&](const Error& e) { heard.emplace_back(errorCodeName(e.code)); };
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock(), {}, listener);
        QVERIFY(locked);
        QCOMPARE(locked->appended->sequence, std::int64_t(2));
        QCOMPARE(heard, (std::vector<std::string>{"sent", "outcomeUnknown", "unreachable", "unreachable"}));
        QCOMPARE(events(world), std::size_t(2 + 2));
    }

    void aLostCommandIsSettledAsNotWrittenAndNotRepeated() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        int appends = 0;
        faults->beforeAppend = [&](const Append&) {
            ++appends;
            faults->setDown(true); // it never reaches the store
        };
        faults->answerOfAppend = [&](const Append&, Result<Appended>) -> Result<Appended> {
            faults->setDown(false);
            return failure(ErrorCode::OutcomeUnknown, "cut");
        };
        const auto store = spoil(world.open(), faults);
        const std::size_t before = events(world);
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock());
        COMPARE_ERROR(locked, ErrorCode::Unreachable);
        QCOMPARE(locked.error().get("written"), std::string("no"));
        QCOMPARE(appends, 1);
        QCOMPARE(events(world), before);
    }

    void anUnknownOutcomeIsGivenBackOnlyWhenToldToStop() {
        EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const AggregateId ann = world.addUser(acme, "ann");
        const auto faults = std::make_shared<Faults>();
        faults->answerOfAppend = [](const Append&, Result<Appended>) -> Result<Appended> {
            return failure(ErrorCode::OutcomeUnknown, "cut");
        };
        std::stop_source stop;
        int asked = 0;
        faults->settle = [&](const Append&) -> std::optional<Result<Settlement>> {
            if (++asked == 2)
                stop.request_stop();
            return failure(ErrorCode::PermissionDenied, "not even asking works");
        };
        const auto store = spoil(world.open(), faults);
        const auto locked = runCommand(*store, userCommand(eu, acme, ann, LockUser{}), systemClock(), stop.get_token());
        COMPARE_ERROR(locked, ErrorCode::OutcomeUnknown);
        QCOMPARE(asked, 2);
        QVERIFY(!locked.error().get("commandId").empty());
    }

    void theOperatorIsTheDatabaseUserWhenNoneIsNamed() {
        EmbeddedWorld world;
        const auto store = world.open();
        const auto identity = store->connect(eu);
        QVERIFY(identity);
        auto request = orgCommand(eu, {}, AddOrg{"Acme", {}, {}});
        request.operatorName.clear();
        const auto added = runCommand(*store, request, systemClock());
        QVERIFY(added);
        const auto history = store->load(eu, added->tenant, {"org", added->id});
        QVERIFY(history);
        QCOMPARE(history->events.front().actor, (Actor{"operator", ActorId(identity->databaseUser)}));
    }
};

} // namespace

MUNIMENT_TEST(command, TestCommand);
#include "test_command.moc"
