#include "models/replica/index/index_layout.h"

namespace muniment {

std::string indexSql(std::string_view sql, std::string_view prefix) {
    std::string renamed(sql);
    for (std::size_t at = renamed.find(kIndexPrefix); at != std::string::npos;
         at = renamed.find(kIndexPrefix, at + prefix.size()))
        renamed.replace(at, kIndexPrefix.size(), prefix);
    return renamed;
}

} // namespace muniment
