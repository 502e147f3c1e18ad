// Threads that answer questions to the workspace file, each over a fresh snapshot.
#pragma once

#include "models/replica/replica.h"

#include <any>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace muniment {

class QueryPool {
public:
    using Work = std::function<Result<std::any>(Snapshot&, std::stop_token)>;
    /// Called once for every query, on a pool thread; Cancelled when its stop was requested before it ran.
    using Deliver = std::function<void(Result<std::any>)>;

    QueryPool(Replica& replica, int threads);
    QueryPool(const QueryPool&) = delete;
    QueryPool& operator=(const QueryPool&) = delete;
    /// Interrupts what runs, drops what waits without delivering it, and waits for the threads.
    ~QueryPool();

    /// First come, first served. Requesting the stop interrupts the running statement.
    void submit(std::stop_source stop, Work work, Deliver deliver);

private:
    struct Query {
        std::stop_source stop;
        Work work;
        Deliver deliver;
    };

    void serve();
    [[nodiscard]] Result<std::any> answer(const Query& query);

    Replica& m_replica;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Query> m_waiting;
    std::list<std::stop_source> m_running;
    bool m_isClosing = false;
    std::vector<std::jthread> m_threads;
};

} // namespace muniment
