#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace muniment::test {

void StoreContract::historyKeepsItsTimesIdsAndOrder() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme"), homeOf("other")};
    auto events = history("acme", "ann", 1, 3);
    const auto others = history("other", "bob", 1, 2);
    events.insert(events.begin() + 1, others.begin(), others.end());
    events[0].sourceIp = "192.0.2.9";
    events[0].commandId = randomUuid();
    events[0].correlationId = randomUuid();
    events[0].outcome = "failure";
    events[1].payload.reset();
    VERIFY_OK(store->insertHistory(home(), {tenants, events}));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(printed(*all), printed(events));
    for (std::size_t i = 0; i < events.size(); ++i) {
        RecordedEvent expected = events[i];
        expected.key = (*all)[i].key; // the server's
        QVERIFY2((*all)[i] == expected, std::to_string(i).c_str());
    }
}

void StoreContract::historyIsAllOrNothing() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 50);
    events[30].sequence = 99;
    QCOMPARE(codeOf(store->insertHistory(home(), {tenants, events})), QStringLiteral("conflict"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QVERIFY(all->empty());
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QVERIFY(!found->has_value());
}

void StoreContract::historyOfAnUnknownTenantIsRefused() {
    auto store = m_bench->openMover();
    QCOMPARE(codeOf(store->insertHistory(home(), {{}, history("nobody", "ann", 1, 2)})),
             QStringLiteral("tenantNotHere"));
}

void StoreContract::historyGivesAddressesBackInOneForm() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 1);
    events[0].sourceIp = "2001:DB8:0:0:0:0:0:1";
    VERIFY_OK(store->insertHistory(home(), {tenants, events}));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->at(0).sourceIp, std::optional<std::string>("2001:db8::1"));
}

void StoreContract::historyWithAnAddressThatIsNoneWritesNothing() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 2);
    events[1].sourceIp = "192.0.2.300";
    const auto written = store->insertHistory(home(), {tenants, events});
    QCOMPARE(codeOf(written), QStringLiteral("invalidInput"));
    QCOMPARE(written.error().get("field"), std::string("sourceIp"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QVERIFY(all->empty());
}

void StoreContract::historyLeavesAnExistingTenantAsItIs() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    VERIFY_OK(store->insertHistory(home(), {tenants, history("acme", "ann", 1, 2)}));
    std::vector<TenantHome> again{homeOf("acme")};
    again[0].plan = "premium";
    VERIFY_OK(store->insertHistory(home(), {again, history("acme", "ann", 3, 2)}));
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QCOMPARE((*found)->plan, std::string("standard"));
    const auto loaded = store->load(home(), TenantId("acme"), {"user", AggregateId("ann")});
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events.size(), std::size_t{4});
}

void StoreContract::liveEventsContinueHistory() {
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    VERIFY_OK(mover->insertHistory(home(), {tenants, history("acme", "ann", 1, 3)}));
    auto store = m_bench->open();
    QCOMPARE(codeOf(store->append(changed(home(), "acme", "ann", 2))), QStringLiteral("conflict"));
    VERIFY_OK(store->append(changed(home(), "acme", "ann", 3)));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->back().sequence, std::int64_t{4});
    QVERIFY((*all)[2].key < all->back().key);
}

void StoreContract::historyKeepsPayloadBytesAsTheyAre() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 4);
    events[0].payload = R"({ "b": 1,  "a": 9007199254740993 })";
    events[1].payload = std::string(100'000, '[') + std::string(100'000, ']');
    events[2].payload = "not JSON at all";
    events[3].payload = "";
    VERIFY_OK(store->insertHistory(home(), {tenants, events}));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    for (std::size_t i = 0; i < events.size(); ++i)
        QVERIFY2((*all)[i].payload == events[i].payload, std::to_string(i).c_str());
}

