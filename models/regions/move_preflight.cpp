// What is in a move's way, before anything is written.
#include "models/regions/log_claims.h"
#include "models/regions/tenant_move.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::int64_t kEventsPerSecond = 20'000; ///< copied and read back, as an estimate says

} // namespace

std::string_view moveObstacleName(MoveObstacle obstacle) {
    switch (obstacle) {
    case MoveObstacle::SameRegion:
        return "sameRegion";
    case MoveObstacle::UnknownTenant:
        return "unknownTenant";
    case MoveObstacle::Installation:
        return "installation";
    case MoveObstacle::NotActive:
        return "notActive";
    case MoveObstacle::OtherEngine:
        return "otherEngine";
    case MoveObstacle::SourceRights:
        return "sourceRights";
    case MoveObstacle::TargetRights:
        return "targetRights";
    case MoveObstacle::LeftBehind:
        return "leftBehind";
    case MoveObstacle::UnknownNames:
        return "unknownNames";
    case MoveObstacle::UnknownPlan:
        return "unknownPlan";
    }
    return "unknown";
}

Result<MovePreflight> TenantMove::preflight() {
    auto source = m_sourceStore.connect(m_from);
    auto target = m_targetStore.connect(m_to);
    if (!source || !target)
        return tl::unexpected(!source ? source.error().with("region", m_from.text())
                                      : target.error().with("region", m_to.text()));
    MovePreflight found;
    found.isSameDatabase = source->mark == target->mark;
    const auto note = [&found](bool isInTheWay, MoveObstacle why) {
        if (isInTheWay)
            found.obstacles.push_back(why);
    };
    note(m_from == m_to, MoveObstacle::SameRegion);
    note(source->flavour != target->flavour, MoveObstacle::OtherEngine);
    note(m_tenant.text() == source->mark.installation, MoveObstacle::Installation);
    note(!m_source.checkMover().has_value(), MoveObstacle::SourceRights);
    note(!m_target.checkMover().has_value(), MoveObstacle::TargetRights);
    auto sides = look();
    if (!sides)
        return tl::unexpected(sides.error());
    if (!sides->source) {
        note(true, MoveObstacle::UnknownTenant);
        return found;
    }
    found.home = sides->source->home;
    const auto& move = sides->source->move;
    const bool isUnderWay = (found.home.state == "moving" || found.home.state == "fenced") && move && move->to == m_to;
    note(found.home.state != "active" && !isUnderWay, MoveObstacle::NotActive);
    auto there = m_target.countEvents(m_to, m_tenant);
    auto events = m_source.countEvents(m_from, m_tenant);
    auto names = m_source.countClaims(m_from, m_tenant);
    auto foreign = m_source.countClaims(m_from, m_tenant, LogClaims::kinds());
    auto plans = m_targetStore.plans(m_to);
    for (const Error* error :
         {there ? nullptr : &there.error(), events ? nullptr : &events.error(), names ? nullptr : &names.error(),
          foreign ? nullptr : &foreign.error(), plans ? nullptr : &plans.error()})
        if (error != nullptr)
            return tl::unexpected(*error);
    const bool isArriving = sides->target && sides->target->home.state == "arriving";
    note(*there > 0 && !isArriving, MoveObstacle::LeftBehind);
    note(*foreign > 0, MoveObstacle::UnknownNames);
    note(std::ranges::find(*plans, found.home.plan) == plans->end(), MoveObstacle::UnknownPlan);
    found.events = *events;
    found.names = *names;
    found.estimate = std::chrono::seconds(1 + *events / kEventsPerSecond);
    return found;
}

} // namespace muniment
