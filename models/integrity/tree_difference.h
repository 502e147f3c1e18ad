// What happened to a log whose leaves are not those that its tree was grown from.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace muniment {

/// What a change looks like; whoever altered a log may have wanted it to look so.
enum class TrailChange {
    Edited,    ///< another event stands in its place
    Deleted,   ///< it is missing, others follow
    Inserted,  ///< it was not there
    Reordered, ///< it was in another place
    Cut,       ///< it and everything behind it is missing
    Rewritten, ///< from here on nothing is as it was
};

/// "edited" …
[[nodiscard]] std::string_view trailChangeName(TrailChange change);

/// The beginning of a leaf's hash.
using LeafCheck = std::uint32_t;

struct TrailDifference {
    TrailChange change = TrailChange::Edited;
    std::uint64_t expected = 0; ///< which leaf of the tree; for what is too many, that before which it stands
    std::uint64_t found = 0;    ///< which of the leaves found; for what is missing, that before which it stood

    bool operator==(const TrailDifference&) const = default;
};

/// Ascending, at most `most`. Leaves that are missing or too many for less than 64 in a row are told one by one; what
/// was taken from one place and stands in another is told once, where it stands.
[[nodiscard]] std::vector<TrailDifference> differencesOf(std::span<const LeafCheck> expected,
                                                         std::span<const LeafCheck> found, std::size_t most = 100);

} // namespace muniment
