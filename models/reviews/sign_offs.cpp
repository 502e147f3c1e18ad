#include "models/reviews/sign_offs.h"

#include "models/directory/list_pages.h"

#include <algorithm>

namespace muniment {

namespace {

Result<std::vector<AggregateId>> teamsIn(Snapshot& snapshot, const TenantId& tenant, const AggregateId& team,
                                         const std::optional<Moment>& moment) {
    MemberQuery query;
    query.asOf = moment;
    query.tenant = tenant;
    query.team = team;
    ListPages<MemberRow, MemberQuery> pages(snapshot, listMembers, query);
    std::vector<AggregateId> teams;
    while (true) {
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return teams;
        for (const MemberRow& row : *rows)
            if (row.member.kind == TeamMember::Kind::Team)
                teams.push_back(row.member.id);
    }
}

} // namespace

std::string_view reviewChangeName(ReviewChange change) {
    switch (change) {
    case ReviewChange::NeverSignedOff:
        return "neverSignedOff";
    case ReviewChange::GrantChanged:
        return "grantChanged";
    case ReviewChange::AroundChanged:
        return "aroundChanged";
    case ReviewChange::Unchanged:
        return "unchanged";
    }
    return "neverSignedOff";
}

Result<SignOffs> SignOffs::read(Snapshot& snapshot, const TenantId& tenant, const AggregateId& since,
                                const Moment& moment) {
    SignOffs signOffs;
    signOffs.m_moment = moment;
    std::set<AggregateId> met;
    for (AggregateId id = since; !id.isEmpty() && met.insert(id).second;) {
        const auto review = findReview(snapshot, id.text(), {}, tenant);
        if (!review)
            return tl::unexpected(review.error());
        const auto pinned = momentOf(snapshot, *review);
        const auto decisions = reviewDecisions(snapshot, tenant, review->id);
        auto around = pinned ? changedAround(snapshot, tenant, *pinned, moment)
                             : Result<ChangedAround>(tl::unexpected(pinned.error()));
        if (!decisions)
            return tl::unexpected(decisions.error());
        if (!around)
            return tl::unexpected(around.error());
        for (const ReviewDecisionRow& row : *decisions)
            if (row.counts && review->lifecycle == ReviewLifecycle::Closed)
                signOffs.m_latest.try_emplace(row.grant,
                                              row.decision == ReviewDecision::Keep
                                                  ? std::optional(Kept{signOffs.m_chain.size(), row.grantSequence})
                                                  : std::nullopt);
        signOffs.m_chain.push_back({{review->id, review->name, review->changedAt}, std::move(*around)});
        id = review->since;
    }
    return signOffs;
}

Result<SignOffs::Answer> SignOffs::of(Snapshot& snapshot, const GrantRow& grant) {
    const auto known = m_latest.find(grant.id);
    if (known == m_latest.end() || !known->second)
        return Answer{};
    const Kept& kept = *known->second;
    const Link& link = m_chain[kept.link];
    if (kept.sequence != grant.sequence)
        return Answer{ReviewChange::GrantChanged, link.signOff};
    if (link.around.roles.contains(grant.role))
        return Answer{ReviewChange::AroundChanged, link.signOff};
    const auto hasChanged = hasTeamChanged(snapshot, grant, link.around.teams);
    if (!hasChanged)
        return tl::unexpected(hasChanged.error());
    return Answer{*hasChanged ? ReviewChange::AroundChanged : ReviewChange::Unchanged, link.signOff};
}

Result<bool> SignOffs::hasTeamChanged(Snapshot& snapshot, const GrantRow& grant, const std::set<AggregateId>& changed) {
    if (grant.subject.kind != GrantSubject::Kind::Team || changed.empty())
        return false;
    std::vector<AggregateId> teams{grant.subject.id};
    std::set<AggregateId> met{grant.subject.id};
    for (std::size_t i = 0; i < teams.size(); ++i) {
        if (changed.contains(teams[i]))
            return true;
        auto below = m_teamsBelow.find(teams[i]);
        if (below == m_teamsBelow.end()) {
            auto read = teamsIn(snapshot, grant.tenant, teams[i], m_moment);
            if (!read)
                return tl::unexpected(read.error());
            below = m_teamsBelow.emplace(teams[i], std::move(*read)).first;
        }
        for (const AggregateId& team : below->second)
            if (met.insert(team).second)
                teams.push_back(team);
    }
    return false;
}

Result<std::optional<ReviewRow>> lastSignOff(Snapshot& snapshot, const TenantId& tenant, const ReviewScope& scope) {
    ReviewQuery query;
    query.tenant = tenant;
    query.lifecycle = ReviewLifecycle::Closed;
    ListPages<ReviewRow, ReviewQuery> pages(snapshot, listReviews, query);
    std::optional<ReviewRow> last;
    while (true) {
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return last;
        for (const ReviewRow& row : *rows)
            if (row.scope == scope && (!last || row.changedAt > last->changedAt))
                last = row;
    }
}

} // namespace muniment
