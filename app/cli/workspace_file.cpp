#include "app/cli/workspace_file.h"

#include "models/base/clock.h"
#include "models/base/log_key_text.h"

namespace muniment::cli {

Result<OpenFile> openToRead(const std::filesystem::path& file) {
    auto replica = Replica::open(file, ReplicaAccess::ReadOnly);
    if (!replica)
        return tl::unexpected(replica.error());
    auto snapshot = (*replica)->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return OpenFile{std::move(*replica), std::move(*snapshot)};
}

Result<std::optional<Instant>> instantOption(const Invocation& invocation, const std::string& option) {
    const auto text = invocation.text(option);
    if (!text)
        return std::nullopt;
    const auto instant = parseTimeExpression(*text, systemClock().now());
    if (!instant)
        return tl::unexpected(instant.error().with("field", option));
    return *instant;
}

Result<RegionRecord> regionNamed(Snapshot& snapshot, const RegionName& region) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    for (const auto& record : *regions) {
        if (record.region == region)
            return record;
    }
    return failure(ErrorCode::NotFound, "no region '" + region.text() + "'",
                   {{"what", "region"}, {"id", region.text()}});
}

std::optional<std::string> cursorText(const std::optional<LogKey>& cursor) {
    return cursor ? std::optional(formatLogKey(*cursor)) : std::nullopt;
}

Positional filePositional() {
    return {"FILE", "the workspace file"};
}

Option asOfOption() {
    return {"--as-of", "T", "as it was at T: RFC 3339, a date (midnight UTC), or -30d, -12h, -5m"};
}

} // namespace muniment::cli
