// An open workspace with its threads: a follower per region, the one writer, a pool for queries, a command worker per
// region. The GUI thread talks to this object only; it never waits.
#pragma once

#include "models/commands/command.h"
#include "models/commands/three_ways.h"
#include "models/intake/intake_mapping.h"
#include "models/replica/annotations.h"
#include "models/replica/colour_rules.h"
#include "models/replica/compromise_marks.h"
#include "models/replica/replica.h"
#include "models/replica/saved_views.h"
#include "models/replica/staged_changes.h"
#include "models/spool/follower.h"
#include "models/workspace/store_opener.h"
#include "models/workspace/sync_status.h"

#include <QObject>
#include <QString>

#include <any>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

class BulkRun;
struct BulkRunSettings;

struct WorkspaceOptions {
    ReplicaAccess access = ReplicaAccess::ReadWrite;
    FollowerSettings follower;
    std::shared_ptr<SecretSource> secrets;
    int queryThreads = 2;
    StoreOpener open; ///< absent: openEventStore with `secrets`
};

/// What a person changes about a workspace. Absent: stays as it is.
struct WorkspaceChange {
    std::optional<std::string> operatorName = {};
    std::optional<std::vector<WorkspaceRegion>> regions = {}; ///< all of them, with passwords or without
    std::optional<std::vector<SavedView>> views = {};         ///< all of them
    std::optional<std::vector<ColourRule>> colourRules = {};  ///< all of them, in their order
    /// Whether the file keeps an index of words. No longer: it goes at once. From now on: the index is rebuilt, and
    /// words are found when that is finished.
    std::optional<bool> wordIndex = {};
    std::optional<std::vector<StagedLine>> staged = {}; ///< all of them
    std::optional<GuardLevel> guard = {};
    std::optional<std::vector<IntakeMapping>> intakeMappings = {}; ///< all of them; names are unique
    std::optional<std::vector<CompromiseMark>> compromises = {};   ///< all of them; one for each account
    TenantZones tenantZones = {}; ///< those that change; an empty id takes a tenant's zone away
    /// Where another database has taken the place of the one that was followed, on purpose: it is accepted when it
    /// holds what was synced.
    std::vector<RegionName> replaced = {};
    /// Those that change, whole; of residency as models/regions/residency_settings.h prints them.
    std::map<KeptText, std::string> keptTexts = {};
};

