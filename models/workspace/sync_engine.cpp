#include "models/workspace/sync_engine.h"

#include "models/base/thread_pace.h"
#include "models/replica/held_history.h"
#include "models/replica/index/index_rebuild.h"
#include "models/replica/index/word_setting.h"
#include "models/replica/policy_notes.h"
#include "models/replica/snapshot.h"
#include "models/workspace/copy_telling.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kCloseWithin{700};
constexpr int kLargestPage = 8'192; ///< events; no more than a batch takes

} // namespace

SyncEngine::SyncEngine(Replica& replica, SyncSettings settings, const Clock& clock, SyncListener listener)
    : m_replica(replica),
      m_settings(std::move(settings)),
      m_clock(clock),
      m_board(clock, std::move(listener)),
      m_inbox(std::make_shared<WriterInbox>()) {
    m_settings.follower.pageSize = std::clamp(m_settings.follower.pageSize, 1, kLargestPage);
    BatchWriter::Listener writerTells;
    writerTells.applied = [this](const AppliedBatch& batch) { m_board.noteApplied(batch); };
    writerTells.known = [this](const KnownUntil& known) { m_board.noteKnown(known); };
    writerTells.refused = [this](const QueuedBatch& batch, const Error& error) { stopRefused(batch, error); };
    writerTells.paused = [this](const std::optional<Error>& error) { m_board.notePaused(error); };
    writerTells.rebuilt = [this](const RebuildStatus& status) { m_board.noteRebuilt(status); };
    m_writer = std::make_unique<BatchWriter>(*m_replica.writer(), m_inbox, std::move(writerTells));
    m_thread = std::jthread([this] {
        if (m_settings.givesWay)
            giveWay();
        m_writer->run();
    });
}

SyncEngine::~SyncEngine() {
    requestStop();
    std::ignore = waitStopped(kCloseWithin);
    std::map<RegionName, Lane> lanes;
    {
        const std::lock_guard lock(m_mutex);
        lanes.swap(m_lanes);
    }
    lanes.clear(); // after this no follower calls back
    m_inbox->close();
    m_thread.join();
}

void SyncEngine::setRegions(const std::vector<RegionRecord>& regions, const std::vector<RegionName>& anew) {
    auto gone = takeChanged(regions, anew);
    for (auto& [region, lane] : gone) {
        if (lane.sync)
            lane.sync->requestStop();
    }
    gone.clear(); // without the lock: a callback may be waiting for it

    const std::lock_guard lock(m_mutex);
    for (const RegionRecord& record : regions) {
        auto [place, isNew] = m_lanes.try_emplace(record.region);
        if (!isNew)
            continue;
        place->second.region = {record.region, record.endpoint};
        place->second.form = record.form;
        m_board.add(record);
    }
}

void SyncEngine::start() {
    std::vector<std::unique_ptr<RegionSync>> ended;
    const std::lock_guard lock(m_mutex);
    for (auto& [region, lane] : m_lanes)
        ended.push_back(followUnlessRunning(lane));
}

std::map<RegionName, SyncEngine::Lane> SyncEngine::takeChanged(const std::vector<RegionRecord>& regions,
                                                               const std::vector<RegionName>& anew) {
    std::map<RegionName, Lane> changed;
    const std::lock_guard lock(m_mutex);
    for (auto lane = m_lanes.begin(); lane != m_lanes.end();) {
        const bool isSame = std::any_of(regions.begin(), regions.end(), [&](const RegionRecord& record) {
            return record.region == lane->first && record.endpoint == lane->second.region.endpoint;
        });
        const bool stays = isSame && std::find(anew.begin(), anew.end(), lane->first) == anew.end();
        const auto next = std::next(lane);
        if (!stays) {
            m_board.remove(lane->first);
            changed.insert(m_lanes.extract(lane));
        }
        lane = next;
    }
    return changed;
}

