// How work on a thread of its own speaks to the object that shows it, which may be gone by then.
#pragma once

#include <QMetaObject>

#include <mutex>
#include <utility>

namespace muniment {

/// Kept alive by the thread; `Job` is a QObject of the GUI thread.
template <class Job>
class JobVoice {
public:
    explicit JobVoice(Job& job) : m_job(&job) {}

    /// Calls `tell` in the job's thread, unless it has gone. From any thread.
    template <class Tell>
    void post(Tell tell) {
        const std::lock_guard lock(m_mutex);
        if (m_job != nullptr)
            QMetaObject::invokeMethod(
                m_job, [job = m_job, tell = std::move(tell)] { tell(*job); }, Qt::QueuedConnection);
    }

    /// Nobody listens any more. In the job's destructor.
    void detach() {
        const std::lock_guard lock(m_mutex);
        m_job = nullptr;
    }

private:
    std::mutex m_mutex;
    Job* m_job; ///< nullptr: nobody listens any more
};

} // namespace muniment
