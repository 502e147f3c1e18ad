-- Read model "userCredentials", version 1: one row for each time a user had a credential, from the event from_n up to the
-- event to_n; see team_members_v1.sql. Nothing in it is secret.
CREATE TABLE user_credentials (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- the event that ended it; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code of the user
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- logged_at of from_n
    since INTEGER NOT NULL,              -- valid_from of the first row without a gap
    is_end INTEGER NOT NULL,             -- 1: no row of the relation, but a mark that the user is removed
    kind TEXT NOT NULL,                  -- credentialKindName
    credential_id TEXT NOT NULL,         -- '': of a kind without ids
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    expires_at INTEGER,
    scopes TEXT NOT NULL                 -- each with its length before it: "6:openid5:email"
);
CREATE INDEX user_credentials_by_entity ON user_credentials (entity);
