#include "models/workspace/policy_run.h"

#include "models/base/clock.h"
#include "models/base/machine_user.h"
#include "models/replica/annotations.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/policy_notes.h"
#include "models/replica/sifted_replica.h"
#include "models/spool/call_canceller.h"
#include "models/workspace/copy_telling.h"

#include <algorithm>

namespace muniment {

namespace {

std::filesystem::path siftedName(const std::filesystem::path& file) {
    std::filesystem::path sifted = file;
    sifted += kSiftedSuffix;
    return sifted;
}

/// What a killed call left; the caller holds the file's lock.
void removeLeftOver(const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* const suffix : {"", "-wal", "-shm", "-lock"}) {
        std::filesystem::path left = siftedName(file);
        left += suffix;
        std::filesystem::remove(left, ignored);
    }
}

/// Regions of whose tenants some may be held in a fuller form than they are.
std::set<RegionName> refetchedRegions(const std::vector<RegionRecord>& regions, const ReplicaPolicy& before,
                                      const ReplicaPolicy& after) {
    const std::set<TenantId> listed = after.isLimited ? after.tenants : std::set<TenantId>();
    std::set<RegionName> refetched;
    for (const RegionRecord& region : regions) {
        // Somebody of whom nothing is known yet stands for all that nobody lists.
        const TenantId anybody;
        bool isWider = after.formOf(region.region, anybody) > before.formOf(region.region, anybody);
        for (const TenantId& tenant : listed)
            isWider = isWider || after.formOf(region.region, tenant) > before.formOf(region.region, tenant);
        if (isWider)
            refetched.insert(region.region);
    }
    return refetched;
}

/// Everything that is read from the old file before the new one is made.
struct Old {
    ReplicaPolicy policy;
    std::vector<PolicyNote> notes; ///< the newest first
    std::vector<RegionRecord> regions;
    std::vector<RunRecord> runs;
    std::map<std::int64_t, HeldTenant> tenants;
    std::string operatorName;
    bool wantsWords = true;
};

Result<Old> readOld(Snapshot& snapshot) {
    Old old;
    const auto take = [](auto result, auto& into) -> Result<void> {
        if (!result)
            return tl::unexpected(result.error());
        into = std::move(*result);
        return {};
    };
    auto read = take(replicaPolicy(snapshot), old.policy);
    read = read ? take(policyNotes(snapshot), old.notes) : read;
    read = read ? take(snapshot.regions(), old.regions) : read;
    read = read ? take(snapshot.runs(), old.runs) : read;
    read = read ? take(heldTenants(snapshot), old.tenants) : read;
    read = read ? take(snapshot.operatorName(), old.operatorName) : read;
    read = read ? take(wantsWordIndex(snapshot), old.wantsWords) : read;
    if (!read)
        return tl::unexpected(read.error());
    return old;
}

SiftPlan planOf(const Old& old, const PolicyChange& change) {
    SiftPlan plan;
    plan.policy = change.policy.value_or(old.policy);
    plan.refetched = refetchedRegions(old.regions, old.policy, plan.policy);
    for (const DuePurge& due : change.due)
        plan.moved[due.tenant] = due.to;
    return plan;
}

std::vector<WorkspaceRegion> listedRegions(const Old& old) {
    std::vector<WorkspaceRegion> regions;
    for (const RegionRecord& record : old.regions)
        regions.push_back({record.region, record.endpoint});
    return regions;
}

/// Also those that are followed no more: their events may stay.
std::vector<WorkspaceRegion> knownRegions(const Old& old) {
    std::vector<WorkspaceRegion> regions = listedRegions(old);
    for (const RunRecord& run : old.runs)
        if (std::ranges::find(regions, run.region, &WorkspaceRegion::region) == regions.end())
            regions.push_back({run.region, {}});
    return regions;
}

Result<void> fetch(Replica& sifted, const SiftPlan& plan, SyncOptions options,
                   const std::function<void(const PolicyProgress&)>& callback, const std::stop_token& stop) {
    const auto told = [&](const SyncReport& report) {
        if (callback)
            callback({PolicyProgress::Step::Fetching, report.progress.done, report.progress.total});
    };
    const auto report = syncOnce(sifted, options, told, stop);
    if (!report)
        return tl::unexpected(report.error());
    for (const RegionStatus& region : report->regions)
        if (plan.refetched.contains(region.region) && region.follower.error)
            return tl::unexpected(region.follower.error->with("region", region.region.text()));
    return {};
}

Result<PolicyNote> fill(Replica& old, Replica& sifted, const Old& held, const SiftPlan& plan, PolicyNote note,
                        const SyncOptions& options, const std::function<void(const PolicyProgress&)>& callback,
                        const std::stop_token& stop) {
    const auto told = [&](std::int64_t done, std::int64_t total) {
        if (callback)
            callback({PolicyProgress::Step::Sifting, done, total});
    };
    if (auto sieved = siftReplica(old, sifted, plan, told, stop); !sieved)
        return tl::unexpected(sieved.error());
    if (auto listed = sifted.writer()->setRegions(listedRegions(held)); !listed)
        return tl::unexpected(listed.error());
    if (!plan.refetched.empty())
        if (auto fetched = fetch(sifted, plan, options, callback, stop); !fetched)
            return tl::unexpected(fetched.error());
    const auto leftBehind = carryOverSettings(old, sifted);
    if (!leftBehind)
        return tl::unexpected(leftBehind.error());
    note.annotations = *leftBehind;
    std::vector<PolicyNote> notes(held.notes.rbegin(), held.notes.rend());
    notes.push_back(note);
    if (auto noted = sifted.writer()->setPolicyNotes(notes); !noted)
        return tl::unexpected(noted.error());
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    return note;
}

} // namespace

