// manifest.json: what a bundle is and what it holds. Its hash is signed.
#pragma once

#include "models/base/instant.h"
#include "models/base/position.h"
#include "models/base/result.h"
#include "models/base/strong_id.h"
#include "models/merkle/hash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct BundleEntry {
    std::string name;
    Hash sha256{};
    std::uint64_t size = 0;

    bool operator==(const BundleEntry&) const = default;
};

/// How far a region's log was in the file that a bundle was made from.
struct BundlePlace {
    RegionName region;
    LogKey at;

    bool operator==(const BundlePlace&) const = default;
};

struct BundleManifest {
    int version = 0;
    std::string id; ///< a UUID, drawn for each bundle
    std::string tool;
    Instant madeAt;
    std::string madeBy;
    std::string workspace;
    std::string filterWords; ///< which events were chosen, in words
    std::string filterText;  ///< the same in the filter language
    std::vector<BundlePlace> asOf;
    std::vector<TenantId> tenants;
    std::uint64_t events = 0;
    std::uint64_t withheld = 0; ///< of them: personal fields are not in the bundle
    std::uint64_t trees = 0;
    std::uint64_t sealedNow = 0; ///< of them: no checkpoint kept before covered the events
    std::vector<BundleEntry> entries;

    bool operator==(const BundleManifest&) const = default;
};

/// One member or element a line, so that a shell script can read it.
[[nodiscard]] std::string printManifest(const BundleManifest& manifest);
/// Strict: what is read prints as the same bytes. InvalidInput (context "field" = "manifest"); FileTooNew (context
/// "found", "known") for a later version, whatever else it says.
[[nodiscard]] Result<BundleManifest> parseManifest(std::string_view json);

} // namespace muniment
