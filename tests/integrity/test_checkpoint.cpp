// Protects: a checkpoint's text has one form, and the name of a log says which tenant's or region's it is.
#include "models/integrity/checkpoint.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

// c2sp.org/tlog-checkpoint
const std::string kOrigin = "example.com/behind-the-sofa\n";
const std::string kSize = "20852163\n";
const std::string kRoot = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

} // namespace

class CheckpointTest : public QObject {
    Q_OBJECT

private slots:

    void readsThePublishedOne() {
        const auto checkpoint = parseCheckpoint(kOrigin + kSize + kRoot);
        QVERIFY(checkpoint.has_value());
        QCOMPARE(checkpoint->origin, std::string("example.com/behind-the-sofa"));
        QCOMPARE(checkpoint->size, std::uint64_t(20'852'163));
        QCOMPARE(checkpoint->root.front(), std::uint8_t(0x0a));
        QCOMPARE(checkpoint->root.back(), std::uint8_t(0x62));
        QVERIFY(checkpoint->extensions.empty());
    }

    void hasOneForm_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("answer");
        const auto row = [](const char* name, const std::string& text, const char* answer) {
            QTest::newRow(name) << text << std::string(answer);
        };
        const auto sized = [](const std::string& size) { return kOrigin + size + "\n" + kRoot; };
        const auto rooted = [](const std::string& root) { return kOrigin + kSize + root + "\n"; };
        row("three lines", kOrigin + kSize + kRoot, "ok");
        row("an extension", kOrigin + kSize + kRoot + "a b\n", "ok");
        row("two of them", kOrigin + kSize + kRoot + "1\n2\n", "ok");
        row("a blank line behind", kOrigin + kSize + kRoot + "\n", "invalidInput lines");
        row("a blank line between", kOrigin + "\n" + kSize + kRoot, "invalidInput lines");
        row("no origin", "\n" + kSize + kRoot, "invalidInput lines");
        row("two lines", kOrigin + kSize, "invalidInput lines");
        row("nothing", "", "invalidInput text");
        row("no newline at the end", (kOrigin + kSize + kRoot).substr(0, 80), "invalidInput text");
        row("not UTF-8", "\xff" + kOrigin + kSize + kRoot, "invalidInput text");
        row("lines end like on Windows", "a\r\n0\r\n" + kRoot, "invalidInput text");
        row("no leaves", sized("0"), "ok");
        row("two zeros", sized("00"), "invalidInput size");
        row("a leading zero", sized("01"), "invalidInput size");
        row("a sign", sized("+1"), "invalidInput size");
        row("below nothing", sized("-1"), "invalidInput size");
        row("a space before", sized(" 1"), "invalidInput size");
        row("a space behind", sized("1 "), "invalidInput size");
        row("hexadecimal", sized("0x1"), "invalidInput size");
        row("a fraction", sized("1.0"), "invalidInput size");
        row("2^63 - 1", sized("9223372036854775807"), "ok");
        row("2^63", sized("9223372036854775808"), "invalidInput size");
        row("2^64 + 1", sized("18446744073709551617"), "invalidInput size");
        row("no padding", rooted("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I"), "invalidInput root");
        row("spare bits set", rooted("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J="), "invalidInput root");
        row("31 bytes", rooted("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw=="), "invalidInput root");
        row("33 bytes", rooted("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2IA"), "invalidInput root");
        row("base64 for links", rooted("CsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I="), "invalidInput root");
        row("a space behind the root", rooted("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I= "), "invalidInput root");
    }

    void hasOneForm() {
        QFETCH(std::string, text);
        QFETCH(std::string, answer);
        const auto checkpoint = parseCheckpoint(text);
        QCOMPARE(outcome(checkpoint), answer);
        if (checkpoint)
            QCOMPARE(printCheckpoint(*checkpoint).value(), text);
    }

    void printsOnlyWhatIsReadBack() {
        const auto answer = [](const Checkpoint& checkpoint) { return outcome(printCheckpoint(checkpoint)); };
        QCOMPARE(answer({"a", 1, {}, {}}), std::string("ok"));
        QCOMPARE(answer({"", 1, {}, {}}), std::string("invalidInput lines"));
        QCOMPARE(answer({"a\n5", 1, {}, {}}), std::string("invalidInput root"));
        QCOMPARE(answer({"a", 1, {}, {"x\ny"}}), std::string("invalidInput lines"));
        QCOMPARE(answer({"a", 1, {}, {""}}), std::string("invalidInput lines"));
        QCOMPARE(answer({"a", 1ULL << 63U, {}, {}}), std::string("invalidInput size"));
        QCOMPARE(answer({"a\t", 1, {}, {}}), std::string("invalidInput text"));
    }

    void anExtensionIsSigned() {
        const auto key = keyOf("w", 1);
        const std::vector keys{key.verifierKey()};
        auto checkpoint = checkpointOf("a.log", 1, 1);
        checkpoint.extensions = {"x"};
        auto note = parseNote(noteBy(key, checkpoint, atSecond(1))).value();
        QCOMPARE(outcome(verifyNote(note, keys)), std::string("ok"));
        checkpoint.extensions = {"y"};
        note.text = printCheckpoint(checkpoint).value();
        QCOMPARE(outcome(verifyNote(note, keys)), std::string("refused badSignature"));
    }

    void aTenantsLogHasAName_data() {
        QTest::addColumn<std::string>("tenant");
        QTest::addColumn<int>("epoch");
        QTest::addColumn<std::string>("origin");
        QTest::newRow("uuid") << std::string("3f0e") << 1 << std::string("muniment/tenant/eu/3f0e/1");
        QTest::newRow("plain signs") << std::string("aZ09._~-") << 12 << std::string("muniment/tenant/eu/aZ09._~-/12");
        QTest::newRow("all others") << std::string("a/b %+\n") << 1
                                    << std::string("muniment/tenant/eu/a%2Fb%20%25%2B%0A/1");
        QTest::newRow("UTF-8") << std::string("é") << 2147483647 << std::string("muniment/tenant/eu/%C3%A9/2147483647");
    }

    void aTenantsLogHasAName() {
        QFETCH(std::string, tenant);
        QFETCH(int, epoch);
        QFETCH(std::string, origin);
        const TenantLog log{RegionName("eu"), TenantId(tenant), epoch};
        QCOMPARE(originOf(log), origin);
        QVERIFY(parseTenantLog(origin).value() == log);
        QVERIFY(!parseRegionState(origin));
    }

    void aRegionsStateHasAName() {
        const RegionState state{"in/st", RegionName("eu west"), {{1'786'877'563'585'252'761, 7}, 3}};
        const std::string origin = "muniment/region/in%2Fst/eu%20west/1786877563585252761.7.3";
        QCOMPARE(originOf(state), origin);
        QVERIFY(parseRegionState(origin).value() == state);
        QVERIFY(!parseTenantLog(origin));
    }

    void otherNamesAreNotOurs_data() {
        QTest::addColumn<std::string>("origin");
        for (const char* origin : {"",
                                   "muniment",
                                   "muniment/tenant/eu/a",
                                   "muniment/tenant//a/1",
                                   "muniment/tenant/a/1",
                                   "muniment/tenant/eu//1",
                                   "muniment/tenant/eu/a/0",
                                   "muniment/tenant/eu/a/01",
                                   "muniment/tenant/eu/a/-1",
                                   "muniment/tenant/eu/a/2147483648",
                                   "muniment/tenant/eu/a/1/",
                                   "muniment/tenant/eu/a/1 ",
                                   "muniment/tenant/eu/a b/1",
                                   "muniment/tenant/eu/%61/1",
                                   "muniment/tenant/eu/%2f/1",
                                   "muniment/tenant/eu/%2/1",
                                   "muniment/tenant/eu/%/1",
                                   "muniment/tenant/eu/a%2",
                                   "muniment/tenant/eu/%FF/1",
                                   "muniment/tenant/eu/\xc3\xa9/1",
                                   "Muniment/tenant/a/1",
                                   "muniment/region/i/r/1.2",
                                   "muniment/region/i/r/1.2.3.4",
                                   "muniment/region/i/r/01.2.3",
                                   "muniment/region/i/r/1..3",
                                   "muniment/region/i/r/1.2147483648.3",
                                   "muniment/region/i/r/9223372036854775808.0.0",
                                   "muniment/region//r/1.2.3",
                                   "muniment/region/i//1.2.3",
                                   "muniment/region/i/r/1.2.-3",
                                   "example.com/log"})
            QTest::newRow(origin) << std::string(origin);
    }

    void otherNamesAreNotOurs() {
        QFETCH(std::string, origin);
        QVERIFY(!parseTenantLog(origin));
        QVERIFY(!parseRegionState(origin));
    }
};

MUNIMENT_TEST(checkpoint, CheckpointTest);
#include "test_checkpoint.moc"
