// The event store on one SQLite file: several regions, no server. What the demo and a single machine's trial use.
//
// Several processes may use one file at once. Writers take turns; the position is a counter drawn inside the write
// transaction, so its order is commit order, and a reader needs no horizon below the newest commit.
#pragma once

#include "models/eventstore/event_store.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace muniment {

/// A new file, mode 0600, with these regions. FileExists when there is one; on failure nothing is left behind.
[[nodiscard]] Result<void> createEmbeddedStore(const std::filesystem::path& file,
                                               const std::vector<RegionName>& regions);
/// Nothing is opened yet.
[[nodiscard]] std::unique_ptr<EventStore> makeEmbeddedEventStore(std::filesystem::path file);

/// "embedded:PATH" and its path.
[[nodiscard]] std::string embeddedEndpoint(const std::filesystem::path& file);
[[nodiscard]] std::filesystem::path embeddedPath(const std::string& endpoint);

} // namespace muniment
