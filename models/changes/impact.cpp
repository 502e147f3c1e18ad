#include "models/changes/impact.h"

#include "models/directory/grants.h"
#include "models/directory/list_pages.h"
#include "models/directory/teams.h"

namespace muniment {

namespace {

/// Collects the users of one tenant. What fails stays in error().
class AffectedUsers {
public:
    AffectedUsers(Snapshot& snapshot, TenantId tenant, std::set<AggregateId>& users)
        : m_snapshot(snapshot),
          m_tenant(std::move(tenant)),
          m_users(users) {}

    void add(const AggregateKey& aggregate, const std::vector<NewEvent>& events) {
        if (aggregate.type == "user")
            m_users.insert(aggregate.id);
        else if (aggregate.type == "team")
            addTeamEvents(aggregate.id, events);
        else if (aggregate.type == "grant")
            addGrantEvents(aggregate.id, events);
        else if (aggregate.type == "role")
            addHolders([&](GrantQuery& query) { query.role = aggregate.id; });
        else if (aggregate.type == "resource")
            addHolders([&](GrantQuery& query) { query.resource = aggregate.id; });
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    void addSubject(const TeamMember& subject) {
        if (subject.kind == TeamMember::Kind::User)
            m_users.insert(subject.id);
        else
            addMembers(subject.id);
    }

    void addTeamEvents(const AggregateId& team, const std::vector<NewEvent>& events) {
        for (const NewEvent& event : events) {
            const auto decoded = decodeTeamEvent(event.type, event.payload);
            if (!decoded)
                continue;
            if (const auto* added = std::get_if<TeamMemberAdded>(&*decoded))
                addSubject(added->member);
            else if (const auto* removed = std::get_if<TeamMemberRemoved>(&*decoded))
                addSubject(removed->member);
            else
                addMembers(team);
        }
    }

    void addGrantEvents(const AggregateId& grant, const std::vector<NewEvent>& events) {
        for (const NewEvent& event : events) {
            const auto decoded = decodeGrantEvent(event.type, event.payload);
            if (const auto* added = decoded ? std::get_if<GrantAdded>(&*decoded) : nullptr) {
                addSubject(added->subject);
                return;
            }
        }
        const auto row = findGrant(m_snapshot, grant.text(), std::nullopt, m_tenant);
        if (row)
            addSubject(row->subject);
        else if (row.error().code != ErrorCode::NotFound)
            m_error = row.error();
    }

    template <class Narrow>
    void addHolders(const Narrow& narrow) {
        GrantQuery query;
        query.tenant = m_tenant;
        narrow(query);
        forEach<GrantRow>(ListPages<GrantRow, GrantQuery>(m_snapshot, listGrants, query),
                          [this](const GrantRow& row) { addSubject(row.subject); });
    }

    void addMembers(const AggregateId& team) {
        if (!m_teams.insert(team).second)
            return;
        MemberQuery query;
        query.tenant = m_tenant;
        query.team = team;
        forEach<MemberRow>(ListPages<MemberRow, MemberQuery>(m_snapshot, listMembers, query),
                           [this](const MemberRow& row) { addSubject(row.member); });
    }

    template <class Row, class Pages, class Visit>
    void forEach(Pages pages, const Visit& visit) {
        while (!m_error) {
            const auto rows = pages.next();
            if (!rows)
                m_error = rows.error();
            else if (rows->empty())
                return;
            else
                for (const Row& row : *rows)
                    visit(row);
        }
    }

    Snapshot& m_snapshot;
    TenantId m_tenant;
    std::set<AggregateId>& m_users;
    std::set<AggregateId> m_teams; ///< gone through already: teams may lie in each other twice
    std::optional<Error> m_error;
};

} // namespace

std::size_t Impact::userCount() const {
    std::size_t count = 0;
    for (const auto& [tenant, ids] : users)
        count += ids.size();
    return count;
}

Result<Impact> impactOf(Snapshot& snapshot, std::span<const CommandRequest> requests,
                        std::span<const Result<CommandResult>> results) {
    Impact impact;
    for (std::size_t i = 0; i < requests.size() && i < results.size(); ++i) {
        if (!results[i])
            continue;
        const CommandResult& result = *results[i];
        AffectedUsers affected(snapshot, result.tenant, impact.users[result.tenant]);
        affected.add({std::string(aggregateTypeOf(requests[i].command)), result.id}, result.events);
        impact.events += std::ssize(result.events);
        for (const FollowingEvents& following : result.following) {
            affected.add(following.aggregate, following.events);
            impact.events += std::ssize(following.events);
        }
        if (affected.error())
            return tl::unexpected(*affected.error());
    }
    return impact;
}

} // namespace muniment