void StoreContract::historyTakesNames() {
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme"), homeOf("other")};
    const std::vector<HistoryClaim> claims{
        inHistory("acme", "ann", take("user_name", "ann")), inHistory("acme", "bob", take("user_name", "bob")),
        inHistory("acme", "bob", release("user_name", "bob")), inHistory("other", "eve", take("user_name", "eve"))};
    VERIFY_OK(mover->insertHistory(home(), {tenants, history("acme", "ann", 1, 2), claims}));
    auto store = m_bench->open();
    const auto added = [&](const char* tenant, const char* name) {
        Append append = newUser(home(), tenant, std::string("new-") + name);
        append.claims = {take("user_name", name)};
        return codeOf(store->append(append));
    };
    QCOMPARE(added("acme", "ann"), QStringLiteral("nameTaken"));
    QCOMPARE(added("acme", "bob"), QStringLiteral("none"));
    QCOMPARE(added("acme", "eve"), QStringLiteral("none"));
    QCOMPARE(added("other", "eve"), QStringLiteral("nameTaken"));
    // The owner gives up what its history took.
    Append renamedUser = changed(home(), "acme", "ann", 2);
    renamedUser.claims = {release("user_name", "ann"), take("user_name", "anna")};
    VERIFY_OK(store->append(renamedUser));
    QCOMPARE(added("acme", "ann"), QStringLiteral("none"));
    QCOMPARE(added("acme", "anna"), QStringLiteral("nameTaken"));
}

void StoreContract::historyThatTakesANameTwiceWritesNothing_data() {
    QTest::addColumn<bool>("isInTheStore");
    QTest::newRow("held before") << true;
    QTest::newRow("by two of its own") << false;
}

void StoreContract::historyThatTakesANameTwiceWritesNothing() {
    QFETCH(bool, isInTheStore);
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    std::vector<HistoryClaim> claims{inHistory("acme", "ann", take("user_name", "ann"))};
    VERIFY_OK(mover->insertHistory(
        home(), {tenants, history("acme", "ann", 1, 1),
                 isInTheStore ? std::span<const HistoryClaim>(claims) : std::span<const HistoryClaim>()}));
    claims.insert(isInTheStore ? claims.begin() : claims.end(), inHistory("acme", "bob", take("user_name", "ann")));
    if (isInTheStore)
        claims.pop_back();
    QCOMPARE(codeOf(mover->insertHistory(home(), {{}, history("acme", "bob", 1, 3), claims})),
             QStringLiteral("nameTaken"));
    const auto all = readAll(*mover, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{1});
}

// Over several transactions, as bulk history comes.
void StoreContract::namesOfALongHistoryMoveFromOwnerToOwner() {
    auto mover = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    VERIFY_OK(mover->insertHistory(home(), {tenants, history("acme", "u0", 1, 1)}));
    for (int round = 1; round <= 3; ++round) {
        const std::string before = "u" + std::to_string(round - 1);
        const std::string now = "u" + std::to_string(round);
        std::vector<HistoryClaim> claims;
        for (int i = 0; i < 500; ++i) {
            const std::string name = "name " + std::to_string(i);
            if (round > 1)
                claims.push_back(inHistory("acme", before, release("user_name", name)));
            claims.push_back(inHistory("acme", now, take("user_name", name)));
        }
        VERIFY_OK(mover->insertHistory(home(), {{}, history("acme", now, 1, 1), claims}));
    }
    // A release by who does not hold it frees nothing.
    const std::vector<HistoryClaim> stray{inHistory("acme", "u1", release("user_name", "name 7"))};
    VERIFY_OK(mover->insertHistory(home(), {{}, history("acme", "u1", 2, 1), stray}));
    Append append = newUser(home(), "acme", "late");
    append.claims = {take("user_name", "name 7")};
    QCOMPARE(codeOf(m_bench->open()->append(append)), QStringLiteral("nameTaken"));
}

void StoreContract::cancelEndsARunningCall() {
    auto store = m_bench->openMover();
    VERIFY_OK(store->connect(home()));
    const std::vector<TenantHome> tenants{homeOf("acme")};
    const auto events = history("acme", "ann", 1, 200'000); // takes seconds
    std::atomic<bool> hasEnded = false;
    Result<std::int64_t> result = 0;
    std::jthread worker([&] {
        result = store->insertHistory(home(), {tenants, events});
        hasEnded = true;
    });
    while (!hasEnded) { // a cancel between two statements ends none
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        store->cancel();
    }
    worker.join();
    QCOMPARE(codeOf(result), QStringLiteral("cancelled"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QVERIFY(all->empty());
}

void StoreContract::cancelWithoutACallChangesNothing() {
    auto store = m_bench->open();
    addAcme(*store);
    store->cancel();
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
}

void StoreContract::aDroppedConnectionIsMadeAnew() {
    auto store = m_bench->open();
    addAcme(*store);
    store->disconnect();
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    store->disconnect();
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{2});
}

void StoreContract::theCheapestQuestionIsAnswered() {
    auto store = m_bench->open();
    VERIFY_OK(store->connect(home()));
    const auto took = store->ping();
    VERIFY_OK(took);
    QVERIFY(took->count() >= 0);
}

} // namespace muniment::test
