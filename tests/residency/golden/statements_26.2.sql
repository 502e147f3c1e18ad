-- questions
SELECT current_database() AS database;
SELECT (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS installation,
       (SELECT value FROM muniment.meta_public WHERE key = 'schema_version') AS schema_version;
SHOW LOCALITY;
SHOW CLUSTER SETTING version;
SELECT region, zones FROM [SHOW REGIONS FROM CLUSTER] ORDER BY region;
SHOW REGIONS FROM DATABASE "iam";
SHOW SURVIVAL GOAL FROM DATABASE "iam";
SHOW SUPER REGIONS FROM DATABASE "iam";
SHOW CREATE DATABASE "a""b";
SELECT table_name, locality FROM [SHOW TABLES FROM muniment] WHERE type = 'table' ORDER BY table_name;
SHOW PARTITIONS FROM TABLE muniment."events";
SHOW ZONE CONFIGURATION FROM DATABASE "iam";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."events"@"events_key";
SELECT job_id, job_type, description, status, running_status, fraction_completed, error, created
  FROM [SHOW JOBS] WHERE job_type LIKE '%SCHEMA CHANGE%' ORDER BY created DESC;
SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::INT8 AS now,
       cluster_logical_timestamp()::STRING AS horizon;
SELECT id FROM muniment.tenants WHERE region = $1 LIMIT 1;
SHOW RANGE FROM INDEX muniment."events"@"events_key" FOR ROW ('eu', 'o''ne', -7, '\x00ff'::BYTES);
SHOW RANGE FROM INDEX muniment."events"@"events_key" FOR ROW ('eu'::crdb_internal_region, 'o''ne', -7, '\x00ff'::BYTES);

-- add
ALTER DATABASE "iam" ADD REGION IF NOT EXISTS "sa";
--   holds: regionNameUsable sa
--   holds: regionInCluster sa
--   holds: databaseHasRegions 
--   holds: regionNotInDatabase sa
--   holds: noJobUnderWay 
--   warning: copiesEverywhere

-- drop
ALTER DATABASE "iam" DROP REGION IF EXISTS "us";
--   holds: regionInDatabase us
--   holds: notPrimary us
--   holds: notSecondary us
--   holds: notInSuperRegion 
--   holds: keepsThreeRegions 3
--   holds: noJobUnderWay 
--   warning: dropIsAJob

-- primary
ALTER DATABASE "iam" SET PRIMARY REGION "us";
--   holds: regionNameUsable us
--   holds: regionInDatabase us
--   holds: noJobUnderWay 

-- secondary
ALTER DATABASE "iam" SET SECONDARY REGION "us";
--   holds: databaseHasRegions 
--   holds: regionInDatabase us
--   holds: notPrimary us
--   holds: noJobUnderWay 
--   warning: secondaryServesNoRows

-- no secondary
ALTER DATABASE "iam" DROP SECONDARY REGION;
--   holds: databaseHasRegions 
--   holds: noJobUnderWay 

-- survive zone
ALTER DATABASE "iam" SURVIVE ZONE FAILURE;
--   holds: databaseHasRegions 
--   holds: noJobUnderWay 

-- survive region
ALTER DATABASE "iam" SURVIVE REGION FAILURE;
--   holds: databaseHasRegions 
--   holds: hasThreeRegions 3
--   holds: notRestricted 
--   holds: noJobUnderWay 
--   warning: copiesEverywhere

-- restricted
SET enable_multiregion_placement_policy = on;
ALTER DATABASE "iam" PLACEMENT RESTRICTED;
--   holds: databaseHasRegions 
--   holds: survivesZoneOnly 
--   holds: noJobUnderWay 
--   warning: restrictedNotRecommended
--   warning: globalTablesEverywhere

-- default
SET enable_multiregion_placement_policy = on;
ALTER DATABASE "iam" PLACEMENT DEFAULT;
--   holds: databaseHasRegions 
--   holds: noJobUnderWay 
--   warning: copiesEverywhere

-- super region
ALTER DATABASE "iam" ADD SUPER REGION "europe" VALUES "eu", "us";
--   holds: databaseHasRegions 
--   holds: regionInDatabase eu
--   holds: notInSuperRegion 
--   holds: regionInDatabase us
--   holds: notInSuperRegion 
--   holds: superRegionsHaveThree europe
--   holds: noJobUnderWay 
--   warning: globalTablesEverywhere

-- no super region
ALTER DATABASE "iam" DROP SUPER REGION "europe";
--   holds: databaseHasRegions 
--   holds: noJobUnderWay 

-- by row
ALTER TABLE muniment."events" SET (schema_locked = false);
ALTER TABLE muniment."events" SET LOCALITY REGIONAL BY ROW AS region;
ALTER TABLE muniment."events" SET (schema_locked = true);
--   holds: databaseHasRegions 
--   holds: tableKnown events
--   holds: noJobUnderWay 
--   warning: everyTableIsRewritten

-- by table
ALTER TABLE muniment."events" SET (schema_locked = false);
ALTER TABLE muniment."events" SET LOCALITY REGIONAL BY TABLE;
ALTER TABLE muniment."events" SET (schema_locked = true);
--   holds: databaseHasRegions 
--   holds: tableKnown events
--   holds: noJobUnderWay 
--   warning: everyTableIsRewritten

-- global
ALTER TABLE muniment."plans" SET (schema_locked = false);
ALTER TABLE muniment."plans" SET LOCALITY GLOBAL;
ALTER TABLE muniment."plans" SET (schema_locked = true);
--   holds: databaseHasRegions 
--   holds: tableKnown plans
--   holds: noJobUnderWay 
--   warning: globalTablesEverywhere
--   warning: everyTableIsRewritten

-- no non-voters
ALTER DATABASE "iam" ALTER LOCALITY REGIONAL CONFIGURE ZONE USING num_replicas = 3;
--   holds: versionHasIt CockroachDB v26.2.0
--   holds: databaseHasRegions 
--   warning: globalTablesEverywhere

-- by list
ALTER TABLE muniment.tenants SET (schema_locked = false);
ALTER TABLE muniment.events SET (schema_locked = false);
ALTER TABLE muniment.claims SET (schema_locked = false);
ALTER TABLE muniment.intake SET (schema_locked = false);
ALTER TABLE muniment.checkpoints SET (schema_locked = false);
ALTER TABLE muniment.copies SET (schema_locked = false);
ALTER TABLE muniment.tenants PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.events PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.claims PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.intake PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.checkpoints PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.copies PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.tenants@tenants_name PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.events@events_stream PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.events@events_tenant PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.intake@intake_received PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.intake@intake_by_state PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.checkpoints@checkpoints_published PARTITION BY LIST (region) (PARTITION "eu" VALUES IN ('eu'), PARTITION "us" VALUES IN ('us'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.tenants SET (schema_locked = true);
ALTER TABLE muniment.events SET (schema_locked = true);
ALTER TABLE muniment.claims SET (schema_locked = true);
ALTER TABLE muniment.intake SET (schema_locked = true);
ALTER TABLE muniment.checkpoints SET (schema_locked = true);
ALTER TABLE muniment.copies SET (schema_locked = true);
ALTER PARTITION "eu" OF INDEX muniment.tenants@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.tenants@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
ALTER PARTITION "eu" OF INDEX muniment.events@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.events@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
ALTER PARTITION "eu" OF INDEX muniment.claims@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.claims@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
ALTER PARTITION "eu" OF INDEX muniment.intake@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.intake@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
ALTER PARTITION "eu" OF INDEX muniment.checkpoints@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.checkpoints@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
ALTER PARTITION "eu" OF INDEX muniment.copies@* CONFIGURE ZONE USING constraints = '[+region=eu]', num_replicas = 3;
ALTER PARTITION "us" OF INDEX muniment.copies@* CONFIGURE ZONE USING constraints = '[+region=us]', num_replicas = 3;
--   FAILS: hasNoDatabaseRegions 
--   holds: regionNameUsable eu
--   holds: regionInCluster eu
--   holds: regionNameUsable us
--   holds: regionInCluster us
--   holds: noJobUnderWay 
--   warning: everyTableIsRewritten
