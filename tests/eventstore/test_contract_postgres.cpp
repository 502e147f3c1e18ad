// The event store's promises (contract.h) on a real PostgreSQL server that holds both regions: as its partitions, with
// the guard and the grants that `schema install` makes.
#include "models/eventstore/postgres/schema_text.h"
#include "models/eventstore/schema.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

class PostgresBench final : public StoreBench {
public:
    void prepare() override {
        m_servers.start(1);
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {region(0).text(), region(1).text()};
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
        m_owner = std::make_unique<PlainSession>(m_servers.superuserEndpoint(0));
    }

    void empty() override {
        m_owner->must("TRUNCATE muniment.events, muniment.tenants, muniment.claims, muniment.plans, muniment.intake, "
                      "muniment.checkpoints, muniment.copies");
        m_owner->must(postgres::kDefaultPlans);
    }

    std::unique_ptr<EventStore> open() override { return openAs("admin"); }

    std::unique_ptr<EventStore> openMover() override { return openAs("mover"); }

    void setHome(const RegionName& where, const TenantHome& home) override {
        m_owner->must("UPDATE muniment.tenants SET state = " + quoted(home.state) +
                      ", epoch = " + std::to_string(home.epoch) + ", moved_to = nullif(" + quoted(home.movedTo) +
                      ", '') WHERE region = " + quoted(where.text()) + " AND id = " + quoted(home.tenant.text()));
    }

    std::string planName(const std::string& key) override {
        return m_owner->must("SELECT name FROM muniment.plans WHERE key = " + quoted(key)).value();
    }

    void fillIntake(const RegionName& where, int count) override {
        m_owner->must("INSERT INTO muniment.intake (region, body) SELECT " + quoted(where.text()) +
                      ", '{}' FROM generate_series(1, " + std::to_string(count) + ")");
    }

    void loseNewestEvent(const RegionName& where) override {
        m_owner->must(
            "DELETE FROM muniment.events WHERE region = " + quoted(where.text()) +
            " AND (position, in_tx_order) = (SELECT position, in_tx_order FROM muniment.events WHERE region = " +
            quoted(where.text()) + " ORDER BY position DESC, in_tx_order DESC LIMIT 1)");
    }

private:
    std::unique_ptr<EventStore> openAs(const std::string& user) {
        auto store = openEventStore(m_servers.endpoint(0, user), nullptr);
        return store ? std::move(*store) : nullptr;
    }

    RegionalServers m_servers;
    std::unique_ptr<PlainSession> m_owner;
};

class PostgresContract final : public StoreContract {
    Q_OBJECT
public:
    PostgresContract() : StoreContract(std::make_unique<PostgresBench>()) {}
};

} // namespace

MUNIMENT_TEST(contract_postgres, PostgresContract);
#include "test_contract_postgres.moc"