/// Lives in the thread that made it; every signal and callback arrives there. create() and open() read, check and may
/// migrate the file: a worker makes it, and gives it away with moveToThread() before anything else is done with it.
class Workspace : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    create(const std::filesystem::path& file, const ReplicaSettings& settings, WorkspaceOptions options);
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& file,
                                                                 WorkspaceOptions options);
    /// Ends within a second plus the transaction that is being written, whatever the servers do. Callbacks that have
    /// not been called by then never are.
    ~Workspace() override;

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] std::string operatorName() const;
    /// Whether the file shall have an index of words; it may still have to be rebuilt.
    [[nodiscard]] bool keepsWords() const;

    /// The regions with their endpoints as they are stored, in the order of their names.
    [[nodiscard]] std::vector<WorkspaceRegion> endpoints() const;

    [[nodiscard]] std::vector<SavedView> savedViews() const;
    [[nodiscard]] std::vector<ColourRule> colourRules() const;
    [[nodiscard]] TenantZones tenantZones() const;
    /// Commands that were collected and not sent yet, as parseCommand() reads them.
    [[nodiscard]] std::vector<StagedLine> stagedLines() const;
    [[nodiscard]] GuardLevel guardLevel() const;
    [[nodiscard]] std::vector<IntakeMapping> intakeMappings() const;
    [[nodiscard]] std::vector<CompromiseMark> compromises() const;

    /// Also goes on with a rebuild that an index of words waits for.
    void startFollowing();
    /// Asks every thread to end and returns; `stopped` follows. The destructor waits.
    void stopFollowing();
    void syncNow(); ///< F5
    [[nodiscard]] std::vector<RegionStatus> regions() const;
    [[nodiscard]] SyncProgress progress() const;
    /// Set while the writer cannot go on (disk full …): reading works, it tries again by itself.
    [[nodiscard]] std::optional<Error> pausedBy() const;

    /// Runs `work` on the query pool over a fresh snapshot; `done` gets its result in this object's thread unless
    /// `context` has died or the ticket was cancelled. Cancelling interrupts the running statement.
    class Ticket {
    public:
        Ticket() = default;

        explicit Ticket(std::stop_source stop) : m_stop(std::move(stop)) {}

        void cancel() { m_stop.request_stop(); }

    private:
        std::stop_source m_stop{std::nostopstate};
    };

    template <class T>
    Ticket query(QObject* context, std::function<Result<T>(Snapshot&, std::stop_token)> work,
                 std::function<void(Result<T>)> done) {
        return queryAny(
            context,
            [work = std::move(work)](Snapshot& snapshot, std::stop_token stop) -> Result<std::any> {
                auto result = work(snapshot, stop);
                if (!result)
                    return tl::unexpected(result.error());
                return std::any(std::make_shared<T>(std::move(*result)));
            },
            [done = std::move(done)](Result<std::any> result) {
                if (!result)
                    return done(tl::unexpected(result.error()));
                done(std::move(*std::any_cast<std::shared_ptr<T>>(*result)));
            });
    }

    /// Runs the command at the tenant's region, wakes its follower, and calls `done` when the server has answered and,
    /// within `wait`, the replica has the events (CommandResult.appended is set either way). `onUnknown` is called
    /// while the outcome is not known yet: OutcomeUnknown with "stage" = "answer" half a second after the events were
    /// sent, and the reason each time the server was asked for them in vain. Commands of one region run one after
    /// another.
    void submit(CommandRequest request, QObject* context, std::function<void(Result<CommandResult>)> done,
                std::function<void(const Error&)> onUnknown = {},
                std::chrono::milliseconds wait = std::chrono::seconds(5));

    /// Everything that was submitted has been answered, and the file has what was written.
    [[nodiscard]] bool areWritesSettled() const;
    /// For a question that must see one's own writes: calls `done` once, unless `context` has died, at once or as soon
    /// as what was submitted before the call is settled; with false when `wait` is over first.
    void whenWritesSettled(QObject* context, std::function<void(bool)> done,
                           std::chrono::milliseconds wait = std::chrono::seconds(2));

    /// What the requests, all of `region`, would come to: previewCommands() on the region's connection for commands.
    void preview(const RegionName& region, std::vector<CommandRequest> requests, QObject* context,
                 std::function<void(std::vector<Result<CommandResult>>)> done);
    /// compareThreeWays() on the region's connection for commands.
    void compare(CommandRequest request, QObject* context, std::function<void(Result<ThreeWays>)> done);

    /// Runs `work` on the region's connection for commands, after those that were submitted before; `done` as of
    /// query(). After cancel() the stop token says so: work that writes brings itself to an end that is known.
    template <class T>
    Ticket askRegion(const RegionName& region, QObject* context,
                     std::function<Result<T>(EventStore&, const std::stop_token&)> work,
                     std::function<void(Result<T>)> done) {
        return askRegionAny(
            region, context,
            [work = std::move(work)](EventStore& store, const std::stop_token& stop) -> Result<std::any> {
                auto result = work(store, stop);
                if (!result)
                    return tl::unexpected(result.error());
                return std::any(std::make_shared<T>(std::move(*result)));
            },
            [done = std::move(done)](Result<std::any> result) {
                if (!result)
                    return done(tl::unexpected(result.error()));
                done(std::move(*std::any_cast<std::shared_ptr<T>>(*result)));
            });
    }

    /// For many commands at the region, over connections of its own; it does not need the workspace any more. NotFound
    /// for a region that the workspace does not have.
    [[nodiscard]] Result<std::unique_ptr<BulkRun>> makeBulkRun(const RegionName& region,
                                                               const BulkRunSettings& settings) const;

    /// Opens endpoints as the workspace does, and does not need it any more.
    [[nodiscard]] StoreOpener storeOpener() const;
    /// Whom it asks for passwords; may be nullptr.
    [[nodiscard]] std::shared_ptr<SecretSource> secrets() const;

    /// Rebuilds a read model between live batches; `rebuildChanged` tells how far it is. One that is being rebuilt is
    /// not begun twice.
    void rebuild(const std::string& readModel);

    /// Changes endpoints or the operator once the transaction that is being written is through, and calls `done` in
    /// this object's thread unless `context` has died; followers of changed endpoints have been started anew by then.
    /// Passwords in an endpoint's text are not kept: the secret source has to know them.
    void change(WorkspaceChange change, QObject* context, std::function<void(Result<void>)> done);

    /// Replaces what these events had, in the operator's name; one change for all of them. As change(), but nothing is
    /// followed anew.
    void annotate(const std::map<EventNumber, EventAnnotation>& annotations, QObject* context,
                  std::function<void(Result<void>)> done);
    /// Notes in the operator's name that a secret is shown; without an error from `done` it may not be.
    void recordDisclosure(EventNumber number, const std::string& field, const std::string& reason, QObject* context,
                          std::function<void(Result<void>)> done);

signals:
    void batchApplied(const muniment::AppliedBatch& batch);
    void regionChanged(const QString& region);
    void progressChanged();
    void pauseChanged();
    /// endpoints(), operatorName(), keepsWords(), savedViews(), colourRules(), tenantZones(), stagedLines(),
    /// guardLevel(), intakeMappings(), compromises(), or a text that the file keeps
    void settingsChanged();
    void annotationsChanged(); ///< told before the `done` of what changed them
    void rebuildChanged(const muniment::RebuildStatus& status);
    void stopped();

private:
    Workspace();
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> over(std::unique_ptr<Replica> replica,
                                                                 WorkspaceOptions options);
    Ticket queryAny(QObject* context, std::function<Result<std::any>(Snapshot&, std::stop_token)> work,
                    std::function<void(Result<std::any>)> done);
    Ticket askRegionAny(const RegionName& region, QObject* context,
                        std::function<Result<std::any>(EventStore&, const std::stop_token&)> work,
                        std::function<void(Result<std::any>)> done);
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace muniment
