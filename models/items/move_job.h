// The move of an organization from the window: looked at, carried out, gone on with, taken back.
#pragma once

#include "models/regions/find_move.h"
#include "models/regions/tenant_move.h"
#include "models/workspace/workspace.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace muniment {

/// What is asked of a job.
struct MoveOrder {
    enum class Kind {
        Look,     ///< where it lives and what is under way; with `to`: what is in the way
        CarryOut, ///< to `to`; goes on where a move stands
        TakeBack, ///< the move that is under way
    };
    Kind kind = Kind::Look;
    TenantId tenant;
    std::optional<RegionName> to = {};
    std::string operatorName = {}; ///< empty: the endpoint's database user
    std::string reason = {};
};

/// What looking has found.
struct MoveOutlook {
    TenantWhereabouts where;
    std::optional<MovePreflight> preflight; ///< when a home and `to` are known, and no move is under way
};

/// Runs on a thread of its own from the moment it is made. Destroying it asks the thread to end and does not wait: what
/// is under way can be gone on with. Exactly one of the last three signals follows.
class MoveJob : public QObject {
    Q_OBJECT
public:
    MoveJob(const Workspace& workspace, MoveOrder order, QObject* parent);
    ~MoveJob() override;

    /// `failed` follows with Cancelled, unless it is done before.
    void stop();

signals:
    void progressed(const muniment::MoveProgress& progress);
    void looked(const muniment::MoveOutlook& outlook);
    /// CarryOut with its report; TakeBack without.
    void finished(const std::optional<muniment::MoveReport>& report);
    void failed(const muniment::Error& error);

private:
    class Body;
    std::shared_ptr<Body> m_body;
};

} // namespace muniment
