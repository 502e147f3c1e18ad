#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

#include <atomic>
#include <map>
#include <set>
#include <thread>

namespace muniment::test {

namespace {

/// PostgreSQL's horizon is exclusive, the others' is inclusive.
bool isBelowHorizon(StoreFlavour flavour, const Position& position, const Position& horizon) {
    return flavour == StoreFlavour::PostgreSql ? position < horizon : position <= horizon;
}

/// What one reader saw while others wrote.
struct TailRecord {
    std::vector<RecordedEvent> events;
    std::vector<std::pair<Position, std::size_t>> horizons; ///< told when that many events had been read
    std::optional<Error> error;
};

/// Reads on until `isDone`, and then to the end of what is there.
TailRecord follow(EventStore& store, const RegionName& region, int limit, const std::atomic<bool>& isDone) {
    TailRecord record;
    std::optional<LogKey> after;
    for (bool isLast = false; !isLast;) {
        isLast = isDone;
        for (bool isFull = true; isFull;) {
            auto page = store.readTail({region, after, limit, true});
            if (!page) {
                record.error = page.error();
                return record;
            }
            isFull = page->isFull;
            for (RecordedEvent& event : page->events) {
                after = event.key;
                record.events.push_back(std::move(event));
            }
            if (!isFull)
                record.horizons.emplace_back(page->horizon, record.events.size());
        }
    }
    return record;
}

/// Writers of their own users, and the ids they were told.
class WritingCrowd {
public:
    WritingCrowd(StoreBench& bench, const RegionName& region, int writers, int appends) {
        for (int i = 0; i < writers; ++i)
            m_stores.push_back(bench.open());
        m_written.resize(m_stores.size());
        m_errors.resize(m_stores.size());
        for (std::size_t i = 0; i < m_stores.size(); ++i)
            m_threads.emplace_back([this, i, region, appends] { write(i, region, appends); });
    }

    void join() { m_threads.clear(); }

    [[nodiscard]] std::set<Uuid> written() const {
        std::set<Uuid> all;
        for (const auto& ids : m_written)
            all.insert(ids.begin(), ids.end());
        return all;
    }

    [[nodiscard]] std::string errors() const {
        std::string all;
        for (const auto& error : m_errors)
            all += error;
        return all;
    }

private:
    void write(std::size_t self, const RegionName& region, int appends) {
        const std::string user = "user" + std::to_string(self);
        std::int64_t sequence = 0;
        for (int i = 0; i < appends; ++i) {
            Append append = sequence == 0 ? newUser(region, "acme", user) : changed(region, "acme", user, sequence);
            append.events.resize(1 + (i + self) % 3, append.events.front());
            const auto appended = m_stores[self]->append(append);
            if (!appended) {
                m_errors[self] = described(appended.error());
                return;
            }
            sequence = appended->sequence;
            m_written[self].insert(m_written[self].end(), appended->eventIds.begin(), appended->eventIds.end());
        }
    }

    std::vector<std::unique_ptr<EventStore>> m_stores;
    std::vector<std::vector<Uuid>> m_written;
    std::vector<std::string> m_errors;
    std::vector<std::jthread> m_threads;
};

/// The first thing wrong with the order of `events`; empty when nothing is.
QString disorder(const std::vector<RecordedEvent>& events) {
    std::map<std::string, std::int64_t> sequences;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i > 0 && !(events[i - 1].key < events[i].key))
            return QStringLiteral("event %1 is not beyond the one before it").arg(i);
        auto& sequence = sequences[events[i].aggregate.id.text()];
        if (events[i].sequence != sequence + 1)
            return QStringLiteral("event %1: sequence %2 after %3").arg(i).arg(events[i].sequence).arg(sequence);
        sequence = events[i].sequence;
    }
    return {};
}

} // namespace

void StoreContract::anEmptyLogHasAnEmptyPage() {
    auto store = m_bench->open();
    const auto page = store->readTail({home(), {}, 100, false});
    VERIFY_OK(page);
    QVERIFY(page->events.empty());
    QVERIFY(!page->isFull);
    QVERIFY(page->snapshotEnd >= page->horizon);
    QVERIFY(page->serverTime.micros > 0);
}

void StoreContract::pagesMeetWithoutGapOrRepeat_data() {
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 3, 7, 10, 11, 1'000})
        QTest::addRow("pages of %d", limit) << limit;
}

