// Protects: a bundle from a stranger is believed when all of it holds, and is refused with a reason when anything does
// not, whoever signed it; nothing of it gets out of the file meanwhile.
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_format.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <fstream>

using namespace muniment;
using namespace muniment::test;

namespace {

using Change = std::function<void(std::vector<ZipItem>&)>;

void replaceFirst(std::string& text, std::string_view what, std::string_view by) {
    if (const auto at = text.find(what); at != std::string::npos)
        text.replace(at, what.size(), by);
    else
        qFatal("there is no %s", std::string(what).c_str());
}

} // namespace

Q_DECLARE_METATYPE(Change)

class BundleCheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BundleFixture> m_fixture;
    std::vector<ZipItem> m_items; ///< of a bundle of every fifth event

    [[nodiscard]] Result<BundleInfo> check(const std::filesystem::path& path) const {
        const std::vector known{m_fixture->maker().verifierKey()};
        return checkBundle(path, known, {}, {});
    }

    /// "ok", or why it is refused.
    [[nodiscard]] std::string said(const std::filesystem::path& path) const {
        const auto checked = check(path);
        if (checked)
            return "ok";
        const auto why = checked.error().get("why");
        return why.empty() ? std::string(errorCodeName(checked.error().code)) : why;
    }

    [[nodiscard]] std::string said(const std::vector<ZipItem>& items) {
        const auto path = m_fixture->newPath();
        pack(items, path);
        return said(path);
    }

