ALTER PARTITION "eu-west-1" OF INDEX muniment.tenants@* CONFIGURE ZONE USING constraints = '[+region=eu-west-1]', num_replicas = 3;
ALTER PARTITION "us-east-1" OF INDEX muniment.tenants@* CONFIGURE ZONE USING constraints = '[+region=us-east-1]', num_replicas = 3;
ALTER PARTITION "eu-west-1" OF INDEX muniment.events@* CONFIGURE ZONE USING constraints = '[+region=eu-west-1]', num_replicas = 3;
ALTER PARTITION "us-east-1" OF INDEX muniment.events@* CONFIGURE ZONE USING constraints = '[+region=us-east-1]', num_replicas = 3;
ALTER PARTITION "eu-west-1" OF INDEX muniment.claims@* CONFIGURE ZONE USING constraints = '[+region=eu-west-1]', num_replicas = 3;
ALTER PARTITION "us-east-1" OF INDEX muniment.claims@* CONFIGURE ZONE USING constraints = '[+region=us-east-1]', num_replicas = 3;
ALTER PARTITION "eu-west-1" OF INDEX muniment.intake@* CONFIGURE ZONE USING constraints = '[+region=eu-west-1]', num_replicas = 3;
ALTER PARTITION "us-east-1" OF INDEX muniment.intake@* CONFIGURE ZONE USING constraints = '[+region=us-east-1]', num_replicas = 3;
