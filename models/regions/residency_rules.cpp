#include "models/regions/residency_rules.h"

#include <algorithm>

namespace muniment {

Result<TypedRule> parseRule(const std::string& text) {
    const auto unusable = [&text] {
        return failure(ErrorCode::InvalidInput, "'" + text + "' is not written ORG=REGION,REGION",
                       {{"field", "--rule"}});
    };
    // An organization may have an equals sign in its name, a region may not.
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0)
        return unusable();
    TypedRule rule{text.substr(0, equals), {}};
    for (std::size_t begin = equals + 1; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end == begin)
            return unusable();
        rule.regions.emplace(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return rule;
}

} // namespace muniment
