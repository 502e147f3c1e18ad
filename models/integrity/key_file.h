// A signing key in a file, under a passphrase.
#pragma once

#include "models/base/result.h"
#include "models/integrity/signing_key.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace muniment {

/// What guessing a passphrase costs (scrypt, RFC 7914): 128·N·r bytes of memory for each guess, and time as N·r·p.
struct ScryptCost {
    std::uint64_t n = 1U << 17U; ///< a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;
};

/// Writes a new file of mode 0600, safe on the disk when this returns. Seven lines of text: what it is, the key as
/// verifiers know it, KDF, salt, cipher, nonce; and AES-256-GCM over the 32 private bytes, with the lines above it as
/// associated data. Nothing but the passphrase protects it: the file must not travel. FileExists when there is one at
/// the path, whatever it holds; InvalidInput (context "field" = "passphrase" when it is empty, "cost" beyond what
/// readKeyFile() takes). Takes some tenths of a second.
[[nodiscard]] Result<void> writeKeyFile(const std::filesystem::path& path, const SigningKey& key,
                                        std::string_view passphrase, ScryptCost cost = {});
/// PermissionDenied (context "why" = "readableByOthers") when the file's mode lets group or others do anything;
/// FileTooNew for a later version; FileCorrupt (context "why") for what is no key file, and for one that asks for more
/// than N = 2^20, r = 16, p = 4 or one GiB; InvalidInput (context "field" = "passphrase", "why" =
/// "passphraseOrDamage") for a wrong passphrase or damage to the file that looks the same.
[[nodiscard]] Result<SigningKey> readKeyFile(const std::filesystem::path& path, std::string_view passphrase);

} // namespace muniment
