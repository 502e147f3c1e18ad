// Checkpoints that people hand each other, so that a log cannot tell two of them two stories.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/integrity/checkpoint.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/signed_note.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// What somebody else's checkpoint is to us. The first that fits, from the top.
enum class CheckpointVerdict {
    Unreadable,    ///< not a note, or its text not a checkpoint
    BadSignature,  ///< a key that we know did not sign this
    UnknownSigner, ///< nobody whom we know has signed: it says nothing
    Contradicts,   ///< another root is kept, or signed in the same batch, for this origin and size: two stories
    InFuture,      ///< a signature is from later than now and five minutes
    Same,          ///< kept, with the same root
    NotKept,       ///< neither origin nor size is kept: only recomputing the root can tell
};

/// "unreadable", "forged", "unknown-signer", "contradicts", "in-future", "same", "new".
[[nodiscard]] std::string_view checkpointVerdictName(CheckpointVerdict verdict);

struct ComparedCheckpoint {
    CheckpointVerdict verdict = CheckpointVerdict::Unreadable;
    Checkpoint checkpoint{};              ///< unless Unreadable
    std::vector<NoteSigner> signers{};    ///< of those whom we know; empty for the first three
    std::optional<KeptCheckpoint> kept{}; ///< what is kept for this origin and size
    std::optional<std::size_t> other{};   ///< which of the batch contradicts it, when nothing kept does
};

/// One answer for each of `notes`, in their order. Changes nothing: what is Same or NotKept may be appended once it is
/// verified.
[[nodiscard]] std::vector<ComparedCheckpoint> compareCheckpoints(const KeptCheckpoints& kept,
                                                                 std::span<const std::string> notes,
                                                                 std::span<const VerifierKey> keys, Instant now);

/// `muniment-checkpoint:` and the note in base64url, for a mail, a ticket or a picture of squares: one line.
[[nodiscard]] std::string printExchange(std::string_view note);
/// The notes of one or more such texts. Spaces and lines' ends count for nothing, wherever they stand: mail puts them
/// there. InvalidInput (context "field" = "exchange", "why" = "size" above 4 MiB, "prefix", "base64", or what
/// parseNote() says).
[[nodiscard]] Result<std::vector<std::string>> parseExchange(std::string_view text);

} // namespace muniment
