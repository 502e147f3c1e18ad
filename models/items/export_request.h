// What the window exports: the rows of a list as its page asks for them, and how they are written down.
#pragma once

#include "models/directory/list_export.h"
#include "models/export/record_export.h"
#include "models/items/finding_queries.h"
#include "models/timeline/export/event_fields.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

class LiveAccess;

struct EventList {
    TimelineQuestion question;
    TimelineOrder order = TimelineOrder::NewestFirst;
    std::vector<EventField> fields; ///< empty: all
};

/// What somebody should look at in who may do what.
struct FindingList {
    std::variant<UnusedGrantQuery, OddityQuery> query;
    std::shared_ptr<LiveAccess> access; ///< the graph that all questions about the workspace share
};

/// The rows of an answer, which were worked out already: what is shown is what is written.
struct RowList {
    std::string what;     ///< "holders", "exposures"
    std::string question; ///< in words
    std::string order;
    std::optional<Moment> asOf = {};
    std::vector<std::string> columns = {};
    std::vector<Record> records = {}; ///< with a value for each column
};

/// Everything that was decided in an access review, and every grant in its scope: as JSON lines one object, as `review
/// show --all --json` has it; as CSV a row for each grant with its decision.
struct ReviewEvidenceList {
    std::shared_ptr<LiveAccess> access; ///< the graph that all questions about the workspace share
    TenantId tenant;
    AggregateId review;
    std::optional<Moment> asOf;
};

using ExportedList = std::variant<EventList, ListQuery, RowList, ReviewEvidenceList, FindingList>;

struct ExportRequest {
    ExportedList list;
    ExportSettings settings;
    std::string source; ///< the workspace's name
};

/// Everything the list holds, not only what was loaded of it, from one snapshot. What the catalogue calls secret is
/// masked, and the description says so. The number of records written; failures as exportRecords() has them.
[[nodiscard]] Result<std::int64_t> runExport(Snapshot& snapshot, const ExportRequest& request,
                                             const std::stop_token& stop, const ExportProgress& progress);
/// What carries out an export: runExport(), or what a test holds it with.
using ExportRun = std::function<Result<std::int64_t>(Snapshot& snapshot, const ExportRequest& request,
                                                     const std::stop_token& stop, const ExportProgress& progress)>;

} // namespace muniment
