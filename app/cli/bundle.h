// Evidence bundles at the command line.
#pragma once

#include "app/cli/command.h"
#include "models/integrity/bundle_writer.h"

#include <filesystem>

namespace muniment::cli {

class Output;
struct Keeping;

/// Who makes a bundle of FILE, when, with which kept checkpoints; `snapshot` and `keeping` must outlive it.
[[nodiscard]] BundleRequest bundleRequest(const Invocation& invocation, Snapshot& snapshot, const Keeping& keeping);

/// `export --format bundle`: every event that the filter matches, with proofs, signed by this workstation's key.
[[nodiscard]] Result<Exit> exportBundle(const Invocation& invocation, Output& output);

/// Whether the file begins as zip files do.
[[nodiscard]] bool isBundle(const std::filesystem::path& file);
/// All that a bundle says is checked; exit 1 with a sentence when it is not to be believed. Keys that --trust names
/// count; without it those that the bundle brings along, which is said.
[[nodiscard]] Result<Exit> checkBundleFile(const Invocation& invocation, const std::filesystem::path& file,
                                           Output& output);
[[nodiscard]] Option trustOption();

} // namespace muniment::cli
