-- Read model "organizationDomains", version 1: one row for each time an organization had a domain, verified or not, from
-- the event from_n up to the event to_n; see team_members_v1.sql.
CREATE TABLE org_domains (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- the event that ended it; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code of the organization
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- logged_at of from_n
    since INTEGER NOT NULL,              -- valid_from of the first row without a gap
    is_end INTEGER NOT NULL,             -- 1: no row of the relation, but a mark that the organization is removed
    domain TEXT NOT NULL,
    verified INTEGER NOT NULL
);
CREATE INDEX org_domains_by_entity ON org_domains (entity);
CREATE INDEX org_domains_by_domain ON org_domains (domain);
