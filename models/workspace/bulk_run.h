// Many commands to one region: over several connections, some at a time, with a result for each.
#pragma once

#include "models/commands/command.h"
#include "models/workspace/command_worker.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace muniment {

struct BulkRunSettings {
    int connections = 3;
    /// So many commands go into one append. When one of them is refused the others are tried without it, so a result
    /// is always a row's own.
    int together = 50;
};

/// What became of one command.
struct BulkOutcome {
    enum class State {
        Waiting, ///< not sent
        Sending,
        Done,
        Failed ///< nothing of it was written
    };

    State state = State::Waiting;
    AggregateId id; ///< of what it was about, once it is done
    std::optional<Error> error = {};
};

struct BulkRunStatus {
    std::size_t all = 0;
    std::size_t done = 0;
    std::size_t failed = 0;
    std::size_t sending = 0;
    bool isPaused = false;
    bool isFinished = false;         ///< nothing is on its way, and nothing will be
    std::optional<Error> pausedBy{}; ///< the region could not be reached: resume() tries it again
    /// Whether something that was sent has been written is not known, and the server is asked until it says so.
    std::optional<Error> notKnown{};

    [[nodiscard]] std::size_t waiting() const { return all - done - failed - sending; }
};

/// Safe to use from any thread. Destroying it sends nothing further; what is on its way has half a second to be
/// answered.
class BulkRun {
public:
    /// `changed` is called on a worker's thread after each answer, and when the run pauses or has finished; a call may
    /// be under way when the destructor returns.
    BulkRun(const WorkspaceRegion& region, const StoreOpener& open, const Clock& clock, BulkRunSettings settings,
            std::function<void()> changed);
    BulkRun(const BulkRun&) = delete;
    BulkRun& operator=(const BulkRun&) = delete;
    ~BulkRun();

    /// Once. All of one tenant; commands about the same aggregate are sent in their order.
    void start(std::vector<CommandRequest> requests);
    /// What is on its way is answered; nothing further is sent until resume().
    void pause();
    void resume();
    /// As pause(), for good: what waits stays unsent.
    void cancel();

    [[nodiscard]] BulkRunStatus status() const;
    [[nodiscard]] std::vector<BulkOutcome> outcomes() const;
    /// What has another outcome than when this was asked last, by its place among the requests: each once.
    [[nodiscard]] std::vector<std::pair<std::size_t, BulkOutcome>> takeChanges();
    /// Of the last event written; absent before the first.
    [[nodiscard]] std::optional<LogKey> newest() const;
    /// True when it is finished or paused, false when `wait` is over before.
    [[nodiscard]] bool waitUntilStill(std::chrono::milliseconds wait) const;

private:
    class Body;
    std::shared_ptr<Body> m_body;
};

} // namespace muniment
