#include "models/regions/log_claims.h"

#include <iterator>
#include <utility>

namespace muniment {

template <class State, class Decode>
void LogClaims::add(std::map<AggregateId, State>& states, const RecordedEvent& event, Decode decode) {
    const auto decoded = decode(event.type, event.payload);
    if (!decoded)
        return;
    State& state = states[event.aggregate.id];
    for (ClaimChange& change : claimsOf(state, {*decoded}))
        m_claims.push_back({event.tenant, event.aggregate.id, std::move(change)});
    state = evolve(std::move(state), *decoded);
}

void LogClaims::add(const RecordedEvent& event) {
    const std::string& type = event.aggregate.type;
    if (type == "user")
        add(m_users, event, decodeUserEvent);
    else if (type == "grant")
        add(m_grants, event, decodeGrantEvent);
    else if (type == "team")
        add(m_teams, event, decodeTeamEvent);
    else if (type == "role")
        add(m_roles, event, decodeRoleEvent);
    else if (type == "org")
        add(m_orgs, event, decodeOrgEvent);
}

void LogClaims::add(std::span<const RecordedEvent> events) {
    for (const RecordedEvent& event : events)
        add(event);
}

const std::vector<std::string>& LogClaims::kinds() {
    static const std::vector<std::string> all{std::string(kUserNameClaim), std::string(kTeamNameClaim),
                                              std::string(kRoleKeyClaim), std::string(kGrantClaim),
                                              std::string(kDomainClaim)};
    return all;
}

std::vector<HistoryClaim> LogClaims::take() {
    return std::exchange(m_claims, {});
}

} // namespace muniment
