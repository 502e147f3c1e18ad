// The event store's promises (contract.h) on a CockroachDB cluster that somebody else runs. MUNIMENT_TEST_COCKROACH
// holds its URLs, separated by blanks: for an admin of the schema's owner, and optionally one for a mover. The database
// is to be a throw-away: the schema is installed in it with two regions, and every test empties their tables.
//
// Without the variable nothing here can run. CTest then lists the suite as disabled ("Not Run"), which is neither
// passed nor skipped; started by hand it fails and says why.
#include "models/eventstore/schema.h"
#include "tests/eventstore/contract.h"
#include "tests/eventstore/contract_values.h"
#include "tests/support/plain_sql.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

class CockroachBench final : public StoreBench {
public:
    void prepare() override {
        const QStringList urls = qEnvironmentVariable("MUNIMENT_TEST_COCKROACH").split(u' ', Qt::SkipEmptyParts);
        QVERIFY2(!urls.isEmpty(), "MUNIMENT_TEST_COCKROACH holds no URL: CockroachDB is not covered by this run");
        m_admin = urls.first().toStdString();
        m_mover = urls.last().toStdString();
        SchemaRequest request;
        request.endpoint = m_admin;
        request.regions = {region(0).text(), region(1).text()};
        request.layout = SchemaLayout::Single;
        VERIFY_OK(installSchema(request));
        m_sql = std::make_unique<PlainSql>(m_admin);
    }

    void empty() override { // TRUNCATE would be a schema change
        for (const char* table : {"events", "claims", "tenants"})
            send(std::string("DELETE FROM muniment.") + table + " WHERE region IN ('eu-west-1', 'us-east-1')", {});
    }

    std::unique_ptr<EventStore> open() override { return opened(m_admin); }

    std::unique_ptr<EventStore> openMover() override { return opened(m_mover); }

    void setHome(const RegionName& where, const TenantHome& home) override {
        send("UPDATE muniment.tenants SET state = $1::STRING, epoch = $2::INT4, moved_to = nullif($3::STRING, '') "
             "WHERE region = $4::STRING AND id = $5::STRING",
             {home.state, std::to_string(home.epoch), home.movedTo, where.text(), home.tenant.text()});
    }

    void loseNewestEvent(const RegionName& where) override {
        send("DELETE FROM muniment.events WHERE region = $1::STRING AND event_id = (SELECT event_id "
             "FROM muniment.events WHERE region = $1::STRING ORDER BY position DESC, in_tx_order DESC LIMIT 1)",
             {where.text()});
    }

private:
    void send(const std::string& sql, const std::vector<std::string>& parameters) {
        QVERIFY2(m_sql->run(sql, parameters), m_sql->error().c_str());
    }

    static std::unique_ptr<EventStore> opened(const std::string& endpoint) {
        auto store = openEventStore(endpoint, nullptr);
        if (!store)
            qFatal("%s", store.error().detail.c_str());
        return std::move(*store);
    }

    std::string m_admin;
    std::string m_mover;
    std::unique_ptr<PlainSql> m_sql;
};

class CockroachContract final : public StoreContract {
    Q_OBJECT
public:
    CockroachContract() : StoreContract(std::make_unique<CockroachBench>()) {}
};

} // namespace

MUNIMENT_TEST(contract_cockroach, CockroachContract);
#include "test_contract_cockroach.moc"
