// Protects: bundles that are carried one after the other make the same logs and trees as those they came from, and one
// that does not go on exactly where the file ended is refused before anything is written.
#include "models/base/uuid.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/courier_import.h"
#include "models/integrity/courier_plan.h"
#include "models/integrity/known_keys.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/sealed_history.h"
#include "models/replica/trees/tree_reader.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class CourierTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BundleFixture> m_fixture;
    std::vector<std::filesystem::path> m_bundles; ///< of 2,000, 500 and 1,500 events
    std::filesystem::path m_atTwo;                ///< a file with the first two

    [[nodiscard]] std::vector<VerifierKey> known() const { return {m_fixture->maker().verifierKey()}; }

    [[nodiscard]] CourierPlan planned(const std::optional<std::filesystem::path>& after) const {
        std::optional<BundleInfo> previous;
        if (after)
            previous = MUST(checkBundle(*after, known(), {}, {}));
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        return MUST(planCourier(*snapshot, previous, {}));
    }

    [[nodiscard]] std::filesystem::path carried(CourierPlan plan) {
        BundleRequest request = m_fixture->request(std::move(plan.events));
        request.courier = std::move(plan.note);
        return m_fixture->write(request);
    }

    /// All of another file that the bundle `after` did not bring.
    [[nodiscard]] std::filesystem::path carriedFrom(Replica& source,
                                                    const std::optional<std::filesystem::path>& after) {
        std::optional<BundleInfo> previous;
        if (after)
            previous = MUST(checkBundle(*after, known(), {}, {}));
        const auto snapshot = MUST(source.snapshot());
        CourierPlan plan = MUST(planCourier(*snapshot, previous, {}));
        BundleRequest request = m_fixture->request(std::move(plan.events));
        request.courier = std::move(plan.note);
        const auto path = m_fixture->newPath();
        (void)MUST(writeBundle(*snapshot, request, m_fixture->maker(), path, {}, {}));
        return path;
    }

    [[nodiscard]] Result<CourierImport> import(const std::filesystem::path& bundle,
                                               const std::filesystem::path& file) const {
        return importCourier(bundle, file, known(), {}, {});
    }

    /// Why it is refused; the file stays as it was, and where there was none there is none.
    [[nodiscard]] std::string refused(const std::filesystem::path& bundle, const std::filesystem::path& file) const {
        const bool wasThere = std::filesystem::exists(file);
        const auto before = wasThere ? printedRows(file) : std::vector<std::string>();
        const auto imported = import(bundle, file);
        if (imported)
            return "nothing";
        if (wasThere ? printedRows(file) != before : std::filesystem::exists(file))
            return "something was written";
        if (!wasThere &&
            (std::filesystem::exists(knownKeysPath(file)) || std::filesystem::exists(keptCheckpointsPath(file))))
            return "something was kept";
        return imported.error().get("why");
    }

    [[nodiscard]] std::filesystem::path copied(const std::filesystem::path& file) {
        const auto copy = m_fixture->newPath();
        for (const char* end : {"", ".witnesses", ".checkpoints"})
            std::filesystem::copy_file(file.string() + end, copy.string() + end);
        return copy;
    }

    /// The last bundle, packed anew with another courier.txt that its maker signs.
    [[nodiscard]] std::filesystem::path withNote(const std::string& what, const std::string& by) {
        auto items = unpacked(m_bundles[2]);
        std::string& note = bytesOf(items, bundle::kCourier);
        const auto at = note.find(what);
        if (at == std::string::npos)
            qFatal("there is no %s in %s", what.c_str(), note.c_str());
        note.replace(at, what.size(), by);
        BundleFixture::sealAgain(items, m_fixture->maker());
        const auto path = m_fixture->newPath();
        pack(items, path);
        return path;
    }

    static std::vector<std::string> treesOf(const std::filesystem::path& file) {
        const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadOnly));
        const auto snapshot = MUST(replica->snapshot());
        std::vector<std::string> lines;
        const Sha256 sha;
        for (const TreeRecord& tree : MUST(treeRecords(*snapshot)))
            lines.push_back(tree.region.text() + ' ' + tree.tenant.text() + ' ' + std::to_string(tree.epoch) + ' ' +
                            std::to_string(tree.range.size()) + ' ' + std::string(bytesOf(tree.head(sha).root)));
        return lines;
    }

