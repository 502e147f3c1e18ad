// The event store's promises (contract.h) on the embedded store: a fresh file for every test, several connections to
// it.
#include "models/eventstore/embedded/embedded_event_store.h"
#include "tests/eventstore/contract.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace muniment;
using namespace muniment::test;

namespace {

class EmbeddedBench final : public StoreBench {
public:
    void empty() override {
        m_directory = std::make_unique<QTemporaryDir>();
        const auto created = createEmbeddedStore(file(), {region(0), region(1)});
        QVERIFY(created.has_value());
    }

    std::unique_ptr<EventStore> open() override { return makeEmbeddedEventStore(file()); }

    void setHome(const RegionName& where, const TenantHome& home) override {
        SQLite::Database database(file(), SQLite::OPEN_READWRITE, 5'000);
        SQLite::Statement update(database, "UPDATE tenants SET state = ?, epoch = ?, moved_to = ? "
                                           "WHERE id = ? AND region = (SELECT r FROM regions WHERE name = ?)");
        update.bind(1, home.state);
        update.bind(2, home.epoch);
        update.bind(3, home.movedTo);
        update.bind(4, home.tenant.text());
        update.bind(5, where.text());
        QCOMPARE(update.exec(), 1);
    }

    std::string planName(const std::string& key) override {
        SQLite::Database database(file(), SQLite::OPEN_READONLY, 5'000);
        SQLite::Statement query(database, "SELECT name FROM plans WHERE key = ?");
        query.bind(1, key);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    }

    void fillIntake(const RegionName& where, int count) override {
        SQLite::Database database(file(), SQLite::OPEN_READWRITE, 5'000);
        SQLite::Statement fill(database,
                               "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
                               "INSERT INTO intake (region, id, received_at, body) "
                               "SELECT (SELECT r FROM regions WHERE name = ?2), randomblob(16), i, '{}' FROM n");
        fill.bind(1, count);
        fill.bind(2, where.text());
        QCOMPARE(fill.exec(), count);
    }

    void loseNewestEvent(const RegionName& where) override {
        SQLite::Database database(file(), SQLite::OPEN_READWRITE, 5'000);
        SQLite::Statement remove(database, "DELETE FROM events WHERE n = (SELECT max(n) FROM events "
                                           "WHERE region = (SELECT r FROM regions WHERE name = ?))");
        remove.bind(1, where.text());
        QCOMPARE(remove.exec(), 1);
    }

private:
    [[nodiscard]] std::string file() const { return m_directory->filePath(QStringLiteral("store.db")).toStdString(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

class EmbeddedContract final : public StoreContract {
    Q_OBJECT
public:
    EmbeddedContract() : StoreContract(std::make_unique<EmbeddedBench>()) {}
};

} // namespace

MUNIMENT_TEST(contract_embedded, EmbeddedContract);
#include "test_contract_embedded.moc"
