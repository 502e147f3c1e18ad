#include "models/integrity/bundle_projection.h"

#include "models/eventstore/endpoint.h"
#include "models/integrity/bundle_events.h"
#include "models/replica/excerpt.h"

#include <set>

namespace muniment {

Result<void> projectBundle(const std::filesystem::path& bundle, const BundleInfo& info,
                           const std::filesystem::path& file, const std::stop_token& stop,
                           const BundleCheckProgress& progress) {
    std::set<RegionName> regions;
    for (const CheckedTree& tree : info.trees)
        regions.insert(regionOf(tree.tree));
    for (const BundlePlace& place : info.manifest.asOf)
        regions.insert(place.region);
    ReplicaSettings settings;
    for (const RegionName& region : regions)
        settings.regions.push_back({region, std::string(kEvidenceEndpoint)});
    const auto replica = createExcerpt(file, settings, info.manifest.id);
    if (!replica)
        return tl::unexpected(replica.error());
    auto events = BundleEvents::read(bundle, info.manifest, file, stop, {});
    if (!events)
        return tl::unexpected(events.error());
    std::map<RegionName, RegionEnd> ends;
    for (const BundlePlace& place : info.manifest.asOf)
        ends[place.region].passed = place.at;
    for (const auto& [region, last] : events->lastTimes())
        ends[region].knownThrough = last;
    ReplicaWriter& writer = *(*replica)->writer();
    if (auto staged = events->stage(writer, {}, ends, stop, progress); !staged)
        return staged;
    return writer.commit();
}

} // namespace muniment
