// The smallest thing that a region's log takes: a new organization.
#pragma once

#include "models/base/clock.h"
#include "models/eventstore/event_store.h"

#include <string>

namespace muniment::test {

[[nodiscard]] inline Append newTenant(const RegionName& region, const std::string& id) {
    Append append;
    append.region = region;
    append.tenant = TenantId(id);
    append.aggregate = {"org", AggregateId(id)};
    append.events = {NewEvent{"org.added", 1, R"({"name":"x"})"}};
    append.actor = {"operator", ActorId("ada")};
    append.commandId = randomUuid();
    append.occurredAt = systemClock().now();
    append.tenantChange = CreateTenant{"Name of " + id, "standard"};
    return append;
}

} // namespace muniment::test