void StoreContract::pagesMeetWithoutGapOrRepeat() {
    QFETCH(int, limit);
    auto store = m_bench->open();
    addAcme(*store);
    QStringList expected{QStringLiteral("org/acme 1 org.added")};
    for (int user = 0; user < 4; ++user) { // four transactions of ten events: ties in position that pages cut through
        Append append = newUser(home(), "acme", "u" + std::to_string(user));
        append.events.resize(10, append.events.front());
        VERIFY_OK(store->append(append));
        for (int sequence = 1; sequence <= 10; ++sequence)
            expected << QStringLiteral("user/u%1 %2 user.human.added").arg(user).arg(sequence);
    }
    const auto all = readAll(*store, home(), limit);
    VERIFY_OK(all);
    QCOMPARE(printed(*all), expected);
}

void StoreContract::oneTransactionLargerThanAPageIsReadWhole() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    const auto events = history("acme", "ann", 1, 5'000);
    const auto inserted = store->insertHistory(home(), {tenants, events});
    VERIFY_OK(inserted);
    QCOMPARE(*inserted, std::int64_t{5'000});
    const auto all = readAll(*store, home(), 1'024);
    VERIFY_OK(all);
    QCOMPARE(all->size(), events.size());
    QCOMPARE(disorder(*all), QString());
    QCOMPARE(all->front().key.position, all->back().key.position);
}

void StoreContract::eachRegionHasItsOwnLog() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newTenant(StoreBench::region(1), "other", "Other")));
    const auto here = readAll(*store, home());
    const auto there = readAll(*store, StoreBench::region(1));
    VERIFY_OK(here);
    VERIFY_OK(there);
    QCOMPARE(printed(*here), QStringList(QStringLiteral("org/acme 1 org.added")));
    QCOMPARE(printed(*there), QStringList(QStringLiteral("org/other 1 org.added")));
}

void StoreContract::theTailShowsWhatTheAppendReturned() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.correlationId = randomUuid();
    append.sourceIp = "192.0.2.7";
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    const auto all = readAll(*store, home());
    const auto loaded = store->load(home(), TenantId("acme"), append.aggregate);
    VERIFY_OK(all);
    VERIFY_OK(loaded);
    QCOMPARE(all->size(), std::size_t{2});
    QCOMPARE(all->back().key, appended->key);
    QVERIFY(all->back() == loaded->events.front());
}

void StoreContract::aPageSaysWhetherThereIsMore() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    VERIFY_OK(store->append(newUser(home(), "acme", "bob")));
    const auto first = store->readTail({home(), {}, 2, true});
    VERIFY_OK(first);
    QCOMPARE(first->events.size(), std::size_t{2});
    QVERIFY(first->isFull);
    const auto rest = store->readTail({home(), first->events.back().key, 2, true});
    VERIFY_OK(rest);
    QCOMPARE(rest->events.size(), std::size_t{1});
    QVERIFY(!rest->isFull);
    const auto nothing = store->readTail({home(), rest->events.back().key, 2, true});
    VERIFY_OK(nothing);
    QVERIFY(nothing->events.empty());
}

void StoreContract::aPageHoldsOnlyWhomItWasAskedFor() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    VERIFY_OK(store->append(newTenant(home(), "other", "Other")));
    VERIFY_OK(store->append(newUser(home(), "other", "bob")));
    TailRequest request{home(), {}, 100, true, {TenantFilter::Kind::Only, {TenantId("acme")}, {}}};
    const auto some = store->readTail(request);
    VERIFY_OK(some);
    QCOMPARE(some->events.size(), std::size_t{2});
    for (const RecordedEvent& event : some->events)
        QCOMPARE(event.tenant, TenantId("acme"));
    QVERIFY(some->passed.has_value());
    QVERIFY(*some->passed > some->events.back().key);

    // From there on: what the filter leaves out moves it on, and what comes later is not missed.
    VERIFY_OK(store->append(newUser(home(), "other", "cid")));
    request.after = some->passed;
    const auto nothing = store->readTail(request);
    VERIFY_OK(nothing);
    QVERIFY(nothing->events.empty());
    QVERIFY(nothing->passed && *nothing->passed >= *some->passed);
    VERIFY_OK(store->append(newUser(home(), "acme", "dan")));
    request.after = nothing->passed;
    const auto later = store->readTail(request);
    VERIFY_OK(later);
    QCOMPARE(later->events.size(), std::size_t{1});

    // A full page goes on from its last event. Nobody has moved, so nobody is left out for that.
    request = {home(), {}, 2, true, {TenantFilter::Kind::WithoutMovedBeyond, {}, {home()}}};
    const auto full = store->readTail(request);
    VERIFY_OK(full);
    QVERIFY(full->isFull && !full->passed);
    request.limit = 100;
    const auto everybody = store->readTail(request);
    VERIFY_OK(everybody);
    QCOMPARE(everybody->events.size(), std::size_t{6});
    request.tenants = {};
    const auto unfiltered = store->readTail(request);
    VERIFY_OK(unfiltered);
    QVERIFY(!unfiltered->passed);
}

