#include "models/eventstore/endpoint.h"

#include "models/eventstore/postgres/connection_info.h"

namespace muniment {

namespace {

constexpr std::string_view kEmbedded = "embedded:";

} // namespace

Result<ParsedEndpoint> parseEndpoint(const std::string& text) {
    if (text == kCourierEndpoint)
        return failure(ErrorCode::Refused, "events are brought by bundles", {{"why", "courier"}});
    if (text == kEvidenceEndpoint)
        return failure(ErrorCode::Refused, "events are those of a bundle", {{"why", "evidence"}});
    if (text.starts_with(kEmbedded)) {
        if (text.size() == kEmbedded.size())
            return failure(ErrorCode::InvalidInput, "names no file", {{"field", "endpoint"}});
        return ParsedEndpoint{.text = text, .password = std::nullopt, .isEmbedded = true, .isVerified = true};
    }
    auto info = postgres::parseConnectionInfo(text);
    if (!info)
        return tl::unexpected(info.error());
    ParsedEndpoint parsed;
    if (auto password = info->extract("password"); !password.empty())
        parsed.password = password.mapped();
    const bool isLocal = postgres::isLocalSocket(*info);
    if (!isLocal && !info->contains("sslmode"))
        (*info)["sslmode"] = "verify-full";
    parsed.isVerified = isLocal || info->at("sslmode") == "verify-full";
    parsed.text = postgres::toUrl(*info);
    return parsed;
}

std::string displayEndpoint(const std::string& text) {
    if (text.starts_with(kEmbedded) || text == kCourierEndpoint || text == kEvidenceEndpoint)
        return text;
    const auto info = postgres::parseConnectionInfo(text);
    return info ? postgres::toDisplay(*info) : std::string("(unreadable endpoint)");
}

} // namespace muniment
