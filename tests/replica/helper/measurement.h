// Speed of the writer and of the timeline on one core, without a server.
#pragma once

#include <filesystem>

namespace muniment::test {

/// Applies `count` sample events in three regions to a new file, reads pages at random places, and prints the figures
/// beside a bare insert of the same rows as one JSON object.
int measure(const std::filesystem::path& folder, int count);

} // namespace muniment::test
