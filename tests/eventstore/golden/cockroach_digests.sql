SELECT e.tenant_id, e.epoch::STRING, e.day::STRING, count(*)::STRING, encode(decode(sha256(string_agg(e.leaf, '\x'::BYTES ORDER BY e.position, e.in_tx_order)), 'hex'), 'hex')
  FROM (SELECT e.tenant_id, e.epoch, e.position, e.in_tx_order,
               (e.recorded_at AT TIME ZONE 'UTC')::DATE - '1970-01-01'::DATE AS day,
               decode(sha256('\x006d756e696d656e742d6576656e742f310a'::BYTES
               || decode(lpad(to_hex(octet_length(convert_to(e.tenant_id, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.tenant_id, 'UTF8')
               || decode(lpad(to_hex(e.epoch), 8, '0'), 'hex')
               || decode(lpad(to_hex(octet_length(convert_to(e.aggregate_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.aggregate_type, 'UTF8')
               || decode(lpad(to_hex(octet_length(convert_to(e.aggregate_id, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.aggregate_id, 'UTF8')
               || decode(lpad(to_hex(e.sequence), 16, '0'), 'hex')
               || e.event_id::BYTES
               || decode(lpad(to_hex(octet_length(convert_to(e.event_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.event_type, 'UTF8')
               || decode(lpad(to_hex(e.revision), 4, '0'), 'hex')
               || decode(lpad(to_hex(extract(epoch FROM date_trunc('second', e.occurred_at))::INT8 * 1000000 + extract(microsecond FROM e.occurred_at)::INT8 % 1000000), 16, '0'), 'hex')
               || decode(lpad(to_hex(extract(epoch FROM date_trunc('second', e.recorded_at))::INT8 * 1000000 + extract(microsecond FROM e.recorded_at)::INT8 % 1000000), 16, '0'), 'hex')
               || decode(lpad(to_hex(octet_length(convert_to(e.actor_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.actor_type, 'UTF8')
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || convert_to(e.actor_id, 'UTF8')), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || decode(lpad(to_hex(octet_length(convert_to(e.writer, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.writer, 'UTF8')
               || decode(lpad(to_hex(octet_length(convert_to(e.outcome, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.outcome, 'UTF8')
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || convert_to(abbrev(e.source_ip), 'UTF8')), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || e.command_id::BYTES, '\x0000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || e.correlation_id::BYTES, '\x0000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || e.payload), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || decode(lpad(to_hex(floor(e.position)::INT8), 16, '0'), 'hex') || decode(lpad(to_hex(((e.position - floor(e.position)) * 10000000000)::INT8), 8, '0'), 'hex')
               || decode(lpad(to_hex(e.in_tx_order), 16, '0'), 'hex')), 'hex') AS leaf
          FROM muniment.events@events_stream AS e
         WHERE e.region = $1 AND e.live AND (e.position, e.in_tx_order) <= ($2::DECIMAL, $3::INT8)) AS e AS OF SYSTEM TIME '1786877563585252761.0000000000'
 GROUP BY e.tenant_id, e.epoch, e.day;
-- 3 values
SELECT e.tenant_id, e.epoch::STRING, e.day::STRING, count(*)::STRING, encode(decode(sha256(string_agg(e.leaf, '\x'::BYTES ORDER BY e.position, e.in_tx_order)), 'hex'), 'hex')
  FROM (SELECT e.tenant_id, e.epoch, e.position, e.in_tx_order,
               (e.recorded_at AT TIME ZONE 'UTC')::DATE - '1970-01-01'::DATE AS day,
               decode(sha256('\x006d756e696d656e742d6576656e742f310a'::BYTES
               || decode(lpad(to_hex(octet_length(convert_to(e.tenant_id, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.tenant_id, 'UTF8')
               || decode(lpad(to_hex(e.epoch), 8, '0'), 'hex')
               || decode(lpad(to_hex(octet_length(convert_to(e.aggregate_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.aggregate_type, 'UTF8')
               || decode(lpad(to_hex(octet_length(convert_to(e.aggregate_id, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.aggregate_id, 'UTF8')
               || decode(lpad(to_hex(e.sequence), 16, '0'), 'hex')
               || e.event_id::BYTES
               || decode(lpad(to_hex(octet_length(convert_to(e.event_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.event_type, 'UTF8')
               || decode(lpad(to_hex(e.revision), 4, '0'), 'hex')
               || decode(lpad(to_hex(extract(epoch FROM date_trunc('second', e.occurred_at))::INT8 * 1000000 + extract(microsecond FROM e.occurred_at)::INT8 % 1000000), 16, '0'), 'hex')
               || decode(lpad(to_hex(extract(epoch FROM date_trunc('second', e.recorded_at))::INT8 * 1000000 + extract(microsecond FROM e.recorded_at)::INT8 % 1000000), 16, '0'), 'hex')
               || decode(lpad(to_hex(octet_length(convert_to(e.actor_type, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.actor_type, 'UTF8')
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || convert_to(e.actor_id, 'UTF8')), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || decode(lpad(to_hex(octet_length(convert_to(e.writer, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.writer, 'UTF8')
               || decode(lpad(to_hex(octet_length(convert_to(e.outcome, 'UTF8'))), 8, '0'), 'hex') || convert_to(e.outcome, 'UTF8')
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || convert_to(abbrev(e.source_ip), 'UTF8')), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || e.command_id::BYTES, '\x0000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || e.correlation_id::BYTES, '\x0000000000000000000000000000000000'::BYTES)
               || coalesce('\x01'::BYTES || decode(sha256(e.salt || e.payload), 'hex'), '\x000000000000000000000000000000000000000000000000000000000000000000'::BYTES)
               || decode(lpad(to_hex(floor(e.position)::INT8), 16, '0'), 'hex') || decode(lpad(to_hex(((e.position - floor(e.position)) * 10000000000)::INT8), 8, '0'), 'hex')
               || decode(lpad(to_hex(e.in_tx_order), 16, '0'), 'hex')), 'hex') AS leaf
          FROM muniment.events@events_stream AS e
         WHERE e.region = $1 AND e.live AND (e.position, e.in_tx_order) <= ($2::DECIMAL, $3::INT8)
           AND (e.position, e.in_tx_order) > ($4::DECIMAL, $5::INT8)
           AND e.tenant_id = ANY ($6::STRING[])) AS e AS OF SYSTEM TIME '1786877563585252761.0000000000'
 GROUP BY e.tenant_id, e.epoch, e.day;
-- 6 values
