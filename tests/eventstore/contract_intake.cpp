#include "models/base/canonical_json.h"
#include "models/eventstore/intake.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

namespace muniment::test {

namespace {

/// Records with bodies {"n":0}, {"n":1} …, in the order in which they were received.
std::vector<Uuid> received(Intake& intake, const RegionName& region, int count) {
    std::vector<Uuid> ids;
    for (int i = 0; i < count; ++i) {
        const auto id = intake.receive(region, R"({"Source":"Billing"})", "{\"n\":" + std::to_string(i) + "}");
        if (!id)
            qFatal("%s", described(id).c_str());
        ids.push_back(*id);
    }
    return ids;
}

Promotion promotionOf(Append append, std::vector<Uuid> records) {
    return {std::move(append), std::move(records), "billing users"};
}

std::vector<Uuid> idsOf(const IntakePage& page) {
    std::vector<Uuid> ids;
    for (const IntakeRecord& record : page.records)
        ids.push_back(record.key.id);
    return ids;
}

/// Every page's records, one after the other.
std::vector<Uuid> listed(Intake& intake, IntakeQuery query) {
    std::vector<Uuid> ids;
    do {
        const auto page = intake.listRecords(query);
        if (!page)
            qFatal("%s", described(page).c_str());
        const std::vector<Uuid> more = idsOf(*page);
        ids.insert(ids.end(), more.begin(), more.end());
        query.after = page->next;
    } while (query.after);
    return ids;
}

} // namespace

void StoreContract::aReceivedRecordIsFoundAgain() {
    auto store = m_bench->open();
    Intake& intake = store->intake();
    const auto id = intake.receive(home(), {}, R"({"b": [1, 2], "a": "x"})");
    VERIFY_OK(id);
    const auto found = intake.findRecord(home(), *id);
    VERIFY_OK(found);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->key.id, *id);
    QVERIFY((*found)->key.receivedAt.micros > 0);
    QCOMPARE((*found)->headers, std::string());
    QCOMPARE((*found)->state, IntakeState::New);
    QCOMPARE((*found)->reason + (*found)->mapping, std::string());
    QVERIFY(!(*found)->commandId);
    const auto members = readMembers((*found)->body);
    VERIFY_OK(members);
    QCOMPARE(members->size(), std::size_t{2});
    const auto page = intake.listRecords({home()});
    VERIFY_OK(page);
    QVERIFY(page->records == std::vector<IntakeRecord>{**found});
    QVERIFY(!intake.findRecord(StoreBench::region(1), *id)->has_value());
    QVERIFY(!intake.findRecord(home(), randomUuid())->has_value());
}

void StoreContract::whatIsNoJsonIsNotReceived_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << QStringLiteral("hello");
    QTest::newRow("cut short") << QStringLiteral("{\"a\":");
    QTest::newRow("two of them") << QStringLiteral("{} {}");
}

void StoreContract::whatIsNoJsonIsNotReceived() {
    QFETCH(QString, text);
    auto store = m_bench->open();
    QCOMPARE(codeOf(store->intake().receive(home(), {}, text.toStdString())), QStringLiteral("invalidInput"));
    QCOMPARE(codeOf(store->intake().receive(home(), text.toStdString(), {})), QStringLiteral("invalidInput"));
    QCOMPARE(*store->intake().countRecords(home()), IntakeCounts{});
}

void StoreContract::recordsAreListedInPages_data() {
    QTest::addColumn<bool>("isNewestFirst");
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 3, 7, 8, 200})
        for (const bool isNewestFirst : {false, true})
            QTest::addRow("%d a page, %s first", limit, isNewestFirst ? "newest" : "oldest") << isNewestFirst << limit;
}

void StoreContract::recordsAreListedInPages() {
    QFETCH(bool, isNewestFirst);
    QFETCH(int, limit);
    auto store = m_bench->open();
    Intake& intake = store->intake();
    std::vector<Uuid> ids = received(intake, home(), 7);
    received(intake, StoreBench::region(1), 1);
    if (isNewestFirst)
        std::ranges::reverse(ids);
    IntakeQuery query{home()};
    query.isNewestFirst = isNewestFirst;
    query.limit = limit;
    QVERIFY(listed(intake, query) == ids);
    VERIFY_OK(intake.reject(home(), std::span(ids).subspan(2, 3), "not ours"));
    query.state = IntakeState::Rejected;
    QVERIFY(listed(intake, query) == std::vector<Uuid>(ids.begin() + 2, ids.begin() + 5));
    query.state = IntakeState::New;
    QVERIFY(listed(intake, query) == (std::vector<Uuid>{ids[0], ids[1], ids[5], ids[6]}));
    QCOMPARE(*intake.countRecords(home()), (IntakeCounts{4, 0, 3}));
}

