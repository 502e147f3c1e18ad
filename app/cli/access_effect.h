// What a dry run says about access.
#pragma once

#include "app/cli/json.h"
#include "app/cli/output.h"
#include "models/changes/access_effect.h"

namespace muniment::cli {

/// Of what a dry run has decided, as the file at `path` knows access now.
[[nodiscard]] Result<AccessEffect> accessEffect(const std::filesystem::path& path,
                                                std::span<const CommandRequest> requests,
                                                std::span<const Result<CommandResult>> results);

/// In sentences for the person who watches: nothing when nobody's access would change.
void tellEffect(const AccessEffect& effect, Output& output);

/// An object for each right gained or lost, each organization without an administrator, each rule broken.
[[nodiscard]] std::vector<JsonObject> effectJson(const AccessEffect& effect);

} // namespace muniment::cli
