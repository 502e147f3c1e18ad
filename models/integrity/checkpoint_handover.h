// What a workspace keeps of checkpoints, handed to somebody else and taken from them.
#pragma once

#include "models/integrity/checkpoint_exchange.h"
#include "models/integrity/known_keys.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// The checkpoints kept beside the workspace, and the keys of those whom we believe.
struct Keeping {
    KnownKeys keys;
    KeptCheckpoints kept;
};

[[nodiscard]] Result<Keeping> openKeeping(const std::filesystem::path& workspace);

struct NumberedNote {
    std::uint64_t entry = 0; ///< its number among those that are kept
    std::string note;
};

/// The newest of each log: it says all that those before it said. In the order in which they were kept.
[[nodiscard]] Result<std::vector<NumberedNote>> newestNotes(const KeptCheckpoints& kept);

struct HandedCheckpoint {
    Checkpoint checkpoint;
    std::vector<NoteSigner> signers; ///< of those whom we know
    std::string line;                ///< printExchange()
};

/// newestNotes() of what is kept beside the workspace; makes no file where there is none.
[[nodiscard]] Result<std::vector<HandedCheckpoint>> checkpointsToHand(const std::filesystem::path& workspace);

/// Lines for exchange, or signed notes one after the other. InvalidInput (context "field" = "exchange") where there is
/// none in it, or as parseExchange() says.
[[nodiscard]] Result<std::vector<std::string>> notesIn(std::string_view text);

struct TakenCheckpoints {
    std::vector<std::string> notes;
    std::vector<ComparedCheckpoint> compared; ///< one for each
    std::size_t kept = 0;                     ///< how many are kept now that were not before

    /// Each is the same as what is kept, or new, and signed by somebody whom we believe.
    [[nodiscard]] bool isSound() const;
};

enum class Taking { CompareOnly, Keep };

/// compareCheckpoints() of what `text` brings; with Keep, `trusted` is believed from now on, and what is new is kept.
[[nodiscard]] Result<TakenCheckpoints> takeCheckpoints(const std::filesystem::path& workspace, std::string_view text,
                                                       std::span<const VerifierKey> trusted, Taking taking,
                                                       Instant now);

} // namespace muniment
