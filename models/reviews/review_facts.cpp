#include "models/reviews/review_facts.h"

#include "models/directory/list_pages.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/timeline/timeline.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// All rows of a list; the first error ends it.
template <class Row, class Query>
Result<std::vector<Row>> allRows(Snapshot& snapshot, Result<std::vector<Row>> (*read)(Snapshot&, const Query&),
                                 const Query& query) {
    ListPages<Row, Query> pages(snapshot, read, query);
    std::vector<Row> all;
    while (true) {
        auto page = pages.next();
        if (!page || page->empty())
            return page ? Result<std::vector<Row>>(std::move(all)) : page;
        std::ranges::move(*page, std::back_inserter(all));
    }
}

/// Everything that `root` leads to by `next`, itself first; each once.
template <class Thing, class Next>
Result<std::vector<Thing>> reachedFrom(Thing root, const Next& next) {
    std::vector<Thing> reached{root};
    std::set<Thing> known{std::move(root)};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const Thing here = reached[i];
        auto below = next(here);
        if (!below)
            return tl::unexpected(below.error());
        for (Thing& each : *below)
            if (known.insert(each).second)
                reached.push_back(std::move(each));
    }
    return reached;
}

Result<std::vector<GrantSubject>> subjectsOf(Snapshot& snapshot, const TenantId& tenant, const AggregateId& team,
                                             std::optional<Moment> asOf) {
    using Subjects = std::vector<GrantSubject>;
    return reachedFrom(GrantSubject{GrantSubject::Kind::Team, team}, [&](const GrantSubject& subject) {
        if (subject.kind != GrantSubject::Kind::Team)
            return Result<Subjects>(Subjects{});
        MemberQuery query;
        query.asOf = asOf;
        query.tenant = tenant;
        query.team = subject.id;
        return allRows<MemberRow, MemberQuery>(snapshot, listMembers, query).map([](const auto& rows) {
            Subjects members;
            for (const MemberRow& row : rows)
                members.push_back(row.member);
            return members;
        });
    });
}

Result<std::vector<AggregateId>> resourcesIn(Snapshot& snapshot, const TenantId& tenant, const AggregateId& resource,
                                             std::optional<Moment> asOf) {
    return reachedFrom(resource, [&](const AggregateId& above) {
        ResourceQuery query;
        query.asOf = asOf;
        query.tenant = tenant;
        query.parent = above;
        return allRows<ResourceRow, ResourceQuery>(snapshot, listResources, query).map([](const auto& rows) {
            std::vector<AggregateId> children;
            for (const ResourceRow& row : rows)
                children.push_back(row.id);
            return children;
        });
    });
}

/// One question for each part of the scope; none overlaps another.
Result<std::vector<GrantQuery>> questionsFor(Snapshot& snapshot, const TenantId& tenant, const ReviewScope& scope,
                                             std::optional<Moment> asOf) {
    GrantQuery query;
    query.asOf = asOf;
    query.tenant = tenant;
    query.standing = GrantStanding::InForce;
    std::vector<GrantQuery> questions;
    if (scope.kind == ReviewScope::Kind::Role)
        query.role = scope.id;
    if (scope.kind == ReviewScope::Kind::Team) {
        const auto subjects = subjectsOf(snapshot, tenant, scope.id, asOf);
        if (!subjects)
            return tl::unexpected(subjects.error());
        for (const GrantSubject& subject : *subjects)
            questions.emplace_back(query).subject = subject;
        return questions;
    }
    if (scope.kind == ReviewScope::Kind::Resource) {
        const auto resources = resourcesIn(snapshot, tenant, scope.id, asOf);
        if (!resources)
            return tl::unexpected(resources.error());
        for (const AggregateId& resource : *resources)
            questions.emplace_back(query).resource = resource;
        return questions;
    }
    questions.push_back(query);
    return questions;
}

} // namespace

Result<PinnedMoment> pinAtNewest(Snapshot& snapshot, const TenantId& tenant) {
    const FilterNode filter{termOf(FilterField::Tenant, tenant.text()), {}};
    const auto matches = evaluate(snapshot, {.filter = filter, .asOf = {}, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    const auto rows = readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, 0, 1);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return failure(ErrorCode::NotFound, {}, {{"what", "org"}, {"id", tenant.text()}});
    const TimelineRow& newest = rows->front();
    return PinnedMoment{{newest.event.epoch, newest.event.key, newest.loggedAt},
                        Moment(newest.loggedAt, EventNumber{newest.number.value + 1})};
}

Result<Moment> momentOf(Snapshot& snapshot, const ReviewRow& review) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    // Before a move the organization's log stood in another region, and the event may be there only.
    std::vector<RegionName> places{review.region};
    for (const RegionRecord& region : *regions)
        if (region.region != review.region)
            places.push_back(region.region);
    for (const RegionName& place : places) {
        const auto found = snapshot.findEvent(place, review.pin.key);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            continue;
        const auto event = snapshot.event(**found);
        if (!event)
            return tl::unexpected(event.error());
        if (event->tenant == review.tenant && event->epoch == review.pin.epoch)
            return Moment(review.pin.at, EventNumber{(*found)->value + 1});
    }
    return failure(ErrorCode::NotFound, {},
                   {{"what", "event"}, {"id", formatIntegerPosition(review.pin.key.position)}});
}

Result<std::vector<GrantRow>> grantsInScope(Snapshot& snapshot, const TenantId& tenant, const ReviewScope& scope,
                                            std::optional<Moment> asOf) {
    const auto questions = questionsFor(snapshot, tenant, scope, asOf);
    if (!questions)
        return tl::unexpected(questions.error());
    std::vector<GrantRow> grants;
    for (const GrantQuery& question : *questions) {
        auto rows = allRows<GrantRow, GrantQuery>(snapshot, listGrants, question);
        if (!rows)
            return rows;
        std::ranges::move(*rows, std::back_inserter(grants));
    }
    std::ranges::stable_sort(grants, std::ranges::greater(), &GrantRow::createdAt);
    return grants;
}

} // namespace muniment
