// 128-bit identifiers of events, commands and correlations.
#pragma once

#include "models/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] bool isNull() const { return bytes == std::array<std::uint8_t, 16>{}; }

    /// Lower-case 8-4-4-4-12 form.
    [[nodiscard]] std::string text() const;

    auto operator<=>(const Uuid&) const = default;
};

/// All sixteen; valid as long as `id`.
[[nodiscard]] std::string_view bytesOf(const Uuid& id);
/// Version 4, from the operating system's random source. Thread-safe.
[[nodiscard]] Uuid randomUuid();
/// Accepts the 36-character form in either case; anything else is InvalidInput.
[[nodiscard]] Result<Uuid> parseUuid(std::string_view text);

} // namespace muniment

template <>
struct std::hash<muniment::Uuid> {
    std::size_t operator()(const muniment::Uuid& id) const noexcept;
};
