SELECT (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS installation,
       (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS system;
SELECT current_database() AS database;
SELECT region, zones FROM [SHOW REGIONS FROM CLUSTER] ORDER BY region;
SHOW REGIONS FROM DATABASE "movr";
SHOW SURVIVAL GOAL FROM DATABASE "movr";
SHOW CREATE DATABASE "movr";
SHOW SUPER REGIONS FROM DATABASE "movr";
SELECT table_name, locality FROM [SHOW TABLES FROM muniment] WHERE type = 'table' ORDER BY table_name;
SHOW ZONE CONFIGURATION FROM DATABASE "movr";
SELECT job_id, job_type, statement AS description, status, running_status, fraction_completed, error, created
  FROM [SHOW JOBS] WHERE job_type LIKE '%SCHEMA CHANGE%' ORDER BY created DESC;
SELECT id, name, state, epoch, moved_to FROM muniment.tenants AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1 ORDER BY id;
SELECT DISTINCT tenant_id FROM muniment.events AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1;
SELECT DISTINCT tenant_id FROM muniment.claims AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1;
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."tenants"@"tenants_key";
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."tenants"@"tenants_name";
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."events"@"events_key";
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."events"@"events_stream";
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."events"@"events_tenant";
SHOW ZONE CONFIGURATION FROM PARTITION "us-east" OF INDEX muniment."claims"@"claims_key";
SHOW RANGE FROM INDEX muniment."tenants"@"tenants_key" FOR ROW ('us-east', 'acme');
SHOW RANGE FROM INDEX muniment."tenants"@"tenants_name" FOR ROW ('us-east', 'Acme');
SELECT aggregate_type, aggregate_id, sequence::STRING AS sequence, epoch::STRING AS epoch,
       position::STRING AS position, in_tx_order::STRING AS in_tx_order, live
  FROM muniment.events AS OF SYSTEM TIME follower_read_timestamp()
 WHERE region = $1 AND tenant_id = $2 ORDER BY aggregate_type, aggregate_id, sequence LIMIT 3;
SHOW RANGE FROM INDEX muniment."events"@"events_key" FOR ROW ('us-east', 'acme', 'user', 'ann', 1);
SHOW RANGE FROM INDEX muniment."events"@"events_stream" FOR ROW ('us-east', 1786877563585252761.0000000000, 9);
SHOW RANGE FROM INDEX muniment."events"@"events_tenant" FOR ROW ('us-east', 'acme', 1, 1786877563585252761.0000000000, 9, 'user', 'ann', 1);
SELECT kind, encode(digest, 'hex') AS digest
  FROM muniment.claims AS OF SYSTEM TIME follower_read_timestamp()
 WHERE region = $1 AND tenant_id = $2 ORDER BY kind, digest LIMIT 1;
SHOW RANGE FROM INDEX muniment."claims"@"claims_key" FOR ROW ('us-east', 'acme', 'user_name', '\x00ff'::BYTES);
