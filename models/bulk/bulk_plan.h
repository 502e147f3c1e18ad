// Rows of a table as requests: what each would do, and what is odd about it, told before anything is sent.
#pragma once

#include "models/bulk/bulk_mapping.h"
#include "models/commands/command.h"
#include "models/directory/organizations.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace muniment {

struct BulkRow {
    /// What is noticed although nothing forbids it.
    enum class Notice {
        None,
        LooksAlike,  ///< its user name or e-mail could be taken for `other`
        MixesScripts ///< letters of several scripts in one name
    };

    std::size_t line = 0;
    /// Or why the row cannot be sent: as deciders say it, or InvalidInput with "work" = "table", "field" and
    /// "fault" (userKind, oneSubject, time).
    Result<CommandRequest> request;
    Notice notice = Notice::None;
    std::string other;
};

struct BulkPlan {
    std::vector<BulkRow> rows; ///< one for each row of the table

    [[nodiscard]] std::size_t sendable() const;
};

/// Called now and then with how many rows are done.
using BulkProgress = std::function<void(std::size_t done)>;

/// Decides each row on what the file knows: names are found, what is taken, held or a member already is refused, and so
/// is what an earlier row of the table has taken. Nothing is asked of a server. InvalidInput when a required field has
/// no column; Cancelled after `stop`.
[[nodiscard]] Result<BulkPlan> planBulk(Snapshot& snapshot, const OrgRow& tenant, const CsvTable& table,
                                        const BulkMapping& mapping, const std::string& reason,
                                        const std::stop_token& stop, const BulkProgress& progress);

} // namespace muniment
