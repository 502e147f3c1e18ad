// What people do of their own accord.
#include "models/simulation/region_life.h"

namespace muniment {

namespace {

constexpr std::int64_t kDaySeconds = 86'400;

} // namespace

std::optional<UserIndex> RegionLife::pickActive(const std::vector<UserIndex>& people) {
    constexpr int kLooks = 24;
    for (int look = 0; look < kLooks && !people.empty(); ++look) {
        // Some are at it all day, most are not.
        const double place = m_random.fraction() * (m_random.chance(0.5) ? 1.0 : m_random.fraction());
        const UserIndex index = people[static_cast<std::size_t>(place * static_cast<double>(people.size()))];
        const auto& user = m_population.user(index);
        if (user.lifecycle == UserLifecycle::Active &&
            m_population.tenant(user.tenant).lifecycle == OrgLifecycle::Active)
            return index;
    }
    return std::nullopt;
}

bool RegionLife::startActivity(Occurrence& out) {
    const auto picked = pickActive(m_humans);
    if (!picked)
        return false;
    const double choice = m_random.fraction();
    if (choice < 0.86 || !doSeldom(*picked, choice, out))
        logIn(*picked, out);
    return true;
}

bool RegionLife::doSeldom(UserIndex index, double choice, Occurrence& out) {
    const auto& user = m_population.user(index);
    if (choice < 0.90) {
        changeSelf(index, out);
    } else if (choice < 0.93) {
        changeFactors(index, out);
    } else if (choice < 0.95) {
        m_writer.passwordChanged(out, index);
    } else if (choice < 0.965) {
        m_writer.passwordFailed(out, index, drawAttacker(m_random));
        foreseeIn(1, 4, Step::Attacked, index, 2 + m_random.below(8));
    } else if (choice < 0.97 && !user.isAdmin) {
        m_writer.lifecycleChanged(out, index, UserLifecycle::Locked, m_writer.admin(user.tenant),
                                  "reported lost laptop");
        foreseeIn(kDaySeconds / 12, 3 * kDaySeconds, Step::Unlocked, index);
    } else if (choice < 0.974 && user.kind == UserKind::Human) {
        return m_access.tend(user.tenant, index, out);
    } else if (choice < 0.981) {
        m_writer.passwordGiven(out, index, drawClient(m_random, user.habits, m_population.culture()));
    } else if (choice < 0.988 && !user.isAdmin) {
        m_writer.lifecycleChanged(out, index, UserLifecycle::Inactive, m_writer.admin(user.tenant), "on leave");
        foreseeIn(7 * kDaySeconds, 90 * kDaySeconds, Step::Returns, index);
    } else if (const auto machine = pickActive(m_machines)) {
        changeMachine(*machine, out);
    } else {
        return false;
    }
    return true;
}

void RegionLife::logIn(UserIndex index, Occurrence& out) {
    OpenSession session{m_random.uuid(), index, 0};
    m_writer.sessionAdded(out, session);
    foreseeIn(1, 4, Step::SessionIdentified, index, session.sequence, session.id);
}

void RegionLife::changeSelf(UserIndex index, Occurrence& out) {
    const double choice = m_random.fraction();
    if (choice < 0.25) {
        const auto names = static_cast<std::uint32_t>(m_population.culture().lastNames.size());
        const auto lastName = static_cast<std::uint16_t>(m_random.below(names));
        if (lastName != m_population.user(index).lastName)
            return m_writer.married(out, index, lastName);
    }
    if (choice < 0.5) {
        m_writer.emailChanged(out, index);
        foreseeIn(120, kDaySeconds, Step::EmailVerified, index);
    } else if (choice < 0.85) {
        m_writer.phoneChanged(out, index);
    } else {
        m_writer.userNameChanged(out, index);
    }
}

void RegionLife::changeFactors(UserIndex index, Occurrence& out) {
    const auto& user = m_population.user(index);
    if (m_random.chance(user.hasOtp ? 0.15 : 0.6))
        m_writer.otpToggled(out, index);
    else if (user.passkeys > 0 && m_random.chance(0.3))
        m_writer.passkeyRemoved(out, index);
    else if (user.passkeys < 9)
        m_writer.passkeyAdded(out, index);
    else
        m_writer.passwordChanged(out, index);
}

void RegionLife::changeMachine(UserIndex index, Occurrence& out) {
    const auto& user = m_population.user(index);
    if (m_random.chance(0.3))
        m_writer.tokenAdded(out, index);
    else if (user.keys > 1 && (user.keys > 9 || m_random.chance(0.5)))
        m_writer.keyRemoved(out, index);
    else
        m_writer.keyAdded(out, index);
}

} // namespace muniment
