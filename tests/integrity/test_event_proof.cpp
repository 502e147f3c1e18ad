// Protects the proof of one event: another program, which knows nothing of ours but SHA-256 and the text of the proof,
// comes from the event's fields to the signed root; and an altered event does not.
#include "models/base/hex.h"
#include "models/integrity/base64.h"
#include "models/integrity/event_proof.h"
#include "tests/integrity/notes.h"
#include "tests/integrity/workstation.h"
#include "tests/support/test_registry.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace muniment;
using namespace muniment::test;

namespace {

QByteArray sha(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Goes by what the text says from its fields to the last root; empty where a step does not give what it says.
QByteArray lastRootOf(const std::string& text) {
    const QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    static const QRegularExpression field(QStringLiteral("\\A([0-9a-f]+)  [a-z]"));
    QByteArray leaf, reached;
    for (const QString& line : lines) {
        const auto bytes = [&](const char* label) {
            return QByteArray::fromHex(line.mid(static_cast<int>(qstrlen(label))).trimmed().toLatin1());
        };
        if (const auto match = field.match(line); match.hasMatch())
            leaf += QByteArray::fromHex(match.captured(1).toLatin1());
        if (line.startsWith(QStringLiteral("leaf hash = "))) {
            reached = sha(QByteArray(1, '\0') + leaf);
            if (reached != QByteArray::fromHex(line.section(QStringLiteral(": "), 1).toLatin1()))
                return {};
        }
        if (line.startsWith(QStringLiteral("left: ")))
            reached = sha(QByteArray(1, '\1') + bytes("left: ") + reached);
        if (line.startsWith(QStringLiteral("right: ")))
            reached = sha(QByteArray(1, '\1') + reached + bytes("right: "));
        if (line.startsWith(QStringLiteral("root: ")) && reached != bytes("root: "))
            return {};
        if (line.startsWith(QStringLiteral("leaf: "))) {
            // A head of a tree ends with its root: that is where the path so far must have led.
            if (!bytes("leaf: ").endsWith(reached))
                return {};
            reached = sha(QByteArray(1, '\0') + bytes("leaf: "));
        }
    }
    return reached;
}

std::string hexOf(const Hash& hash) {
    return toHex(muniment::bytesOf(hash));
}

} // namespace

class EventProofTest : public QObject {
    Q_OBJECT
private slots:

    void everyEventIsProvedByItsRegionsState() {
        Workstation desk({"eu-west-1"});
        SampleLog log = logOf(kEurope, 1);
        desk.apply(log.batch(300));
        std::ignore = desk.sealed();
        desk.apply(log.batch(40)); // newer ones, which the proofs of the others leave out
        const KeptHistory kept = desk.history();
        const Hash& root = kept.sealed.regions[0].head.root;
        const auto snapshot = MUST(desk.replica().snapshot());
        for (int ordinal = 1; ordinal <= 300; ordinal += 7) {
            const EventProof proof = MUST(proveEvent(*snapshot, EventNumber::of(1, ordinal), kept.sealed, {}));
            QVERIFY(proof.holds() && proof.seal && proof.state);
            QCOMPARE(proof.seal->entry, std::size_t{1});
            QCOMPARE(proof.eventId, MUST(snapshot->event(EventNumber::of(1, ordinal))).eventId.text());
            const std::string text = printProof(proof);
            QCOMPARE(lastRootOf(text).toHex().toStdString(), hexOf(root));
            QVERIFY(text.find(toBase64(muniment::bytesOf(root))) != std::string::npos);
            QVERIFY(text.find("IT DOES NOT") == std::string::npos);
        }
        const EventProof newer = MUST(proveEvent(*snapshot, EventNumber::of(1, 320), kept.sealed, {}));
        QVERIFY(newer.holds() && !newer.seal && !newer.state);
        QVERIFY(printProof(newer).find("No kept checkpoint covers this event yet") != std::string::npos);
        QCOMPARE(lastRootOf(printProof(newer)).toHex().toStdString(), hexOf(newer.path.head.root));
    }

    void theSmallestHeadThatCoversItIsTaken() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(300));
        const auto snapshot = MUST(desk.replica().snapshot());
        const TreeRecord tree = MUST(treeOf(*snapshot, EventNumber::of(1, 1)));
        const auto prover = MUST(TreeProver::make(*snapshot, tree));
        SealedHistory sealed;
        for (const std::uint64_t size : {std::uint64_t{2}, tree.range.size(), std::uint64_t{5}})
            sealed.heads.push_back({tree.region,
                                    tree.tenant,
                                    tree.epoch,
                                    MUST(prover->headAt(size)),
                                    {static_cast<std::int64_t>(size)},
                                    sealed.heads.size() + 1});
        const auto leaves = *MUST(prover->leavesOf(0));
        for (const auto& [leaf, entry] : {std::pair(0, 1), {1, 1}, {2, 3}, {4, 3}, {5, 2}}) {
            const EventProof proof =
                MUST(proveEvent(*snapshot, leaves.events[static_cast<std::size_t>(leaf)], sealed, {}));
            QVERIFY(proof.holds() && proof.seal && !proof.state);
            QCOMPARE(proof.seal->entry, static_cast<std::size_t>(entry));
            QCOMPARE(proof.path.index, static_cast<std::uint64_t>(leaf));
            QCOMPARE(lastRootOf(printProof(proof)).toHex().toStdString(), hexOf(proof.seal->head.root));
        }
    }

    void anAlteredEventDoesNotLeadThere() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(300));
        std::ignore = desk.sealed();
        desk.tamper("UPDATE events_1 SET sequence = sequence + 7 WHERE n & 0xffffffffff = 50");
        const auto snapshot = MUST(desk.replica().snapshot());
        const EventProof proof = MUST(proveEvent(*snapshot, EventNumber::of(1, 50), desk.history().sealed, {}));
        QVERIFY(!proof.holds());
        QVERIFY(printProof(proof).find("IT DOES NOT") != std::string::npos);
        const EventProof alone = MUST(proveEvent(*snapshot, EventNumber::of(1, 50), {}, {}));
        QVERIFY(!alone.holds() && !alone.seal);
    }

    void whatIsNoEventIsNotProved() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(10));
        const auto snapshot = MUST(desk.replica().snapshot());
        QCOMPARE(outcome(proveEvent(*snapshot, EventNumber::of(1, 11), {}, {})), std::string("notFound"));
    }
};

MUNIMENT_TEST(event_proof, EventProofTest);
#include "test_event_proof.moc"
