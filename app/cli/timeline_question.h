// FILTER and the options that stand for parts of it, as `events` and `export` share them.
#pragma once

#include "app/cli/command.h"
#include "models/timeline/match_set.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace muniment::cli {

/// The optional FILTER: all words behind FILE, also such as begin with a dash.
[[nodiscard]] Positional filterPositional();
/// --as-of, --region, --tenant, --type.
[[nodiscard]] std::vector<Option> questionOptions();

/// What the command line asks. For a filter that cannot be read, InvalidInput with the sentence as its detail and the
/// place in two lines (context "excerpt", "carets"), as Output::error() shows them.
[[nodiscard]] Result<TimelineQuestion> questionOf(const Invocation& invocation, Snapshot& snapshot);

/// What FILE answers to the question, while it is open.
struct AskedTimeline {
    Snapshot& snapshot;
    const TimelineQuestion& question;
    MatchSetPointer matches;
    std::stop_token stop; ///< Ctrl-C; it interrupts the snapshot as well
};

/// Opens FILE, finds what the command line asks for, and hands it to `answer`.
[[nodiscard]] Result<Exit> askTimeline(const Invocation& invocation,
                                       const std::function<Result<Exit>(const AskedTimeline&)>& answer);

} // namespace muniment::cli
