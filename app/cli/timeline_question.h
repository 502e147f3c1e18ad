// FILTER and the options that stand for parts of it, as `events` and `export` share them.
#pragma once

#include "app/cli/command.h"
#include "models/timeline/match_set.h"

#include <vector>

namespace muniment::cli {

/// The optional FILTER: all words behind FILE, also such as begin with a dash.
[[nodiscard]] Positional filterPositional();
/// --as-of, --region, --tenant, --type.
[[nodiscard]] std::vector<Option> questionOptions();

/// What the command line asks. For a filter that cannot be read, InvalidInput with the sentence as its detail and the
/// place in two lines (context "excerpt", "carets"), as Output::error() shows them.
[[nodiscard]] Result<TimelineQuestion> questionOf(const Invocation& invocation, Snapshot& snapshot);

} // namespace muniment::cli
