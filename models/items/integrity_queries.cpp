#include "models/items/integrity_queries.h"

#include "models/items/change_set_model.h"
#include "models/replica/excerpt.h"
#include "models/replica/policy_notes.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// Whether the number still is this event's: a file that was written anew may have others.
std::optional<EventNumber> eventOf(Snapshot& snapshot, const TrailFinding& finding) {
    const auto number = finding.event ? finding.event : finding.after ? finding.after : finding.before;
    if (!number)
        return std::nullopt;
    const auto event = snapshot.event(*number);
    const bool isOther = event && finding.event && finding.eventId && event->eventId != *finding.eventId;
    return event && !isOther ? number : std::nullopt;
}

Result<std::vector<EventRange>> rangesOf(Snapshot& snapshot) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    std::map<RegionName, EventRange> ranges;
    for (const RunRecord& run : *runs) {
        EventRange& range = ranges[run.region];
        range.region = run.region;
        const auto note = [&](std::int64_t ordinal) {
            if (const auto event = snapshot.event(EventNumber::of(run.run, ordinal))) {
                range.first = std::min(range.first.value_or(event->recordedAt), event->recordedAt);
                range.last = std::max(range.last.value_or(event->recordedAt), event->recordedAt);
            }
        };
        if (run.lastOrdinal > 0) {
            note(1);
            note(run.lastOrdinal);
        }
    }
    std::vector<EventRange> all;
    for (auto& [region, range] : ranges)
        all.push_back(std::move(range));
    return all;
}

Result<EntityNames> namesOf(Snapshot& snapshot, const TrailState& trail) {
    std::set<TenantId> tenants;
    for (const TreeState& tree : trail.trees)
        tenants.insert(tree.tenant);
    std::vector<std::pair<TenantId, AggregateKey>> asked;
    for (const TenantId& tenant : tenants)
        asked.emplace_back(tenant, AggregateKey{"org", AggregateId(tenant.text())});
    return readEntityNames(snapshot, asked);
}

/// What is kept beside the file of verifying and reconciling it.
void readRecords(Snapshot& snapshot, const std::filesystem::path& workspace, IntegrityPicture& picture) {
    if (auto record = readVerificationRecord(workspace))
        picture.record = std::move(*record);
    else
        picture.recordError = record.error();
    if (auto reconciliations = readReconciliations(workspace))
        picture.reconciliations = std::move(*reconciliations);
    else
        picture.reconciliationError = reconciliations.error();
    if (picture.record) {
        for (const TrailFinding& finding : picture.record->verification.findings)
            picture.events.push_back(eventOf(snapshot, finding));
        picture.events.resize(picture.events.size() + picture.record->forged.size());
    }
    for (const Reconciliation& region : picture.reconciliations)
        for (const TrailFinding& finding : region.findings)
            picture.events.push_back(eventOf(snapshot, finding));
}

Result<IntegrityPicture> readPicture(Snapshot& snapshot, const std::filesystem::path& workspace, KeptReading& kept,
                                     const std::stop_token& stop) {
    IntegrityPicture picture;
    picture.workspace = workspace.string();
    auto trail = kept.read();
    if (!trail)
        return tl::unexpected(trail.error());
    picture.kept = std::move(*trail);
    auto state = trailState(snapshot, picture.kept->history.sealed, stop);
    if (!state)
        return tl::unexpected(state.error());
    picture.trail = std::move(*state);
    auto names = namesOf(snapshot, picture.trail);
    if (!names)
        return tl::unexpected(names.error());
    picture.names = std::move(*names);
    auto ranges = rangesOf(snapshot);
    if (!ranges)
        return tl::unexpected(ranges.error());
    picture.ranges = std::move(*ranges);
    for (EventRange& range : picture.ranges)
        if (const auto region = std::ranges::find(picture.trail.regions, range.region, &RegionTrail::region);
            region != picture.trail.regions.end())
            range.events = region->events;
    const auto policy = replicaPolicy(snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    picture.isLimited = policy->isLimited;
    const auto excerpt = excerptOf(snapshot);
    if (!excerpt)
        return tl::unexpected(excerpt.error());
    picture.isExcerpt = excerpt->has_value();
    readRecords(snapshot, workspace, picture);
    return picture;
}

Result<EventProof> readProof(Snapshot& snapshot, const std::filesystem::path& workspace, KeptReading& reading,
                             EventNumber event, const std::stop_token& stop) {
    const auto excerpt = excerptOf(snapshot);
    if (!excerpt)
        return tl::unexpected(excerpt.error());
    if (*excerpt)
        return failure(ErrorCode::Refused, "the proof is in the bundle", {{"why", "excerpt"}});
    const auto trail = reading.read();
    if (!trail)
        return tl::unexpected(trail.error());
    auto proof = proveEvent(snapshot, event, (*trail)->history.sealed, stop);
    if (!proof || !proof->seal)
        return proof;
    const auto kept = KeptCheckpoints::open(keptCheckpointsPath(workspace), (*trail)->keys.all);
    if (!kept)
        return tl::unexpected(kept.error());
    const auto read = kept->forEachNote([&](std::uint64_t entry, std::string_view note) -> Result<void> {
        if (entry == proof->seal->entry)
            proof->seal->note = note;
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return proof;
}

} // namespace

std::int64_t IntegrityPicture::findings() const {
    if (!record)
        return trail.contradicted + differences();
    // What a verification has told of a checkpoint is not told twice.
    const bool isTold = std::ranges::find(record->verification.findings, TrailWitness::Checkpoint,
                                          &TrailFinding::against) != record->verification.findings.end();
    return record->findings() + (isTold ? 0 : trail.contradicted) + differences();
}

std::int64_t IntegrityPicture::differences() const {
    std::int64_t count = 0;
    for (const Reconciliation& region : reconciliations)
        count += std::ssize(region.findings);
    return count;
}

AskIntegrity askIntegrity(Workspace& workspace, std::shared_ptr<KeptReading> kept) {
    return [&workspace, kept = std::move(kept)](QObject* context, IntegrityRequest,
                                                std::function<void(Result<IntegrityPicture>)> done) {
        return workspace.query<IntegrityPicture>(
            context,
            [kept, file = workspace.file(), isReadOnly = workspace.isReadOnly()](Snapshot& snapshot,
                                                                                 const std::stop_token& stop) {
                auto picture = readPicture(snapshot, file, *kept, stop);
                if (picture)
                    picture->isReadOnly = isReadOnly;
                return picture;
            },
            std::move(done));
    };
}

AskProof askProof(Workspace& workspace, std::shared_ptr<KeptReading> kept) {
    return [&workspace, kept = std::move(kept)](QObject* context, EventNumber event,
                                                std::function<void(Result<EventProof>)> done) {
        return workspace.query<EventProof>(
            context,
            [kept, event, file = workspace.file()](Snapshot& snapshot, const std::stop_token& stop) {
                return readProof(snapshot, file, *kept, event, stop);
            },
            std::move(done));
    };
}

} // namespace muniment
