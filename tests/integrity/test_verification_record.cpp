// Protects the record of the last verification: what is written is read, whole or not at all, and no damaged record is
// taken for a good one.
#include "models/integrity/verification_record.h"
#include "tests/integrity/notes.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace muniment;
using namespace muniment::test;

namespace {

VerificationRecord fullRecord() {
    VerificationRecord record{{1'800'000'000'123'456}, "petra \"lang\"", "Muniment 1.0", {}, {}};
    record.regions.push_back({RegionName("eu-west-1"), LogKey{{9'223'372'036'854'775'807, 7}, -3}, {12, {}}});
    record.regions.back().head.root.fill(0xab);
    record.regions.push_back({RegionName("us"), {}, {}});
    record.verification = {.events = 9'007'199'254'740'993,
                           .withheld = 2,
                           .trees = 3,
                           .checkpoints = 4,
                           .uncheckable = 5,
                           .sealed = 6,
                           .sealedAt = Instant{1'800'000'000'000'000},
                           .keptSince = Instant{1'700'000'000'000'000}};
    for (const TrailChange change : {TrailChange::Edited, TrailChange::Deleted, TrailChange::Inserted,
                                     TrailChange::Reordered, TrailChange::Cut, TrailChange::Rewritten}) {
        TrailFinding finding;
        finding.change = change;
        finding.against = change == TrailChange::Cut ? TrailWitness::Checkpoint : TrailWitness::Tree;
        finding.region = RegionName("eu-west-1");
        finding.tenant = TenantId("nordwind");
        finding.epoch = 2;
        finding.leaf = 77;
        finding.event = EventNumber::of(3, 12);
        finding.eventId = randomUuid();
        finding.after = EventNumber::of(3, 13);
        finding.expected = "4fda";
        finding.detail = "line\nand \u201cquotes\u201d";
        record.verification.findings.push_back(finding);
    }
    record.unknown = 8;
    record.forged = {3, 12};
    return record;
}

} // namespace

class VerificationRecordTest : public QObject {
    Q_OBJECT
private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsRead() {
        QVERIFY(!readVerificationRecord(file()).value());
        const VerificationRecord written = fullRecord();
        QVERIFY(writeVerificationRecord(file(), written));
        const auto read = readVerificationRecord(file()).value();
        QVERIFY(read);
        QCOMPARE(read->at, written.at);
        QCOMPARE(read->by, written.by);
        QCOMPARE(read->tool, written.tool);
        QCOMPARE(read->regions, written.regions);
        QCOMPARE(read->verification.events, written.verification.events);
        QCOMPARE(read->verification.keptSince, written.verification.keptSince);
        QCOMPARE(read->verification.unsealed(), written.verification.unsealed());
        QCOMPARE(read->forged, written.forged);
        QCOMPARE(read->findings(), std::int64_t{8});
        QVERIFY(!read->isSound());
        for (std::size_t i = 0; i < read->verification.findings.size(); ++i) {
            const TrailFinding& a = read->verification.findings[i];
            const TrailFinding& b = written.verification.findings[i];
            QVERIFY(a.change == b.change && a.against == b.against && a.leaf == b.leaf && a.event == b.event &&
                    a.eventId == b.eventId && !a.before && a.after == b.after && a.expected == b.expected &&
                    a.detail == b.detail && a.tenant == b.tenant && a.epoch == b.epoch);
        }
        const auto mode = std::filesystem::status(verificationRecordPath(file())).permissions();
        QCOMPARE(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    void theNextTakesItsPlace() {
        QVERIFY(writeVerificationRecord(file(), fullRecord()));
        VerificationRecord sound{{1'800'000'001'000'000}, "ola", "Muniment 1.0", {}, {}};
        QVERIFY(writeVerificationRecord(file(), sound));
        const auto read = readVerificationRecord(file()).value();
        QVERIFY(read->isSound());
        QCOMPARE(read->by, std::string("ola"));
    }

    void aDamagedOneIsNoRecord() {
        QVERIFY(writeVerificationRecord(file(), fullRecord()));
        const std::string path = verificationRecordPath(file()).string();
        const std::string bytes = contentsOf(path);
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            write(path, bytes.substr(0, size));
            QCOMPARE(outcome(readVerificationRecord(file())), std::string("fileCorrupt"));
        }
        // A kind of finding that nobody knows must not be lost without a word.
        std::string other = bytes;
        other.replace(other.find("\"edited\""), 8, "\"melted\"");
        write(path, other);
        QCOMPARE(outcome(readVerificationRecord(file())), std::string("fileCorrupt"));
        std::string later = bytes;
        later.replace(later.find("\"version\":\"1\""), 13, "\"version\":\"2\"");
        write(path, later);
        QCOMPARE(outcome(readVerificationRecord(file())), std::string("fileTooNew"));
    }

    void whatCannotBeWrittenLeavesTheOldOne() {
        QVERIFY(writeVerificationRecord(file(), fullRecord()));
        const auto nowhere = std::filesystem::path(m_folder->path().toStdString()) / "gone" / "acme.muniment";
        QCOMPARE(outcome(writeVerificationRecord(nowhere, fullRecord())), std::string("fileError"));
        QVERIFY(readVerificationRecord(file()).value());
        // Nothing else is left in the folder.
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("acme.muniment.verified")});
    }

private:
    [[nodiscard]] std::filesystem::path file() const {
        return std::filesystem::path(m_folder->path().toStdString()) / "acme.muniment";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

MUNIMENT_TEST(verification_record, VerificationRecordTest);
#include "test_verification_record.moc"
