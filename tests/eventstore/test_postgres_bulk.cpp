// History in bulk and the tail that reads it back: protects COPY's binary rows (every column comes back as it went in,
// in the given order) and prints what a million rows cost, without holding anybody to a time.
#include "models/eventstore/schema.h"
#include "tests/eventstore/plain_session.h"
#include "tests/support/regions.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
constexpr std::int64_t kStart = 1'767'225'600'000'000;

RecordedEvent eventNumber(int i) {
    RecordedEvent event;
    event.tenant = TenantId("tenant-" + std::to_string(i % 50));
    event.aggregate = {"user", AggregateId("user-" + std::to_string(i % 5'000))};
    event.sequence = i / 5'000 + 1;
    event.eventId = randomUuid();
    event.type = "user.human.password.check.succeeded";
    event.occurredAt = {kStart + i * 1'000};
    event.recordedAt = {kStart + i * 1'000 + 7};
    event.actor = {"human", ActorId("user-" + std::to_string(i % 5'000))};
    event.writer = "iam";
    event.outcome = i % 7 == 0 ? "failure" : "success";
    if (i % 3 != 0)
        event.sourceIp = i % 2 == 0 ? "203.0.113.7" : "2001:db8::1";
    event.commandId = randomUuid();
    if (i % 5 == 0)
        event.correlationId = randomUuid();
    if (i % 11 != 0)
        event.payload = R"({"browser":"Firefox","country":"CH","n":)" + std::to_string(i) + R"(,"os":"Linux"})";
    event.salt = std::string(16, static_cast<char>(i % 256));
    return event;
}

class PostgresBulk final : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_servers.start(1);
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(0);
        request.regions = {kRegion.text()};
        QVERIFY(installSchema(request).has_value());
        m_store = std::move(*openEventStore(m_servers.endpoint(0, "mover"), nullptr));
        QVERIFY(m_store->connect(kRegion).has_value());
    }

    void everyColumnComesBackInTheGivenOrder() {
        std::vector<RecordedEvent> events;
        for (int i = 0; i < kRows; ++i)
            events.push_back(eventNumber(i));
        std::vector<TenantHome> tenants;
        for (int i = 0; i < 50; ++i)
            tenants.push_back(
                {TenantId("tenant-" + std::to_string(i)), "Tenant " + std::to_string(i), "standard", "active", 1, {}});
        QElapsedTimer clock;
        clock.start();
        const auto written = m_store->insertHistory(kRegion, {tenants, events});
        QVERIFY2(written.has_value(), written ? "" : written.error().detail.c_str());
        QCOMPARE(*written, std::int64_t{kRows});
        qInfo("insertHistory: %d rows in %lld ms", kRows, clock.restart());

        std::optional<LogKey> after;
        std::size_t next = 0;
        bool isFull = true;
        while (isFull) {
            const auto page = m_store->readTail({kRegion, after, 8'192, false});
            QVERIFY2(page.has_value(), page ? "" : page.error().detail.c_str());
            for (const RecordedEvent& event : page->events) {
                RecordedEvent expected = events.at(next++);
                expected.key = event.key;
                QVERIFY2(event == expected, std::to_string(next).c_str());
                QVERIFY(!after || *after < event.key);
                after = event.key;
            }
            isFull = page->isFull;
        }
        QCOMPARE(next, events.size());
        qInfo("readTail and comparison: %d rows in %lld ms", kRows, clock.elapsed());
    }

private:
    static constexpr int kRows = 100'000;
    RegionalServers m_servers;
    std::unique_ptr<EventStore> m_store;
};

} // namespace

MUNIMENT_TEST(postgres_bulk, PostgresBulk);
#include "test_postgres_bulk.moc"
