// Protects: many commands in one go have a result each, whatever is wrong with some of them; a run can be paused,
// cancelled and gone on with, and a region that goes away in the middle costs nothing and sends nothing twice.
#include "models/bulk/bulk_plan.h"
#include "models/directory/directory.h"
#include "models/workspace/bulk_run.h"
#include "models/workspace/sync_run.h"
#include "tests/support/test_registry.h"
#include "tests/workspace/embedded_world.h"
#include "tests/workspace/faulty_store.h"

#include <QTest>

#include <map>
#include <set>
#include <sstream>

using namespace muniment;
using namespace muniment::test;

namespace {

using State = BulkOutcome::State;
constexpr std::chrono::seconds kLong{300};

std::vector<CommandRequest> robots(const EmbeddedWorld& world, const TenantId& tenant, int count) {
    std::vector<CommandRequest> requests;
    for (int i = 0; i < count; ++i)
        requests.push_back(
            userCommand(world.regions().front(), tenant, {}, AddMachine{"robot" + std::to_string(i), {}, {}}));
    return requests;
}

std::size_t userNamesIn(EventStore& store, const RegionName& region) {
    std::set<std::string> names;
    std::size_t additions = 0;
    if (!store.connect(region))
        qFatal("cannot connect");
    TailRequest request{region, std::nullopt, 8192, true};
    for (bool isFull = true; isFull;) {
        const auto page = store.readTail(request);
        if (!page)
            qFatal("cannot read the log");
        for (const RecordedEvent& event : page->events)
            if (event.type == "user.machine.added" || event.type == "user.human.added") {
                ++additions;
                names.insert(event.payload.value_or(""));
            }
        if (!page->events.empty())
            request.after = page->events.back().key;
        isFull = page->isFull;
    }
    return names.size() == additions ? additions : 0; // 0: something was sent twice
}

class TestBulkRun : public QObject {
    Q_OBJECT

    static StoreOpener openerOf(const EmbeddedWorld& world) {
        return [&world](const std::string&) -> Result<std::unique_ptr<EventStore>> { return world.open(); };
    }

private slots:

    void everyRowHasItsResult() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        std::ignore = world.addUser(acme, "robot7");
        auto requests = robots(world, acme, 500);
        requests[13].command = UserCommand(AddMachine{"", {}, {}});
        requests[499].command = UserCommand(AddMachine{"ROBOT3", {}, {}});
        BulkRun run({world.regions().front(), world.endpoint()}, openerOf(world), systemClock(), {}, {});
        run.start(requests);
        QVERIFY(run.waitUntilStill(kLong));
        const auto status = run.status();
        QVERIFY(status.isFinished);
        QCOMPARE(status.done, std::size_t(497));
        QCOMPARE(status.failed, std::size_t(3));
        const auto outcomes = run.outcomes();
        QVERIFY(outcomes[7].error->code == ErrorCode::NameTaken);
        QCOMPARE(outcomes[13].error->get("reason"), std::string("nameMissing"));
        // Whichever of the two came first has the name.
        QVERIFY((outcomes[3].state == State::Failed) != (outcomes[499].state == State::Failed));
        std::set<AggregateId> ids;
        for (const BulkOutcome& outcome : outcomes)
            if (outcome.state == State::Done)
                ids.insert(outcome.id);
        QCOMPARE(ids.size(), status.done);
        QCOMPARE(userNamesIn(*world.open(), world.regions().front()), std::size_t(498));
        QVERIFY(run.newest());
    }

