#include "models/items/rule_queries.h"

#include "models/access/access_separation.h"
#include "models/access/live_access.h"
#include "models/base/clock.h"
#include "models/directory/list_pages.h"
#include "models/items/access_moment.h"
#include "models/items/ask_graph.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace muniment {

namespace {

/// So many are named one by one.
constexpr std::size_t kFewNames = 64;

/// The moments of several organizations, each looked up once. May throw sqlite::Failure.
class Moments {
public:
    Moments(Snapshot& snapshot, const AccessProjection& projection, const std::optional<Moment>& asOf)
        : m_snapshot(snapshot),
          m_projection(projection),
          m_asOf(asOf) {}

    Result<AccessMoment> of(const TenantId& tenant) {
        auto known = m_known.find(tenant);
        if (known == m_known.end())
            known = m_known.emplace(tenant, accessMoment(m_snapshot, m_projection, tenant, m_asOf, m_now)).first;
        return known->second;
    }

private:
    Snapshot& m_snapshot;
    const AccessProjection& m_projection;
    std::optional<Moment> m_asOf;
    Instant m_now = systemClock().now();
    std::map<TenantId, Result<AccessMoment>> m_known;
};

Result<void> countBreaches(Snapshot& snapshot, const AccessProjection& projection, const std::optional<Moment>& asOf,
                           const std::stop_token& stop, std::vector<ShownRule>& rules) {
    Moments moments(snapshot, projection, asOf);
    AccessEntities entities(snapshot, projection);
    for (ShownRule& rule : rules) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (rule.lifecycle != SeparationState::Lifecycle::Active)
            continue;
        const auto moment = moments.of(rule.tenant);
        if (moment)
            rule.breaches =
                std::ssize(findBreaches(projection.graph(), moment->home,
                                        dutiesOf(entities, moment->home, rule.first, rule.second), moment->seen, stop));
        else if (moment.error().code == ErrorCode::NotFound)
            rule.breaches = 0; // nobody there has been told of
        else
            return tl::unexpected(moment.error());
    }
    return {};
}

Result<ListPage<ShownRule>> readRules(Snapshot& snapshot, LiveAccess& access,
                                      const ListRequest<SeparationQuery>& request, const std::stop_token& stop) {
    auto counted = readCounted(snapshot, request.query, listSeparations, countSeparations);
    if (!counted)
        return tl::unexpected(counted.error());
    ListPage<ShownRule> page{counted->total, {}};
    for (SeparationRow& row : counted->rows)
        page.rows.push_back({std::move(row), {}});
    const auto done = askGraph<void>(snapshot, access, [&](const AccessProjection& projection) {
        return countBreaches(snapshot, projection, request.query.asOf, stop, page.rows);
    });
    return done ? Result<ListPage<ShownRule>>(std::move(page)) : tl::unexpected(done.error());
}

