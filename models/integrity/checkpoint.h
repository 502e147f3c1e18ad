// What a log's state is called by: its name, how many leaves it has and the root over them (c2sp.org/tlog-checkpoint).
#pragma once

#include "models/base/position.h"
#include "models/base/result.h"
#include "models/base/strong_id.h"
#include "models/merkle/hash.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct Checkpoint {
    std::string origin;     ///< which log; opaque here
    std::uint64_t size = 0; ///< leaves; below 2^63
    Hash root{};
    std::vector<std::string> extensions{}; ///< further lines: kept and signed, never interpreted

    bool operator==(const Checkpoint&) const = default;
};

/// The text of a note. Strict: what is read prints as the same bytes. InvalidInput (context "field" = "checkpoint",
/// "why" = "text", "lines", "size" or "root").
[[nodiscard]] Result<Checkpoint> parseCheckpoint(std::string_view text);
/// InvalidInput likewise for what parseCheckpoint() would not read back.
[[nodiscard]] Result<std::string> printCheckpoint(const Checkpoint& checkpoint);

/// The log of a tenant in one of its homes.
struct TenantLog {
    RegionName region;
    TenantId tenant;
    int epoch = 1;

    auto operator<=>(const TenantLog&) const = default;
};

/// A region's tenants at one position of its log: a leaf is a tenant's head there, the size their number.
struct RegionState {
    std::string installation;
    RegionName region;
    LogKey position;

    auto operator<=>(const RegionState&) const = default;
};

/// muniment/tenant/REGION/TENANT/EPOCH; bytes of names other than A-Z a-z 0-9 . _ ~ - are percent-encoded.
[[nodiscard]] std::string originOf(const TenantLog& log);
/// muniment/region/INSTALLATION/REGION/MAJOR.MINOR.IN_TX_ORDER
[[nodiscard]] std::string originOf(const RegionState& state);
/// InvalidInput (context "field" = "origin") for all that originOf() does not make of a value with names that are UTF-8
/// and not empty, an epoch from 1 on and a position without negative numbers.
[[nodiscard]] Result<TenantLog> parseTenantLog(std::string_view origin);
[[nodiscard]] Result<RegionState> parseRegionState(std::string_view origin);

} // namespace muniment
