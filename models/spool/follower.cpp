#include "models/spool/follower.h"

#include "models/merkle/leaf.h"
#include "models/spool/arrived_history.h"
#include "models/spool/back_off.h"
#include "models/spool/call_canceller.h"
#include "models/spool/departures.h"
#include "models/spool/horizon_watch.h"
#include "models/spool/known_through.h"
#include "models/spool/status_board.h"

#include <condition_variable>
#include <mutex>
#include <random>

namespace muniment {

namespace {

/// How often what only confirms what is known is handed on, and asked for.
constexpr std::chrono::seconds kBetweenConfirmations{1};

/// Errors that waiting does not mend. Everything else may be a server that restarts, a network, a full disk over there.
bool needsAPerson(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::TlsRejected:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::SchemaMissing:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::SchemaTooOld:
    case ErrorCode::RegionMissing:
    case ErrorCode::PermissionDenied:
    case ErrorCode::LogRewound:
    case ErrorCode::DatabaseReplaced:
    case ErrorCode::NeedsRepair:
    case ErrorCode::PurgeDue:
    case ErrorCode::FileMissing:
    case ErrorCode::FileCorrupt:
        return true;
    default:
        return false;
    }
}

HeldEvent heldEvent(const RegionName& region, const RecordedEvent& event) {
    return {region, event.tenant, event.aggregate, event.sequence, event.eventId, event.key};
}

void leaveOutPersons(const ReplicaPolicy& policy, const RegionName& region, std::vector<RecordedEvent>& events) {
    if (!policy.isLimited)
        return;
    LeafHasher hasher;
    for (RecordedEvent& event : events)
        if (policy.formOf(region, event.tenant) == DataForm::Pseudonyms)
            withholdPersons(hasher, event);
}

} // namespace

std::string_view followerPhaseName(FollowerPhase phase) {
    switch (phase) {
    case FollowerPhase::Connecting:
        return "connecting";
    case FollowerPhase::Backlog:
        return "backlog";
    case FollowerPhase::Following:
        return "following";
    case FollowerPhase::Down:
        return "down";
    case FollowerPhase::Stopped:
        return "stopped";
    }
    return "unknown";
}

class Follower::Loop {
public:
    Loop(std::unique_ptr<EventStore> store, FollowerStart start, FollowerSettings settings, const Clock& clock,
         BatchSink& sink, StatusCallback onStatus)
        : m_store(std::move(store)),
          m_start(std::move(start)),
          m_settings(settings),
          m_clock(clock),
          m_sink(sink),
          m_history(*m_store, sink, m_start.region, m_start.policy),
          m_departures(*m_store, sink, m_start.region, m_start.policy),
          m_tenants(tenantFilter(m_start.policy, m_start.region)),
          m_board(clock, std::move(onStatus)),
          m_backOff(settings.backOffFirst, settings.backOffMost),
          m_dice(std::random_device{}()) {}

    Result<void> run(const std::stop_token& stop) {
        const CallCanceller canceller(m_store, stop);
        while (!stop.stop_requested()) {
            auto ended = follow(stop);
            if (stop.stop_requested())
                break;
            m_store->disconnect();
            if (ended) // the tail, with onlyOnce
                break;
            if (ended.error().code == ErrorCode::Cancelled && m_hasSinkRefused) // the sink closes
                break;
            if (m_hasSinkRefused || needsAPerson(ended.error().code)) {
                stopWith(ended.error());
                return ended;
            }
            if (m_settings.onlyOnce) {
                goDown(ended.error(), std::nullopt);
                return ended;
            }
            const auto delay = m_backOff.next(std::uniform_real_distribution<double>(0, 1)(m_dice));
            goDown(ended.error(), delay);
            wait(delay, stop);
        }
        m_board.flush();
        return {};
    }

    void wake() {
        {
            const std::scoped_lock lock(m_mutex);
            m_isWoken = true;
        }
        m_changed.notify_all();
    }

private:
    /// From connecting to the first error; with onlyOnce also to the tail.
    Result<void> follow(const std::stop_token& stop) {
        enter(FollowerPhase::Connecting);
        if (auto connected = connect(); !connected)
            return connected;
        int polls = 0;
        while (!stop.stop_requested()) {
            if (auto stayed = checkDepartures(stop); !stayed)
                return stayed;
            auto page = readPage();
            if (!page)
                return tl::unexpected(page.error());
            m_backOff.reset();
            if (auto handed = handOn(*page, stop); !handed)
                return handed;
            enter(page->isFull ? FollowerPhase::Backlog : FollowerPhase::Following);
            if (page->isFull)
                continue;
            if (m_start.atTail)
                if (auto done = m_start.atTail(*m_store, m_start.cursor); !done)
                    return done;
            if (m_settings.onlyOnce && (m_knownThrough->instant() || polls++ >= m_settings.oncePolls))
                return {};
            if (auto watched = watchHorizon(*page); !watched)
                return watched;
            wait(m_settings.pollInterval, stop);
        }
        return {};
    }

