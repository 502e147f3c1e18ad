// A region's log made up for tests: organizations, users, logins and sessions in believable proportions, the same for
// the same seed. About one event in five makes a version, one in ten is a new aggregate.
#pragma once

#include "models/domain/event.h"
#include "models/domain/org.h"
#include "models/domain/team.h"
#include "models/domain/user.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace muniment::test {

struct SampleLogSettings {
    RegionName region{"eu-west-1"};
    std::uint64_t seed = 1;
    int tenants = 5;
    Instant begin{1'700'000'000'000'000};
    std::int64_t stepMicros = 1'000'000; ///< mean time between events
    bool hasAccess = false; ///< also teams, roles, resources, grants, credentials, domains, some after their removal
    bool isRough = false;   ///< also time inversions, ties, holes, repeated ids, odd payloads, unknown types
};

class SampleLog {
public:
    explicit SampleLog(SampleLogSettings settings);
    /// The next `count` events of the log.
    [[nodiscard]] std::vector<RecordedEvent> take(int count);
    /// take() as a batch of its region.
    [[nodiscard]] Batch batch(int count);

private:
    struct User {
        AggregateId id;
        std::int64_t sequence = 0;
        UserState state;
    };

    /// A team, a role, a resource, a grant.
    struct Other {
        AggregateId id;
        std::int64_t sequence = 0;
    };

    struct Tenant {
        TenantId id;
        std::int64_t sequence = 0;
        OrgState state;
        std::vector<User> users;
        AggregateId session;
        std::int64_t sessionSequence = 0;
        std::map<std::string, std::vector<Other>> others; ///< by aggregate type
    };

    [[nodiscard]] std::int64_t below(std::int64_t bound);
    [[nodiscard]] Uuid uuid();
    [[nodiscard]] std::string word(int syllables);
    [[nodiscard]] RecordedEvent next();
    [[nodiscard]] RecordedEvent addTenant();
    [[nodiscard]] RecordedEvent changeTenant(Tenant& tenant);
    [[nodiscard]] RecordedEvent addUser(Tenant& tenant);
    [[nodiscard]] RecordedEvent changeUser(Tenant& tenant, User& user);
    [[nodiscard]] RecordedEvent logIn(Tenant& tenant, User& user);
    [[nodiscard]] RecordedEvent session(Tenant& tenant, User& user);
    /// A team's, role's, resource's, grant's event, or one of a user's credentials or the organization's domains.
    [[nodiscard]] RecordedEvent access(Tenant& tenant);
    [[nodiscard]] NewEvent accessOf(Tenant& tenant, const std::string& type, bool isNew);
    [[nodiscard]] NewEvent credentialOf(const User& user);
    [[nodiscard]] AggregateId someId(const Tenant& tenant, const std::string& type);
    [[nodiscard]] TeamMember someMember(const Tenant& tenant);
    [[nodiscard]] RecordedEvent envelope(const Tenant& tenant, std::string aggregateType, AggregateId id,
                                         std::int64_t& sequence, NewEvent event);
    void roughen(RecordedEvent& event);

    SampleLogSettings m_settings;
    std::mt19937_64 m_random;
    std::vector<Tenant> m_tenants;
    Instant m_now;
    LogKey m_key{{1'000, 0}, 0};
    std::vector<Uuid> m_recentIds;
};

/// The whole log at once.
[[nodiscard]] std::vector<RecordedEvent> sampleEvents(const SampleLogSettings& settings, int count);

} // namespace muniment::test
