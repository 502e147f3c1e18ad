#include "models/integrity/private_bytes.h"

#include <algorithm>
#include <openssl/crypto.h>
#include <utility>

namespace muniment {

PrivateBytes::PrivateBytes() : m_bytes(std::make_unique<std::array<std::uint8_t, 32>>()) {}

PrivateBytes::PrivateBytes(std::span<const std::uint8_t, 32> bytes) : PrivateBytes() {
    std::copy(bytes.begin(), bytes.end(), m_bytes->begin());
}

PrivateBytes& PrivateBytes::operator=(PrivateBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
    }
    return *this;
}

PrivateBytes::~PrivateBytes() {
    wipe();
}

void PrivateBytes::wipe() {
    if (m_bytes)
        OPENSSL_cleanse(m_bytes->data(), m_bytes->size());
}

} // namespace muniment
