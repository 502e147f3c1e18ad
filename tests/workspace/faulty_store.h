// A real store with faults in between: what a network, a server or another writer may do at the worst moment.
#pragma once

#include "models/workspace/store_opener.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace muniment::test {

/// Shared by the test and every store it spoils. Set hooks before the stores are used; switches may be thrown at any
/// time.
class Faults {
public:
    /// Before an append reaches the store: the last moment for another writer.
    std::function<void(const Append&)> beforeAppend;
    /// Instead of the store's answer to an append.
    std::function<Result<Appended>(const Append&, Result<Appended>)> answerOfAppend;
    /// Instead of asking the store; absent: ask it.
    std::function<std::optional<Result<Settlement>>(const Append&)> settle;

    /// Every call fails with Unreachable while it is down.
    void setDown(bool isDown) { m_isDown = isDown; }

    [[nodiscard]] bool isDown() const { return m_isDown; }

    /// Every call hangs, and cancel() does not help: a peer that is gone without a word.
    void setSilent(bool isSilent);
    void waitWhileSilent();

    /// Calls that are hanging now.
    [[nodiscard]] int hanging() const { return m_hanging; }

private:
    std::atomic<bool> m_isDown = false;
    std::atomic<int> m_hanging = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isSilent = false;
};

[[nodiscard]] std::unique_ptr<EventStore> spoil(std::unique_ptr<EventStore> store, std::shared_ptr<Faults> faults);
/// Opens what the endpoint names, spoiled.
[[nodiscard]] StoreOpener spoiledOpener(std::shared_ptr<Faults> faults);

} // namespace muniment::test
