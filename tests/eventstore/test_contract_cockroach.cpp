// The event store's promises (contract.h) on a real CockroachDB: runs when MUNIMENT_TEST_COCKROACH holds two URLs,
// parted by a blank, of a user who may create schemas and roles in two empty databases of a cluster whose nodes say
// where they stand. Without a cluster there is nothing to hold.
#include "models/eventstore/evidence.h"
#include "models/eventstore/postgres/schema_text.h"
#include "models/eventstore/schema.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const char* const kVariable = "MUNIMENT_TEST_COCKROACH";

std::string url(int number) {
    return qEnvironmentVariable(kVariable).section(QLatin1Char(' '), number, number).toStdString();
}

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? "''" : std::string(1, c);
    return out + "'";
}

class CockroachBench final : public StoreBench {
public:
    void prepare() override {
        SchemaRequest request;
        request.endpoint = m_endpoint;
        request.layout = SchemaLayout::Single;
        request.regions = {region(0).text(), region(1).text()};
        const auto installed = installSchema(request);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
        m_owner = std::make_unique<PlainSession>(m_endpoint);
    }

    void empty() override {
        for (const char* table : {"events", "tenants", "claims", "plans", "intake", "checkpoints", "copies"})
            m_owner->must(std::string("DELETE FROM muniment.") + table + " WHERE true");
        m_owner->must(postgres::kDefaultPlans);
    }

    std::unique_ptr<EventStore> open() override {
        auto store = openEventStore(m_endpoint, nullptr);
        return store ? std::move(*store) : nullptr;
    }

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
    std::string m_endpoint = url(0);
    std::unique_ptr<PlainSession> m_owner;
};

class CockroachContract final : public StoreContract {
    Q_OBJECT
public:
    CockroachContract() : StoreContract(std::make_unique<CockroachBench>()) {}

private slots:

    /// Each session fails on a statement that is not answered where its rows live.
    void statementsAboutAnOrganizationStayAtItsHome() {
        const std::string endpoint = url(1);
        QVERIFY2(!endpoint.empty(), "a second URL is wanted");
        PlainSession owner(endpoint);
        const RegionName home(owner.must("SELECT gateway_region()").value());
        SchemaRequest request;
        request.endpoint = endpoint;
        request.layout = SchemaLayout::RegionalByRow;
        request.regions = {home.text()};
        stays(installSchema(request));
        const std::string strict =
            endpoint + (endpoint.find('?') == std::string::npos ? "?" : "&") + "options=-c%20enforce_home_region%3Don";
        auto opened = openEventStore(strict, nullptr);
        stays(opened);
        EventStore& store = **opened;
        stays(store.connect(home));
        stays(store.append(newTenant(home, "acme", "Acme")));
        const Append user = newUser(home, "acme", "ann");
        stays(store.append(user));
        stays(store.load(home, TenantId("acme"), user.aggregate));
        stays(store.tenantHome(home, TenantId("acme")));
        stays(store.readTail({home, {}, 100, true}));
        stays(store.evidence().knownCopies(home));
        stays(store.evidence().publishedCheckpoints({home}));
        // And the session does what is asked of it: without its region a statement is refused.
        PlainSession careless(strict);
        const auto answer = careless.run("SELECT count(*) FROM muniment.events WHERE tenant_id = 'acme'");
        QVERIFY2(!answer.isOk() && answer.message.find("home region") != std::string::npos, answer.message.c_str());
    }

private:
    template <class T>
    static void stays(const Result<T>& answer) {
        QVERIFY2(answer.has_value(), answer ? "" : answer.error().detail.c_str());
    }
};

/// Stands in where no cluster is named, so that the test's entry says so instead of failing.
class NoCluster final : public QObject {
    Q_OBJECT
private slots:

    void noClusterIsNamed() { qInfo("%s is not set: the contract was not run on CockroachDB", kVariable); }
};

[[maybe_unused]] const bool isRegistered = registerTest("contract_cockroach", []() -> std::unique_ptr<QObject> {
    if (qEnvironmentVariableIsEmpty(kVariable))
        return std::make_unique<NoCluster>();
    return std::make_unique<CockroachContract>();
});

} // namespace

#include "test_contract_cockroach.moc"
