// Writes the simulated world's events as rows: ids, sequences, actors and payloads. Knows nothing of when and why.
#pragma once

#include "models/simulation/occurrence.h"
#include "models/simulation/population.h"

namespace muniment {

/// Who did it, and from where.
struct Doer {
    Actor actor;
    std::optional<std::string> ip;
};

/// A sign-in under way. The client is drawn from the id, so it stays the same over the session's events.
struct OpenSession {
    Uuid id;
    UserIndex user = 0;
    std::uint32_t sequence = 0;
};

/// Every function appends to `out` and moves the aggregate's sequence and state on.
class EventWriter {
public:
    EventWriter(RegionName region, Population& population, Random& random)
        : m_region(std::move(region)),
          m_population(population),
          m_random(random) {}

    void setNow(Instant recordedAt) { m_now = recordedAt; }

    void tenantBorn(Occurrence& out, TenantIndex index);
    void tenantRenamed(Occurrence& out, TenantIndex index, const std::string& name);
    void tenantPlanChanged(Occurrence& out, TenantIndex index, const std::string& plan);
    void tenantActivity(Occurrence& out, TenantIndex index, bool isActive);

    void userAdded(Occurrence& out, UserIndex index);
    void userRemoved(Occurrence& out, UserIndex index);
    void lifecycleChanged(Occurrence& out, UserIndex index, UserLifecycle lifecycle, const Doer& doer,
                          std::string_view reason);
    void userNameChanged(Occurrence& out, UserIndex index);
    void married(Occurrence& out, UserIndex index, std::uint16_t lastName);
    void emailChanged(Occurrence& out, UserIndex index);
    void emailVerified(Occurrence& out, UserIndex index);
    void phoneChanged(Occurrence& out, UserIndex index);
    void passwordChanged(Occurrence& out, UserIndex index);
    void otpToggled(Occurrence& out, UserIndex index);
    void passkeyAdded(Occurrence& out, UserIndex index);
    void passkeyRemoved(Occurrence& out, UserIndex index);
    void keyAdded(Occurrence& out, UserIndex machine);
    void keyRemoved(Occurrence& out, UserIndex machine);
    void tokenAdded(Occurrence& out, UserIndex index);
    void passwordFailed(Occurrence& out, UserIndex index, const Client& client);

    /// An event of a team, a role, a resource, a grant, as the domain encodes it.
    void fact(Occurrence& out, TenantIndex tenant, const char* aggregateType, const std::string& id,
              std::int64_t sequence, NewEvent event, const Doer& doer);
    void passwordGiven(Occurrence& out, UserIndex index, const Client& client);

    void sessionAdded(Occurrence& out, OpenSession& session);
    void sessionIdentified(Occurrence& out, OpenSession& session);
    void sessionAuthenticated(Occurrence& out, OpenSession& session);
    void sessionEnded(Occurrence& out, OpenSession& session);

    [[nodiscard]] Doer self(UserIndex index);
    /// An admin of the user's tenant; the operator while it has none.
    [[nodiscard]] Doer admin(TenantIndex tenant);
    [[nodiscard]] static Doer system();
    [[nodiscard]] Client clientOf(const OpenSession& session);

private:
    RecordedEvent& add(Occurrence& out, TenantIndex tenant, const char* aggregateType, std::string aggregateId,
                       std::int64_t sequence, const char* type, const Doer& doer);
    RecordedEvent& addOrgEvent(Occurrence& out, TenantIndex index, const OrgEvent& event, const Doer& doer);
    RecordedEvent& addUserEvent(Occurrence& out, UserIndex index, const char* type, const Doer& doer);
    void addUserFact(Occurrence& out, UserIndex index, const UserEvent& event, const Doer& doer,
                     const std::string& reason = {});
    RecordedEvent& addPasswordCheck(Occurrence& out, UserIndex index, const char* type, const Client& client);
    RecordedEvent& addSessionEvent(Occurrence& out, OpenSession& session, const char* type, const Client& client);

    RegionName m_region;
    Population& m_population;
    Random& m_random;
    Instant m_now;
};

} // namespace muniment
