// The questions that lists of rules of separation of duties ask: the rules with how many break them, who breaks one,
// who ever did, and who would break one that is not there yet.
#pragma once

#include "models/directory/separations.h"
#include "models/items/access_answer.h"
#include "models/items/directory_queries.h"

#include <memory>

namespace muniment {

class LiveAccess;

struct ShownRule : SeparationRow {
    /// Users who break it at the moment asked about; absent where it is not in force then.
    std::optional<std::int64_t> breaches;

    bool operator==(const ShownRule&) const = default;
};

using AskRules = Ask<ListRequest<SeparationQuery>, ListPage<ShownRule>>;
/// `workspace` must outlive what is asked, here and below; `access`: the graph that all questions about it share.
[[nodiscard]] AskRules askRules(Workspace& workspace, std::shared_ptr<LiveAccess> access);

/// Of one rule. The list comes whole: there are no more rows `after` its last one.
struct BreachQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    AggregateId rule;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// A user who breaks a rule, with the nearest right of each kind.
struct BreachRow {
    RegionName region;
    AccessParty user;
    AccessRightRow first, second;

    bool operator==(const BreachRow&) const = default;
};

[[nodiscard]] PageKey pageKeyOf(const BreachRow& row);

using AskBreaches = Ask<ListRequest<BreachQuery>, ListPage<BreachRow>>;
/// By name.
[[nodiscard]] AskBreaches askBreaches(Workspace& workspace, std::shared_ptr<LiveAccess> access);

/// From when until when a user held both.
struct PastBreachRow {
    RegionName region;
    AccessParty user;
    Instant from;
    std::optional<Instant> until;     ///< absent: they break it at the moment asked about
    std::optional<EventNumber> began; ///< the event that began it; absent where a period did
    std::optional<EventNumber> ended;

    bool operator==(const PastBreachRow&) const = default;
};

[[nodiscard]] PageKey pageKeyOf(const PastBreachRow& row);

using AskPastBreaches = Ask<ListRequest<BreachQuery>, ListPage<PastBreachRow>>;
/// Who ever did, up to the moment, by name, then by time; looks at every change of their rights.
[[nodiscard]] AskPastBreaches askPastBreaches(Workspace& workspace, std::shared_ptr<LiveAccess> access);

/// A rule that somebody is about to add.
struct DraftedRule {
    TenantId tenant;
    Permission first, second;

    bool operator==(const DraftedRule&) const = default;
};

using AskDraftedRule = Ask<DraftedRule, std::vector<AccessParty>>;
/// Who would break it now, by name.
[[nodiscard]] AskDraftedRule askDraftedRule(Workspace& workspace, std::shared_ptr<LiveAccess> access);

} // namespace muniment
