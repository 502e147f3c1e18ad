#include "models/credentials/secret.h"

#include <algorithm>
#include <openssl/crypto.h>
#include <utility>

namespace muniment {

Secret::Secret(std::string_view text) : m_bytes(std::make_unique<char[]>(text.size())), m_size(text.size()) {
    std::copy(text.begin(), text.end(), m_bytes.get());
}

Secret::Secret(Secret&& other) noexcept : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

void Secret::wipe() {
    OPENSSL_cleanse(m_bytes.get(), m_size);
}

} // namespace muniment
