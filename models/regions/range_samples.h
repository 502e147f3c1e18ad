// Rows of a tenant, and where CockroachDB keeps their index entries.
#pragma once

#include "models/regions/region_placement.h"

namespace muniment {

/// The indexes that hold a tenant's rows: {"events", "events_key"} …
[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& tenantIndexes();
/// The ranges of up to three of the tenant's events in each index of theirs, of one claim, and of the tenant's own row.
void sampleRanges(Inquiry& inquiry, const TenantRows& rows, std::vector<SampledRange>& ranges);

} // namespace muniment
