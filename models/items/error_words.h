// The table behind errorWords(): one small function per kind of failure.
#pragma once

#include "models/items/error_sentence.h"

#include <optional>

namespace muniment {

[[nodiscard]] ErrorWords wordsOf(const Error& error);
[[nodiscard]] ErrorWords inputWords(const Error& error);
[[nodiscard]] ErrorWords serverWords(const Error& error);
[[nodiscard]] ErrorWords fileWords(const Error& error);
/// Of a file that an export was to become.
[[nodiscard]] ErrorWords exportWords(const Error& error);
/// Of a table that is to be sent row by row: its file, its text, one of its cells.
[[nodiscard]] ErrorWords tableWords(const Error& error);

/// Of checkpoints and the key that signs them; absent: it has to do with neither.
[[nodiscard]] std::optional<ErrorWords> sealingWords(const Error& error);
/// Of proofs about access; absent: it has nothing to do with them.
[[nodiscard]] std::optional<ErrorWords> accessProofWords(const Error& error);

} // namespace muniment