    void whatChangesIsToldOnce() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        BulkRun run({world.regions().front(), world.endpoint()}, openerOf(world), systemClock(), {}, {});
        auto requests = robots(world, acme, 120);
        requests[70].command = UserCommand(AddMachine{"", {}, {}});
        run.start(std::move(requests));
        QVERIFY(run.waitUntilStill(kLong));
        const auto changes = run.takeChanges();
        std::map<std::size_t, State> states;
        for (const auto& [row, outcome] : changes)
            states[row] = outcome.state;
        QCOMPARE(changes.size(), std::size_t(120));
        QCOMPARE(states.size(), std::size_t(120));
        QVERIFY(states[70] == State::Failed && states[71] == State::Done);
        QVERIFY(run.takeChanges().empty());
    }

    void itIsPausedAndGoneOnWith() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        BulkRun run({world.regions().front(), world.endpoint()}, openerOf(world), systemClock(), {1, 10}, {});
        run.pause();
        run.start(robots(world, acme, 200));
        QVERIFY(run.waitUntilStill(kLong));
        QCOMPARE(run.status().done, std::size_t(0));
        QVERIFY(run.status().isPaused && !run.status().isFinished);
        run.resume();
        QVERIFY(run.waitUntilStill(kLong));
        QCOMPARE(run.status().done, std::size_t(200));
        QVERIFY(run.status().isFinished);
    }

    void whatIsCancelledStaysUnsent() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        BulkRun* cancelled = nullptr;
        BulkRun run({world.regions().front(), world.endpoint()}, openerOf(world), systemClock(), {1, 10}, [&cancelled] {
            if (cancelled != nullptr && cancelled->status().done >= 30)
                cancelled->cancel();
        });
        cancelled = &run;
        run.start(robots(world, acme, 500));
        QTRY_VERIFY_WITH_TIMEOUT(run.status().isFinished, 300'000);
        const auto status = run.status();
        QVERIFY(status.done >= 30 && status.done < 500);
        QCOMPARE(status.waiting(), 500 - status.done);
        QCOMPARE(userNamesIn(*world.open(), world.regions().front()), status.done);
        run.resume(); // not after a cancel
        QCOMPARE(run.status().done, status.done);
    }

    void aRegionThatGoesAwayPausesTheRun() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto faults = std::make_shared<Faults>();
        std::atomic<int> appends = 0;
        faults->beforeAppend = [&](const Append&) {
            if (++appends == 5)
                faults->setDown(true);
        };
        BulkRun run(
            {world.regions().front(), world.endpoint()},
            [&](const std::string&) -> Result<std::unique_ptr<EventStore>> { return spoil(world.open(), faults); },
            systemClock(), {2, 10}, {});
        run.start(robots(world, acme, 300));
        QVERIFY(run.waitUntilStill(kLong));
        auto status = run.status();
        QVERIFY(status.isPaused && status.pausedBy);
        QVERIFY(status.pausedBy->isTransient());
        QVERIFY(status.done < 300);
        QCOMPARE(status.failed, std::size_t(0));
        faults->setDown(false);
        run.resume();
        QVERIFY(run.waitUntilStill(kLong));
        status = run.status();
        QCOMPARE(status.done, std::size_t(300));
        QCOMPARE(userNamesIn(*world.open(), world.regions().front()), std::size_t(300));
    }

    void membersOfOneTeamKeepTheirOrder() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        const auto store = world.open();
        CommandRequest team = userCommand(world.regions().front(), acme, {}, LockUser{});
        team.command = TeamCommand(AddTeam{"ops", {}});
        const auto ops = runCommand(*store, team, systemClock());
        QVERIFY(ops);
        std::vector<CommandRequest> requests;
        for (int i = 0; i < 120; ++i) {
            const AggregateId user = world.addUser(acme, "u" + std::to_string(i));
            team.id = ops->id;
            team.command = TeamCommand(AddTeamMember{{TeamMember::Kind::User, user}});
            requests.push_back(team);
        }
        BulkRun run({world.regions().front(), world.endpoint()}, openerOf(world), systemClock(), {}, {});
        run.start(requests);
        QVERIFY(run.waitUntilStill(kLong));
        QCOMPARE(run.status().done, std::size_t(120));
        const auto history = store->load(world.regions().front(), acme, {"team", ops->id});
        QVERIFY(history);
        QCOMPARE(foldTeam(history->events).members.size(), std::size_t(120));
    }

    void aTableIsPlannedFromTheFile() {
        const EmbeddedWorld world;
        const TenantId acme = world.addOrg("Acme");
        std::ignore = world.addUser(acme, "ann");
        const auto replica = world.createReplica();
        QVERIFY(syncOnce(*replica, {}, [](const SyncReport&) {}, {}));
        const auto snapshot = replica->snapshot();
        QVERIFY(snapshot);
        const auto org = findOrganization(**snapshot, "Acme");
        QVERIFY(org);
        std::istringstream in("user name,e-mail,first name\n"
                              "bob,bob@acme.example,Bob\n"
                              "ANN,x@acme.example,Ann\n"
                              "cleo,not an address,Cleo\n"
                              "bob,b@acme.example,Robert\n"
                              "аnn,a@acme.example,Anna\n"); // begins with a Cyrillic letter
        const auto table = readCsv(in, {}, {});
        QVERIFY(table);
        const auto plan =
            planBulk(**snapshot, *org, *table, suggestMapping(BulkKind::Users, table->header), "import", {}, {});
        QVERIFY(plan);
        QCOMPARE(plan->rows.size(), std::size_t(5));
        QCOMPARE(plan->sendable(), std::size_t(2));
        QVERIFY(plan->rows[0].request && plan->rows[0].request->reason == "import");
        QVERIFY(plan->rows[1].request.error().code == ErrorCode::NameTaken);
        QCOMPARE(plan->rows[2].request.error().get("reason"), std::string("emailInvalid"));
        QVERIFY(plan->rows[3].request.error().code == ErrorCode::NameTaken); // by the first row
        QVERIFY(plan->rows[4].request.has_value());
        QVERIFY(plan->rows[4].notice == BulkRow::Notice::LooksAlike);
        QCOMPARE(plan->rows[4].other, std::string("ann"));
        QCOMPARE(plan->rows[4].line, std::size_t(6));
    }
};

MUNIMENT_TEST(bulk_run, TestBulkRun);

} // namespace

#include "test_bulk_run.moc"
