// The past of one organization or user: which event changed what.
#pragma once

#include "app/cli/json.h"
#include "app/cli/output.h"
#include "models/directory/directory.h"

#include <vector>

namespace muniment::cli {

/// At most this many versions are told by `show`.
constexpr int kHistoryLimit = 1000;

/// A history without what came after `asOf`; an error is passed on.
[[nodiscard]] Result<std::vector<VersionRow>> upTo(std::optional<Moment> asOf,
                                                   Result<std::vector<VersionRow>> versions);

[[nodiscard]] std::vector<JsonObject> historyJson(Snapshot& snapshot, const std::vector<VersionRow>& versions);
/// One line for each change, newest first: when, which event, who, field: old -> new.
void printHistory(const std::vector<VersionRow>& versions, Output& output);

} // namespace muniment::cli
