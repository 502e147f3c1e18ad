-- The server schema on CockroachDB 22.2 to 26.x. Run by `muniment schema install`, one statement after another, each in
-- a transaction of its own (DDL inside BEGIN commits what came before); every statement may be run again. A statement
-- ends with a line that ends with ';'. ${…} is filled in by the installer for the chosen layout:
--   ${region_type}      crdb_internal_region (regional by row) or STRING
--   ${locality}         LOCALITY REGIONAL BY ROW AS region, a partition list, or nothing
--   ${index_partition}  the partition list again: in that layout every index is partitioned by itself
--   ${global}           LOCALITY GLOBAL where the database has regions
-- There is no guard: the append statement itself checks home and predecessor under SERIALIZABLE (append_cockroach). No
-- column can be withheld from a role here: followers compare `position` with crdb_internal_mvcc_timestamp.

CREATE SCHEMA IF NOT EXISTS muniment;

CREATE TABLE IF NOT EXISTS muniment.meta (
    key STRING PRIMARY KEY,
    value STRING NOT NULL
) ${global};

CREATE TABLE IF NOT EXISTS muniment.plans (
    key STRING PRIMARY KEY,
    name STRING NOT NULL
) ${global};

CREATE TABLE IF NOT EXISTS muniment.tenants (
    region ${region_type} NOT NULL,
    id STRING NOT NULL CONSTRAINT tenants_id CHECK (octet_length(id) BETWEEN 1 AND 255),
    name STRING NOT NULL,
    plan STRING NOT NULL DEFAULT 'standard',
    state STRING NOT NULL DEFAULT 'active' CONSTRAINT tenants_state CHECK (state IN ('active', 'moving', 'fenced', 'arriving', 'moved')),
    epoch INT4 NOT NULL DEFAULT 1 CONSTRAINT tenants_epoch CHECK (epoch > 0),
    moved_to STRING NULL,
    move_id UUID NULL,
    move_record STRING NULL CONSTRAINT tenants_move CHECK (octet_length(move_record) <= 8192),
    created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT tenants_key PRIMARY KEY (region, id),
    UNIQUE INDEX tenants_name (region, name) ${index_partition}
) ${locality};

CREATE TABLE IF NOT EXISTS muniment.events (
    region ${region_type} NOT NULL,
    tenant_id STRING NOT NULL CONSTRAINT events_tenant_id CHECK (octet_length(tenant_id) BETWEEN 1 AND 255),
    epoch INT4 NOT NULL CONSTRAINT events_epoch CHECK (epoch > 0),
    aggregate_type STRING NOT NULL CONSTRAINT events_aggregate_type CHECK (octet_length(aggregate_type) BETWEEN 1 AND 255),
    aggregate_id STRING NOT NULL CONSTRAINT events_aggregate_id CHECK (octet_length(aggregate_id) BETWEEN 1 AND 255),
    sequence INT8 NOT NULL CONSTRAINT events_sequence CHECK (sequence > 0),
    event_id UUID NOT NULL DEFAULT gen_random_uuid(),
    event_type STRING NOT NULL CONSTRAINT events_event_type CHECK (octet_length(event_type) BETWEEN 1 AND 255),
    revision INT2 NOT NULL DEFAULT 1,
    occurred_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    recorded_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    actor_type STRING NOT NULL CONSTRAINT events_actor_type CHECK (octet_length(actor_type) BETWEEN 1 AND 255),
    actor_id STRING NOT NULL CONSTRAINT events_actor_id CHECK (octet_length(actor_id) BETWEEN 1 AND 255),
    writer STRING NOT NULL DEFAULT session_user(),
    outcome STRING NOT NULL DEFAULT 'success' CONSTRAINT events_outcome CHECK (octet_length(outcome) BETWEEN 1 AND 255),
    source_ip INET NULL,
    command_id UUID NULL,
    correlation_id UUID NULL,
    payload BYTES NULL CONSTRAINT events_payload CHECK (octet_length(payload) <= 262144),
    salt BYTES NOT NULL DEFAULT uuid_v4() CONSTRAINT events_salt CHECK (octet_length(salt) = 16),
    position DECIMAL NOT NULL DEFAULT cluster_logical_timestamp() CONSTRAINT events_position CHECK (position > 0),
    in_tx_order INT8 NOT NULL DEFAULT unique_rowid(),
    live BOOL NOT NULL DEFAULT true,
    CONSTRAINT events_key PRIMARY KEY (region, tenant_id, aggregate_type, aggregate_id, sequence),
    CONSTRAINT events_payload_text CHECK (payload IS NULL OR convert_from(payload, 'UTF8') IS NOT NULL),
    UNIQUE INDEX events_stream (region, position, in_tx_order) ${index_partition} WHERE live,
    INDEX events_tenant (region, tenant_id, epoch, position, in_tx_order) ${index_partition}
) ${locality};

-- A name of the whole region (a verified domain) has tenant_id '': among tenants nobody else may hold it. Its owner is the
-- aggregate that took it, by which a tenant's names of the region are found when it moves.
CREATE TABLE IF NOT EXISTS muniment.claims (
    region ${region_type} NOT NULL,
    tenant_id STRING NOT NULL,
    kind STRING NOT NULL,
    digest BYTES NOT NULL CONSTRAINT claims_digest CHECK (octet_length(digest) = 32),
    owner STRING NOT NULL,
    CONSTRAINT claims_key PRIMARY KEY (region, tenant_id, kind, digest)
) ${locality};

