// One region being followed, on a thread of its own.
#pragma once

#include "models/base/clock.h"
#include "models/spool/follower.h"
#include "models/workspace/batch_sink.h"
#include "models/workspace/reconciling.h"
#include "models/workspace/store_opener.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <functional>
#include <memory>

namespace muniment {

struct RegionSyncSetup {
    WorkspaceRegion region;
    FollowerSettings follower;
    StoreOpener open;
    std::string holder = {};      ///< names the file's copy to the region's server (copy_telling.h)
    bool givesWay = false;        ///< the thread lets others go first
    const Clock* clock = nullptr; ///< lives as long as the process
    std::shared_ptr<WriterInbox> inbox;
    /// The file's record of the region; asked on the region's thread, once the writer is through with what came before.
    std::function<Result<RegionRecord>()> record;
    std::function<Result<bool>()> hasWords;              ///< likewise: whether the file's index knows words
    std::function<Result<ReplicaPolicy>()> policy;       ///< likewise
    InboxSink::Held held;                                ///< likewise
    Reconciling::WithFile withFile;                      ///< likewise; absent: nothing is reconciled
    std::function<void(const FollowerStatus&)> onStatus; ///< on the region's thread, never after detach()
    std::function<void()> onEnded;                       ///< likewise; the last call
};

/// A network call that does not come back (a name server, a peer that is gone) must not keep the program from closing:
/// the thread owns all it uses, so it can be left behind.
class RegionSync {
public:
    explicit RegionSync(RegionSyncSetup setup); ///< starts the thread
    RegionSync(const RegionSync&) = delete;
    RegionSync& operator=(const RegionSync&) = delete;
    ~RegionSync(); ///< leaves the thread behind when it still runs

    void wake();
    /// Asks the thread to end and returns; the follower has the running call cancelled.
    void requestStop();
    [[nodiscard]] bool hasEnded() const;
    /// False: still running when `deadline` came.
    [[nodiscard]] bool waitEnded(std::chrono::steady_clock::time_point deadline) const;

private:
    class Body;
    std::shared_ptr<Body> m_body;
};

} // namespace muniment
