// Protects: others' checkpoints are held against the file's own trees as they were then; a different history shown to
// somebody is a contradiction with both roots; and what this file cannot tell yet, or at all, is never taken for one.
#include "models/integrity/published_checkpoints.h"
#include "tests/integrity/workstation.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

/// All that the desk signs now.
std::vector<std::string> sealedNotes(Workstation& desk) {
    return MUST(desk.witness().seal()).notes;
}

std::vector<ComparedPublication> compared(Workstation& desk, const std::vector<std::string>& notes,
                                          const std::vector<const Workstation*>& believed) {
    std::vector<VerifierKey> keys;
    for (const Workstation* other : believed)
        keys.push_back(other->key().verifierKey());
    const auto snapshot = MUST(desk.replica().snapshot());
    return MUST(comparePublished(*snapshot, desk.kept(), notes, keys, desk.clock().now()));
}

QStringList verdicts(const std::vector<ComparedPublication>& all) {
    QStringList names;
    for (const ComparedPublication& one : all)
        names << QString::fromStdString(std::string(publishedVerdictName(one.verdict)));
    return names;
}

/// A batch of another history: one event is not what it was.
Batch altered(Batch batch) {
    batch.events[batch.events.size() / 2].occurredAt.micros += 1;
    return batch;
}

/// A head that the desk did not make, signed by it.
std::string wordOf(const Workstation& desk, const Checkpoint& checkpoint, Instant at) {
    return MUST(writeNote(MUST(desk.key().cosign({MUST(printCheckpoint(checkpoint)), {}}, at))));
}

Checkpoint checkpointOf(const std::string& note) {
    return MUST(parseCheckpoint(MUST(parseNote(note)).text));
}

} // namespace

class PublishedCheckpointsTest : public QObject {
    Q_OBJECT
private slots:

