-- Read model "users", version 1: one row per version of a user; the event from_n made it. How to ask for now, for an
-- instant and for the history: as in organizations_v1.sql. Now, user_versions_now_by_name serves the list of everybody
-- and user_versions_now_by_tenant that of one tenant, both in order of folded name, id. What is searched is
-- folded_lines(user_name, display_name, email, user_id), see models/replica/name_functions.h.
CREATE TABLE user_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    name_folded TEXT NOT NULL,           -- foldName(user_name): sorting and equality
    kind TEXT NOT NULL,                  -- userKindName
    state TEXT NOT NULL,                 -- userLifecycleName
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_verified INTEGER NOT NULL,
    phone TEXT NOT NULL,
    description TEXT NOT NULL,
    phone_verified INTEGER NOT NULL,
    password_change_required INTEGER NOT NULL
);
CREATE INDEX user_versions_by_entity ON user_versions (entity);
CREATE INDEX user_versions_now_by_name ON user_versions (name_folded, user_id) WHERE to_n IS NULL;
CREATE INDEX user_versions_now_by_tenant ON user_versions (tenant, name_folded, user_id) WHERE to_n IS NULL;
