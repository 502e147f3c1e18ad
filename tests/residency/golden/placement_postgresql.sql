SELECT id, name, state, epoch, moved_to FROM muniment.tenants WHERE region = $1 ORDER BY id;
WITH RECURSIVE seen AS (
    (SELECT t.tenant_id::text AS tenant_id FROM muniment.events AS t WHERE t.region = $1::text ORDER BY t.tenant_id LIMIT 1)
    UNION ALL
    SELECT (SELECT t.tenant_id::text AS tenant_id FROM muniment.events AS t WHERE t.region = $1::text AND t.tenant_id > s.tenant_id ORDER BY t.tenant_id LIMIT 1)
      FROM seen AS s WHERE s.tenant_id IS NOT NULL)
SELECT tenant_id FROM seen WHERE tenant_id IS NOT NULL;
SELECT count(*) AS rows FROM (SELECT 1 FROM muniment.claims WHERE region = $1 AND tenant_id = $2 LIMIT 10000) AS counted;
