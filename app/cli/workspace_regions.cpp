#include "app/cli/workspace_regions.h"

namespace muniment::cli {

static bool isRegionCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

Result<WorkspaceRegion> parseRegionEndpoint(const std::string& text) {
    const auto equals = text.find('=');
    // host=db.example dbname=iam: a connection string whose region was forgotten.
    const bool namesRegion = equals != std::string::npos && text.find("://") > equals &&
                             text.substr(0, equals) != "host" && text.substr(0, equals) != "hostaddr";
    if (!namesRegion)
        return failure(ErrorCode::InvalidInput, "an endpoint is written REGION=URL", {{"field", "--endpoint"}});
    return WorkspaceRegion{RegionName(text.substr(0, equals)), text.substr(equals + 1)};
}

Result<void> addRegion(std::vector<WorkspaceRegion>& regions, const WorkspaceRegion& region) {
    const auto& name = region.region.text();
    if (name.empty() || name.size() > 100 || !std::all_of(name.begin(), name.end(), isRegionCharacter))
        return failure(ErrorCode::InvalidInput, "'" + name + "' is no region name (letters, digits, '-', '_' and '.')",
                       {{"field", "region"}});
    for (const auto& present : regions) {
        if (present.region == region.region)
            return failure(ErrorCode::InvalidInput, "'" + name + "' is named twice", {{"field", "region"}});
    }
    regions.push_back(region);
    return {};
}

} // namespace muniment::cli
