SELECT (cluster_logical_timestamp() - 1000000000)::STRING;
