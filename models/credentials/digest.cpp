#include "models/credentials/digest.h"

#include <array>
#include <openssl/err.h>
#include <openssl/evp.h>

namespace muniment {

Result<std::string> sha256Hex(std::span<const unsigned char> bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != digest.size())
        return cipherFailure("SHA-256");
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

tl::unexpected<Error> cipherFailure(const char* work) {
    std::string detail = work;
    for (auto code = ERR_get_error(); code != 0; code = ERR_get_error()) {
        std::array<char, 256> words{};
        ERR_error_string_n(code, words.data(), words.size());
        detail += std::string(": ") + words.data();
    }
    return failure(ErrorCode::Internal, std::move(detail));
}

} // namespace muniment
