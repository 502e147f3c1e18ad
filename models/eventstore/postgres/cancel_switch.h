// Ends a running call from another thread.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

struct pg_cancel;

namespace muniment::postgres {

/// Shared by the thread that runs calls and those that may cancel one. A cancel with nothing running does nothing, and
/// a late one never hits the next call: isInFlight() tells the owner to leave that connection behind.
class CancelSwitch {
public:
    /// The owner: a call begins and ends. `target` changes with each connection; null while there is none.
    void beginCall();
    void endCall();
    void setTarget(std::shared_ptr<pg_cancel> target);

    [[nodiscard]] bool isRequested() const { return m_isRequested; }

    [[nodiscard]] bool isInFlight() const { return m_inFlight > 0; }

    /// Any thread. Blocks for as long as the network does.
    void cancel();

private:
    std::mutex m_mutex;
    std::shared_ptr<pg_cancel> m_target;
    bool m_isRunning = false;
    std::atomic<bool> m_isRequested = false;
    std::atomic<int> m_inFlight = 0;
};

/// A call, for as long as the object lives.
class RunningCall {
public:
    explicit RunningCall(CancelSwitch& cancelSwitch) : m_switch(cancelSwitch) { m_switch.beginCall(); }

    RunningCall(const RunningCall&) = delete;
    RunningCall& operator=(const RunningCall&) = delete;

    ~RunningCall() { m_switch.endCall(); }

private:
    CancelSwitch& m_switch;
};

} // namespace muniment::postgres
