#include "models/simulation/region_life.h"

#include <algorithm>
#include <cmath>

namespace muniment {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr double kMachineShare = 0.08;

/// People of each tenant, a few large and many small ones; at least one each.
std::vector<int> tenantSizes(int tenants, int users) {
    std::vector<double> weights;
    double sum = 0;
    for (int i = 0; i < tenants; ++i) {
        weights.push_back(1.0 / std::pow(i + 2, 0.75));
        sum += weights.back();
    }
    std::vector<int> sizes;
    double owed = 0;
    for (const double weight : weights) {
        owed += weight / sum * std::max(0, users - tenants);
        const int given = static_cast<int>(owed);
        owed -= given;
        sizes.push_back(1 + given);
    }
    return sizes;
}

} // namespace

RegionLife::RegionLife(const RegionPlan& plan)
    : m_plan(plan),
      m_random(plan.seed),
      m_population(plan.region.text(), plan.tenants, m_random),
      m_writer(plan.region, m_population, m_random),
      m_access(m_population, m_writer, m_random),
      m_calendar(plan.from, plan.to, m_population.culture().utcOffsetHours),
      m_now(plan.from) {
    foreseeTenants();
}

void RegionLife::foreseeTenants() {
    std::vector<double> births;
    for (TenantIndex index = 0; index < m_population.tenants().size(); ++index) {
        const auto& tenant = m_population.tenant(index);
        // A third are customers from the beginning; the very first one is there before anything else.
        const bool isEarly = index == 0 || m_random.chance(0.35);
        const double birth = index == 0 ? 0.0 : isEarly ? m_random.fraction() * 0.02 : m_random.fraction() * 0.85;
        births.push_back(birth);
        foresee(m_calendar.at(birth), Step::TenantBorn, index);
        const auto later = [&] { return m_calendar.at(birth + (1 - birth) * (0.2 + 0.8 * m_random.fraction())); };
        if (!tenant.laterName.empty())
            foresee(later(), Step::TenantRenamed, index);
        if (!tenant.laterPlan.empty())
            foresee(later(), Step::TenantPlanChanged, index);
        if (index != 0 && m_random.chance(0.05))
            foresee(later(), Step::TenantDeactivated, index);
    }
    foreseeUsers(births);
}

void RegionLife::foreseeUsers(const std::vector<double>& births) {
    const auto sizes = tenantSizes(m_plan.tenants, m_plan.users);
    for (TenantIndex index = 0; index < births.size(); ++index) {
        const double birth = births[index];
        foresee(m_calendar.at(birth) + kMicrosPerSecond * m_random.between(kMinute, 20 * kMinute), Step::HumanJoins,
                index);
        for (int person = 1; person < sizes[index]; ++person) {
            const double span = m_random.chance(0.35) ? 0.03 : 1.0;
            const double share = birth + (1 - birth) * span * (0.001 + 0.999 * m_random.fraction());
            const bool isMachine = m_random.chance(kMachineShare);
            foresee(m_calendar.at(share), isMachine ? Step::MachineJoins : Step::HumanJoins, index);
        }
    }
}

void RegionLife::foresee(Instant at, Step step, std::uint32_t who, std::uint32_t count, const Uuid& session) {
    m_due.push({at, m_order++, step, who, count, session});
}

void RegionLife::foreseeIn(std::int64_t fewestSeconds, std::int64_t mostSeconds, Step step, std::uint32_t who,
                           std::uint32_t count, const Uuid& session) {
    const auto wait = m_random.between(fewestSeconds * kMicrosPerSecond, mostSeconds * kMicrosPerSecond);
    foresee(m_now + wait, step, who, count, session);
}

void RegionLife::moveTo(Instant now) {
    m_now = std::max(m_now + 1, now);
    m_writer.setNow(m_now);
    m_access.setNow(m_now);
}

