// CockroachDB's version, as the parameter status crdb_version tells it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace muniment::postgres {

struct CockroachVersion {
    int major = 0;
    int minor = 0;
    int patch = 0;

    auto operator<=>(const CockroachVersion&) const = default;
};

/// From "CockroachDB CCL v25.3.4 (x86_64-pc-linux-gnu, …)"; absent when the text is something else.
[[nodiscard]] std::optional<CockroachVersion> parseCockroachVersion(std::string_view text);
/// "CockroachDB v25.3.4", for people.
[[nodiscard]] std::string describe(const CockroachVersion& version);
/// 22.2 up to, but not including, 27.
[[nodiscard]] bool isSupported(const CockroachVersion& version);
/// Understands results_buffer_size inside `options`; older ones have the small buffer anyway, and would refuse.
[[nodiscard]] bool takesResultsBufferOption(const CockroachVersion& version);

} // namespace muniment::postgres
