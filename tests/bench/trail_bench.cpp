// What it costs to prove the trail: leaves and trees beside the raw hash of the same bytes, a whole verification of a
// file beside reading its rows, a proof, and what the trees take of writing a file.
#include "models/base/clock.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_writer.h"
#include "models/integrity/local_verifier.h"
#include "models/merkle/compact_range.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_prover.h"
#include "tests/bench/bench_file.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <chrono>
#include <random>

namespace muniment::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kSample = 100'000; ///< events whose leaves are hashed
constexpr int kProofs = 200;
constexpr std::uint64_t kIncrement = 1'000; ///< events since a checkpoint
constexpr std::size_t kBundled = 1'000'000;
constexpr double kMostProofMs = 5;
constexpr double kMostIncrementMs = 50;
constexpr double kMostBundleSeconds = 60; ///< of a million events
constexpr double kMostVerifySeconds = 15; ///< of ten million events

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::vector<RecordedEvent> sampleOf(Snapshot& snapshot) {
    std::vector<RecordedEvent> events;
    for (const RunRecord& run : must("runs", snapshot.runs()))
        for (std::int64_t ordinal = 1; ordinal <= run.lastOrdinal && events.size() < kSample; ++ordinal)
            events.push_back(must("event", snapshot.event(EventNumber::of(run.run, ordinal))));
    return events;
}

Section measureHashing(const std::vector<RecordedEvent>& events, int repeats) {
    LeafHasher hasher;
    // The same bytes in the same pieces, with nothing else done: a fetched digest and one context.
    std::vector<std::string> pieces;
    for (const RecordedEvent& event : events) {
        pieces.push_back(event.salt + event.actor.id.text());
        if (event.sourceIp)
            pieces.push_back(event.salt + *event.sourceIp);
        if (event.payload)
            pieces.push_back(event.salt + *event.payload);
        pieces.push_back('\0' + std::string(hasher.bytes(event)));
        pieces.emplace_back(65, '\1');
    }
    const Sha256 sha;
    std::vector<double> raw, trees, ratios;
    unsigned sum = 0;
    for (int i = 0; i < repeats; ++i) {
        auto begin = Clock::now();
        for (const std::string& piece : pieces)
            sum += sha.of(piece)[0];
        raw.push_back(static_cast<double>(events.size()) / secondsSince(begin));
        begin = Clock::now();
        CompactRange range;
        for (const RecordedEvent& event : events)
            range.append(sha, hasher.hash(event));
        sum += range.root(sha)[0];
        trees.push_back(static_cast<double>(events.size()) / secondsSince(begin));
        ratios.push_back(trees.back() / raw.back());
    }
    Section section("hashing");
    section.number("events", static_cast<double>(events.size()))
        .spread("rawEventsPerSecond", raw)
        .spread("leafAndTreeEventsPerSecond", trees)
        .spread("ofRaw", ratios)
        .number("checksum", sum)
        .target("leaf and tree at least 0.5 of the raw hash of the same bytes in the same pieces",
                median(ratios) >= 0.5);
    return section;
}

/// Every row of the events tables read column by column, and nothing done with it.
double readingSeconds(Snapshot& snapshot) {
    const auto begin = Clock::now();
    for (const RunRecord& run : must("runs", snapshot.runs())) {
        auto& rows = snapshot.statement("SELECT * FROM events_of_run", run.run);
        std::size_t bytes = 0;
        while (rows.step())
            bytes += rows.bytes(19).size();
        rows.reset();
    }
    return secondsSince(begin);
}

Section measureVerification(Replica& replica, std::int64_t events, int repeats) {
    std::vector<double> seconds, reading, ratios;
    for (int i = 0; i < repeats; ++i) {
        const auto snapshot = must("snapshot", replica.snapshot());
        reading.push_back(readingSeconds(*snapshot));
        const auto begin = Clock::now();
        const auto verification = must("verify", verifyLocally(replica, {}, {}, {}));
        seconds.push_back(secondsSince(begin));
        ratios.push_back(seconds.back() / reading.back());
        if (!verification.isSound() || verification.events != events)
            giveUp("verify", Error{ErrorCode::Internal, "the file is not sound", {}});
    }
    const double ofTenMillion = median(seconds) * 1e7 / static_cast<double>(events);
    Section section("verification");
    section.number("events", static_cast<double>(events))
        .spread("seconds", seconds)
        .spread("readingRowsSeconds", reading)
        .spread("ofReadingRows", ratios)
        .number("eventsPerSecond", static_cast<double>(events) / median(seconds))
        .target("ten million local events within 15 s", ofTenMillion <= kMostVerifySeconds);
    return section;
}

