// Tasks done in their order on a thread of their own, so that reading something and building what it says go on at the
// same time.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace muniment {

/// Used by one other thread. After a task that threw the next ones are dropped, and put() and finish() throw what it
/// threw.
class TaskLine {
public:
    using Task = std::function<void()>;

    /// `mostWaiting`: of tasks that are put and not begun.
    explicit TaskLine(std::size_t mostWaiting);
    TaskLine(const TaskLine&) = delete;
    TaskLine& operator=(const TaskLine&) = delete;
    /// Waits for the task in hand; what was not begun is dropped.
    ~TaskLine();

    /// Waits while too many are waiting.
    void put(Task task);
    /// Waits until all are done.
    void finish();

private:
    void run(const std::stop_token& stop);
    void throwFailure();

    const std::size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Task> m_waiting;
    bool m_isBusy = false;
    std::exception_ptr m_failure;
    std::jthread m_thread; ///< last, so that it finds the others in place
};

} // namespace muniment
