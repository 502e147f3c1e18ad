CREATE SCHEMA IF NOT EXISTS muniment;
CREATE TABLE IF NOT EXISTS muniment.meta (
    key STRING PRIMARY KEY,
    value STRING NOT NULL
) LOCALITY GLOBAL;
CREATE TABLE IF NOT EXISTS muniment.plans (
    key STRING PRIMARY KEY,
    name STRING NOT NULL
) LOCALITY GLOBAL;
CREATE TABLE IF NOT EXISTS muniment.tenants (
    region crdb_internal_region NOT NULL,
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
    UNIQUE INDEX tenants_name (region, name)
) LOCALITY REGIONAL BY ROW AS region;
CREATE TABLE IF NOT EXISTS muniment.events (
    region crdb_internal_region NOT NULL,
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
    UNIQUE INDEX events_stream (region, position, in_tx_order)  WHERE live,
    INDEX events_tenant (region, tenant_id, epoch, position, in_tx_order)
) LOCALITY REGIONAL BY ROW AS region;
CREATE TABLE IF NOT EXISTS muniment.claims (
    region crdb_internal_region NOT NULL,
    tenant_id STRING NOT NULL,
    kind STRING NOT NULL,
    digest BYTES NOT NULL CONSTRAINT claims_digest CHECK (octet_length(digest) = 32),
    owner STRING NOT NULL,
    CONSTRAINT claims_key PRIMARY KEY (region, tenant_id, kind, digest)
) LOCALITY REGIONAL BY ROW AS region;
CREATE TABLE IF NOT EXISTS muniment.intake (
    region crdb_internal_region NOT NULL,
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    received_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    headers JSONB NULL,
    body JSONB NULL,
    state STRING NOT NULL DEFAULT 'new' CONSTRAINT intake_state CHECK (state IN ('new', 'promoted', 'rejected')),
    reason STRING NULL CONSTRAINT intake_reason CHECK (octet_length(reason) <= 1024),
    mapping STRING NULL CONSTRAINT intake_mapping CHECK (octet_length(mapping) <= 255),
    command_id UUID NULL,
    CONSTRAINT intake_key PRIMARY KEY (region, id),
    INDEX intake_received (region, received_at, id) ,
    INDEX intake_by_state (region, state, received_at, id)
) LOCALITY REGIONAL BY ROW AS region;
CREATE TABLE IF NOT EXISTS muniment.checkpoints (
    region crdb_internal_region NOT NULL,
    origin STRING NOT NULL CONSTRAINT checkpoints_origin CHECK (octet_length(origin) BETWEEN 1 AND 2048),
    size INT8 NOT NULL CONSTRAINT checkpoints_size CHECK (size >= 0),
    root BYTES NOT NULL CONSTRAINT checkpoints_root CHECK (octet_length(root) = 32),
    note STRING NOT NULL CONSTRAINT checkpoints_note CHECK (octet_length(note) BETWEEN 1 AND 65536),
    digest BYTES NOT NULL CONSTRAINT checkpoints_digest CHECK (octet_length(digest) = 32),
    published_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    published_by STRING NOT NULL DEFAULT session_user(),
    CONSTRAINT checkpoints_key PRIMARY KEY (region, origin, size, digest),
    INDEX checkpoints_published (region, published_at, digest)
) LOCALITY REGIONAL BY ROW AS region;
CREATE TABLE IF NOT EXISTS muniment.copies (
    region crdb_internal_region NOT NULL,
    holder STRING NOT NULL CONSTRAINT copies_holder CHECK (octet_length(holder) BETWEEN 1 AND 255),
    told_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    told_by STRING NOT NULL DEFAULT session_user(),
    workstation STRING NOT NULL CONSTRAINT copies_workstation CHECK (octet_length(workstation) <= 255),
    policy STRING NOT NULL CONSTRAINT copies_policy CHECK (octet_length(policy) <= 1048576),
    as_of STRING NULL CONSTRAINT copies_as_of CHECK (octet_length(as_of) BETWEEN 1 AND 64),
    has_ended BOOL NOT NULL DEFAULT false,
    CONSTRAINT copies_key PRIMARY KEY (region, holder, told_at)
) LOCALITY REGIONAL BY ROW AS region;
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
