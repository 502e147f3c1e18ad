// Commands of one region, and questions about them, one after another, on a thread and a connection of their own.
#pragma once

#include "models/commands/command.h"
#include "models/replica/replica.h"
#include "models/workspace/store_opener.h"

#include <chrono>
#include <functional>
#include <memory>

namespace muniment {

/// Like RegionSync, its thread can be left behind when the network never answers. The thread starts with the first
/// command and gives its connection back after a minute without one.
class CommandWorker {
public:
    using Done = std::function<void(Result<CommandResult>)>;

    /// `clock` lives as long as the process.
    CommandWorker(WorkspaceRegion region, StoreOpener open, const Clock& clock);
    CommandWorker(const CommandWorker&) = delete;
    CommandWorker& operator=(const CommandWorker&) = delete;
    ~CommandWorker();

    [[nodiscard]] const WorkspaceRegion& region() const { return m_region; }

    /// `done` is called exactly once, on the worker's thread; with Cancelled for a command that had not begun when the
    /// worker was stopped.
    void submit(CommandRequest request, Done done, CommandListener listener);
    /// `question` is called exactly once, on the worker's thread, between commands: with the store, or with the error
    /// for which there is none.
    void ask(std::function<void(Result<EventStore*>, const std::stop_token&)> question);
    /// Begins no further command, gives the running one half a second to end by itself, then cancels it. Returns at
    /// once.
    void requestStop();
    [[nodiscard]] bool waitEnded(std::chrono::steady_clock::time_point deadline) const;

private:
    class Body;
    WorkspaceRegion m_region;
    const Clock& m_clock;
    std::shared_ptr<Body> m_body;
};

} // namespace muniment
