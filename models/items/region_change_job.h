// A change of a database's regions from the window: looked at with what has to hold, carried out, followed.
#pragma once

#include "models/regions/region_change_run.h"
#include "models/regions/region_server.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace muniment {

/// Two sessions with one server, and what it is.
struct OpenedChange {
    std::shared_ptr<ChangeSessions> sessions;
    postgres::CockroachVersion version;
};

/// Called on a thread that may block. Refused (reason "notCockroach") for a server that is none.
using OpenChange = std::function<Result<OpenedChange>()>;

[[nodiscard]] OpenChange openChangeAt(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets);

struct RegionChangeOrder {
    RegionChange change;
    /// The statements that a person has read and agreed to: they are sent when the plan is still these. Empty: the
    /// change is looked at only.
    std::vector<std::string> agreed = {};
};

struct RegionOutlook {
    DatabaseFacts facts;
    RegionPlan plan;
};

/// Runs on a thread of its own from the moment it is made. Destroying it ends the asking; a change that was sent is the
/// cluster's and goes on there. Exactly one of the last three signals follows; `looked` also when something was agreed
/// to and the plan is another one by now: then nothing was sent.
class RegionChangeJob : public QObject {
    Q_OBJECT
public:
    RegionChangeJob(OpenChange open, RegionChangeOrder order, QObject* parent);
    ~RegionChangeJob() override;

    /// No more waiting: `finished` follows with NotKnown when the change was sent.
    void stop();

signals:
    void progressed(const muniment::ChangeProgress& progress);
    void looked(const muniment::RegionOutlook& outlook);
    void finished(const muniment::ChangeOutcome& outcome);
    void failed(const muniment::Error& error);

private:
    class Body;
    std::shared_ptr<Body> m_body;
};

} // namespace muniment
