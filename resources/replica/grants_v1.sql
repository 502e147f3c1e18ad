-- Read model "grants", version 1: one row per version of a grant; the event from_n made it. How to ask for now, for an
-- instant and for the history: as in organizations_v1.sql. Role, subject and resource of a grant never change, so their
-- indexes serve every instant. Ids are BLOBs of 16 bytes where they are UUIDs. Lists are in order of created_at, the
-- newest first.
CREATE TABLE grant_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    grant_id NOT NULL,
    role NOT NULL,                       -- id of the role
    subject_kind TEXT NOT NULL,          -- "user", "team"
    subject NOT NULL,                    -- id of the user or team
    resource NOT NULL,                   -- id; '': the whole organization
    from_at INTEGER,                     -- NULL: at once
    until_at INTEGER,                    -- exclusive; NULL: for good
    state TEXT NOT NULL                  -- grantLifecycleName
);
CREATE INDEX grant_versions_by_entity ON grant_versions (entity);
CREATE INDEX grant_versions_by_subject ON grant_versions (subject);
CREATE INDEX grant_versions_by_role ON grant_versions (role);
CREATE INDEX grant_versions_by_resource ON grant_versions (resource) WHERE resource <> '';
CREATE INDEX grant_versions_now ON grant_versions (created_at, grant_id) WHERE to_n IS NULL;
CREATE INDEX grant_versions_now_by_tenant ON grant_versions (tenant, created_at, grant_id) WHERE to_n IS NULL;
