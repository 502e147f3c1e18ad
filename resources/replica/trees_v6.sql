-- The RFC 6962 tree of each tenant's epoch, in the log of the region where it was written: leaves as
-- resources/integrity/leaf_v1.md says, in log order, from the second epoch on behind a leaf that says how the epoch before
-- ended. Grown in the transaction that adds the events. Roots are of SHA-256, 32 bytes each.
CREATE TABLE IF NOT EXISTS tree_heads (
    tree INTEGER PRIMARY KEY,            -- local to the file
    region INTEGER NOT NULL,             -- regions.code
    tenant INTEGER NOT NULL,             -- tenants.code
    epoch INTEGER NOT NULL,
    size INTEGER NOT NULL,               -- leaves
    roots BLOB NOT NULL,                 -- of its perfect subtrees, the widest first
    first_n INTEGER,                     -- events.n of the first event of the open block; NULL: it has none
    checks BLOB NOT NULL,                -- of the open block's leaves
    last_major INTEGER,                  -- the last event's place in the log
    last_minor INTEGER,
    last_in_tx_order INTEGER,
    UNIQUE (region, tenant, epoch)
);
-- Whole blocks of 1,024 leaves: proofs begin here, and an altered event is found within one.
CREATE TABLE IF NOT EXISTS tree_blocks (
    k INTEGER PRIMARY KEY,               -- tree << 32 | block, from 0
    first_n INTEGER NOT NULL,
    root BLOB NOT NULL,
    checks BLOB NOT NULL                 -- the first three bytes of each leaf's hash: which one was altered
);
