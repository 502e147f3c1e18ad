// What every command that writes does the same way: find, run at the tenant's region, tell, bring the file up to date.
#pragma once

#include "app/cli/output.h"
#include "models/commands/command.h"
#include "models/replica/snapshot.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment::cli {

/// --if-sequence, --reason, --dry-run and --wait, after a command's own options.
[[nodiscard]] std::vector<Option> withWritingOptions(std::vector<Option> own);

/// Whether the answer is the new id (a command that adds) or the events written.
enum class WriteKind { Adds, Changes };

/// Something that is shown once and never again: asked for only when the events are written.
struct ShownOnce {
    std::string name; ///< member of the JSON: "secret"
    std::function<std::string_view()> reveal;
};

/// What the answer of a command has beside the events.
struct WriteAnswer {
    WriteKind kind = WriteKind::Changes;
    std::string newId = {}; ///< of what was added, where that is no aggregate: a token
    std::string newIdName = {};
    std::optional<ShownOnce> shownOnce = {};
};

/// `make` turns what was typed into a request, from what the file knows; region, tenant, id and command are its part.
/// What follows from a removal goes with it. A removal that is too large for one append is several: when a later one
/// fails, that is said, and the same command finishes it.
[[nodiscard]] Result<Exit> runWrite(const Invocation& invocation, Output& output, const WriteAnswer& answer,
                                    const std::function<Result<CommandRequest>(Snapshot&)>& make);
/// The same for work that is several requests to one region, at least one, sent in their order. --if-sequence is the
/// last one's.
[[nodiscard]] Result<Exit> runWrites(const Invocation& invocation, Output& output, const WriteAnswer& answer,
                                     const std::function<Result<std::vector<CommandRequest>>(Snapshot&)>& make);

} // namespace muniment::cli
