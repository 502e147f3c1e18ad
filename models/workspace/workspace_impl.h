// What a Workspace holds. Everything here is used in the owner's thread, except where a line says otherwise.
#pragma once

#include "models/workspace/awaited_events.h"
#include "models/workspace/command_workers.h"
#include "models/workspace/file_watch.h"
#include "models/workspace/own_writes.h"
#include "models/workspace/owner_mailbox.h"
#include "models/workspace/query_pool.h"
#include "models/workspace/sync_engine.h"
#include "models/workspace/workspace.h"

#include <QPointer>

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

    [[nodiscard]] bool keepsWords() const { return m_keepsWords; }

    [[nodiscard]] const std::vector<SavedView>& savedViews() const { return m_views; }

    [[nodiscard]] const std::vector<ColourRule>& colourRules() const { return m_colourRules; }

    [[nodiscard]] const TenantZones& tenantZones() const { return m_tenantZones; }

    [[nodiscard]] const std::vector<StagedLine>& stagedLines() const { return m_staged; }

    [[nodiscard]] GuardLevel guardLevel() const { return m_guard; }

    [[nodiscard]] const std::vector<IntakeMapping>& intakeMappings() const { return m_intakeMappings; }

    [[nodiscard]] const std::vector<CompromiseMark>& compromises() const { return m_compromises; }

    [[nodiscard]] std::vector<WorkspaceRegion> endpoints() const;

    void startFollowing();
    void stopFollowing();
    void syncNow();
    [[nodiscard]] std::vector<RegionStatus> regions() const;
    [[nodiscard]] SyncProgress progress() const;
    [[nodiscard]] std::optional<Error> pausedBy() const;
    void rebuild(const std::string& readModel);

    Ticket query(QObject* context, QueryPool::Work work, std::function<void(Result<std::any>)> done);

    [[nodiscard]] OwnWrites& ownWrites() { return m_ownWrites; }

    void submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                std::function<void(const Error&)> onUnknown, std::chrono::milliseconds wait);
    void preview(const RegionName& region, std::vector<CommandRequest> requests, QObject* context,
                 std::function<void(std::vector<Result<CommandResult>>)> done);
    void compare(CommandRequest request, QObject* context, std::function<void(Result<ThreeWays>)> done);
    using RegionWork = std::function<Result<std::any>(EventStore&, const std::stop_token&)>;
    Ticket askRegion(const RegionName& region, QObject* context, RegionWork work,
                     std::function<void(Result<std::any>)> done);

    [[nodiscard]] StoreOpener storeOpener() const { return m_open; }

    [[nodiscard]] std::shared_ptr<SecretSource> secrets() const { return m_options.secrets; }

    [[nodiscard]] Result<std::unique_ptr<BulkRun>> makeBulkRun(const RegionName& region,
                                                               const BulkRunSettings& settings) const;

    void change(WorkspaceChange change, QObject* context, std::function<void(Result<void>)> done);
    void annotate(const std::map<EventNumber, EventAnnotation>& annotations, QObject* context,
                  std::function<void(Result<void>)> done);
    void recordDisclosure(EventNumber number, const std::string& field, const std::string& reason, QObject* context,
                          std::function<void(Result<void>)> done);

private:
    /// What the file says of itself.
    struct Settings {
        std::string operatorName;
        bool keepsWords = true;
        std::vector<RegionRecord> regions;
        std::vector<SavedView> views;
        std::vector<ColourRule> colourRules;
        TenantZones tenantZones;
        std::vector<StagedLine> staged;
        GuardLevel guard = GuardLevel::Direct;
        std::vector<IntakeMapping> intakeMappings;
        std::vector<CompromiseMark> compromises;
    };

    using Answer = std::function<void(const Result<void>&)>; ///< any thread

    /// Brings a result to `done` in the owner's thread, unless `context` has died by then.
    [[nodiscard]] Answer answerTo(QObject* context, std::function<void(Result<void>)> done);
    [[nodiscard]] tl::unexpected<Error> readOnly() const;
    [[nodiscard]] std::string author() const;
    [[nodiscard]] Result<Settings> readSettings() const; ///< any thread
    void takeSettings(const Settings& settings, const std::vector<RegionName>& replaced);
    [[nodiscard]] SyncListener listener();
    /// nullptr for a region that the workspace does not have.
    [[nodiscard]] CommandWorker* workerOf(const RegionName& region);
    /// The command of that number has been answered.
    void settle(std::uint64_t number, const RegionName& region, const Result<CommandResult>& result);
    [[nodiscard]] bool isVisible(const RegionName& region, const LogKey& key) const;
    void deliverWhenVisible(const RegionName& region, LogKey key, std::chrono::milliseconds wait,
                            std::function<void()> deliver);
    void showApplied(const AppliedBatch& batch);
    void showWatched(const std::vector<RegionRecord>& records);
    void postRegionChanged(const RegionName& region); ///< any thread
    [[nodiscard]] bool isBroughtByItself(const RegionName& region) const;

    Workspace& m_owner;
    std::unique_ptr<Replica> m_replica;
    WorkspaceOptions m_options;
    StoreOpener m_open;
    std::shared_ptr<OwnerMailbox> m_mailbox;
    std::string m_operatorName;
    bool m_keepsWords = true;
    std::vector<SavedView> m_views;
    std::vector<ColourRule> m_colourRules;
    TenantZones m_tenantZones;
    std::vector<StagedLine> m_staged;
    GuardLevel m_guard = GuardLevel::Direct;
    std::vector<IntakeMapping> m_intakeMappings;
    std::vector<CompromiseMark> m_compromises;
    std::map<RegionName, RegionRecord> m_records; ///< cursors as shown: what batchApplied has told
    CommandWorkers m_workers;
    AwaitedEvents m_awaited;
    OwnWrites m_ownWrites;
    bool m_isFollowingWanted = false;

    std::mutex m_mutex;
    std::set<RegionName> m_changedRegions; ///< told with the next post

    std::unique_ptr<SyncEngine> m_engine; ///< absent when read-only
    std::unique_ptr<FileWatch> m_watch;   ///< only when read-only
    std::unique_ptr<QueryPool> m_pool;
};

} // namespace muniment
