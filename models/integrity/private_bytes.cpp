#include "models/integrity/private_bytes.h"

#include <algorithm>
#include <new>
#include <openssl/crypto.h>

namespace muniment {

namespace {

// Room for a few hundred keys; OpenSSL keeps the private halves that it works with in the same place.
constexpr std::size_t kHeapBytes = 64 * 1024;
constexpr std::size_t kLeastBytes = 16;

/// Pages that the kernel is asked to leave out of core dumps and of swap. Without them (an odd system) the ordinary
/// heap has to do.
void prepareHeap() {
    static const int isReady = CRYPTO_secure_malloc_init(kHeapBytes, kLeastBytes);
    static_cast<void>(isReady);
}

} // namespace

PrivateBytes::PrivateBytes() {
    prepareHeap();
    void* place = OPENSSL_secure_zalloc(sizeof(Bytes));
    if (place == nullptr)
        throw std::bad_alloc();
    m_bytes.reset(new (place) Bytes());
}

PrivateBytes::PrivateBytes(std::span<const std::uint8_t, 32> bytes) : PrivateBytes() {
    std::copy(bytes.begin(), bytes.end(), m_bytes->begin());
}

void PrivateBytes::Release::operator()(Bytes* bytes) const {
    OPENSSL_secure_clear_free(bytes, sizeof(Bytes));
}

} // namespace muniment
