// What of the servers' data may lie on this machine: by region and by organization. A replica is itself a transfer of
// data, so it has rules of its own.
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/base/strong_id.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace muniment {

/// How much of a tenant may be kept, ascending.
enum class DataForm {
    Nothing,
    Pseudonyms, ///< everything but what tells of persons; see pseudonyms.h
    Whole,
};

/// "nothing", "pseudonyms", "whole"; parsing takes anything else for Nothing.
[[nodiscard]] std::string_view dataFormName(DataForm form);
[[nodiscard]] DataForm parseDataForm(std::string_view name);

/// Who may be kept whole, and what of everybody else. A tenant belongs to the region it lives in now.
struct ReplicaPolicy {
    bool isLimited = false; ///< false: everything is kept whole, the rest means nothing
    std::set<RegionName> regions;
    std::set<TenantId> tenants;   ///< wherever they live
    bool keepsPseudonyms = false; ///< of the rest; false: nothing of them is fetched

    /// Of a tenant that lives in `home`.
    [[nodiscard]] DataForm formOf(const RegionName& home, const TenantId& tenant) const;
    /// The most that any tenant living in `home` has; Nothing: the region's log is not read at all.
    [[nodiscard]] DataForm formOf(const RegionName& home) const;

    bool operator==(const ReplicaPolicy&) const = default;
};

/// What was taken out of a file, as a receipt.
struct Purged {
    TenantId tenant;
    RegionName home; ///< where it lived when its data were fetched
    DataForm was = DataForm::Whole;
    DataForm is = DataForm::Nothing; ///< what is kept of it from now on
    std::int64_t events = 0;

    bool operator==(const Purged&) const = default;
};

/// A line of the file's record of what it may keep: rows are only ever added.
struct PolicyNote {
    Instant at;
    std::string author;
    std::string reason;   ///< a person's; empty where a tenant's move was the cause
    ReplicaPolicy policy; ///< that holds from then on
    std::vector<Purged> purged;
    std::int64_t annotations = 0; ///< of purged events, gone with them

    bool operator==(const PolicyNote&) const = default;
};

/// Canonical JSON, and back. FileCorrupt for a text that is none of policyText(): a policy that cannot be read is not
/// taken for one that allows everything.
[[nodiscard]] std::string policyText(const ReplicaPolicy& policy);
[[nodiscard]] Result<ReplicaPolicy> parsePolicy(const std::string& text);

} // namespace muniment
