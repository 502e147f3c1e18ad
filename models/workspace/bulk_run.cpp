#include "models/workspace/bulk_run.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

namespace muniment {

namespace {

using State = BulkOutcome::State;

/// Rows that are sent together, by their numbers.
using Rows = std::vector<std::size_t>;

bool isOfTheRow(const Error& error) {
    switch (error.code) {
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::InvalidInput:
        return true;
    default:
        return false;
    }
}

} // namespace

/// Shared with the jobs that the workers have: they may outlive the run by the time an answer takes.
class BulkRun::Body : public std::enable_shared_from_this<BulkRun::Body> {
public:
    Body(const WorkspaceRegion& region, const StoreOpener& open, const Clock& clock, BulkRunSettings settings,
         std::function<void()> changed)
        : m_settings(settings),
          m_changed(std::move(changed)) {
        for (int i = 0; i < std::max(1, settings.connections); ++i)
            m_lanes.push_back({std::make_unique<CommandWorker>(region, open, clock), {}, {}, false});
    }

    void start(std::vector<CommandRequest> requests) {
        {
            const std::lock_guard lock(m_mutex);
            m_requests = std::move(requests);
            m_outcomes.assign(m_requests.size(), BulkOutcome{});
            m_counts = {};
            countOf(State::Waiting) = m_requests.size();
            m_isChanged.assign(m_requests.size(), false);
            share();
        }
        wakeLanes();
    }

    void pause() {
        {
            const std::lock_guard lock(m_mutex);
            m_isPaused = true;
        }
        tell();
    }

    void resume() {
        {
            const std::lock_guard lock(m_mutex);
            m_isPaused = m_isCancelled;
            m_pausedBy.reset();
        }
        wakeLanes();
        tell();
    }

    void cancel() {
        {
            const std::lock_guard lock(m_mutex);
            if (std::exchange(m_isCancelled, true))
                return;
            m_isPaused = true;
        }
        tell();
    }

    void end() {
        cancel();
        {
            const std::lock_guard lock(m_mutex);
            m_changed = {};
        }
        for (Lane& lane : m_lanes)
            lane.worker->requestStop();
    }

    [[nodiscard]] BulkRunStatus status() const {
        const std::lock_guard lock(m_mutex);
        BulkRunStatus status;
        status.all = m_outcomes.size();
        status.done = m_counts[static_cast<std::size_t>(State::Done)];
        status.failed = m_counts[static_cast<std::size_t>(State::Failed)];
        status.sending = m_counts[static_cast<std::size_t>(State::Sending)];
        status.isPaused = m_isPaused;
        status.pausedBy = m_pausedBy;
        if (const auto lane = std::ranges::find_if(m_lanes, [](const Lane& each) { return each.notKnown.has_value(); });
            lane != m_lanes.end())
            status.notKnown = lane->notKnown;
        status.isFinished = isStill() && (m_isCancelled || status.waiting() == 0);
        return status;
    }

    [[nodiscard]] std::vector<BulkOutcome> outcomes() const {
        const std::lock_guard lock(m_mutex);
        return m_outcomes;
    }

    [[nodiscard]] std::vector<std::pair<std::size_t, BulkOutcome>> takeChanges() {
        const std::lock_guard lock(m_mutex);
        std::vector<std::pair<std::size_t, BulkOutcome>> changes;
        changes.reserve(m_changedRows.size());
        for (const std::size_t row : m_changedRows) {
            m_isChanged[row] = false;
            changes.emplace_back(row, m_outcomes[row]);
        }
        m_changedRows.clear();
        return changes;
    }

    [[nodiscard]] std::optional<LogKey> newest() const {
        const std::lock_guard lock(m_mutex);
        return m_newest;
    }

    [[nodiscard]] bool waitUntilStill(std::chrono::milliseconds wait) const {
        std::unique_lock lock(m_mutex);
        return m_still.wait_for(lock, wait, [this] {
            return isStill() &&
                   (m_isPaused || std::ranges::all_of(m_lanes, [](const Lane& lane) { return lane.waiting.empty(); }));
        });
    }

private:
    struct Lane {
        std::unique_ptr<CommandWorker> worker;
        std::deque<Rows> waiting;
        std::optional<Error> notKnown; ///< of what is on its way
        bool isBusy = false;
    };

    [[nodiscard]] std::size_t& countOf(State state) { return m_counts[static_cast<std::size_t>(state)]; }

    void set(std::size_t row, BulkOutcome outcome) {
        --countOf(m_outcomes[row].state);
        ++countOf(outcome.state);
        m_outcomes[row] = std::move(outcome);
        if (m_isChanged[row])
            return;
        m_isChanged[row] = true;
        m_changedRows.push_back(row);
    }

    [[nodiscard]] bool isStill() const { return std::ranges::none_of(m_lanes, &Lane::isBusy); }

    /// Commands about one aggregate stay in one lane and in their order; additions go wherever there is room.
    void share() {
        std::map<AggregateId, std::size_t> laneOf;
        std::size_t turn = 0;
        const auto room = static_cast<std::size_t>(std::max(1, m_settings.together));
        for (std::size_t row = 0; row < m_requests.size(); ++row) {
            const AggregateId& id = m_requests[row].id;
            const std::size_t lane = id.isEmpty() ? turn / room % m_lanes.size()
                                                  : laneOf.try_emplace(id, turn % m_lanes.size()).first->second;
            ++turn;
            auto& waiting = m_lanes[lane].waiting;
            if (waiting.empty() || waiting.back().size() >= room)
                waiting.emplace_back();
            waiting.back().push_back(row);
        }
    }

