#include "models/merkle/sha256.h"

#include <cstdio>
#include <cstdlib>
#include <openssl/evp.h>

namespace muniment {

namespace {

struct DigestDeleter {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

void need(bool hasWorked) {
    if (hasWorked)
        return;
    std::fputs("muniment: the library of ciphers has no SHA-256\n", stderr);
    std::abort();
}

} // namespace

struct Sha256::Context {
    std::unique_ptr<EVP_MD, DigestDeleter> digest{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    std::unique_ptr<EVP_MD_CTX, ContextDeleter> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {
    need(m_context->digest && m_context->context &&
         EVP_DigestInit_ex2(m_context->context.get(), m_context->digest.get(), nullptr) == 1);
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Hash Sha256::of(std::string_view bytes) const {
    return of({bytes});
}

Hash Sha256::of(std::initializer_list<std::string_view> parts) const {
    EVP_MD_CTX* const context = m_context->context.get();
    // Without a digest the context's own is set up anew.
    bool hasWorked = EVP_DigestInit_ex2(context, nullptr, nullptr) == 1;
    for (const std::string_view part : parts)
        hasWorked = hasWorked && EVP_DigestUpdate(context, part.data(), part.size()) == 1;
    Hash hash{};
    hasWorked = hasWorked && EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1;
    need(hasWorked);
    return hash;
}

} // namespace muniment