bool RegionLife::next(Occurrence& out) {
    out.clear();
    while (m_told < m_plan.events) {
        // Where on the calendar this event belongs; what is foreseen for an earlier moment goes first.
        const double share = (static_cast<double>(m_told) + m_random.fraction()) / static_cast<double>(m_plan.events);
        const Instant budgeted = m_calendar.at(share);
        const bool isDue = !m_due.empty() && m_due.top().at <= budgeted;
        if (!isDue) {
            moveTo(budgeted);
            if (startActivity(out))
                break;
            if (m_due.empty())
                return false;
        }
        const Due due = m_due.top();
        m_due.pop();
        moveTo(due.at);
        if (perform(due, out))
            break;
    }
    if (out.events.empty())
        return false;
    const auto room = static_cast<std::size_t>(m_plan.events - m_told);
    if (out.events.size() > room)
        out.events.erase(out.events.begin() + static_cast<std::ptrdiff_t>(room), out.events.end());
    m_told += std::ssize(out.events);
    return true;
}

void RegionLife::goLive(std::uint64_t seed) {
    m_random = Random(seed);
    m_due = {};
}

bool RegionLife::live(Instant now, Occurrence& out) {
    out.clear();
    moveTo(now);
    while (!m_due.empty() && m_due.top().at <= m_now) {
        const Due due = m_due.top();
        m_due.pop();
        if (perform(due, out))
            return true;
    }
    if (m_random.chance(0.02) && !m_population.tenants().empty()) {
        const auto tenant = m_random.below(static_cast<std::uint32_t>(m_population.tenants().size()));
        if (join(tenant, m_random.chance(kMachineShare) ? UserKind::Machine : UserKind::Human, out))
            return true;
    }
    return startActivity(out);
}

bool RegionLife::perform(const Due& due, Occurrence& out) {
    switch (due.step) {
    case Step::TenantBorn:
    case Step::TenantRenamed:
    case Step::TenantPlanChanged:
    case Step::TenantDeactivated:
    case Step::TenantReactivated:
    case Step::TenantSetUp:
    case Step::HumanJoins:
    case Step::MachineJoins:
        return performForTenant(due, out);
    case Step::SessionIdentified:
    case Step::SessionAuthenticated:
    case Step::SessionEnds:
        return performForSession(due, out);
    default:
        return performForUser(due, out);
    }
}

bool RegionLife::performForTenant(const Due& due, Occurrence& out) {
    const auto& tenant = m_population.tenant(due.who);
    const bool isActive = tenant.lifecycle == OrgLifecycle::Active;
    if (due.step == Step::TenantBorn) {
        m_writer.tenantBorn(out, due.who);
        if (m_random.chance(0.6))
            foreseeIn(30 * kMinute, 3 * kDay, Step::TenantSetUp, due.who);
        return true;
    }
    if (due.step == Step::TenantReactivated) {
        if (tenant.lifecycle != OrgLifecycle::Inactive)
            return false;
        m_writer.tenantActivity(out, due.who, true);
        return true;
    }
    if (!isActive)
        return false;
    switch (due.step) {
    case Step::TenantRenamed:
        m_writer.tenantRenamed(out, due.who, tenant.laterName);
        return true;
    case Step::TenantPlanChanged:
        m_writer.tenantPlanChanged(out, due.who, tenant.laterPlan);
        return true;
    case Step::TenantDeactivated:
        m_writer.tenantActivity(out, due.who, false);
        if (m_random.chance(0.6))
            foreseeIn(2 * kDay, 40 * kDay, Step::TenantReactivated, due.who);
        return true;
    case Step::TenantSetUp:
        return setUp(due.who, due.count, out);
    case Step::MachineJoins:
        return join(due.who, UserKind::Machine, out);
    default:
        return join(due.who, UserKind::Human, out);
    }
}

bool RegionLife::setUp(TenantIndex tenant, std::uint32_t step, Occurrence& out) {
    // Small companies stop early.
    if (step > 2 && m_random.chance(0.2))
        return false;
    foreseeIn(2 * kMinute, 2 * kHour, Step::TenantSetUp, tenant, step + 1);
    return m_access.setUp(tenant, step, out);
}

