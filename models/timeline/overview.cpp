#include "models/timeline/overview.h"

#include "models/replica/index/event_index.h"
#include "models/replica/index/key_counts.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace muniment {

namespace {

/// The matches in runs of one region, under the bounds of all, so that every region's buckets are the same.
MatchSet ofRegion(const MatchSet& matches, EventIndex& index, const std::vector<RunRecord>& runs,
                  const std::string& region) {
    MatchSet there;
    there.bounds = matches.bounds;
    for (const RunRecord& run : runs) {
        if (run.region.text() != region)
            continue;
        if (matches.isEverything)
            there.ordinals.emplace(run.run, index.present(run.run));
        else if (const auto held = matches.ordinals.find(run.run); held != matches.ordinals.end())
            there.ordinals.insert(*held);
    }
    return there;
}

struct CodeCount {
    std::int64_t code;
    std::int64_t count;
};

std::string nameNow(Snapshot& snapshot, const std::string& actor) {
    auto& row = snapshot.statement(
        "SELECT display_name, user_name FROM user_versions WHERE entity IN (SELECT code FROM aggregates WHERE is_listed"
        " = 1 AND id = ? AND type = (SELECT code FROM words WHERE text = 'user')) ORDER BY to_n IS NULL DESC, from_n"
        " DESC LIMIT 1");
    row.bindText(1, actor);
    std::string name;
    if (row.step())
        name = row.text(0).empty() ? row.text(1) : row.text(0);
    row.clear();
    return name;
}

ActorCount described(Snapshot& snapshot, const CodeCount& counted) {
    auto& row = snapshot.statement(
        "SELECT actors.id, words.text FROM actors JOIN words ON words.code = actors.type WHERE actors.code = ?");
    row.bind(1, counted.code);
    ActorCount actor;
    actor.count = counted.count;
    if (row.step()) {
        actor.id = row.text(0);
        actor.type = row.text(1);
    }
    row.reset();
    actor.name = nameNow(snapshot, actor.id);
    return actor;
}

} // namespace

Result<Histogram> regionHistogram(Snapshot& snapshot, const MatchSet& matches, Instant from, Instant to, int buckets) {
    return sqlite::guarded([&]() -> Histogram {
        auto runs = snapshot.runs();
        if (!runs)
            throw sqlite::Failure(runs.error());
        EventIndex index(snapshot, matches.bounds);
        std::set<std::string> regions;
        for (const RunRecord& run : *runs)
            regions.insert(run.region.text());
        Histogram all;
        all.from = from;
        for (const std::string& region : regions) {
            const auto one =
                histogramOf(snapshot, ofRegion(matches, index, *runs, region), from, to, buckets, std::nullopt, 0);
            if (!one)
                throw sqlite::Failure(one.error());
            all.width = one->width;
            all.counts.resize(one->counts.size());
            for (std::size_t bucket = 0; bucket < one->counts.size(); ++bucket)
                all.counts[bucket].push_back(one->counts[bucket].front());
            all.series.push_back(region);
        }
        return all;
    });
}

Result<std::vector<ActorCount>> actorCounts(Snapshot& snapshot, const MatchSet& matches, int limit) {
    return sqlite::guarded([&] {
        EventIndex index(snapshot, matches.bounds);
        std::unordered_map<std::int64_t, std::int64_t> byCode;
        for (const std::int64_t run : index.runs()) {
            const auto held = matches.ordinals.find(run);
            if (matches.isEverything)
                addKeyCounts(snapshot, run, IndexKey::Actor, index.present(run), byCode);
            else if (held != matches.ordinals.end())
                addKeyCounts(snapshot, run, IndexKey::Actor, held->second, byCode);
        }
        std::vector<CodeCount> counts;
        counts.reserve(byCode.size());
        for (const auto& [code, count] : byCode)
            counts.push_back({code, count});
        const auto listed = std::min(counts.size(), static_cast<std::size_t>(std::max(limit, 0)));
        std::partial_sort(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(listed), counts.end(),
                          [](const CodeCount& a, const CodeCount& b) {
                              return a.count != b.count ? a.count > b.count : a.code < b.code;
                          });
        std::vector<ActorCount> actors;
        for (std::size_t i = 0; i < listed; ++i)
            actors.push_back(described(snapshot, counts[i]));
        return actors;
    });
}

} // namespace muniment
