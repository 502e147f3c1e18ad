// The workspace file: one SQLite file in WAL mode, one writer, any number of snapshot readers. Design §5.
#pragma once

#include "models/domain/event.h"
#include "models/domain/replica_policy.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"
#include "models/replica/tenant_zones.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// File format this program writes; files of every earlier version are migrated on open, later ones refused.
constexpr int kReplicaSchemaVersion = 7;

struct WorkspaceRegion {
    RegionName region;
    std::string endpoint; ///< without secrets

    bool operator==(const WorkspaceRegion&) const = default;
};

struct ReplicaSettings {
    std::vector<WorkspaceRegion> regions;
    std::string operatorName;              ///< the actor of commands; empty: the endpoint's database user
    bool indexesWords = true;              ///< about 15 bytes an event; see setWordIndex()
    std::optional<PolicyNote> policy = {}; ///< what the file may hold from its beginning; absent: everything
};

/// What the file knows of a region.
struct RegionRecord {
    RegionName region;
    std::string endpoint;
    std::int64_t events = 0;
    std::optional<LogKey> cursor;
    std::optional<HeldEvent> newestHeld;
    std::optional<StoreMark> mark;
    std::optional<Instant> knownThrough;
    DataForm form = DataForm::Whole; ///< the most that may be held of who lives there; Nothing: it is not followed
};

/// Something found wrong in a log or in the file. The event stays; the finding points at it.
struct Finding {
    std::string kind; ///< "sequence.hole", "sequence.inversion", "position.forged", "event.repeated",
                      ///< "payload.<fault>", "time.inversion", "file.…", "index.…"
    RegionName region;
    std::optional<EventNumber> event;
    std::string detail;
};

/// A batch made ready off the writer's thread: payloads checked against the canonical form and compressed.
class PreparedBatch;

/// What one transaction of the writer added.
struct AppliedBatch {
    RegionName region;
    std::int64_t events = 0;
    std::optional<LogKey> cursor;
    std::optional<Instant> knownThrough;
    std::set<std::string, std::less<>> touched; ///< names of the read models that have new rows

    [[nodiscard]] bool touches(std::string_view readModel) const { return touched.contains(readModel); }
};

enum class ReplicaAccess { ReadOnly, ReadWrite };

class ReplicaWriter;
enum class KeptText;
struct AnnotatedEvent;
struct Disclosure;
struct SavedView;
struct StagedLine;
enum class GuardLevel;
struct ColourRule;
struct CompromiseMark;

/// An open workspace file. Thread-safe except where said.
class Replica {
public:
    /// FileExists when there is one. The file gets mode 0600.
    [[nodiscard]] static Result<std::unique_ptr<Replica>> create(const std::filesystem::path& file,
                                                                 const ReplicaSettings& settings);
    /// ReadWrite takes the writer's lock (FileInUse when another process holds it), migrates and checks the file;
    /// ReadOnly reads beside a running writer, of the same version only. NotAWorkspace, FileCorrupt, FileTooNew,
    /// FileReadOnly, FileMissing say what is wrong; a refused file is not changed.
    [[nodiscard]] static Result<std::unique_ptr<Replica>> open(const std::filesystem::path& file, ReplicaAccess access);
    Replica(const Replica&) = delete;
    Replica& operator=(const Replica&) = delete;
    ~Replica();

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] ReplicaAccess access() const;
    /// A consistent read-only view of the last committed batch; give it back soon, it keeps the WAL from shrinking.
    [[nodiscard]] Result<std::unique_ptr<Snapshot>> snapshot();
    /// The one writer; nullptr when read-only. Used by one thread at a time.
    [[nodiscard]] ReplicaWriter* writer();

    /// Closes both; `by` takes the name of `old`, whose data are gone with that. Nobody may have a snapshot of either.
    /// FileInUse (context "readers") when another process reads `old`: both are closed then, and stay as they are. The
    /// writer's lock of `old` is held throughout.
    [[nodiscard]] static Result<void> replace(std::unique_ptr<Replica> old, std::unique_ptr<Replica> by);

