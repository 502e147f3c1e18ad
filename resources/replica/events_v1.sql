-- The events of one run, in a table of its own: `events_of_run` is events_1 for run 1. It only grows at its end, where
-- SQLite fills a page before it begins the next.
-- One row gives back the server's row exactly. No index but the key: a B-tree per row would halve the sync. Half of a
-- row is random (three ids and the salt), so the rest is kept short.
CREATE TABLE events_of_run (
    n INTEGER PRIMARY KEY,               -- run << 40 | ordinal
    logged_at INTEGER NOT NULL,          -- running maximum of recorded_at along the run
    tenant INTEGER NOT NULL,             -- tenants.code
    aggregate INTEGER NOT NULL,          -- aggregates.code
    sequence INTEGER NOT NULL,
    kind INTEGER NOT NULL,               -- kinds.code
    marks INTEGER NOT NULL,              -- EventMark bits
    actor INTEGER NOT NULL,              -- actors.code
    recorded_back INTEGER NOT NULL,      -- logged_at - recorded_at
    occurred_back INTEGER NOT NULL,      -- recorded_at - occurred_at
    major INTEGER NOT NULL,              -- position
    minor INTEGER NOT NULL,
    in_tx_order INTEGER NOT NULL,
    event_id BLOB NOT NULL,
    command_id BLOB,
    correlation_id,                      -- NULL; 0: equals the aggregate's id; 1: equals command_id; else BLOB
    source_ip,                           -- BLOB: 4 or 16 bytes of an address; TEXT where that would not give it back
    salt BLOB NOT NULL,                  -- TEXT where personal fields are withheld: RecordedEvent::sealed, hexadecimal
    payload_form INTEGER NOT NULL,       -- 0: payload as it came; else compressed, see payload_codec.h
    payload BLOB                         -- NULL: no data, which is not {}
);
