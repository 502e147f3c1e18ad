// Private bytes under a passphrase.
#pragma once

#include "models/base/result.h"
#include "models/integrity/key_file.h"
#include "models/integrity/private_bytes.h"

#include <string>
#include <string_view>

namespace muniment {

constexpr std::size_t kWrapSaltBytes = 16;
constexpr std::size_t kWrapNonceBytes = 12;
constexpr std::size_t kWrappedBytes = 32 + 16; ///< the private bytes, encrypted, and GCM's tag

/// How the key that wraps is made of a passphrase, and what it is used with once.
struct WrapParameters {
    ScryptCost cost;
    std::string salt;  ///< kWrapSaltBytes
    std::string nonce; ///< kWrapNonceBytes
};

/// What a file may ask of the machine that reads it.
[[nodiscard]] bool isAffordable(const ScryptCost& cost);
/// Random salt and nonce. Internal when there is no randomness to be had.
[[nodiscard]] Result<WrapParameters> makeWrapParameters(const ScryptCost& cost);
/// AES-256-GCM with `header` as associated data: kWrappedBytes. Internal when the library of ciphers refuses.
[[nodiscard]] Result<std::string> wrap(const PrivateBytes& bytes, std::string_view passphrase,
                                       const WrapParameters& parameters, std::string_view header);
/// InvalidInput (context "field" = "passphrase", "why" = "passphraseOrDamage") when passphrase, parameters, header and
/// `wrapped` do not belong together.
[[nodiscard]] Result<PrivateBytes> unwrap(std::string_view wrapped, std::string_view passphrase,
                                          const WrapParameters& parameters, std::string_view header);

} // namespace muniment
