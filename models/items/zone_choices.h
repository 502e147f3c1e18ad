// The zones this machine knows, for a person to choose one from.
#pragma once

#include "models/base/instant.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// IANA ids that have all words of `text` in them ("new york", "europe"), those whose city begins with it first; at
/// most `most`.
[[nodiscard]] std::vector<std::string> findZones(const QString& text, int most);
/// The id that `text` is, in any case of letters; absent where this machine knows no such zone.
[[nodiscard]] std::optional<std::string> zoneIdOf(const QString& text);
/// "Berlin · Europe/Berlin · +01:00", the offset as it is at `now`.
[[nodiscard]] QString zoneChoiceWords(const std::string& id, Instant now);

} // namespace muniment
