#include "models/simulation/population.h"

#include <array>

namespace muniment {

namespace {

constexpr std::array<std::string_view, 12> kServices{"backup",     "billing", "ci",      "crm-sync",
                                                     "deploy",     "etl",     "ldap",    "mailer",
                                                     "monitoring", "reports", "scanner", "webhooks"};
constexpr std::array<const char*, 4> kPlans{"free", "standard", "business", "enterprise"};

std::string uniqueCompanyName(Random& random, const Culture& culture, std::unordered_set<std::string>& taken) {
    std::string name = companyName(random, culture);
    if (taken.contains(name))
        name += " " + std::string(placeName(random));
    for (int number = 2; taken.contains(name); ++number) {
        const auto last = name.find_last_not_of("0123456789 ");
        name = name.substr(0, last + 1) + " " + std::to_string(number);
    }
    taken.insert(name);
    return name;
}

template <class Table>
std::uint16_t drawIndex(Random& random, const Table& table) {
    return static_cast<std::uint16_t>(random.below(static_cast<std::uint32_t>(table.size())));
}

} // namespace

Population::Population(std::string_view region, int tenants, Random& random) : m_culture(&cultureOf(region)) {
    std::unordered_set<std::string> taken;
    m_tenants.resize(static_cast<std::size_t>(tenants));
    for (auto& tenant : m_tenants) {
        tenant.id = TenantId(random.uuid().text());
        tenant.bornAs = uniqueCompanyName(random, *m_culture, taken);
        tenant.name = tenant.bornAs;
        tenant.domain = domainLabel(tenant.bornAs) + ".example";
        if (random.chance(0.08))
            tenant.laterName = uniqueCompanyName(random, *m_culture, taken);
        tenant.plan = random.pick(kPlans);
        if (random.chance(0.25)) {
            const std::string other = random.pick(kPlans);
            tenant.laterPlan = other == tenant.plan ? std::string() : other;
        }
    }
}

UserIndex Population::addUser(TenantIndex tenant, UserKind kind, Random& random) {
    const auto index = static_cast<UserIndex>(m_users.size());
    SimulatedUser user;
    user.id = random.uuid();
    user.tenant = tenant;
    user.kind = kind;
    user.habits = drawHabits(random, *m_culture);
    user.firstName = kind == UserKind::Human ? drawIndex(random, m_culture->firstNames) : drawIndex(random, kServices);
    user.lastName = kind == UserKind::Human ? drawIndex(random, m_culture->lastNames) : std::uint16_t{0};
    user.loginLastName = user.lastName;
    user.loginSerial = nextSerial(tenant, kind, user.firstName, user.lastName);
    user.mailSerial = user.loginSerial;
    if (kind == UserKind::Human && random.chance(0.4))
        user.phoneSerial = static_cast<std::uint16_t>(1 + random.below(60'000));
    auto& admins = m_tenants[tenant].admins;
    if (kind == UserKind::Human && (admins.empty() || (admins.size() < 4 && random.chance(0.03)))) {
        user.isAdmin = true;
        admins.push_back(index);
    }
    m_users.push_back(user);
    return index;
}

std::uint16_t Population::nextSerial(TenantIndex tenant, UserKind kind, std::uint16_t first, std::uint16_t last) {
    const std::uint64_t machine = kind == UserKind::Machine ? 1 : 0;
    return ++m_serials[std::uint64_t{tenant} << 33 | machine << 32 | std::uint64_t{first} << 16 | last];
}

void Population::drawUserName(UserIndex index) {
    auto& user = m_users[index];
    user.loginLastName = user.lastName;
    user.loginSerial = nextSerial(user.tenant, user.kind, user.firstName, user.lastName);
    m_foreignUserNames.erase(index);
}

std::string Population::userName(UserIndex index) const {
    if (!m_foreignUserNames.empty()) {
        if (const auto given = m_foreignUserNames.find(index); given != m_foreignUserNames.end())
            return given->second;
    }
    const auto& user = m_users[index];
    std::string name;
    if (user.kind == UserKind::Machine)
        name = "svc-" + std::string(kServices[user.firstName]);
    else
        name = std::string(m_culture->firstNames[user.firstName].plain) + "." +
               m_culture->lastNames[user.loginLastName].plain;
    return user.loginSerial == 1 ? name : name + std::to_string(user.loginSerial);
}

std::string Population::displayName(UserIndex index) const {
    const auto& user = m_users[index];
    if (user.kind == UserKind::Machine)
        return "Service " + std::string(kServices[user.firstName]) + " " + std::to_string(user.loginSerial);
    return std::string(firstName(index)) + " " + std::string(lastName(index));
}

std::string_view Population::firstName(UserIndex index) const {
    return m_culture->firstNames[m_users[index].firstName].written;
}

std::string_view Population::lastName(UserIndex index) const {
    return m_culture->lastNames[m_users[index].lastName].written;
}

std::string Population::email(UserIndex index) const {
    const auto& user = m_users[index];
    const std::string serial = user.mailSerial == 1 ? std::string() : std::to_string(user.mailSerial);
    return std::string(m_culture->firstNames[user.firstName].plain) + "." + m_culture->lastNames[user.lastName].plain +
           serial + "@" + m_tenants[user.tenant].domain;
}

std::string Population::phone(UserIndex index) const {
    const std::string digits = std::to_string(100'000 + m_users[index].phoneSerial);
    return "+1 555 " + digits.substr(0, 3) + " " + digits.substr(3);
}

void Population::correct(const AggregateKey& aggregate, const std::vector<RecordedEvent>& history) {
    const std::int64_t sequence = history.empty() ? 0 : history.back().sequence;
    if (aggregate.type == "org") {
        const auto known = std::find_if(m_tenants.begin(), m_tenants.end(),
                                        [&](const auto& tenant) { return tenant.id.text() == aggregate.id.text(); });
        if (known == m_tenants.end())
            return;
        const OrgState state = foldOrg(history);
        known->sequence = sequence;
        known->lifecycle = state.lifecycle;
        known->name = state.name;
        known->plan = state.plan;
    } else if (aggregate.type == "user") {
        const auto known = std::find_if(m_users.begin(), m_users.end(),
                                        [&](const auto& user) { return user.id.text() == aggregate.id.text(); });
        if (known == m_users.end())
            return;
        const UserState state = foldUser(history);
        known->sequence = static_cast<std::uint32_t>(sequence);
        known->lifecycle = state.lifecycle;
        m_foreignUserNames[static_cast<UserIndex>(known - m_users.begin())] = state.userName;
    }
}

} // namespace muniment