void StoreContract::recordsAreFoundByText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("in a body") << QStringLiteral("crimson") << 1;
    QTest::newRow("in either case") << QStringLiteral("cRiMsOn") << 1;
    QTest::newRow("in headers") << QStringLiteral("billing") << 6;
    QTest::newRow("a piece of a word") << QStringLiteral("rims") << 1;
    QTest::newRow("other letters") << QStringLiteral("Żółć") << 1;
    QTest::newRow("nowhere") << QStringLiteral("azure") << 0;
    QTest::newRow("no pattern: %") << QStringLiteral("%") << 0;
    QTest::newRow("no pattern: _") << QStringLiteral("c_imson") << 0;
    QTest::newRow("a quote") << QStringLiteral("'") << 0;
}

void StoreContract::recordsAreFoundByText() {
    QFETCH(QString, text);
    QFETCH(int, count);
    auto store = m_bench->open();
    Intake& intake = store->intake();
    received(intake, home(), 6);
    VERIFY_OK(intake.receive(home(), {}, R"({"colour":"Crimson","name":"Żółć"})"));
    IntakeQuery query{home()};
    query.text = text.toStdString();
    for (const int limit : {2, 200}) {
        query.limit = limit;
        QCOMPARE(std::ssize(listed(intake, query)), std::ptrdiff_t{count});
    }
}

void StoreContract::aSearchGoesOnWhereItsPageEnded() {
    auto store = m_bench->open();
    m_bench->fillIntake(home(), kIntakeSearchRows + 200);
    const auto last = store->intake().receive(home(), {}, R"({"colour":"crimson"})");
    VERIFY_OK(last);
    IntakeQuery query{home()};
    query.text = "crimson";
    const auto nothing = store->intake().listRecords(query);
    VERIFY_OK(nothing);
    QVERIFY(nothing->records.empty());
    QVERIFY(nothing->next.has_value());
    query.after = nothing->next;
    const auto found = store->intake().listRecords(query);
    VERIFY_OK(found);
    QCOMPARE(idsOf(*found), std::vector<Uuid>{*last});
    QVERIFY(!found->next.has_value());
}

void StoreContract::promotedRecordsAndTheirEventsAreOne() {
    auto store = m_bench->open();
    addAcme(*store);
    Intake& intake = store->intake();
    const std::vector<Uuid> ids = received(intake, home(), 3);
    Append append = newUser(home(), "acme", "ann");
    append.claims = {take("user_name", "ann")};
    append.following = {following("user", "bob", 0, {"user.human.added"})};
    const auto appended = intake.promote(promotionOf(append, {ids[0], ids[2]}));
    VERIFY_OK(appended);
    QCOMPARE(appended->eventIds.size(), std::size_t{2});
    QCOMPARE(readAll(*store, home())->size(), std::size_t{3});
    for (const std::size_t i : {0U, 2U}) {
        const auto record = intake.findRecord(home(), ids[i]);
        VERIFY_OK(record);
        QCOMPARE((*record)->state, IntakeState::Promoted);
        QCOMPARE((*record)->mapping, std::string("billing users"));
        QCOMPARE((*record)->commandId, std::optional(append.commandId));
    }
    QCOMPARE((*intake.findRecord(home(), ids[1]))->state, IntakeState::New);
    QCOMPARE(*intake.countRecords(home()), (IntakeCounts{1, 2, 0}));
    const auto settled = store->settle(append);
    VERIFY_OK(settled);
    QCOMPARE(settled->done->eventIds, appended->eventIds);
}

