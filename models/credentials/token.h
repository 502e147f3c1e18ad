// Personal access tokens: made here, shown once, kept nowhere.
#pragma once

#include "models/base/result.h"
#include "models/credentials/secret.h"

#include <string>
#include <string_view>

namespace muniment {

/// Tokens begin so: scanners for leaked secrets, and people, tell them by it.
inline constexpr std::string_view kTokenPrefix = "mun_";
constexpr std::size_t kFingerprintDigits = 16;

struct GeneratedToken {
    Secret secret;           ///< kTokenPrefix and 32 random bytes in base64url (RFC 4648 §5), without padding
    std::string hash;        ///< tokenHash() of the secret: all that the store ever gets
    std::string fingerprint; ///< the hash's first kFingerprintDigits: what people tell tokens by
};

/// Thread-safe. Internal when there is no randomness to be had.
[[nodiscard]] Result<GeneratedToken> generateToken();
/// SHA-256 of the whole text as it is shown, hexadecimal. 256 bits of randomness need neither salt nor a slow hash, so
/// that a service that is shown a token finds it by one look-up.
[[nodiscard]] Result<std::string> tokenHash(std::string_view secret);

} // namespace muniment
