#include "models/credentials/machine_key.h"

#include "models/credentials/digest.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace muniment {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

    void operator()(BIO* bio) const { BIO_free_all(bio); }

    void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};

using KeyHandle = std::unique_ptr<EVP_PKEY, Free>;
using BioHandle = std::unique_ptr<BIO, Free>;

KeyHandle generate(KeyAlgorithm algorithm) {
    constexpr std::size_t kRsaBits = 2048;
    if (algorithm == KeyAlgorithm::Rsa2048)
        return KeyHandle(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", kRsaBits));
    return KeyHandle(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

std::string_view contents(BIO* bio) {
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(bio, &bytes);
    return size > 0 ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

Result<std::string> fingerprintOf(const EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const std::unique_ptr<unsigned char, Free> owner(der);
    if (size <= 0)
        return cipherFailure("public key");
    return sha256Hex({der, static_cast<std::size_t>(size)});
}

} // namespace

Result<GeneratedKey> generateMachineKey(KeyAlgorithm algorithm) {
    const auto key = generate(algorithm);
    if (!key)
        return cipherFailure("key generation");
    // The buffer of s_secmem is wiped when it is freed or grows.
    const BioHandle privatePem(BIO_new(BIO_s_secmem()));
    const BioHandle publicPem(BIO_new(BIO_s_mem()));
    if (!privatePem || !publicPem ||
        PEM_write_bio_PKCS8PrivateKey(privatePem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_PUBKEY(publicPem.get(), key.get()) != 1)
        return cipherFailure("PEM");
    auto fingerprint = fingerprintOf(key.get());
    if (!fingerprint)
        return tl::unexpected(std::move(fingerprint.error()));
    return GeneratedKey{Secret(contents(privatePem.get())), std::string(contents(publicPem.get())),
                        std::move(*fingerprint)};
}

} // namespace muniment