std::vector<DuePurge> duePurges(const std::vector<RegionStatus>& regions) {
    std::vector<DuePurge> due;
    for (const RegionStatus& region : regions) {
        const auto& error = region.follower.error;
        if (error && error->code == ErrorCode::PurgeDue)
            due.push_back({TenantId(error->get("tenant")), RegionName(error->get("to"))});
    }
    return due;
}

Result<PolicyOutlook> previewPolicy(Snapshot& snapshot, const ReplicaPolicy& policy) {
    const auto old = readOld(snapshot);
    if (!old)
        return tl::unexpected(old.error());
    const SiftPlan plan = planOf(*old, {policy, {}, {}});
    PolicyOutlook outlook{purgedBy(plan, old->tenants, old->policy), {plan.refetched.begin(), plan.refetched.end()}, 0};
    const auto annotated = allAnnotations(snapshot);
    if (!annotated)
        return tl::unexpected(annotated.error());
    for (const AnnotatedEvent& each : *annotated) {
        const auto event = snapshot.event(each.number);
        outlook.annotations += event && std::ranges::any_of(outlook.purged, [&](const Purged& purged) {
                                   return purged.tenant == event->tenant && purged.is == DataForm::Nothing;
                               });
    }
    return outlook;
}

/// Servers that held it against this file that it has a copy hear that it has none any more, where they can be reached.
/// What changed for a region that is still followed is told by its follower.
static void tellEnded(const Old& before, const ReplicaPolicy& after, const std::filesystem::path& file,
                      const std::shared_ptr<SecretSource>& secrets, const std::stop_token& stop) {
    for (const RegionRecord& record : before.regions) {
        if (record.form == DataForm::Nothing || after.formOf(record.region) != DataForm::Nothing)
            continue;
        auto opened = openEventStore(record.endpoint, secrets);
        if (!opened)
            continue;
        const std::shared_ptr<EventStore> store = std::move(*opened);
        const CallCanceller canceller(store, stop);
        if (store->connect(record.region))
            std::ignore = store->evidence().tellCopy(record.region,
                                                     copyUnder(before.policy, copyHolder(file), record.cursor, false));
    }
}

Result<PolicyNote> changePolicy(const std::filesystem::path& file, const PolicyChange& change,
                                const SyncOptions& options, const std::function<void(const PolicyProgress&)>& callback,
                                const std::stop_token& stop) {
    auto old = Replica::open(file, ReplicaAccess::ReadWrite);
    if (!old)
        return tl::unexpected(old.error());
    removeLeftOver(file);
    auto held = (*old)->snapshot().and_then([](const auto& snapshot) { return readOld(*snapshot); });
    if (!held)
        return tl::unexpected(held.error());
    const SiftPlan plan = planOf(*held, change);
    if (plan.policy == held->policy && plan.moved.empty())
        return failure(ErrorCode::InvalidInput, "that is the policy already", {{"field", "policy"}});
    PolicyNote note{
        systemClock().now(), {}, change.reason, plan.policy, purgedBy(plan, held->tenants, held->policy), 0};
    if (change.policy) // otherwise a move decided it
        note.author = held->operatorName.empty() ? userOfMachine() : held->operatorName;
    auto sifted = Replica::create(siftedName(file), {knownRegions(*held), held->operatorName, held->wantsWords, note});
    if (!sifted)
        return tl::unexpected(sifted.error());
    auto filled = fill(**old, **sifted, *held, plan, note, options, callback, stop);
    if (filled)
        if (auto replaced = Replica::replace(std::move(*old), std::move(*sifted)); !replaced)
            filled = tl::unexpected(replaced.error());
    if (!filled) {
        sifted->reset();
        removeLeftOver(file);
        return filled;
    }
    tellEnded(*held, plan.policy, file, options.secrets, stop);
    return filled;
}

Result<SyncReport> syncUnderPolicy(std::unique_ptr<Replica>& replica, const SyncOptions& options, bool isFollowing,
                                   const SyncCallback& callback, const std::function<void(const PolicyNote&)>& purged,
                                   const std::stop_token& stop) {
    const std::filesystem::path file = replica->file();
    const auto begun = std::chrono::steady_clock::now();
    SyncOptions left = options;
    std::int64_t applied = 0;
    for (;;) {
        const auto passed = std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        if (options.duration)
            left.duration = std::max(std::chrono::milliseconds(0), *options.duration - passed);
        auto report =
            isFollowing ? syncFollow(*replica, left, callback, stop) : syncOnce(*replica, left, callback, stop);
        if (!report)
            return report;
        applied += report->applied;
        report->applied = applied;
        const std::vector<DuePurge> due = duePurges(report->regions);
        if (due.empty() || stop.stop_requested())
            return report;
        replica.reset();
        const auto note = changePolicy(file, {{}, due, {}}, options, {}, stop);
        auto opened = Replica::open(file, ReplicaAccess::ReadWrite);
        if (!opened)
            return tl::unexpected(opened.error());
        replica = std::move(*opened);
        if (!note)
            return tl::unexpected(note.error());
        purged(*note);
    }
}

} // namespace muniment
