// After an own command: the file is to show what was written before the program ends.
#pragma once

#include "models/eventstore/event_store.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace muniment::cli {

/// Brings the event with `key` of `region` into the file: by syncing, or, when another process writes the file, by
/// waiting for that one. True: it is there. False: not within `wait`; it comes with the next sync.
[[nodiscard]] bool catchUp(const std::filesystem::path& file, const RegionName& region, const LogKey& key,
                           std::chrono::milliseconds wait, const std::shared_ptr<SecretSource>& secrets,
                           std::stop_token stop);

} // namespace muniment::cli
