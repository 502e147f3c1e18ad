#include "models/items/region_change_job.h"

#include "models/base/stray_threads.h"
#include "models/items/job_voice.h"
#include "models/regions/server_change.h"

namespace muniment {

OpenChange openChangeAt(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets) {
    return [region, secrets]() -> Result<OpenedChange> {
        const auto sessions = ServerChange::open(region, secrets);
        if (!sessions)
            return tl::unexpected(sessions.error());
        return OpenedChange{*sessions, (*sessions)->version()};
    };
}

/// Everything the thread uses, kept alive by the thread itself.
class RegionChangeJob::Body {
public:
    Body(RegionChangeJob& job, OpenChange open, RegionChangeOrder order)
        : m_voice(job),
          m_open(std::move(open)),
          m_order(std::move(order)) {}

    void run() {
        if (auto done = carryOut(); !done)
            m_voice.post([error = done.error()](RegionChangeJob& job) { emit job.failed(error); });
    }

    void stop() { m_stop.request_stop(); }

    void detach() { m_voice.detach(); }

private:
    Result<void> carryOut() {
        const auto opened = m_open();
        if (!opened)
            return tl::unexpected(opened.error());
        const auto facts = readFactsFor(m_order.change, opened->sessions->questions(), opened->version);
        if (!facts)
            return tl::unexpected(facts.error());
        const RegionOutlook outlook{*facts, planChange(m_order.change, *facts)};
        const bool isAgreed = !m_order.agreed.empty() && m_order.agreed == outlook.plan.statements;
        if (!isAgreed || !outlook.plan.isPossible() || m_stop.stop_requested()) {
            m_voice.post([outlook](RegionChangeJob& job) { emit job.looked(outlook); });
            return {};
        }
        const ChangeOutcome outcome = runChange(
            m_order.change, outlook.plan, *facts, opened->sessions,
            [this](const ChangeProgress& progress) {
                m_voice.post([progress](RegionChangeJob& job) { emit job.progressed(progress); });
            },
            m_stop.get_token());
        m_voice.post([outcome](RegionChangeJob& job) { emit job.finished(outcome); });
        return {};
    }

    JobVoice<RegionChangeJob> m_voice;
    OpenChange m_open;
    RegionChangeOrder m_order;
    std::stop_source m_stop;
};

RegionChangeJob::RegionChangeJob(OpenChange open, RegionChangeOrder order, QObject* parent)
    : QObject(parent),
      m_body(std::make_shared<Body>(*this, std::move(open), std::move(order))) {
    startStrayThread([body = m_body] { body->run(); });
}

RegionChangeJob::~RegionChangeJob() {
    m_body->stop();
    m_body->detach();
}

void RegionChangeJob::stop() {
    m_body->stop();
}

} // namespace muniment
