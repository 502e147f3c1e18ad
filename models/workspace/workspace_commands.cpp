// The commands of an open workspace: sent, previewed, compared, and their answers brought back to the owner's thread.
#include "models/base/clock.h"
#include "models/commands/preview.h"
#include "models/workspace/bulk_run.h"
#include "models/workspace/workspace_impl.h"

#include <QTimer>

namespace muniment {

static Error unknownRegion(const RegionName& region) {
    return {ErrorCode::NotFound, {}, {{"what", "region"}, {"id", region.text()}}};
}

CommandWorker* Workspace::Impl::workerOf(const RegionName& region) {
    const auto record = m_records.find(region);
    return record == m_records.end() ? nullptr : &m_workers.at({region, record->second.endpoint});
}

void Workspace::Impl::submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                             std::function<void(const Error&)> onUnknown, std::chrono::milliseconds wait) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    if (request.operatorName.empty())
        request.operatorName = m_operatorName;
    const RegionName region = request.region;
    auto* worker = workerOf(region);
    if (worker == nullptr)
        return m_mailbox->post([guard, done, region] {
            if (guard)
                done(tl::unexpected(unknownRegion(region)));
        });
    const auto isAnswered = std::make_shared<bool>(false); // the owner's thread's
    const std::uint64_t number = m_ownWrites.begin();
    const auto answered = [this, mailbox = m_mailbox, guard, done, region, wait, isAnswered,
                           number](Result<CommandResult> result) {
        mailbox->post([this, guard, done, region, wait, isAnswered, number, result = std::move(result)] {
            *isAnswered = true;
            settle(number, region, result);
            const auto deliver = [guard, done, result] {
                if (guard)
                    done(result);
            };
            if (!result || !result->appended)
                return deliver();
            deliverWhenVisible(region, result->appended->key, wait, deliver);
        });
    };
    const auto tellUnknown = [guard, onUnknown, isAnswered](const Error& error) {
        if (guard && onUnknown && !*isAnswered)
            onUnknown(error);
    };
    CommandListener listener;
    listener.onAppend = [this, mailbox = m_mailbox, tellUnknown, region] {
        mailbox->post([this, tellUnknown, region] {
            const Error late{ErrorCode::OutcomeUnknown, {}, {{"region", region.text()}, {"stage", "answer"}}};
            QTimer::singleShot(kAnswerDue, &m_owner, [tellUnknown, late] { tellUnknown(late); });
        });
    };
    listener.onUnknown = [mailbox = m_mailbox, tellUnknown](const Error& error) {
        mailbox->post([tellUnknown, error] { tellUnknown(error); });
    };
    worker->submit(std::move(request), answered, std::move(listener));
}

void Workspace::Impl::preview(const RegionName& region, std::vector<CommandRequest> requests, QObject* context,
                              std::function<void(std::vector<Result<CommandResult>>)> done) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    const auto answered = [mailbox = m_mailbox, guard,
                           done = std::move(done)](std::vector<Result<CommandResult>> answers) {
        mailbox->post([guard, done, answers = std::move(answers)] {
            if (guard)
                done(answers);
        });
    };
    const std::size_t count = requests.size();
    auto* worker = workerOf(region);
    if (worker == nullptr)
        return answered({count, tl::unexpected(unknownRegion(region))});
    worker->ask(
        [requests = std::move(requests), answered](const Result<EventStore*>& store, const std::stop_token& stop) {
            if (!store)
                return answered({requests.size(), tl::unexpected(store.error())});
            answered(previewCommands(**store, requests, systemClock(), stop));
        });
}

void Workspace::Impl::compare(CommandRequest request, QObject* context, std::function<void(Result<ThreeWays>)> done) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    const auto answered = [mailbox = m_mailbox, guard, done = std::move(done)](Result<ThreeWays> ways) {
        mailbox->post([guard, done, ways = std::move(ways)] {
            if (guard)
                done(ways);
        });
    };
    auto* worker = workerOf(request.region);
    if (worker == nullptr)
        return answered(tl::unexpected(unknownRegion(request.region)));
    worker->ask([request = std::move(request), answered](const Result<EventStore*>& store, const std::stop_token&) {
        answered(store ? compareThreeWays(**store, request, systemClock())
                       : Result<ThreeWays>(tl::unexpected(store.error())));
    });
}

Workspace::Ticket Workspace::Impl::askRegion(const RegionName& region, QObject* context, RegionWork work,
                                             std::function<void(Result<std::any>)> done) {
    const QPointer<QObject> guard(context ? context : &m_owner);
    const std::stop_source given;
    const auto answered = [mailbox = m_mailbox, guard, given, done = std::move(done)](Result<std::any> result) {
        // Looked at where the ticket is cancelled and the context dies: neither can happen in between.
        mailbox->post([guard, given, done, result = std::move(result)] {
            if (guard && !given.stop_requested())
                done(result);
        });
    };
    auto* worker = workerOf(region);
    if (worker == nullptr) {
        answered(tl::unexpected(unknownRegion(region)));
        return Ticket(given);
    }
    worker->ask(
        [work = std::move(work), answered, given](const Result<EventStore*>& store, const std::stop_token& ending) {
            if (!store)
                return answered(tl::unexpected(store.error()));
            std::stop_source either;
            const std::stop_callback onEnd(ending, [&either] { either.request_stop(); });
            const std::stop_callback onCancel(given.get_token(), [&either] { either.request_stop(); });
            answered(work(**store, either.get_token()));
        });
    return Ticket(given);
}

Result<std::unique_ptr<BulkRun>> Workspace::Impl::makeBulkRun(const RegionName& region,
                                                              const BulkRunSettings& settings) const {
    const auto record = m_records.find(region);
    if (record == m_records.end())
        return tl::unexpected(unknownRegion(region));
    return std::make_unique<BulkRun>(WorkspaceRegion{region, record->second.endpoint}, m_open, systemClock(), settings,
                                     std::function<void()>());
}

bool Workspace::Impl::isBroughtByItself(const RegionName& region) const {
    if (m_watch)
        return true; // by the process that writes the file
    const auto all = m_engine->regions();
    return std::any_of(all.begin(), all.end(),
                       [&](const RegionStatus& status) { return status.region == region && status.isFollowing; });
}

bool Workspace::Impl::isVisible(const RegionName& region, const LogKey& key) const {
    const auto record = m_records.find(region);
    return record != m_records.end() && record->second.cursor && *record->second.cursor >= key;
}

void Workspace::Impl::settle(std::uint64_t number, const RegionName& region, const Result<CommandResult>& result) {
    const bool isAwaited = result && result->appended && !isVisible(region, result->appended->key);
    if (isAwaited && isBroughtByItself(region))
        m_ownWrites.written(number, region, result->appended->key);
    else
        m_ownWrites.end(number);
}

void Workspace::Impl::deliverWhenVisible(const RegionName& region, LogKey key, std::chrono::milliseconds wait,
                                         std::function<void()> deliver) {
    if (isVisible(region, key) || wait.count() <= 0 || !isBroughtByItself(region))
        return deliver();
    if (m_engine)
        m_engine->wake(region);
    m_awaited.add(region, key, wait, std::move(deliver));
}

} // namespace muniment
