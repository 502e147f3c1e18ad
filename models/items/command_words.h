// Commands in words: what is wished, of what.
#pragma once

#include "models/commands/command.h"

#include <QString>

#include <vector>

namespace muniment {

/// What the command does, as an action is called: "Lock User", "Grant Role".
[[nodiscard]] QString commandTitle(const AnyCommand& command);

struct CommandDetail {
    QString name;  ///< a field in words: "User name"
    QString value; ///< plain text; ids as they are
};

/// What it says beside its kind, in a fixed order; hashes and keys are left out.
[[nodiscard]] std::vector<CommandDetail> commandDetails(const AnyCommand& command);
/// The details in one line: "User name: ann, E-mail: ann@acme.example".
[[nodiscard]] QString commandSummary(const AnyCommand& command);

} // namespace muniment
