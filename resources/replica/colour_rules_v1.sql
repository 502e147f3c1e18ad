-- Rules that colour the rows of the timeline; no read model, never rebuilt.
CREATE TABLE colour_rules (
    place INTEGER PRIMARY KEY,           -- the first that matches a row colours it
    name TEXT NOT NULL UNIQUE,
    filter TEXT NOT NULL,                -- in the filter language
    colour TEXT NOT NULL,                -- a name of the window's palette of row colours
    is_enabled INTEGER NOT NULL          -- 0: kept, not looked at
);
