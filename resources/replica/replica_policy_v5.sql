-- What of the servers' data this file may hold; rows are only ever added. The newest note's policy is in force; without
-- a note everything may be held.
CREATE TABLE IF NOT EXISTS policy_notes (
    id INTEGER PRIMARY KEY,
    noted_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,                -- '': a tenant's move was the cause
    policy TEXT NOT NULL,                -- policyText(), models/domain/replica_policy.h
    annotations INTEGER NOT NULL         -- of purged events, gone with them
);

-- Receipts: what a note took out of the file. The tenant's events are not in it any more, its id stays here.
CREATE TABLE IF NOT EXISTS purges (
    note INTEGER NOT NULL,               -- policy_notes.id
    tenant TEXT NOT NULL,
    home TEXT NOT NULL,                  -- region it lived in when its events were fetched
    was TEXT NOT NULL,                   -- dataFormName()
    kept TEXT NOT NULL,                  -- what may be held of it from then on
    events INTEGER NOT NULL,
    PRIMARY KEY (note, tenant)
) WITHOUT ROWID;
