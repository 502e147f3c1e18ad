// What nearly every command begins with: its FILE, its time, its region.
#pragma once

#include "app/cli/command.h"
#include "models/replica/replica.h"

#include <memory>
#include <optional>

namespace muniment::cli {

/// A file opened for reading, beside whoever writes it, and one consistent view of it.
struct OpenFile {
    std::unique_ptr<Replica> replica;
    std::unique_ptr<Snapshot> snapshot; ///< declared after its replica: it goes first
};

[[nodiscard]] Result<OpenFile> openToRead(const std::filesystem::path& file);

/// The instant that an option names ("--as-of"); absent when it was not given.
[[nodiscard]] Result<std::optional<Instant>> instantOption(const Invocation& invocation, const std::string& option);

/// The file's record of a region; NotFound when the workspace has none of that name.
[[nodiscard]] Result<RegionRecord> regionNamed(Snapshot& snapshot, const RegionName& region);

/// A cursor as text: "81204112/17"; absent before the first event.
[[nodiscard]] std::optional<std::string> cursorText(const std::optional<LogKey>& cursor);

/// Declarations that many commands share.
[[nodiscard]] Positional filePositional();
[[nodiscard]] Option asOfOption();

} // namespace muniment::cli
