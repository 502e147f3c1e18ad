-- By which clocks a tenant's times are read here; no read model, never rebuilt.
CREATE TABLE tenant_zones (
    tenant TEXT PRIMARY KEY,             -- also one that the file holds no event of
    zone TEXT NOT NULL                   -- IANA id, whether or not this machine knows it
) WITHOUT ROWID;