private slots:

    void initTestCase() {
        m_fixture = std::make_unique<BundleFixture>(6'000, 2, true);
        m_items = unpacked(m_fixture->write(m_fixture->request(m_fixture->someEvents(5))));
    }

    void aBundleIsBelievedAndTold() {
        for (const auto& events : {m_fixture->allEvents(), m_fixture->someEvents(7), m_fixture->someEvents(997)}) {
            const auto info = check(m_fixture->write(m_fixture->request(events)));
            QVERIFY2(info, info ? "" : (info.error().detail + info.error().get("why")).c_str());
            QCOMPARE(info->manifest.events, std::uint64_t(events.size()));
            QCOMPARE(info->manifest.madeBy, std::string("Ann <auditor>"));
            QCOMPARE(info->maker.name, std::string("muniment.workstation/maker"));
            QCOMPARE(info->trees.size(), std::size_t(2));
            QCOMPARE(info->manifest.sealedNow, std::uint64_t(2));
        }
        QVERIFY(check(m_fixture->write(m_fixture->request(m_fixture->allEvents())))->manifest.withheld > 100);
        QCOMPARE(said(m_items), std::string("ok")); // packed by somebody else
    }

    void everyColumnIsThere() {
        const auto snapshot = MUST(m_fixture->replica().snapshot());
        const std::string& lines = bytesOf(m_items, bundle::kEvents);
        std::map<std::pair<Uuid, LogKey>, RecordedEvent> inBundle;
        for (std::size_t at = 0; at < lines.size();) {
            const auto end = lines.find('\n', at);
            const auto line = MUST(parseBundleEvent(std::string_view(lines).substr(at, end - at)));
            inBundle.emplace(std::pair(line.event.eventId, line.event.key), line.event);
            at = end + 1;
        }
        for (const EventNumber n : m_fixture->someEvents(5)) {
            const auto event = MUST(snapshot->event(n));
            const auto found = inBundle.find({event.eventId, event.key});
            QVERIFY(found != inBundle.end());
            QVERIFY(found->second == event);
        }
    }

    void nobodyElsesKeyCounts() {
        const auto path = m_fixture->newPath();
        pack(m_items, path);
        QCOMPARE(checkBundle(path, {}, {}, {}).error().get("why"), std::string("unknownKey"));
        const std::vector stranger{bundleKey("maker", 2).verifierKey()};
        QCOMPARE(checkBundle(path, stranger, {}, {}).error().get("why"), std::string("unknownKey"));
        auto forged = m_items;
        BundleFixture::sealAgain(forged, bundleKey("maker", 2));
        QCOMPARE(said(forged), std::string("unknownKey"));
    }

    void namesThatReachOutAreRefused_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<std::string>("why");
        const auto row = [](const char* name, const char* why, ZipItem::Kind kind = ZipItem::Kind::File) {
            QTest::newRow(name) << std::string(name) << static_cast<int>(kind) << std::string(why);
        };
        row("../events.jsonl", "dotDot");
        row("a/../../events.jsonl", "dotDot");
        row("..", "dotDot");
        row("/etc/passwd", "absolute");
        row("C:events.jsonl", "drive");
        row("c:/windows/events.jsonl", "drive");
        row("a/b\\c", "backslash");
        row("..\\events.jsonl", "dotDot"); // some programs write "\\" where they mean "/", and it is read so
        row("\\events.jsonl", "absolute");
        row("folder/", "folder", ZipItem::Kind::Folder);
        row("leaf_v1.md/", "folder", ZipItem::Kind::Folder);
        row("events.jsonl", "twice");
        row("Events.JSONL", "case");
        row("letter.txt", "unknownEntry");
        row("a/events.jsonl", "unknownEntry");
        row("./events.jsonl", "unknownEntry");
    }

    void namesThatReachOutAreRefused() {
        QFETCH(std::string, name);
        QFETCH(int, kind);
        QFETCH(std::string, why);
        auto items = m_items;
        items.pop_back(); // so that it is not one too many already
        items.push_back({name, "x", static_cast<ZipItem::Kind>(kind)});
        QVERIFY2(said(items) == why, said(items).c_str());
        items = {{name, "x", static_cast<ZipItem::Kind>(kind)}};
        if (why != "twice")
            QVERIFY2(said(items) == why, said(items).c_str());
    }

    void linksAreRefused() {
        auto items = m_items;
        bytesOf(items, bundle::kPage) = "/etc/passwd";
        std::ranges::find(items, bundle::kPage, &ZipItem::name)->kind = ZipItem::Kind::Link;
        QCOMPARE(said(items), std::string("link"));
    }

    void whatIsNoBundleIsRefused() {
        const auto path = m_fixture->newPath();
        std::ofstream(path) << "hello";
        QCOMPARE(said(path), std::string("notZip"));
        QCOMPARE(said(m_fixture->newPath()), std::string("fileMissing"));
        QCOMPARE(said(std::vector<ZipItem>{{"manifest.json", "{}"}}), std::string("missingEntry"));
        auto items = m_items;
        for (const std::string_view name : bundle::kOptionalEntries)
            items.push_back({std::string(name), "x"});
        QCOMPARE(said(items), std::string("entries")); // the manifest does not name it
        items.push_back({"letter.txt", "x"});
        QCOMPARE(said(items), std::string("tooMany"));
    }

    void bombsAreRefusedBeforeTheyGrow() {
        auto items = m_items;
        bytesOf(items, bundle::kEvents) = std::string(256 << 20, '0');
        QCOMPARE(said(items), std::string("bomb"));
    }

    void oneChangedByteIsSeen_data() {
        QTest::addColumn<std::string>("entry");
        QTest::addColumn<int>("percent");
        for (const std::string_view entry : bundle::kEntries)
            for (const int percent : {0, 33, 71, 100})
                QTest::addRow("%s at %d%%", std::string(entry).c_str(), percent) << std::string(entry) << percent;
    }

    void oneChangedByteIsSeen() {
        QFETCH(std::string, entry);
        QFETCH(int, percent);
        auto items = m_items;
        std::string& bytes = bytesOf(items, entry);
        char& byte = bytes[(bytes.size() - 1) * static_cast<std::size_t>(percent) / 100];
        byte = static_cast<char>(byte ^ 1);
        const std::string why = said(items);
        if (entry == bundle::kManifestNote)
            QVERIFY2(why == "unsigned" || why == "badSignature" || why == "unknownKey" || why == "manifest",
                     why.c_str());
        else
            QCOMPARE(why, std::string(entry == bundle::kManifest ? "manifest" : "hash"));
    }

    void aCheatingMakerIsSeen_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<std::string>("why");
        const auto row = [](const char* name, const char* why, Change change) {
            QTest::newRow(name) << std::move(change) << std::string(why);
        };
        const auto turn = [](std::string_view entry, int at) {
            return [entry, at](std::vector<ZipItem>& items) {
                std::string& bytes = bytesOf(items, entry);
                char& byte =
                    bytes[at < 0 ? bytes.size() - static_cast<std::size_t>(-at) : static_cast<std::size_t>(at)];
                byte = static_cast<char>(byte ^ 1);
            };
        };
        const auto inEvents = [](std::string_view what, std::string_view by) {
            return [what, by](std::vector<ZipItem>& items) { replaceFirst(bytesOf(items, bundle::kEvents), what, by); };
        };
        // Of an event whose fields are all there: what is withheld is no part of what is proved.
        const auto inWhole = [](std::string_view what, std::string_view by) {
            return [what, by](std::vector<ZipItem>& items) {
                std::string& lines = bytesOf(items, bundle::kEvents);
                std::size_t begin = 0, end = lines.find('\n');
                while (lines.substr(begin, end - begin).find("\"sealed\"") != std::string::npos ||
                       lines.substr(begin, end - begin).find(what) == std::string::npos) {
                    begin = end + 1;
                    end = lines.find('\n', begin);
                }
                lines.replace(lines.find(what, begin), what.size(), by);
            };
        };
        row("another outcome", "leaf", inEvents("\"outcome\":\"success\"", "\"outcome\":\"failure\""));
        row("another actor", "leaf", inWhole("\"actor\":\"", "\"actor\":\"x"));
        row("another payload", "leaf", inWhole("\"payload\":\"{", "\"payload\":\"{ "));
        row("withheld, they say", "leaf", inWhole("\"salt\"", "\"sealed\":\"00\",\"salt\""));
        row("another place in the log", "leaf", inEvents("\"major\":\"", "\"major\":\"1"));
        row("a time for people only", "event", inEvents("\"recordedAt\":\"2", "\"recordedAt\":\"3"));
        row("another tenant", "tenant", inEvents("\"tenant\":\"", "\"tenant\":\"x"));
        row("another region", "tenant", inEvents("\"region\":\"eu", "\"region\":\"us"));
        row("a member too many", "event", inEvents("{\"tree\"", "{\"note\":\"x\",\"tree\""));
        row("another leaf's number", "leaf", inEvents("\"leaf\":\"", "\"leaf\":\"1"));
        row("an event too many", "counts", [](std::vector<ZipItem>& items) {
            std::string& lines = bytesOf(items, bundle::kEvents);
            lines += lines.substr(0, lines.find('\n') + 1);
        });
        row("an event too few", "counts", [](std::vector<ZipItem>& items) {
            std::string& lines = bytesOf(items, bundle::kEvents);
            lines.erase(lines.rfind('\n', lines.size() - 2) + 1);
        });
        row("another number of events", "counts", [](std::vector<ZipItem>& items) {
            replaceFirst(bytesOf(items, bundle::kManifest), "\"events\": 1200", "\"events\": 1201");
        });
        row("a tenant is not named", "tenant", [](std::vector<ZipItem>& items) {
            std::string& manifest = bytesOf(items, bundle::kManifest);
            const auto list = manifest.find("\"tenants\": [\n") + 13;
            manifest.erase(list, manifest.find('\n', list) + 1 - list);
        });
        row("a later version", "fileTooNew", [](std::vector<ZipItem>& items) {
            replaceFirst(bytesOf(items, bundle::kManifest), "\"version\": 1", "\"version\": 2");
        });
        row("an entry is not named", "entries", [](std::vector<ZipItem>& items) {
            std::string& manifest = bytesOf(items, bundle::kManifest);
            const auto line = manifest.find("    {\"name\":\"index.html\"");
            manifest.erase(line, manifest.find('\n', line) + 1 - line);
        });
        row("another leaf", "leaf", turn(bundle::kLeaves, 40));
        row("a leaf of another tree", "proof", turn(bundle::kLeaves, 3));
        row("a leaf of another place", "leaf", turn(bundle::kLeaves, 11));
        row("a filled leaf", "leaf", turn(bundle::kLeaves, -1));
        row("another sibling", "proof", turn(bundle::kSiblings, 40));
        row("a sibling of another place", "proof", turn(bundle::kSiblings, 15));
        row("a sibling of another level", "proof", turn(bundle::kSiblings, 7));
        row("a sibling too many", "proof", [](std::vector<ZipItem>& items) {
            std::string& siblings = bytesOf(items, bundle::kSiblings);
            append(siblings, SiblingRecord{0, 12, 7, {}});
        });
        row("half a sibling", "proof",
            [](std::vector<ZipItem>& items) { bytesOf(items, bundle::kSiblings).append("x"); });
        row("another block", "proof", turn(bundle::kBlocks, 63));
        row("a block of another size", "proof", turn(bundle::kBlocks, 23));
        row("a block too few", "proof", [](std::vector<ZipItem>& items) {
            std::string& blocks = bytesOf(items, bundle::kBlocks);
            blocks.resize(BlockRecord::kSize);
        });
        row("half a block", "proof", [](std::vector<ZipItem>& items) { bytesOf(items, bundle::kBlocks).pop_back(); });
        row("a checkpoint of another tree", "checkpoint", turn(bundle::kCheckpoints, 20));
        row("a checkpoint with another signature", "checkpoint", turn(bundle::kCheckpoints, -10));
        row("another tree", "checkpoint",
            [](std::vector<ZipItem>& items) { replaceFirst(bytesOf(items, bundle::kTrees), " now 0\n", " now 1\n"); });
        row("a tree of another form", "trees", turn(bundle::kTrees, 0));
        row("kept, they say", "counts",
            [](std::vector<ZipItem>& items) { replaceFirst(bytesOf(items, bundle::kTrees), " now 0\n", " kept 0\n"); });
        row("no keys", "keys", [](std::vector<ZipItem>& items) { bytesOf(items, bundle::kKeys).clear(); });
        row("another key", "keys", turn(bundle::kKeys, 60));
    }

    void aCheatingMakerIsSeen() {
        QFETCH(Change, change);
        QFETCH(std::string, why);
        auto items = m_items;
        change(items);
        BundleFixture::sealAgain(items, m_fixture->maker());
        const auto answer = said(items);
        QVERIFY2(answer == why, answer.c_str());
    }

    void aCheckpointOfNoTreeIsSeen() {
        auto items = m_items;
        m_fixture->sealAnotherRoot(items);
        QCOMPARE(said(items), std::string("proof"));
    }

    void itCanBeCancelled() {
        const auto path = m_fixture->newPath();
        pack(m_items, path);
        std::stop_source stop;
        stop.request_stop();
        const std::vector known{m_fixture->maker().verifierKey()};
        QVERIFY(checkBundle(path, known, stop.get_token(), {}).error().code == ErrorCode::Cancelled);
    }
};

MUNIMENT_TEST(bundle_check, BundleCheckTest);
#include "test_bundle_check.moc"
