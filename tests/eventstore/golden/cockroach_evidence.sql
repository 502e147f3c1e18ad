INSERT INTO muniment.checkpoints (region, origin, size, root, note, digest)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (region, origin, size, digest) DO NOTHING
RETURNING digest;
-- 6 values
SELECT c.published_at, c.digest, c.note, c.published_by
  FROM muniment.checkpoints AS c
 WHERE c.region = $1
 ORDER BY c.published_at, c.digest LIMIT 500;
-- 1 values
SELECT c.published_at, c.digest, c.note, c.published_by
  FROM muniment.checkpoints AS c
 WHERE c.region = $1 AND (c.published_at, c.digest) > ($2::timestamptz, $3::bytea)
 ORDER BY c.published_at, c.digest LIMIT 500;
-- 3 values
SELECT c.policy, c.has_ended, c.told_at > clock_timestamp() - interval '1 hour'
  FROM muniment.copies AS c
 WHERE c.region = $1 AND c.holder = $2 ORDER BY c.told_at DESC LIMIT 1;
-- 2 values
INSERT INTO muniment.copies (region, holder, workstation, policy, as_of, has_ended)
VALUES ($1, $2, $3, $4, $5, $6::boolean);
-- 6 values
SELECT t.holder, t.workstation, t.policy, t.as_of, t.has_ended, t.told_by, t.since, t.told_at
  FROM (SELECT s.*, min(s.told_at) OVER (PARTITION BY s.holder, s.stay) AS since,
               row_number() OVER (PARTITION BY s.holder ORDER BY s.told_at DESC) AS place
          FROM (SELECT c.*, coalesce(sum(CASE WHEN c.has_ended THEN 1 ELSE 0 END) OVER
                            (PARTITION BY c.holder ORDER BY c.told_at
                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS stay
                  FROM muniment.copies AS c
                 WHERE c.region = $1) AS s) AS t
 WHERE t.place = 1 ORDER BY t.holder;
-- 1 values
