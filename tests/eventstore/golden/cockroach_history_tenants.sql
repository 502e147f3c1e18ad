INSERT INTO muniment.tenants (region, id, name, plan, epoch)
SELECT $1, t.id, t.name, t.plan, t.epoch
  FROM unnest($2::STRING[], $3::STRING[], $4::STRING[], $5::INT8[]) AS t (id, name, plan, epoch)
ON CONFLICT (region, id) DO NOTHING;
-- 5 values
