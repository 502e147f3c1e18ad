#include "models/integrity/courier_import.h"

#include "models/eventstore/endpoint.h"
#include "models/integrity/bundle_events.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/known_keys.h"
#include "models/merkle/compact_range.h"
#include "models/replica/held_tenants.h"
#include "models/replica/prepared_batch.h"
#include "models/replica/trees/tree_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace muniment {

namespace {

tl::unexpected<Error> refused(const char* why, const char* detail, const char* what, const std::string& name) {
    auto error = refusedBundle(why, detail);
    error.value().context[what] = name;
    return error;
}

/// What the file is before the bundle.
struct Present {
    std::map<TenantLog, CompactRange> trees;
    std::map<RegionName, RegionRecord> regions; ///< those of its list
    std::map<TenantId, KnownHome> homes;
};

Result<Present> presentOf(Replica& replica) {
    const auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    Present present;
    const auto trees = treeRecords(**snapshot);
    if (!trees)
        return tl::unexpected(trees.error());
    for (const TreeRecord& tree : *trees)
        present.trees.emplace(TenantLog{tree.region, tree.tenant, tree.epoch}, tree.range);
    const auto regions = (*snapshot)->regions();
    if (!regions)
        return tl::unexpected(regions.error());
    for (const RegionRecord& region : *regions)
        present.regions.emplace(region.region, region);
    const auto tenants = heldTenants(**snapshot);
    if (!tenants)
        return tl::unexpected(tenants.error());
    for (const auto& [code, tenant] : *tenants)
        present.homes[tenant.id] = {tenant.epoch, tenant.root};
    return present;
}

/// How a file stands to the place where a bundle begins.
struct Standing {
    bool isBehind = false, isAhead = false, isElsewhere = false;
    bool isAtEnd = true; ///< it stands where the bundle ends
    std::string elsewhere{};

    void compare(const TenantLog& log, const TreeHead& held, const TreeHead& from, const TreeHead& to) {
        isBehind |= held.size < from.size;
        isAhead |= held.size > from.size;
        if (held.size == from.size && held.root != from.root) {
            isElsewhere = true;
            elsewhere = originOf(log);
        }
        isAtEnd &= held == to;
    }

    void compare(const std::optional<LogKey>& held, const std::optional<LogKey>& from, const LogKey& to) {
        isBehind |= held < from;
        isAhead |= held > from;
        isAtEnd &= held == to;
    }
};

Result<void> checkStanding(const Present& present, const CourierNote& note) {
    Standing standing;
    const Sha256 sha;
    std::size_t known = 0;
    for (const CourierTree& tree : note.trees) {
        const auto held = present.trees.find(tree.log);
        known += held == present.trees.end() ? 0 : 1;
        const TreeHead head = held == present.trees.end() ? TreeHead{0, CompactRange().root(sha)}
                                                          : TreeHead{held->second.size(), held->second.root(sha)};
        standing.compare(tree.log, head, tree.from, tree.to);
    }
    standing.isAhead |= known != present.trees.size(); // a log that the bundle's maker did not have
    standing.isAtEnd &= known == present.trees.size();
    for (const CourierRegion& region : note.regions) {
        const auto held = present.regions.find(region.to.region);
        standing.compare(held == present.regions.end() ? std::nullopt : held->second.cursor, region.from,
                         region.to.position);
    }
    if (standing.isAtEnd)
        return refusedBundle("replay", "the file has come as far");
    if (standing.isElsewhere)
        return refused("otherHistory", "a log of the file is another", "origin", standing.elsewhere);
    if (standing.isBehind)
        return refusedBundle("gap", "a bundle before it is missing");
    if (standing.isAhead)
        return refusedBundle("older", "the file has come further");
    return {};
}

Result<void> checkRegions(const Present& present, const CourierNote& note) {
    for (const auto& [name, region] : present.regions)
        if (region.endpoint != kCourierEndpoint)
            return refused("notCarried", "the file is synced from servers", "region", name.text());
    for (const CourierRegion& region : note.regions) {
        const auto held = present.regions.find(region.to.region);
        if (held != present.regions.end() && held->second.mark &&
            *held->second.mark != StoreMark{region.to.installation, region.systemIdentifier})
            return refused("installation", "the bundle is of another installation", "region", region.to.region.text());
    }
    return {};
}

/// Grows the file's trees by the bundle's events, in memory.
class TreeGrowing {
public:
    explicit TreeGrowing(std::map<TenantLog, CompactRange> trees) : m_trees(std::move(trees)) {}

