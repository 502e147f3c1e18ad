// Ed25519 (RFC 8032), whole messages only.
#pragma once

#include "models/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace muniment {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;
using Ed25519PrivateView = std::span<const std::uint8_t, 32>;

/// Thread-safe, all of them. Internal when the library of ciphers refuses.
[[nodiscard]] Result<Ed25519PublicKey> ed25519PublicKey(Ed25519PrivateView privateBytes);
[[nodiscard]] Result<Ed25519Signature> ed25519Sign(Ed25519PrivateView privateBytes, std::string_view message);
/// False, too, for a key or a signature of another length, and when the library refuses: nothing that was not verified
/// passes.
[[nodiscard]] bool ed25519Verifies(const Ed25519PublicKey& key, std::string_view message, std::string_view signature);

/// What the library of ciphers has to say about its last failure in this thread, as Internal; empties its queue.
[[nodiscard]] tl::unexpected<Error> openSslFailure(const char* work);

} // namespace muniment
