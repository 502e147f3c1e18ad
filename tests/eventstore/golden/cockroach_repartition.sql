ALTER TABLE muniment.tenants PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.events PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.claims PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER TABLE muniment.intake PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.tenants@tenants_name PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.events@events_stream PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
ALTER INDEX muniment.events@events_tenant PARTITION BY LIST (region) (PARTITION "eu-west-1" VALUES IN ('eu-west-1'), PARTITION "us-east-1" VALUES IN ('us-east-1'), PARTITION elsewhere VALUES IN (DEFAULT));
