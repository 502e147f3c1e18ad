// What reconciling with the servers has found, for who followed them.
#pragma once

#include <filesystem>

namespace muniment::cli {

class Output;

/// A message for each region whose server is not the same as the file; none where all agree.
void tellDifferences(const std::filesystem::path& workspace, Output& output);

} // namespace muniment::cli
