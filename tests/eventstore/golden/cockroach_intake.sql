SELECT i.id, i.received_at, i.headers::text, i.body::text, i.state, i.reason, i.mapping, i.command_id, true, 1::int8
  FROM muniment.intake AS i WHERE i.region = $1 AND i.id = $2::uuid;
-- 2 values
SELECT i.state, count(*) FROM muniment.intake AS i WHERE i.region = $1 GROUP BY i.state;
-- 1 values
INSERT INTO muniment.intake (region, headers, body) VALUES ($1, $2::jsonb, $3::jsonb)
RETURNING id;
-- 3 values
SELECT r.id, coalesce(i.state, 'missing')
  FROM unnest($2::text[]) AS r (id)
  LEFT JOIN muniment.intake AS i ON i.region = $1 AND i.id = r.id::uuid
 WHERE coalesce(i.state, 'missing') <> 'new' LIMIT 1;
-- 2 values
UPDATE muniment.intake AS i SET state = 'rejected', reason = $2
 WHERE i.region = $1 AND i.state = 'new'
   AND i.id IN (SELECT r.id::uuid FROM unnest($3::text[]) AS r (id));
-- 3 values
