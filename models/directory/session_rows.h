// From the file's spans to rows of sessions.
#pragma once

#include "models/directory/rows.h"
#include "models/directory/sessions.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace muniment::directory {

/// Everything within an instant. Throws like SQLite does.
[[nodiscard]] RunBounds boundsWithin(Snapshot& snapshot, std::optional<Moment> asOf);

/// Reads sessions by the number of their first event, as they were within an instant. Throws like SQLite does.
class SessionRows {
public:
    SessionRows(Snapshot& snapshot, std::optional<Moment> asOf);
    [[nodiscard]] std::vector<SessionRow> read(const std::vector<std::int64_t>& numbers);

private:
    [[nodiscard]] SessionRow rowAt();
    /// The event in a column, when it lies inside the bounds.
    [[nodiscard]] std::optional<Instant> timeInside(int column);
    void tellClient(SessionRow& row);

    Snapshot& m_snapshot;
    RunBounds m_bounds;
    SQLite::Statement m_row;
};

} // namespace muniment::directory