    /// Is it still the database, and the log, that the replica holds the beginning of?
    Result<void> connect() {
        auto identity = m_store->connect(m_start.region);
        if (!identity)
            return tl::unexpected(identity.error());
        if (!m_start.firstSeen)
            m_start.firstSeen = identity->mark;
        if (identity->mark != *m_start.firstSeen) {
            const bool isOther = identity->mark.installation != m_start.firstSeen->installation;
            return failure(ErrorCode::DatabaseReplaced, {},
                           {{"region", m_start.region.text()}, {"why", isOther ? "installation" : "system"}});
        }
        if (m_start.newestHeld)
            if (auto checked = m_store->checkContinuity(*m_start.newestHeld, *m_start.firstSeen); !checked)
                return checked;
        const auto backlog = m_store->estimateBacklog(m_start.region, m_start.cursor);
        if (!backlog)
            return tl::unexpected(backlog.error());
        m_board.status().backlog = *backlog;
        m_board.status().identity = *identity;
        if (!m_knownThrough)
            m_knownThrough.emplace(identity->flavour);
        m_horizonWatch = {};
        return {};
    }

    Result<TailPage> readPage() {
        const auto start = m_clock.monotonic();
        auto page = m_store->readTail(
            {m_start.region, std::max(m_start.cursor, m_passed), m_settings.pageSize, takeWoken(), m_tenants});
        if (!page)
            return page;
        m_passed = std::max(m_passed, page->passed);
        leaveOutPersons(m_start.policy, m_start.region, page->events);
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.monotonic() - start);
        // An empty poll is one statement that reads one index entry: its time is the round trip.
        if (page->events.empty())
            m_board.status().roundTrip = took;
        m_knownThrough->note(*page);
        m_board.status().knownThrough = m_knownThrough->instant();
        return page;
    }

    Result<void> checkDepartures(const std::stop_token& stop) {
        const auto now = m_clock.monotonic();
        if (!m_start.policy.isLimited || (m_departuresAskedAt && now - *m_departuresAskedAt < kBetweenConfirmations))
            return {};
        m_departuresAskedAt = now;
        auto checked = m_departures.check(stop);
        m_hasSinkRefused = m_hasSinkRefused || (!checked && m_departures.hasSinkRefused());
        return checked;
    }

    /// A tenant's history before its arrival, and the arrival behind it.
    Result<void> handOnArrivals(TailPage& page, const std::stop_token& stop) {
        auto first = page.events.begin();
        for (auto event = first; event != page.events.end(); ++event) {
            if (!isArrival(*event))
                continue;
            if (event != first) {
                Batch before{
                    m_start.region, {std::make_move_iterator(first), std::make_move_iterator(event)}, {}, false};
                before.misplaced = page.misplaced;
                if (auto given = give(std::move(before), stop); !given)
                    return given;
            }
            if (auto fetched = m_history.fetch(*event, stop); !fetched) {
                m_hasSinkRefused = m_history.hasSinkRefused();
                return fetched;
            }
            first = event;
        }
        page.events.erase(page.events.begin(), first);
        return {};
    }

    Result<void> give(Batch batch, const std::stop_token& stop) {
        const auto count = std::ssize(batch.events);
        std::optional<HeldEvent> newest;
        if (count > 0)
            newest = heldEvent(m_start.region, batch.events.back());
        if (auto taken = m_sink.apply(std::move(batch), stop); !taken) {
            m_hasSinkRefused = true;
            return taken;
        }
        if (newest) {
            m_start.cursor = newest->key;
            m_start.newestHeld = std::move(newest);
        }
        m_board.status().handedOn += count;
        return {};
    }

    /// Events at once; that there is nothing new only when it says more than what was said a moment ago.
    Result<void> handOn(TailPage& page, const std::stop_token& stop) {
        const bool reachedTail = !page.isFull;
        const auto now = m_clock.monotonic();
        const bool isNews = !page.events.empty() || (reachedTail && !m_isAtTail);
        const bool isConfirmation = m_knownThrough->instant() != m_toldThrough &&
                                    (m_settings.onlyOnce || now - m_toldAt >= kBetweenConfirmations);
        m_isAtTail = reachedTail;
        if (!isNews && !isConfirmation)
            return {};
        const auto count = std::ssize(page.events);
        if (auto arrived = handOnArrivals(page, stop); !arrived)
            return arrived;
        Batch batch{m_start.region, std::move(page.events), m_knownThrough->instant(), reachedTail,
                    std::move(page.misplaced)};
        batch.passed = page.passed;
        if (auto given = give(std::move(batch), stop); !given)
            return given;
        m_toldThrough = m_knownThrough->instant();
        m_toldAt = now;
        FollowerStatus& status = m_board.status();
        // The estimate may have been low; while pages are full there is at least one more.
        status.backlog = reachedTail ? 0 : std::max<std::int64_t>(status.backlog - count, m_settings.pageSize);
        return {};
    }

    Result<void> watchHorizon(const TailPage& page) {
        const auto now = m_clock.monotonic();
        auto& holder = m_board.status().holder;
        if (!m_horizonWatch.isHeld(page, now)) {
            if (holder) {
                holder.reset();
                m_board.post();
            }
            return {};
        }
        if (holder && now - m_holderAskedAt < kBetweenConfirmations)
            return {};
        m_holderAskedAt = now;
        auto asked = m_store->horizonHolder();
        if (!asked)
            return tl::unexpected(asked.error());
        holder = *asked;
        m_board.post();
        return {};
    }

    void enter(FollowerPhase phase) {
        FollowerStatus& status = m_board.status();
        status.phase = phase;
        if (phase != FollowerPhase::Connecting) { // while it connects anew, why it was down stays true
            status.error.reset();
            status.nextAttempt.reset();
        }
        m_board.post();
    }

    void goDown(const Error& error, std::optional<std::chrono::milliseconds> delay) {
        FollowerStatus& status = m_board.status();
        status.phase = FollowerPhase::Down;
        status.error = error;
        status.roundTrip.reset();
        status.holder.reset();
        status.nextAttempt.reset();
        if (delay)
            status.nextAttempt = m_clock.now() + std::chrono::microseconds(*delay).count();
        m_board.flush();
    }

    void stopWith(const Error& error) {
        goDown(error, std::nullopt);
        m_board.status().phase = FollowerPhase::Stopped;
        m_board.flush();
    }

    void wait(std::chrono::milliseconds delay, const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, delay, [this] { return m_isWoken; });
        // One wake ends one wait; that the next page is to be read at now stays true until it is.
        m_readsAtNow |= std::exchange(m_isWoken, false);
    }

    bool takeWoken() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_isWoken, false) | std::exchange(m_readsAtNow, false);
    }

    std::shared_ptr<EventStore> m_store;
    FollowerStart m_start; ///< moves on with every batch that the sink took
    FollowerSettings m_settings;
    const Clock& m_clock;
    BatchSink& m_sink;
    ArrivedHistory m_history;
    Departures m_departures;
    const TenantFilter m_tenants;
    std::optional<LogKey> m_passed; ///< beyond the cursor: what lies between is nobody's who is asked for
    StatusBoard m_board;
    BackOff m_backOff;
    std::mt19937 m_dice;

    std::optional<KnownThrough> m_knownThrough;
    std::optional<Instant> m_toldThrough;
    std::chrono::nanoseconds m_toldAt{0};
    HorizonWatch m_horizonWatch;
    std::chrono::nanoseconds m_holderAskedAt{0};
    std::optional<std::chrono::nanoseconds> m_departuresAskedAt;
    bool m_isAtTail = false;
    bool m_hasSinkRefused = false;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isWoken = false;
    bool m_readsAtNow = false;
};

Follower::Follower(std::unique_ptr<EventStore> store, FollowerStart start, FollowerSettings settings,
                   const Clock& clock, BatchSink& sink, StatusCallback onStatus)
    : m_loop(std::make_unique<Loop>(std::move(store), std::move(start), settings, clock, sink, std::move(onStatus))) {}

Follower::~Follower() = default;

Result<void> Follower::run(std::stop_token stop) {
    return m_loop->run(stop);
}

void Follower::wake() {
    m_loop->wake();
}

} // namespace muniment
