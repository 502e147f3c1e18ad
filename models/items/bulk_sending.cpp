#include "models/items/bulk_sending.h"

#include "models/base/clock.h"

namespace muniment {

static constexpr int kLookMillis = 100;

BulkSending::BulkSending(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &BulkSending::look);
}

BulkSending::~BulkSending() = default;

void BulkSending::start(const CheckedTable& checked, const std::string& reason) {
    if (isRunning())
        return;
    drop();
    std::vector<CommandRequest> requests;
    requests.reserve(checked.plan.rows.size());
    for (std::size_t row = 0; row < checked.plan.rows.size(); ++row) {
        const auto& wish = checked.plan.rows[row].request;
        if (!wish)
            continue;
        CommandRequest request = *wish;
        request.reason = reason;
        request.operatorName = m_workspace.operatorName();
        requests.push_back(std::move(request));
        m_rows.push_back(row);
    }
    if (requests.empty())
        return;
    m_region = requests.front().region;
    m_correlation = requests.front().correlationId;
    m_status.all = requests.size();
    auto run = m_workspace.makeBulkRun(m_region, {});
    if (!run) {
        // The region was taken out of the workspace since the rows were checked.
        m_status.isFinished = true;
        m_status.pausedBy = run.error();
        m_hasEnded = true;
        emit begun();
        emit ended();
        return;
    }
    m_run = std::move(*run);
    m_run->start(std::move(requests));
    m_timer.start();
    emit begun();
    look();
}

void BulkSending::pause() {
    if (!m_run)
        return;
    m_run->pause();
    look();
}

void BulkSending::resume() {
    if (!m_run)
        return;
    m_meter = {}; // the pause was no work
    m_run->resume();
    look();
}

void BulkSending::cancel() {
    if (!m_run)
        return;
    m_run->cancel();
    look();
}

void BulkSending::drop() {
    if (isRunning())
        return;
    m_rows.clear();
    m_status = {};
    m_meter = {};
    m_correlation.reset();
    m_hasEnded = false;
}

std::optional<std::chrono::seconds> BulkSending::timeLeft() const {
    return m_status.isPaused ? std::nullopt
                             : m_meter.timeLeft(static_cast<std::int64_t>(m_status.waiting() + m_status.sending));
}

void BulkSending::look() {
    // Before the changes: what is finished has no further ones.
    m_status = m_run->status();
    Changes changes = m_run->takeChanges();
    for (auto& [row, outcome] : changes)
        row = m_rows[row];
    if (!m_status.isPaused)
        m_meter.sample(systemClock().monotonic(), static_cast<std::int64_t>(m_status.done + m_status.failed));
    if (m_status.isFinished) {
        m_timer.stop();
        m_run.reset();
        m_hasEnded = true;
    }
    if (!changes.empty())
        emit rowsChanged(changes);
    emit progressed();
    if (m_hasEnded)
        emit ended();
}

} // namespace muniment
