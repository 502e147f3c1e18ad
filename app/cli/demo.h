// demo: a workspace that is there at once, on an embedded store with three regions and two years of history.
#pragma once

#include "app/cli/command.h"
#include "models/simulation/demo_world.h"

#include <filesystem>

namespace muniment::cli {

/// Where the demo lives unless --file says otherwise.
[[nodiscard]] std::filesystem::path defaultDemoFile();
/// The demo's store lies beside its workspace: demo.muniment, demo.muniment-store.
[[nodiscard]] std::filesystem::path demoStoreOf(const std::filesystem::path& file);

/// Makes store and workspace where they are missing; true when something was made. An interrupted attempt leaves
/// nothing behind that a later one would trip over.
[[nodiscard]] Result<bool> ensureDemoWorkspace(const std::filesystem::path& file, const ReportHistory& report,
                                               std::stop_token stop);

} // namespace muniment::cli
