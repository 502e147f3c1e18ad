// Who may do what in a simulated tenant: roles, resources, teams and grants, set up by its admins and tended now and
// then. What it writes is what the deciders would write.
#pragma once

#include "models/domain/grant.h"
#include "models/simulation/event_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

class AccessLife {
public:
    AccessLife(Population& population, EventWriter& writer, Random& random)
        : m_population(population),
          m_writer(writer),
          m_random(random) {}

    void setNow(Instant now) { m_now = now; }

    /// The steps in which a tenant is set up, from 0 on; false when there is none left to take.
    [[nodiscard]] bool setUp(TenantIndex tenant, std::uint32_t step, Occurrence& out);
    /// A newcomer is put into a team, or is granted a role; false where the tenant has neither.
    [[nodiscard]] bool welcome(UserIndex user, Occurrence& out);
    /// What an admin does of an idle hour: a grant for a while, one taken back, a document, a permission.
    [[nodiscard]] bool tend(TenantIndex tenant, UserIndex somebody, Occurrence& out);

    /// Somebody else has written to the aggregate: this is how far it is now.
    void correct(const AggregateKey& aggregate, const std::vector<RecordedEvent>& history);

private:
    struct Entity {
        AggregateId id;
        std::int64_t sequence = 0;
        std::string name;
    };

    struct Grant {
        Entity entity;
        GrantAdded added;
    };

    struct Access {
        std::vector<Entity> roles, teams, projects, documents;
        std::vector<Grant> grants; ///< not taken back
        bool hasAuditing = false;  ///< the second role permits to read reports, too
    };

    [[nodiscard]] Access& accessOf(TenantIndex tenant);
    [[nodiscard]] Entity begin(std::string name);
    void write(Occurrence& out, TenantIndex tenant, const char* type, Entity& entity, NewEvent event);
    void addRole(TenantIndex tenant, std::size_t which, Occurrence& out);
    void addTeam(TenantIndex tenant, const std::string& name, Occurrence& out);
    void addResource(TenantIndex tenant, const char* type, const std::string& name, const AggregateId& parent,
                     std::vector<Entity>& into, Occurrence& out);
    [[nodiscard]] bool addGrant(TenantIndex tenant, const GrantSubject& subject, bool isForAWhile, Occurrence& out);
    void removeGrant(TenantIndex tenant, Occurrence& out);
    void permitReports(TenantIndex tenant, Occurrence& out);

    Population& m_population;
    EventWriter& m_writer;
    Random& m_random;
    Instant m_now;
    std::vector<Access> m_access; ///< by tenant
};

} // namespace muniment
