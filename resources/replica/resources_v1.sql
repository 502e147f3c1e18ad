-- Read model "resources", version 1: one row per version of a resource; the event from_n made it. How to ask for now, for an
-- instant and for the history: as in organizations_v1.sql. What lies in a resource: by parent.
CREATE TABLE resource_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    resource_id TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,                 -- resourceLifecycleName
    type TEXT NOT NULL,
    parent NOT NULL                      -- id of the resource it lies in: a BLOB of 16 bytes for a UUID; '': at the top
);
CREATE INDEX resource_versions_by_entity ON resource_versions (entity);
CREATE INDEX resource_versions_by_parent ON resource_versions (parent) WHERE parent <> '';

-- What lists are made of: as in organizations_v1.sql.
CREATE TABLE resource_versions_listed (
    name_folded TEXT NOT NULL,           -- foldName(name), models/replica/name_folding.h: sorting and equality
    id NOT NULL,                         -- a BLOB of 16 bytes for a UUID
    from_n INTEGER NOT NULL,
    to_n INTEGER,
    entity INTEGER NOT NULL,
    tenant INTEGER NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    searched TEXT NOT NULL,
    PRIMARY KEY (name_folded, id, from_n)
) WITHOUT ROWID;
CREATE INDEX resource_versions_listed_now_by_tenant ON resource_versions_listed (tenant, name_folded, id) WHERE to_n IS NULL;
