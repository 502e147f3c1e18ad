SELECT i.id, i.received_at, i.headers::text, i.body::text, i.state, i.reason, i.mapping, i.command_id, i.is_asked_for, i.place
  FROM (SELECT w.*, true AS is_asked_for,
               row_number() OVER (ORDER BY w.received_at, w.id) AS place
          FROM (SELECT w.* FROM muniment.intake AS w
                 WHERE w.region = $1
                 ORDER BY w.received_at, w.id LIMIT 200) AS w) AS i
 WHERE i.is_asked_for OR i.place = 200
 ORDER BY i.received_at, i.id LIMIT 201;
-- 1 values
SELECT i.id, i.received_at, i.headers::text, i.body::text, i.state, i.reason, i.mapping, i.command_id, i.is_asked_for, i.place
  FROM (SELECT w.*, coalesce(strpos(lower(w.headers::text), lower($5::text)) > 0, false) OR coalesce(strpos(lower(w.body::text), lower($5::text)) > 0, false) AS is_asked_for,
               row_number() OVER (ORDER BY w.received_at DESC, w.id DESC) AS place
          FROM (SELECT w.* FROM muniment.intake AS w
                 WHERE w.region = $1 AND w.state = $2 AND (w.received_at, w.id) < ($3::timestamptz, $4::uuid)
                 ORDER BY w.received_at DESC, w.id DESC LIMIT 10000) AS w) AS i
 WHERE i.is_asked_for OR i.place = 10000
 ORDER BY i.received_at DESC, i.id DESC LIMIT 201;
-- 5 values
