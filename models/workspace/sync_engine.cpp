#include "models/workspace/sync_engine.h"

#include "models/workspace/batch_sink.h"

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kTellEvery{250};
constexpr std::chrono::milliseconds kCloseWithin{700};
constexpr std::int64_t kFewEvents = 8192;

/// What a person looks at; the rest (lag, round trip) changes all the time and is told now and then.
bool differsVisibly(const FollowerStatus& before, const FollowerStatus& now) {
    const auto code = [](const FollowerStatus& s) { return s.error ? std::optional(s.error->code) : std::nullopt; };
    return before.phase != now.phase || code(before) != code(now) ||
           before.holder.has_value() != now.holder.has_value() ||
           before.identity.has_value() != now.identity.has_value();
}

} // namespace

SyncEngine::SyncEngine(Replica& replica, SyncSettings settings, const Clock& clock, SyncListener listener)
    : m_replica(replica),
      m_settings(std::move(settings)),
      m_clock(clock),
      m_listener(std::move(listener)),
      m_inbox(std::make_shared<WriterInbox>()) {
    m_settings.follower.pageSize = std::clamp(m_settings.follower.pageSize, 1, int(kTransactionEvents));
    BatchWriter::Listener writerTells;
    writerTells.applied = [this](const AppliedBatch& batch) { noteApplied(batch); };
    writerTells.known = [this](const KnownUntil& known) { noteKnown(known); };
    writerTells.refused = [this](const QueuedBatch& batch, const Error& error) { noteRefused(batch, error); };
    writerTells.paused = [this](const std::optional<Error>& error) { notePaused(error); };
    writerTells.rebuilt = [this](const RebuildStatus& status) {
        if (m_listener.rebuilt)
            m_listener.rebuilt(status);
    };
    m_writer = std::make_unique<BatchWriter>(*m_replica.writer(), m_inbox, std::move(writerTells));
    m_thread = std::jthread([this] { m_writer->run(); });
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

void SyncEngine::setRegions(const std::vector<RegionRecord>& regions) {
    auto gone = takeChanged(regions);
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
        place->second.status = statusOf(record);
    }
}

void SyncEngine::start() {
    std::vector<std::unique_ptr<RegionSync>> ended;
    const std::lock_guard lock(m_mutex);
    for (auto& [region, lane] : m_lanes)
        ended.push_back(followUnlessRunning(lane));
}

std::map<RegionName, SyncEngine::Lane> SyncEngine::takeChanged(const std::vector<RegionRecord>& regions) {
    std::map<RegionName, Lane> changed;
    const std::lock_guard lock(m_mutex);
    for (auto lane = m_lanes.begin(); lane != m_lanes.end();) {
        const bool stays = std::any_of(regions.begin(), regions.end(), [&](const RegionRecord& record) {
            return record.region == lane->first && record.endpoint == lane->second.region.endpoint;
        });
        const auto next = std::next(lane);
        if (!stays)
            changed.insert(m_lanes.extract(lane));
        lane = next;
    }
    return changed;
}

std::unique_ptr<RegionSync> SyncEngine::followUnlessRunning(Lane& lane) {
    if (lane.sync && lane.status.isFollowing)
        return nullptr;
    auto ended = std::move(lane.sync);
    const auto known = lane.status.follower.knownThrough;
    lane.status.follower = {};
    lane.status.follower.knownThrough = known;
    lane.status.isFollowing = true;
    lane.appliedByThisFollower = 0;
    lane.isRefused = false;
    lane.run = ++m_lastRun;

    RegionSyncSetup setup;
    setup.region = lane.region;
    setup.follower = m_settings.follower;
    setup.open = m_settings.open;
    setup.clock = &m_clock;
    setup.inbox = m_inbox;
    setup.record = [this, region = lane.region.region] { return recordOf(region); };
    setup.onStatus = [this, region = lane.region.region, run = lane.run](const FollowerStatus& status) {
        noteStatus(region, run, status);
    };
    setup.onEnded = [this, region = lane.region.region, run = lane.run] { noteEnded(region, run); };
    lane.sync = std::make_unique<RegionSync>(std::move(setup));
    return ended;
}

SyncEngine::Lane* SyncEngine::laneOf(const RegionName& region, std::uint64_t run) {
    const auto found = m_lanes.find(region);
    return found != m_lanes.end() && found->second.run == run ? &found->second : nullptr;
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
    if (lane->second.sync && lane->second.status.isFollowing)
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

std::future<Result<void>> SyncEngine::onWriter(std::function<Result<void>(ReplicaWriter&)> job) {
    auto promise = std::make_shared<std::promise<Result<void>>>();
    auto future = promise->get_future();
    m_inbox->pushJob([promise, job = std::move(job)](ReplicaWriter& writer) { promise->set_value(job(writer)); });
    return future;
}

void SyncEngine::startRebuild(const std::string& readModel) {
    m_writer->startRebuild(readModel);
}

std::vector<RegionStatus> SyncEngine::regions() const {
    const Instant now = m_clock.now();
    std::vector<RegionStatus> all;
    const std::lock_guard lock(m_mutex);
    for (const auto& [region, lane] : m_lanes) {
        all.push_back(lane.status);
        all.back().lag = lagOf(lane.status, now);
    }
    return all;
}

SyncProgress SyncEngine::progress() const {
    const std::lock_guard lock(m_mutex);
    return progressLocked();
}

SyncProgress SyncEngine::progressLocked() const {
    SyncProgress progress;
    for (const auto& [region, lane] : m_lanes) {
        const std::int64_t queued =
            std::max<std::int64_t>(0, lane.status.follower.handedOn - lane.appliedByThisFollower);
        progress.done += lane.appliedSinceStart;
        progress.total += lane.appliedSinceStart + queued + std::max<std::int64_t>(0, lane.status.follower.backlog);
        if (lane.status.isFollowing && (lane.status.follower.phase == FollowerPhase::Backlog || queued > kFewEvents))
            progress.isBehind = true;
    }
    progress.eventsPerSecond = m_meter.perSecond();
    if (progress.isBehind)
        progress.timeLeft = m_meter.timeLeft(progress.total - progress.done);
    return progress;
}

std::optional<Error> SyncEngine::pausedBy() const {
    const std::lock_guard lock(m_mutex);
    return m_pausedBy;
}

std::int64_t SyncEngine::applied() const {
    const std::lock_guard lock(m_mutex);
    return m_applied;
}

bool SyncEngine::isFollowing() const {
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_lanes.begin(), m_lanes.end(),
                       [](const auto& entry) { return entry.second.status.isFollowing; });
}

