// Key pairs of service users: the private half is shown once, the public half is what the store gets.
#pragma once

#include "models/base/result.h"
#include "models/credentials/secret.h"

#include <string>

namespace muniment {

/// Ed25519 wherever the service can read it; RSA with 2,048 bits (RFC 7518 RS256) for those that cannot.
enum class KeyAlgorithm { Ed25519, Rsa2048 };

struct GeneratedKey {
    Secret privateKey;       ///< PEM of PKCS #8, not encrypted
    std::string publicKey;   ///< PEM of SubjectPublicKeyInfo
    std::string fingerprint; ///< SHA-256 of the latter's DER, hexadecimal; `openssl pkey -pubout -outform DER` feeds it
};

/// Thread-safe. RSA takes some tenths of a second. Internal when the library of ciphers refuses.
[[nodiscard]] Result<GeneratedKey> generateMachineKey(KeyAlgorithm algorithm);

} // namespace muniment