std::unique_ptr<RegionSync> SyncEngine::followUnlessRunning(Lane& lane) {
    const RegionName& region = lane.region.region;
    if (lane.form == DataForm::Nothing || (lane.sync && m_board.isFollowing(region)))
        return nullptr;
    auto ended = std::move(lane.sync);
    const std::uint64_t run = m_board.beginRun(region);

    RegionSyncSetup setup;
    setup.region = lane.region;
    setup.follower = m_settings.follower;
    setup.open = m_settings.open;
    setup.givesWay = m_settings.givesWay;
    setup.holder = copyHolder(m_replica.file());
    setup.clock = &m_clock;
    setup.inbox = m_inbox;
    setup.record = [this, region] { return recordOf(region); };
    setup.hasWords = [this] { return hasWords(); };
    setup.policy = [this] { return policy(); };
    setup.held = [this](const TenantId& tenant, std::int32_t epoch) -> Result<HeldHistory> {
        auto snapshot = m_replica.snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        return heldHistory(**snapshot, tenant, epoch);
    };
    setup.withFile = [this](const auto& work) { return work(m_replica); };
    setup.onStatus = [this, region, run](const FollowerStatus& status) { m_board.noteStatus(region, run, status); };
    setup.onEnded = [this, region, run] { m_board.noteEnded(region, run); };
    lane.sync = std::make_unique<RegionSync>(std::move(setup));
    return ended;
}

Result<RegionRecord> SyncEngine::recordOf(const RegionName& region) {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto records = (*snapshot)->regions();
    if (!records)
        return tl::unexpected(records.error());
    for (RegionRecord& record : *records) {
        if (record.region == region)
            return std::move(record);
    }
    return failure(ErrorCode::NotFound, {}, {{"what", "region"}, {"id", region.text()}});
}

Result<bool> SyncEngine::hasWords() {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return hasWordIndex(**snapshot);
}

Result<ReplicaPolicy> SyncEngine::policy() {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return replicaPolicy(**snapshot);
}

Result<bool> SyncEngine::isWordIndexDue() {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto isWanted = wantsWordIndex(**snapshot);
    const auto isThere = hasWordIndex(**snapshot);
    if (!isWanted || !isThere)
        return isWanted ? isThere : isWanted;
    return *isWanted != *isThere;
}

void SyncEngine::requestStop() {
    const std::lock_guard lock(m_mutex);
    for (auto& [region, lane] : m_lanes) {
        if (lane.sync && !lane.sync->hasEnded())
            lane.sync->requestStop();
    }
}

bool SyncEngine::waitStopped(std::chrono::milliseconds time) {
    const auto deadline = std::chrono::steady_clock::now() + time;
    std::vector<RegionSync*> syncs;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [region, lane] : m_lanes) {
            if (lane.sync)
                syncs.push_back(lane.sync.get());
        }
    }
    bool hasEnded = true;
    for (RegionSync* sync : syncs)
        hasEnded = sync->waitEnded(deadline) && hasEnded;
    return hasEnded;
}

void SyncEngine::wake(const RegionName& region) {
    std::unique_ptr<RegionSync> ended;
    const std::lock_guard lock(m_mutex);
    const auto lane = m_lanes.find(region);
    if (lane == m_lanes.end())
        return;
    if (lane->second.sync && m_board.isFollowing(region))
        lane->second.sync->wake();
    else
        ended = followUnlessRunning(lane->second);
}

void SyncEngine::wakeAll() {
    std::vector<RegionName> regions;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [region, lane] : m_lanes)
            regions.push_back(region);
    }
    for (const RegionName& region : regions)
        wake(region);
}

void SyncEngine::postToWriter(std::function<void(ReplicaWriter&)> job) {
    m_inbox->pushJob(std::move(job));
}

void SyncEngine::startRebuild(const std::string& readModel) {
    m_writer->startRebuild(readModel);
}

void SyncEngine::completeWordIndex() {
    postToWriter([this](ReplicaWriter&) {
        const auto isDue = isWordIndexDue();
        if (!isDue)
            m_board.noteRebuilt({kIndexName, 0, 0, false, isDue.error()});
        else if (*isDue)
            startRebuild(kIndexName);
    });
}

bool SyncEngine::isSettled() const {
    return !m_board.isFollowing() && m_inbox->isIdle();
}

void SyncEngine::stopRefused(const QueuedBatch& batch, const Error& error) {
    m_board.noteRefused(batch.region, error);
    const std::lock_guard lock(m_mutex);
    const auto lane = m_lanes.find(batch.region);
    if (lane != m_lanes.end() && lane->second.sync)
        lane->second.sync->requestStop();
}

} // namespace muniment
