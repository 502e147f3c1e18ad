#include "models/commands/plan_address.h"

namespace muniment {

Result<CommandRequest> withPlanAddress(EventStore& store, CommandRequest request) {
    if (!request.tenant.isEmpty() || !std::holds_alternative<PlanCommand>(request.command))
        return request;
    const auto identity = store.connect(request.region);
    if (!identity)
        return tl::unexpected(identity.error());
    request.region = identity->primaryRegion;
    request.tenant = TenantId(identity->mark.installation);
    return request;
}

} // namespace muniment
