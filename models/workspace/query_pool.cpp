#include "models/workspace/query_pool.h"

namespace muniment {

QueryPool::QueryPool(Replica& replica, int threads) : m_replica(replica) {
    for (int i = 0; i < std::max(threads, 1); ++i)
        m_threads.emplace_back([this] { serve(); });
}

QueryPool::~QueryPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_isClosing = true;
        m_waiting.clear();
        for (std::stop_source& running : m_running)
            running.request_stop();
    }
    m_changed.notify_all();
    m_threads.clear();
}

void QueryPool::submit(std::stop_source stop, Work work, Deliver deliver) {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back({std::move(stop), std::move(work), std::move(deliver)});
    }
    m_changed.notify_one();
}

void QueryPool::serve() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isClosing || !m_waiting.empty(); });
        if (m_isClosing)
            return;
        const Query query = std::move(m_waiting.front());
        m_waiting.pop_front();
        const auto running = m_running.insert(m_running.end(), query.stop);
        lock.unlock();
        query.deliver(answer(query));
        lock.lock();
        m_running.erase(running);
    }
}

Result<std::any> QueryPool::answer(const Query& query) {
    const std::stop_token stop = query.stop.get_token();
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto interrupting = (*snapshot)->interruptOn(stop);
    auto result = query.work(**snapshot, stop);
    // What reads the file need not know which one it is; whoever says that it is damaged must.
    if (!result && result.error().get("file").empty())
        return tl::unexpected(result.error().with("file", m_replica.file().string()));
    return result;
}

} // namespace muniment
