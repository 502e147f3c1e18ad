#include "models/workspace/command_worker.h"

#include "models/base/stray_threads.h"
#include "models/commands/region_error.h"
#include "models/spool/call_canceller.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kGrace{500};
constexpr std::chrono::minutes kIdle{1};

/// Gets the store, or why there is none.
using Order = std::function<void(Result<EventStore*>, const std::stop_token&)>;

} // namespace

/// Everything the thread uses, kept alive by the thread itself.
class CommandWorker::Body {
public:
    Body(WorkspaceRegion region, StoreOpener open) : m_region(std::move(region)), m_open(std::move(open)) {}

    /// True: the caller starts the thread.
    [[nodiscard]] bool submit(Order order) {
        bool isFirst = false;
        {
            const std::lock_guard lock(m_mutex);
            m_orders.push_back(std::move(order));
            isFirst = !std::exchange(m_isRunning, true);
        }
        m_changed.notify_all();
        return isFirst;
    }

    void run() {
        while (auto order = next())
            carryOut(*order);
        m_store.reset();
        {
            const std::lock_guard lock(m_mutex);
            m_isRunning = false;
        }
        m_changed.notify_all();
    }

    void requestStop() {
        m_stop.request_stop();
        m_changed.notify_all();
    }

    /// Lets the running command end by itself for a moment: a cancelled COMMIT would leave its outcome unknown.
    void cancelAfterGrace() {
        if (!waitEnded(std::chrono::steady_clock::now() + kGrace))
            m_cancel.request_stop();
    }

    [[nodiscard]] bool waitEnded(std::chrono::steady_clock::time_point deadline) const {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_until(lock, deadline, [this] { return !m_isRunning; });
    }

private:
    /// Absent when stopped and nothing is left to be answered.
    std::optional<Order> next() {
        std::unique_lock lock(m_mutex);
        const auto hasOrder = [this] { return !m_orders.empty(); };
        if (!m_changed.wait_for(lock, m_stop.get_token(), kIdle, hasOrder) && !m_stop.stop_requested()) {
            // No reason to keep the server's memory busy; the next command connects anew.
            lock.unlock();
            m_store.reset();
            lock.lock();
            m_changed.wait(lock, m_stop.get_token(), hasOrder);
        }
        if (m_orders.empty())
            return std::nullopt;
        Order order = std::move(m_orders.front());
        m_orders.pop_front();
        return order;
    }

    void carryOut(const Order& order) {
        if (m_stop.stop_requested())
            return order(failure(ErrorCode::Cancelled), m_stop.get_token());
        if (!m_store) {
            auto opened = m_open(m_region.endpoint);
            if (!opened)
                return order(tl::unexpected(opened.error()), m_stop.get_token());
            m_store = std::move(*opened);
        }
        const CallCanceller canceller(m_store, m_cancel.get_token());
        order(m_store.get(), m_stop.get_token());
    }

    WorkspaceRegion m_region;
    StoreOpener m_open;
    std::stop_source m_stop;
    std::stop_source m_cancel; ///< requested when the grace after m_stop is over
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::deque<Order> m_orders;
    std::shared_ptr<EventStore> m_store; ///< the worker's thread's; a cancel that hangs may keep it longer
    bool m_isRunning = false;
};

CommandWorker::CommandWorker(WorkspaceRegion region, StoreOpener open, const Clock& clock)
    : m_region(region),
      m_clock(clock),
      m_body(std::make_shared<Body>(std::move(region), std::move(open))) {}

CommandWorker::~CommandWorker() {
    requestStop();
}

void CommandWorker::submit(CommandRequest request, Done done, CommandListener listener) {
    ask([clock = &m_clock, request = std::move(request), done = std::move(done),
         listener = std::move(listener)](const Result<EventStore*>& store, const std::stop_token& stop) {
        done(store ? runCommand(**store, request, *clock, stop, listener)
                   : Result<CommandResult>(tl::unexpected(nothingWritten(store.error(), request.region))));
    });
}

void CommandWorker::ask(std::function<void(Result<EventStore*>, const std::stop_token&)> question) {
    if (m_body->submit(std::move(question)))
        startStrayThread([body = m_body] { body->run(); });
}

void CommandWorker::requestStop() {
    m_body->requestStop();
    startStrayThread([body = m_body] { body->cancelAfterGrace(); });
}

bool CommandWorker::waitEnded(std::chrono::steady_clock::time_point deadline) const {
    return m_body->waitEnded(deadline);
}

} // namespace muniment
