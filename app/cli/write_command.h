// What every command that writes does the same way: find, run at the tenant's region, tell, bring the file up to date.
#pragma once

#include "app/cli/output.h"
#include "models/commands/command.h"
#include "models/replica/snapshot.h"

#include <functional>
#include <vector>

namespace muniment::cli {

/// --if-sequence, --reason, --dry-run and --wait, after a command's own options.
[[nodiscard]] std::vector<Option> withWritingOptions(std::vector<Option> own);

/// Whether the answer is the new id (a command that adds) or the events written.
enum class WriteKind { Adds, Changes };

/// `make` turns what was typed into a request, from what the file knows; region, tenant, id and command are its part.
[[nodiscard]] Result<Exit> runWrite(const Invocation& invocation, Output& output, WriteKind kind,
                                    const std::function<Result<CommandRequest>(Snapshot&)>& make);

} // namespace muniment::cli