bool SyncEngine::isSettled() const {
    return !isFollowing() && m_inbox->isIdle();
}

void SyncEngine::noteStatus(const RegionName& region, std::uint64_t run, const FollowerStatus& status) {
    bool shouldTell = false;
    bool shouldTellAll = false;
    {
        const std::lock_guard lock(m_mutex);
        Lane* lane = laneOf(region, run);
        if (!lane || lane->isRefused)
            return;
        const auto now = m_clock.monotonic();
        shouldTell = differsVisibly(lane->status.follower, status) || now - lane->toldAt >= kTellEvery;
        if (shouldTell)
            lane->toldAt = now;
        // What is shown as known is what the file holds: batches that wait for the writer do not count yet.
        const bool isAllApplied = status.handedOn <= lane->appliedByThisFollower;
        const auto known = lane->status.follower.knownThrough;
        lane->status.follower = status;
        if (!isAllApplied || !status.knownThrough)
            lane->status.follower.knownThrough = known;
        shouldTellAll = shouldTellProgress();
    }
    if (shouldTell && m_listener.regionChanged)
        m_listener.regionChanged(region);
    if (shouldTellAll && m_listener.progressChanged)
        m_listener.progressChanged();
}

void SyncEngine::noteEnded(const RegionName& region, std::uint64_t run) {
    bool isLast = false;
    {
        const std::lock_guard lock(m_mutex);
        Lane* lane = laneOf(region, run);
        if (!lane)
            return;
        lane->status.isFollowing = false;
        isLast = std::none_of(m_lanes.begin(), m_lanes.end(),
                              [](const auto& entry) { return entry.second.status.isFollowing; });
    }
    if (m_listener.regionChanged)
        m_listener.regionChanged(region);
    if (isLast && m_listener.stopped)
        m_listener.stopped();
}

void SyncEngine::noteApplied(const AppliedBatch& batch) {
    bool shouldTellAll = false;
    {
        const std::lock_guard lock(m_mutex);
        m_applied += batch.events;
        m_meter.sample(m_clock.monotonic(), m_applied);
        if (const auto found = m_lanes.find(batch.region); found != m_lanes.end()) {
            Lane& lane = found->second;
            lane.appliedSinceStart += batch.events;
            lane.appliedByThisFollower += batch.events;
            lane.status.events += batch.events;
            lane.status.cursor = batch.cursor;
            if (batch.knownThrough && lane.status.follower.knownThrough < batch.knownThrough)
                lane.status.follower.knownThrough = batch.knownThrough;
        }
        shouldTellAll = shouldTellProgress();
    }
    if (m_listener.applied)
        m_listener.applied(batch);
    if (shouldTellAll && m_listener.progressChanged)
        m_listener.progressChanged();
}

void SyncEngine::noteKnown(const KnownUntil& known) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lanes.find(known.region);
    if (found == m_lanes.end())
        return;
    auto& shown = found->second.status.follower.knownThrough;
    shown = shown ? std::max(*shown, known.instant) : known.instant;
}

void SyncEngine::noteRefused(const QueuedBatch& batch, const Error& error) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_lanes.find(batch.region);
        if (found == m_lanes.end())
            return;
        found->second.status.follower.phase = FollowerPhase::Stopped;
        found->second.status.follower.error = error;
        found->second.isRefused = true;
        if (found->second.sync)
            found->second.sync->requestStop();
    }
    if (m_listener.regionChanged)
        m_listener.regionChanged(batch.region);
}

void SyncEngine::notePaused(const std::optional<Error>& error) {
    {
        const std::lock_guard lock(m_mutex);
        const bool isSame = m_pausedBy && error && m_pausedBy->code == error->code;
        m_pausedBy = error;
        if (isSame)
            return;
    }
    if (m_listener.pauseChanged)
        m_listener.pauseChanged();
}

bool SyncEngine::shouldTellProgress() {
    const bool isBehind = progressLocked().isBehind;
    const auto now = m_clock.monotonic();
    const bool isDue = isBehind && now - m_progressToldAt >= kTellEvery;
    if (!isDue && isBehind == m_wasBehind)
        return false;
    m_wasBehind = isBehind;
    m_progressToldAt = now;
    return true;
}

} // namespace muniment
