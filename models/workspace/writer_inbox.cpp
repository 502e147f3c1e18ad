#include "models/workspace/writer_inbox.h"

namespace muniment {

namespace {

constexpr std::chrono::seconds kKnownThroughEvery{1};

} // namespace

Result<FollowingId> WriterInbox::beginFollowing(const RegionName& region, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    Lane& lane = m_lanes[region];
    const FollowingId following = ++m_lastFollowing;
    lane.following = following;
    lane.waiting.reset();
    lane.known.reset();
    lane.isKnownUrgent = false;
    lane.refusedBy.reset();
    m_changed.notify_all();
    m_changed.wait(lock, stop, [&] { return m_isClosed || lane.beingWritten == 0; });
    if (m_isClosed || stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    return following;
}

void WriterInbox::endFollowing(const RegionName& region, FollowingId following) {
    const std::lock_guard lock(m_mutex);
    Lane& lane = m_lanes[region];
    if (lane.following != following)
        return;
    lane.following = 0;
    lane.waiting.reset();
    lane.known.reset();
    m_changed.notify_all();
}

Result<void> WriterInbox::push(QueuedBatch batch, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    Lane& lane = m_lanes[batch.region];
    const auto mayGo = [&] {
        return m_isClosed || lane.following != batch.following || lane.refusedBy || !lane.waiting;
    };
    m_changed.wait(lock, stop, mayGo);
    if (m_isClosed || stop.stop_requested() || lane.following != batch.following)
        return failure(ErrorCode::Cancelled);
    if (lane.refusedBy)
        return tl::unexpected(*lane.refusedBy);
    lane.waiting = std::move(batch);
    lane.known.reset(); // the batch carries its own, and it is later
    m_changed.notify_all();
    return {};
}

Result<void> WriterInbox::awaitWritten(const RegionName& region, FollowingId following, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    Lane& lane = m_lanes[region];
    const auto isOver = [&] {
        return m_isClosed || lane.following != following || (!lane.waiting && lane.beingWritten == 0);
    };
    m_changed.wait(lock, stop, isOver);
    if (m_isClosed || stop.stop_requested() || lane.following != following)
        return failure(ErrorCode::Cancelled);
    if (lane.refusedBy)
        return tl::unexpected(*lane.refusedBy);
    return {};
}

void WriterInbox::noteKnownThrough(const RegionName& region, FollowingId following, Instant instant, bool isLast) {
    const std::lock_guard lock(m_mutex);
    Lane& lane = m_lanes[region];
    if (m_isClosed || lane.following != following || lane.refusedBy)
        return;
    // The writer already counts on one: it needs no second wake-up, and an idle workspace stays asleep.
    const bool isNews = !lane.known || (isLast && !lane.isKnownUrgent);
    lane.known = instant;
    lane.isKnownUrgent = lane.isKnownUrgent || isLast;
    if (isNews)
        m_changed.notify_all();
}

void WriterInbox::pushJob(Job job) {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_changed.notify_all();
}

std::optional<WriterInbox::Job> WriterInbox::takeJob(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_mutex);
    m_isJobDone = true;
    m_changed.wait_until(lock, deadline, [this] { return m_isClosed || !m_jobs.empty(); });
    if (m_jobs.empty())
        return std::nullopt;
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_isJobDone = false;
    return job;
}

std::optional<WriterInbox::Work> WriterInbox::take(std::optional<std::chrono::steady_clock::time_point> deadline) {
    std::unique_lock lock(m_mutex);
    m_isJobDone = m_isKnownDone = true;
    for (;;) {
        const auto now = std::chrono::steady_clock::now();
        if (auto work = takeNow(now))
            return work;
        if (m_isClosed || (deadline && now >= *deadline))
            return std::nullopt;
        auto until = nextKnownDue();
        if (deadline && (!until || *deadline < *until))
            until = deadline;
        if (until)
            m_changed.wait_until(lock, *until);
        else
            m_changed.wait(lock);
    }
}

std::optional<WriterInbox::Work> WriterInbox::takeNow(std::chrono::steady_clock::time_point now) {
    if (!m_jobs.empty()) {
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_isJobDone = false;
        return Work(std::move(job));
    }
    if (m_isClosed)
        return std::nullopt;
    // In turn: begin behind the region served last, and come round to it.
    auto lane = m_lanes.upper_bound(m_lastServed);
    for (std::size_t i = 0; i < m_lanes.size(); ++i, ++lane) {
        if (lane == m_lanes.end())
            lane = m_lanes.begin();
        if (!lane->second.waiting)
            continue;
        QueuedBatch batch = std::move(*lane->second.waiting);
        lane->second.waiting.reset();
        ++lane->second.beingWritten;
        lane->second.knownRecorded = now;
        m_lastServed = lane->first;
        m_changed.notify_all();
        return Work(std::move(batch));
    }
    for (auto& [region, other] : m_lanes) {
        if (!other.known || (!other.isKnownUrgent && now < other.knownRecorded + kKnownThroughEvery))
            continue;
        const KnownUntil known{region, *other.known};
        other.known.reset();
        other.isKnownUrgent = false;
        other.knownRecorded = now;
        m_isKnownDone = false;
        return Work(known);
    }
    return std::nullopt;
}

std::optional<std::chrono::steady_clock::time_point> WriterInbox::nextKnownDue() const {
    std::optional<std::chrono::steady_clock::time_point> due;
    for (const auto& [region, lane] : m_lanes) {
        if (lane.known && (!due || lane.knownRecorded + kKnownThroughEvery < *due))
            due = lane.knownRecorded + kKnownThroughEvery;
    }
    return due;
}

void WriterInbox::finished(const QueuedBatch& batch, const std::optional<Error>& refusedBy) {
    const std::lock_guard lock(m_mutex);
    Lane& lane = m_lanes[batch.region];
    --lane.beingWritten;
    if (refusedBy && lane.following == batch.following) {
        lane.refusedBy = refusedBy;
        lane.waiting.reset();
        lane.known.reset();
    }
    m_changed.notify_all();
}

bool WriterInbox::isIdle() const {
    const std::lock_guard lock(m_mutex);
    if (!m_jobs.empty() || !m_isJobDone || !m_isKnownDone)
        return false;
    for (const auto& [region, lane] : m_lanes) {
        if (lane.waiting || lane.beingWritten > 0 || (lane.known && lane.isKnownUrgent))
            return false;
    }
    return true;
}

void WriterInbox::close() {
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    for (auto& [region, lane] : m_lanes) {
        lane.waiting.reset();
        lane.known.reset();
    }
    m_changed.notify_all();
}

bool WriterInbox::isClosed() const {
    const std::lock_guard lock(m_mutex);
    return m_isClosed;
}

} // namespace muniment
