// Records as a table, as CSV or as JSON lines on standard output.
#pragma once

#include "app/cli/output.h"
#include "models/timeline/export/event_fields.h"

#include <memory>
#include <string>
#include <vector>

namespace muniment::cli {

class RecordPrinter {
public:
    RecordPrinter() = default;
    RecordPrinter(const RecordPrinter&) = delete;
    RecordPrinter& operator=(const RecordPrinter&) = delete;
    virtual ~RecordPrinter() = default;

    virtual void begin() {}

    virtual void write(const std::vector<Record>& records) = 0;
};

enum class EventFormat { Table, Csv, Json };

/// A table's columns never become narrower from page to page; columns named "count" stand to the right. `output`
/// outlives the printer.
[[nodiscard]] std::unique_ptr<RecordPrinter> makeRecordPrinter(EventFormat format, std::vector<std::string> columns,
                                                               Output& output);

} // namespace muniment::cli
