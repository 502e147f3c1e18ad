#include "models/reviews/review_peers.h"

#include "models/directory/list_pages.h"

#include <algorithm>

namespace muniment {

Result<PeerCount> PeerCount::read(Snapshot& snapshot, const TenantId& tenant, const Moment& moment) {
    PeerCount count;
    count.m_tenant = tenant;
    count.m_moment = moment;
    const auto grants = grantsInScope(snapshot, tenant, {}, moment);
    if (!grants)
        return tl::unexpected(grants.error());
    for (const GrantRow& grant : *grants)
        count.m_holders[grant.role].insert(grant.subject);
    return count;
}

Result<ReviewPeers> PeerCount::of(Snapshot& snapshot, const GrantRow& grant) {
    const auto& holders = m_holders[grant.role];
    ReviewPeers peers;
    peers.holders = std::ssize(holders) - (holders.contains(grant.subject) ? 1 : 0);
    if (grant.subject.kind != GrantSubject::Kind::User)
        return peers;
    const auto mates = matesOf(snapshot, grant.subject.id);
    if (!mates)
        return tl::unexpected(mates.error());
    peers.mates = std::ssize(*mates);
    peers.matesHolding = std::ranges::count_if(*mates, [&](const AggregateId& mate) {
        return holders.contains({GrantSubject::Kind::User, mate});
    });
    return peers;
}

Result<std::set<AggregateId>> PeerCount::matesOf(Snapshot& snapshot, const AggregateId& user) {
    if (const auto known = m_mates.find(user); known != m_mates.end())
        return known->second;
    const auto teams = teamsOf(snapshot, m_tenant, {TeamMember::Kind::User, user}, m_moment);
    if (!teams)
        return tl::unexpected(teams.error());
    std::set<AggregateId> mates;
    for (const MembershipRow& team : *teams) {
        if (team.via)
            continue;
        const auto users = usersIn(snapshot, team.team);
        if (!users)
            return tl::unexpected(users.error());
        mates.insert((*users)->begin(), (*users)->end());
    }
    mates.erase(user);
    return m_mates.emplace(user, std::move(mates)).first->second;
}

Result<const std::vector<AggregateId>*> PeerCount::usersIn(Snapshot& snapshot, const AggregateId& team) {
    if (const auto known = m_usersOfTeams.find(team); known != m_usersOfTeams.end())
        return &known->second;
    MemberQuery query;
    query.asOf = m_moment;
    query.tenant = m_tenant;
    query.team = team;
    ListPages<MemberRow, MemberQuery> pages(snapshot, listMembers, query);
    std::vector<AggregateId> users;
    while (true) {
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return &m_usersOfTeams.emplace(team, std::move(users)).first->second;
        for (const MemberRow& row : *rows)
            if (row.member.kind == TeamMember::Kind::User)
                users.push_back(row.member.id);
    }
}

} // namespace muniment
