-- Where tenants that have moved lived: a row for each epoch that is known of. A tenant without rows never moved, and lives
-- where its events come from. What a tenant has (aggregates, versions, annotations) is kept under its first home all its
-- life, here `root`, so that versions go on over a move; where it lives at a moment is the newest of its rows whose from_n
-- lies within.
CREATE TABLE IF NOT EXISTS tenant_homes (
    tenant INTEGER NOT NULL,             -- tenants.code
    epoch INTEGER NOT NULL,
    region INTEGER NOT NULL,             -- regions.code
    root INTEGER NOT NULL,               -- regions.code of the first epoch
    from_n INTEGER,                      -- of org.region.moved; NULL: the first epoch
    PRIMARY KEY (tenant, epoch)
) WITHOUT ROWID;

-- Closed epochs, or ends of them, that came from a later home and not from the region's own log. Each is a run.
CREATE TABLE IF NOT EXISTS backfills (
    run INTEGER PRIMARY KEY,             -- runs.run
    tenant INTEGER NOT NULL,             -- tenants.code
    epoch INTEGER NOT NULL,
    UNIQUE (tenant, epoch)
);
