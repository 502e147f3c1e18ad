-- Commands that a person has collected and not sent yet, as lines of JSON (models/commands/command_text.h). No read
-- model, never rebuilt.
CREATE TABLE staged_changes (
    place INTEGER PRIMARY KEY,           -- order in which they are sent
    id BLOB NOT NULL UNIQUE,             -- 16 bytes, drawn when it was staged
    line TEXT NOT NULL
);
