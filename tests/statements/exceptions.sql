-- Statements on regional tables that may leave their region open. Each with its reason before it; compared by shape, so
-- constants, spaces and the numbers of parameters do not matter. One that nothing sends any more fails the whole suite.

-- `schema status` asks whether the database was restored since: of all regions that the server holds, and once. An index of
-- each partition answers whether a position at or beyond the present one exists.
SELECT 1;
