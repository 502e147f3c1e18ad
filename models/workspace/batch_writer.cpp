#include "models/workspace/batch_writer.h"

namespace muniment {

namespace {

constexpr std::chrono::seconds kTryAgain{1};

} // namespace

bool isFileTrouble(const Error& error) {
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::FileError ||
           error.code == ErrorCode::FileReadOnly || error.code == ErrorCode::FileInUse || error.code == ErrorCode::Busy;
}

BatchWriter::BatchWriter(ReplicaWriter& writer, std::shared_ptr<WriterInbox> inbox, Listener listener)
    : m_writer(writer),
      m_inbox(std::move(inbox)),
      m_listener(std::move(listener)) {}

void BatchWriter::run() {
    for (;;) {
        const bool hasRebuild = currentRebuild().has_value();
        auto work = hasRebuild ? m_inbox->take(std::chrono::steady_clock::now()) : m_inbox->take(std::nullopt);
        if (!work && m_inbox->isClosed())
            return;
        if (work) {
            if (auto* job = std::get_if<WriterInbox::Job>(&*work))
                (*job)(m_writer);
            else if (auto* batch = std::get_if<QueuedBatch>(&*work))
                write(*batch);
            else
                write(std::get<KnownUntil>(*work));
        }
        if (hasRebuild)
            rebuildSlice();
    }
}

void BatchWriter::write(const QueuedBatch& batch) {
    const auto applied =
        insist<AppliedBatch>([this, &batch]() -> Result<AppliedBatch> { return m_writer.apply(*batch.batch); });
    if (applied && *applied) {
        // Told before it is finished: whoever waits for an idle inbox finds what was told in place.
        m_listener.applied(**applied);
        m_inbox->finished(batch, std::nullopt);
    } else if (applied) {
        m_listener.refused(batch, applied->error());
        m_inbox->finished(batch, applied->error());
    } else {
        m_inbox->finished(batch, std::nullopt);
    }
}

void BatchWriter::write(const KnownUntil& known) {
    const auto recorded = insist<void>(
        [this, &known]() -> Result<void> { return m_writer.recordKnownThrough(known.region, known.instant); });
    if (recorded && *recorded)
        m_listener.known(known);
}

template <class T>
std::optional<Result<T>> BatchWriter::insist(const std::function<Result<T>()>& action) {
    for (;;) {
        Result<T> result = action();
        if (result || !isFileTrouble(result.error())) {
            setPaused(std::nullopt);
            return result;
        }
        setPaused(result.error());
        const auto again = std::chrono::steady_clock::now() + kTryAgain;
        while (const auto job = m_inbox->takeJob(again))
            (*job)(m_writer);
        if (m_inbox->isClosed())
            return std::nullopt;
    }
}

void BatchWriter::setPaused(const std::optional<Error>& error) {
    if (!error && !m_isPaused)
        return;
    m_isPaused = error.has_value();
    m_listener.paused(error);
}

void BatchWriter::startRebuild(const std::string& readModel) {
    {
        const std::lock_guard lock(m_mutex);
        m_rebuilds.push_back(readModel);
    }
    m_inbox->pushJob([](ReplicaWriter&) {}); // ends the wait for work
}

std::optional<std::string> BatchWriter::currentRebuild() {
    const std::lock_guard lock(m_mutex);
    return m_rebuilds.empty() ? std::nullopt : std::optional(m_rebuilds.front());
}

void BatchWriter::rebuildSlice() {
    const auto readModel = currentRebuild();
    if (!readModel)
        return;
    using Progress = ReplicaWriter::RebuildProgress;
    const auto sliced = insist<Progress>([&]() -> Result<Progress> { return m_writer.rebuildSlice(*readModel); });
    if (!sliced)
        return;
    RebuildStatus status{*readModel, 0, 0, false, std::nullopt};
    if (*sliced)
        status = {*readModel, (*sliced)->done, (*sliced)->total, (*sliced)->isFinished, std::nullopt};
    else
        status.error = sliced->error();
    if (status.isFinished || status.error) {
        const std::lock_guard lock(m_mutex);
        m_rebuilds.pop_front();
    }
    m_listener.rebuilt(status);
}

} // namespace muniment
