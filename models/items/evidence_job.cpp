#include "models/items/evidence_job.h"

#include "models/base/stray_threads.h"
#include "models/integrity/known_keys.h"
#include "models/items/job_voice.h"
#include "models/replica/replica.h"

#include <atomic>

namespace muniment {

static constexpr int kLookMillis = 200;
/// Before that nothing can be said of the rest.
static constexpr double kTold = 0.02;

/// Everything the thread uses, kept alive by the thread itself.
class EvidenceJob::Body {
public:
    Body(EvidenceJob& job, EvidenceWork work) : m_voice(job), m_work(std::move(work)) {}

    void run() {
        auto outcome = m_work(m_stop.get_token(), [this](double done) { m_done = done; });
        m_work = {}; // with what may know a passphrase
        if (outcome)
            m_voice.post([told = std::move(*outcome)](EvidenceJob& job) { emit job.finished(told); });
        else
            m_voice.post([error = outcome.error()](EvidenceJob& job) { emit job.failed(error); });
    }

    void stop() { m_stop.request_stop(); }

    void detach() { m_voice.detach(); }

    [[nodiscard]] double done() const { return m_done; }

private:
    JobVoice<EvidenceJob> m_voice;
    EvidenceWork m_work;
    std::stop_source m_stop;
    std::atomic<double> m_done = 0;
};

EvidenceJob::EvidenceJob(EvidenceWork work, QObject* parent)
    : QObject(parent),
      m_body(std::make_shared<Body>(*this, std::move(work))),
      m_begun(std::chrono::steady_clock::now()) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &EvidenceJob::look);
    m_timer.start();
    startStrayThread([body = m_body] { body->run(); });
}

EvidenceJob::~EvidenceJob() {
    m_body->stop();
    m_body->detach();
}

void EvidenceJob::cancel() {
    m_body->stop();
}

void EvidenceJob::look() {
    m_progress.done = m_body->done();
    m_progress.timeLeft.reset();
    const std::chrono::duration<double> worked = std::chrono::steady_clock::now() - m_begun;
    if (m_progress.done > kTold)
        m_progress.timeLeft = std::chrono::ceil<std::chrono::seconds>(
            std::chrono::duration<double>(worked.count() * (1 - m_progress.done) / m_progress.done));
    emit progressed();
}

EvidenceWork openingOf(std::filesystem::path bundle, std::vector<VerifierKey> trusted,
                       std::vector<std::filesystem::path> workspaces) {
    return [bundle = std::move(bundle), trusted = std::move(trusted), workspaces = std::move(workspaces)](
               const std::stop_token& stop, const BundleProgress& progress) -> Result<EvidenceOutcome> {
        std::vector<VerifierKey> known;
        for (const auto& workspace : workspaces)
            if (const auto keys = readKnownKeys(knownKeysPath(workspace)))
                known.insert(known.end(), keys->all.begin(), keys->all.end());
        return OpenedBundle::open(bundle, trusted, known, stop, progress).map([](OpenedBundlePointer opened) {
            return EvidenceOutcome(std::move(opened));
        });
    };
}

EvidenceWork writingOf(EvidenceWish wish) {
    return [wish = std::move(wish)](const std::stop_token& stop,
                                    const BundleProgress& progress) -> Result<EvidenceOutcome> {
        const auto key = keyToSignWith(wish.place, wish.mayMakeKey);
        if (!key)
            return tl::unexpected(key.error());
        const auto replica = Replica::open(wish.order.workspace, ReplicaAccess::ReadOnly);
        if (!replica)
            return tl::unexpected(replica.error());
        const auto snapshot = (*replica)->snapshot();
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        const auto interrupting = (*snapshot)->interruptOn(stop);
        const auto matches = evaluate(**snapshot, wish.question);
        if (!matches)
            return tl::unexpected(matches.error());
        return exportEvidence(**snapshot, wish.question, **matches, wish.order, *key, stop, progress)
            .map([&](BundleManifest manifest) {
                return EvidenceOutcome(WrittenEvidence{wish.order.target, std::move(manifest), key->verifierKey()});
            });
    };
}

EvidenceWork importOf(std::filesystem::path bundle, std::filesystem::path file, std::vector<VerifierKey> trusted) {
    return [bundle = std::move(bundle), file = std::move(file), trusted = std::move(trusted)](
               const std::stop_token& stop, const BundleProgress& progress) -> Result<EvidenceOutcome> {
        return importCourier(bundle, file, trusted, stop, progress).map([](CourierImport imported) {
            return EvidenceOutcome(std::move(imported));
        });
    };
}

} // namespace muniment
