#include "models/items/integrity_job.h"

#include "models/base/clock.h"
#include "models/base/stray_threads.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace muniment {

static constexpr int kLookMillis = 200;
/// Before that nothing can be said of the rest.
static constexpr double kTold = 0.02;

/// Everything the thread uses, kept alive by the thread itself.
class IntegrityJob::Body {
public:
    Body(IntegrityJob& job, std::filesystem::path file, std::string by, IntegrityOrder order)
        : m_job(&job),
          m_file(std::move(file)),
          m_who{std::move(by), "Muniment " + QCoreApplication::applicationVersion().toStdString(), systemClock().now()},
          m_kind(order.kind),
          m_mayMakeKey(order.mayMakeKey),
          m_place(std::move(order.place)) {}

    void run() {
        if (auto done = carryOut(); !done)
            post([error = done.error()](IntegrityJob& job) { emit job.failed(error); });
        m_place = {}; // with what may know a passphrase
    }

    void stop() { m_stop.request_stop(); }

    void detach() {
        const std::lock_guard lock(m_mutex);
        m_job = nullptr;
    }

    void setPaused(bool isPaused) {
        {
            const std::lock_guard lock(m_pauseMutex);
            m_isPaused = isPaused;
        }
        m_resumed.notify_all();
    }

    [[nodiscard]] double done() const { return m_done; }

    [[nodiscard]] IntegrityOrder::Kind kind() const { return m_kind; }

private:
    template <class Tell>
    void post(Tell tell) {
        const std::lock_guard lock(m_mutex);
        if (m_job != nullptr)
            QMetaObject::invokeMethod(
                m_job, [job = m_job, tell = std::move(tell)] { tell(*job); }, Qt::QueuedConnection);
    }

    /// The threads that read ahead of the one that calls this wait for it, so that all stand still.
    void take(double done) {
        m_done = done;
        std::unique_lock lock(m_pauseMutex);
        m_resumed.wait(lock, m_stop.get_token(), [this] { return !m_isPaused; });
    }

    Result<void> carryOut() {
        if (m_kind == IntegrityOrder::Kind::FindKey) {
            const auto key = findWorkstationKey(m_place);
            if (!key)
                return tl::unexpected(key.error());
            post([found = *key ? std::optional((*key)->verifierKey()) : std::nullopt](IntegrityJob& job) {
                emit job.found(found);
            });
            return {};
        }
        const auto replica = Replica::open(m_file, ReplicaAccess::ReadOnly);
        if (!replica)
            return tl::unexpected(replica.error());
        const auto progress = [this](double done) { take(done); };
        if (m_kind == IntegrityOrder::Kind::Verify) {
            const auto checked = checkTrail(**replica, m_who, m_stop.get_token(), progress);
            if (!checked)
                return tl::unexpected(checked.error());
            post([told = *checked](IntegrityJob& job) { emit job.finished(told, std::nullopt); });
            return {};
        }
        const auto key = keyToSignWith(m_place, m_mayMakeKey);
        if (!key)
            return tl::unexpected(key.error());
        const auto sealed = sealTrail(**replica, *key, m_who, systemClock(), m_stop.get_token(), progress);
        if (!sealed)
            return tl::unexpected(sealed.error());
        post([told = *sealed](IntegrityJob& job) { emit job.finished(told.checked, told.sealing); });
        return {};
    }

    std::mutex m_mutex;
    IntegrityJob* m_job; ///< nullptr: nobody listens any more
    const std::filesystem::path m_file;
    const TrailChecker m_who;
    const IntegrityOrder::Kind m_kind;
    const bool m_mayMakeKey;
    WorkstationKeyPlace m_place;
    std::stop_source m_stop;
    std::atomic<double> m_done = 0;
    std::mutex m_pauseMutex;
    std::condition_variable_any m_resumed;
    bool m_isPaused = false;
};

IntegrityJob::IntegrityJob(const Workspace& workspace, IntegrityOrder order, QObject* parent)
    : QObject(parent),
      m_body(std::make_shared<Body>(*this, workspace.file(), workspace.operatorName(), std::move(order))),
      m_looked(std::chrono::steady_clock::now()) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &IntegrityJob::look);
    m_timer.start();
    startStrayThread([body = m_body] { body->run(); });
}

IntegrityJob::~IntegrityJob() {
    m_body->stop();
    m_body->detach();
}

IntegrityOrder::Kind IntegrityJob::kind() const {
    return m_body->kind();
}

void IntegrityJob::pause() {
    if (std::exchange(m_isPaused, true))
        return;
    m_body->setPaused(true);
    emit pauseChanged();
}

void IntegrityJob::resume() {
    if (!std::exchange(m_isPaused, false))
        return;
    m_looked = std::chrono::steady_clock::now();
    m_body->setPaused(false);
    emit pauseChanged();
}

void IntegrityJob::cancel() {
    m_body->stop();
}

void IntegrityJob::look() {
    if (m_isPaused)
        return;
    const auto now = std::chrono::steady_clock::now();
    m_worked += now - std::exchange(m_looked, now);
    m_progress.done = m_body->done();
    m_progress.timeLeft.reset();
    if (m_progress.done > kTold)
        m_progress.timeLeft = std::chrono::ceil<std::chrono::seconds>(std::chrono::duration<double>(
            std::chrono::duration<double>(m_worked).count() * (1 - m_progress.done) / m_progress.done));
    emit progressed();
}

} // namespace muniment
