-- Read model "sessions", version 1: one row a session, since sessions are most of a log and a version for each of their
-- events would be a sixth of the file. It is there from its first event on, and of its user from then on, whenever that
-- was said; that a password was right, and that it ended, is seen as of an instant when those events are inside the
-- bounds. A session begins and ends once: what is written behind its end changes nothing.
-- In order of from_n, so a region's newest come first from the end. What a session tells of its client is in that event.
CREATE TABLE session_spans (
    from_n INTEGER PRIMARY KEY,          -- events.n of its first event
    entity INTEGER NOT NULL,             -- aggregates.code, and with it tenant and region
    user INTEGER NOT NULL,               -- aggregates.code; 0: nobody whom the file knew before it began
    authenticated INTEGER,               -- n of the first session.password.checked, less from_n
    ended INTEGER                        -- n of session.terminated, less from_n; NULL: open
);

-- How many of each run are open: asked again and again, and the rows are as many as a quarter of the log.
CREATE TABLE session_spans_open (
    run INTEGER PRIMARY KEY,             -- runs.run
    sessions INTEGER NOT NULL
);
