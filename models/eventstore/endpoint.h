// Endpoint texts as users write them: libpq URLs or key/value strings, or embedded:PATH.
#pragma once

#include "models/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// What stands for an endpoint where there is no server to ask: events are brought by courier bundles, or are those of
/// one evidence bundle.
inline constexpr std::string_view kCourierEndpoint = "courier:";
inline constexpr std::string_view kEvidenceEndpoint = "evidence:";

struct ParsedEndpoint {
    std::string text;                    ///< as it may be stored and shown: no password, sslmode made explicit
    std::optional<std::string> password; ///< what the user's text held; never stored in a file
    bool isEmbedded = false;
    bool isVerified = true; ///< false: the user has weakened sslmode in so many words
};

/// InvalidInput (context "field" = "endpoint") says what is wrong in the text. Adds sslmode=verify-full unless the host
/// is a local socket or the text says otherwise. Accepts postgres://, postgresql://, key=value …, embedded:PATH.
/// Refused (context "why" = "courier" or "evidence") where there is no server.
[[nodiscard]] Result<ParsedEndpoint> parseEndpoint(const std::string& text);
/// For screens and JSON: user, host, port, database; never a password nor key paths.
[[nodiscard]] std::string displayEndpoint(const std::string& text);

} // namespace muniment
