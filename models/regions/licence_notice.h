// What a CockroachDB cluster says about its licence, in notices to whoever is connected (reference §3.5). A cluster
// that is throttled runs five transactions at a time, which a pool of connections takes for a hang.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct LicenceNotice {
    enum class Kind { Expired, Throttled, TelemetryMissing, Other };
    Kind kind = Kind::Other;
    std::string text; ///< the server's words

    bool operator==(const LicenceNotice&) const = default;
};

[[nodiscard]] std::string_view licenceNoticeName(LicenceNotice::Kind kind);
/// Absent for a notice about something else.
[[nodiscard]] std::optional<LicenceNotice> parseLicenceNotice(std::string_view notice);
/// Each text once.
[[nodiscard]] std::vector<LicenceNotice> licenceNotices(const std::vector<std::string>& notices);

} // namespace muniment
