// A 64-bit hash of bytes that is part of the file format, and texts that carry theirs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// The same on every machine and in every version. Not against an adversary: whoever finds by it compares the text.
[[nodiscard]] std::uint64_t textHash(std::string_view bytes);

struct HashedView {
    std::uint64_t hash = 0;
    std::string_view text;
};

/// A key of a hash map that never hashes its text again: not on growing, not on walking past it.
struct HashedText {
    std::uint64_t hash = 0;
    std::string text;

    friend bool operator==(const HashedText& a, const HashedText& b) { return a.hash == b.hash && a.text == b.text; }

    friend bool operator==(const HashedText& a, const HashedView& b) { return a.hash == b.hash && a.text == b.text; }
};

struct HashOfHashed {
    using is_transparent = void;

    std::size_t operator()(const HashedText& key) const noexcept { return key.hash; }

    std::size_t operator()(const HashedView& key) const noexcept { return key.hash; }
};

} // namespace muniment
