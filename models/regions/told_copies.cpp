#include "models/regions/told_copies.h"

#include <algorithm>
#include <tuple>

namespace muniment {

std::vector<CopyOfTenant> copiesOf(const std::vector<KnownCopy>& known, const RegionName& home,
                                   const TenantId& tenant) {
    std::vector<CopyOfTenant> copies;
    for (const KnownCopy& one : known) {
        const auto policy = parsePolicy(one.told.policy);
        const DataForm form = policy ? policy->formOf(home, tenant) : DataForm::Whole;
        if (form == DataForm::Nothing)
            continue;
        copies.push_back(
            {one.told.workstation, one.toldBy, form, one.told.asOf, one.since, one.toldAt, one.told.hasEnded});
    }
    std::ranges::stable_sort(copies, {},
                             [](const CopyOfTenant& copy) { return std::tuple(copy.hasEnded, copy.since); });
    return copies;
}

Result<std::vector<CopyOfTenant>> askForCopies(EventStore& store, const RegionName& home, const TenantId& tenant) {
    if (const auto identity = store.connect(home); !identity)
        return tl::unexpected(identity.error());
    return store.evidence().knownCopies(home).map(
        [&](const std::vector<KnownCopy>& known) { return copiesOf(known, home, tenant); });
}

} // namespace muniment
