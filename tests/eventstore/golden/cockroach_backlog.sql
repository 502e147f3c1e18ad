SELECT count(*) FROM (SELECT 1 FROM muniment.events@events_stream AS e WHERE e.region = $1 AND e.live
   AND (e.position, e.in_tx_order) > ($2::DECIMAL, $3::INT8) LIMIT $4::INT8) AS counted AS OF SYSTEM TIME '1786877563585252761.0000000000';
-- 4 values
