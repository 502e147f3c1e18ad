#include "models/replica/trees/tree_layout.h"

namespace muniment {

const std::string kTreesName = "trees";

std::string treeSql(std::string_view sql, std::string_view prefix) {
    constexpr std::string_view kInUse = "tree_";
    std::string renamed(sql);
    if (prefix == kInUse)
        return renamed;
    for (std::size_t at = renamed.find(kInUse); at != std::string::npos; at = renamed.find(kInUse, at + prefix.size()))
        renamed.replace(at, kInUse.size(), prefix);
    return renamed;
}

} // namespace muniment
