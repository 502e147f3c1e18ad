// Accounts in the wrong hands, and what came of them, in words.
#pragma once

#include "models/items/compromise_queries.h"
#include "models/items/copy_as.h"
#include "models/items/formats.h"

#include <QString>

namespace muniment {

/// "Marked as compromised from … to …".
[[nodiscard]] QString compromiseText(const CompromiseMark& mark, const ClockZone& zone);

/// "Mia Chen did 214 things in that time; 6 gave access or a way in; 5 still stand."
[[nodiscard]] QString traceSentence(const TraceAnswer& answer);
/// What the numbers leave out, each a sentence; empty: nothing.
[[nodiscard]] QStringList traceLimits(const PoisonTrace& trace);

/// A row for each of the trace's acts, exposures and commands, in their order, as they are shown.
[[nodiscard]] TextTable actTable(const PoisonTrace& trace, const ClockZone& zone);
[[nodiscard]] TextTable exposureTable(const PoisonTrace& trace, Instant now, const ClockZone& zone);
[[nodiscard]] TextTable draftTable(const TraceAnswer& answer);

} // namespace muniment
