#include "app/cli/access_right.h"

namespace muniment::cli {

namespace {

std::string placeOf(AccessFile& file, const AccessRight& right) {
    return file.graph().isRoot(right.place) ? std::string("the whole organization") : file.nameOf(right.place);
}

} // namespace

JsonObject rightJson(AccessFile& file, const HeldRight& held) {
    const AccessRight& right = held.right;
    const bool isOfType = (right.target & PermissionOfRole::kOfType) != 0;
    JsonObject json;
    json.text("action", file.graph().actionName(right.action));
    json.optionalText("resourceType",
                      isOfType ? std::optional(file.graph().typeName(right.target & ~PermissionOfRole::kOfType))
                               : std::nullopt);
    json.optionalText("resource",
                      isOfType
                          ? std::nullopt
                          : std::optional(file.entities().entityOf(ResourceIndex{right.target}).aggregate.id.text()));
    json.optionalText("within", file.graph().isRoot(right.place)
                                    ? std::nullopt
                                    : std::optional(file.entities().entityOf(right.place).aggregate.id.text()));
    const HomeIndex home = file.graph().homeOf(held.grant.role);
    json.text("role", file.nameOf(held.grant.role));
    json.text("grantId", file.entities().grantOf(home, held.grant.code).aggregate.id.text());
    return json;
}

std::vector<std::string> rightCells(AccessFile& file, const HeldRight& held) {
    return {file.words().actionAndTarget(held.right.action, held.right.target), placeOf(file, held.right),
            file.nameOf(held.grant.role), file.nameOf(held.grant.subject)};
}

} // namespace muniment::cli
