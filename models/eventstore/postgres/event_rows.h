// Rows of the events table: their columns in one order, and the reader of their binary form.
#pragma once

#include "models/base/result.h"
#include "models/domain/event.h"
#include "models/eventstore/postgres/query_result.h"

#include <string>
#include <vector>

namespace muniment::postgres {

/// PostgreSQL: position as a bigint. CockroachDB: as text, `position::STRING`.
enum class PositionForm { Integer, Hlc };

/// "tenant_id, epoch, …": what readEventRows() expects of a binary result, from its first column on. Every name is
/// qualified with `alias`.
[[nodiscard]] std::string eventColumns(PositionForm form, const std::string& alias);
/// How many columns that are.
[[nodiscard]] int eventColumnCount();
/// A window over the payloads before each row of a page: a page ends early where it exceeds kTailPageBytes. Lengths of
/// large payloads are known without reading them.
[[nodiscard]] std::string bytesBefore(const std::string& alias);

/// Values are taken as the server gave them, unchecked; a row of another shape is ServerError.
[[nodiscard]] Result<std::vector<RecordedEvent>> readEventRows(const QueryResult& rows, PositionForm form);

/// PostgreSQL counts microseconds from 2000-01-01.
inline constexpr std::int64_t kMicrosBefore2000 = 946'684'800'000'000;

} // namespace muniment::postgres
