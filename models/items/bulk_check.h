// The dry run of a table: what each of its rows would do, before anything is sent.
#pragma once

#include "models/bulk/bulk_plan.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace muniment {

struct BulkQuestion {
    TenantId tenant;
    std::shared_ptr<const CsvTable> table; ///< not null
    BulkMapping mapping;                   ///< nothing required is missing
};

/// A table with what its rows would do. Crosses threads and does not change.
struct CheckedTable {
    BulkQuestion question;
    BulkPlan plan;
};

/// Lives in the GUI thread; planBulk() on the workspace's query pool.
class BulkCheck : public QObject {
    Q_OBJECT
public:
    /// `workspace` outlives it.
    BulkCheck(Workspace& workspace, QObject* parent);
    ~BulkCheck() override;

    void start(BulkQuestion question);
    /// Also forgets what was checked before.
    void drop();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// Null while there is none.
    [[nodiscard]] const std::shared_ptr<const CheckedTable>& checked() const { return m_checked; }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    [[nodiscard]] std::int64_t done() const { return m_board ? m_board->load() : 0; } ///< rows

signals:
    void changed();    ///< it has begun, or has come to its end
    void progressed(); ///< five times a second

private:
    Workspace& m_workspace;
    std::shared_ptr<const CheckedTable> m_checked;
    std::optional<Error> m_error;
    std::shared_ptr<std::atomic<std::int64_t>> m_board;
    std::stop_source m_stop;
    std::uint64_t m_check = 0; ///< an answer to an earlier one is dropped
    bool m_isRunning = false;
    QTimer m_timer;
};

} // namespace muniment
