// How far a workspace file has been reconciled with its regions' servers, in a small file beside it.
#pragma once

#include "models/integrity/reconciliation.h"

#include <filesystem>
#include <vector>

namespace muniment {

/// ".reconciled" behind the workspace's name.
[[nodiscard]] std::filesystem::path reconciliationRecordPath(const std::filesystem::path& workspace);
/// By region; empty: none ever was, as far as this machine knows. FileCorrupt for what is no record, FileTooNew for one
/// of a later version, FileError.
[[nodiscard]] Result<std::vector<Reconciliation>> readReconciliations(const std::filesystem::path& workspace);
/// In the place of what was said of its region; of a record that is corrupt nothing is kept. Any thread, beside other
/// programs; FileInUse where one of them does not let go. FileTooNew, FileError.
[[nodiscard]] Result<void> noteReconciliation(const std::filesystem::path& workspace,
                                              const Reconciliation& reconciliation);

} // namespace muniment
