SELECT event_id::STRING, position::STRING, in_tx_order::STRING FROM muniment.events
 WHERE region = $1 AND tenant_id = $2 AND aggregate_type = $3 AND aggregate_id = $4 AND sequence = $5::INT8;
-- 5 values
