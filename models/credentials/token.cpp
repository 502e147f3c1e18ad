#include "models/credentials/token.h"

#include "models/credentials/digest.h"

#include <algorithm>
#include <array>
#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace muniment {

namespace {

constexpr std::size_t kRandomBytes = 32;
constexpr std::size_t kDigits = (kRandomBytes * 8 + 5) / 6;

using Random = std::array<unsigned char, kRandomBytes>;
using Text = std::array<char, kTokenPrefix.size() + kDigits>;

/// Base64url, written straight into `text` behind the prefix: a growing string would leave parts of it behind.
void write(Text& text, const Random& random) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    auto at = std::copy(kTokenPrefix.begin(), kTokenPrefix.end(), text.begin());
    unsigned int bits = 0;
    unsigned int held = 0;
    for (const unsigned char byte : random) {
        bits = (bits << 8U | byte) & 0xFFFFU;
        for (held += 8; held >= 6; held -= 6)
            *at++ = kAlphabet[bits >> (held - 6) & 63U];
    }
    if (held > 0)
        *at = kAlphabet[bits << (6 - held) & 63U];
}

} // namespace

Result<GeneratedToken> generateToken() {
    Random random{};
    if (RAND_priv_bytes(random.data(), static_cast<int>(random.size())) != 1)
        return cipherFailure("random bytes");
    Text text{};
    write(text, random);
    GeneratedToken token;
    token.secret = Secret({text.data(), text.size()});
    OPENSSL_cleanse(random.data(), random.size());
    OPENSSL_cleanse(text.data(), text.size());

    auto hash = tokenHash(token.secret.reveal());
    if (!hash)
        return tl::unexpected(std::move(hash.error()));
    token.hash = std::move(*hash);
    token.fingerprint = token.hash.substr(0, kFingerprintDigits);
    return token;
}

Result<std::string> tokenHash(std::string_view secret) {
    return sha256Hex({reinterpret_cast<const unsigned char*>(secret.data()), secret.size()});
}

} // namespace muniment
