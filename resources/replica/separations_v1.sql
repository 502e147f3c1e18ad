-- Read model "separations", version 1: one row per version of a rule that nobody may hold two permissions together; the
-- event from_n made it. How to ask for now, for an instant and for the history: as in organizations_v1.sql.
CREATE TABLE separation_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    separation_id TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,                 -- separationLifecycleName
    first_action TEXT NOT NULL,
    first_type TEXT NOT NULL,            -- of resources; '': first_resource is meant
    first_resource NOT NULL,             -- id: a BLOB of 16 bytes for a UUID; ''
    second_action TEXT NOT NULL,
    second_type TEXT NOT NULL,
    second_resource NOT NULL
);
CREATE INDEX separation_versions_by_entity ON separation_versions (entity);

-- What lists are made of: as in organizations_v1.sql.
CREATE TABLE separation_versions_listed (
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
CREATE INDEX separation_versions_listed_now_by_tenant ON separation_versions_listed (tenant, name_folded, id)
    WHERE to_n IS NULL;
