// courier.txt: where a bundle that is carried to a site without a network begins and ends.
#pragma once

#include "models/base/instant.h"
#include "models/integrity/checkpoint.h"
#include "models/merkle/leaf.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// A region's log: how far it was in the bundle before, and how far it is in this one.
struct CourierRegion {
    RegionState to;
    std::string systemIdentifier;    ///< of the database that was followed
    std::optional<LogKey> from = {}; ///< absent: no bundle before had it
    std::optional<Instant> knownThrough = {};

    bool operator==(const CourierRegion&) const = default;
};

/// A log, also one to which nothing came.
struct CourierTree {
    TenantLog log;
    TreeHead from; ///< without leaves: no bundle before had it
    TreeHead to;

    bool operator==(const CourierTree&) const = default;
};

struct CourierNote {
    std::uint64_t number = 1;     ///< the first is 1
    std::optional<Hash> previous; ///< SHA-256 of the manifest before
    std::vector<CourierRegion> regions;
    std::vector<CourierTree> trees; ///< of the whole file

    bool operator==(const CourierNote&) const = default;
};

[[nodiscard]] std::string printCourierNote(const CourierNote& note);
/// Strict: what is read prints as the same bytes. InvalidInput (context "field" = "courier").
[[nodiscard]] Result<CourierNote> parseCourierNote(std::string_view text);

} // namespace muniment
