#include "models/regions/licence_notice.h"

#include <algorithm>

namespace muniment {

namespace {

bool mentions(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

} // namespace

std::string_view licenceNoticeName(LicenceNotice::Kind kind) {
    switch (kind) {
    case LicenceNotice::Kind::Expired:
        return "expired";
    case LicenceNotice::Kind::Throttled:
        return "throttled";
    case LicenceNotice::Kind::TelemetryMissing:
        return "telemetryMissing";
    case LicenceNotice::Kind::Other:
        break;
    }
    return "other";
}

std::optional<LicenceNotice> parseLicenceNotice(std::string_view notice) {
    using Kind = LicenceNotice::Kind;
    const std::string text(notice);
    // The other notices announce that the cluster will be throttled; this one says that it is.
    if (mentions(notice, "cluster was throttled"))
        return LicenceNotice{Kind::Throttled, text};
    if (mentions(notice, "Telemetry has not been received"))
        return LicenceNotice{Kind::TelemetryMissing, text};
    const bool isLicence = mentions(notice, "license") || mentions(notice, "License") || mentions(notice, "licence");
    if (!isLicence)
        return std::nullopt;
    return LicenceNotice{mentions(notice, "expired") ? Kind::Expired : Kind::Other, text};
}

std::vector<LicenceNotice> licenceNotices(const std::vector<std::string>& notices) {
    std::vector<LicenceNotice> found;
    for (const std::string& text : notices)
        if (const auto notice = parseLicenceNotice(text);
            notice && std::find(found.begin(), found.end(), *notice) == found.end())
            found.push_back(*notice);
    return found;
}

} // namespace muniment
