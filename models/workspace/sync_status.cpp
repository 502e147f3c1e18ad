#include "models/workspace/sync_status.h"

#include "models/eventstore/endpoint.h"

namespace muniment {

RegionStatus statusOf(const RegionRecord& record) {
    RegionStatus status;
    status.region = record.region;
    status.endpoint = displayEndpoint(record.endpoint);
    status.events = record.events;
    status.cursor = record.cursor;
    status.form = record.form;
    status.follower.knownThrough = record.knownThrough;
    return status;
}

std::optional<std::chrono::milliseconds> lagOf(const RegionStatus& status, Instant now) {
    const auto known = status.follower.knownThrough;
    if (!known)
        return std::nullopt;
    // A server's clock may be ahead of ours; a lag is never negative.
    return std::chrono::milliseconds(std::max<std::int64_t>(0, (now - *known) / 1000));
}

} // namespace muniment
