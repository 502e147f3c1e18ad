// Text that nobody but its receiver should see.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace muniment {

/// Wiped from memory when it ends. It moves and never copies, has no stream operator and no comparison: whoever wants
/// its text says so with reveal(), and shows or hands it on at once.
class Secret {
public:
    Secret() = default;
    /// Copies `text`; wiping the source is its owner's.
    explicit Secret(std::string_view text);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    /// Valid while the secret lives and does not move.
    [[nodiscard]] std::string_view reveal() const { return {m_bytes.get(), m_size}; }

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    void wipe();

    std::unique_ptr<char[]> m_bytes; ///< on the heap: a move leaves no bytes behind
    std::size_t m_size = 0;
};

} // namespace muniment
