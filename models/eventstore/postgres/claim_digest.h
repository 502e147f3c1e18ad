// What stands for a name in a key: nothing personal.
#pragma once

#include <string>

namespace muniment::postgres {

/// HMAC-SHA-256 of a normalised value, 32 bytes.
[[nodiscard]] std::string claimDigest(const std::string& value, const std::string& key);

} // namespace muniment::postgres
