-- Read model "reviewDecisions", version 1: one row for each decision on a grant in a review, from the event from_n up to
-- the event to_n that decided on it again; see team_members_v1.sql. Rows that ended stay: all decisions are shown.
CREATE TABLE review_decisions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- the next decision on the same grant; NULL while it counts
    entity INTEGER NOT NULL,             -- aggregates.code of the review
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- logged_at of from_n
    since INTEGER NOT NULL,              -- valid_from of the first decision on the grant
    is_end INTEGER NOT NULL,             -- always 0: reviews are not removed
    grant_id NOT NULL,                   -- a BLOB of 16 bytes for a UUID
    decision TEXT NOT NULL,              -- reviewDecisionName
    grant_sequence INTEGER NOT NULL,     -- of the grant as it was seen
    reason TEXT NOT NULL                 -- '': none was given
);
CREATE INDEX review_decisions_by_entity ON review_decisions (entity);
