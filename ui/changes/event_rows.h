// The events of a change as rows of text, exactly as they would be written.
#pragma once

#include "models/commands/command.h"
#include "ui/widgets/text_grid.h"

#include <functional>
#include <vector>

namespace muniment {

/// What a thing is called; plain text.
using NameOf = std::function<QString(const TenantId&, const AggregateId&)>;

/// Two cells a row: type, with whose it is where it is not the command's own thing, and payload without secrets. The
/// rows of `results` that are refused are left out; beyond `most` a last row says how many more there are.
[[nodiscard]] std::vector<std::vector<TextCell>> eventRows(const std::vector<Result<CommandResult>>& results,
                                                           const NameOf& nameOf, int most = 100);

} // namespace muniment
