#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

namespace {

HeldEvent held(const RegionName& region, const RecordedEvent& event) {
    return {region, event.tenant, event.aggregate, event.sequence, event.eventId, event.key};
}

} // namespace

void StoreContract::everyConnectionTellsTheSameIdentity() {
    auto first = m_bench->open();
    auto second = m_bench->open();
    const auto one = first->connect(home());
    const auto two = second->connect(StoreBench::region(1));
    VERIFY_OK(one);
    VERIFY_OK(two);
    QCOMPARE(one->mark, two->mark);
    QVERIFY(!one->mark.installation.empty());
    QVERIFY(!one->mark.systemIdentifier.empty());
    QVERIFY(one->flavour == two->flavour);
    QVERIFY(!one->version.empty());
    QVERIFY(!one->databaseUser.empty());
    QVERIFY(one->schemaVersion >= 1);
}

void StoreContract::aRegionThatIsNotThereIsMissing() {
    auto store = m_bench->open();
    const auto connected = store->connect(RegionName("atlantis-1"));
    QCOMPARE(codeOf(connected), QStringLiteral("regionMissing"));
    QCOMPARE(connected.error().get("stage"), std::string("region"));
    VERIFY_OK(store->connect(home()));
}

void StoreContract::aHeldEventIsFoundAgain() {
    auto store = m_bench->open();
    addAcme(*store);
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    VERIFY_OK(store->checkContinuity(held(home(), all->back()), identity->mark));
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    VERIFY_OK(store->checkContinuity(held(home(), all->back()), identity->mark));
}

void StoreContract::aHeldEventThatIsGoneMeansRewound() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    m_bench->loseNewestEvent(home());
    const auto checked = store->checkContinuity(held(home(), all->back()), identity->mark);
    QCOMPARE(codeOf(checked), QStringLiteral("logRewound"));
    QVERIFY(!checked.error().get("why").empty());
    VERIFY_OK(store->checkContinuity(held(home(), all->front()), identity->mark));
}

void StoreContract::aHeldEventThatDiffersMeansRewound_data() {
    QTest::addColumn<QString>("what");
    QTest::newRow("another id") << QStringLiteral("id");
    QTest::newRow("another position") << QStringLiteral("position");
    QTest::newRow("another order") << QStringLiteral("order");
}

void StoreContract::aHeldEventThatDiffersMeansRewound() {
    QFETCH(QString, what);
    auto store = m_bench->open();
    addAcme(*store);
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    HeldEvent other = held(home(), all->back());
    if (what == QStringLiteral("id"))
        other.eventId = randomUuid();
    else if (what == QStringLiteral("position"))
        --other.key.position.major;
    else
        ++other.key.inTxOrder;
    QCOMPARE(codeOf(store->checkContinuity(other, identity->mark)), QStringLiteral("logRewound"));
}

void StoreContract::anotherDatabaseIsNoticed_data() {
    QTest::addColumn<bool>("isOtherInstallation");
    QTest::newRow("installation") << true;
    QTest::newRow("system identifier") << false;
}

void StoreContract::anotherDatabaseIsNoticed() {
    QFETCH(bool, isOtherInstallation);
    auto store = m_bench->open();
    addAcme(*store);
    const auto identity = store->connect(home());
    VERIFY_OK(identity);
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    StoreMark mark = identity->mark;
    (isOtherInstallation ? mark.installation : mark.systemIdentifier) += "7";
    const auto checked = store->checkContinuity(held(home(), all->back()), mark);
    QCOMPARE(codeOf(checked), QStringLiteral("databaseReplaced"));
    QVERIFY(!checked.error().get("why").empty());
}

void StoreContract::settlingFindsWhatWasWritten() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = newUser(home(), "acme", "ann");
    append.events.resize(3, append.events.front());
    const auto appended = store->append(append);
    VERIFY_OK(appended);
    VERIFY_OK(store->append(changed(home(), "acme", "ann", 3))); // life goes on before anybody asks
    const auto settled = store->settle(append);
    VERIFY_OK(settled);
    QVERIFY(settled->done.has_value());
    QCOMPARE(settled->done->sequence, appended->sequence);
    QCOMPARE(settled->done->key, appended->key);
    QCOMPARE(settled->done->eventIds, appended->eventIds);
}

void StoreContract::settlingFindsThatNothingWasWritten() {
    auto store = m_bench->open();
    addAcme(*store);
    const auto settled = store->settle(newUser(home(), "acme", "ann"));
    VERIFY_OK(settled);
    QVERIFY(!settled->done.has_value());
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t{1});
}

void StoreContract::settlingIsNotFooledByAnotherCommand() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newUser(home(), "acme", "ann")));
    const auto settled = store->settle(newUser(home(), "acme", "ann")); // the same place, another command id
    VERIFY_OK(settled);
    QVERIFY(!settled->done.has_value());
}

} // namespace muniment::test
