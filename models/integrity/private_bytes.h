// The private half of an Ed25519 key.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace muniment {

/// Wiped from memory when it ends. It moves and never copies, has no stream operator and no comparison: whoever wants
/// the bytes says so with reveal(), and hands them on at once.
class PrivateBytes {
public:
    /// All zero, for its owner to fill.
    PrivateBytes();
    /// Copies `bytes`; wiping the source is its owner's.
    explicit PrivateBytes(std::span<const std::uint8_t, 32> bytes);
    PrivateBytes(PrivateBytes&& other) noexcept = default;
    PrivateBytes& operator=(PrivateBytes&& other) noexcept;
    PrivateBytes(const PrivateBytes&) = delete;
    PrivateBytes& operator=(const PrivateBytes&) = delete;
    ~PrivateBytes();

    /// Valid while this lives and does not move.
    [[nodiscard]] std::span<const std::uint8_t, 32> reveal() const { return *m_bytes; }

    [[nodiscard]] std::span<std::uint8_t, 32> fill() { return *m_bytes; }

private:
    void wipe();

    std::unique_ptr<std::array<std::uint8_t, 32>> m_bytes; ///< on the heap: a move leaves no bytes behind
};

} // namespace muniment
