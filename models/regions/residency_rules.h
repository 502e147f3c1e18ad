// Where a tenant's data may lie, as a person says it: "ORG=eu-west-1,eu-central-1".
#pragma once

#include "models/domain/event.h"

#include <map>
#include <set>
#include <string>

namespace muniment {

/// Regions that a tenant's data may lie in. Without a rule a tenant's data is to lie in its home and nowhere else.
using ResidencyRules = std::map<TenantId, std::set<RegionName>>;

/// What stands before the '=', to be looked up by the caller, and the regions behind it. InvalidInput (field "--rule")
/// when one of them is missing.
struct TypedRule {
    std::string organization;
    std::set<RegionName> regions;

    bool operator==(const TypedRule&) const = default;
};

[[nodiscard]] Result<TypedRule> parseRule(const std::string& text);

} // namespace muniment
