#include "models/simulation/simulation.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace muniment {

namespace {

/// How large the regions are in proportion; the last weight holds for all further ones.
constexpr std::array<double, 3> kRegionWeights{5, 3, 2};

/// `whole` in shares by weight; the shares add up. What is lost to rounding goes to the first.
std::vector<std::int64_t> shares(std::int64_t whole, const std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::int64_t> parts;
    std::int64_t given = 0;
    for (const double weight : weights) {
        parts.push_back(sum > 0 ? static_cast<std::int64_t>(static_cast<double>(whole) * weight / sum) : 0);
        given += parts.back();
    }
    if (!parts.empty())
        parts.front() += whole - given;
    return parts;
}

std::vector<RegionPlan> regionPlans(const SimulationPlan& plan) {
    // A region without a tenant has no events.
    const std::size_t inhabited = std::min(plan.regions.size(), static_cast<std::size_t>(std::max(plan.tenants, 0)));
    std::vector<double> weights;
    for (std::size_t i = 0; i < inhabited; ++i)
        weights.push_back(kRegionWeights[std::min(i, kRegionWeights.size() - 1)]);
    const auto count = static_cast<std::int64_t>(inhabited);
    const auto events = shares(plan.events, weights);
    const auto tenants = shares(plan.tenants - count, weights);
    const auto users = shares(plan.users, weights);
    Random random(plan.seed);
    std::vector<RegionPlan> plans;
    for (std::size_t i = 0; i < inhabited; ++i)
        plans.push_back({plan.regions[i], random.next(), events[i], static_cast<int>(tenants[i] + 1),
                         static_cast<int>(users[i]), plan.from, plan.to});
    return plans;
}

} // namespace

SimulationPlan completed(SimulationPlan plan) {
    const std::int64_t regions = std::ssize(plan.regions);
    const std::int64_t wanted =
        plan.tenants > 0 ? plan.tenants : std::clamp<std::int64_t>(plan.events / 350, regions, 500);
    const std::int64_t tenants = std::clamp<std::int64_t>(wanted, 1, std::max<std::int64_t>(1, plan.events / 10));
    const std::int64_t people = plan.users > 0 ? plan.users : plan.events / 12;
    const std::int64_t users = std::clamp<std::int64_t>(people, tenants, std::max(tenants, plan.events / 5));
    plan.tenants = static_cast<int>(tenants);
    plan.users = static_cast<int>(users);
    return plan;
}

Simulation::Simulation(const SimulationPlan& plan) : m_plan(completed(plan)), m_regionPlans(regionPlans(m_plan)) {
    for (const auto& regionPlan : m_regionPlans)
        m_lives.push_back(std::make_unique<RegionLife>(regionPlan));
    m_heads.resize(m_lives.size());
}

bool Simulation::next(Occurrence& out, RegionName& region) {
    const auto advance = [this](std::size_t i) {
        if (!m_lives[i]->next(m_heads[i]))
            m_heads[i].clear();
    };
    if (!m_isStarted) {
        for (std::size_t i = 0; i < m_lives.size(); ++i)
            advance(i);
        m_isStarted = true;
    }
    const Occurrence* earliest = nullptr;
    for (const auto& head : m_heads) {
        if (!head.events.empty() &&
            (earliest == nullptr || head.events.front().recordedAt < earliest->events.front().recordedAt))
            earliest = &head;
    }
    if (earliest == nullptr)
        return false;
    const auto index = static_cast<std::size_t>(earliest - m_heads.data());
    std::swap(out, m_heads[index]);
    region = m_lives[index]->region();
    advance(index);
    return true;
}

std::vector<TenantHome> Simulation::tenantsOf(const RegionName& region) const {
    const auto plan = std::find_if(m_regionPlans.begin(), m_regionPlans.end(),
                                   [&](const auto& regionPlan) { return regionPlan.region == region; });
    if (plan == m_regionPlans.end())
        return {};
    // Whether a renaming falls inside the history is known only by living through it.
    RegionLife life(*plan);
    Occurrence told;
    while (life.next(told)) {
    }
    std::vector<TenantHome> homes;
    for (const auto& tenant : life.population().tenants()) {
        if (tenant.lifecycle != OrgLifecycle::None)
            homes.push_back({tenant.id, tenant.name, tenant.plan, "active", 1, {}});
    }
    return homes;
}

std::int64_t Simulation::tenantsBorn() const {
    std::int64_t born = 0;
    for (const auto& life : m_lives) {
        const auto& tenants = life->population().tenants();
        born += std::count_if(tenants.begin(), tenants.end(),
                              [](const auto& tenant) { return tenant.lifecycle != OrgLifecycle::None; });
    }
    return born;
}

std::int64_t Simulation::usersAdded() const {
    std::int64_t added = 0;
    for (const auto& life : m_lives)
        added += static_cast<std::int64_t>(life->population().users());
    return added;
}

} // namespace muniment
