#include "models/workspace/batch_writer.h"

#include "models/replica/prepared_batch.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace muniment {

namespace {

constexpr std::chrono::seconds kTryAgain{1};
// How much of a backlog shares a transaction. Entries of an index lie all over it, so a transaction rewrites nearly all
// of its pages however few events it has; more than this would not stay in the writer's cache.
constexpr std::int64_t kStagedEvents = 262'144;
constexpr std::chrono::seconds kStagedFor{2};

/// More is on its way, and nobody waits for just this.
bool isBacklog(const QueuedBatch& queued) {
    constexpr std::int64_t kMany = 4'096;
    return !queued.batch->batch().reachedTail && queued.events >= kMany;
}

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
        auto work = m_inbox->take(nextDeadline(hasRebuild));
        auto* const batch = work ? std::get_if<QueuedBatch>(&*work) : nullptr;
        if (batch && isBacklog(*batch) && !m_writesAlone)
            stage(std::move(*batch));
        else if (!commitStaged() && work)
            dropAfterLoss(*work);
        else if (work)
            doAlone(*work);
        else if (m_inbox->isClosed())
            return;
        if (hasRebuild && commitStaged())
            rebuildSlice();
    }
}

void BatchWriter::doAlone(WriterInbox::Work& work) {
    if (auto* job = std::get_if<WriterInbox::Job>(&work))
        (*job)(m_writer);
    else if (auto* batch = std::get_if<QueuedBatch>(&work))
        write(*batch);
    else
        write(std::get<KnownUntil>(work));
}

void BatchWriter::dropAfterLoss(WriterInbox::Work& work) {
    if (auto* job = std::get_if<WriterInbox::Job>(&work))
        (*job)(m_writer);
    else if (auto* batch = std::get_if<QueuedBatch>(&work))
        m_inbox->finished(*batch, m_loss);
}

std::optional<std::chrono::steady_clock::time_point> BatchWriter::nextDeadline(bool hasRebuild) const {
    if (hasRebuild)
        return std::chrono::steady_clock::now();
    return m_staged.empty() ? std::nullopt : std::optional(m_stagedSince + kStagedFor);
}

void BatchWriter::stage(QueuedBatch batch) {
    auto staged = m_writer.stage(*batch.batch);
    if (!staged && m_staged.empty()) {
        write(batch);
        return;
    }
    if (!staged) {
        loseStaged(staged.error());
        m_inbox->finished(batch, m_loss);
        return;
    }
    if (m_staged.empty())
        m_stagedSince = std::chrono::steady_clock::now();
    m_stagedEvents += batch.events;
    batch.batch.reset(); // it would only take up memory
    m_staged.push_back({std::move(batch), std::move(*staged)});
    if (m_stagedEvents >= kStagedEvents || std::chrono::steady_clock::now() - m_stagedSince >= kStagedFor)
        std::ignore = commitStaged();
}

bool BatchWriter::commitStaged() {
    if (m_staged.empty())
        return true;
    if (auto committed = m_writer.commit(); !committed) {
        loseStaged(committed.error());
        return false;
    }
    m_stagedEvents = 0;
    for (const Staged& staged : std::exchange(m_staged, {}))
        tellWritten(staged.batch, staged.applied);
    return true;
}

void BatchWriter::loseStaged(const Error& error) {
    m_writesAlone = true;
    m_stagedEvents = 0;
    m_loss = isFileTrouble(error) ? error : Error{ErrorCode::FileError, "taken back with another batch", {}};
    if (isFileTrouble(error))
        setPaused(error);
    for (const Staged& staged : std::exchange(m_staged, {}))
        m_inbox->finished(staged.batch, m_loss);
}

void BatchWriter::write(const QueuedBatch& batch) {
    const auto applied =
        insist<AppliedBatch>([this, &batch]() -> Result<AppliedBatch> { return m_writer.apply(*batch.batch); });
    if (applied && *applied) {
        m_writesAlone = false;
        tellWritten(batch, **applied);
    } else if (applied) {
        m_listener.refused(batch, applied->error());
        m_inbox->finished(batch, applied->error());
    } else {
        m_inbox->finished(batch, std::nullopt);
    }
}

void BatchWriter::tellWritten(const QueuedBatch& batch, const AppliedBatch& applied) {
    // Told before it is finished: whoever waits for an idle inbox finds what was told in place.
    m_listener.applied(applied);
    m_inbox->finished(batch, std::nullopt);
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
        if (std::ranges::find(m_rebuilds, readModel) != m_rebuilds.end())
            return;
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
