#include "models/workspace/sync_board.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kTellEvery{250};
constexpr std::int64_t kFewEvents = 8192;

/// What a person looks at; the rest (lag, round trip) changes all the time and is told now and then.
bool differsVisibly(const FollowerStatus& before, const FollowerStatus& now) {
    const auto code = [](const FollowerStatus& s) { return s.error ? std::optional(s.error->code) : std::nullopt; };
    return before.phase != now.phase || code(before) != code(now) ||
           before.holder.has_value() != now.holder.has_value() ||
           before.identity.has_value() != now.identity.has_value();
}

} // namespace

SyncBoard::SyncBoard(const Clock& clock, SyncListener listener) : m_clock(clock), m_listener(std::move(listener)) {}

void SyncBoard::add(const RegionRecord& record) {
    const std::lock_guard lock(m_mutex);
    auto [place, isNew] = m_lanes.try_emplace(record.region);
    if (isNew)
        place->second.status = statusOf(record);
}

void SyncBoard::remove(const RegionName& region) {
    const std::lock_guard lock(m_mutex);
    m_lanes.erase(region);
}

std::uint64_t SyncBoard::beginRun(const RegionName& region) {
    const std::lock_guard lock(m_mutex);
    Lane& lane = m_lanes.at(region);
    const auto known = lane.status.follower.knownThrough;
    lane.status.follower = {};
    lane.status.follower.knownThrough = known;
    lane.status.isFollowing = true;
    lane.appliedByThisFollower = 0;
    lane.isRefused = false;
    lane.run = ++m_lastRun;
    return lane.run;
}

SyncBoard::Lane* SyncBoard::laneOf(const RegionName& region, std::uint64_t run) {
    const auto found = m_lanes.find(region);
    return found != m_lanes.end() && found->second.run == run ? &found->second : nullptr;
}

std::vector<RegionStatus> SyncBoard::regions() const {
    const Instant now = m_clock.now();
    std::vector<RegionStatus> all;
    const std::lock_guard lock(m_mutex);
    for (const auto& [region, lane] : m_lanes) {
        all.push_back(lane.status);
        all.back().lag = lagOf(lane.status, now);
    }
    return all;
}

SyncProgress SyncBoard::progress() const {
    const std::lock_guard lock(m_mutex);
    return progressLocked();
}

SyncProgress SyncBoard::progressLocked() const {
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

std::optional<Error> SyncBoard::pausedBy() const {
    const std::lock_guard lock(m_mutex);
    return m_pausedBy;
}

std::int64_t SyncBoard::applied() const {
    const std::lock_guard lock(m_mutex);
    return m_applied;
}

bool SyncBoard::isFollowingLocked() const {
    return std::any_of(m_lanes.begin(), m_lanes.end(),
                       [](const auto& entry) { return entry.second.status.isFollowing; });
}

bool SyncBoard::isFollowing() const {
    const std::lock_guard lock(m_mutex);
    return isFollowingLocked();
}

bool SyncBoard::isFollowing(const RegionName& region) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lanes.find(region);
    return found != m_lanes.end() && found->second.status.isFollowing;
}

void SyncBoard::noteStatus(const RegionName& region, std::uint64_t run, const FollowerStatus& status) {
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

void SyncBoard::noteEnded(const RegionName& region, std::uint64_t run) {
    bool isLast = false;
    {
        const std::lock_guard lock(m_mutex);
        Lane* lane = laneOf(region, run);
        if (!lane)
            return;
        lane->status.isFollowing = false;
        isLast = !isFollowingLocked();
    }
    if (m_listener.regionChanged)
        m_listener.regionChanged(region);
    if (isLast && m_listener.stopped)
        m_listener.stopped();
}

void SyncBoard::noteApplied(const AppliedBatch& batch) {
    bool shouldTellAll = false;
    {
        const std::lock_guard lock(m_mutex);
        m_applied += batch.events;
        m_meter.sample(m_clock.monotonic(), m_applied);
        if (const auto found = m_lanes.find(batch.region); found != m_lanes.end() && batch.cursor) {
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

void SyncBoard::noteKnown(const KnownUntil& known) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lanes.find(known.region);
    if (found == m_lanes.end())
        return;
    auto& shown = found->second.status.follower.knownThrough;
    shown = shown ? std::max(*shown, known.instant) : known.instant;
}

void SyncBoard::noteRefused(const RegionName& region, const Error& error) {
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_lanes.find(region);
        if (found == m_lanes.end())
            return;
        found->second.status.follower.phase = FollowerPhase::Stopped;
        found->second.status.follower.error = error;
        found->second.isRefused = true;
    }
    if (m_listener.regionChanged)
        m_listener.regionChanged(region);
}

void SyncBoard::noteRebuilt(const RebuildStatus& status) const {
    if (m_listener.rebuilt)
        m_listener.rebuilt(status);
}

void SyncBoard::notePaused(const std::optional<Error>& error) {
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

bool SyncBoard::shouldTellProgress() {
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
