// What a tenant's log does to names. Their digests are made with a key of each database's own, so a move derives the
// names from the events instead of carrying rows over.
#pragma once

#include "models/commands/claims.h"
#include "models/domain/event.h"

#include <map>
#include <span>
#include <vector>

namespace muniment {

/// Takes the events of one tenant in log order.
class LogClaims {
public:
    void add(std::span<const RecordedEvent> events);
    /// What happened to names since the last call, in order.
    [[nodiscard]] std::vector<HistoryClaim> take();
    /// Those that a log tells of; others are some other service's.
    [[nodiscard]] static const std::vector<std::string>& kinds();

private:
    template <class State, class Decode>
    void add(std::map<AggregateId, State>& states, const RecordedEvent& event, Decode decode);
    void add(const RecordedEvent& event);

    std::map<AggregateId, OrgState> m_orgs;
    std::map<AggregateId, UserState> m_users;
    std::map<AggregateId, TeamState> m_teams;
    std::map<AggregateId, RoleState> m_roles;
    std::map<AggregateId, GrantState> m_grants;
    std::vector<HistoryClaim> m_claims;
};

} // namespace muniment
