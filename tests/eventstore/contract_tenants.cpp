#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

namespace {

Append claiming(Append append, std::vector<ClaimChange> claims) {
    append.claims = std::move(claims);
    return append;
}

} // namespace

void StoreContract::creatingATenantWritesItsHome() {
    auto store = m_bench->open();
    addAcme(*store);
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QVERIFY(found->has_value());
    QCOMPARE((*found)->tenant, TenantId("acme"));
    QCOMPARE((*found)->name, std::string("Acme"));
    QCOMPARE((*found)->plan, std::string("standard"));
    QCOMPARE((*found)->state, std::string("active"));
    QCOMPARE((*found)->epoch, 1);
    QCOMPARE((*found)->movedTo, std::string());
}

void StoreContract::aTenantIsCreatedOnce() {
    auto store = m_bench->open();
    addAcme(*store);
    QCOMPARE(codeOf(store->append(newTenant(home(), "acme", "Acme again"))), QStringLiteral("conflict"));
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QCOMPARE((*found)->name, std::string("Acme"));
}

void StoreContract::aTenantNameIsTakenOncePerRegion() {
    auto store = m_bench->open();
    addAcme(*store);
    QCOMPARE(codeOf(store->append(newTenant(home(), "other", "Acme"))), QStringLiteral("nameTaken"));
    const auto refused = store->tenantHome(home(), TenantId("other"));
    VERIFY_OK(refused);
    QVERIFY(!refused->has_value());
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QCOMPARE(printed(*all), QStringList(QStringLiteral("org/acme 1 org.added")));
    VERIFY_OK(store->append(newTenant(StoreBench::region(1), "other", "Acme")));
}

void StoreContract::renamingATenantMovesItsName() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newTenant(home(), "other", "Other")));
    QCOMPARE(codeOf(store->append(renamed(home(), "other", 1, "Acme"))), QStringLiteral("nameTaken"));
    VERIFY_OK(store->append(renamed(home(), "acme", 1, "Acme & Sons")));
    VERIFY_OK(store->append(renamed(home(), "other", 1, "Acme")));
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QCOMPARE((*found)->name, std::string("Acme & Sons"));
}

void StoreContract::thePlanOfATenantChanges() {
    auto store = m_bench->open();
    addAcme(*store);
    Append append = renamed(home(), "acme", 1, {});
    append.tenantChange = ChangeTenantPlan{"premium"};
    VERIFY_OK(store->append(append));
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QCOMPARE((*found)->plan, std::string("premium"));
    QCOMPARE((*found)->name, std::string("Acme"));
}

void StoreContract::aFreshStoreHasPlans() {
    const auto plans = m_bench->open()->plans(home());
    VERIFY_OK(plans);
    QCOMPARE(*plans, (std::vector<std::string>{"business", "enterprise", "free", "standard"}));
}

void StoreContract::anUnknownTenantHasNoHome() {
    auto store = m_bench->open();
    const auto found = store->tenantHome(home(), TenantId("nobody"));
    VERIFY_OK(found);
    QVERIFY(!found->has_value());
    QCOMPARE(codeOf(store->append(newUser(home(), "nobody", "ann"))), QStringLiteral("tenantNotHere"));
    const auto all = readAll(*store, home());
    VERIFY_OK(all);
    QVERIFY(all->empty());
}

void StoreContract::onlyATenantAtHomeIsWrittenTo_data() {
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("active") << QStringLiteral("active") << QStringLiteral("none");
    QTest::newRow("moving") << QStringLiteral("moving") << QStringLiteral("none");
    QTest::newRow("fenced") << QStringLiteral("fenced") << QStringLiteral("tenantNotHere");
    QTest::newRow("arriving") << QStringLiteral("arriving") << QStringLiteral("tenantNotHere");
    QTest::newRow("moved") << QStringLiteral("moved") << QStringLiteral("tenantNotHere");
}

void StoreContract::onlyATenantAtHomeIsWrittenTo() {
    QFETCH(QString, state);
    QFETCH(QString, outcome);
    auto store = m_bench->open();
    addAcme(*store);
    TenantHome moved = homeOf("acme", state.toStdString());
    if (state == QStringLiteral("moved"))
        moved.movedTo = StoreBench::region(1).text();
    m_bench->setHome(home(), moved);
    const auto result = store->append(newUser(home(), "acme", "ann"));
    QCOMPARE(codeOf(result), outcome);
    if (!moved.movedTo.empty())
        QCOMPARE(result.error().get("movedTo"), moved.movedTo);
    const auto found = store->tenantHome(home(), TenantId("acme"));
    VERIFY_OK(found);
    QCOMPARE((*found)->state, moved.state);
    QCOMPARE((*found)->movedTo, moved.movedTo);
}

void StoreContract::anotherEpochIsNotHere() {
    auto store = m_bench->open();
    addAcme(*store);
    TenantHome second = homeOf("acme");
    second.epoch = 2;
    m_bench->setHome(home(), second);
    Append append = newUser(home(), "acme", "ann");
    QCOMPARE(codeOf(store->append(append)), QStringLiteral("tenantNotHere"));
    append.epoch = 3;
    QCOMPARE(codeOf(store->append(append)), QStringLiteral("tenantNotHere"));
    append.epoch = 2;
    VERIFY_OK(store->append(append));
}

void StoreContract::aClaimIsHeldByOneAggregate() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "ann"), {take("user_name", "ann")})));
    const auto refused = store->append(claiming(newUser(home(), "acme", "bob"), {take("user_name", "ann")}));
    QCOMPARE(codeOf(refused), QStringLiteral("nameTaken"));
    QCOMPARE(refused.error().get("kind"), std::string("user_name"));
    const auto loaded = store->load(home(), TenantId("acme"), {"user", AggregateId("bob")});
    VERIFY_OK(loaded);
    QVERIFY(loaded->events.empty());
}

void StoreContract::aClaimIsPerTenantAndKind() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(newTenant(home(), "other", "Other")));
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "ann"), {take("user_name", "ann")})));
    VERIFY_OK(store->append(claiming(newUser(home(), "other", "ann"), {take("user_name", "ann")})));
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "bob"), {take("user_email", "ann")})));
}

void StoreContract::aReleasedClaimIsFree() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "ann"), {take("user_name", "ann")})));
    VERIFY_OK(store->append(claiming(changed(home(), "acme", "ann", 1), {release("user_name", "ann")})));
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "bob"), {take("user_name", "ann")})));
}

void StoreContract::aClaimIsExchangedInOneCommand() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "ann"), {take("user_name", "ann")})));
    VERIFY_OK(store->append(
        claiming(changed(home(), "acme", "ann", 1), {take("user_name", "anna"), release("user_name", "ann")})));
    QCOMPARE(codeOf(store->append(claiming(newUser(home(), "acme", "bob"), {take("user_name", "anna")}))),
             QStringLiteral("nameTaken"));
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "bob"), {take("user_name", "ann")})));
}

void StoreContract::nobodyReleasesTheClaimOfAnother() {
    auto store = m_bench->open();
    addAcme(*store);
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "ann"), {take("user_name", "ann")})));
    VERIFY_OK(store->append(claiming(newUser(home(), "acme", "bob"), {release("user_name", "ann")})));
    QCOMPARE(codeOf(store->append(claiming(changed(home(), "acme", "bob", 1), {take("user_name", "ann")}))),
             QStringLiteral("nameTaken"));
}

} // namespace muniment::test
