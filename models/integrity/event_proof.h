// That one event stands in its tree, and which kept checkpoint says what that tree was: all that somebody else's
// program needs to check it.
#pragma once

#include "models/integrity/checkpoint.h"
#include "models/integrity/verification.h"
#include "models/replica/snapshot.h"
#include "models/replica/trees/tree_prover.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

struct ProofStep {
    Hash hash{};
    bool isLeft = false; ///< of what it is hashed with

    bool operator==(const ProofStep&) const = default;
};

/// A path from a leaf to the root.
struct TreePath {
    std::uint64_t index = 0;
    TreeHead head; ///< the tree's, as the file keeps it
    std::vector<ProofStep> steps;
    Hash reached{}; ///< what leaf and steps come to

    [[nodiscard]] bool holds() const { return reached == head.root; }
};

/// The region's state whose checkpoint covers the event: its tree is over the heads of the tenants' trees.
struct StateProof {
    RegionState state;
    std::string head; ///< the leaf's bytes
    TreePath path;
};

/// The kept checkpoint that covers the event.
struct CoveringSeal {
    std::size_t entry = 0; ///< of the kept checkpoints
    Instant sealedAt;
    bool isOwn = true;
    TreeHead head; ///< as it was signed
    std::string note = {};
};

struct EventProof {
    TenantLog log;
    std::string eventId;
    std::string leaf; ///< bytes, of the event's columns as they are now
    Hash leafHash{};
    bool isWithheld = false; ///< hashes of personal fields were taken as they are
    TreePath path = {};      ///< in the tree as it was when it was sealed, else as it is
    std::optional<StateProof> state = {};
    std::optional<CoveringSeal> seal = {}; ///< absent: not sealed yet

    /// The event is the one that was sealed; of one that is not sealed: the one that the tree took in.
    [[nodiscard]] bool holds() const;
};

/// Of `sealed` the smallest checkpoint of the event's own tree that covers it is taken, else the newest of its region.
/// Reads one block of the tree, and of a region's state one of each tree that has grown since. NotFound: the event is
/// not in the file, or in no tree; Cancelled when asked to stop. `note` of the seal is empty: whoever has the kept
/// checkpoints fills it in.
[[nodiscard]] Result<EventProof> proveEvent(Snapshot& snapshot, EventNumber event, const SealedHistory& sealed,
                                            const std::stop_token& stop);

/// In English, with everything in hexadecimal digits or as it is signed, and the rule by which to check it.
[[nodiscard]] std::string printProof(const EventProof& proof);

} // namespace muniment
