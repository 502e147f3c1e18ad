#include "models/workspace/batch_sink.h"

#include "models/replica/prepared_batch.h"
#include "models/workspace/batch_writer.h"

#include <iterator>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kGatherFor{500};

} // namespace

InboxSink::InboxSink(std::shared_ptr<WriterInbox> inbox, RegionName region, FollowingId following,
                     BatchTraits::Words words, Held held)
    : m_inbox(std::move(inbox)),
      m_region(std::move(region)),
      m_following(following),
      m_words(words),
      m_held(std::move(held)) {}

Result<HeldHistory> InboxSink::heldHistory(const TenantId& tenant, std::int32_t epoch, std::stop_token stop) {
    if (auto flushed = flush(stop); !flushed)
        return tl::unexpected(flushed.error());
    if (auto written = awaitWritten(stop); !written)
        return tl::unexpected(written.error());
    return m_held(tenant, epoch);
}

Result<void> InboxSink::apply(Batch batch, std::stop_token stop) {
    if (batch.knownThrough)
        m_known = batch.knownThrough;
    if (batch.events.empty() && m_gathered.events.empty()) {
        if (auto settled = settle(stop); !settled)
            return settled;
        if (batch.knownThrough)
            m_inbox->noteKnownThrough(m_region, m_following, *batch.knownThrough, false);
        return {};
    }
    const bool isOfAnotherRun = batch.backfill != m_gathered.backfill;
    if (!m_gathered.events.empty() &&
        (isOfAnotherRun || m_gathered.events.size() + batch.events.size() > kBatchEvents)) {
        if (auto handed = handAside(stop); !handed)
            return handed;
    }
    const bool isAtTail = batch.reachedTail;
    gather(std::move(batch));
    const bool isFull = m_gathered.events.size() >= kBatchEvents;
    const bool isOld = std::chrono::steady_clock::now() - m_gatheredSince >= kGatherFor;
    if (isFull && !isAtTail)
        return handAside(stop);
    return isAtTail || isOld ? flush(std::move(stop)) : Result<void>{};
}

void InboxSink::gather(Batch batch) {
    if (m_gathered.events.empty()) {
        m_gatheredSince = std::chrono::steady_clock::now();
        m_gathered = std::move(batch);
        return;
    }
    auto& events = m_gathered.events;
    if (events.capacity() < kBatchEvents)
        events.reserve(kBatchEvents);
    events.insert(events.end(), std::make_move_iterator(batch.events.begin()),
                  std::make_move_iterator(batch.events.end()));
    m_gathered.misplaced.insert(m_gathered.misplaced.end(), batch.misplaced.begin(), batch.misplaced.end());
    if (batch.knownThrough)
        m_gathered.knownThrough = batch.knownThrough;
    m_gathered.reachedTail = batch.reachedTail;
    m_gathered.passed = batch.passed;
}

Result<void> InboxSink::handAside(const std::stop_token& stop) {
    if (!m_preparer)
        m_preparer.emplace(m_words, [this](std::shared_ptr<PreparedBatch> batch, std::stop_token ended) {
            return m_inbox->push(queued(std::move(batch)), std::move(ended));
        });
    if (auto settled = noteLoss(m_preparer->settle(stop)); !settled)
        return settled;
    m_preparer->hand(takeGathered());
    return {};
}

Result<void> InboxSink::settle(const std::stop_token& stop) {
    if (!m_preparer)
        return {};
    auto settled = noteLoss(m_preparer->settle(stop));
    m_preparer.reset(); // at the tail nobody wants a thread for it
    return settled;
}

Batch InboxSink::takeGathered() {
    if (!m_gathered.backfill)
        m_gathered.region = m_region;
    return std::exchange(m_gathered, {});
}

QueuedBatch InboxSink::queued(std::shared_ptr<PreparedBatch> batch) const {
    const auto events = std::ssize(batch->batch().events);
    return {m_region, m_following, std::move(batch), events};
}

Result<void> InboxSink::flush(std::stop_token stop) {
    if (auto settled = settle(stop); !settled)
        return settled;
    if (m_gathered.events.empty()) {
        if (m_known)
            m_inbox->noteKnownThrough(m_region, m_following, *m_known, true);
        return {};
    }
    return noteLoss(m_inbox->push(queued(std::make_shared<PreparedBatch>(takeGathered(), m_words)), std::move(stop)));
}

Result<void> InboxSink::awaitWritten(std::stop_token stop) {
    if (auto settled = settle(stop); !settled)
        return settled;
    return noteLoss(m_inbox->awaitWritten(m_region, m_following, std::move(stop)));
}

Result<void> InboxSink::noteLoss(Result<void> answer) {
    m_hasLost = m_hasLost || (!answer && isFileTrouble(answer.error()));
    return answer;
}

} // namespace muniment