    Result<void> take(const BundleEvent& event) {
        const TenantLog log{event.region, event.event.tenant, event.event.epoch};
        CompactRange& range = m_trees[log];
        if (range.size() == 0 && log.epoch > 1)
            range.append(m_hasher.sha(), m_hasher.epochHash(log.tenant, log.epoch - 1, closedBefore(log)));
        if (event.leaf != range.size())
            return refused("gap", "an event between is missing", "origin", originOf(log));
        range.append(m_hasher.sha(), m_hasher.hash(event.event));
        return {};
    }

    Result<void> compare(const CourierNote& note) {
        for (const CourierTree& tree : note.trees) {
            const CompactRange& range = m_trees[tree.log];
            if (TreeHead{range.size(), range.root(m_hasher.sha())} != tree.to)
                return refused("roots", "its events do not lead to what it says", "origin", originOf(tree.log));
        }
        return {};
    }

private:
    /// The tenant's epoch before, in whichever region it lived.
    TreeHead closedBefore(const TenantLog& log) {
        for (const auto& [other, range] : m_trees)
            if (other.tenant == log.tenant && other.epoch == log.epoch - 1)
                return {range.size(), range.root(m_hasher.sha())};
        return {0, CompactRange().root(m_hasher.sha())};
    }

    std::map<TenantLog, CompactRange> m_trees;
    LeafHasher m_hasher;
};

/// Those of the list, and those that the bundle adds.
std::vector<WorkspaceRegion> regionsWith(const Present& present, const CourierNote& note) {
    std::vector<WorkspaceRegion> regions;
    for (const auto& [name, record] : present.regions)
        regions.push_back({name, record.endpoint});
    for (const CourierRegion& region : note.regions)
        if (!present.regions.contains(region.to.region))
            regions.push_back({region.to.region, std::string(kCourierEndpoint)});
    return regions;
}

class Importing {
public:
    Importing(const std::filesystem::path& bundle, const std::filesystem::path& file,
              std::span<const VerifierKey> trusted, const std::stop_token& stop, const BundleCheckProgress& progress)
        : m_bundle(bundle),
          m_file(file),
          m_trusted(trusted),
          m_stop(stop),
          m_progress(progress) {}

    Result<CourierImport> run() {
        if (auto checked = check(); !checked)
            return tl::unexpected(checked.error());
        TreeGrowing growing(m_present.trees);
        auto events = BundleEvents::read(m_bundle, m_info.manifest, m_file, m_stop,
                                         [&](const BundleEvent& event) { return growing.take(event); });
        if (!events)
            return tl::unexpected(events.error());
        if (auto same = growing.compare(*m_info.courier); !same)
            return tl::unexpected(same.error());
        tell(0.7);
        if (auto known = keepWhatIsKnown(); !known)
            return tl::unexpected(known.error());
        if (auto prepared = prepareFile(); !prepared)
            return tl::unexpected(prepared.error());
        ReplicaWriter& writer = *m_replica->writer();
        auto written =
            events->stage(writer, m_present.homes, ends(), m_stop, [this](double done) { tell(0.7 + 0.3 * done); });
        if (!written) {
            takeBack(writer);
            return tl::unexpected(written.error());
        }
        if (auto committed = writer.commit(); !committed)
            return tl::unexpected(committed.error());
        return CourierImport{m_info.courier->number, static_cast<std::int64_t>(events->count()), m_info.maker};
    }

private:
    void tell(double done) const {
        if (m_progress)
            m_progress(done);
    }

