// Names in the trees' tables (resources/replica/trees_v6.sql).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// Name under which the trees are rebuilt, and their row in read_models.
extern const std::string kTreesName;

inline constexpr std::array kTreeTables{"tree_heads", "tree_blocks"};

/// SQL of the trees in use, for those under another prefix.
[[nodiscard]] std::string treeSql(std::string_view sql, std::string_view prefix);

constexpr int kBlockBits = 32; ///< of tree_blocks.k
/// Bytes of a leaf's hash that are kept. With four a block would need two pages of the file instead of one.
constexpr std::size_t kCheckSize = 3;

} // namespace muniment
