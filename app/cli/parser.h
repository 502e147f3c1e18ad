// From an argument list to a command and what was typed for it.
#pragma once

#include "app/cli/command.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment::cli {

/// What the argument list asks for.
struct Parsed {
    const Command* command = nullptr;          ///< absent: the window
    Invocation invocation;                     ///< of the command
    std::optional<std::filesystem::path> file; ///< of the window
    std::optional<Exit> finished;              ///< help or a usage error: everything is said in `answer`
    std::string answer;
};

/// `arguments` without the program's name. Never writes anything itself.
[[nodiscard]] Parsed parseArguments(const std::vector<std::string>& arguments);

} // namespace muniment::cli
