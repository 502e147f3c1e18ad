-- Read model "reviews", version 1: one row per version of an access review; the event from_n, its start or its sign-off,
-- made it. How to ask for now, for an instant and for the history: as in organizations_v1.sql. What was decided in it is
-- in review_decisions. There are few: no index but what finds one.
CREATE TABLE review_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    review_id NOT NULL,
    name TEXT NOT NULL,
    scope_kind TEXT NOT NULL,            -- reviewScopeName
    scope NOT NULL,                      -- id of the role, team or resource; '': the whole organization
    since_review NOT NULL,               -- id of the review whose sign-off it builds on; '': none
    reviewer TEXT NOT NULL,
    due_at INTEGER,
    pinned_at INTEGER NOT NULL,          -- logged_at of the event through which it sees the log
    pinned_epoch INTEGER NOT NULL,
    pinned_major INTEGER NOT NULL,
    pinned_minor INTEGER NOT NULL,
    pinned_in_tx_order INTEGER NOT NULL,
    items INTEGER NOT NULL,              -- grants to decide on
    state TEXT NOT NULL,                 -- reviewLifecycleName
    kept INTEGER NOT NULL,               -- as it was signed off; 0 before
    revoked INTEGER NOT NULL,
    undecided INTEGER NOT NULL
);
CREATE INDEX review_versions_by_entity ON review_versions (entity);

-- What lists are made of: as in organizations_v1.sql.
CREATE TABLE review_versions_listed (
    name_folded TEXT NOT NULL,           -- foldName(name), models/replica/name_folding.h: sorting and equality
    id NOT NULL,                         -- a BLOB of 16 bytes for a UUID
    from_n INTEGER NOT NULL,
    to_n INTEGER,
    entity INTEGER NOT NULL,
    tenant INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,                  -- scope_kind
    searched TEXT NOT NULL,              -- the reviewer, folded
    PRIMARY KEY (name_folded, id, from_n)
) WITHOUT ROWID;
