-- Read model "teamMembers", version 1: one row for each time somebody was a direct member of a team, from the event from_n
-- up to the event to_n. The rows of an instant are found as in organizations_v1.sql, with is_end = 0. Rows of a removed
-- team end with it. By member, for every instant: team_members_by_member.
CREATE TABLE team_members (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- the event that ended it; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code of the team
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- logged_at of from_n
    since INTEGER NOT NULL,              -- valid_from of the first row without a gap
    is_end INTEGER NOT NULL,             -- 1: no row of the relation, but a mark that the team is removed
    member_kind TEXT NOT NULL,           -- "user", "team"
    member NOT NULL                      -- id: a BLOB of 16 bytes for a UUID
);
CREATE INDEX team_members_by_entity ON team_members (entity, member_kind, member);
CREATE INDEX team_members_by_member ON team_members (member);
-- What ended with the events of a batch: how the access graph is brought up to date.
CREATE INDEX team_members_by_end ON team_members (to_n) WHERE to_n IS NOT NULL;
