// Prepares batches of a backlog beside the follower that reads the next one.
#pragma once

#include "models/replica/prepared_batch.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace muniment {

/// A thread with room for one batch. Used by one other thread. The destructor asks a push to end and waits for the
/// batch in hand.
class BatchPreparer {
public:
    /// Takes a prepared batch, on this object's thread; may block until it is asked to stop.
    using Push = std::function<Result<void>(std::shared_ptr<PreparedBatch>, std::stop_token)>;

    BatchPreparer(BatchTraits::Words words, Push push);
    BatchPreparer(const BatchPreparer&) = delete;
    BatchPreparer& operator=(const BatchPreparer&) = delete;
    ~BatchPreparer();

    /// Once the last one is settled.
    void hand(Batch batch);
    /// Blocks until no batch is in hand: how it was taken. Cancelled: stopped before.
    [[nodiscard]] Result<void> settle(const std::stop_token& stop);

private:
    void run(const std::stop_token& stop);

    const BatchTraits::Words m_words;
    const Push m_push;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Batch> m_next;
    bool m_isBusy = false; ///< from hand() until it is pushed
    Result<void> m_answer; ///< of the last push
    std::jthread m_thread; ///< last, so that it finds the others in place
};

} // namespace muniment