private:
    class Impl;
    explicit Replica(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Checks and compresses a batch's payloads. Thread-safe; costs about 3 µs an event.
[[nodiscard]] std::shared_ptr<PreparedBatch> prepareBatch(Batch batch);

class ReplicaWriter {
public:
    virtual ~ReplicaWriter() = default;
    /// Events, everything projected from them, and the cursor in one transaction; at most 65,536 events a call. All or
    /// nothing. DiskFull and FileError leave the file as it was. A batch whose first key is not beyond the cursor is
    /// LogRewound.
    [[nodiscard]] virtual Result<AppliedBatch> apply(const PreparedBatch& batch) = 0;
    /// As apply(), but the transaction stays open, so that a backlog pays once for pages that every batch touches.
    /// Readers see the batch and a crash spares it from commit() on, which everything else here begins with. A failure
    /// of stage() or commit() takes back every batch since the last commit.
    [[nodiscard]] virtual Result<AppliedBatch> stage(const PreparedBatch& batch) = 0;
    /// Does nothing when nothing is staged.
    [[nodiscard]] virtual Result<void> commit() = 0;
    /// Nothing new, but the region is known further: moves its known-through only.
    [[nodiscard]] virtual Result<void> recordKnownThrough(const RegionName& region, Instant knownThrough) = 0;
    [[nodiscard]] virtual Result<void> recordStoreMark(const RegionName& region, const StoreMark& mark) = 0;
    /// A person says that another database than the one followed so far is the region's: the mark seen next is
    /// recorded as the first. Cursor and newest event stay, and what answers has to hold them.
    [[nodiscard]] virtual Result<void> forgetStoreMark(const RegionName& region) = 0;
    [[nodiscard]] virtual Result<void> setRegions(const std::vector<WorkspaceRegion>& regions) = 0;
    [[nodiscard]] virtual Result<void> setOperatorName(const std::string& name) = 0;
    /// All of them, in their order; names are unique.
    [[nodiscard]] virtual Result<void> setSavedViews(const std::vector<SavedView>& views) = 0;
    /// All of them, in their order; names are unique.
    [[nodiscard]] virtual Result<void> setColourRules(const std::vector<ColourRule>& rules) = 0;
    /// All of them; one for each account.
    [[nodiscard]] virtual Result<void> setCompromiseMarks(const std::vector<CompromiseMark>& marks) = 0;
    /// Each replaces what its tenant had; an empty id takes it away.
    [[nodiscard]] virtual Result<void> setTenantZones(const TenantZones& changed) = 0;
    /// Each replaces what its event had; NotFound, and nothing is written, when the file has no such event.
    [[nodiscard]] virtual Result<void> setAnnotations(const std::vector<AnnotatedEvent>& annotated) = 0;
    [[nodiscard]] virtual Result<void> recordDisclosure(const Disclosure& disclosure) = 0;
    /// All of them, in their order; ids are unique.
    [[nodiscard]] virtual Result<void> setStagedLines(const std::vector<StagedLine>& lines) = 0;
    [[nodiscard]] virtual Result<void> setGuardLevel(GuardLevel level) = 0;
    /// Replaces it as a whole.
    [[nodiscard]] virtual Result<void> setKeptText(KeptText which, const std::string& json) = 0;
    /// All of them, oldest first; the last is in force, and the file's events obey it. How a policy is changed:
    /// models/workspace/policy_run.h.
    [[nodiscard]] virtual Result<void> setPolicyNotes(const std::vector<PolicyNote>& notes) = 0;
    /// Whether words of events are found by the index. No longer: they go at once. From now on: once "index" has been
    /// rebuilt.
    [[nodiscard]] virtual Result<void> setWordIndex(bool isWanted) = 0;

    /// Rebuilds one read model ("organizations", "users"), the index ("index") or the trees ("trees") into shadow
    /// tables, a slice a call so that batches come between; the old one stays readable until the swap. Call until the
    /// progress is done.
    struct RebuildProgress {
        std::int64_t done = 0;
        std::int64_t total = 0;
        bool isFinished = false;
    };

    [[nodiscard]] virtual Result<RebuildProgress> rebuildSlice(const std::string& readModel) = 0;
    /// Free pages back, WAL back into the file; done at close too.
    [[nodiscard]] virtual Result<void> checkpoint() = 0;
};

/// Names of what can be rebuilt: the read models, "index" and "trees".
[[nodiscard]] const std::vector<std::string>& readModelNames();
/// `doctor`: structure of the file, cursors against rows, projections against a fold of the events (every `sample`-th
/// entity, 1 = all). Never changes the file.
[[nodiscard]] Result<std::vector<Finding>> examineReplica(Snapshot& snapshot, int sample, std::stop_token stop,
                                                          const std::function<void(double)>& progress);

} // namespace muniment
