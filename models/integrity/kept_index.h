// Which checkpoints are kept, in memory.
#pragma once

#include "models/integrity/checkpoint.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace muniment {

struct KeptCheckpoint {
    std::uint64_t size = 0; ///< leaves
    Hash root{};
    std::uint64_t entry = 0;  ///< its number in the file, from 1
    std::uint64_t offset = 0; ///< of its note's first byte there

    auto operator<=>(const KeptCheckpoint&) const = default;
};

/// About 110 bytes for each checkpoint, however long the origins are: these are told apart by half of their SHA-256.
class KeptIndex {
public:
    void add(std::string_view origin, const KeptCheckpoint& kept);

    /// The first that was kept for this size.
    [[nodiscard]] std::optional<KeptCheckpoint> find(std::string_view origin, std::uint64_t size) const;
    /// Of those with the greatest size, the one that was kept last.
    [[nodiscard]] std::optional<KeptCheckpoint> latest(std::string_view origin) const;
    /// By ascending size; several of one size in the order in which they were kept.
    void forEachOf(std::string_view origin, const std::function<void(const KeptCheckpoint&)>& visit) const;

    [[nodiscard]] std::uint64_t count() const { return m_rows.size(); }

private:
    using OriginKey = std::array<std::uint8_t, 16>;

    struct Row {
        OriginKey origin{};
        KeptCheckpoint kept;
    };

    struct Order {
        bool operator()(const Row& a, const Row& b) const {
            return std::tie(a.origin, a.kept.size, a.kept.entry) < std::tie(b.origin, b.kept.size, b.kept.entry);
        }
    };

    [[nodiscard]] static OriginKey keyOf(std::string_view origin);

    std::set<Row, Order> m_rows;
};

} // namespace muniment