    void whoHoldsTheSameAgrees() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        SampleLog log = logOf(kEurope, 1), same = logOf(kEurope, 1);
        ann.apply(log.batch(300));
        bob.apply(same.batch(300));
        const auto notes = sealedNotes(ann);
        const auto first = compared(bob, notes, {&ann});
        QCOMPARE(verdicts(first), QStringList{QStringLiteral("agrees")});
        QVERIFY(!first[0].isKept);
        // As it was then, however far this file has come since.
        for (int i = 0; i < 12; ++i)
            bob.apply(same.batch(200));
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("agrees")});
        std::ignore = MUST(bob.kept().append(notes[0]));
        const auto again = compared(bob, notes, {&ann});
        QCOMPARE(verdicts(again), QStringList{QStringLiteral("agrees")});
        QVERIFY(again[0].isKept);
    }

    void anotherHistoryContradicts() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        SampleLog log = logOf(kEurope, 1), same = logOf(kEurope, 1);
        ann.apply(log.batch(300));
        bob.apply(altered(same.batch(300)));
        const auto notes = sealedNotes(ann);
        const auto byTrees = compared(bob, notes, {&ann});
        QCOMPARE(verdicts(byTrees), QStringList{QStringLiteral("contradicts")});
        QVERIFY(!byTrees[0].other);
        QVERIFY(byTrees[0].contradicted != byTrees[0].checkpoint.root);
        // Also when the file went on since.
        bob.apply(same.batch(10));
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("contradicts")});

        Workstation cid({"eu-west-1"}, "cid");
        cid.apply(altered(logOf(kEurope, 1).batch(300)));
        const auto own = sealedNotes(cid);
        const auto byKept = compared(cid, notes, {&ann});
        QCOMPARE(verdicts(byKept), QStringList{QStringLiteral("contradicts")});
        QCOMPARE(byKept[0].other, std::optional(own[0]));
        QCOMPARE(byKept[0].contradicted, std::optional(checkpointOf(own[0]).root));
        QVERIFY(byTrees[0].contradicted == byKept[0].contradicted);
    }

    void ofTwoStoriesTheTreesKnowOurs() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob"), cid({"eu-west-1"}, "cid");
        ann.apply(logOf(kEurope, 1).batch(300));
        cid.apply(altered(logOf(kEurope, 1).batch(300)));
        std::vector<std::string> notes = sealedNotes(ann);
        notes.push_back(sealedNotes(cid)[0]);
        // Whoever has not come so far cannot say which one is right, but sees that there are two.
        const auto both = compared(bob, notes, {&ann, &cid});
        QCOMPARE(verdicts(both), (QStringList{QStringLiteral("contradicts"), QStringLiteral("contradicts")}));
        QCOMPARE(both[0].other, std::optional(notes[1]));
        QCOMPARE(both[1].other, std::optional(notes[0]));
        bob.apply(logOf(kEurope, 1).batch(300));
        QCOMPARE(verdicts(compared(bob, notes, {&ann, &cid})),
                 (QStringList{QStringLiteral("agrees"), QStringLiteral("contradicts")}));
    }

    void whatIsBeyondThisFileWaits() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        SampleLog log = logOf(kEurope, 1), same = logOf(kEurope, 1);
        ann.apply(log.batch(300));
        bob.apply(same.batch(299));
        const auto notes = sealedNotes(ann);
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("ahead")});
        bob.apply(same.batch(1));
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("agrees")});
    }

    // An organization may have moved away and bring the end of its history from there.
    void theOtherRegionsMustBeKnownAsFar() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1", "us-east-1"}, "bob");
        ann.apply(logOf(kEurope, 1).batch(300));
        bob.apply(altered(logOf(kEurope, 1).batch(300)));
        const auto notes = sealedNotes(ann);
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("ahead")});
        bob.know(kAmerica, ann.clock().now() + -kMicrosPerSecond);
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("ahead")});
        bob.know(kAmerica, ann.clock().now());
        QCOMPARE(verdicts(compared(bob, notes, {&ann})), QStringList{QStringLiteral("contradicts")});
    }

    void headsOfOrganizationsAreCompared() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        bob.apply(logOf(kEurope, 1).batch(3'000));
        const auto trees = MUST(treeRecords(*MUST(bob.replica().snapshot())));
        const auto& tree =
            *std::ranges::max_element(trees, {}, [](const TreeRecord& record) { return record.range.size(); });
        QVERIFY(tree.range.size() > 20);
        const std::string origin = originOf(TenantLog{tree.region, tree.tenant, tree.epoch});
        const Instant now = ann.clock().now();
        const TreeHead head = tree.head(Sha256());
        Hash other = head.root;
        other[0] ^= 1;
        const std::vector<std::string> notes{
            wordOf(ann, {origin, head.size, head.root}, now),
            wordOf(ann, {origin, head.size, other}, now),
            wordOf(ann, {origin, head.size - 7, other}, now),
            wordOf(ann, {origin, head.size + 1, other}, now),
            wordOf(ann, {originOf(TenantLog{tree.region, TenantId("nobody"), 1}), 1, other}, now),
            wordOf(ann, {"another.example/log", 1, other}, now)};
        // One after the other: the second would contradict the first without any trees.
        QStringList said;
        for (const std::string& note : notes)
            said << verdicts(compared(bob, {note}, {&ann}));
        QCOMPARE(said,
                 (QStringList{QStringLiteral("agrees"), QStringLiteral("contradicts"), QStringLiteral("contradicts"),
                              QStringLiteral("ahead"), QStringLiteral("elsewhere"), QStringLiteral("elsewhere")}));
    }

    void whoIsNotBelievedSaysNothing() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        ann.apply(logOf(kEurope, 1).batch(300));
        bob.apply(altered(logOf(kEurope, 1).batch(300)));
        const auto notes = sealedNotes(ann);
        const auto unknown = compared(bob, notes, {});
        QCOMPARE(verdicts(unknown), QStringList{QStringLiteral("unknown-signer")});
        QCOMPARE(unknown[0].names, std::vector<std::string>{"muniment.workstation/ann"});
        std::string forged = notes[0];
        forged[forged.find("\n") + 1] = '9'; // another size
        QCOMPARE(verdicts(compared(bob, {forged}, {&ann})), QStringList{QStringLiteral("forged")});
        QCOMPARE(verdicts(compared(bob, {"no note"}, {&ann})), QStringList{QStringLiteral("unreadable")});
        const auto late = wordOf(ann, checkpointOf(notes[0]), bob.clock().now() + 600 * kMicrosPerSecond);
        QCOMPARE(verdicts(compared(bob, {late}, {&ann})), QStringList{QStringLiteral("in-future")});
    }

    void anotherInstallationIsElsewhere() {
        Workstation ann({"eu-west-1"}, "ann"), bob({"eu-west-1"}, "bob");
        bob.apply(logOf(kEurope, 1).batch(300));
        ann.apply(logOf(kEurope, 1).batch(300));
        Checkpoint other = checkpointOf(sealedNotes(ann)[0]);
        RegionState state = MUST(parseRegionState(other.origin));
        state.installation = "another";
        other.origin = originOf(state);
        other.root[0] ^= 1;
        const auto note = wordOf(ann, other, ann.clock().now());
        QCOMPARE(verdicts(compared(bob, {note}, {&ann})), QStringList{QStringLiteral("elsewhere")});
        // A file that holds other organizations has other heads.
        other = checkpointOf(sealedNotes(bob)[0]);
        ++other.size;
        QCOMPARE(verdicts(compared(bob, {wordOf(ann, other, ann.clock().now())}, {&ann})),
                 QStringList{QStringLiteral("elsewhere")});
    }

    void bothStoriesAreKeptOnce() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("c")).toStdString();
        Workstation ann({"eu-west-1"}, "ann");
        const auto word = [&](std::uint64_t size) { return wordOf(ann, {"log", size, {}}, ann.clock().now()); };
        QVERIFY(keepContradiction(path, word(1), word(2)));
        QVERIFY(keepContradiction(path, word(1), word(3)));
        const auto read = [&] {
            QFile file(QString::fromStdString(path.string()));
            return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
        };
        QCOMPARE(MUST(parseExchange(read())), (std::vector<std::string>{word(1), word(2)}));
        QVERIFY(keepContradiction(path, word(4), word(5)));
        QCOMPARE(MUST(parseExchange(read())), (std::vector<std::string>{word(1), word(2), word(4), word(5)}));
        QCOMPARE(static_cast<int>(std::filesystem::status(path).permissions()), 0600);
    }
};

MUNIMENT_TEST(published_checkpoints, PublishedCheckpointsTest);
#include "test_published_checkpoints.moc"
