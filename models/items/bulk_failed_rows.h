// The rows that were not written, as a table of their own: to be mended and opened again.
#pragma once

#include "models/items/bulk_row_model.h"

#include <filesystem>

namespace muniment {

/// The columns of the table and behind them "line" and "reason", guarded against formulas. Of a table that has those
/// two at its end already they take the place. In words of the application's language; any thread. The number of rows;
/// failures as NewFile has them.
[[nodiscard]] Result<std::int64_t> writeFailedRows(const std::filesystem::path& path, const CsvTable& table,
                                                   const std::vector<BulkRowModel::Unwritten>& rows);

} // namespace muniment
