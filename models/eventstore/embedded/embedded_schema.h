// The tables of an embedded store and what marks the file as one.
#pragma once

#include <cstdint>

namespace muniment {

constexpr std::int32_t kEmbeddedApplicationId = 0x4D756E65; ///< "Mune"
constexpr int kEmbeddedSchemaVersion = 5;

/// The names of design §4 where they are the same thing. What differs, and why:
/// - regions and aggregates are numbered, so that an event's two indexes are small integers and bulk history is fast;
/// - an event's row number is its in_tx_order, drawn from `log` like the position, so that log order is row order
///   and the tail of a region is the range (region, n > cursor) of one index.
constexpr const char* kEmbeddedSchema = R"(
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE log (last_position INTEGER NOT NULL, last_order INTEGER NOT NULL) STRICT;
INSERT INTO log VALUES (0, 0);

CREATE TABLE regions (r INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE tenants (
    region INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, plan TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'moving', 'fenced', 'arriving', 'moved')),
    epoch INTEGER NOT NULL, moved_to TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL,
    PRIMARY KEY (region, id), UNIQUE (region, name)) STRICT, WITHOUT ROWID;

CREATE TABLE aggregates (
    a INTEGER PRIMARY KEY, region INTEGER NOT NULL, tenant_id TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL,
    UNIQUE (region, tenant_id, type, id)) STRICT;

CREATE TABLE events (
    n INTEGER PRIMARY KEY, position INTEGER NOT NULL,
    region INTEGER NOT NULL, epoch INTEGER NOT NULL, aggregate INTEGER NOT NULL, sequence INTEGER NOT NULL,
    event_id BLOB NOT NULL, event_type TEXT NOT NULL, revision INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    actor_type TEXT NOT NULL, actor_id TEXT NOT NULL, writer TEXT NOT NULL, outcome TEXT NOT NULL, source_ip TEXT,
    command_id BLOB, correlation_id BLOB, payload BLOB, salt BLOB NOT NULL) STRICT;
CREATE INDEX events_stream ON events (region);
CREATE UNIQUE INDEX events_sequence ON events (aggregate, sequence);

CREATE TABLE claims (
    region INTEGER NOT NULL, tenant_id TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL, owner TEXT NOT NULL,
    PRIMARY KEY (region, tenant_id, kind, digest)) STRICT, WITHOUT ROWID;
)";

/// Since version 2; an older store gets it when it is opened.
constexpr const char* kEmbeddedPlans =
    R"(CREATE TABLE IF NOT EXISTS plans (key TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO plans VALUES
    ('business', 'Business'), ('enterprise', 'Enterprise'), ('free', 'Free'), ('standard', 'Standard');
)";

/// Since version 3.
constexpr const char* kEmbeddedIntake = R"(CREATE TABLE IF NOT EXISTS intake (
    region INTEGER NOT NULL, id BLOB NOT NULL, received_at INTEGER NOT NULL, headers TEXT, body TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'promoted', 'rejected')),
    reason TEXT, mapping TEXT, command_id BLOB, PRIMARY KEY (region, id)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS intake_received ON intake (region, received_at, id);
CREATE INDEX IF NOT EXISTS intake_by_state ON intake (region, state, received_at, id);
)";

/// Since version 4. What moved here has its place in the log, and nobody reads it as news: `live` is 0.
constexpr const char* kEmbeddedMoves = R"(ALTER TABLE tenants ADD COLUMN move_id TEXT;
ALTER TABLE tenants ADD COLUMN move_record TEXT;
ALTER TABLE events ADD COLUMN live INTEGER NOT NULL DEFAULT 1;
)";

/// Since version 5.
constexpr const char* kEmbeddedEvidence = R"(CREATE TABLE checkpoints (
    region INTEGER NOT NULL, origin TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL,
    digest BLOB NOT NULL, published_at INTEGER NOT NULL, published_by TEXT NOT NULL,
    PRIMARY KEY (region, origin, size, digest)) STRICT, WITHOUT ROWID;
CREATE INDEX checkpoints_published ON checkpoints (region, published_at, digest);
CREATE TABLE copies (
    region INTEGER NOT NULL, holder TEXT NOT NULL, told_at INTEGER NOT NULL, told_by TEXT NOT NULL,
    workstation TEXT NOT NULL, policy TEXT NOT NULL, as_of TEXT, has_ended INTEGER NOT NULL,
    PRIMARY KEY (region, holder, told_at)) STRICT, WITHOUT ROWID;
)";

} // namespace muniment
