#include "models/integrity/trail_state.h"

#include "models/integrity/witness.h"
#include "models/replica/replica.h"
#include "models/replica/trees/tree_prover.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace muniment {

namespace {

using TreeName = std::tuple<RegionName, TenantId, std::int32_t>;

void keepLatest(std::optional<Instant>& latest, const std::optional<Instant>& at) {
    if (at && (!latest || *latest < *at))
        latest = at;
}

/// The newest seals, as far as the file has come.
struct NewestSeals {
    std::map<TreeName, std::vector<const SealedHead*>> heads;
    std::map<RegionName, const SealedRegion*> regions;
};

NewestSeals newestOf(const SealedHistory& sealed, const std::vector<RegionRecord>& records) {
    NewestSeals newest;
    for (const SealedHead& head : sealed.heads)
        newest.heads[{head.region, head.tenant, head.epoch}].push_back(&head);
    for (const SealedRegion& state : sealed.regions) {
        const auto record = std::ranges::find(records, state.region, &RegionRecord::region);
        if (record == records.end() || !record->cursor || *record->cursor < state.at)
            continue;
        const SealedRegion*& known = newest.regions[state.region];
        if (known == nullptr || known->at < state.at)
            known = &state;
    }
    return newest;
}

} // namespace

static Result<TreeState> stateOf(Snapshot& snapshot, const TreeRecord& tree, const NewestSeals& newest) {
    const std::uint64_t size = tree.range.size();
    const auto eventsIn = [&](std::uint64_t leaves) {
        return static_cast<std::int64_t>(leaves - std::min(leaves, tree.chained()));
    };
    const TreeHead head = tree.head(Sha256());
    TreeState state{tree.region, tree.tenant, tree.epoch, eventsIn(size), head.root};
    std::uint64_t sealed = 0;
    if (const auto heads = newest.heads.find({tree.region, tree.tenant, tree.epoch}); heads != newest.heads.end())
        for (const SealedHead* one : heads->second) {
            state.isContradicted = state.isContradicted || (one->head.size == size && one->head.root != head.root);
            if (one->head.size > size || one->head.size < sealed)
                continue;
            sealed = one->head.size;
            keepLatest(state.sealedAt, one->sealedAt);
        }
    if (const auto region = newest.regions.find(tree.region); region != newest.regions.end() && sealed < size) {
        const auto then = treeHeadAt(snapshot, tree, region->second->at);
        if (!then)
            return tl::unexpected(then.error());
        if (then->size > sealed) {
            sealed = then->size;
            state.sealedAt = region->second->sealedAt;
        }
    }
    state.sealed = state.isContradicted ? 0 : eventsIn(sealed);
    return state;
}

Result<TrailState> trailState(Snapshot& snapshot, const SealedHistory& sealed, const std::stop_token& stop) {
    const auto records = snapshot.regions();
    if (!records)
        return tl::unexpected(records.error());
    const auto trees = treeRecords(snapshot);
    if (!trees)
        return tl::unexpected(trees.error());
    const NewestSeals newest = newestOf(sealed, *records);
    TrailState state;
    for (const TreeRecord& tree : *trees) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (tree.range.size() == 0)
            continue;
        auto one = stateOf(snapshot, tree, newest);
        if (!one)
            return tl::unexpected(one.error());
        state.trees.push_back(std::move(*one));
    }
    std::ranges::stable_sort(state.trees, {}, &TreeState::region);
    LeafHasher hasher;
    std::map<RegionName, RegionTrail> regions;
    for (const RegionRecord& record : *records)
        regions[record.region] = {record.region, regionHead(hasher, record.region, *trees), record.cursor};
    for (const TreeState& tree : state.trees) {
        const auto region = regions.try_emplace(tree.region, RegionTrail{tree.region, {}}).first;
        if (region->second.head.size == 0)
            region->second.head = regionHead(hasher, tree.region, *trees);
        region->second.events += tree.events;
        region->second.sealed += tree.sealed;
        if (tree.sealed > 0)
            keepLatest(region->second.sealedAt, tree.sealedAt);
        state.contradicted += tree.isContradicted ? 1 : 0;
    }
    for (auto& [name, region] : regions) {
        if (const auto known = newest.regions.find(name); known != newest.regions.end()) {
            const SealedRegion& seal = *known->second;
            region.isContradicted =
                seal.at == region.cursor && seal.head.size == region.head.size && seal.head.root != region.head.root;
            if (!region.isContradicted)
                keepLatest(region.sealedAt, seal.sealedAt);
        }
        state.contradicted += region.isContradicted ? 1 : 0;
        if (region.isContradicted)
            region.sealed = 0;
        state.events += region.events;
        state.sealed += region.sealed;
        keepLatest(state.sealedAt, region.sealedAt);
        state.regions.push_back(std::move(region));
    }
    return state;
}

} // namespace muniment