-- What services put here becomes events by a mapping: the events' command is then the record's, in one transaction.
CREATE TABLE IF NOT EXISTS muniment.intake (
    region ${region_type} NOT NULL,
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    received_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    headers JSONB NULL,
    body JSONB NULL,
    state STRING NOT NULL DEFAULT 'new' CONSTRAINT intake_state CHECK (state IN ('new', 'promoted', 'rejected')),
    reason STRING NULL CONSTRAINT intake_reason CHECK (octet_length(reason) <= 1024),
    mapping STRING NULL CONSTRAINT intake_mapping CHECK (octet_length(mapping) <= 255),
    command_id UUID NULL,
    CONSTRAINT intake_key PRIMARY KEY (region, id),
    INDEX intake_received (region, received_at, id) ${index_partition},
    INDEX intake_by_state (region, state, received_at, id) ${index_partition}
) ${locality};

-- What workstations have sealed of a region, for others to compare with theirs: a row for each signed note. Notes that name
-- another root for the same origin and size are all kept, since that is the evidence. Rows are added, and nobody is given the
-- right to change or to delete one.
CREATE TABLE IF NOT EXISTS muniment.checkpoints (
    region ${region_type} NOT NULL,
    origin STRING NOT NULL CONSTRAINT checkpoints_origin CHECK (octet_length(origin) BETWEEN 1 AND 2048),
    size INT8 NOT NULL CONSTRAINT checkpoints_size CHECK (size >= 0),
    root BYTES NOT NULL CONSTRAINT checkpoints_root CHECK (octet_length(root) = 32),
    note STRING NOT NULL CONSTRAINT checkpoints_note CHECK (octet_length(note) BETWEEN 1 AND 65536),
    digest BYTES NOT NULL CONSTRAINT checkpoints_digest CHECK (octet_length(digest) = 32),
    published_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    published_by STRING NOT NULL DEFAULT session_user(),
    CONSTRAINT checkpoints_key PRIMARY KEY (region, origin, size, digest),
    INDEX checkpoints_published (region, published_at, digest) ${index_partition}
) ${locality};

-- Which workstations said that they hold a copy of what of a region. They say it again now and then, each time in a row of its own.
CREATE TABLE IF NOT EXISTS muniment.copies (
    region ${region_type} NOT NULL,
    holder STRING NOT NULL CONSTRAINT copies_holder CHECK (octet_length(holder) BETWEEN 1 AND 255),
    told_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    told_by STRING NOT NULL DEFAULT session_user(),
    workstation STRING NOT NULL CONSTRAINT copies_workstation CHECK (octet_length(workstation) <= 255),
    policy STRING NOT NULL CONSTRAINT copies_policy CHECK (octet_length(policy) <= 1048576),
    as_of STRING NULL CONSTRAINT copies_as_of CHECK (octet_length(as_of) BETWEEN 1 AND 64),
    has_ended BOOL NOT NULL DEFAULT false,
    CONSTRAINT copies_key PRIMARY KEY (region, holder, told_at)
) ${locality};

CREATE VIEW IF NOT EXISTS muniment.meta_public AS
    SELECT key, value FROM muniment.meta WHERE key <> 'claim_key';

CREATE VIEW IF NOT EXISTS muniment.event_documents AS
    SELECT region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
           recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id,
           IFERROR(convert_from(payload, 'UTF8')::JSONB, NULL) AS document, position, in_tx_order
      FROM muniment.events WHERE live;

CREATE ROLE IF NOT EXISTS muniment_auditor;
CREATE ROLE IF NOT EXISTS muniment_admin;
CREATE ROLE IF NOT EXISTS muniment_mover;

GRANT USAGE ON SCHEMA muniment TO muniment_auditor, muniment_admin, muniment_mover;
GRANT SELECT ON TABLE muniment.tenants, muniment.events, muniment.event_documents, muniment.plans, muniment.intake, muniment.meta_public, muniment.claims, muniment.checkpoints, muniment.copies TO muniment_auditor, muniment_admin, muniment_mover;
GRANT INSERT ON TABLE muniment.checkpoints, muniment.copies TO muniment_auditor, muniment_admin, muniment_mover;
GRANT SELECT ON TABLE muniment.meta TO muniment_admin, muniment_mover;
GRANT INSERT ON TABLE muniment.events TO muniment_admin;
GRANT INSERT, UPDATE ON TABLE muniment.tenants TO muniment_admin;
GRANT INSERT, DELETE ON TABLE muniment.claims TO muniment_admin;
GRANT INSERT, UPDATE, DELETE ON TABLE muniment.plans TO muniment_admin;
GRANT INSERT, UPDATE ON TABLE muniment.intake TO muniment_admin;
GRANT INSERT, DELETE ON TABLE muniment.events, muniment.claims, muniment.intake TO muniment_mover;
GRANT INSERT, UPDATE ON TABLE muniment.tenants TO muniment_mover;