Section measureProofs(Replica& replica) {
    const auto snapshot = must("snapshot", replica.snapshot());
    const auto runs = must("runs", snapshot->runs());
    std::mt19937_64 random(7);
    std::vector<double> ms, incrementMs;
    for (int i = 0; i < kProofs; ++i) {
        const RunRecord& run = runs[random() % runs.size()];
        const EventNumber n = EventNumber::of(
            run.run, static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(run.lastOrdinal)) + 1);
        auto begin = Clock::now();
        const auto prover = must("prover", TreeProver::make(*snapshot, must("tree", treeOf(*snapshot, n))));
        const LeafProof proof = must("proof", prover->prove(n));
        ms.push_back(secondsSince(begin) * 1000);
        begin = Clock::now();
        if (proof.index + 1 < prover->tree().range.size())
            must("consistency", prover->proveConsistency(proof.index + 1, prover->tree().range.size()));
        incrementMs.push_back(secondsSince(begin) * 1000);
    }
    Section section("proof");
    section.number("proofs", kProofs)
        .number("medianMs", median(ms))
        .number("p99Ms", percentile(ms, 0.99))
        .number("consistencyMedianMs", median(incrementMs))
        .target("an inclusion proof within 5 ms", median(ms) <= kMostProofMs);
    return section;
}

/// The tree as it was with fewer leaves.
CompactRange rangeAt(TreeProver& prover, std::uint64_t size) {
    std::string roots;
    std::uint64_t begin = 0;
    for (int level = 63; level >= 0; --level) {
        if ((size >> level & 1) == 0)
            continue;
        roots += bytesOf(must("subtree", prover.subtree(level, begin >> level)));
        begin += std::uint64_t{1} << level;
    }
    return *CompactRange::restore(size, roots);
}

/// What a witness does for each tree before it signs: grows it from where it was by the events behind that.
Section measureIncrements(Replica& replica) {
    const auto snapshot = must("snapshot", replica.snapshot());
    const auto trees = must("trees", treeRecords(*snapshot));
    std::mt19937_64 random(11);
    std::vector<double> ms;
    for (int i = 0; i < kProofs; ++i) {
        const TreeRecord& tree = trees[random() % trees.size()];
        const std::uint64_t size = tree.range.size();
        const auto before = must("prover", TreeProver::make(*snapshot, tree));
        CompactRange from = rangeAt(*before, size - std::min(size, kIncrement));
        const auto begin = Clock::now();
        const auto prover = must("prover", TreeProver::make(*snapshot, tree));
        if (must("grown", prover->grown(std::move(from))) != tree.range)
            giveUp("grown", Error{ErrorCode::Internal, "the tree does not grow to what it is", {}});
        ms.push_back(secondsSince(begin) * 1000);
    }
    Section section("increment");
    section.number("events", static_cast<double>(kIncrement))
        .number("medianMs", median(ms))
        .number("p99Ms", percentile(ms, 0.99))
        .target("what came since a checkpoint is verified within 50 ms", median(ms) <= kMostIncrementMs);
    return section;
}

Section measureBundle(Replica& replica) {
    const auto snapshot = must("snapshot", replica.snapshot());
    const SigningKey key = must("key", SigningKey::generate("bench"));
    const QTemporaryDir folder;
    BundleRequest request;
    for (const RunRecord& run : must("runs", snapshot->runs()))
        for (std::int64_t i = 1; i <= run.lastOrdinal && request.events.size() < kBundled; ++i)
            request.events.push_back(EventNumber::of(run.run, i));
    request.tool = "bench";
    request.madeAt = systemClock().now();
    request.madeBy = "bench";
    request.workspace = "bench.muniment";
    request.filterWords = "Everything.";
    const std::filesystem::path target = folder.filePath(QStringLiteral("evidence.zip")).toStdString();
    auto begin = Clock::now();
    must("bundle", writeBundle(*snapshot, request, key, target, {}, {}));
    const double writing = secondsSince(begin);
    begin = Clock::now();
    must("check", checkBundle(target, std::vector{key.verifierKey()}, {}, {}));
    const double checking = secondsSince(begin);
    const auto events = static_cast<double>(request.events.size());
    Section section("bundle");
    section.number("events", events)
        .number("writingSeconds", writing)
        .number("checkingSeconds", checking)
        .number("megabytes", static_cast<double>(std::filesystem::file_size(target)) / 1e6)
        .target("a million events are bundled within 60 s", writing * 1e6 / events <= kMostBundleSeconds);
    return section;
}

} // namespace

Section measureTrail(const Settings& settings) {
    const BenchFile file(settings);
    const auto replica = must("open", Replica::open(file.path(), ReplicaAccess::ReadOnly));
    std::vector<RecordedEvent> sample;
    {
        const auto snapshot = must("snapshot", replica->snapshot());
        sample = sampleOf(*snapshot);
    }
    Section section("trail");
    section.section(measureHashing(sample, std::max(3, settings.repeats)));
    section.section(measureVerification(*replica, file.events(), settings.repeats));
    section.section(measureProofs(*replica));
    section.section(measureIncrements(*replica));
    section.section(measureBundle(*replica));
    return section;
}

} // namespace muniment::bench