void StoreContract::largePayloadsEndAPageEarly() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 200);
    for (RecordedEvent& event : events)
        event.payload = R"({"text":")" + std::string(250'000, 'x') + R"("})";
    VERIFY_OK(store->insertHistory(home(), {tenants, events}));
    std::optional<LogKey> after;
    std::size_t read = 0;
    for (bool isFull = true; isFull;) {
        const auto page = store->readTail({home(), after, 8'192, true});
        VERIFY_OK(page);
        std::size_t bytes = 0;
        for (const RecordedEvent& event : page->events)
            bytes += event.payload->size();
        QVERIFY2(bytes <= kTailPageBytes + 250'100, std::to_string(bytes).c_str());
        read += page->events.size();
        after = page->events.back().key;
        isFull = page->isFull;
    }
    QCOMPARE(read, events.size());
}

void StoreContract::largePayloadsAmongSmallOnesAreReadInOrder() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    auto events = history("acme", "ann", 1, 120);
    for (const std::size_t large : {0U, 1U, 40U, 119U})
        events[large].payload = R"({"text":")" + std::string(50'000, 'x') + R"("})";
    VERIFY_OK(store->insertHistory(home(), {tenants, events}));
    std::vector<RecordedEvent> read;
    for (bool isFull = true; isFull;) {
        const auto page =
            store->readTail({home(), read.empty() ? std::nullopt : std::optional(read.back().key), 8'192, true});
        VERIFY_OK(page);
        QVERIFY(!page->isFull || !page->events.empty());
        read.insert(read.end(), page->events.begin(), page->events.end());
        isFull = page->isFull;
    }
    QCOMPARE(read.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(read[i].sequence, events[i].sequence);
        QVERIFY(read[i].payload == events[i].payload);
    }
}

void StoreContract::concurrentWritersAreReadOnceEach() {
    auto store = m_bench->open();
    addAcme(*store);
    std::atomic<bool> isDone = false;
    TailRecord record;
    std::jthread reader([&, tail = m_bench->open()] { record = follow(*tail, home(), 5, isDone); });
    WritingCrowd crowd(*m_bench, home(), 8, 15);
    crowd.join();
    isDone = true;
    reader.join();
    QCOMPARE(crowd.errors(), std::string());
    QVERIFY2(!record.error, record.error ? described(*record.error).c_str() : "");
    QCOMPARE(disorder(record.events), QString());
    std::set<Uuid> read;
    for (const RecordedEvent& event : record.events)
        QVERIFY2(read.insert(event.eventId).second, event.eventId.text().c_str());
    read.erase(record.events.front().eventId); // the tenant itself
    QVERIFY(read == crowd.written());
}

void StoreContract::nothingAppearsBelowAHorizonThatWasTold() {
    auto store = m_bench->open();
    addAcme(*store);
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    std::atomic<bool> isDone = false;
    TailRecord record;
    std::jthread reader([&, tail = m_bench->open()] { record = follow(*tail, home(), 1'000, isDone); });
    WritingCrowd crowd(*m_bench, home(), 6, 15);
    crowd.join();
    isDone = true;
    reader.join();
    QCOMPARE(crowd.errors(), std::string());
    QVERIFY2(!record.error, record.error ? described(*record.error).c_str() : "");
    for (std::size_t i = 1; i < record.horizons.size(); ++i)
        QVERIFY(record.horizons[i - 1].first <= record.horizons[i].first);
    for (const auto& [horizon, read] : record.horizons)
        if (read < record.events.size())
            QVERIFY(!isBelowHorizon(identity->flavour, record.events[read].key.position, horizon));
}

void StoreContract::theBacklogIsEstimated() {
    auto store = m_bench->openMover();
    const std::vector<TenantHome> tenants{homeOf("acme")};
    VERIFY_OK(store->insertHistory(home(), {tenants, history("acme", "ann", 1, 2'000)}));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    const auto none = store->estimateBacklog(home(), all->back().key);
    VERIFY_OK(none);
    QCOMPARE(*none, std::int64_t{0});
    const auto whole = store->estimateBacklog(home(), std::nullopt);
    VERIFY_OK(whole);
    QVERIFY2(*whole >= 1'000 && *whole <= 20'000, std::to_string(*whole).c_str());
}

} // namespace muniment::test
