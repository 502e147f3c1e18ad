// Which leaves of which trees a bundle shows, and which signed notes their proofs lead to.
#pragma once

#include "models/integrity/bundle_trees.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/signing_key.h"
#include "models/replica/trees/tree_prover.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

struct ChosenLeaf {
    std::uint64_t index = 0;
    EventNumber event;
};

struct PlannedTree {
    TreeRecord record;
    std::vector<ChosenLeaf> leaves; ///< ascending, at least one
    LogKey last;                    ///< of the last of them
    BundleTree tree;
};

/// A region's state that trees are proved by.
struct PlannedState {
    BundleTree tree;
    std::vector<Hash> leaves; ///< all of it
    std::vector<std::uint64_t> chosen;
    std::vector<std::string> heads; ///< bytes of the chosen ones
};

struct BundlePlan {
    std::vector<PlannedTree> trees;   ///< by tenant, epoch and region
    std::vector<PlannedState> states; ///< numbered on behind the trees
    std::vector<std::string> notes;   ///< as they go into checkpoints.txt
    std::set<VerifierKey> signers;    ///< keys of the notes
    std::uint64_t events = 0;
    std::uint64_t withheld = 0;
    std::uint64_t textBytes = 0; ///< of what the events say, about
    std::uint64_t sealedNow = 0; ///< trees
};

/// What a bundle can be proved with.
struct BundleSeals {
    const KeptCheckpoints* kept = nullptr; ///< may be absent
    std::span<const VerifierKey> keys;     ///< whose signatures on kept checkpoints count
    const SigningKey& maker;
    Instant now;
    std::optional<Instant> since = {}; ///< older signatures on kept checkpoints do not count
};

/// Of a tree the smallest kept checkpoint that covers its chosen leaves is taken; where none does, the maker signs one
/// of the tree as it is. Refused (context "why" = "contradiction", "origin", "size", "keptRoot", "root" in base64) when
/// a kept one that would be taken has another root than the file: no evidence is made from a log that does not agree
/// with what is known of it. NotFound for an event that is not in the file or in no tree; an event given twice counts
/// once. Of the events for which `isWithheld` says so, what leaves let go will not be shown.
[[nodiscard]] Result<BundlePlan> planBundle(Snapshot& snapshot, std::span<const EventNumber> events,
                                            const BundleSeals& seals, const std::stop_token& stop,
                                            const std::function<bool(const RecordedEvent&)>& isWithheld = {});

} // namespace muniment
