-- Read model "rolePermissions", version 1: one row for each time a role held a permission, from the event from_n up to the
-- event to_n; see team_members_v1.sql.
CREATE TABLE role_permissions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- the event that ended it; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code of the role
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- logged_at of from_n
    since INTEGER NOT NULL,              -- valid_from of the first row without a gap
    is_end INTEGER NOT NULL,             -- 1: no row of the relation, but a mark that the role is removed
    action TEXT NOT NULL,
    resource_type TEXT NOT NULL,         -- '': the permission is on one resource
    resource NOT NULL                    -- id: a BLOB of 16 bytes for a UUID; '': on every resource of the type
);
CREATE INDEX role_permissions_by_entity ON role_permissions (entity);
CREATE INDEX role_permissions_by_resource ON role_permissions (resource) WHERE resource <> '';
-- What ended with the events of a batch: how the access graph is brought up to date.
CREATE INDEX role_permissions_by_end ON role_permissions (to_n) WHERE to_n IS NOT NULL;
