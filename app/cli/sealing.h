// What the commands about the proved trail have in common: the kept checkpoints, whom we believe, and our own key.
#pragma once

#include "app/cli/command.h"
#include "app/cli/json.h"
#include "models/integrity/checkpoint_handover.h"
#include "models/integrity/sealed_history.h"
#include "models/integrity/verification.h"
#include "models/replica/snapshot.h"
#include "models/workspace/workstation_key.h"

#include <filesystem>
#include <vector>

namespace muniment::cli {

class Output;

/// Where --key and --passphrase-file say that the key is; asks on the terminal where there is one.
[[nodiscard]] WorkstationKeyPlace keyPlace(const Invocation& invocation);
[[nodiscard]] std::vector<Option> keyOptions();

/// A checkpoint as the commands print it: "1204332 leaves  4fda…  muniment/tenant/…".
[[nodiscard]] JsonObject checkpointJson(std::uint64_t entry, const Checkpoint& checkpoint,
                                        const std::vector<NoteSigner>& signers);
[[nodiscard]] std::string checkpointLine(std::uint64_t entry, const Checkpoint& checkpoint,
                                         const std::vector<NoteSigner>& signers);
void printFinding(const TrailFinding& finding, Snapshot& snapshot, Output& output);
/// Whole file to text; InvalidInput for one of more than 64 MiB, FileMissing, FileError.
[[nodiscard]] Result<std::string> readText(const std::filesystem::path& path);

} // namespace muniment::cli