    /// Everything that can be known before the events are read; opens the file where there is one.
    Result<void> check() {
        const auto known = readKnownKeys(knownKeysPath(m_file));
        if (!known)
            return tl::unexpected(known.error());
        std::vector<VerifierKey> keys = known->all;
        for (const VerifierKey& key : m_trusted)
            if (std::ranges::find(keys, key) == keys.end())
                keys.push_back(key);
        auto info = checkBundle(m_bundle, keys, m_stop, [this](double done) { tell(0.5 * done); });
        if (!info)
            return tl::unexpected(info.error());
        m_info = std::move(*info);
        if (!m_info.courier)
            return refusedBundle("noCourier", "an evidence bundle of chosen events");
        std::error_code ignored;
        if (std::filesystem::exists(m_file, ignored)) {
            auto opened = Replica::open(m_file, ReplicaAccess::ReadWrite);
            if (!opened)
                return tl::unexpected(opened.error());
            m_replica = std::move(*opened);
            auto present = presentOf(*m_replica);
            if (!present)
                return tl::unexpected(present.error());
            m_present = std::move(*present);
        }
        if (auto regions = checkRegions(m_present, *m_info.courier); !regions)
            return regions;
        return checkStanding(m_present, *m_info.courier);
    }

    /// Keys and checkpoints that hold whether or not the events will be there.
    Result<void> keepWhatIsKnown() {
        for (const VerifierKey& key : m_trusted)
            if (key.name == m_info.maker.name && key.id == m_info.maker.keyId)
                if (auto added = addKnownKey(knownKeysPath(m_file), key, KeyOwner::Foreign); !added)
                    return added;
        const auto known = readKnownKeys(knownKeysPath(m_file));
        if (!known)
            return tl::unexpected(known.error());
        auto kept = KeptCheckpoints::open(keptCheckpointsPath(m_file), known->all);
        if (!kept)
            return tl::unexpected(kept.error());
        for (const std::string& note : m_info.notes)
            if (const auto appended = keepOnce(*kept, note); !appended)
                return appended;
        return {};
    }

    static Result<void> keepOnce(KeptCheckpoints& kept, const std::string& bytes) {
        const auto note = parseNote(bytes);
        const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
        if (!checkpoint)
            return tl::unexpected(checkpoint.error());
        const auto same = kept.find(checkpoint->origin, checkpoint->size);
        if (same && same->root == checkpoint->root)
            return {};
        return kept.append(bytes).map([](const KeptCheckpoint&) {});
    }

    Result<void> prepareFile() {
        const auto regions = regionsWith(m_present, *m_info.courier);
        if (!m_replica) {
            ReplicaSettings settings;
            settings.regions = regions;
            auto created = Replica::create(m_file, settings);
            if (!created)
                return tl::unexpected(created.error());
            m_replica = std::move(*created);
        } else if (regions.size() != m_present.regions.size()) {
            if (auto set = m_replica->writer()->setRegions(regions); !set)
                return set;
        }
        for (const CourierRegion& region : m_info.courier->regions) {
            const auto held = m_present.regions.find(region.to.region);
            if (held != m_present.regions.end() && held->second.mark)
                continue;
            if (auto marked = m_replica->writer()->recordStoreMark(region.to.region,
                                                                   {region.to.installation, region.systemIdentifier});
                !marked)
                return marked;
        }
        return {};
    }

    [[nodiscard]] std::map<RegionName, RegionEnd> ends() const {
        std::map<RegionName, RegionEnd> ends;
        for (const CourierRegion& region : m_info.courier->regions)
            ends[region.to.region] = {region.to.position, region.knownThrough};
        return ends;
    }

    /// A stage() that fails takes back all that was staged: here one for a region that there cannot be.
    static void takeBack(ReplicaWriter& writer) { std::ignore = writer.stage(*prepareBatch(Batch{})); }

    const std::filesystem::path& m_bundle;
    const std::filesystem::path& m_file;
    std::span<const VerifierKey> m_trusted;
    const std::stop_token& m_stop;
    const BundleCheckProgress& m_progress;
    BundleInfo m_info;
    std::unique_ptr<Replica> m_replica; ///< absent: the file is not there yet
    Present m_present;
};

} // namespace

Result<CourierImport> importCourier(const std::filesystem::path& bundle, const std::filesystem::path& file,
                                    std::span<const VerifierKey> trusted, const std::stop_token& stop,
                                    const BundleCheckProgress& progress) {
    return Importing(bundle, file, trusted, stop, progress).run();
}

} // namespace muniment
