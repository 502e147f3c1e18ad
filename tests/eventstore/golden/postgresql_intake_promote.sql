UPDATE muniment.intake AS i SET state = 'promoted', mapping = $2, command_id = $3::uuid
 WHERE i.region = $1 AND i.state = 'new'
   AND i.id IN (SELECT r.id::uuid FROM unnest($4::text[]) AS r (id));
-- 4 values
