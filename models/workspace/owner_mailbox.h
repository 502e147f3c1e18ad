// Brings work into a QObject's thread, and no more once the object is going.
#pragma once

#include <functional>
#include <mutex>

class QObject;

namespace muniment {

/// Shared between the owner and the threads that report to it. Thread-safe.
class OwnerMailbox {
public:
    /// `owner` calls close() before it dies.
    explicit OwnerMailbox(QObject* owner) : m_owner(owner) {}

    /// Runs later in the owner's thread, in the order posted. Dropped when closed before it ran.
    void post(std::function<void()> work);
    void close();

private:
    std::mutex m_mutex;
    QObject* m_owner;
};

} // namespace muniment
