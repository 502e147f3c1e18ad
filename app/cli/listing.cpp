#include "app/cli/listing.h"

namespace muniment::cli {

Result<std::optional<TenantId>> tenantOption(const Invocation& invocation, Snapshot& snapshot,
                                             std::optional<Moment> asOf) {
    const auto tenant = invocation.text("--tenant");
    if (!tenant)
        return std::nullopt;
    return findOrganization(snapshot, *tenant, asOf).map([](const OrgRow& org) { return std::optional(org.id); });
}

} // namespace muniment::cli
