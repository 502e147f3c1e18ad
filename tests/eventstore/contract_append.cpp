#include "models/base/clock.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace muniment::test {

void StoreContract::anAppendedEventIsLoadedAsItWasWritten() {
    auto store = m_bench->open();
    addAcme(*store);
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    const Instant before = systemClock().now();
    Append append = newUser(home(), "acme", "ann");
    append.occurredAt = {before.micros - 3'600 * kMicrosPerSecond};
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events.size(), std::size_t{1});

    const RecordedEvent& event = loaded->events.front();
    QCOMPARE(event.tenant, TenantId("acme"));
    QCOMPARE(event.epoch, 1);
    QCOMPARE(event.aggregate, append.aggregate);
    QCOMPARE(event.sequence, std::int64_t{1});
    QCOMPARE(event.type, append.events[0].type);
    QCOMPARE(event.revision, append.events[0].revision);
    QCOMPARE(event.occurredAt, append.occurredAt);
    QCOMPARE(event.actor, append.actor);
    QCOMPARE(event.outcome, std::string("success"));
    QCOMPARE(event.commandId, std::optional(append.commandId));
    QCOMPARE(event.payload, append.events[0].payload);
    QVERIFY(!event.sourceIp && !event.correlationId);
    // The server's words, not the caller's.
    QCOMPARE(event.writer, identity->databaseUser);
    QVERIFY(event.recordedAt >= before);
    QVERIFY(event.recordedAt <= systemClock().now());
    QCOMPARE(event.salt.size(), std::size_t{16});
    QVERIFY(event.key.position.major > 0);
    QCOMPARE(appended->sequence, std::int64_t{1});
    QCOMPARE(appended->key, event.key);
    QCOMPARE(appended->eventIds, std::vector<Uuid>{event.eventId});
}

void StoreContract::eventsOfOneCommandShareAPositionAndKeepTheirOrder() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    for (int i = 0; i < 40; ++i)
        append.events.push_back({"custom.step." + std::to_string(i), 1, std::nullopt});
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    QCOMPARE(appended->sequence, std::int64_t{41});
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events.size(), append.events.size());
    for (std::size_t i = 0; i < loaded->events.size(); ++i) {
        const RecordedEvent& event = loaded->events[i];
        QCOMPARE(event.sequence, static_cast<std::int64_t>(i) + 1);
        QCOMPARE(event.type, append.events[i].type);
        QCOMPARE(event.eventId, appended->eventIds[i]);
        QCOMPARE(event.key.position, appended->key.position);
        if (i > 0)
            QVERIFY(loaded->events[i - 1].key < event.key);
    }
}

void StoreContract::noPayloadIsNotAnEmptyObject() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.events = {{"custom.none", 1, std::nullopt}, {"custom.empty", 1, "{}"}};
    VERIFY_OK(store->append(append));
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events[0].payload, std::optional<std::string>());
    QCOMPARE(loaded->events[1].payload, std::optional<std::string>("{}"));
}

void StoreContract::optionalFieldsComeBack() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.correlationId = randomUuid();
    append.sourceIp = "2001:DB8:0:0:0:0:0:1";
    append.events[0].revision = 7;
    append.events[0].outcome = "failure";
    VERIFY_OK(store->append(append));
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events[0].correlationId, append.correlationId);
    QCOMPARE(loaded->events[0].sourceIp, std::optional<std::string>("2001:db8::1"));
    QCOMPARE(int(loaded->events[0].revision), 7);
    QCOMPARE(loaded->events[0].outcome, std::string("failure"));
}

void StoreContract::aStaleSequenceIsAConflictThatWritesNothing() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    VERIFY_OK(store->append(changed(home(), "acme", "ann", 1)));
    Append stale = changed(home(), "acme", "ann", 1);
    stale.claims = {take("user_name", "ann")};
    const auto refused = store->append(stale);
    QCOMPARE(codeOf(refused), QStringLiteral("conflict"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(printed(*all),
             QStringList({QStringLiteral("org/acme 1 org.added"), QStringLiteral("user/ann 1 user.human.added"),
                          QStringLiteral("user/ann 2 user.locked")}));
    // Its claim was not taken either.
    Append other = newUser(home(), "acme", "bob");
    other.claims = stale.claims;
    VERIFY_OK(store->append(other));
}

void StoreContract::aSequenceBeyondTheNextIsAConflict() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    QCOMPARE(codeOf(store->append(changed(home(), "acme", "ann", 2))), QStringLiteral("conflict"));
    QCOMPARE(codeOf(store->append(changed(home(), "acme", "nobody", 1))), QStringLiteral("conflict"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{2});
}

void StoreContract::anAggregateThatExistsIsNotCreatedAgain() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    QCOMPARE(codeOf(store->append(newUser(home(), "acme", "ann"))), QStringLiteral("conflict"));
}

void StoreContract::ofManyWritersOfOneAggregateOneWins() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    constexpr int kWriters = 8;
    std::vector<std::unique_ptr<EventStore>> stores;
    for (int i = 0; i < kWriters; ++i) {
        stores.push_back(m_bench->open());
        VERIFY_OK(stores.back()->connect(home()));
    }
    std::atomic<int> won = 0;
    std::atomic<int> conflicts = 0;
    {
        std::vector<std::jthread> writers;
        for (const auto& writer : stores)
            writers.emplace_back([&] {
                const auto result = writer->append(changed(home(), "acme", "ann", 1));
                won += result ? 1 : 0;
                conflicts += !result && result.error().code == ErrorCode::Conflict ? 1 : 0;
            });
    }
    QCOMPARE(won.load(), 1);
    QCOMPARE(conflicts.load(), kWriters - 1);
    const auto loaded = store->load(home(), TenantId("acme"), {"user", AggregateId("ann")});
    VERIFY_OK(loaded);
    QCOMPARE(loaded->events.size(), std::size_t{2});
}

void StoreContract::anAppendWithoutEventsIsRefused() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.events.clear();
    QCOMPARE(codeOf(store->append(append)), QStringLiteral("invalidInput"));
}

void StoreContract::anUnknownAggregateHasAnEmptyHistory() {
    auto store = m_bench->open();
    addAcme(*store);
    for (const char* tenant : {"acme", "nobody"}) {
        const auto loaded = store->load(home(), TenantId(tenant), {"user", AggregateId("ann")});
        VERIFY_OK(loaded);
        QVERIFY(loaded->events.empty());
    }
}

} // namespace muniment::test
