// What a Workspace holds. Everything here is used in the owner's thread, except where a line says otherwise.
#pragma once

#include "models/workspace/command_worker.h"
#include "models/workspace/file_watch.h"
#include "models/workspace/owner_mailbox.h"
#include "models/workspace/query_pool.h"
#include "models/workspace/sync_engine.h"
#include "models/workspace/workspace.h"

#include <QPointer>

#include <list>
#include <map>
#include <set>

namespace muniment {

class Workspace::Impl {
public:
    Impl(Workspace& owner, std::unique_ptr<Replica> replica, WorkspaceOptions options);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl();

    /// Reads what the file knows and starts the threads that are always there.
    [[nodiscard]] Result<void> begin();

    [[nodiscard]] const std::filesystem::path& file() const { return m_replica->file(); }

    [[nodiscard]] bool isReadOnly() const { return !m_replica->writer(); }

    [[nodiscard]] const std::string& operatorName() const { return m_operatorName; }

    [[nodiscard]] std::vector<WorkspaceRegion> endpoints() const;

    void startFollowing();
    void stopFollowing();
    void syncNow();
    [[nodiscard]] std::vector<RegionStatus> regions() const;
    [[nodiscard]] SyncProgress progress() const;
    [[nodiscard]] std::optional<Error> pausedBy() const;
    void rebuild(const std::string& readModel);

    Ticket query(QObject* context, QueryPool::Work work, std::function<void(Result<std::any>)> done);
    void submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                std::function<void(const Error&)> onUnknown, std::chrono::milliseconds wait);

    [[nodiscard]] Result<void> setRegions(const std::vector<WorkspaceRegion>& regions);
    [[nodiscard]] Result<void> setOperatorName(const std::string& name);

private:
    /// A command that is done and whose events are not in the file yet.
    struct Awaited {
        std::uint64_t number = 0;
        RegionName region;
        LogKey key;
        std::function<void()> deliver;
    };

    [[nodiscard]] Result<void> readRegions();
    [[nodiscard]] SyncListener listener();
    [[nodiscard]] CommandWorker* workerOf(const RegionName& region);
    void deliverWhenVisible(const RegionName& region, LogKey key, std::chrono::milliseconds wait,
                            std::function<void()> deliver);
    void deliverAwaited(std::uint64_t number);
    void showApplied(const AppliedBatch& batch);
    void showWatched(const std::vector<RegionRecord>& records);
    void postRegionChanged(const RegionName& region); ///< any thread
    [[nodiscard]] bool isBroughtByItself(const RegionName& region) const;
    [[nodiscard]] Result<void> onWriter(std::function<Result<void>(ReplicaWriter&)> job);

    Workspace& m_owner;
    std::unique_ptr<Replica> m_replica;
    WorkspaceOptions m_options;
    StoreOpener m_open;
    std::shared_ptr<OwnerMailbox> m_mailbox;
    std::string m_operatorName;
    std::map<RegionName, RegionRecord> m_records; ///< cursors as shown: what batchApplied has told
    std::map<RegionName, std::unique_ptr<CommandWorker>> m_workers;
    std::vector<std::unique_ptr<CommandWorker>> m_leavingWorkers; ///< of endpoints that were changed
    std::list<Awaited> m_awaited;
    std::uint64_t m_lastAwaited = 0;

    std::mutex m_mutex;
    std::set<RegionName> m_changedRegions; ///< told with the next post

    std::unique_ptr<SyncEngine> m_engine; ///< absent when read-only
    std::unique_ptr<FileWatch> m_watch;   ///< only when read-only
    std::unique_ptr<QueryPool> m_pool;
};

} // namespace muniment
