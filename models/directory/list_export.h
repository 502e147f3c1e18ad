// Writes a list of organizations or users into a file: all of it, whatever of it was loaded anywhere.
#pragma once

#include "models/directory/directory.h"
#include "models/export/record_export.h"

namespace muniment {

/// As exportRecords(), all fields. In `description` what, filter, order, asOf, records and regions are filled in here;
/// `query.after` and `query.limit` do not count.
[[nodiscard]] Result<std::int64_t> exportOrganizations(Snapshot& snapshot, OrgQuery query,
                                                       const ExportSettings& settings, ExportDescription description,
                                                       const std::stop_token& stop, const ExportProgress& progress);
[[nodiscard]] Result<std::int64_t> exportUsers(Snapshot& snapshot, UserQuery query, const ExportSettings& settings,
                                               ExportDescription description, const std::stop_token& stop,
                                               const ExportProgress& progress);

/// The query's conditions as one would write them in the filter language: region:eu-west-1 state:active "acme".
[[nodiscard]] std::string filterText(const OrgQuery& query);
[[nodiscard]] std::string filterText(const UserQuery& query);

} // namespace muniment
