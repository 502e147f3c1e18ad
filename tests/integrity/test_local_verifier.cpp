// Protects the verifier of a file: every way of altering events, their order, or the trees themselves is found, with
// the event and the kind of change, by the trees, or by the checkpoints kept outside where the trees were altered too;
// and a file that nobody altered is sound whatever came late, was rebuilt or is withheld.
#include "models/base/hex.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/witness.h"
#include "models/replica/event_rows.h"
#include "models/replica/trees/tree_prover.h"
#include "models/replica/trees/tree_reader.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kEvents = 6'000;

/// What a kept checkpoint of each tree says now.
SealedHistory sealedNow(Replica& replica) {
    SealedHistory sealed;
    const Sha256 sha;
    const auto snapshot = MUST(replica.snapshot());
    const auto trees = MUST(treeRecords(*snapshot));
    for (const TreeRecord& tree : trees)
        sealed.heads.push_back(
            {tree.region, tree.tenant, tree.epoch, tree.head(sha), {1'700'000'000'000'000}, sealed.heads.size() + 1});
    LeafHasher hasher;
    for (const RegionRecord& region : MUST(snapshot->regions()))
        if (region.cursor)
            sealed.regions.push_back({region.region,
                                      *region.cursor,
                                      regionHead(hasher, region.region, trees),
                                      {1'700'000'000'000'000},
                                      sealed.heads.size() + 1,
                                      true});
    return sealed;
}

Verification verified(const std::filesystem::path& file, const SealedHistory& sealed = {}) {
    const auto replica = MUST(Replica::open(file, ReplicaAccess::ReadOnly));
    return MUST(verifyLocally(*replica, sealed, {}, {}));
}

std::string printed(const Verification& verification) {
    std::string all;
    for (const TrailFinding& finding : verification.findings)
        all += std::string(trailChangeName(finding.change)) + " " + std::string(trailWitnessName(finding.against)) +
               " " + std::to_string(finding.event ? finding.event->ordinal() : 0) + " (" + finding.detail + ")\n";
    return all;
}

class SampleFile {
public:
    explicit SampleFile(int events = kEvents) {
        SampleLogSettings settings;
        settings.tenants = 3;
        auto replica = m_fixture.create();
        applyAll(*replica, settings.region, sampleEvents(settings, events), 1'000);
        m_sealed = sealedNow(*replica);
    }

    [[nodiscard]] std::filesystem::path path() const { return m_fixture.path(); }

    [[nodiscard]] const SealedHistory& sealed() const { return m_sealed; }

    /// As somebody with the file in hand.
    void tamper(const std::string& sql) const {
        SQLite::Database database(path().string(), SQLite::OPEN_READWRITE);
        if (database.exec(sql) == 0 && sql.find("UPDATE") == 0)
            qFatal("nothing was changed: %s", sql.c_str());
    }

    [[nodiscard]] std::int64_t one(const std::string& sql) const {
        SQLite::Database database(path().string());
        return database.execAndGet(sql).getInt64();
    }

    /// events.n of an event in the middle that has a payload and neighbours of its tenant.
    [[nodiscard]] std::int64_t middle() const {
        return one("SELECT n FROM events_1 WHERE payload IS NOT NULL AND payload_form = 1 AND (n & 0xffffffffff) > 3000"
                   " ORDER BY n LIMIT 1");
    }

    /// The next event of its tenant.
    [[nodiscard]] std::int64_t next(std::int64_t n) const {
        return one("SELECT min(n) FROM events_1 WHERE n > " + std::to_string(n) +
                   " AND tenant = (SELECT tenant FROM events_1 WHERE n = " + std::to_string(n) + ")");
    }

private:
    ReplicaFixture m_fixture;
    SealedHistory m_sealed;
};

std::int64_t ordinalOf(std::int64_t n) {
    return EventNumber{n}.ordinal();
}

} // namespace

class LocalVerifierTest : public QObject {
    Q_OBJECT
private slots:
    void aSoundFileIsSound();
    void thousandFilesGiveNoFalseAlarm();
    void tellsAnEditedColumn_data();
    void tellsAnEditedColumn();
    void tellsADeletedEvent();
    void tellsACutTail();
    void tellsAnInsertedEvent();
    void tellsSwappedEvents();
    void tellsAlteredTrees_data();
    void tellsAlteredTrees();
    void onlyCheckpointsTellARewrittenHistory();
    void tellsACutThatTheTreesHide();
    void anUnreadableEventIsTold();
    void stopsWhenAsked();
    void provesEveryEvent();
};

void LocalVerifierTest::aSoundFileIsSound() {
    const SampleFile file;
    const Verification verification = verified(file.path(), file.sealed());
    QVERIFY2(verification.isSound(), printed(verification).c_str());
    QCOMPARE(verification.events, std::int64_t{kEvents});
    QCOMPARE(verification.sealed, std::int64_t{kEvents});
    QCOMPARE(verification.checkpoints, static_cast<std::int64_t>(file.sealed().count()));
    QCOMPARE(verification.unsealed(), std::int64_t{0});
    const Verification alone = verified(file.path());
    QVERIFY(alone.isSound());
    QCOMPARE(alone.unsealed(), std::int64_t{kEvents});
}

void LocalVerifierTest::thousandFilesGiveNoFalseAlarm() {
    // One file that grows, is rebuilt, and is verified after every batch against all that was sealed before.
    const ReplicaFixture fixture({"eu-west-1", "us-east-1"});
    const auto replica = fixture.create();
    std::mt19937 random(20261122);
    SampleLogSettings europe, america;
    europe.isRough = true; // inversions, holes, repeated ids and odd payloads are facts, and no change
    america.region = RegionName("us-east-1");
    america.seed = 2;
    SampleLog logs[] = {SampleLog(europe), SampleLog(america)};
    SealedHistory sealed;
    int runs = 0;
    for (int round = 0; round < 100; ++round) {
        SampleLog& log = logs[random() % 2];
        Batch batch = log.batch(static_cast<int>(1 + random() % 60));
        LeafHasher hasher;
        if (random() % 4 == 0)
            for (RecordedEvent& event : batch.events)
                withholdPersons(hasher, event);
        std::ignore = MUST(replica->writer()->apply(*prepareBatch(std::move(batch))));
        if (round % 20 == 19)
            while (!MUST(replica->writer()->rebuildSlice("trees")).isFinished) {
            }
        const auto now = sealedNow(*replica);
        std::ranges::copy(now.heads, std::back_inserter(sealed.heads));
        std::ranges::copy(now.regions, std::back_inserter(sealed.regions));
        for (int i = 0; i < 10; ++i) {
            SealedHistory some;
            for (int kept = 0; kept < 20; ++kept) {
                some.heads.push_back(sealed.heads[random() % sealed.heads.size()]);
                some.regions.push_back(sealed.regions[random() % sealed.regions.size()]);
            }
            const auto verification = MUST(verifyLocally(*replica, i == 0 ? sealed : some, {}, {}));
            QVERIFY2(verification.isSound(), printed(verification).c_str());
            QVERIFY(verification.checkpoints > 0);
            ++runs;
        }
    }
    QCOMPARE(runs, 1'000);
}

void LocalVerifierTest::tellsAnEditedColumn_data() {
    QTest::addColumn<QString>("assignment");
    for (const char* assignment :
         {"tenant = tenant % 3 + 1", "aggregate = aggregate + 1", "sequence = sequence + 1",
          "kind = (SELECT code FROM kinds WHERE code <> kind LIMIT 1)",
          "actor = (SELECT code FROM actors WHERE code <> actor LIMIT 1)", "recorded_back = recorded_back + 1",
          "occurred_back = occurred_back + 1", "logged_at = logged_at + 1", "minor = minor + 1",
          "in_tx_order = in_tx_order + 1", "event_id = randomblob(16)", "command_id = randomblob(16)",
          "correlation_id = randomblob(16)", "source_ip = x'0a000001'", "salt = randomblob(16)", "payload = NULL",
          "payload_form = 0, payload = cast('{}' as blob)"})
        QTest::newRow(assignment) << QString::fromLatin1(assignment);
}

void LocalVerifierTest::tellsAnEditedColumn() {
    QFETCH(const QString, assignment);
    const SampleFile file;
    const std::int64_t n = file.middle();
    file.tamper("UPDATE events_1 SET " + assignment.toStdString() + " WHERE n = " + std::to_string(n));
    const Verification verification = verified(file.path());
    QVERIFY2(!verification.isSound(), qPrintable(assignment));
    // An event that names another tenant is missing in one tree and too many in another.
    const auto told = std::ranges::find_if(
        verification.findings, [&](const TrailFinding& finding) { return finding.event && finding.event->value == n; });
    QVERIFY2(told != verification.findings.end(), printed(verification).c_str());
    if (!assignment.startsWith(QStringLiteral("tenant"))) {
        QCOMPARE(verification.findings.size(), std::size_t{1});
        QCOMPARE(told->change, TrailChange::Edited);
        QVERIFY(told->before && told->after && told->eventId);
        QVERIFY(!told->expected.empty() && !told->found.empty() && told->expected != told->found);
    }
}

void LocalVerifierTest::tellsADeletedEvent() {
    const SampleFile file;
    const std::int64_t n = file.middle();
    file.tamper("DELETE FROM events_1 WHERE n = " + std::to_string(n));
    const Verification verification = verified(file.path());
    QCOMPARE(verification.findings.size(), std::size_t{1});
    const TrailFinding& finding = verification.findings.front();
    QCOMPARE(finding.change, TrailChange::Deleted);
    QVERIFY(!finding.event && finding.before && finding.after);
    QVERIFY(finding.before->value < n && finding.after->value > n);
    QVERIFY(!finding.expected.empty());
}

void LocalVerifierTest::tellsACutTail() {
    const SampleFile file;
    // The newest event of all stays: without it the file is not even opened.
    file.tamper("DELETE FROM events_1 WHERE (n & 0xffffffffff) > 5900 AND tenant <>"
                " (SELECT tenant FROM events_1 ORDER BY n DESC LIMIT 1)");
    const Verification verification = verified(file.path());
    QCOMPARE(verification.findings.size(), std::size_t{2});
    for (const TrailFinding& finding : verification.findings)
        QCOMPARE(finding.change, TrailChange::Cut);
    file.tamper("DELETE FROM events_1 WHERE (n & 0xffffffffff) > 5990");
    QCOMPARE(Replica::open(file.path(), ReplicaAccess::ReadOnly).error().code, ErrorCode::FileCorrupt);
}

void LocalVerifierTest::tellsAnInsertedEvent() {
    const SampleFile file;
    const std::int64_t n = file.middle(), free = EventNumber::of(1, kEvents + 1).value;
    // Behind all others, since two events cannot have one number; the run says that it has one more.
    file.tamper("INSERT INTO events_1 SELECT " + std::to_string(free) +
                ", logged_at, tenant, aggregate, sequence, kind, marks, actor, recorded_back, occurred_back, "
                "major + 1000000, minor, in_tx_order, randomblob(16), command_id, correlation_id, source_ip, salt, "
                "payload_form, payload FROM events_1 WHERE n = " +
                std::to_string(n));
    file.tamper("UPDATE runs SET last_ordinal = last_ordinal + 1, events = events + 1 WHERE run = 1");
    const Verification verification = verified(file.path());
    QCOMPARE(verification.findings.size(), std::size_t{1});
    QCOMPARE(verification.findings.front().change, TrailChange::Inserted);
    QCOMPARE(verification.findings.front().event->value, free);
}

void LocalVerifierTest::tellsSwappedEvents() {
    const SampleFile file;
    const std::int64_t n = file.middle(), other = file.next(n);
    file.tamper("UPDATE events_1 SET n = -1 WHERE n = " + std::to_string(n) +
                "; UPDATE events_1 SET n = " + std::to_string(n) + " WHERE n = " + std::to_string(other) +
                "; UPDATE events_1 SET n = " + std::to_string(other) + " WHERE n = -1");
    const Verification verification = verified(file.path());
    QCOMPARE(verification.findings.size(), std::size_t{1});
    QCOMPARE(verification.findings.front().change, TrailChange::Reordered);
}

void LocalVerifierTest::tellsAlteredTrees_data() {
    QTest::addColumn<QString>("sql");
    for (const char* sql : {"UPDATE tree_heads SET roots = randomblob(length(roots)) WHERE tree = 1",
                            "UPDATE tree_heads SET size = size - 1, roots = randomblob(32 * 30) WHERE tree = 1",
                            "UPDATE tree_heads SET checks = randomblob(length(checks)) WHERE tree = 1",
                            "UPDATE tree_blocks SET root = randomblob(32) WHERE k = (1 << 32)",
                            "UPDATE tree_blocks SET checks = randomblob(3072) WHERE k = (1 << 32)",
                            "DELETE FROM tree_blocks WHERE k = (1 << 32)", "DELETE FROM tree_heads WHERE tree = 1",
                            "UPDATE tree_heads SET epoch = 2 WHERE tree = 1"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void LocalVerifierTest::tellsAlteredTrees() {
    QFETCH(const QString, sql);
    const SampleFile file;
    QVERIFY(file.one("SELECT count(*) FROM tree_blocks WHERE k >> 32 = 1") > 0);
    file.tamper(sql.toStdString());
    const auto replica = MUST(Replica::open(file.path(), ReplicaAccess::ReadOnly));
    const auto verification = verifyLocally(*replica, {}, {}, {});
    // Roots that cannot be those of a tree of this size are a damaged file, which is said at once.
    QVERIFY(!verification || !verification->isSound());
    if (!verification)
        QCOMPARE(verification.error().code, ErrorCode::FileCorrupt);
}

void LocalVerifierTest::onlyCheckpointsTellARewrittenHistory() {
    const SampleFile file;
    file.tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n = " + std::to_string(file.middle()));
    {
        const auto replica = MUST(Replica::open(file.path(), ReplicaAccess::ReadWrite));
        while (!MUST(replica->writer()->rebuildSlice("trees")).isFinished) {
        }
    }
    QVERIFY(verified(file.path()).isSound()); // the file agrees with itself
    const Verification verification = verified(file.path(), file.sealed());
    QCOMPARE(verification.findings.size(), std::size_t{2}); // the tenant's head and the region's state
    for (const TrailFinding& finding : verification.findings) {
        QCOMPARE(finding.change, TrailChange::Rewritten);
        QCOMPARE(finding.against, TrailWitness::Checkpoint);
        QCOMPARE(finding.expected.size(), std::size_t{64});
        QVERIFY(finding.expected != finding.found);
    }
}

void LocalVerifierTest::tellsACutThatTheTreesHide() {
    const SampleFile file;
    file.tamper("DELETE FROM events_1 WHERE (n & 0xffffffffff) > 5000");
    file.tamper("UPDATE runs SET last_ordinal = 5000, events = 5000, cursor_major = (SELECT max(major) FROM events_1)"
                " WHERE run = 1");
    {
        const auto replica = MUST(Replica::open(file.path(), ReplicaAccess::ReadWrite));
        while (!MUST(replica->writer()->rebuildSlice("trees")).isFinished) {
        }
    }
    QVERIFY(verified(file.path()).isSound());
    const Verification verification = verified(file.path(), file.sealed());
    QVERIFY(verification.findings.size() >= 2);
    for (const TrailFinding& finding : verification.findings)
        QCOMPARE(finding.change, TrailChange::Cut);
}

void LocalVerifierTest::anUnreadableEventIsTold() {
    const SampleFile file;
    const std::int64_t n = file.middle();
    file.tamper("UPDATE events_1 SET payload = x'00ff' WHERE n = " + std::to_string(n));
    const Verification verification = verified(file.path());
    const auto told = std::ranges::find_if(
        verification.findings, [&](const TrailFinding& finding) { return finding.event && finding.event->value == n; });
    QVERIFY2(told != verification.findings.end(), printed(verification).c_str());
    QVERIFY(ordinalOf(n) > 3000);
}

void LocalVerifierTest::stopsWhenAsked() {
    const SampleFile file;
    const auto replica = MUST(Replica::open(file.path(), ReplicaAccess::ReadOnly));
    std::stop_source stop;
    stop.request_stop();
    const auto verification = verifyLocally(*replica, {}, stop.get_token(), {});
    QCOMPARE(verification.error().code, ErrorCode::Cancelled);
}

void LocalVerifierTest::provesEveryEvent() {
    const SampleFile file;
    const auto replica = MUST(Replica::open(file.path(), ReplicaAccess::ReadOnly));
    const auto snapshot = MUST(replica->snapshot());
    const Sha256 sha;
    for (const TreeRecord& tree : MUST(treeRecords(*snapshot))) {
        const auto prover = MUST(TreeProver::make(*snapshot, tree));
        std::uint64_t seen = 0;
        for (std::int64_t ordinal = 1; ordinal <= kEvents; ++ordinal) {
            const EventNumber n = EventNumber::of(1, ordinal);
            const RecordedEvent event = MUST(snapshot->event(n));
            if (event.tenant != tree.tenant)
                continue;
            if (seen++ % 37 != 0)
                continue;
            const LeafProof proof = MUST(prover->prove(n));
            QCOMPARE(proof.index, seen - 1);
            const Hash leaf = sha.of({std::string_view("\0", 1), proof.leaf});
            QVERIFY(isIncluded(sha, leaf, proof.index, proof.head.size, proof.path, tree.range.root(sha)));
            const std::uint64_t size = std::max<std::uint64_t>(proof.index + 1, proof.head.size / 2);
            const LeafProof older = MUST(prover->prove(n, size));
            QVERIFY(isIncluded(sha, leaf, older.index, size, older.path, MUST(prover->headAt(size)).root));
            const Proof consistency = MUST(prover->proveConsistency(size, proof.head.size));
            QVERIFY(isConsistent(sha, size, proof.head.size, consistency, older.head.root, proof.head.root));
            QCOMPARE(MUST(prover->sizeAt(event.key)), proof.index + 1);
        }
        QCOMPARE(seen, tree.range.size());
        CompactRange half;
        QVERIFY(MUST(prover->grown(half)) == tree.range);
    }
}

MUNIMENT_TEST(local_verifier, LocalVerifierTest);
#include "test_local_verifier.moc"
