// What a file may hold, in words, and what it holds.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/replica/held_tenants.h"

#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace muniment {

/// An organization's name; empty where it is not known: the id is shown then.
using TenantNamer = std::function<QString(const TenantId&)>;

/// "Only eu-central-1 and Acme AG are held. Of everybody else nothing is fetched."
[[nodiscard]] QString policyText(const ReplicaPolicy& policy, const TenantNamer& nameOf);
/// "whole", "pseudonyms only", "nothing".
[[nodiscard]] QString dataFormText(DataForm form);
/// What was decided or found, and what was taken out: "Acme AG has moved to us-east-1: 1,204 events were taken out."
[[nodiscard]] QString policyNoteText(const PolicyNote& note);

/// What of a region's tenants lies in a file.
struct RegionOnDisk {
    RegionName region;
    DataForm form = DataForm::Whole;
    std::int64_t tenants = 0;
    std::int64_t events = 0;
};

/// By region and form, in their order.
[[nodiscard]] std::vector<RegionOnDisk> dataOnDisk(const ReplicaPolicy& policy,
                                                   const std::map<std::int64_t, HeldTenant>& held);
/// One line for the window: "On this disk: 12 organizations of eu-central-1; pseudonyms of 3 of us-east-1." Empty
/// without a policy.
[[nodiscard]] QString onDiskText(const ReplicaPolicy& policy, const std::vector<RegionOnDisk>& onDisk);

} // namespace muniment
