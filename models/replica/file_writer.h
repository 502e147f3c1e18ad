// The one writer of a workspace file. Public face: ReplicaWriter in replica.h.
#pragma once

#include "models/replica/aggregate_codes.h"
#include "models/replica/checkpointer.h"
#include "models/replica/dictionaries.h"
#include "models/replica/event_rows.h"
#include "models/replica/index/index_writer.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/rebuild.h"
#include "models/replica/replica.h"
#include "models/replica/run_state.h"
#include "models/replica/tenant_moves.h"
#include "models/replica/trees/tree_writer.h"

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace muniment {

class FileWriter final : public ReplicaWriter {
public:
    explicit FileWriter(std::unique_ptr<SQLite::Database> database);
    ~FileWriter() override;

    [[nodiscard]] Result<AppliedBatch> apply(const PreparedBatch& batch) override;
    [[nodiscard]] Result<AppliedBatch> stage(const PreparedBatch& batch) override;
    [[nodiscard]] Result<void> commit() override;
    [[nodiscard]] Result<void> recordKnownThrough(const RegionName& region, Instant knownThrough) override;
    [[nodiscard]] Result<void> recordStoreMark(const RegionName& region, const StoreMark& mark) override;
    [[nodiscard]] Result<void> forgetStoreMark(const RegionName& region) override;
    [[nodiscard]] Result<void> setRegions(const std::vector<WorkspaceRegion>& regions) override;
    [[nodiscard]] Result<void> setOperatorName(const std::string& name) override;
    [[nodiscard]] Result<void> setSavedViews(const std::vector<SavedView>& views) override;
    [[nodiscard]] Result<void> setStagedLines(const std::vector<StagedLine>& lines) override;
    [[nodiscard]] Result<void> setGuardLevel(GuardLevel level) override;
    [[nodiscard]] Result<void> setKeptText(KeptText which, const std::string& json) override;
    [[nodiscard]] Result<void> setCompromiseMarks(const std::vector<CompromiseMark>& marks) override;
    [[nodiscard]] Result<void> setColourRules(const std::vector<ColourRule>& rules) override;
    [[nodiscard]] Result<void> setTenantZones(const TenantZones& changed) override;
    [[nodiscard]] Result<void> setAnnotations(const std::vector<AnnotatedEvent>& annotated) override;
    [[nodiscard]] Result<void> recordDisclosure(const Disclosure& disclosure) override;
    [[nodiscard]] Result<void> setPolicyNotes(const std::vector<PolicyNote>& notes) override;
    [[nodiscard]] Result<void> setWordIndex(bool isWanted) override;
    [[nodiscard]] Result<RebuildProgress> rebuildSlice(const std::string& readModel) override;
    [[nodiscard]] Result<void> checkpoint() override;

private:
    struct LiveModel {
        const ReadModelDescription* description;
        std::unique_ptr<ReadModel> model;
    };

    /// What takes in the events of aggregates of one type.
    struct ModelsOfType {
        std::vector<LiveModel*> models;
        bool isListed = false;
    };

    struct LiveRun {
        LiveRun(sqlite3* db, std::int64_t run) : state(db, run), insertEvents(db, run) {}

        RunState state;
        EventInsert insertEvents;
    };

    /// Everything kept in memory for speed; a function of what is committed, and made anew after a rollback.
    struct Memory {
        explicit Memory(sqlite3* db);
        bool isExcerpt = false; ///< of chosen events: it has no trees, and misses no event
        Dictionaries dictionaries;
        Addresses addresses;
        IndexWriter index;
        AggregateCodes aggregates;
        TenantMoves moves;
        TreeWriter trees;
        sqlite::Statement insertFence, insertFinding, moveKnownThrough;
        std::map<RegionName, LiveRun> runs;
        std::map<std::pair<TenantId, std::int32_t>, LiveRun> backfills;
        std::vector<LiveModel> models;
        std::map<std::string, ModelsOfType, std::less<>> modelsByType; ///< of aggregates
    };

    /// What the dictionaries said of the names in a batch; 0: not asked yet.
    struct NameCodes {
        std::vector<AggregateEntry> aggregates;
        std::vector<const ModelsOfType*> models; ///< of each aggregate
        std::vector<std::int64_t> actors, kinds;
        std::vector<std::uint8_t> marks; ///< of each event so far
        std::vector<EventRow> rows;      ///< of those not written yet
        /// The aggregates' own; of tenants that have moved, under their first home.
        std::vector<Fingerprint> fingerprints;
    };

    /// Runs `work` in a transaction of its own; whatever fails, file and memory are as before.
    template <class Work>
    [[nodiscard]] auto transacted(Work&& work) -> Result<std::invoke_result_t<Work>> {
        if (auto staged = commit(); !staged)
            return tl::unexpected(staged.error());
        settleAfterBacklog();
        auto result = sqlite::guarded([&] {
            sqlite::WriteTransaction transaction(m_db);
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                commitTransaction(transaction);
            } else {
                auto value = work();
                commitTransaction(transaction);
                return value;
            }
        });
        if (!result)
            forget(result.error());
        return result;
    }

    /// What a backlog is worth: memory for pages of the file and for every name in it, and a thread that checkpoints.
    void prepareForBacklog();
    /// Gives that back once nothing has been staged for a while.
    void settleAfterBacklog();
    void stopCheckpointer();
    void begin();
    void commitTransaction(sqlite::WriteTransaction& transaction);
    void setUp(const char* pragma, int value);
    [[nodiscard]] Result<RebuildProgress> rebuildIndexSlice();
    [[nodiscard]] Result<RebuildProgress> rebuildTreesSlice();
    void forget(Error& error);
    [[nodiscard]] Memory& memory();
    [[nodiscard]] LiveRun& runOf(const Batch& batch);
    [[nodiscard]] LiveRun& backfillRunOf(const Batch& batch);
    /// The batch without what the file has already of tenants that have moved; absent: all of it is news.
    [[nodiscard]] std::optional<Batch> onlyNews(const Batch& batch);
    [[nodiscard]] std::int64_t heldSequence(const RecordedEvent& event, const RegionName& region);
    [[nodiscard]] Fingerprint fingerprintFor(const RootRegion& root, const RecordedEvent& event) const;
    [[nodiscard]] Result<AppliedBatch> stageIn(const PreparedBatch& batch);
    void addEvents(const PreparedBatch& batch, AppliedBatch& applied);
    /// What is left of `whole`; the run passes the rest of it.
    void addNews(const Batch& whole, const PreparedBatch& news, AppliedBatch& applied);
    /// Notes in `touched` which read models the event changed.
    void write(RunState& run, const PreparedBatch& batch, std::size_t i, NameCodes& names, bool isMisplaced,
               std::set<const LiveModel*>& touched);
    /// The event will be written soon: what is looked up for it can be on its way to the processor meanwhile.
    void expect(const RunState& run, const PreparedBatch& batch, std::size_t i, const NameCodes& names);
    void ask(NameCodes& names, const RunState& run, const PreparedBatch& batch, std::size_t i);
    [[nodiscard]] const ModelsOfType& modelsOf(std::string_view aggregateType);
    void addFinding(std::string_view kind, const RunState& run, EventNumber n, const std::string& detail);
    void moveKnownThrough(const RegionName& region, Instant knownThrough);

    std::unique_ptr<SQLite::Database> m_database;
    sqlite3* m_db;
    std::optional<sqlite::WriteTransaction> m_staged;
    std::optional<std::chrono::steady_clock::time_point> m_lastStaged; ///< absent: not in a backlog
    std::unique_ptr<Checkpointer> m_checkpointer;                      ///< in a backlog; nullptr: the writer does it
    std::unique_ptr<Memory> m_memory;
    std::map<std::string, Rebuild> m_rebuilds;
};

/// Regions and operator of a file; used where a file is made, too. Throws sqlite::Failure.
void writeRegions(sqlite3* db, const std::vector<WorkspaceRegion>& regions);
void writeOperatorName(sqlite3* db, const std::string& name);

} // namespace muniment
