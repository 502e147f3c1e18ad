// The questions that the lists of findings ask, and the fields under which they are exported. Without an organization
// they answer nothing: all of them at once would take too long to wait for.
#pragma once

#include "models/export/record_field.h"
#include "models/findings/oddities.h"
#include "models/findings/unused_grants.h"
#include "models/items/directory_queries.h"

#include <memory>

namespace muniment {

class LiveAccess;

using AskUnusedGrants = Ask<ListRequest<UnusedGrantQuery>, ListPage<UnusedGrant>>;
/// `workspace` must outlive what is asked, here and below; `access`: the graph that all questions about it share. The
/// list comes whole.
[[nodiscard]] AskUnusedGrants askUnusedGrants(Workspace& workspace, std::shared_ptr<LiveAccess> access);
[[nodiscard]] Result<std::vector<UnusedGrant>>
readUnusedGrants(Snapshot& snapshot, LiveAccess& access, const UnusedGrantQuery& query, const std::stop_token& stop);

struct OddityQuery {
    std::optional<Moment> asOf;
    std::string text; ///< any part of a name or an id of what it is about
    std::optional<TenantId> tenant;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

[[nodiscard]] PageKey pageKeyOf(const Oddity& row);

using AskOddities = Ask<ListRequest<OddityQuery>, ListPage<Oddity>>;
/// The list comes whole.
[[nodiscard]] AskOddities askOddities(Workspace& workspace, std::shared_ptr<LiveAccess> access);
[[nodiscard]] Result<std::vector<Oddity>> readOddityList(Snapshot& snapshot, LiveAccess& access,
                                                         const OddityQuery& query);

[[nodiscard]] const std::vector<RecordField<UnusedGrant>>& unusedGrantFields();
[[nodiscard]] const std::vector<RecordField<Oddity>>& oddityFields();

} // namespace muniment
