// Tries an endpoint stage by stage, and installs the schema where it is missing.
#pragma once

#include "models/eventstore/event_store.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct EndpointTrial {
    RegionName region;
    std::string endpoint; ///< as it may be stored
    std::optional<StoreIdentity> identity;
    std::optional<Error> error; ///< with "stage"
};

/// The stages in their order; a trial that failed at one has passed those before it.
[[nodiscard]] const std::vector<std::string>& connectionStages();
/// Blocks; never in the GUI thread.
[[nodiscard]] EndpointTrial tryEndpoint(const RegionName& region, const std::string& endpoint,
                                        std::shared_ptr<SecretSource> secrets);
/// Installs the schema with this region, then tries again. Blocks.
[[nodiscard]] EndpointTrial installAndTry(const RegionName& region, const std::string& endpoint,
                                          std::shared_ptr<SecretSource> secrets);
/// A failure that installing the schema, or adding the region to it, mends.
[[nodiscard]] bool isMendedByInstall(const Error& error);

} // namespace muniment
