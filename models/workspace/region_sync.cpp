#include "models/workspace/region_sync.h"

#include "models/base/stray_threads.h"
#include "models/base/thread_pace.h"
#include "models/spool/departures.h"
#include "models/workspace/batch_sink.h"
#include "models/workspace/copy_telling.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace muniment {

/// Everything the thread uses, kept alive by the thread itself.
class RegionSync::Body {
public:
    explicit Body(RegionSyncSetup setup) : m_setup(std::move(setup)) {}

    void run() {
        if (m_setup.givesWay)
            giveWay();
        auto ended = follow();
        while (!ended && m_hasLost && !m_stop.stop_requested())
            ended = follow();
        if (!ended && ended.error().code != ErrorCode::Cancelled)
            tellStopped(ended.error());
        {
            const std::lock_guard lock(m_mutex);
            m_follower.reset();
            m_hasEnded = true;
        }
        m_changed.notify_all();
        const std::lock_guard telling(m_telling);
        if (m_setup.onEnded)
            m_setup.onEnded();
        m_setup = {};
    }

    void wake() {
        const std::lock_guard lock(m_mutex);
        if (m_follower)
            m_follower->wake();
        else
            m_isWoken = true;
    }

    void requestStop() { m_stop.request_stop(); }

    /// Afterwards nothing outside is called any more.
    void detach() {
        const std::lock_guard telling(m_telling);
        m_setup.onStatus = nullptr;
        m_setup.onEnded = nullptr;
        m_isDetached = true;
    }

    [[nodiscard]] bool hasEnded() const {
        const std::lock_guard lock(m_mutex);
        return m_hasEnded;
    }

    [[nodiscard]] bool waitEnded(std::chrono::steady_clock::time_point deadline) const {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_until(lock, deadline, [this] { return m_hasEnded; });
    }

private:
    Result<void> follow() {
        auto store = m_setup.open(m_setup.region.endpoint);
        if (!store)
            return tl::unexpected(store.error());
        const RegionName& region = m_setup.region.region;
        const auto following = m_setup.inbox->beginFollowing(region, m_stop.get_token());
        if (!following)
            return tl::unexpected(following.error());
        auto start = startingPoint();
        if (!start)
            return tl::unexpected(start.error());
        m_isMarkKnown->store(start->follower.firstSeen.has_value());

        m_hasLost = false;
        InboxSink sink(m_setup.inbox, region, *following, start->words,
                       [this](const TenantId& tenant, std::int32_t epoch) { return held(tenant, epoch); });
        auto follower = std::make_shared<Follower>(std::move(*store), std::move(start->follower), m_setup.follower,
                                                   *m_setup.clock, sink, [this](const auto& status) { tell(status); });
        {
            const std::lock_guard lock(m_mutex);
            m_follower = follower;
            if (m_isWoken)
                follower->wake();
        }
        auto ended = follower->run(m_stop.get_token());
        // What was read to the end is kept even when the region went away after it.
        auto flushed = sink.flush(m_stop.get_token());
        if (flushed)
            flushed = sink.awaitWritten(m_stop.get_token());
        m_hasLost = sink.hasLost();
        if (m_stop.stop_requested())
            m_setup.inbox->endFollowing(region, *following);
        return ended ? flushed : ended;
    }

    Result<HeldHistory> held(const TenantId& tenant, std::int32_t epoch) {
        const std::lock_guard telling(m_telling);
        return m_isDetached ? failure(ErrorCode::Cancelled) : m_setup.held(tenant, epoch);
    }

    struct Start {
        FollowerStart follower;
        BatchTraits::Words words;
    };

    Result<Start> startingPoint() {
        const std::lock_guard telling(m_telling);
        if (m_isDetached)
            return failure(ErrorCode::Cancelled);
        auto record = m_setup.record();
        if (!record)
            return tl::unexpected(record.error());
        const auto hasWords = m_setup.hasWords();
        if (!hasWords)
            return tl::unexpected(hasWords.error());
        auto policy = m_setup.policy();
        if (!policy)
            return tl::unexpected(policy.error());
        auto errands = errandsUnder(*policy);
        return Start{{m_setup.region.region, record->cursor, record->newestHeld, record->mark, std::move(*policy),
                      std::move(errands)},
                     *hasWords ? BatchTraits::Words::Cut : BatchTraits::Words::LeftOut};
    }

    [[nodiscard]] TailErrand errandsUnder(const ReplicaPolicy& policy) {
        const RegionName& region = m_setup.region.region;
        m_reconciling.reset();
        if (m_setup.withFile && !m_setup.follower.onlyOnce)
            m_reconciling.emplace(
                region, tenantFilter(policy, region), [this](const auto& work) { return withFile(work); },
                *m_setup.clock);
        return [this, copies = CopyTelling(region, m_setup.holder, policy, *m_setup.clock)](
                   EventStore& store, const std::optional<LogKey>& cursor) mutable {
            auto told = copies(store, cursor);
            return told && m_reconciling ? (*m_reconciling)(store, cursor) : told;
        };
    }

    Result<void> withFile(const std::function<Result<void>(Replica&)>& work) {
        const std::lock_guard telling(m_telling);
        return m_isDetached ? failure(ErrorCode::Cancelled) : m_setup.withFile(work);
    }

    void tell(const FollowerStatus& status) {
        if (status.phase == FollowerPhase::Down && m_reconciling)
            m_reconciling->noteOutage();
        if (status.identity && !m_isMarkKnown->exchange(true))
            recordMark(status.identity->mark);
        const std::lock_guard telling(m_telling);
        m_last = status;
        if (m_setup.onStatus)
            m_setup.onStatus(status);
    }

    /// Which database this was when it was first seen; tried again with the next status when the file could not take
    /// it.
    void recordMark(const StoreMark& mark) {
        m_setup.inbox->pushJob([region = m_setup.region.region, mark, isKnown = m_isMarkKnown](ReplicaWriter& writer) {
            if (!writer.recordStoreMark(region, mark))
                isKnown->store(false);
        });
    }

    void tellStopped(const Error& error) {
        const std::lock_guard telling(m_telling);
        // The follower's own last word stands when it says why; otherwise nobody has told it yet.
        if (!m_last.error || m_last.error->code != error.code) {
            m_last.phase = error.isTransient() ? FollowerPhase::Down : FollowerPhase::Stopped;
            m_last.error = error;
        }
        if (m_setup.onStatus)
            m_setup.onStatus(m_last);
    }

    RegionSyncSetup m_setup;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::shared_ptr<Follower> m_follower;
    bool m_isWoken = false;
    bool m_hasLost = false;                   ///< used by the thread only
    std::optional<Reconciling> m_reconciling; ///< likewise
    bool m_hasEnded = false;
    std::shared_ptr<std::atomic<bool>> m_isMarkKnown = std::make_shared<std::atomic<bool>>(false);

    std::mutex m_telling; ///< held while something outside is called, so that detach() can end it
    FollowerStatus m_last;
    bool m_isDetached = false;
};

RegionSync::RegionSync(RegionSyncSetup setup) : m_body(std::make_shared<Body>(std::move(setup))) {
    startStrayThread([body = m_body] { body->run(); });
}

RegionSync::~RegionSync() {
    m_body->requestStop();
    m_body->detach();
}

void RegionSync::wake() {
    m_body->wake();
}

void RegionSync::requestStop() {
    m_body->requestStop();
}

bool RegionSync::hasEnded() const {
    return m_body->hasEnded();
}

bool RegionSync::waitEnded(std::chrono::steady_clock::time_point deadline) const {
    return m_body->waitEnded(deadline);
}

} // namespace muniment
