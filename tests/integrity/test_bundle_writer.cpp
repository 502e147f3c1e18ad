// Protects: a bundle is there in full or not at all, replaces nothing, says the same for the same question, proves by
// what was kept where it can, and shows hostile names as text.
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_page.h"
#include "models/integrity/witness.h"
#include "models/replica/replica.h"
#include "models/replica/trees/tree_prover.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <fstream>
#include <sys/stat.h>

using namespace muniment;
using namespace muniment::test;

class BundleWriterTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BundleFixture> m_fixture;

    [[nodiscard]] Result<BundleManifest> write(const BundleRequest& request, const std::filesystem::path& path,
                                               const std::stop_token& stop = {}, const BundleProgress& progress = {}) {
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        return writeBundle(*snapshot, request, m_fixture->maker(), path, stop, progress);
    }

    [[nodiscard]] static std::size_t filesBeside(const std::filesystem::path& path) {
        const std::filesystem::directory_iterator files(path.parent_path());
        return static_cast<std::size_t>(std::distance(begin(files), end(files)));
    }

    /// A kept checkpoint of each tree's first `size` leaves, signed by `key`; `root` is turned when it is to lie.
    void keep(KeptCheckpoints& kept, const SigningKey& key, std::uint64_t size, bool isLie = false) {
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        for (const TreeRecord& tree : MUST(treeRecords(*snapshot))) {
            const auto prover = MUST(TreeProver::make(*snapshot, tree));
            Checkpoint checkpoint{originOf(TenantLog{tree.region, tree.tenant, tree.epoch}), size,
                                  MUST(prover->headAt(size)).root};
            checkpoint.root[0] = static_cast<std::uint8_t>(checkpoint.root[0] ^ (isLie ? 1U : 0U));
            const auto note = MUST(key.cosign({MUST(printCheckpoint(checkpoint)), {}}, Instant{1'750'000'000'000'000}));
            (void)MUST(kept.append(MUST(writeNote(note))));
        }
    }

    /// A kept checkpoint of the region as the file has it.
    static void keepState(KeptCheckpoints& kept, const SigningKey& key, Replica& replica) {
        const auto snapshot = MUST(replica.snapshot());
        const RegionRecord region = MUST(snapshot->regions()).front();
        LeafHasher hasher;
        const TreeHead head = regionHead(hasher, region.region, MUST(treeRecords(*snapshot)));
        const RegionState state{"an installation", region.region, region.cursor.value()};
        const Checkpoint checkpoint{originOf(state), head.size, head.root};
        const auto note = MUST(key.cosign({MUST(printCheckpoint(checkpoint)), {}}, Instant{1'750'000'000'000'000}));
        (void)MUST(kept.append(MUST(writeNote(note))));
    }

private slots:

    void initTestCase() { m_fixture = std::make_unique<BundleFixture>(5'000, 2); }

    void nothingIsReplaced() {
        const auto path = m_fixture->newPath();
        std::ofstream(path) << "mine";
        const auto written = write(m_fixture->request(m_fixture->someEvents(100)), path);
        QVERIFY(written.error().code == ErrorCode::FileExists);
        QCOMPARE(std::filesystem::file_size(path), std::uintmax_t(4));
        std::filesystem::remove(path);
        std::filesystem::create_symlink("/nowhere", path);
        QVERIFY(write(m_fixture->request(m_fixture->someEvents(100)), path).error().code == ErrorCode::FileExists);
        std::filesystem::remove(path);
    }

    void onlyItsOwnerReadsIt() {
        const auto path = m_fixture->write(m_fixture->request(m_fixture->someEvents(100)));

        struct stat file {};

        QCOMPARE(::stat(path.c_str(), &file), 0);
        QCOMPARE(file.st_mode & 0777U, 0600U);
    }

    void whoStopsItLeavesNothingBehind() {
        const auto path = m_fixture->newPath();
        const auto before = filesBeside(path);
        std::stop_source stop;
        std::size_t during = 0;
        const auto written =
            write(m_fixture->request(m_fixture->allEvents()), path, stop.get_token(), [&](double done) {
                during = filesBeside(path);
                if (done > 0.5)
                    stop.request_stop();
            });
        QVERIFY(written.error().code == ErrorCode::Cancelled);
        QCOMPARE(during, before + 1); // under another name
        QCOMPARE(filesBeside(path), before);
        QVERIFY(!std::filesystem::exists(path));
    }

    void noEventsAreNoBundle() {
        QVERIFY(write(m_fixture->request({}), m_fixture->newPath()).error().code == ErrorCode::InvalidInput);
        const auto path = m_fixture->newPath();
        const auto before = filesBeside(path);
        QVERIFY(write(m_fixture->request({EventNumber::of(1, 999'999)}), path).error().code == ErrorCode::NotFound);
        QCOMPARE(filesBeside(path), before);
    }

    void theSameQuestionMakesTheSameBytes() {
        auto events = m_fixture->someEvents(9);
        const auto one = unpacked(m_fixture->write(m_fixture->request(events)));
        std::ranges::reverse(events);
        events.push_back(events.front());
        const auto other = unpacked(m_fixture->write(m_fixture->request(events)));
        QCOMPARE(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].name, std::string(bundle::kEntries[i]));
            if (one[i].name != bundle::kManifest && one[i].name != bundle::kManifestNote) // they have the id
                QVERIFY2(one[i].bytes == other[i].bytes, one[i].name.c_str());
        }
    }

    void proofsLeadToWhatWasKept() {
        const auto witness = bundleKey("witness", 9);
        auto kept = MUST(KeptCheckpoints::open(m_fixture->newPath(), {}));
        keep(kept, witness, 1'500);
        keep(kept, witness, 2'300);
        auto request = m_fixture->request(m_fixture->someEvents(3));
        std::erase_if(request.events, [](EventNumber n) { return n.ordinal() > 3'000; });
        request.kept = &kept;
        request.keys = {witness.verifierKey()};
        const auto path = m_fixture->write(request);
        const std::vector known{m_fixture->maker().verifierKey(), witness.verifierKey()};
        const auto info = MUST(checkBundle(path, known, {}, {}));
        QCOMPARE(info.manifest.sealedNow, std::uint64_t(0));
        for (const CheckedTree& tree : info.trees) {
            QVERIFY(tree.tree.head.size == 2'300 || tree.tree.head.size == 1'500);
            QCOMPARE(tree.signers.size(), std::size_t(1));
            QCOMPARE(tree.signers.front().name, std::string("muniment.workstation/witness"));
        }
        const ScriptRun run = m_fixture->runScript(unpacked(path));
        QVERIFY2(run.exitCode == 0, run.output.c_str());
        QVERIFY(run.output.find("muniment.workstation/witness") != std::string::npos);
        // Of nobody we know: as if nothing were kept.
        request.keys.clear();
        QCOMPARE(MUST(checkBundle(m_fixture->write(request), known, {}, {})).manifest.sealedNow, std::uint64_t(2));
    }

    void proofsLeadToARegionsState() {
        BundleFixture grown(3'000, 40);
        const auto witness = bundleKey("witness", 9);
        auto kept = MUST(KeptCheckpoints::open(m_fixture->newPath(), {}));
        keepState(kept, witness, grown.replica());
        grown.grow(500);
        auto request = grown.request(grown.someEvents(60));
        std::erase_if(request.events, [](EventNumber n) { return n.ordinal() > 3'000; });
        request.kept = &kept;
        request.keys = {witness.verifierKey()};
        const auto path = grown.write(request);
        const std::vector known{grown.maker().verifierKey(), witness.verifierKey()};
        const auto info = checkBundle(path, known, {}, {});
        QVERIFY2(info, info ? "" : (info.error().get("why") + ": " + info.error().detail).c_str());
        QCOMPARE(info->manifest.sealedNow, std::uint64_t(0));
        QVERIFY(info->manifest.trees > 20);
        QCOMPARE(info->trees.size(), info->manifest.trees + 1); // and the state
        for (const CheckedTree& tree : info->trees)
            QCOMPARE(tree.signers.front().name, std::string("muniment.workstation/witness"));
        auto items = unpacked(path);
        const ScriptRun run = grown.runScript(items);
        QVERIFY2(run.exitCode == 0, run.output.c_str());
        // What a state says of a log cannot be said of another.
        std::string& trees = bytesOf(items, bundle::kTrees);
        const auto size = trees.find(' ') + 1;
        trees[size] = static_cast<char>(trees[size] == '9' ? '8' : trees[size] + 1);
        BundleFixture::sealAgain(items, grown.maker());
        const ScriptRun other = grown.runScript(items);
        QVERIFY2(other.exitCode == 1, other.output.c_str());
        const auto changed = m_fixture->newPath();
        pack(items, changed);
        QCOMPARE(checkBundle(changed, known, {}, {}).error().get("why"), std::string("proof"));
        // Events that came after it are sealed by the maker.
        request.events = grown.allEvents();
        QCOMPARE(MUST(checkBundle(grown.write(request), known, {}, {})).manifest.sealedNow, std::uint64_t(40));
    }

    void noEvidenceIsMadeAgainstWhatWasKept() {
        const auto witness = bundleKey("witness", 9);
        auto kept = MUST(KeptCheckpoints::open(m_fixture->newPath(), {}));
        keep(kept, witness, 2'300, true);
        auto request = m_fixture->request(m_fixture->someEvents(100));
        std::erase_if(request.events, [](EventNumber n) { return n.ordinal() > 3'000; });
        request.kept = &kept;
        request.keys = {witness.verifierKey()};
        const auto path = m_fixture->newPath();
        const auto before = filesBeside(path);
        QCOMPARE(write(request, path).error().get("why"), std::string("contradiction"));
        QCOMPARE(filesBeside(path), before);
    }

    void hostileNamesAreTextOnThePage() {
        auto request = m_fixture->request(m_fixture->someEvents(1'000));
        const std::string text = "<script src=\"https://x\">'&\xe2\x80\xae"
                                 "evil";
        const std::string hostile = text + "\xff\n";
        request.filterWords = request.workspace = request.madeBy = text;
        request.organizationName = [&](const TenantId&) { return hostile; };
        request.actorName = [&](const TenantId&, const Actor&) { return hostile; };
        auto items = unpacked(m_fixture->write(request));
        const std::string& page = bytesOf(items, bundle::kPage);
        QVERIFY(page.find("<script") == std::string::npos);
        QVERIFY(page.find("\xe2\x80\xae") == std::string::npos);
        QVERIFY(page.find(" src=") == std::string::npos || page.find(" src=&quot;") == page.find(" src="));
        QVERIFY(page.find("&lt;script src=&quot;https://x&quot;&gt;&#39;&amp;\\u{202E}evil\\xff\\u{000A}") !=
                std::string::npos);
        QVERIFY(page.find("default-src 'none'") != std::string::npos);
        QVERIFY(page.find("href=") == std::string::npos && page.find("url(") == std::string::npos);
        const ScriptRun run = m_fixture->runScript(items);
        QVERIFY2(run.exitCode == 0, run.output.c_str());
    }

    void aLongTableSaysWhatItLeavesOut() {
        BundleFixture large(11'000, 2);
        auto items = unpacked(large.write(large.request(large.allEvents())));
        const std::string& page = bytesOf(items, bundle::kPage);
        QVERIFY(page.find("the first 10000 of 11000 events") != std::string::npos);
        std::size_t rows = 0;
        for (auto at = page.find("<tr><td>2"); at != std::string::npos; at = page.find("<tr><td>2", at + 1))
            ++rows;
        QCOMPARE(rows, std::size_t(10'000));
    }
};

MUNIMENT_TEST(bundle_writer, BundleWriterTest);
#include "test_bundle_writer.moc"
