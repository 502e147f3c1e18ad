-- What a person wrote beside the events, and which secrets were looked at; no read model, never rebuilt.
-- meta's 'annotation_generation' counts the changes of the first two tables.
CREATE TABLE annotations (
    n INTEGER PRIMARY KEY,               -- the event
    is_bookmarked INTEGER NOT NULL,
    note TEXT NOT NULL,                  -- '': none
    author TEXT NOT NULL,                -- who changed it last, and when
    changed_at INTEGER NOT NULL
);
CREATE TABLE annotation_tags (
    n INTEGER NOT NULL,                  -- has a row in annotations
    tag TEXT NOT NULL,                   -- normalizedTag()
    PRIMARY KEY (n, tag)
) WITHOUT ROWID;
CREATE TABLE disclosures (               -- rows are only ever added
    id INTEGER PRIMARY KEY,
    n INTEGER NOT NULL,
    field TEXT NOT NULL,                 -- path in the payload
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    shown_at INTEGER NOT NULL
);
CREATE INDEX disclosures_by_event ON disclosures (n);
