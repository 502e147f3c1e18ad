#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"

#include <QTest>

namespace muniment::test {

namespace {

/// Events of plans belong to the installation, a tenant like others of its primary region.
class Installation {
public:
    explicit Installation(EventStore& store, const RegionName& anyRegion) : m_store(store) {
        const auto identity = store.connect(anyRegion);
        VERIFY_OK(identity);
        m_primary = identity->primaryRegion;
        m_id = identity->mark.installation;
        VERIFY_OK(store.append(newTenant(m_primary, m_id, m_id)));
    }

    [[nodiscard]] Append change(const std::string& plan, std::int64_t expected, const std::string& type,
                                std::optional<std::string> payload) const {
        Append append = changed(m_primary, m_id, plan, expected);
        append.aggregate.type = "plan";
        append.events = {{type, 1, std::move(payload)}};
        return append;
    }

    [[nodiscard]] std::vector<std::string> plansAfterRefresh(const std::string& plan) const {
        const auto refreshed = m_store.refreshPlan(m_primary, plan);
        const auto plans = m_store.plans(m_primary);
        return refreshed && plans ? *plans : std::vector<std::string>{described(refreshed), described(plans)};
    }

    [[nodiscard]] const RegionName& primary() const { return m_primary; }

private:
    EventStore& m_store;
    RegionName m_primary;
    std::string m_id;
};

using Keys = std::vector<std::string>;

} // namespace

void StoreContract::theInstallationLivesInItsFirstRegion() {
    auto store = m_bench->open();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(store->connect(StoreBench::region(i))->primaryRegion, home());
}

void StoreContract::aPlanFollowsItsEvents() {
    auto store = m_bench->open();
    const Installation installation(*store, StoreBench::region(1));
    VERIFY_OK(store->append(installation.change("gold", 0, "plan.added", R"({"name":"Gold"})")));
    // Between the two steps it is not offered yet: the second may be made by anyone, and twice.
    QCOMPARE(*store->plans(home()), (Keys{"business", "enterprise", "free", "standard"}));
    auto other = m_bench->open();
    VERIFY_OK(other->refreshPlan(installation.primary(), "gold"));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(installation.plansAfterRefresh("gold"), (Keys{"business", "enterprise", "free", "gold", "standard"}));
    VERIFY_OK(store->append(installation.change("gold", 1, "plan.changed", R"({"name":"Pure Gold"})")));
    QCOMPARE(installation.plansAfterRefresh("gold"), (Keys{"business", "enterprise", "free", "gold", "standard"}));
    QCOMPARE(m_bench->planName("gold"), std::string("Pure Gold"));
    VERIFY_OK(store->append(installation.change("gold", 2, "plan.removed", std::nullopt)));
    QCOMPARE(installation.plansAfterRefresh("gold"), (Keys{"business", "enterprise", "free", "standard"}));
    VERIFY_OK(store->append(installation.change("gold", 3, "plan.added", R"({"name":"Gold again"})")));
    QCOMPARE(installation.plansAfterRefresh("gold"), (Keys{"business", "enterprise", "free", "gold", "standard"}));
    QCOMPARE(m_bench->planName("gold"), std::string("Gold again"));
}

void StoreContract::aPlanOfTheInstallersStaysUntilItsEventsSayOtherwise() {
    auto store = m_bench->open();
    const Installation installation(*store, home());
    QCOMPARE(installation.plansAfterRefresh("business"), (Keys{"business", "enterprise", "free", "standard"}));
    QCOMPARE(installation.plansAfterRefresh("never heard of"), (Keys{"business", "enterprise", "free", "standard"}));
    VERIFY_OK(store->append(installation.change("business", 0, "plan.changed", R"({"name":"Trade"})")));
    QCOMPARE(installation.plansAfterRefresh("business"), (Keys{"business", "enterprise", "free", "standard"}));
    QCOMPARE(m_bench->planName("business"), std::string("Trade"));
    VERIFY_OK(store->append(installation.change("business", 1, "plan.removed", std::nullopt)));
    QCOMPARE(installation.plansAfterRefresh("business"), (Keys{"enterprise", "free", "standard"}));
}

void StoreContract::eventsThatAreNoPlansChangeNoPlan() {
    auto store = m_bench->open();
    const Installation installation(*store, home());
    VERIFY_OK(store->append(installation.change("free", 0, "plan.remarked", R"({"name":"Gratis"})")));
    VERIFY_OK(store->append(installation.change("free", 1, "plan.changed", R"({"label":"Gratis"})")));
    QCOMPARE(installation.plansAfterRefresh("free"), (Keys{"business", "enterprise", "free", "standard"}));
    QCOMPARE(m_bench->planName("free"), std::string("Free"));
    // The plan of a tenant that is not the installation is none.
    addAcme(*store);
    Append stray = changed(home(), "acme", "free", 0);
    stray.aggregate.type = "plan";
    stray.events = {{"plan.removed", 1, std::nullopt}};
    VERIFY_OK(store->append(stray));
    QCOMPARE(installation.plansAfterRefresh("free"), (Keys{"business", "enterprise", "free", "standard"}));
}

} // namespace muniment::test
