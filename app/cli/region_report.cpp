#include "app/cli/region_report.h"

#include "app/cli/text.h"
#include "app/cli/workspace_file.h"

namespace muniment::cli {

JsonObject regionReport(const RegionStatus& status) {
    const auto& error = status.follower.error;
    return JsonObject()
        .text("region", status.region.text())
        .text("state", followerPhaseName(status.follower.phase))
        .integer("events", status.events)
        .optionalText("cursor", cursorText(status.cursor))
        .optionalInteger("lagMs", status.lag ? std::optional<std::int64_t>(status.lag->count()) : std::nullopt)
        .optionalText("error", error ? std::optional(sentence(*error)) : std::nullopt);
}

} // namespace muniment::cli
