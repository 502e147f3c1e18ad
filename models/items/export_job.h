// An export on its way: started, watched, cancelled.
#pragma once

#include "models/items/export_request.h"
#include "models/workspace/progress_meter.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace muniment {

/// Carried out by `run` on the workspace's query pool from the moment it is made; `workspace` outlives it. Destroying
/// it cancels it.
class ExportJob : public QObject {
    Q_OBJECT
public:
    ExportJob(Workspace& workspace, ExportRequest request, const ExportRun& run, QObject* parent);
    ~ExportJob() override;

    [[nodiscard]] const ExportRequest& request() const { return m_request; }

    struct Progress {
        std::int64_t done = 0;
        std::int64_t all = 0;
        double perSecond = 0;
        std::optional<std::chrono::seconds> timeLeft;
    };

    [[nodiscard]] const Progress& progress() const { return m_progress; }

    /// `failed` follows with Cancelled, once nothing is left of the file.
    void cancel();

signals:
    /// The file could be made and rows go into it; not told of an export that is finished before.
    void begun();
    void progressed(); ///< five times a second
    /// The file is there, in full.
    void finished(qint64 records);
    /// There is no file; Cancelled when it was.
    void failed(const muniment::Error& error);

private:
    /// What the pool's thread tells; -1: nothing yet.
    struct Board {
        std::atomic<std::int64_t> done{-1};
        std::atomic<std::int64_t> all{0};
    };

    void look();

    ExportRequest m_request;
    std::shared_ptr<Board> m_board;
    std::stop_source m_stop;
    ProgressMeter m_meter;
    Progress m_progress;
    bool m_hasBegun = false;
    QTimer m_timer;
};

} // namespace muniment
