#include "models/integrity/ed25519.h"

#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>

namespace muniment {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

using KeyHandle = std::unique_ptr<EVP_PKEY, Free>;
using ContextHandle = std::unique_ptr<EVP_MD_CTX, Free>;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

KeyHandle privateKey(Ed25519PrivateView bytes) {
    return KeyHandle(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size()));
}

} // namespace

Result<Ed25519PublicKey> ed25519PublicKey(Ed25519PrivateView privateBytes) {
    const auto key = privateKey(privateBytes);
    Ed25519PublicKey bytes{};
    std::size_t size = bytes.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), bytes.data(), &size) != 1 || size != bytes.size())
        return openSslFailure("public key");
    return bytes;
}

Result<Ed25519Signature> ed25519Sign(Ed25519PrivateView privateBytes, std::string_view message) {
    const auto key = privateKey(privateBytes);
    const ContextHandle signer(EVP_MD_CTX_new());
    Ed25519Signature signature{};
    std::size_t size = signature.size();
    if (!key || !signer || EVP_DigestSignInit(signer.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(signer.get(), signature.data(), &size, bytesOf(message), message.size()) != 1 ||
        size != signature.size())
        return openSslFailure("signature");
    return signature;
}

bool ed25519Verifies(const Ed25519PublicKey& key, std::string_view message, std::string_view signature) {
    const KeyHandle handle(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
    const ContextHandle verifier(EVP_MD_CTX_new());
    const bool isGood =
        handle && verifier && signature.size() == Ed25519Signature().size() &&
        EVP_DigestVerifyInit(verifier.get(), nullptr, nullptr, nullptr, handle.get()) == 1 &&
        EVP_DigestVerify(verifier.get(), bytesOf(signature), signature.size(), bytesOf(message), message.size()) == 1;
    if (!isGood)
        ERR_clear_error();
    return isGood;
}

tl::unexpected<Error> openSslFailure(const char* work) {
    std::string detail = work;
    for (auto code = ERR_get_error(); code != 0; code = ERR_get_error()) {
        std::array<char, 256> words{};
        ERR_error_string_n(code, words.data(), words.size());
        detail += std::string(": ") + words.data();
    }
    return failure(ErrorCode::Internal, std::move(detail));
}

} // namespace muniment
