// How long an event waits for its seal: from COMMIT to a signed checkpoint on the disk that covers it.
#include "models/base/clock.h"
#include "models/integrity/checkpoint.h"
#include "models/integrity/known_keys.h"
#include "models/integrity/signed_note.h"
#include "models/integrity/witness.h"
#include "models/workspace/sync_run.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/commit_ledger.h"
#include "tests/bench/sections.h"

#include <QTemporaryDir>

#include <chrono>
#include <thread>

namespace muniment::bench {

namespace {

constexpr std::chrono::seconds kDuration{90};
constexpr std::chrono::seconds kLast{12}; ///< what was written last may wait as long as may be
constexpr std::chrono::seconds kEvery{1}; ///< as `muniment witness --follow` asks
constexpr double kMostSeconds = 10;

/// Up to where the region's log is sealed.
std::optional<RegionState> stateOf(const std::string& bytes) {
    const auto checkpoint =
        parseNote(bytes).and_then([](const SignedNote& note) { return parseCheckpoint(note.text); });
    const auto state = must("checkpoint", checkpoint);
    const auto region = parseRegionState(state.origin);
    return region ? std::optional(*region) : std::nullopt;
}

} // namespace

Section measureSealing(const Settings&) {
    BenchRegions regions(3);
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "sealed.muniment";
    const auto replica = must("create", Replica::create(file, regions.settings()));
    const SigningKey key = must("key", SigningKey::generate("bench"));
    must("known", addKnownKey(knownKeysPath(file), key.verifierKey(), KeyOwner::Own));
    auto kept = must("kept", KeptCheckpoints::open(keptCheckpointsPath(file), {key.verifierKey()}));

    CommitLedger ledger;
    std::vector<std::jthread> running;
    running.emplace_back([&](const std::stop_token& stop) { std::ignore = syncFollow(*replica, {}, {}, stop); });
    for (int i = 0; i < regions.count(); ++i)
        running.emplace_back([&, i](const std::stop_token& stop) {
            writeOrganizations(regions.endpoint(i), regions.region(i), ledger, stop);
        });
    Witness witness(*replica, kept, key, systemClock());
    std::ignore = must("begin", witness.begin({}, {}, {}));
    std::vector<double> seconds;
    std::vector<double> sealing;
    const auto begin = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begin < kDuration + kLast) {
        if (running.size() > 1 && std::chrono::steady_clock::now() - begin >= kDuration)
            running.resize(1);
        const auto asked = std::chrono::steady_clock::now();
        const Sealing sealed = must("seal", witness.seal());
        const auto now = std::chrono::steady_clock::now();
        if (!sealed.notes.empty())
            sealing.push_back(std::chrono::duration<double, std::milli>(now - asked).count());
        for (const std::string& note : sealed.notes)
            if (const auto state = stateOf(note))
                for (const double wait : ledger.takeSeen(state->region, state->position, now))
                    seconds.push_back(wait / 1000);
        std::this_thread::sleep_for(kEvery);
    }
    running.clear();
    Section section("sealing");
    section.number("events", static_cast<double>(seconds.size()))
        .number("checkpoints", static_cast<double>(kept.count()))
        .number("p50Seconds", median(seconds))
        .number("p99Seconds", percentile(seconds, 0.99))
        .number("maxSeconds", percentile(seconds, 1))
        .number("sealingMedianMs", median(sealing))
        .target("p99 at most 10 s from COMMIT to a signed checkpoint, three regions",
                percentile(seconds, 0.99) <= kMostSeconds);
    return section;
}

} // namespace muniment::bench
