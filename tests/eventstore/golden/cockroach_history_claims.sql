DELETE FROM muniment.claims AS held
 WHERE held.region = $1
   AND (held.tenant_id, held.kind, held.digest, held.owner) IN
       (SELECT c.tenant_id, c.kind, c.digest, c.owner FROM unnest($2::STRING[], $3::STRING[], $4::BYTES[], $5::STRING[]) AS c (tenant_id, kind, digest, owner));
-- 5 values
INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
SELECT $1, c.tenant_id, c.kind, c.digest, c.owner
  FROM unnest($2::STRING[], $3::STRING[], $4::BYTES[], $5::STRING[]) AS c (tenant_id, kind, digest, owner);
-- 5 values
