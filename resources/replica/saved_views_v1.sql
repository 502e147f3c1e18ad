-- What a person keeps in the file beside the events; no read model, never rebuilt.
CREATE TABLE saved_views (
    place INTEGER PRIMARY KEY,           -- order in the navigation
    name TEXT NOT NULL UNIQUE,
    filter TEXT NOT NULL,                -- in the filter language
    columns TEXT NOT NULL                -- the list's columns; '': as they are
);