bool RegionLife::join(TenantIndex tenant, UserKind kind, Occurrence& out) {
    if (m_population.tenant(tenant).lifecycle != OrgLifecycle::Active)
        return false;
    const UserIndex index = m_population.addUser(tenant, kind, m_random);
    m_writer.userAdded(out, index);
    if (m_random.chance(0.3))
        foreseeIn(5 * kMinute, 1 * kDay, Step::Welcomed, index);
    if (kind == UserKind::Machine) {
        m_machines.push_back(index);
        return true;
    }
    m_humans.push_back(index);
    if (m_random.chance(0.9))
        foreseeIn(3 * kMinute, 2 * kDay, Step::EmailVerified, index);
    if (!m_population.user(index).isAdmin && m_random.chance(0.2))
        foreseeIn(10 * kDay, 500 * kDay, Step::Leaves, index);
    return true;
}

bool RegionLife::performForUser(const Due& due, Occurrence& out) {
    const UserIndex index = due.who;
    const auto& user = m_population.user(index);
    switch (due.step) {
    case Step::EmailVerified:
        if (user.lifecycle != UserLifecycle::Active)
            return false;
        m_writer.emailVerified(out, index);
        return true;
    case Step::Welcomed:
        return user.lifecycle == UserLifecycle::Active && m_access.welcome(index, out);
    case Step::Leaves:
        return leave(index, out);
    case Step::Removed:
        if (user.lifecycle != UserLifecycle::Inactive)
            return false;
        m_writer.userRemoved(out, index);
        return true;
    case Step::Returns:
        if (user.lifecycle != UserLifecycle::Inactive || user.hasLeft)
            return false;
        m_writer.lifecycleChanged(out, index, UserLifecycle::Active, m_writer.admin(user.tenant), "back from leave");
        return true;
    case Step::Attacked:
        if (user.lifecycle != UserLifecycle::Active)
            return false;
        m_writer.passwordFailed(out, index, drawAttacker(m_random));
        if (due.count > 0)
            foreseeIn(1, 4, Step::Attacked, index, due.count - 1);
        else
            foreseeIn(0, 1, Step::LockedOut, index);
        return true;
    case Step::LockedOut:
        if (user.lifecycle != UserLifecycle::Active)
            return false;
        m_writer.lifecycleChanged(out, index, UserLifecycle::Locked, EventWriter::system(), "too many wrong passwords");
        foreseeIn(10 * kMinute, 20 * kHour, Step::Unlocked, index);
        return true;
    case Step::Unlocked:
        if (user.lifecycle != UserLifecycle::Locked)
            return false;
        m_writer.lifecycleChanged(out, index, UserLifecycle::Active, m_writer.admin(user.tenant), "identity confirmed");
        return true;
    default:
        return false;
    }
}

bool RegionLife::leave(UserIndex index, Occurrence& out) {
    auto& user = m_population.user(index);
    if (user.lifecycle == UserLifecycle::Removed)
        return false;
    user.hasLeft = true;
    if (m_random.chance(0.6))
        foreseeIn(1 * kDay, 60 * kDay, Step::Removed, index);
    if (user.lifecycle == UserLifecycle::Inactive)
        return false;
    m_writer.lifecycleChanged(out, index, UserLifecycle::Inactive, m_writer.admin(user.tenant), "left the company");
    return true;
}

bool RegionLife::performForSession(const Due& due, Occurrence& out) {
    OpenSession session{due.session, due.who, due.count};
    if (due.step == Step::SessionEnds) {
        m_writer.sessionEnded(out, session);
        return true;
    }
    if (m_population.user(due.who).lifecycle != UserLifecycle::Active)
        return false;
    if (due.step == Step::SessionIdentified) {
        m_writer.sessionIdentified(out, session);
        foreseeIn(2, 15, Step::SessionAuthenticated, due.who, session.sequence, session.id);
        return true;
    }
    if (m_random.chance(0.04)) {
        m_writer.passwordFailed(out, due.who, m_writer.clientOf(session));
        foreseeIn(4, 25, Step::SessionAuthenticated, due.who, session.sequence, session.id);
        return true;
    }
    m_writer.sessionAuthenticated(out, session);
    if (m_random.chance(0.6))
        foreseeIn(8 * kMinute, 9 * kHour, Step::SessionEnds, due.who, session.sequence, session.id);
    return true;
}

} // namespace muniment
