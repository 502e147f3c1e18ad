// Events as a table, as CSV or as JSON lines.
#pragma once

#include "app/cli/event_columns.h"
#include "app/cli/output.h"

#include <memory>

namespace muniment::cli {

class EventWriter {
public:
    EventWriter() = default;
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;
    virtual ~EventWriter() = default;

    virtual void begin() {}

    virtual void write(const std::vector<TimelineRow>& rows) = 0;
};

enum class EventFormat { Table, Csv, Json };

/// A table's columns never become narrower from page to page. `output` outlives the writer.
[[nodiscard]] std::unique_ptr<EventWriter> makeEventWriter(EventFormat format, std::vector<EventColumn> columns,
                                                           Output& output);

} // namespace muniment::cli
