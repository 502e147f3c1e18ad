#include "models/items/export_job.h"

namespace muniment {

static constexpr int kLookMillis = 200;

ExportJob::ExportJob(Workspace& workspace, ExportRequest request, const ExportRun& run, QObject* parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_board(std::make_shared<Board>()) {
    m_timer.setInterval(kLookMillis);
    connect(&m_timer, &QTimer::timeout, this, &ExportJob::look);
    m_timer.start();
    const auto work = [run, board = m_board, own = m_stop,
                       asked = m_request](Snapshot& snapshot, const std::stop_token& closing) -> Result<std::int64_t> {
        // Stopped by the person or by a workspace that closes, whichever is first. The stop is the job's own and not
        // the query's: of a query that was cancelled no answer comes.
        auto stop = own;
        const std::stop_callback relay(closing, [&stop] { stop.request_stop(); });
        const auto interrupting = snapshot.interruptOn(stop.get_token());
        return run(snapshot, asked, stop.get_token(), [&board](std::int64_t done, std::int64_t all) {
            board->all = all;
            board->done = done;
        });
    };
    workspace.query<std::int64_t>(this, work, [this](const Result<std::int64_t>& records) {
        m_timer.stop();
        if (records)
            emit finished(*records);
        else
            emit failed(records.error());
    });
}

ExportJob::~ExportJob() {
    m_stop.request_stop();
}

void ExportJob::cancel() {
    m_stop.request_stop();
}

void ExportJob::look() {
    const std::int64_t done = m_board->done;
    if (done < 0)
        return;
    m_meter.sample(systemClock().monotonic(), done);
    m_progress = {done, m_board->all, m_meter.perSecond(), m_meter.timeLeft(m_board->all - done)};
    if (!std::exchange(m_hasBegun, true))
        emit begun();
    emit progressed();
}

} // namespace muniment
