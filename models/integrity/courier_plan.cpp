#include "models/integrity/courier_plan.h"

#include "models/integrity/bundle_zip_reader.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/replica.h"
#include "models/replica/trees/tree_prover.h"

#include <map>

namespace muniment {

namespace {

/// Where a database was asked that has told no name.
constexpr const char* kUnnamed = "-";

tl::unexpected<Error> refused(const char* why, const char* detail, const std::string& origin) {
    auto error = refusedBundle(why, detail);
    error.value().context["origin"] = origin;
    return error;
}

Result<void> addEvents(TreeProver& prover, std::uint64_t from, std::vector<EventNumber>& events,
                       const std::stop_token& stop) {
    const std::uint64_t size = prover.tree().range.size();
    for (std::uint64_t leaf = std::max(from, prover.tree().chained()); leaf < size;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto block = prover.leavesOf(leaf / kBlockLeaves);
        if (!block)
            return tl::unexpected(block.error());
        for (std::size_t i = leaf % kBlockLeaves; i < (*block)->events.size(); ++i, ++leaf)
            events.push_back((*block)->events[i]);
    }
    return {};
}

Result<void> planTrees(Snapshot& snapshot, std::map<TenantLog, TreeHead> ends, CourierPlan& plan,
                       const std::stop_token& stop) {
    const auto records = treeRecords(snapshot);
    if (!records)
        return tl::unexpected(records.error());
    const Sha256 sha;
    for (const TreeRecord& record : *records) {
        CourierTree tree{{record.region, record.tenant, record.epoch}, {0, emptyRoot(sha)}, record.head(sha)};
        if (const auto end = ends.find(tree.log); end != ends.end()) {
            tree.from = end->second;
            ends.erase(end);
        }
        if (tree.from.size > tree.to.size)
            return refused("fellBack", "a log has fewer events than the bundle before says", originOf(tree.log));
        const auto prover = TreeProver::make(snapshot, record);
        if (!prover)
            return tl::unexpected(prover.error());
        if (tree.from.size > 0) {
            const auto before = (*prover)->headAt(tree.from.size);
            if (!before)
                return tl::unexpected(before.error());
            if (*before != tree.from)
                return refused("otherHistory", "a log is not the one that the bundle before told of",
                               originOf(tree.log));
        }
        if (auto added = addEvents(**prover, tree.from.size, plan.events, stop); !added)
            return added;
        plan.note.trees.push_back(std::move(tree));
    }
    if (!ends.empty())
        return refused("fellBack", "a log is not in the file any more", originOf(ends.begin()->first));
    return {};
}

} // namespace

Result<CourierPlan> planCourier(Snapshot& snapshot, const std::optional<BundleInfo>& previous,
                                const std::stop_token& stop) {
    CourierPlan plan;
    std::map<TenantLog, TreeHead> ends;
    std::map<RegionName, CourierRegion> before;
    if (previous) {
        if (!previous->courier)
            return refusedBundle("noCourier", "the bundle before is no courier bundle");
        plan.note.number = previous->courier->number + 1;
        plan.note.previous = previous->manifestHash;
        for (const CourierTree& tree : previous->courier->trees)
            ends.emplace(tree.log, tree.to);
        for (const CourierRegion& region : previous->courier->regions)
            before.emplace(region.to.region, region);
    }
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    for (const RegionRecord& record : *regions) {
        const auto known = before.find(record.region);
        if (!record.cursor && known == before.end())
            continue;
        const StoreMark mark = record.mark.value_or(StoreMark{kUnnamed, {}});
        CourierRegion region{{mark.installation, record.region, record.cursor.value_or(LogKey{})},
                             mark.systemIdentifier,
                             {},
                             record.knownThrough};
        if (known != before.end())
            region.from = known->second.to.position;
        if (region.from && region.to.position < *region.from)
            return refused("fellBack", "a region's log is not as far as in the bundle before", originOf(region.to));
        plan.note.regions.push_back(std::move(region));
    }
    if (auto planned = planTrees(snapshot, std::move(ends), plan, stop); !planned)
        return tl::unexpected(planned.error());
    return plan;
}

} // namespace muniment
