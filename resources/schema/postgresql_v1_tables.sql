-- The tables on PostgreSQL. Run twice by the installer: for the schema itself, and for a fresh copy beside it, by which what
-- somebody changed of the first is found and put right (postgresql_v1_restore.sql). ${…} is filled in:
--   ${schema}         muniment or muniment_reference
--   ${partition_by}   PARTITION BY LIST (region), or nothing in the single layout
--   ${offset}         of positions, as meta has it

CREATE TABLE IF NOT EXISTS ${schema}.meta (key text PRIMARY KEY, value text NOT NULL);

CREATE TABLE IF NOT EXISTS ${schema}.plans (
    key  text PRIMARY KEY CONSTRAINT plans_key CHECK (octet_length(key) BETWEEN 1 AND 64),
    name text NOT NULL CONSTRAINT plans_name CHECK (octet_length(name) BETWEEN 1 AND 1024));

CREATE TABLE IF NOT EXISTS ${schema}.tenants (
    region     text NOT NULL,
    id         text NOT NULL CONSTRAINT tenants_id CHECK (octet_length(id) BETWEEN 1 AND 255),
    name       text NOT NULL CONSTRAINT tenants_name_length CHECK (octet_length(name) BETWEEN 1 AND 1024),
    plan       text NOT NULL DEFAULT 'standard',
    state      text NOT NULL DEFAULT 'active'
               CONSTRAINT tenants_state CHECK (state IN ('active', 'moving', 'fenced', 'arriving', 'moved')),
    epoch      integer NOT NULL DEFAULT 1 CONSTRAINT tenants_epoch CHECK (epoch > 0),
    moved_to   text,
    move_id    uuid, -- of the move under way, or of the last one
    move_record text CONSTRAINT tenants_move CHECK (octet_length(move_record) <= 8192), -- what it is: JSON
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT tenants_key PRIMARY KEY (region, id),
    CONSTRAINT tenants_name UNIQUE (region, name)) ${partition_by};

-- What an event's columns may hold belongs to their types: a session keeps a domain's checks ready, while those of a table
-- are read from the catalog's text anew by every statement, which would be a tenth of what an append costs.
DO $$
BEGIN
    IF to_regtype('${schema}.label') IS NULL THEN
        CREATE DOMAIN ${schema}.label AS text CONSTRAINT label_length CHECK (octet_length(VALUE) BETWEEN 1 AND 255);
        CREATE DOMAIN ${schema}.epoch AS integer CONSTRAINT epoch_positive CHECK (VALUE > 0);
        CREATE DOMAIN ${schema}.sequence_number AS bigint CONSTRAINT sequence_positive CHECK (VALUE > 0);
        CREATE DOMAIN ${schema}.instant AS timestamptz CONSTRAINT instant_finite CHECK (isfinite(VALUE));
        CREATE DOMAIN ${schema}.payload AS bytea CONSTRAINT payload_length CHECK (octet_length(VALUE) <= 262144)
            CONSTRAINT payload_text CHECK (convert_from(VALUE, 'UTF8') IS NOT NULL OR VALUE IS NULL);
        CREATE DOMAIN ${schema}.salt AS bytea CONSTRAINT salt_length CHECK (octet_length(VALUE) = 16);
    END IF;
END $$;

-- `position` stands before `recorded_at`: defaults are computed in this order, so a transaction has its id before it
-- reads the clock, and known-through never promises what may still come.
CREATE TABLE IF NOT EXISTS ${schema}.events (
    region         text NOT NULL,
    tenant_id      ${schema}.label NOT NULL,
    epoch          ${schema}.epoch NOT NULL,
    aggregate_type ${schema}.label NOT NULL,
    aggregate_id   ${schema}.label NOT NULL,
    sequence       ${schema}.sequence_number NOT NULL,
    position       bigint NOT NULL DEFAULT (pg_catalog.pg_current_xact_id()::text::bigint + ${offset}),
    in_tx_order    bigint NOT NULL DEFAULT nextval('muniment.in_tx_order'),
    event_id       uuid NOT NULL DEFAULT gen_random_uuid(),
    event_type     ${schema}.label NOT NULL,
    revision       smallint NOT NULL DEFAULT 1,
    occurred_at    ${schema}.instant NOT NULL DEFAULT clock_timestamp(),
    recorded_at    ${schema}.instant NOT NULL DEFAULT clock_timestamp(),
    actor_type     ${schema}.label NOT NULL,
    actor_id       ${schema}.label NOT NULL,
    writer         text NOT NULL DEFAULT session_user,
    outcome        ${schema}.label NOT NULL DEFAULT 'success',
    source_ip      inet,
    command_id     uuid,
    correlation_id uuid,
    payload        ${schema}.payload,
    salt           ${schema}.salt NOT NULL DEFAULT uuid_send(gen_random_uuid()),
    live           boolean NOT NULL DEFAULT true,
    CONSTRAINT events_key PRIMARY KEY (region, tenant_id, aggregate_type, aggregate_id, sequence)) ${partition_by};
