// Rows that were checked on their way to their region: started, watched, paused, cancelled.
#pragma once

#include "models/items/bulk_check.h"
#include "models/workspace/bulk_run.h"
#include "models/workspace/progress_meter.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Lives in the GUI thread. Destroying it sends nothing further.
class BulkSending : public QObject {
    Q_OBJECT
public:
    /// `workspace` outlives it.
    BulkSending(Workspace& workspace, QObject* parent);
    ~BulkSending() override;

    /// All rows that can be sent, in the operator's name and with this reason. Not while it is running.
    void start(const CheckedTable& checked, const std::string& reason);
    void pause();
    void resume();
    /// What is on its way is answered; what waits stays unsent.
    void cancel();
    /// Forgets what came of the last ones. Not while it is running.
    void drop();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

    /// As of the last `progressed`.
    [[nodiscard]] const BulkRunStatus& status() const { return m_status; }

    [[nodiscard]] const RegionName& region() const { return m_region; }

    /// Of everything that was sent; absent before.
    [[nodiscard]] const std::optional<Uuid>& correlation() const { return m_correlation; }

    [[nodiscard]] double perSecond() const { return m_meter.perSecond(); }

    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;

    /// Rows of the table, and what has become of them.
    using Changes = std::vector<std::pair<std::size_t, BulkOutcome>>;

signals:
    void begun();
    /// At most ten times a second, before `progressed`.
    void rowsChanged(const muniment::BulkSending::Changes& changes);
    void progressed();
    /// Everything is answered, or was cancelled; status() tells.
    void ended();

private:
    void look();

    Workspace& m_workspace;
    std::unique_ptr<BulkRun> m_run;
    std::vector<std::size_t> m_rows; ///< of the table, in the order in which they were given to the run
    BulkRunStatus m_status;
    RegionName m_region;
    std::optional<Uuid> m_correlation;
    ProgressMeter m_meter;
    QTimer m_timer;
    bool m_hasEnded = false;
};

} // namespace muniment
