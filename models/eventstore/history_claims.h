// What a stretch of history does to names, once all of it has happened.
#pragma once

#include "models/eventstore/event_store.h"

#include <span>
#include <vector>

namespace muniment {

/// Both refer to the claims they were made from.
struct SettledClaims {
    std::vector<const HistoryClaim*> released; ///< to be given up first, where their owner holds them
    std::vector<const HistoryClaim*> taken;    ///< then held, each name once
};

/// NameTaken (context "kind") when the history itself gives one name to two owners at once.
[[nodiscard]] Result<SettledClaims> settleClaims(std::span<const HistoryClaim> claims);

} // namespace muniment
