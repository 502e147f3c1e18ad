#include "models/workspace/sync_run.h"

#include "models/base/stoppable_wait.h"
#include "models/workspace/sync_engine.h"

#include <algorithm>
#include <condition_variable>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kSettlingStep{2};

/// Lets the caller's thread sleep until something ends or it is time to report.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(m_mutex);
        m_isRung = true;
        m_changed.notify_all();
    }

    void waitFor(std::stop_token stop, std::chrono::milliseconds time) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::move(stop), time, [this] { return m_isRung; });
        m_isRung = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isRung = false;
};

bool isPurgeDue(const SyncEngine& engine) {
    const auto regions = engine.regions();
    return std::any_of(regions.begin(), regions.end(), [](const RegionStatus& region) {
        return region.follower.error && region.follower.error->code == ErrorCode::PurgeDue;
    });
}

SyncReport reportOf(const SyncEngine& engine) {
    return {engine.progress(), engine.regions(), engine.pausedBy(), engine.applied()};
}

/// Measures how long the file has not been writable.
class Patience {
public:
    explicit Patience(std::optional<std::chrono::milliseconds> limit) : m_limit(limit) {}

    [[nodiscard]] bool isOver(const std::optional<Error>& pausedBy) {
        const auto now = std::chrono::steady_clock::now();
        if (!pausedBy) {
            m_since.reset();
            return false;
        }
        if (!m_since)
            m_since = now;
        return m_limit && now - *m_since >= *m_limit;
    }

private:
    std::optional<std::chrono::milliseconds> m_limit;
    std::optional<std::chrono::steady_clock::time_point> m_since;
};

Result<std::vector<RegionRecord>> regionsOf(Replica& replica) {
    auto snapshot = replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return (*snapshot)->regions();
}

Error readOnly(const Replica& replica) {
    return {ErrorCode::FileReadOnly, "opened for reading only", {{"file", replica.file().string()}}};
}

enum class Mode { Once, Follow };

/// Until the next report, or the end when that is nearer.
std::chrono::milliseconds waitTime(const SyncOptions& options, Mode mode, std::chrono::nanoseconds passed) {
    if (mode == Mode::Once || !options.duration)
        return options.reportEvery;
    return std::min(options.reportEvery, std::chrono::ceil<std::chrono::milliseconds>(*options.duration - passed));
}

Result<SyncReport> runSync(Replica& replica, const SyncOptions& options, const SyncCallback& callback,
                           std::stop_token stop, Mode mode) {
    if (!replica.writer())
        return tl::unexpected(readOnly(replica));
    auto regions = regionsOf(replica);
    if (!regions)
        return tl::unexpected(regions.error());

    SyncSettings settings;
    settings.follower = options.follower;
    settings.follower.onlyOnce = mode == Mode::Once;
    settings.open = [secrets = options.secrets](const std::string& endpoint) {
        return openEventStore(endpoint, secrets);
    };
    Bell bell;
    SyncListener listener;
    listener.pauseChanged = [&bell] { bell.ring(); };
    listener.stopped = [&bell] { bell.ring(); };
    SyncEngine engine(replica, std::move(settings), systemClock(), std::move(listener));
    engine.setRegions(*regions);
    engine.start();

    const auto begun = std::chrono::steady_clock::now();
    auto reported = begun;
    Patience patience(options.patience);
    // Once the followers have ended, what they read is still being written.
    while (!stop.stop_requested() && !engine.isSettled()) {
        const auto now = std::chrono::steady_clock::now();
        if (mode == Mode::Follow && options.duration && now - begun >= *options.duration)
            break;
        if (mode == Mode::Follow && isPurgeDue(engine))
            break;
        if (callback && now - reported >= options.reportEvery) {
            callback(reportOf(engine));
            reported = now;
        }
        const auto paused = engine.pausedBy();
        if (patience.isOver(paused))
            return tl::unexpected(*paused);
        bell.waitFor(stop, engine.isFollowing() ? waitTime(options, mode, now - begun) : kSettlingStep);
    }
    SyncReport last = reportOf(engine);
    if (callback)
        callback(last);
    if (mode == Mode::Once && stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    return last;
}

} // namespace

Result<SyncReport> syncOnce(Replica& replica, const SyncOptions& options, const SyncCallback& callback,
                            std::stop_token stop) {
    return runSync(replica, options, callback, std::move(stop), Mode::Once);
}

Result<SyncReport> syncFollow(Replica& replica, const SyncOptions& options, const SyncCallback& callback,
                              std::stop_token stop) {
    return runSync(replica, options, callback, std::move(stop), Mode::Follow);
}

Result<void> rebuildReadModels(Replica& replica, const std::vector<std::string>& names,
                               const std::function<void(const RebuildStatus&)>& callback, std::stop_token stop,
                               std::optional<std::chrono::milliseconds> patience) {
    ReplicaWriter* writer = replica.writer();
    if (!writer)
        return tl::unexpected(readOnly(replica));
    const auto& known = readModelNames();
    for (const std::string& name : names) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            return failure(ErrorCode::InvalidInput, name, {{"field", "readModel"}});
    }
    for (const std::string& name : names.empty() ? known : names) {
        auto written = std::chrono::steady_clock::now();
        for (bool isFinished = false; !isFinished;) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const auto progress = writer->rebuildSlice(name);
            RebuildStatus status{name, 0, 0, false, std::nullopt};
            if (progress)
                status = {name, progress->done, progress->total, progress->isFinished, std::nullopt};
            else
                status.error = progress.error();
            if (callback)
                callback(status);
            const auto now = std::chrono::steady_clock::now();
            if (progress)
                written = now;
            else if (!isFileTrouble(progress.error()) || (patience && now - written >= *patience))
                return tl::unexpected(progress.error());
            else
                std::ignore = waitUnlessStopped(stop, std::chrono::seconds(1));
            isFinished = status.isFinished;
        }
    }
    return {};
}

} // namespace muniment
