// SHA-256 over many short texts: the digest is fetched once and its context used again, which takes a third of what a
// one-shot call takes in OpenSSL 3.
#pragma once

#include "models/merkle/hash.h"

#include <initializer_list>
#include <memory>
#include <string_view>

namespace muniment {

/// Used by one thread at a time. Ends the program where OpenSSL has no SHA-256: nothing could be told without it.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    [[nodiscard]] Hash of(std::string_view bytes) const;
    /// Of the parts, one after the other.
    [[nodiscard]] Hash of(std::initializer_list<std::string_view> parts) const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

[[nodiscard]] inline std::string_view bytesOf(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()}; // NOLINT: bytes are bytes
}

} // namespace muniment
