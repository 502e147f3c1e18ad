// Records on their way to events: in portions, so that it tells how far it is, ends when it is told to, and lets other
// commands of the region come between.
#pragma once

#include "models/intake/promotion_run.h"
#include "models/items/request_slot.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

/// What one mapping would make of one record; nothing is written.
struct IntakeTrial {
    RegionName region;
    IntakeMapping mapping;
    IntakeRecord record; ///< in whatever state: it is looked at as if it were new
};

[[nodiscard]] Ask<IntakeTrial, RecordOutcome> askIntakeTrial(Workspace& workspace);

/// Lives in the GUI thread.
class IntakePromotion : public QObject {
    Q_OBJECT
public:
    explicit IntakePromotion(Workspace& workspace, QObject* parent = nullptr);
    /// What is on its way is brought to its end; nothing further is begun.
    ~IntakePromotion() override;

    /// Once. `ids`: these; none: all new records of the region that hold `text`.
    void start(const RegionName& region, const IntakeMapping& mapping, std::vector<Uuid> ids, std::string text);
    /// What has been sent is answered; nothing further is sent.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }

    [[nodiscard]] int promoted() const { return m_promoted; }

    [[nodiscard]] const std::vector<RecordOutcome>& refused() const { return m_refused; }

    /// Why it ended before all was looked at.
    [[nodiscard]] const std::optional<Error>& endedBy() const { return m_endedBy; }

    /// It is not known, just now, whether the last portion was written; the server is being asked.
    [[nodiscard]] bool isNotKnown() const { return m_isNotKnown->load(); }

signals:
    void changed();
    void finished();

private:
    void gather();
    void takeBatch(Result<RecordBatch> batch);
    void promote(std::vector<MappedRecord> mapped);
    void takeReport(Result<PromotionReport> report);
    void note(RecordOutcome outcome);
    void end(std::optional<Error> error = {});

    Workspace& m_workspace;
    RecordChoice m_choice;
    std::vector<Uuid> m_ids; ///< that are still to be looked at
    bool m_isByIds = false;
    IntakeMapping m_mapping;
    std::optional<Uuid> m_correlationId;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<bool>> m_isNotKnown = std::make_shared<std::atomic<bool>>(false);
    QTimer m_tick;
    std::vector<RecordOutcome> m_refused;
    std::optional<Error> m_endedBy;
    int m_promoted = 0;
    bool m_isRunning = false;
};

} // namespace muniment
