// Protects: an outside auditor with a shell and OpenSSL believes a bundle exactly when it is what its maker signed and
// its leaves lead to the checkpoints.
#include "models/integrity/bundle_format.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const char* printable(const std::string& text) {
    return text.c_str();
}

} // namespace

class BundleScriptTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BundleFixture> m_fixture;
    std::vector<ZipItem> m_items; ///< of a bundle of every tenth event

    void accepted(const std::vector<ZipItem>& items, const std::vector<std::string>& arguments = {}) {
        const ScriptRun run = m_fixture->runScript(items, arguments);
        QVERIFY2(run.exitCode == 0, printable(run.output));
    }

    /// `sentence`: a part of what it says.
    void refused(const std::vector<ZipItem>& items, const std::string& sentence,
                 const std::vector<std::string>& arguments = {}) {
        const ScriptRun run = m_fixture->runScript(items, arguments);
        QVERIFY2(run.exitCode == 1, printable(run.output));
        QVERIFY2(run.output.find("FAILED: ") != std::string::npos, printable(run.output));
        QVERIFY2(run.output.find(sentence) != std::string::npos, printable(run.output));
    }

private slots:

    void initTestCase() {
        m_fixture = std::make_unique<BundleFixture>();
        m_items = unpacked(m_fixture->write(m_fixture->request(m_fixture->someEvents(10))));
        QCOMPARE(m_items.size(), bundle::kEntries.size());
    }

    void wholeLogsAreAccepted() {
        QElapsedTimer timer;
        timer.start();
        const auto items = unpacked(m_fixture->write(m_fixture->request(m_fixture->allEvents())));
        const ScriptRun run = m_fixture->runScript(items);
        QVERIFY2(run.exitCode == 0, printable(run.output));
        QVERIFY2(run.output.starts_with("Everything holds: 6000 events in 2 logs."), printable(run.output));
        qInfo("6,000 events: %lld ms", static_cast<long long>(timer.elapsed()));
    }

    void aPartOfALogIsAccepted() {
        accepted(m_items);
        accepted(unpacked(m_fixture->write(m_fixture->request(m_fixture->someEvents(997)))));
        accepted(unpacked(m_fixture->write(m_fixture->request({m_fixture->allEvents()[4'321]}))));
    }

    void theMakersKeyIsToldAndCompared() {
        const std::string key = printVerifierKey(m_fixture->maker().verifierKey());
        const ScriptRun run = m_fixture->runScript(m_items);
        QVERIFY(run.output.find(key) != std::string::npos);
        QVERIFY(run.output.find("only you can know") != std::string::npos);
        accepted(m_items, {key});
        refused(m_items, "not by the key that you expect", {printVerifierKey(bundleKey("maker", 2).verifierKey())});
        auto forged = m_items;
        BundleFixture::sealAgain(forged, bundleKey("maker", 2));
        refused(forged, "none of the keys");
    }

    void oneChangedByteIsSeen_data() {
        QTest::addColumn<std::string>("entry");
        QTest::addColumn<int>("percent");
        for (const std::string_view entry : bundle::kEntries)
            for (const int percent : {0, 47, 100})
                QTest::addRow("%s at %d%%", std::string(entry).c_str(), percent) << std::string(entry) << percent;
    }

    void oneChangedByteIsSeen() {
        QFETCH(std::string, entry);
        QFETCH(int, percent);
        auto items = m_items;
        std::string& bytes = bytesOf(items, entry);
        char& byte = bytes[(bytes.size() - 1) * static_cast<std::size_t>(percent) / 100];
        byte = static_cast<char>(byte ^ 1);
        // The script that is run is one from elsewhere: whoever changes the bundle's own can have it say anything.
        const ScriptRun run = m_fixture->runScript(items, {}, bytesOf(m_items, bundle::kScript));
        QVERIFY2(run.exitCode == 1, printable(run.output));
        QVERIFY2(run.output.find("FAILED: ") != std::string::npos, printable(run.output));
    }

    void aCheatingMakerIsSeen_data() {
        QTest::addColumn<std::string>("entry");
        QTest::addColumn<int>("at"); // from the end where negative
        QTest::addColumn<std::string>("sentence");
        const auto row = [](const char* name, std::string_view entry, int at, const char* sentence) {
            QTest::newRow(name) << std::string(entry) << at << std::string(sentence);
        };
        row("another first leaf", bundle::kLeaves, 40, "do not lead");
        row("another last leaf", bundle::kLeaves, -40, "do not lead");
        row("a leaf of another tree", bundle::kLeaves, 3, "order");
        row("a leaf of another place", bundle::kLeaves, 11, "proof");
        row("a longer leaf", bundle::kLeaves, 15, "leaves.bin");
        row("another sibling below", bundle::kSiblings, 40, "do not lead");
        row("a sibling of another place", bundle::kSiblings, 15, "proof");
        row("a sibling of another level", bundle::kSiblings, 7, "proof");
        row("a sibling of another tree", bundle::kSiblings, 3, "proof");
        row("another sibling above", bundle::kSiblings, -1, "do not lead");
        row("another block", bundle::kBlocks, 63, "do not lead to the roots of their blocks");
        row("a block of another place", bundle::kBlocks, 15, "do not lead");
        row("a block with another number of leaves", bundle::kBlocks, 7, "not as many leaves");
        row("a block with fewer bytes", bundle::kBlocks, 23, "leaves");
        row("another checkpoint", bundle::kCheckpoints, 20, "not of this text");
        row("another signature", bundle::kCheckpoints, -10, "FAILED");
        row("another key", bundle::kKeys, 60, "FAILED");
        row("another tree", bundle::kTrees, 20, "not what its checkpoint says");
    }

    void aCheatingMakerIsSeen() {
        QFETCH(std::string, entry);
        QFETCH(int, at);
        QFETCH(std::string, sentence);
        auto items = m_items;
        std::string& bytes = bytesOf(items, entry);
        char& byte = bytes[at < 0 ? bytes.size() - static_cast<std::size_t>(-at) : static_cast<std::size_t>(at)];
        byte = static_cast<char>(byte ^ 1);
        BundleFixture::sealAgain(items, m_fixture->maker());
        refused(items, sentence);
    }

    void aCheckpointOfNoTreeIsSeen() {
        auto items = m_items;
        m_fixture->sealAnotherRoot(items);
        refused(items, "do not lead to the roots that the checkpoints say");
    }

    void anEventTooManyIsSeen() {
        auto items = m_items;
        std::string& lines = bytesOf(items, bundle::kEvents);
        lines += lines.substr(0, lines.find('\n') + 1);
        BundleFixture::sealAgain(items, m_fixture->maker());
        refused(items, "not as many events");
    }

    void whatIsNotNamedIsSeen() {
        auto items = m_items;
        items.push_back({"letter.txt", "hello"});
        refused(items, "letter.txt");
        items = m_items;
        std::erase_if(items, [](const ZipItem& item) { return item.name == bundle::kSiblings; });
        refused(items, "siblings.bin is missing");
    }

    void aSampleOfAHugeBundleIsProved() {
        BundleFixture huge(21'000, 3);
        const auto items = unpacked(huge.write(huge.request(huge.allEvents())));
        const ScriptRun run = huge.runScript(items);
        QVERIFY2(run.exitCode == 0, printable(run.output));
        QVERIFY2(run.output.find("a sample, were proved") != std::string::npos, printable(run.output));
        const ScriptRun all = huge.runScript(items, {"--all"});
        QVERIFY2(all.exitCode == 0, printable(all.output));
        QVERIFY2(all.output.starts_with("Everything holds: 21000 events in 3 logs."), printable(all.output));
    }

    void wrongUsageIsTold() { QCOMPARE(m_fixture->runScript(m_items, {"--fast"}).exitCode, 2); }
};

MUNIMENT_TEST(bundle_script, BundleScriptTest);
#include "test_bundle_script.moc"
