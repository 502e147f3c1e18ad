// The digests of a stretch of the log, made by the server itself: it sends a row for each organization's day in place
// of its events.
#pragma once

#include "models/eventstore/evidence.h"
#include "models/eventstore/postgres/event_rows.h"

namespace muniment::postgres {

/// Text rows: tenant, epoch, day, events, digest in hexadecimal digits. Each leaf is made of its columns as
/// resources/integrity/leaf_v1.md has it. `at`: CockroachDB's time to read as of, not before span.upTo.
[[nodiscard]] Statement spanDigests(const LogSpan& span, PositionForm form, std::optional<Position> at = {});
/// Ascending by bucket; ServerError for rows of another shape.
[[nodiscard]] Result<std::vector<BucketDigest>> readSpanDigests(const QueryResult& rows);

} // namespace muniment::postgres
