-- An embedded store as version 1 of its schema left it: two regions, two organizations, a user with a name that is taken.
-- It stays as it is, whatever later versions do: stores like it are on people's disks.
PRAGMA journal_mode = WAL;
BEGIN;
PRAGMA application_id = 1299541605;
PRAGMA user_version = 1;

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE log (last_position INTEGER NOT NULL, last_order INTEGER NOT NULL) STRICT;
INSERT INTO log VALUES (0, 0);

CREATE TABLE regions (r INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE tenants (
    region INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, plan TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'moving', 'fenced', 'arriving', 'moved')),
    epoch INTEGER NOT NULL, moved_to TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL,
    PRIMARY KEY (region, id), UNIQUE (region, name)) STRICT, WITHOUT ROWID;

CREATE TABLE aggregates (
    a INTEGER PRIMARY KEY, region INTEGER NOT NULL, tenant_id TEXT NOT NULL, type TEXT NOT NULL, id TEXT NOT NULL,
    UNIQUE (region, tenant_id, type, id)) STRICT;

CREATE TABLE events (
    n INTEGER PRIMARY KEY, position INTEGER NOT NULL,
    region INTEGER NOT NULL, epoch INTEGER NOT NULL, aggregate INTEGER NOT NULL, sequence INTEGER NOT NULL,
    event_id BLOB NOT NULL, event_type TEXT NOT NULL, revision INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    actor_type TEXT NOT NULL, actor_id TEXT NOT NULL, writer TEXT NOT NULL, outcome TEXT NOT NULL, source_ip TEXT,
    command_id BLOB, correlation_id BLOB, payload BLOB, salt BLOB NOT NULL) STRICT;
CREATE INDEX events_stream ON events (region);
CREATE UNIQUE INDEX events_sequence ON events (aggregate, sequence);

CREATE TABLE claims (
    region INTEGER NOT NULL, tenant_id TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL, owner TEXT NOT NULL,
    PRIMARY KEY (region, tenant_id, kind, digest)) STRICT, WITHOUT ROWID;

INSERT INTO meta VALUES
    ('installation', '6f1c5b0e-1d2f-4c3a-8b4d-000000000001'),
    ('system_identifier', '6f1c5b0e-1d2f-4c3a-8b4d-000000000002'),
    ('claim_key', '6f1c5b0e-1d2f-4c3a-8b4d-0000000000036f1c5b0e-1d2f-4c3a-8b4d-000000000004');
UPDATE log SET last_position = 4, last_order = 5;
INSERT INTO regions VALUES (1, 'eu-west-1'), (2, 'us-east-1');
INSERT INTO tenants VALUES
    (1, 'acme', 'Acme', 'standard', 'active', 1, '', 1735689601000000),
    (2, 'elsewhere', 'Elsewhere', 'free', 'active', 1, '', 1735689605000000);
INSERT INTO aggregates VALUES
    (1, 1, 'acme', 'org', 'acme'), (2, 1, 'acme', 'user', 'ann'), (3, 2, 'elsewhere', 'org', 'elsewhere');
INSERT INTO claims VALUES (1, 'acme', 'user_name', x'4f9a484a120bfd9fcbf2d4c4345587e69271c76b25c7fc66812b2472af554cc3', 'ann');
INSERT INTO events VALUES
    (1, 1, 1, 1, 1, 1, x'000000000000000000000000000000e1', 'org.added', 1, 1735689601000000, 1735689601500000,
     'user', 'petra', 'app', 'succeeded', NULL, x'000000000000000000000000000000d1', NULL, CAST('{"name":"Acme"}' AS BLOB), x'000000000000000000000000000000a1'),
    (2, 2, 1, 1, 2, 1, x'000000000000000000000000000000e2', 'user.human.added', 1, 1735689602000000, 1735689602500000,
     'user', 'petra', 'app', 'succeeded', NULL, x'000000000000000000000000000000d2', NULL, CAST('{"userName":"ann"}' AS BLOB), x'000000000000000000000000000000a2'),
    (3, 2, 1, 1, 2, 2, x'000000000000000000000000000000e3', 'user.human.email.changed', 1, 1735689603000000, 1735689603500000,
     'user', 'petra', 'app', 'succeeded', '10.0.0.7', x'000000000000000000000000000000d2', x'000000000000000000000000000000c3', CAST('{"email":"ann@acme.example"}' AS BLOB), x'000000000000000000000000000000a3'),
    (4, 3, 1, 1, 2, 3, x'000000000000000000000000000000e4', 'user.locked', 1, 1735689604000000, 1735689604500000,
     'user', 'petra', 'app', 'succeeded', NULL, x'000000000000000000000000000000d3', NULL, NULL, x'000000000000000000000000000000a4'),
    (5, 4, 2, 1, 3, 1, x'000000000000000000000000000000e5', 'org.added', 1, 1735689605000000, 1735689605500000,
     'user', 'petra', 'app', 'succeeded', NULL, x'000000000000000000000000000000d4', NULL, CAST('{"name":"Elsewhere"}' AS BLOB), x'000000000000000000000000000000a5');
COMMIT;
