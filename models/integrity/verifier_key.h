// The public half of a key that signs notes, as people pass it on (c2sp.org/signed-note, "verifier keys").
#pragma once

#include "models/base/result.h"
#include "models/integrity/ed25519.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// What a key signs, by the byte that stands for it in key ids.
enum class NoteKeyType : std::uint8_t {
    Ed25519 = 0x01,     ///< the note's text
    Cosignature = 0x04, ///< the text and a time (c2sp.org/tlog-cosignature, cosignature/v1)
};

/// Tells keys of one name apart; an identifier, not a proof: whoever wants to can make a key with a given id.
using NoteKeyId = std::array<std::uint8_t, 4>;

struct VerifierKey {
    std::string name;
    NoteKeyType type = NoteKeyType::Ed25519;
    Ed25519PublicKey publicKey{};
    NoteKeyId id{}; ///< SHA-256(name ‖ 0x0A ‖ type ‖ public key), the first four bytes

    auto operator<=>(const VerifierKey&) const = default;
};

/// Not empty, UTF-8, without control characters, Unicode's spaces and "+".
[[nodiscard]] bool isKeyName(std::string_view name);
/// Computes the id. InvalidInput (context "why" = "name") when isKeyName() says no.
[[nodiscard]] Result<VerifierKey> makeVerifierKey(std::string name, NoteKeyType type,
                                                  const Ed25519PublicKey& publicKey);
/// NAME+ID+KEY, where ID is eight hexadecimal digits in lower case and KEY the base64 of type and public key.
/// InvalidInput (context "field" = "verifierKey", "why" = "form", "name", "type" when we do not know it, or "id" when
/// it is not that of this key).
[[nodiscard]] Result<VerifierKey> parseVerifierKey(std::string_view text);
[[nodiscard]] std::string printVerifierKey(const VerifierKey& key);

} // namespace muniment
