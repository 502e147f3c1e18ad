// The history that every section measures with.
#pragma once

#include "models/simulation/simulation_plan.h"

#include <algorithm>

namespace muniment::bench {

/// Two years, seed 1. People grow slower than events, as in systems that have been running for a while: 100,000 users
/// in 500 tenants for ten million events, a tenth of both for a million.
inline SimulationPlan benchPlan(std::int64_t events) {
    SimulationPlan plan;
    plan.events = events;
    plan.users = static_cast<int>(std::max<std::int64_t>(events / 100, 100));
    plan.tenants = static_cast<int>(std::max<std::int64_t>(events / 20'000, 9));
    plan.from = {1'704'067'200'000'000}; // 2024-01-01
    plan.to = {1'767'225'600'000'000};   // 2026-01-01
    return plan;
}

} // namespace muniment::bench