    void wakeLanes() {
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
            sendNext(lane);
    }

    void sendNext(std::size_t number) {
        Rows rows;
        CommandRequest request;
        {
            const std::lock_guard lock(m_mutex);
            Lane& lane = m_lanes[number];
            if (lane.isBusy || m_isPaused || lane.waiting.empty())
                return;
            lane.isBusy = true;
            rows = std::move(lane.waiting.front());
            lane.waiting.pop_front();
            for (const std::size_t row : rows)
                set(row, {State::Sending, {}, {}});
            request = together(rows);
        }
        CommandListener listener;
        listener.onUnknown = [self = weak_from_this(), number](const Error& why) {
            if (const auto body = self.lock())
                body->takeNotKnown(number, why);
        };
        m_lanes[number].worker->submit(
            std::move(request),
            [self = weak_from_this(), number, rows = std::move(rows)](const Result<CommandResult>& result) {
                if (const auto body = self.lock())
                    body->takeAnswer(number, rows, result);
            },
            std::move(listener));
    }

    [[nodiscard]] CommandRequest together(const Rows& rows) const {
        CommandRequest request = m_requests[rows.front()];
        for (std::size_t i = 1; i < rows.size(); ++i)
            request.following.push_back({m_requests[rows[i]].id, m_requests[rows[i]].command});
        return request;
    }

    void takeNotKnown(std::size_t number, const Error& why) {
        {
            const std::lock_guard lock(m_mutex);
            m_lanes[number].notKnown = why;
        }
        tell();
    }

    void takeAnswer(std::size_t number, const Rows& rows, const Result<CommandResult>& result) {
        {
            const std::lock_guard lock(m_mutex);
            Lane& lane = m_lanes[number];
            lane.isBusy = false;
            lane.notKnown.reset();
            if (result)
                note(rows, *result);
            else if (!isOfTheRow(result.error()))
                giveBack(lane, rows, result.error());
            else if (rows.size() > 1)
                split(lane, rows);
            else
                set(rows.front(), {State::Failed, {}, result.error()});
        }
        m_still.notify_all();
        tell();
        sendNext(number);
    }

    void note(const Rows& rows, const CommandResult& result) {
        std::vector<AggregateId> drawn{result.id};
        for (const FollowingEvents& following : result.following)
            drawn.push_back(following.aggregate.id);
        std::size_t next = 0;
        for (const std::size_t row : rows) {
            const bool isAdded = m_requests[row].id.isEmpty();
            const AggregateId id = !isAdded ? m_requests[row].id : next < drawn.size() ? drawn[next] : AggregateId();
            next += isAdded ? 1 : 0;
            set(row, {State::Done, id, {}});
        }
        if (result.appended && (!m_newest || *m_newest < result.appended->key))
            m_newest = result.appended->key;
    }

    /// The halves in front of what waits, so that rows of one aggregate keep their order.
    void split(Lane& lane, const Rows& rows) {
        const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
        lane.waiting.emplace_front(middle, rows.end());
        lane.waiting.emplace_front(rows.begin(), middle);
        for (const std::size_t row : rows)
            set(row, {});
    }

    void giveBack(Lane& lane, const Rows& rows, const Error& error) {
        lane.waiting.push_front(rows);
        for (const std::size_t row : rows)
            set(row, {State::Waiting, {}, error});
        m_isPaused = true;
        m_pausedBy = error;
    }

    void tell() const {
        std::function<void()> changed;
        {
            const std::lock_guard lock(m_mutex);
            changed = m_changed;
        }
        if (changed)
            changed();
    }

    BulkRunSettings m_settings;
    std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_still;
    std::vector<CommandRequest> m_requests;
    std::vector<BulkOutcome> m_outcomes;
    std::array<std::size_t, 4> m_counts{}; ///< of m_outcomes, by state
    std::vector<bool> m_isChanged;         ///< whether a row is among m_changedRows
    std::vector<std::size_t> m_changedRows;
    std::vector<Lane> m_lanes;
    std::optional<Error> m_pausedBy;
    std::optional<LogKey> m_newest;
    bool m_isPaused = false;
    bool m_isCancelled = false;
};

BulkRun::BulkRun(const WorkspaceRegion& region, const StoreOpener& open, const Clock& clock, BulkRunSettings settings,
                 std::function<void()> changed)
    : m_body(std::make_shared<Body>(region, open, clock, settings, std::move(changed))) {}

BulkRun::~BulkRun() {
    m_body->end();
}

void BulkRun::start(std::vector<CommandRequest> requests) {
    m_body->start(std::move(requests));
}

void BulkRun::pause() {
    m_body->pause();
}

void BulkRun::resume() {
    m_body->resume();
}

void BulkRun::cancel() {
    m_body->cancel();
}

BulkRunStatus BulkRun::status() const {
    return m_body->status();
}

std::vector<BulkOutcome> BulkRun::outcomes() const {
    return m_body->outcomes();
}

std::vector<std::pair<std::size_t, BulkOutcome>> BulkRun::takeChanges() {
    return m_body->takeChanges();
}

std::optional<LogKey> BulkRun::newest() const {
    return m_body->newest();
}

bool BulkRun::waitUntilStill(std::chrono::milliseconds wait) const {
    return m_body->waitUntilStill(wait);
}

} // namespace muniment
