#include "models/workspace/batch_preparer.h"

#include <utility>

namespace muniment {

BatchPreparer::BatchPreparer(BatchTraits::Words words, Push push)
    : m_words(words),
      m_push(std::move(push)),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

BatchPreparer::~BatchPreparer() = default;

void BatchPreparer::hand(Batch batch) {
    const std::lock_guard lock(m_mutex);
    m_next = std::move(batch);
    m_isBusy = true;
    m_changed.notify_all();
}

Result<void> BatchPreparer::settle(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return !m_isBusy; }))
        return failure(ErrorCode::Cancelled);
    return m_answer;
}

void BatchPreparer::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_next.has_value(); })) {
        Batch batch = std::move(*m_next);
        m_next.reset();
        lock.unlock();
        auto answer = m_push(std::make_shared<PreparedBatch>(std::move(batch), m_words), stop);
        lock.lock();
        m_answer = std::move(answer);
        m_isBusy = false;
        m_changed.notify_all();
    }
}

} // namespace muniment
