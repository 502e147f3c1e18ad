#include "ui/start/workspace_files.h"

#include <QElapsedTimer>
#include <QThread>

namespace muniment {

static constexpr qint64 kTellEveryMillis = 100;

static Result<OpenedWorkspace> openWhole(const std::filesystem::path& file, WorkspaceOptions options) {
    auto opened = Workspace::open(file, options);
    if (opened)
        return OpenedWorkspace{std::move(*opened), {}};
    const Error why = opened.error();
    if (why.code != ErrorCode::FileInUse && why.code != ErrorCode::FileReadOnly)
        return tl::unexpected(why);
    options.access = ReplicaAccess::ReadOnly;
    opened = Workspace::open(file, options);
    if (!opened)
        return tl::unexpected(opened.error());
    return OpenedWorkspace{std::move(*opened), why};
}

WorkspaceFiles::WorkspaceFiles(QObject* parent) : QObject(parent) {
    m_thread.setMaxThreadCount(1);
}

WorkspaceFiles::~WorkspaceFiles() {
    cancelPolicy();
    m_thread.waitForDone();
}

void WorkspaceFiles::open(const std::filesystem::path& file, const WorkspaceOptions& options, Done done) {
    const auto number = ++m_wanted;
    m_thread.start([this, file, options, number, done = std::move(done), home = QThread::currentThread()] {
        // Shared, because a queued call has to be copyable; when it is never called, the workspace goes with it.
        auto result = std::make_shared<Result<OpenedWorkspace>>(openWhole(file, options));
        if (*result)
            (*result)->workspace->moveToThread(home);
        QMetaObject::invokeMethod(
            this,
            [this, number, result, done] {
                if (number == m_wanted)
                    done(std::move(*result));
                else if (*result)
                    close(std::move((*result)->workspace));
            },
            Qt::QueuedConnection);
    });
}

void WorkspaceFiles::afterClosing(std::function<void()> done) {
    const auto number = ++m_wanted;
    m_thread.start([this, number, done = std::move(done)] {
        QMetaObject::invokeMethod(
            this,
            [this, number, done] {
                if (number == m_wanted)
                    done();
            },
            Qt::QueuedConnection);
    });
}

void WorkspaceFiles::changePolicy(const std::filesystem::path& file, const PolicyChange& change,
                                  const SyncOptions& options, std::function<void(const PolicyProgress&)> progress,
                                  std::function<void(Result<PolicyNote>)> done) {
    m_policyStop = {};
    m_thread.start([this, file, change, options, progress = std::move(progress), done = std::move(done),
                    stop = m_policyStop.get_token()] {
        QElapsedTimer sinceTold;
        const auto told = [&](const PolicyProgress& reached) {
            if (sinceTold.isValid() && sinceTold.elapsed() < kTellEveryMillis)
                return;
            sinceTold.start();
            QMetaObject::invokeMethod(
                this, [progress, reached] { progress(reached); }, Qt::QueuedConnection);
        };
        auto note = muniment::changePolicy(file, change, options, told, stop);
        QMetaObject::invokeMethod(
            this, [done, note = std::move(note)] { done(note); }, Qt::QueuedConnection);
    });
}

void WorkspaceFiles::cancelPolicy() {
    m_policyStop.request_stop();
}

void WorkspaceFiles::cancel() {
    ++m_wanted;
}

void WorkspaceFiles::close(std::unique_ptr<Workspace> workspace, std::shared_ptr<const void> after) {
    if (!workspace)
        return;
    workspace->disconnect();
    workspace->moveToThread(nullptr); // from here on it belongs to the thread that ends it
    m_thread.start([ending = std::shared_ptr<Workspace>(std::move(workspace)), after = std::move(after)]() mutable {
        ending.reset();
        after.reset();
    });
}

} // namespace muniment
