// Checkpoints that a region's server passes on, held against what is kept and against the file's own trees: whether
// everybody is shown one history.
#pragma once

#include "models/eventstore/evidence.h"
#include "models/integrity/checkpoint_exchange.h"
#include "models/integrity/known_keys.h"
#include "models/replica/snapshot.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// What a published checkpoint is to this file. The first that fits, from the top.
enum class PublishedVerdict {
    Unreadable,    ///< not a note, or its text not a checkpoint
    Forged,        ///< a key that we know did not sign this
    UnknownSigner, ///< nobody whom we know has signed: it counts for nothing
    Contradicts,   ///< another root is kept, is what the file's trees give, or is published by another whom we know
    InFuture,      ///< signed later than now and five minutes
    Agrees,        ///< the same root is kept, or is what the file's trees give
    Ahead,         ///< the file has not come so far, in this region or in one that may bring the end of its history
    Elsewhere,     ///< of tenants or of a log that this file does not hold
};

/// "unreadable", "forged", "unknown-signer" …
[[nodiscard]] std::string_view publishedVerdictName(PublishedVerdict verdict);

struct ComparedPublication {
    PublishedVerdict verdict = PublishedVerdict::Unreadable;
    std::string note = {};
    Checkpoint checkpoint = {};            ///< unless Unreadable
    std::vector<NoteSigner> signers = {};  ///< of those whom we know
    std::vector<std::string> names = {};   ///< of all who put their name below it, believed or not
    bool isKept = false;                   ///< it need not be kept any more
    std::optional<Hash> contradicted = {}; ///< the other root
    std::optional<std::string> other = {}; ///< the note with the other root; absent: the file's own trees say so
};

/// One answer for each of `notes`, in their order; about a millisecond each for those that the trees must tell about.
/// Changes nothing. FileCorrupt where the file's own trees cannot be read.
[[nodiscard]] Result<std::vector<ComparedPublication>> comparePublished(Snapshot& snapshot, const KeptCheckpoints& kept,
                                                                        std::span<const std::string> notes,
                                                                        std::span<const VerifierKey> keys, Instant now);

/// Hands the notes on that the server holds beyond `from`, a page at a time, and moves `from` along. With what was
/// published a little earlier (kCheckpointOverlap), since that may have come later.
[[nodiscard]] Result<void> readPublished(EvidenceStore& store, const RegionName& region,
                                         std::optional<CheckpointPlace>& from,
                                         const std::function<Result<void>(std::vector<std::string>)>& take);
/// What `note` says, as the server is told. InvalidInput for what is no checkpoint of a log of ours.
[[nodiscard]] Result<SealedNote> sealedNoteOf(const std::string& note);
/// The region whose log or state the checkpoint is of.
[[nodiscard]] std::optional<RegionName> regionOf(const Checkpoint& checkpoint);

/// Two stories, side by side in a file of their own: `theirs` and `ours` as lines for exchange. Only ever added to;
/// what is in it already is left alone. On the disk when this returns.
[[nodiscard]] Result<void> keepContradiction(const std::filesystem::path& path, const std::string& theirs,
                                             const std::string& ours);
/// Beside the workspace's file: ".contradictions" behind its name.
[[nodiscard]] std::filesystem::path contradictionsPath(const std::filesystem::path& workspace);

} // namespace muniment
