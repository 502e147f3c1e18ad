SELECT e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, abbrev(e.source_ip), e.command_id, e.correlation_id, e.payload, e.salt, e.position::STRING, e.in_tx_order, e.committed::STRING
  FROM (SELECT e.*, e.crdb_internal_mvcc_timestamp AS committed, coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.position, e.in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS bytes_before
          FROM muniment.events@events_stream AS e
         WHERE e.region = $1 AND e.live
           AND e.tenant_id = ANY ($4::STRING[])
           AND e.position <= $2::DECIMAL
         ORDER BY e.position, e.in_tx_order
         LIMIT $3::INT8) AS e AS OF SYSTEM TIME '1786877563585252761.0000000000'
 WHERE e.bytes_before < 16777216
 ORDER BY e.position, e.in_tx_order;
-- 4 values
SELECT e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, abbrev(e.source_ip), e.command_id, e.correlation_id, e.payload, e.salt, e.position::STRING, e.in_tx_order, e.committed::STRING
  FROM (SELECT e.*, e.crdb_internal_mvcc_timestamp AS committed, coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.position, e.in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS bytes_before
          FROM muniment.events@events_stream AS e
         WHERE e.region = $1 AND e.live
           AND (e.position, e.in_tx_order) > ($4::DECIMAL, $5::INT8)
           AND e.tenant_id NOT IN (SELECT t.id FROM muniment.tenants AS t WHERE t.region = $1 AND t.state = 'moved' AND t.moved_to <> ALL ($6::STRING[]) AND t.id <> ALL ($7::STRING[]))
           AND e.position <= $2::DECIMAL
         ORDER BY e.position, e.in_tx_order
         LIMIT $3::INT8) AS e AS OF SYSTEM TIME '1786877563585252761.0000000000'
 WHERE e.bytes_before < 16777216
 ORDER BY e.position, e.in_tx_order;
-- 7 values
SELECT e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, abbrev(e.source_ip), e.command_id, e.correlation_id, e.payload, e.salt, e.position::STRING, e.in_tx_order, e.committed::STRING
  FROM (SELECT e.*, e.crdb_internal_mvcc_timestamp AS committed, coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.position, e.in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS bytes_before
          FROM muniment.events@events_stream AS e
         WHERE e.region = $1 AND e.live
           AND (e.position, e.in_tx_order) > ($4::DECIMAL, $5::INT8)
           AND e.tenant_id NOT IN (SELECT t.id FROM muniment.tenants AS t WHERE t.region = $1 AND t.state = 'moved' AND t.moved_to = ANY ($6::STRING[]) AND t.id <> ALL ($7::STRING[]))
           AND e.position <= $2::DECIMAL
         ORDER BY e.position, e.in_tx_order
         LIMIT $3::INT8) AS e AS OF SYSTEM TIME '1786877563585252761.0000000000'
 WHERE e.bytes_before < 16777216
 ORDER BY e.position, e.in_tx_order;
-- 7 values
