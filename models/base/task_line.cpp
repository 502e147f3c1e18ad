#include "models/base/task_line.h"

#include <utility>

namespace muniment {

TaskLine::TaskLine(std::size_t mostWaiting)
    : m_mostWaiting(mostWaiting),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

TaskLine::~TaskLine() = default; // the thread is asked to stop, and joined

void TaskLine::put(Task task) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_failure != nullptr || m_waiting.size() < m_mostWaiting; });
    throwFailure();
    m_waiting.push_back(std::move(task));
    m_changed.notify_all();
}

void TaskLine::finish() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_failure != nullptr || (m_waiting.empty() && !m_isBusy); });
    throwFailure();
}

void TaskLine::throwFailure() {
    if (m_failure)
        std::rethrow_exception(m_failure);
}

void TaskLine::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) && !stop.stop_requested()) {
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_isBusy = true;
        lock.unlock();
        m_changed.notify_all(); // there is room for another one
        std::exception_ptr failure;
        try {
            task();
        } catch (...) {
            failure = std::current_exception();
        }
        task = nullptr;
        lock.lock();
        m_isBusy = false;
        m_failure = failure;
        if (m_failure)
            break;
        m_changed.notify_all();
    }
    m_waiting.clear();
    m_changed.notify_all();
}

} // namespace muniment
