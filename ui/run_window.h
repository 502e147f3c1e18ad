// The program with a window.
#pragma once

#include "models/integrity/verifier_key.h"
#include "ui/start/demo_preparation.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace muniment {

/// Shows the window, with `file` open when one is given, and returns the exit code when it is closed. The process's
/// QApplication must exist. Threads that write to the workspace's regions meanwhile (the demo's traffic) are the
/// caller's.
int runWindow(const std::optional<std::filesystem::path>& file);
/// An evidence bundle; when anybody is `trusted`, it has to be signed by them.
int runWindowOnBundle(const std::filesystem::path& bundle, const std::vector<VerifierKey>& trusted);
/// As runWindow(file) once `preparation` has made the file, with a progress window meanwhile. Its failure, after it has
/// been shown, or Cancelled.
[[nodiscard]] Result<int> runWindow(const std::filesystem::path& file, const Preparation& preparation);

} // namespace muniment
