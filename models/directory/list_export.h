// Writes a list of the directory into a file: all of it, whatever of it was loaded anywhere.
#pragma once

#include "models/directory/directory.h"
#include "models/export/record_export.h"

#include <variant>

namespace muniment {

/// As exportRecords(), all fields. In `description` what, filter, order, asOf, records and regions are filled in here;
/// `query.after` and `query.limit` do not count.
[[nodiscard]] Result<std::int64_t> exportOrganizations(Snapshot& snapshot, OrgQuery query,
                                                       const ExportSettings& settings, ExportDescription description,
                                                       const std::stop_token& stop, const ExportProgress& progress);
[[nodiscard]] Result<std::int64_t> exportUsers(Snapshot& snapshot, UserQuery query, const ExportSettings& settings,
                                               ExportDescription description, const std::stop_token& stop,
                                               const ExportProgress& progress);

/// Any of the directory's lists.
using ListQuery = std::variant<OrgQuery, UserQuery, TeamQuery, RoleQuery, ResourceQuery, GrantQuery, SessionQuery,
                               PlanQuery, ReviewQuery, SeparationQuery>;
[[nodiscard]] Result<std::int64_t> exportList(Snapshot& snapshot, const ListQuery& query,
                                              const ExportSettings& settings, ExportDescription description,
                                              const std::stop_token& stop, const ExportProgress& progress);

/// The query's conditions as one would write them in the filter language: region:eu-west-1 state:active "acme".
[[nodiscard]] std::string filterText(const OrgQuery& query);
[[nodiscard]] std::string filterText(const UserQuery& query);
[[nodiscard]] std::string filterText(const TeamQuery& query);
[[nodiscard]] std::string filterText(const RoleQuery& query);
[[nodiscard]] std::string filterText(const ResourceQuery& query);
[[nodiscard]] std::string filterText(const GrantQuery& query);
[[nodiscard]] std::string filterText(const SessionQuery& query);
[[nodiscard]] std::string filterText(const PlanQuery& query);
[[nodiscard]] std::string filterText(const ReviewQuery& query);
[[nodiscard]] std::string filterText(const SeparationQuery& query);

} // namespace muniment
