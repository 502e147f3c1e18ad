// Sessions, open and ended, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/page_key.h"
#include "models/domain/session.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct SessionRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    AggregateId user; ///< empty until somebody has said who they are
    std::string userName;
    std::string os, browser, country;
    Instant begun;
    Instant lastSeen; ///< its newest event
    std::optional<Instant> ended;
    bool isAuthenticated = false;
    std::int64_t sequence = 0;
    EventNumber number; ///< of its first event

    bool operator==(const SessionRow&) const = default;
};

/// `text` matches any part of a session's id, or what matches its user in their own list.
struct SessionQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<AggregateId> user;
    bool withEnded = false; ///< ended ones, too
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Newest first: by the time they began, then id.
[[nodiscard]] Result<std::vector<SessionRow>> listSessions(Snapshot& snapshot, const SessionQuery& query);
[[nodiscard]] Result<std::int64_t> countSessions(Snapshot& snapshot, const SessionQuery& query);
[[nodiscard]] PageKey pageKeyOf(const SessionRow& row);
/// By full id, or by its unique beginning among those that are open.
[[nodiscard]] Result<SessionRow> findSession(Snapshot& snapshot, const std::string& id,
                                             std::optional<Moment> asOf = {});

} // namespace muniment
