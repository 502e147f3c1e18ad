INSERT INTO muniment.plans (key, name) VALUES ($1, $2)
ON CONFLICT (key) DO UPDATE SET name = excluded.name;
-- 2 values
DELETE FROM muniment.plans WHERE key = $1;
-- 1 values