CREATE UNIQUE INDEX IF NOT EXISTS events_stream ON ${schema}.events (region, position, in_tx_order) WHERE live;
-- One tenant's whole log, for who says `epoch > 0`, which is always true. Partial, because without statistics the planner
-- would take this narrower index for look-ups by primary key, and read all of the tenant's events for each.
CREATE INDEX IF NOT EXISTS events_tenant ON ${schema}.events (region, tenant_id, epoch, position, in_tx_order) WHERE epoch > 0;

-- A name of the whole region (a verified domain) has tenant_id '': among tenants nobody else may hold it. Its owner is the
-- aggregate that took it, by which a tenant's names of the region are found when it moves.
CREATE TABLE IF NOT EXISTS ${schema}.claims (
    region    text NOT NULL,
    tenant_id text NOT NULL,
    kind      text NOT NULL CONSTRAINT claims_kind CHECK (octet_length(kind) BETWEEN 1 AND 64),
    digest    bytea NOT NULL CONSTRAINT claims_digest CHECK (octet_length(digest) = 32),
    owner     text NOT NULL,
    CONSTRAINT claims_key PRIMARY KEY (region, tenant_id, kind, digest)) ${partition_by};

-- What services put here becomes events by a mapping: the events' command is then the record's, in one transaction.
CREATE TABLE IF NOT EXISTS ${schema}.intake (
    region      text NOT NULL,
    id          uuid NOT NULL DEFAULT gen_random_uuid(),
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    headers     jsonb,
    body        jsonb,
    state       text NOT NULL DEFAULT 'new' CONSTRAINT intake_state CHECK (state IN ('new', 'promoted', 'rejected')),
    reason      text CONSTRAINT intake_reason CHECK (octet_length(reason) <= 1024),
    mapping     text CONSTRAINT intake_mapping CHECK (octet_length(mapping) <= 255),
    command_id  uuid,
    CONSTRAINT intake_key PRIMARY KEY (region, id)) ${partition_by};
CREATE INDEX IF NOT EXISTS intake_received ON ${schema}.intake (region, received_at, id);
CREATE INDEX IF NOT EXISTS intake_by_state ON ${schema}.intake (region, state, received_at, id);

-- What workstations have sealed of a region, for others to compare with theirs: a row for each signed note. Notes that name
-- another root for the same origin and size are all kept, since that is the evidence. Rows are added, and nobody is given the
-- right to change or to delete one.
CREATE TABLE IF NOT EXISTS ${schema}.checkpoints (
    region       text NOT NULL,
    origin       text NOT NULL CONSTRAINT checkpoints_origin CHECK (octet_length(origin) BETWEEN 1 AND 2048),
    size         bigint NOT NULL CONSTRAINT checkpoints_size CHECK (size >= 0),
    root         bytea NOT NULL CONSTRAINT checkpoints_root CHECK (octet_length(root) = 32),
    note         text NOT NULL CONSTRAINT checkpoints_note CHECK (octet_length(note) BETWEEN 1 AND 65536),
    digest       bytea NOT NULL CONSTRAINT checkpoints_digest CHECK (octet_length(digest) = 32), -- SHA-256 of the note
    published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_by text NOT NULL DEFAULT session_user,
    CONSTRAINT checkpoints_key PRIMARY KEY (region, origin, size, digest)) ${partition_by};
CREATE INDEX IF NOT EXISTS checkpoints_published ON ${schema}.checkpoints (region, published_at, digest);

-- Which workstations said that they hold a copy of what of a region. They say it again now and then, each time in a row of its own.
CREATE TABLE IF NOT EXISTS ${schema}.copies (
    region      text NOT NULL,
    holder      text NOT NULL CONSTRAINT copies_holder CHECK (octet_length(holder) BETWEEN 1 AND 255),
    told_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    told_by     text NOT NULL DEFAULT session_user,
    workstation text NOT NULL CONSTRAINT copies_workstation CHECK (octet_length(workstation) <= 255),
    policy      text NOT NULL CONSTRAINT copies_policy CHECK (octet_length(policy) <= 1048576), -- what it may hold: JSON
    as_of       text CONSTRAINT copies_as_of CHECK (octet_length(as_of) BETWEEN 1 AND 64), -- POSITION:IN_TX_ORDER
    has_ended   boolean NOT NULL DEFAULT false,
    CONSTRAINT copies_key PRIMARY KEY (region, holder, told_at)) ${partition_by};
