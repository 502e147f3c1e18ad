-- Read model "organizations", version 1: one row per version of an organization; the event from_n made it.
--
-- Now:      WHERE to_n IS NULL.
-- As of T:  bounds = snapshot.bounds(T); for each run r in it, with b = EventNumber::of(r, bounds[r]):
--             from_n BETWEEN (r << 40) AND b AND (to_n IS NULL OR to_n > b)
--           joined by OR, which is seen(bounds, from_n, to_n); see models/replica/version_functions.h. An organization's
--           versions all lie in one run, so each shows at most once.
-- History:  WHERE entity = ? ORDER BY from_n DESC (org_versions_by_entity; from_n is the row's key).
-- Lists:    from org_versions_listed, in order of folded name, id. Search: holds(text, name_folded, id, searched).
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
    plan TEXT NOT NULL,
    state TEXT NOT NULL,                 -- orgLifecycleName
    assigned_region TEXT NOT NULL        -- what org.region.assigned said
);
CREATE INDEX org_versions_by_entity ON org_versions (entity);
CREATE INDEX org_versions_now_by_tenant ON org_versions (tenant) WHERE to_n IS NULL;

-- What lists are made of: a row for each stretch of an organization's life, from the event from_n up to the event to_n,
-- in which nothing changed that a list is sorted, narrowed or searched by. In the order of lists and for every instant: a
-- page is read from its key on and stops early, a count reads nothing else. `searched` is folded, a line for each text
-- beside name and id; `kind` is what lists of the entity are narrowed by beside its state.
CREATE TABLE org_versions_listed (
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
