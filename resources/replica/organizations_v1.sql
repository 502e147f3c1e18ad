-- Read model "organizations", version 1: one row per version of an organization; the event from_n made it.
--
-- Now:      WHERE to_n IS NULL (the two partial indexes serve the list in order of folded name, id).
-- As of T:  bounds = snapshot.bounds(T); for each run r in it, with b = EventNumber::of(r, bounds[r]):
--             from_n BETWEEN (r << 40) AND b AND (to_n IS NULL OR to_n > b)
--           joined by OR. An organization's versions all lie in one run, so each shows at most once.
-- History:  WHERE entity = ? ORDER BY from_n DESC (org_versions_by_entity; from_n is the row's key).
-- Search:   WHERE instr(folded_lines(name, org_id), foldName(text)) > 0; see models/replica/name_functions.h.
-- A version ends when the next one begins: its valid_from is found under to_n.
-- sequence is that of from_n's event; events that change nothing shown here come after it. The precondition of a
-- command is heads.last_sequence of the entity.
CREATE TABLE org_versions (
    from_n INTEGER PRIMARY KEY,          -- events.n
    to_n INTEGER,                        -- from_n of the next version; NULL while current
    entity INTEGER NOT NULL,             -- aggregates.code
    tenant INTEGER NOT NULL,             -- tenants.code
    region INTEGER NOT NULL,             -- regions.code: whose log it stands in
    valid_from INTEGER NOT NULL,         -- max(logged_at, the previous version's); = changedAt
    created_at INTEGER NOT NULL,         -- valid_from of the first version
    sequence INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    org_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,           -- foldName(name), models/replica/name_folding.h: sorting and equality
    plan TEXT NOT NULL,
    state TEXT NOT NULL,                 -- orgLifecycleName
    assigned_region TEXT NOT NULL        -- what org.region.assigned said
);
CREATE INDEX org_versions_by_entity ON org_versions (entity);
CREATE INDEX org_versions_now_by_name ON org_versions (name_folded, org_id) WHERE to_n IS NULL;
CREATE INDEX org_versions_now_by_tenant ON org_versions (tenant) WHERE to_n IS NULL;