Result<std::vector<BreachRow>> tellBreaches(Snapshot& snapshot, const AccessProjection& projection,
                                            const SeparationRow& rule, const std::optional<Moment>& asOf,
                                            const std::stop_token& stop) {
    const auto moment = accessMoment(snapshot, projection, rule.tenant, asOf, systemClock().now());
    if (!moment)
        return tl::unexpected(moment.error());
    AccessTelling telling(snapshot, projection, moment->home, asOf);
    const auto breaches =
        findBreaches(projection.graph(), moment->home,
                     dutiesOf(telling.entities(), moment->home, rule.first, rule.second), moment->seen, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (breaches.size() > kFewNames)
        telling.readAllNames();
    std::vector<BreachRow> rows;
    for (const Breach& breach : breaches)
        rows.push_back({moment->freshness.region, telling.party(breach.user), telling.right(breach.first),
                        telling.right(breach.second)});
    std::ranges::sort(rows, {},
                      [](const BreachRow& row) { return std::tie(row.user.name, row.user.entity.aggregate.id); });
    return rows;
}

Result<std::vector<PastBreachRow>> tellPastBreaches(Snapshot& snapshot, const AccessProjection& projection,
                                                    const SeparationRow& rule, const std::optional<Moment>& asOf,
                                                    const std::stop_token& stop) {
    const auto moment = accessMoment(snapshot, projection, rule.tenant, asOf, systemClock().now());
    if (!moment)
        return tl::unexpected(moment.error());
    AccessTelling telling(snapshot, projection, moment->home, asOf);
    const auto breaches = findPastBreaches(
        projection.graph(), moment->home, dutiesOf(telling.entities(), moment->home, rule.first, rule.second),
        moment->seen, [&](Bound event) { return telling.loggedAt(event).micros; }, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (breaches.size() > kFewNames)
        telling.readAllNames();
    const Home& home = projection.graph().home(moment->home);
    const auto eventOf = [&home](const AccessTurn& turn) {
        return turn.event == 0 ? std::nullopt : std::optional(home.eventAt(turn.event));
    };
    std::vector<PastBreachRow> rows;
    for (const PastBreach& breach : breaches)
        for (const AccessInterval& interval : breach.intervals) {
            PastBreachRow row{moment->freshness.region,  telling.party(breach.user),
                              Instant{interval.from.at}, {},
                              eventOf(interval.from),    {}};
            if (interval.until) {
                row.until = Instant{interval.until->at};
                row.ended = eventOf(*interval.until);
            }
            rows.push_back(std::move(row));
        }
    std::ranges::sort(rows, {}, [](const PastBreachRow& row) {
        return std::tie(row.user.name, row.user.entity.aggregate.id, row.from);
    });
    return rows;
}

template <class Row>
using TellRule = Result<std::vector<Row>> (*)(Snapshot&, const AccessProjection&, const SeparationRow&,
                                              const std::optional<Moment>&, const std::stop_token&);

/// Of the rule that the request names, what `tell` tells; nothing of one that is not in force then.
template <class Row>
Result<ListPage<Row>> readRule(Snapshot& snapshot, LiveAccess& access, const ListRequest<BreachQuery>& request,
                               const std::stop_token& stop, TellRule<Row> tell) {
    const BreachQuery& query = request.query;
    const auto rule = findSeparation(snapshot, query.rule.text(), query.asOf, query.tenant);
    if (!rule)
        return tl::unexpected(rule.error());
    if (rule->lifecycle != SeparationState::Lifecycle::Active)
        return ListPage<Row>{};
    auto rows = askGraph<std::vector<Row>>(snapshot, access, [&](const AccessProjection& projection) {
        return tell(snapshot, projection, *rule, query.asOf, stop);
    });
    if (!rows)
        return tl::unexpected(rows.error());
    return wholeList(std::move(*rows), request.isMore);
}

Result<ListPage<BreachRow>> readBreaches(Snapshot& snapshot, LiveAccess& access,
                                         const ListRequest<BreachQuery>& request, const std::stop_token& stop) {
    return readRule<BreachRow>(snapshot, access, request, stop, &tellBreaches);
}

Result<ListPage<PastBreachRow>> readPastBreaches(Snapshot& snapshot, LiveAccess& access,
                                                 const ListRequest<BreachQuery>& request, const std::stop_token& stop) {
    return readRule<PastBreachRow>(snapshot, access, request, stop, &tellPastBreaches);
}

Result<std::vector<AccessParty>> readDraftedRule(Snapshot& snapshot, LiveAccess& access, const DraftedRule& drafted,
                                                 const std::stop_token& stop) {
    SeparationRow rule;
    rule.tenant = drafted.tenant;
    rule.first = drafted.first;
    rule.second = drafted.second;
    return askGraph<std::vector<AccessParty>>(
        snapshot, access, [&](const AccessProjection& projection) -> Result<std::vector<AccessParty>> {
            const auto rows = tellBreaches(snapshot, projection, rule, {}, stop);
            if (!rows && rows.error().code != ErrorCode::NotFound)
                return tl::unexpected(rows.error());
            std::vector<AccessParty> users;
            if (rows)
                for (const BreachRow& row : *rows)
                    users.push_back(row.user);
            return users;
        });
}

} // namespace

PageKey pageKeyOf(const BreachRow& row) {
    return {row.user.name, row.user.entity.aggregate.id.text()};
}

PageKey pageKeyOf(const PastBreachRow& row) {
    return {row.user.name, row.user.entity.aggregate.id.text() + "/" + std::to_string(row.from.micros)};
}

AskRules askRules(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<ListRequest<SeparationQuery>, ListPage<ShownRule>>(workspace, std::move(access), &readRules);
}

AskBreaches askBreaches(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<ListRequest<BreachQuery>, ListPage<BreachRow>>(workspace, std::move(access), &readBreaches);
}

AskPastBreaches askPastBreaches(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<ListRequest<BreachQuery>, ListPage<PastBreachRow>>(workspace, std::move(access),
                                                                           &readPastBreaches);
}

AskDraftedRule askDraftedRule(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return askWithGraph<DraftedRule, std::vector<AccessParty>>(workspace, std::move(access), &readDraftedRule);
}

} // namespace muniment