private slots:

    void initTestCase() {
        m_fixture = std::make_unique<BundleFixture>(2'000, 4, true);
        m_bundles.push_back(carried(planned({})));
        m_fixture->grow(500);
        m_bundles.push_back(carried(planned(m_bundles[0])));
        m_fixture->grow(1'500);
        m_bundles.push_back(carried(planned(m_bundles[1])));
        m_atTwo = m_fixture->newPath();
        (void)MUST(import(m_bundles[0], m_atTwo));
        QCOMPARE(MUST(import(m_bundles[1], m_atTwo)).events, std::int64_t(500));
    }

    void theSameLogsAndTreesCome() {
        const auto file = copied(m_atTwo);
        const CourierImport last = MUST(import(m_bundles[2], file));
        QCOMPARE(last.number, std::uint64_t(3));
        QCOMPARE(last.events, std::int64_t(1'500));
        QCOMPARE(treesOf(file), treesOf(m_fixture->replica().file()));
        for (const char* sql :
             {"SELECT n, hex(event_id), hex(salt), hex(payload) FROM events_1 ORDER BY n",
              "SELECT * FROM user_versions ORDER BY from_n", "SELECT kind, n, detail FROM findings ORDER BY kind, n"})
            QCOMPARE(printedQuery(file, sql), printedQuery(m_fixture->replica().file(), sql));
        QVERIFY(printedQuery(file, "SELECT n FROM events_1").size() == 4'000);
    }

    void itVerifiesAgainstTheBundlesCheckpoints() {
        const auto replica = MUST(Replica::open(m_atTwo, ReplicaAccess::ReadOnly));
        const auto keys = MUST(readKnownKeys(knownKeysPath(m_atTwo)));
        const auto kept = MUST(KeptCheckpoints::open(keptCheckpointsPath(m_atTwo), keys.all));
        const auto history = MUST(readKeptHistory(kept, keys));
        const auto verified = MUST(verifyLocally(*replica, history.sealed, {}, {}));
        QVERIFY(verified.isSound());
        QVERIFY(verified.checkpoints >= 4);
        QCOMPARE(verified.unsealed(), std::int64_t(0));
    }

    void theMakerNeedBeVouchedForOnce() {
        const auto file = copied(m_atTwo);
        QVERIFY(importCourier(m_bundles[2], file, {}, {}, {}));
        QCOMPARE(importCourier(m_bundles[0], m_fixture->newPath(), {}, {}, {}).error().get("why"),
                 std::string("unknownKey"));
    }

    void whatDoesNotGoOnIsRefused() {
        const auto nowhere = m_fixture->newPath();
        QCOMPARE(refused(m_bundles[1], nowhere), std::string("gap"));
        QCOMPARE(refused(m_bundles[1], m_atTwo), std::string("replay"));
        QCOMPARE(refused(m_bundles[0], m_atTwo), std::string("older"));
        const auto atOne = m_fixture->newPath();
        (void)MUST(import(m_bundles[0], atOne));
        QCOMPARE(refused(m_bundles[2], atOne), std::string("gap"));
        QCOMPARE(refused(m_bundles[0], atOne), std::string("replay"));
    }

    void chosenEventsAreNoCouriers() {
        QCOMPARE(refused(m_fixture->write(m_fixture->request(m_fixture->someEvents(9))), m_fixture->newPath()),
                 std::string("noCourier"));
    }

    void strangersAreRefused() {
        auto items = unpacked(m_bundles[2]);
        BundleFixture::sealAgain(items, bundleKey("maker", 2));
        const auto forged = m_fixture->newPath();
        pack(items, forged);
        QCOMPARE(refused(forged, m_atTwo), std::string("unknownKey"));
        items.back() = {"../../etc/cron.d/x", "x"}; // one more were too many already
        const auto slip = m_fixture->newPath();
        pack(items, slip);
        QCOMPARE(refused(slip, m_atTwo), std::string("dotDot"));
    }

    void anotherInstallationIsRefused() {
        QCOMPARE(refused(withNote("region muniment/region/-/", "region muniment/region/other/"), m_atTwo),
                 std::string("installation"));
    }

    void aFileThatIsSyncedIsLeftAlone() {
        const ReplicaFixture synced;
        const auto file = synced.create()->file();
        QCOMPARE(refused(m_bundles[0], file), std::string("notCarried"));
    }

    void anotherHistoryIsRefused() {
        auto items = unpacked(m_bundles[2]);
        auto note = MUST(parseCourierNote(bytesOf(items, bundle::kCourier)));
        note.trees.front().from.root[3] ^= 1U;
        bytesOf(items, bundle::kCourier) = printCourierNote(note);
        BundleFixture::sealAgain(items, m_fixture->maker());
        const auto path = m_fixture->newPath();
        pack(items, path);
        QCOMPARE(refused(path, m_atTwo), std::string("otherHistory"));
    }

    void aLogThatEndsElsewhereIsRefused() {
        auto items = unpacked(m_bundles[2]);
        auto note = MUST(parseCourierNote(bytesOf(items, bundle::kCourier)));
        note.trees.front().to.root[3] ^= 1U;
        bytesOf(items, bundle::kCourier) = printCourierNote(note);
        BundleFixture::sealAgain(items, m_fixture->maker());
        const auto path = m_fixture->newPath();
        pack(items, path);
        QCOMPARE(refused(path, m_atTwo), std::string("courier"));
        bytesOf(items, bundle::kCourier) += "tree\n";
        BundleFixture::sealAgain(items, m_fixture->maker());
        const auto other = m_fixture->newPath();
        pack(items, other);
        QCOMPARE(refused(other, m_atTwo), std::string("courier"));
    }

    void everyEventBetweenMustBeThere() {
        CourierPlan between = planned(m_bundles[1]);
        between.events.erase(between.events.begin() + 700);
        QCOMPARE(refused(carried(std::move(between)), m_atTwo), std::string("gap"));
        CourierPlan first = planned(m_bundles[1]);
        first.events.erase(first.events.begin());
        QCOMPARE(refused(carried(std::move(first)), m_atTwo), std::string("gap"));
        CourierPlan last = planned(m_bundles[1]);
        last.events.pop_back();
        QCOMPARE(refused(carried(std::move(last)), m_atTwo), std::string("roots"));
    }

    void aCancelledImportLeavesTheFile() {
        const auto file = copied(m_atTwo);
        const auto before = printedRows(file);
        for (const double at : {0.1, 0.72, 0.8, 0.99}) {
            std::stop_source stop;
            const auto cancelled = importCourier(m_bundles[2], file, known(), stop.get_token(), [&](double done) {
                if (done >= at)
                    stop.request_stop();
            });
            if (cancelled)
                break; // so near its end that nobody asks any more
            QVERIFY(cancelled.error().code == ErrorCode::Cancelled);
            QCOMPARE(printedRows(file), before);
        }
        if (printedRows(file) == before)
            (void)MUST(import(m_bundles[2], file));
        QCOMPARE(treesOf(file), treesOf(m_fixture->replica().file()));
    }

    void theMakerGoesOnFromItsOwnBundlesOnly() {
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        const auto evidence =
            MUST(checkBundle(m_fixture->write(m_fixture->request(m_fixture->someEvents(9))), known(), {}, {}));
        QCOMPARE(planCourier(*snapshot, evidence, {}).error().get("why"), std::string("noCourier"));
        auto other = MUST(checkBundle(m_bundles[1], known(), {}, {}));
        other.courier->trees.front().to.root[0] ^= 1U;
        QCOMPARE(planCourier(*snapshot, other, {}).error().get("why"), std::string("otherHistory"));
        other = MUST(checkBundle(m_bundles[1], known(), {}, {}));
        other.courier->trees.front().to.size += 100'000;
        QCOMPARE(planCourier(*snapshot, other, {}).error().get("why"), std::string("fellBack"));
        QVERIFY(planned(m_bundles[2]).events.empty());
    }

    void anOrganizationThatMovesIsCarriedAlong() {
        const ReplicaFixture files({"eu-west-1", "us-east-1"});
        const auto source = files.create();
        SampleLogSettings settings;
        settings.tenants = 1;
        SampleLog log(settings);
        const Batch first = log.batch(1'000);
        std::ignore = MUST(source->writer()->apply(*prepareBatch(first)));
        std::vector<std::filesystem::path> bundles{carriedFrom(*source, {})};
        // The rest of its first epoch, its way to the other region, and what it does there.
        std::ignore = MUST(source->writer()->apply(*prepareBatch(log.batch(500))));
        RecordedEvent moved = first.events.front();
        moved.epoch = 2;
        moved.aggregate = {"org", AggregateId(moved.tenant.text())};
        moved.type = "org.region.moved";
        moved.payload = R"({"digest":"","epoch":2,"events":1500,"from":"eu-west-1","to":"us-east-1"})";
        moved.sequence = 9'000;
        moved.eventId = randomUuid();
        moved.key = {{1, 0}, 1};
        std::ignore =
            MUST(source->writer()->apply(*prepareBatch(Batch{RegionName("us-east-1"), {moved}, {}, false, {}, {}})));
        bundles.push_back(carriedFrom(*source, bundles.back()));
        RecordedEvent later = moved;
        later.type = "org.changed";
        later.payload = R"({"name":"Later"})";
        ++later.sequence;
        later.eventId = randomUuid();
        ++later.key.position.major;
        std::ignore =
            MUST(source->writer()->apply(*prepareBatch(Batch{RegionName("us-east-1"), {later}, {}, false, {}, {}})));
        bundles.push_back(carriedFrom(*source, bundles.back()));

        const auto file = m_fixture->newPath();
        for (const auto& bundle : bundles)
            (void)MUST(import(bundle, file));
        QCOMPARE(treesOf(file), treesOf(source->file()));
        QCOMPARE(treesOf(file).size(), std::size_t(2));
        const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadOnly));
        QVERIFY(MUST(verifyLocally(*replica, {}, {}, {})).isSound());
        const char* const names = "SELECT sequence, epoch, name FROM org_versions WHERE to_n IS NULL";
        QCOMPARE(printedQuery(file, names), printedQuery(source->file(), names));
        QCOMPARE(printedQuery(file, names).size(), std::size_t(1));
        QCOMPARE(refused(bundles[1], file), std::string("older"));
        QCOMPARE(refused(bundles[2], file), std::string("replay"));
    }

    void aShellChecksItToo() {
        const auto items = unpacked(m_bundles[1]);
        QCOMPARE(items.size(), bundle::kEntries.size() + 1);
        const ScriptRun run = m_fixture->runScript(items);
        QVERIFY2(run.exitCode == 0, run.output.c_str());
        auto altered = items;
        bytesOf(altered, bundle::kCourier)[20] ^= 1;
        QCOMPARE(m_fixture->runScript(altered).exitCode, 1);
    }
};

MUNIMENT_TEST(courier, CourierTest);
#include "test_courier.moc"
