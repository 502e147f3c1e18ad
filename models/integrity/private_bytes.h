// The private half of an Ed25519 key.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

namespace muniment {

/// Kept in pages that go into no core dump and, where the system allows it, to no swap; wiped when it ends. It moves
/// and never copies, has no stream operator and no comparison: whoever wants the bytes says so with reveal(), and hands
/// them on at once.
class PrivateBytes {
public:
    /// All zero, for its owner to fill.
    PrivateBytes();
    /// Copies `bytes`; wiping the source is its owner's.
    explicit PrivateBytes(std::span<const std::uint8_t, 32> bytes);
    PrivateBytes(PrivateBytes&& other) noexcept = default;
    PrivateBytes& operator=(PrivateBytes&& other) noexcept = default;
    PrivateBytes(const PrivateBytes&) = delete;
    PrivateBytes& operator=(const PrivateBytes&) = delete;
    ~PrivateBytes() = default;

    /// Valid while this lives and does not move.
    [[nodiscard]] std::span<const std::uint8_t, 32> reveal() const { return *m_bytes; }

    [[nodiscard]] std::span<std::uint8_t, 32> fill() { return *m_bytes; }

private:
    using Bytes = std::array<std::uint8_t, 32>;

    /// Wipes, and gives back to the heap of secrets.
    struct Release {
        void operator()(Bytes* bytes) const;
    };

    std::unique_ptr<Bytes, Release> m_bytes; ///< a move leaves no bytes behind
};

} // namespace muniment
