#include "models/spool/call_canceller.h"

#include "models/base/stray_threads.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kCancelAgain{50};

} // namespace

struct CallCanceller::Shared {
    std::shared_ptr<EventStore> store;
    std::mutex mutex;
    std::condition_variable_any changed;
    bool isFinished = false;
    bool isCancelling = false;
    bool hasEnded = false;
};

CallCanceller::CallCanceller(std::shared_ptr<EventStore> store, std::stop_token stop)
    : m_shared(std::make_shared<Shared>()) {
    m_shared->store = std::move(store);
    startStrayThread([shared = m_shared, stop = std::move(stop)] { watch(shared, stop); });
}

CallCanceller::~CallCanceller() {
    std::unique_lock lock(m_shared->mutex);
    m_shared->isFinished = true;
    m_shared->changed.notify_all();
    m_shared->changed.wait(lock, [this] { return m_shared->hasEnded || m_shared->isCancelling; });
}

void CallCanceller::watch(const std::shared_ptr<Shared>& shared, const std::stop_token& stop) {
    std::unique_lock lock(shared->mutex);
    const auto isFinished = [&] { return shared->isFinished; };
    shared->changed.wait(lock, stop, isFinished);
    while (!shared->isFinished) {
        shared->isCancelling = true;
        lock.unlock();
        shared->store->cancel();
        lock.lock();
        shared->isCancelling = false;
        shared->changed.wait_for(lock, kCancelAgain, isFinished);
    }
    shared->store.reset();
    shared->hasEnded = true;
    shared->changed.notify_all();
}

} // namespace muniment
