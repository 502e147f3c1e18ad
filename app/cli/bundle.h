// Evidence bundles at the command line.
#pragma once

#include "app/cli/command.h"
#include "models/integrity/verifier_key.h"

#include <filesystem>
#include <vector>

namespace muniment::cli {

class Output;

/// `export --format bundle`: every event that the filter matches, with proofs, signed by this workstation's key; with
/// --courier all that the bundle before did not bring.
[[nodiscard]] Result<Exit> exportBundle(const Invocation& invocation, Output& output);
/// --courier and --after.
[[nodiscard]] std::vector<Option> courierOptions();

/// All that a bundle says is checked; exit 1 with a sentence when it is not to be believed. Keys that --trust names
/// count; without it those that the bundle brings along, which is said.
[[nodiscard]] Result<Exit> checkBundleFile(const Invocation& invocation, const std::filesystem::path& file,
                                           Output& output);
[[nodiscard]] Option trustOption();
/// What --trust names.
[[nodiscard]] Result<std::vector<VerifierKey>> trustedKeys(const Invocation& invocation);

} // namespace muniment::cli
