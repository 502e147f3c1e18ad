// A believable history of identity and access in several regions, made up from a seed: the load generator of demo,
// tests and benchmarks. The same plan gives the same events to the last id; no state is contradicted by a later event.
#pragma once

#include "models/simulation/region_life.h"
#include "models/simulation/simulation_plan.h"

#include <memory>
#include <vector>

namespace muniment {

/// Used by one thread at a time. Makes about half a million events a second.
class Simulation {
public:
    explicit Simulation(const SimulationPlan& plan);

    /// The plan as it is carried out: tenants and users filled in.
    [[nodiscard]] const SimulationPlan& plan() const { return m_plan; }

    /// The next command of all regions in the order of time; false at the end. `region` is set with it. recordedAt
    /// ascends; so does the sequence of each aggregate, from 1, without holes.
    [[nodiscard]] bool next(Occurrence& out, RegionName& region);

    /// The region's tenants as the whole history leaves them, whatever has been told so far; for insertHistory.
    [[nodiscard]] std::vector<TenantHome> tenantsOf(const RegionName& region) const;

    /// What the events told so far have brought about.
    [[nodiscard]] std::int64_t tenantsBorn() const;
    [[nodiscard]] std::int64_t usersAdded() const;

    /// The regions' lives, to go on living; nothing of the history that was not told will be.
    [[nodiscard]] std::vector<std::unique_ptr<RegionLife>> takeLives() && { return std::move(m_lives); }

private:
    SimulationPlan m_plan;
    std::vector<RegionPlan> m_regionPlans;
    std::vector<std::unique_ptr<RegionLife>> m_lives;
    std::vector<Occurrence> m_heads; ///< the next one of each life; empty: its end
    bool m_isStarted = false;
};

} // namespace muniment