void StoreContract::aRecordIsPromotedOnce_data() {
    QTest::addColumn<QString>("state");
    for (const char* state : {"promoted", "rejected", "missing"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void StoreContract::aRecordIsPromotedOnce() {
    QFETCH(QString, state);
    auto store = m_bench->open();
    addAcme(*store);
    Intake& intake = store->intake();
    std::vector<Uuid> ids = received(intake, home(), 3);
    const Append ann = newUser(home(), "acme", "ann");
    if (state == QStringLiteral("promoted"))
        VERIFY_OK(intake.promote(promotionOf(ann, {ids[1]})));
    else if (state == QStringLiteral("rejected"))
        VERIFY_OK(intake.reject(home(), std::span(ids).subspan(1, 1), "not ours"));
    else
        ids[1] = randomUuid();
    const auto before = intake.countRecords(home());
    // The same once more, as after a crash, and another that happens to hold the record.
    Append bob = newUser(home(), "acme", "bob");
    bob.claims = {take("user_name", "bob")};
    for (const Append& append : {ann, bob}) {
        const auto refused = intake.promote(promotionOf(append, ids));
        QCOMPARE(codeOf(refused), QStringLiteral("conflict"));
        QCOMPARE(QString::fromStdString(refused.error().get("state")), state);
        QCOMPARE(refused.error().get("record"), ids[1].text());
    }
    QCOMPARE(*intake.countRecords(home()), *before);
    QVERIFY(store->load(home(), TenantId("acme"), bob.aggregate)->events.empty());
    VERIFY_OK(store->append(bob));
}

void StoreContract::aRefusedAppendPromotesNothing() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    Intake& intake = store->intake();
    const std::vector<Uuid> ids = received(intake, home(), 2);
    const auto conflict = intake.promote(promotionOf(newUser(home(), "acme", "ann"), ids));
    QCOMPARE(codeOf(conflict), QStringLiteral("conflict"));
    QCOMPARE(conflict.error().get("aggregateId"), std::string("ann"));
    QCOMPARE(conflict.error().get("state"), std::string());
    QCOMPARE(codeOf(intake.promote(promotionOf(changed(home(), "acme", "ann", 2), ids))), QStringLiteral("conflict"));
    QCOMPARE(codeOf(intake.promote(promotionOf(newUser(home(), "nobody", "ann"), ids))),
             QStringLiteral("tenantNotHere"));
    QCOMPARE(codeOf(intake.promote(promotionOf(newTenant(home(), "new", "New"), ids))), QStringLiteral("invalidInput"));
    QCOMPARE(codeOf(intake.promote(promotionOf(changed(home(), "acme", "ann", 1), {}))),
             QStringLiteral("invalidInput"));
    QCOMPARE(codeOf(intake.promote(promotionOf(changed(home(), "acme", "ann", 1), {ids[0], ids[0]}))),
             QStringLiteral("invalidInput"));
    QCOMPARE(*intake.countRecords(home()), (IntakeCounts{2, 0, 0}));
    QCOMPARE(readAll(*store, home())->size(), std::size_t{2});
}

void StoreContract::thousandsOfRecordsArePromotedAtOnce() {
    constexpr int kRecords = 2'000;
    auto store = m_bench->open();
    addAcme(*store);
    const std::vector<Uuid> ids = received(store->intake(), home(), kRecords);
    Append append = newUser(home(), "acme", "0");
    for (int i = 1; i < kRecords; ++i)
        append.following.push_back(following("user", std::to_string(i), 0, {"user.human.added"}));
    VERIFY_OK(store->intake().promote(promotionOf(append, ids)));
    QCOMPARE(*store->intake().countRecords(home()), (IntakeCounts{0, kRecords, 0}));
    QCOMPARE(readAll(*store, home())->size(), std::size_t{kRecords + 1});
}

void StoreContract::ofSeveralWhoPromoteARecordOneDoes() {
    constexpr int kClients = 6;
    auto store = m_bench->open();
    addAcme(*store);
    const std::vector<Uuid> ids = received(store->intake(), home(), 4);
    std::vector<std::unique_ptr<EventStore>> stores;
    for (int i = 0; i < kClients; ++i) {
        stores.push_back(m_bench->open());
        VERIFY_OK(stores.back()->connect(home()));
    }
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < kClients; ++i)
            clients.emplace_back([&, i] {
                const auto result = stores[static_cast<std::size_t>(i)]->intake().promote(
                    promotionOf(newUser(home(), "acme", std::to_string(i)), ids));
                done += result ? 1 : 0;
                refused += !result && result.error().get("state") == "promoted" ? 1 : 0;
            });
    }
    QCOMPARE(done.load(), 1);
    QCOMPARE(refused.load(), kClients - 1);
    QCOMPARE(readAll(*store, home())->size(), std::size_t{2});
}

void StoreContract::aRejectedRecordCarriesItsReason() {
    auto store = m_bench->open();
    addAcme(*store);
    Intake& intake = store->intake();
    const std::vector<Uuid> ids = received(intake, home(), 3);
    VERIFY_OK(intake.promote(promotionOf(newUser(home(), "acme", "ann"), {ids[0]})));
    QCOMPARE(*intake.reject(home(), ids, "duplicate of yesterday's"), std::int64_t{2});
    QCOMPARE(*intake.reject(home(), ids, "again"), std::int64_t{0});
    QCOMPARE((*intake.findRecord(home(), ids[0]))->state, IntakeState::Promoted);
    const auto rejected = intake.findRecord(home(), ids[1]);
    VERIFY_OK(rejected);
    QCOMPARE((*rejected)->state, IntakeState::Rejected);
    QCOMPARE((*rejected)->reason, std::string("duplicate of yesterday's"));
    QCOMPARE(codeOf(intake.reject(home(), ids, {})), QStringLiteral("invalidInput"));
    QCOMPARE(codeOf(intake.reject(home(), {}, "why")), QStringLiteral("invalidInput"));
    QCOMPARE(codeOf(intake.reject(home(), ids, std::string(1'025, 'x'))), QStringLiteral("invalidInput"));
}

} // namespace muniment::test
