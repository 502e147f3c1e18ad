// What the process does about secrets it may come to hold.
#pragma once

#include <string>
#include <vector>

namespace muniment {

/// No core files, and no other process of this user may read our memory. Builds with assertions stay debuggable.
void forbidCoreDumps();

/// True for an endpoint text with a password in it, however broken the text is; wrong only on the safe side.
[[nodiscard]] bool mayHoldPassword(const std::string& argument);

/// The arguments without the program's name. Passwords in them are overwritten in `argv`, so that the list of processes
/// shows them no longer than the program takes to start.
[[nodiscard]] std::vector<std::string> takeArguments(int argc, char** argv);

} // namespace muniment
