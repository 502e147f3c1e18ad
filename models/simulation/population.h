// The people and organizations of one region as the simulation remembers them: just enough to write the next event.
#pragma once

#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/simulation/habits.h"
#include "models/simulation/names.h"
#include "models/simulation/random.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace muniment {

using TenantIndex = std::uint32_t;
using UserIndex = std::uint32_t;

struct SimulatedTenant {
    TenantId id;
    std::string bornAs;
    std::string name;      ///< now
    std::string laterName; ///< after its one renaming; empty: it is never renamed
    std::string plan = "standard";
    std::string laterPlan; ///< after its one change of plan
    std::string domain;
    std::vector<UserIndex> admins;
    std::int64_t sequence = 0; ///< of its org aggregate
    OrgLifecycle lifecycle = OrgLifecycle::None;
};

struct SimulatedUser {
    Uuid id;
    TenantIndex tenant = 0;
    std::uint32_t sequence = 0;
    Habits habits;
    std::uint16_t firstName = 0;
    std::uint16_t lastName = 0;
    std::uint16_t loginLastName = 0; ///< people keep their user name when they marry
    std::uint16_t loginSerial = 1;   ///< tells two of the same name apart
    std::uint16_t mailSerial = 1;
    std::uint16_t phoneSerial = 0; ///< 0: no phone
    UserKind kind = UserKind::Human;
    UserLifecycle lifecycle = UserLifecycle::None;
    bool isAdmin = false;
    bool hasOtp = false;
    bool hasLeft = false; ///< deactivated for good
    std::uint8_t passkeys = 0;
    std::uint8_t keys = 0;
};

class Population {
public:
    Population(std::string_view region, int tenants, Random& random);

    [[nodiscard]] std::vector<SimulatedTenant>& tenants() { return m_tenants; }

    [[nodiscard]] const std::vector<SimulatedTenant>& tenants() const { return m_tenants; }

    [[nodiscard]] SimulatedTenant& tenant(TenantIndex index) { return m_tenants[index]; }

    [[nodiscard]] SimulatedUser& user(UserIndex index) { return m_users[index]; }

    [[nodiscard]] std::size_t users() const { return m_users.size(); }

    [[nodiscard]] const Culture& culture() const { return *m_culture; }

    /// Draws somebody new; the tenant's first human becomes its admin.
    UserIndex addUser(TenantIndex tenant, UserKind kind, Random& random);
    /// Gives the user another user name that nobody in the tenant has had.
    void drawUserName(UserIndex index);

    [[nodiscard]] std::string userName(UserIndex index) const;
    [[nodiscard]] std::string displayName(UserIndex index) const;
    [[nodiscard]] std::string_view firstName(UserIndex index) const;
    [[nodiscard]] std::string_view lastName(UserIndex index) const;
    [[nodiscard]] std::string email(UserIndex index) const;
    [[nodiscard]] std::string phone(UserIndex index) const;

    /// What a log says of an aggregate that somebody else has changed too.
    void correct(const AggregateKey& aggregate, const std::vector<RecordedEvent>& history);

private:
    [[nodiscard]] std::uint16_t nextSerial(TenantIndex tenant, UserKind kind, std::uint16_t first, std::uint16_t last);

    const Culture* m_culture;
    std::vector<SimulatedTenant> m_tenants;
    std::vector<SimulatedUser> m_users;
    std::unordered_map<std::uint64_t, std::uint16_t> m_serials;
    std::unordered_map<UserIndex, std::string> m_foreignUserNames; ///< given by somebody else
};

} // namespace muniment
