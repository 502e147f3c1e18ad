#include "models/workspace/checkpoint_post.h"

#include "models/base/clock.h"
#include "models/base/stray_threads.h"
#include "models/integrity/published_checkpoints.h"
#include "models/spool/call_canceller.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kCloseWithin{700};

/// Positions of a region's log are different origins of one story.
std::string logOf(const Checkpoint& checkpoint) {
    return parseRegionState(checkpoint.origin) ? std::string() : checkpoint.origin;
}

} // namespace

/// One region's; its thread owns it too.
class CheckpointPost::Route {
public:
    Route(WorkspaceRegion region, StoreOpener open, const CheckpointPostSettings& settings)
        : m_region(std::move(region)),
          m_open(std::move(open)),
          m_settings(settings),
          m_from(CheckpointPlace{systemClock().now() + -std::chrono::microseconds(settings.lookBack).count(), {}}) {}

    [[nodiscard]] const RegionName& region() const { return m_region.region; }

    void run() {
        while (!m_stop.stop_requested()) {
            const auto round = beginRound();
            if (!round)
                break;
            const auto done = go();
            endRound(*round, done ? std::nullopt : std::optional(done.error()));
        }
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        m_changed.notify_all();
    }

    void offer(const std::string& log, SealedNote sealed) {
        const std::lock_guard lock(m_mutex);
        m_offered.insert_or_assign(log, std::move(sealed));
        m_changed.notify_all();
    }

    void take(CheckpointMail& mail) {
        const std::lock_guard lock(m_mutex);
        for (std::string& note : m_letters)
            mail.letters.push_back({region(), std::move(note)});
        m_letters.clear();
        std::ranges::move(m_troubles, std::back_inserter(mail.troubles));
        m_troubles.clear();
    }

    /// The number of a round that begins later than now.
    [[nodiscard]] std::uint64_t askRound() {
        const std::lock_guard lock(m_mutex);
        m_wanted = m_begun + 1;
        m_changed.notify_all();
        return m_wanted;
    }

    [[nodiscard]] bool waitRound(std::uint64_t round, std::chrono::steady_clock::time_point until) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_until(lock, until, [&] { return m_ended >= round || m_hasEnded; }) && m_ended >= round;
    }

    void requestStop() { m_stop.request_stop(); }

    void waitEnded(std::chrono::steady_clock::time_point until) {
        std::unique_lock lock(m_mutex);
        std::ignore = m_changed.wait_until(lock, until, [this] { return m_hasEnded; });
    }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool isPublishingDue() const {
        return !m_offered.empty() && (!m_publishedAt || Clock::now() - *m_publishedAt >= m_settings.publishEvery);
    }

    /// Waits until something is to be done; absent: the end.
    std::optional<std::uint64_t> beginRound() {
        std::unique_lock lock(m_mutex);
        const auto isAsked = [this] {
            return m_wanted > m_begun || (m_begun == 0) || (!m_isDown && isPublishingDue());
        };
        m_changed.wait_for(lock, m_stop.get_token(), m_settings.readEvery, isAsked);
        if (m_stop.stop_requested())
            return std::nullopt;
        m_publishes = m_wanted > m_begun || isPublishingDue();
        return ++m_begun;
    }

    void endRound(std::uint64_t round, std::optional<Error> error) {
        const std::lock_guard lock(m_mutex);
        // Told once until it is over.
        if (error.has_value() != m_isDown && !m_stop.stop_requested())
            m_troubles.push_back({region(), error});
        m_isDown = error.has_value();
        m_ended = round;
        m_changed.notify_all();
    }

    Result<void> go() {
        auto opened = m_open(m_region.endpoint);
        if (!opened)
            return tl::unexpected(opened.error());
        const std::shared_ptr<EventStore> store = std::move(*opened);
        const CallCanceller canceller(store, m_stop.get_token());
        if (const auto identity = store->connect(region()); !identity)
            return tl::unexpected(identity.error());
        const auto published = m_publishes ? publish(store->evidence()) : Result<void>();
        const auto read = readPublished(store->evidence(), region(), m_from, [this](std::vector<std::string> notes) {
            const std::lock_guard lock(m_mutex);
            std::ranges::move(notes, std::back_inserter(m_letters));
            return m_stop.stop_requested() ? failure(ErrorCode::Cancelled) : Result<void>();
        });
        return published ? read : published;
    }

    Result<void> publish(EvidenceStore& evidence) {
        std::map<std::string, SealedNote> offered;
        {
            const std::lock_guard lock(m_mutex);
            offered.swap(m_offered);
        }
        Result<void> done;
        for (auto& [log, sealed] : offered) {
            if (done)
                if (const auto told = evidence.publishCheckpoint(region(), sealed); !told)
                    done = tl::unexpected(told.error());
            if (done)
                continue;
            const std::lock_guard lock(m_mutex);
            m_offered.emplace(log, std::move(sealed)); // unless there is a newer one by now
        }
        if (done)
            m_publishedAt = Clock::now();
        return done;
    }

    const WorkspaceRegion m_region;
    const StoreOpener m_open;
    const CheckpointPostSettings m_settings;
    std::stop_source m_stop;
    std::optional<CheckpointPlace> m_from; ///< this and the next one: of the thread
    std::optional<Clock::time_point> m_publishedAt;
    bool m_publishes = false;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::string, SealedNote> m_offered; ///< by log
    std::vector<std::string> m_letters;
    std::vector<CheckpointMail::Trouble> m_troubles;
    bool m_isDown = false;
    bool m_hasEnded = false;
    std::uint64_t m_wanted = 0, m_begun = 0, m_ended = 0; ///< rounds
};

CheckpointPost::CheckpointPost(const std::vector<RegionRecord>& regions, StoreOpener open,
                               CheckpointPostSettings settings) {
    for (const RegionRecord& record : regions) {
        if (record.form == DataForm::Nothing)
            continue;
        m_routes.push_back(std::make_shared<Route>(WorkspaceRegion{record.region, record.endpoint}, open, settings));
        startStrayThread([route = m_routes.back()] { route->run(); });
    }
}

CheckpointPost::~CheckpointPost() {
    for (const auto& route : m_routes)
        route->requestStop();
    const auto until = std::chrono::steady_clock::now() + kCloseWithin;
    for (const auto& route : m_routes)
        route->waitEnded(until);
}

void CheckpointPost::offer(const std::string& bytes) {
    const auto note = parseNote(bytes);
    const auto checkpoint = note ? parseCheckpoint(note->text) : tl::unexpected(note.error());
    auto sealed = sealedNoteOf(bytes);
    if (!checkpoint || !sealed)
        return;
    for (const auto& route : m_routes)
        if (route->region() == regionOf(*checkpoint))
            route->offer(logOf(*checkpoint), *sealed);
}

CheckpointMail CheckpointPost::take() {
    CheckpointMail mail;
    for (const auto& route : m_routes)
        route->take(mail);
    return mail;
}

bool CheckpointPost::settle(std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    std::vector<std::uint64_t> rounds;
    for (const auto& route : m_routes)
        rounds.push_back(route->askRound());
    bool isThrough = true;
    for (std::size_t i = 0; i < rounds.size(); ++i)
        isThrough = m_routes[i]->waitRound(rounds[i], until) && isThrough;
    return isThrough;
}

} // namespace muniment
