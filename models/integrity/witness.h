// Seals what a workspace file holds: verifies what came since the last time, then signs how the trees stand, and keeps
// that outside of the file.
#pragma once

#include "models/base/clock.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/signing_key.h"
#include "models/integrity/verification.h"
#include "models/replica/trees/tree_reader.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace muniment {

/// What one call of seal() did.
struct Sealing {
    std::vector<std::string> notes;           ///< signed, and on the disk
    std::int64_t events = 0;                  ///< that no checkpoint of this witness covered before
    std::optional<TrailFinding> refused = {}; ///< nothing is signed of this region: the file contradicts itself
};

struct WitnessSettings {
    /// A region is signed no more often while events come: a later checkpoint says all that an earlier one does.
    std::chrono::seconds pause{5};
    std::chrono::seconds heartbeat{300}; ///< a region without news is signed again after that: silence is evidence too
    /// How long a region's state waits for the other regions to be known as far, before its tenants' heads are signed
    /// one by one instead.
    std::chrono::seconds patience{30};
};

enum class SealWhen {
    Due,  ///< as WitnessSettings say
    Last, ///< no later call comes: nothing stays unsealed for a pause or for another region
};

/// Of a region whose every tenant the file holds, one line states all: the tree over their heads at the log's position.
/// It waits until the other regions are known as far, since an organization may have moved there meanwhile, and bring
/// the end of its history from there. Of a file that may not hold everybody, the heads themselves are signed.
/// Used by one thread; file, kept checkpoints, key and clock must live as long.
class Witness {
public:
    Witness(Replica& replica, KeptCheckpoints& kept, const SigningKey& key, const Clock& clock,
            WitnessSettings settings = {});

    /// Before the first seal(): verifies the whole file against itself and what is kept. With findings, seal() refuses.
    [[nodiscard]] Result<Verification> begin(const SealedHistory& sealed, const std::stop_token& stop,
                                             const VerifyProgress& progress);
    /// Signs what is new. May be called as often as wanted; each new event is hashed anew from its columns first, by a
    /// second reading of the file.
    [[nodiscard]] Result<Sealing> seal(SealWhen when = SealWhen::Due);

private:
    using TreeName = std::tuple<RegionName, TenantId, std::int32_t>;

    /// A region's state that waits for the others.
    struct Candidate {
        std::string origin;
        TreeHead head;
        Instant knownThrough;
        Instant madeAt;
        std::int64_t events = 0;
        std::map<TreeName, std::uint64_t> sizes; ///< of its trees
    };

    struct Region {
        std::optional<Candidate> waiting;
        std::optional<Instant> signedAt;
        std::optional<LogKey> signedCursor;
        bool isRefused = false;
    };

    [[nodiscard]] Result<std::optional<TrailFinding>> verifyNews(Snapshot& snapshot, const TreeRecord& tree);
    [[nodiscard]] Result<void> sealRegion(const RegionRecord& record, const std::vector<RegionRecord>& all,
                                          const std::vector<TreeRecord>& trees, SealWhen when, Sealing& sealing);
    [[nodiscard]] Result<void> sealHeads(const RegionName& region, const std::vector<TreeRecord>& trees,
                                         Sealing& sealing);
    [[nodiscard]] Result<void> sign(std::string origin, const TreeHead& head, Sealing& sealing);
    [[nodiscard]] std::int64_t unsealedEvents(const RegionName& region, const std::vector<TreeRecord>& trees) const;

    Replica& m_replica;
    KeptCheckpoints& m_kept;
    const SigningKey& m_key;
    const Clock& m_clock;
    const WitnessSettings m_settings;
    LeafHasher m_hasher;
    std::map<TreeName, CompactRange> m_verified; ///< as far as this object has hashed the events itself
    std::map<TreeName, std::uint64_t> m_sealed;  ///< sizes
    std::map<RegionName, Region> m_regions;
    bool m_isLimited = false;
};

/// The tree over the heads of a region's tenants (resources/integrity/leaf_v1.md); `trees` in the order of
/// treeRecords(), of any regions.
[[nodiscard]] TreeHead regionHead(LeafHasher& hasher, const RegionName& region, const std::vector<TreeRecord>& trees);

} // namespace muniment
