// What every backend asks of evidence before it asks the server, and the forms that it is kept in.
#pragma once

#include "models/eventstore/evidence.h"

#include <string>
#include <string_view>

namespace muniment {

/// InvalidInput (context "field").
[[nodiscard]] Result<void> checkSealedNote(const SealedNote& sealed);
[[nodiscard]] Result<void> checkToldCopy(const ToldCopy& copy);

/// SHA-256, 32 bytes.
[[nodiscard]] std::string noteDigest(const std::string& note);
/// "POSITION:IN_TX_ORDER", the position as of an HLC.
[[nodiscard]] std::string logKeyText(const LogKey& key);
/// Absent where the text is none that logKeyText() makes.
[[nodiscard]] std::optional<LogKey> parseLogKey(std::string_view text);

/// Latest word of each holder, in the form of all engines' SQL: `condition` holds it to the region.
[[nodiscard]] std::string knownCopiesSql(const std::string& table, const std::string& condition);

} // namespace muniment
