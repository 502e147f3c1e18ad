SELECT e.tenant_id, e.epoch::text, e.day::text, count(*)::text, encode(sha256(string_agg(e.leaf, '\x'::bytea ORDER BY e.position, e.in_tx_order)), 'hex')
  FROM (SELECT e.tenant_id, e.epoch, e.position, e.in_tx_order,
               (e.recorded_at AT TIME ZONE 'UTC')::date - '1970-01-01'::date AS day,
               sha256('\x006d756e696d656e742d6576656e742f310a'::bytea
               || int4send(octet_length(convert_to(e.tenant_id, 'UTF8'))) || convert_to(e.tenant_id, 'UTF8')
               || int4send(e.epoch)
               || int4send(octet_length(convert_to(e.aggregate_type, 'UTF8'))) || convert_to(e.aggregate_type, 'UTF8')
               || int4send(octet_length(convert_to(e.aggregate_id, 'UTF8'))) || convert_to(e.aggregate_id, 'UTF8')
               || int8send(e.sequence)
               || uuid_send(e.event_id)
               || int4send(octet_length(convert_to(e.event_type, 'UTF8'))) || convert_to(e.event_type, 'UTF8')
               || int2send(e.revision)
               || int8send((extract(epoch FROM e.occurred_at) * 1000000)::bigint)
               || int8send((extract(epoch FROM e.recorded_at) * 1000000)::bigint)
               || int4send(octet_length(convert_to(e.actor_type, 'UTF8'))) || convert_to(e.actor_type, 'UTF8')
               || coalesce('\x01'::bytea || sha256(e.salt || convert_to(e.actor_id, 'UTF8')), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || int4send(octet_length(convert_to(e.writer, 'UTF8'))) || convert_to(e.writer, 'UTF8')
               || int4send(octet_length(convert_to(e.outcome, 'UTF8'))) || convert_to(e.outcome, 'UTF8')
               || coalesce('\x01'::bytea || sha256(e.salt || convert_to(abbrev(e.source_ip), 'UTF8')), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || uuid_send(e.command_id), '\x0000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || uuid_send(e.correlation_id), '\x0000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || sha256(e.salt || e.payload), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || int8send(e.position) || int4send(0)
               || int8send(e.in_tx_order)) AS leaf
          FROM muniment.events AS e
         WHERE e.region = $1 AND e.live AND (e.position, e.in_tx_order) <= ($2::bigint, $3::bigint)) AS e
 GROUP BY e.tenant_id, e.epoch, e.day;
-- 3 values
SELECT e.tenant_id, e.epoch::text, e.day::text, count(*)::text, encode(sha256(string_agg(e.leaf, '\x'::bytea ORDER BY e.position, e.in_tx_order)), 'hex')
  FROM (SELECT e.tenant_id, e.epoch, e.position, e.in_tx_order,
               (e.recorded_at AT TIME ZONE 'UTC')::date - '1970-01-01'::date AS day,
               sha256('\x006d756e696d656e742d6576656e742f310a'::bytea
               || int4send(octet_length(convert_to(e.tenant_id, 'UTF8'))) || convert_to(e.tenant_id, 'UTF8')
               || int4send(e.epoch)
               || int4send(octet_length(convert_to(e.aggregate_type, 'UTF8'))) || convert_to(e.aggregate_type, 'UTF8')
               || int4send(octet_length(convert_to(e.aggregate_id, 'UTF8'))) || convert_to(e.aggregate_id, 'UTF8')
               || int8send(e.sequence)
               || uuid_send(e.event_id)
               || int4send(octet_length(convert_to(e.event_type, 'UTF8'))) || convert_to(e.event_type, 'UTF8')
               || int2send(e.revision)
               || int8send((extract(epoch FROM e.occurred_at) * 1000000)::bigint)
               || int8send((extract(epoch FROM e.recorded_at) * 1000000)::bigint)
               || int4send(octet_length(convert_to(e.actor_type, 'UTF8'))) || convert_to(e.actor_type, 'UTF8')
               || coalesce('\x01'::bytea || sha256(e.salt || convert_to(e.actor_id, 'UTF8')), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || int4send(octet_length(convert_to(e.writer, 'UTF8'))) || convert_to(e.writer, 'UTF8')
               || int4send(octet_length(convert_to(e.outcome, 'UTF8'))) || convert_to(e.outcome, 'UTF8')
               || coalesce('\x01'::bytea || sha256(e.salt || convert_to(abbrev(e.source_ip), 'UTF8')), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || uuid_send(e.command_id), '\x0000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || uuid_send(e.correlation_id), '\x0000000000000000000000000000000000'::bytea)
               || coalesce('\x01'::bytea || sha256(e.salt || e.payload), '\x000000000000000000000000000000000000000000000000000000000000000000'::bytea)
               || int8send(e.position) || int4send(0)
               || int8send(e.in_tx_order)) AS leaf
          FROM muniment.events AS e
         WHERE e.region = $1 AND e.live AND (e.position, e.in_tx_order) <= ($2::bigint, $3::bigint)
           AND (e.position, e.in_tx_order) > ($4::bigint, $5::bigint)
           AND e.tenant_id = ANY ($6::text[])) AS e
 GROUP BY e.tenant_id, e.epoch, e.day;
-- 6 values
