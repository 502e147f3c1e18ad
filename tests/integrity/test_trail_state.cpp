// Protects what is told without hashing everything: how far each tree and each region is sealed, what is newer, and
// that a checkpoint of another root is seen at once; and that what is kept is read once and then only what came since.
#include "models/integrity/trail_state.h"
#include "tests/integrity/notes.h"
#include "tests/integrity/workstation.h"
#include "tests/support/test_registry.h"

#include <QFile>

using namespace muniment;
using namespace muniment::test;

namespace {

TrailState stateOf(Workstation& desk, const SealedHistory& sealed) {
    const auto snapshot = MUST(desk.replica().snapshot());
    return MUST(trailState(*snapshot, sealed, {}));
}

} // namespace

class TrailStateTest : public QObject {
    Q_OBJECT
private slots:

    void tellsWhatIsSealedAndWhatIsNewer() {
        Workstation desk({"eu-west-1"});
        SampleLog log = logOf(kEurope, 1);
        desk.apply(log.batch(300));
        const TrailState before = stateOf(desk, {});
        QCOMPARE(before.events, std::int64_t{300});
        QCOMPARE(before.sealed, std::int64_t{0});
        QVERIFY(!before.sealedAt);
        const Instant sealedAt = desk.clock().now();
        QCOMPARE(desk.sealed().size(), 1);
        const TrailState sealed = stateOf(desk, desk.history().sealed);
        QCOMPARE(sealed.sealed, std::int64_t{300});
        QCOMPARE(sealed.sealedAt, std::optional(sealedAt));
        QCOMPARE(sealed.contradicted, std::int64_t{0});
        for (const TreeState& tree : sealed.trees)
            QCOMPARE(tree.unsealed(), std::int64_t{0});

        desk.apply(log.batch(17));
        const TrailState newer = stateOf(desk, desk.history().sealed);
        QCOMPARE(newer.events, std::int64_t{317});
        QCOMPARE(newer.unsealed(), std::int64_t{17});
        QCOMPARE(newer.regions.size(), std::size_t{1});
        QCOMPARE(newer.regions[0].unsealed(), std::int64_t{17});
        QCOMPARE(static_cast<std::size_t>(newer.regions[0].head.size), newer.trees.size());
        std::int64_t ofTrees = 0;
        for (const TreeState& tree : newer.trees)
            ofTrees += tree.unsealed();
        QCOMPARE(ofTrees, std::int64_t{17});
    }

    void aHeadOfOneTreeSealsThatTree() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(200));
        const auto snapshot = MUST(desk.replica().snapshot());
        const auto trees = MUST(treeRecords(*snapshot));
        SealedHistory sealed;
        sealed.heads.push_back({trees[0].region, trees[0].tenant, trees[0].epoch, trees[0].head(Sha256()), {5}, 1});
        const TrailState state = MUST(trailState(*snapshot, sealed, {}));
        QCOMPARE(state.sealed, static_cast<std::int64_t>(trees[0].range.size()));
        QCOMPARE(state.trees[0].sealedAt, std::optional(Instant{5}));
        // Of the tree as it was a while ago; and one that is ahead of this file says nothing of it.
        sealed.heads[0].head.size -= 3;
        sealed.heads.push_back({trees[1].region, trees[1].tenant, trees[1].epoch, {1'000'000, {}}, {6}, 2});
        const TrailState earlier = MUST(trailState(*snapshot, sealed, {}));
        QCOMPARE(earlier.trees[0].unsealed(), std::int64_t{3});
        QCOMPARE(earlier.trees[1].sealed, std::int64_t{0});
        QCOMPARE(earlier.contradicted, std::int64_t{0});
    }

    void anotherRootIsSeenAtOnce() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(200));
        std::ignore = desk.sealed();
        KeptHistory history = desk.history();
        history.sealed.regions[0].head.root[0] ^= 1U;
        const TrailState region = stateOf(desk, history.sealed);
        QCOMPARE(region.contradicted, std::int64_t{1});
        QVERIFY(region.regions[0].isContradicted);
        QCOMPARE(region.sealed, std::int64_t{0});

        const auto snapshot = MUST(desk.replica().snapshot());
        const auto trees = MUST(treeRecords(*snapshot));
        SealedHistory heads;
        heads.heads.push_back({trees[0].region, trees[0].tenant, trees[0].epoch, trees[0].head(Sha256()), {5}, 1});
        heads.heads[0].head.root[31] ^= 1U;
        const TrailState tree = MUST(trailState(*snapshot, heads, {}));
        QVERIFY(tree.trees[0].isContradicted);
        QCOMPARE(tree.sealed, std::int64_t{0});
    }

    void stopsWhenAsked() {
        Workstation desk({"eu-west-1"});
        desk.apply(logOf(kEurope, 1).batch(50));
        std::stop_source stop;
        stop.request_stop();
        const auto snapshot = MUST(desk.replica().snapshot());
        QCOMPARE(outcome(trailState(*snapshot, {}, stop.get_token())), std::string("cancelled"));
    }

    void whatIsKeptIsReadOnce() {
        Workstation desk({"eu-west-1"});
        SampleLog log = logOf(kEurope, 1);
        desk.apply(log.batch(20));
        KeptReading reading(desk.path());
        QCOMPARE(MUST(reading.read())->count(), std::uint64_t{0});
        std::ignore = desk.sealed();
        const auto first = MUST(reading.read());
        QCOMPARE(first->history.own, std::uint64_t{1});
        QVERIFY(MUST(reading.read()) == first); // the very same: nothing came
        desk.apply(log.batch(20));
        desk.clock().pass(std::chrono::minutes(1)); // a region is not sealed every moment
        std::ignore = desk.sealed();
        // One of a witness whom nobody believes, then one of the same whom somebody does.
        const SigningKey other = keyOf("bob", 9);
        std::ignore =
            MUST(desk.kept().append(noteBy(other, checkpointOf("muniment/tenant/eu-west-1/x/1", 5, 1), atSecond(1))));
        const auto second = MUST(reading.read());
        QCOMPARE(second->history.own, std::uint64_t{2});
        QCOMPARE(second->history.unknown, std::uint64_t{1});
        QCOMPARE(second->history.sealed.regions.size(), std::size_t{2});
        MUST(addKnownKey(knownKeysPath(desk.path()), other.verifierKey(), KeyOwner::Foreign));
        const auto third = MUST(reading.read());
        QCOMPARE(third->history.believed, std::uint64_t{1});
        QCOMPARE(third->history.unknown, std::uint64_t{0});
        // Another file under the same name is read anew.
        QVERIFY(QFile::remove(QString::fromStdString(keptCheckpointsPath(desk.path()).string())));
        QCOMPARE(MUST(reading.read())->count(), std::uint64_t{0});
        QVERIFY(!std::filesystem::exists(keptCheckpointsPath(desk.path()))); // and none is made
    }
};

MUNIMENT_TEST(trail_state, TrailStateTest);
#include "test_trail_state.moc"
