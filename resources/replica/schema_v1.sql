-- The workspace file, version 1. The read models' tables are in files of their own (organizations_v1.sql, users_v1.sql …),
-- since each can be rebuilt alone. Instants are microseconds since 1970. Nothing here is ever ANALYZEd:
-- with statistics SQLite 3.40 adds Bloom filters to plans that are best left alone.

-- Single values: "operator".
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;

-- A region the file knows. It stays when it is taken off the list, since its events stay: place is then NULL.
CREATE TABLE regions (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    endpoint TEXT NOT NULL,              -- without secrets
    place INTEGER,                       -- order in the workspace's list
    installation TEXT,                   -- the store mark seen first
    system_identifier TEXT,
    known_through INTEGER
);

-- Events stored in one log order: the live run of each region, and one for each backfill (tenant_homes_v4.sql).
CREATE TABLE runs (
    run INTEGER PRIMARY KEY,             -- from 1
    region INTEGER NOT NULL REFERENCES regions (code),
    kind TEXT NOT NULL,                  -- 'live', 'backfill'
    last_ordinal INTEGER NOT NULL,       -- ordinals start at 1; 0: empty
    events INTEGER NOT NULL,             -- present ones; less than last_ordinal once something is purged
    last_logged_at INTEGER,
    cursor_major INTEGER,                -- full sort key of the last event; NULL: empty
    cursor_minor INTEGER,
    cursor_in_tx_order INTEGER
);

-- Dictionaries: codes are local to the file and given in order of arrival.
CREATE TABLE words (                     -- event types, aggregate types, writers, outcomes
    code INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);
CREATE TABLE tenants (
    code INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
CREATE TABLE actors (
    code INTEGER PRIMARY KEY,
    id TEXT NOT NULL,                    -- a BLOB of 16 bytes for a UUID in lower case that is not listed
    type INTEGER NOT NULL,               -- words.code
    UNIQUE (id, type)
);
-- Aggregates are told apart by region, as the server's primary key does: one row for each (id, type, tenant, region).
-- What is looked up by id (a type with a read model) has an index; most aggregates are sessions, which nobody looks up.
CREATE TABLE aggregates (
    code INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    type INTEGER NOT NULL,               -- words.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code
    is_listed INTEGER NOT NULL,          -- 1: of a type that a read model lists
    last_sequence INTEGER                -- the highest seen; NULL where it is listed, then see heads
);
CREATE INDEX aggregates_by_id ON aggregates (id, type, tenant, region) WHERE is_listed = 1;

-- How the writer finds an aggregate that it does not hold in memory: 16 bytes where the texts would take 80. A table and
-- not an index, so that a batch's entries can be put in by the order of their hashes, which touches each page once; and
-- in stretches, since hashes lie all over a table: a backlog would write every page of it again with each transaction.
CREATE TABLE aggregate_hashes (
    stretch INTEGER NOT NULL,            -- code >> 18: a search asks each of them
    hash INTEGER NOT NULL,               -- of the four, as models/replica/text_hash.h makes it; not unique
    code INTEGER NOT NULL,               -- aggregates.code
    PRIMARY KEY (stretch, hash, code)
) WITHOUT ROWID;

CREATE TABLE addresses (                 -- source addresses, for the index
    address BLOB PRIMARY KEY,            -- 4 or 16 bytes: those of a network lie next to each other
    code INTEGER NOT NULL
) WITHOUT ROWID;

-- Of listed aggregates, apart from them: it changes with every event, and a batch rewrites few pages when rows are
-- narrow. A session has all its events within minutes.
CREATE TABLE heads (
    aggregate INTEGER PRIMARY KEY,       -- aggregates.code
    last_sequence INTEGER NOT NULL       -- the highest seen: the precondition of a command, now
);

-- What a great many events have alike; an event's other columns are its own.
CREATE TABLE kinds (
    code INTEGER PRIMARY KEY,
    type INTEGER NOT NULL,               -- words.code, as outcome and writer
    outcome INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (type, outcome, writer, epoch, revision)
);

-- logged_at of every 64th event: k = run << 40 | block, where block = (ordinal - 1) / 64. Read into memory.
CREATE TABLE fences (
    k INTEGER PRIMARY KEY,
    logged_at INTEGER NOT NULL
);

-- What was found odd in the logs, in the order found. time.inversion has one row a region, for the worst case.
CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    region INTEGER NOT NULL,             -- regions.code
    n INTEGER,                           -- events.n
    count INTEGER NOT NULL,
    detail TEXT NOT NULL
);

-- Which version of each read model the file holds, and how far a rebuild into a shadow table has come.
CREATE TABLE read_models (
    name TEXT PRIMARY KEY,               -- 'organizations', 'users' …, 'index'
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,         -- of the live table; the shadow has generation + 1 in its name
    shadow_version INTEGER               -- NULL: no rebuild is under way
) WITHOUT ROWID;
CREATE TABLE shadow_bounds (
    read_model TEXT NOT NULL,
    run INTEGER NOT NULL,
    last_ordinal INTEGER NOT NULL,       -- projected into the shadow table up to here
    PRIMARY KEY (read_model, run)
) WITHOUT ROWID;
