// Protects: a bundle is read as a workspace file that has its events, all of them and as they are, and that says
// neither that it is a whole log nor that anything in it is wrong.
#include "models/eventstore/endpoint.h"
#include "models/integrity/bundle_projection.h"
#include "models/integrity/local_verifier.h"
#include "models/replica/excerpt.h"
#include "models/replica/trees/tree_reader.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <set>

using namespace muniment;
using namespace muniment::test;

class BundleProjectionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BundleFixture> m_fixture;

    [[nodiscard]] BundleInfo checked(const std::filesystem::path& bundle) const {
        const std::vector known{m_fixture->maker().verifierKey()};
        return MUST(checkBundle(bundle, known, {}, {}));
    }

    [[nodiscard]] std::unique_ptr<Replica> projected(const std::filesystem::path& bundle) {
        const auto file = m_fixture->newPath();
        MUST(projectBundle(bundle, checked(bundle), file, {}, {}));
        return MUST(Replica::open(file, ReplicaAccess::ReadOnly));
    }

    static std::map<LogKey, RecordedEvent> eventsOf(Replica& replica) {
        const auto snapshot = MUST(replica.snapshot());
        std::map<LogKey, RecordedEvent> events;
        for (const RunRecord& run : MUST(snapshot->runs()))
            for (std::int64_t i = 1; i <= run.lastOrdinal; ++i) {
                auto event = MUST(snapshot->event(EventNumber::of(run.run, i)));
                const LogKey key = event.key;
                events.emplace(key, std::move(event));
            }
        return events;
    }

private slots:

    void initTestCase() { m_fixture = std::make_unique<BundleFixture>(3'000, 3, true); }

    void everyEventIsThereAsItIs() {
        const auto replica = projected(m_fixture->write(m_fixture->request(m_fixture->someEvents(3))));
        const auto found = eventsOf(*replica);
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        const auto chosen = m_fixture->someEvents(3);
        QCOMPARE(found.size(), chosen.size());
        for (const EventNumber n : chosen) {
            const auto event = MUST(snapshot->event(n));
            const auto same = found.find(event.key);
            QVERIFY(same != found.end());
            QVERIFY(same->second == event);
        }
    }

    void wholeLogsMakeTheSameReadModels() {
        const auto replica = projected(m_fixture->write(m_fixture->request(m_fixture->allEvents())));
        for (const char* sql :
             {"SELECT * FROM user_versions ORDER BY from_n", "SELECT * FROM org_versions ORDER BY from_n"}) {
            const auto rows = printedQuery(replica->file(), sql);
            QVERIFY(rows.size() > 2);
            QCOMPARE(rows, printedQuery(m_fixture->replica().file(), sql));
        }
    }

    void itClaimsNothingOfWholeLogs() {
        const auto bundle = m_fixture->write(m_fixture->request(m_fixture->someEvents(7)));
        const auto replica = projected(bundle);
        const auto snapshot = MUST(replica->snapshot());
        QCOMPARE(MUST(excerptOf(*snapshot)).value_or("none"), checked(bundle).manifest.id);
        QVERIFY(MUST(treeRecords(*snapshot)).empty());
        for (const Finding& finding : MUST(snapshot->findings(1'000)))
            QVERIFY2(finding.kind != "sequence.hole", finding.detail.c_str());
        const auto verified = verifyLocally(*replica, {}, {}, {});
        QVERIFY(!verified);
        QCOMPARE(verified.error().get("why"), std::string("evidence"));
        const auto whole = MUST(m_fixture->replica().snapshot());
        QVERIFY(!MUST(excerptOf(*whole)));
    }

    void itsRegionsHaveNoServer() {
        const auto bundle = m_fixture->write(m_fixture->request(m_fixture->someEvents(11)));
        const auto replica = projected(bundle);
        const auto snapshot = MUST(replica->snapshot());
        const auto regions = MUST(snapshot->regions());
        QCOMPARE(regions.size(), std::size_t(1));
        const auto place = checked(bundle).manifest.asOf.front();
        QVERIFY(regions.front().cursor == place.at);
        QVERIFY(regions.front().knownThrough.has_value());
        const auto asked = parseEndpoint(regions.front().endpoint);
        QVERIFY(!asked);
        QCOMPARE(asked.error().get("why"), std::string("evidence"));
    }

    void whatWasNotCheckedIsNotTaken() {
        const auto bundle = m_fixture->write(m_fixture->request(m_fixture->someEvents(7)));
        const auto info = checked(bundle);
        const auto other = m_fixture->write(m_fixture->request(m_fixture->someEvents(8)));
        const auto refused = projectBundle(other, info, m_fixture->newPath(), {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().get("why"), std::string("hash"));
    }

    void itCanBeCancelled() {
        const auto bundle = m_fixture->write(m_fixture->request(m_fixture->someEvents(7)));
        std::stop_source stop;
        stop.request_stop();
        const auto cancelled = projectBundle(bundle, checked(bundle), m_fixture->newPath(), stop.get_token(), {});
        QVERIFY(!cancelled);
        QVERIFY(cancelled.error().code == ErrorCode::Cancelled);
    }
};

MUNIMENT_TEST(bundle_projection, BundleProjectionTest);
#include "test_bundle_projection.moc"
