#include "models/integrity/key_wrap.h"

#include "models/integrity/ed25519.h"

#include <bit>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace muniment {

namespace {

constexpr std::size_t kPrivateBytes = 32;
constexpr std::size_t kTagBytes = kWrappedBytes - kPrivateBytes;
constexpr std::uint64_t kMaxN = 1U << 20U;
constexpr std::uint32_t kMaxR = 16;
constexpr std::uint32_t kMaxP = 4;
constexpr std::uint64_t kMaxMemory = 1U << 30U;

struct Free {
    void operator()(EVP_KDF* kdf) const { EVP_KDF_free(kdf); }

    void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }

    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

using CipherHandle = std::unique_ptr<EVP_CIPHER_CTX, Free>;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

int sizeOf(std::string_view text) {
    return static_cast<int>(text.size());
}

std::uint64_t memoryOf(const ScryptCost& cost) {
    return 128 * cost.n * cost.r;
}

/// The wrapping key; wiped like a private one.
Result<PrivateBytes> derive(std::string_view passphrase, const WrapParameters& parameters) {
    const std::unique_ptr<EVP_KDF, Free> kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Free> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    std::string password(passphrase);
    std::string salt = parameters.salt;
    ScryptCost cost = parameters.cost;
    std::uint64_t memory = kMaxMemory + (1U << 20U); // and what the library needs beside the table
    const std::array<OSSL_PARAM, 7> arguments{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password.data(), password.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt.data(), salt.size()),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &cost.n),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_R, &cost.r),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_SCRYPT_P, &cost.p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &memory),
        OSSL_PARAM_construct_end(),
    };
    PrivateBytes key;
    const bool isDerived =
        context && EVP_KDF_derive(context.get(), key.fill().data(), key.fill().size(), arguments.data()) == 1;
    OPENSSL_cleanse(password.data(), password.size());
    if (!isDerived)
        return openSslFailure("scrypt");
    return key;
}

} // namespace

bool isAffordable(const ScryptCost& cost) {
    return cost.n > 1 && std::has_single_bit(cost.n) && cost.n <= kMaxN && cost.r >= 1 && cost.r <= kMaxR &&
           cost.p >= 1 && cost.p <= kMaxP && memoryOf(cost) <= kMaxMemory;
}

Result<WrapParameters> makeWrapParameters(const ScryptCost& cost) {
    std::array<unsigned char, kWrapSaltBytes + kWrapNonceBytes> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
        return openSslFailure("random bytes");
    return WrapParameters{
        cost, {random.begin(), random.begin() + kWrapSaltBytes}, {random.begin() + kWrapSaltBytes, random.end()}};
}

Result<std::string> wrap(const PrivateBytes& bytes, std::string_view passphrase, const WrapParameters& parameters,
                         std::string_view header) {
    const auto key = derive(passphrase, parameters);
    if (!key)
        return tl::unexpected(key.error());
    const CipherHandle cipher(EVP_CIPHER_CTX_new());
    std::array<unsigned char, kWrappedBytes> wrapped{};
    int size = 0;
    if (!cipher ||
        EVP_EncryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key->reveal().data(), bytesOf(parameters.nonce),
                            nullptr) != 1 ||
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytesOf(header), sizeOf(header)) != 1 ||
        EVP_EncryptUpdate(cipher.get(), wrapped.data(), &size, bytes.reveal().data(), kPrivateBytes) != 1 ||
        size != kPrivateBytes || EVP_EncryptFinal_ex(cipher.get(), wrapped.data() + size, &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, wrapped.data() + kPrivateBytes) != 1)
        return openSslFailure("AES-256-GCM");
    return std::string(wrapped.begin(), wrapped.end());
}

Result<PrivateBytes> unwrap(std::string_view wrapped, std::string_view passphrase, const WrapParameters& parameters,
                            std::string_view header) {
    const auto key = derive(passphrase, parameters);
    if (!key)
        return tl::unexpected(key.error());
    const CipherHandle cipher(EVP_CIPHER_CTX_new());
    std::string tag(wrapped.substr(kPrivateBytes));
    PrivateBytes bytes;
    int size = 0;
    if (!cipher ||
        EVP_DecryptInit_ex2(cipher.get(), EVP_aes_256_gcm(), key->reveal().data(), bytesOf(parameters.nonce),
                            nullptr) != 1 ||
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytesOf(header), sizeOf(header)) != 1 ||
        EVP_DecryptUpdate(cipher.get(), bytes.fill().data(), &size, bytesOf(wrapped), kPrivateBytes) != 1 ||
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) != 1)
        return openSslFailure("AES-256-GCM");
    std::array<unsigned char, kTagBytes> unused{};
    if (EVP_DecryptFinal_ex(cipher.get(), unused.data(), &size) != 1) {
        ERR_clear_error();
        return failure(ErrorCode::InvalidInput, "wrong passphrase or damaged file",
                       {{"field", "passphrase"}, {"why", "passphraseOrDamage"}});
    }
    return bytes;
}

} // namespace muniment
