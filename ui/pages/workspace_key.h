// Where settings about one workspace file are kept.
#pragma once

#include <QString>

#include <filesystem>

namespace muniment {

/// A settings key of the group for this file.
[[nodiscard]] QString workspaceKey(const char* group, const std::filesystem::path& file);

} // namespace muniment
