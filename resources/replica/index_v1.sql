-- The index of events: which events have a value, as ordinals of their run. Design §5 "One index mechanism"; keys of rows
-- are put together in models/replica/index/index_layout.h. All of it is made from the events, and made again by
-- `rebuild --only index`, in tables where `index_` is another prefix.
--
-- A chunk is 65,536 ordinals of a run. While it is not full its postings lie in index_deltas; then they move to the other
-- tables, once. A place is an ordinal's number in its chunk, two bytes, lowest first.

-- A facet's value in a full chunk: fewer than 4,096 places, or 8,192 bytes with a bit for each place.
CREATE TABLE index_facets (
    k INTEGER PRIMARY KEY,               -- facet << 59 | code << 30 | run << 16 | chunk
    body BLOB NOT NULL
);

-- Values of a key in a full chunk, one row for all that are equal modulo 256. For each value, ascending: varint of
-- twice the difference of value / 256 to that before it, plus 1 when it has several places; then their number as a
-- varint; the places.
CREATE TABLE index_keys (
    k INTEGER PRIMARY KEY,               -- key << 38 | bucket << 30 | run << 16 | chunk
    body BLOB NOT NULL
);

-- Words of a full chunk by their first two characters. For each word, ascending: varints of the bytes it shares with the
-- one before and of those it adds; these; a varint of the number of its places and they, or 0 and a varint of the number of
-- its container. A UUID is the byte 1 and its sixteen.
CREATE TABLE index_words (
    k INTEGER PRIMARY KEY,               -- as in index_keys
    body BLOB NOT NULL
);
CREATE TABLE index_word_containers (     -- of words with more than 256 places, as in index_facets
    k INTEGER PRIMARY KEY,               -- run << 32 | chunk << 16 | number
    body BLOB NOT NULL
);

-- Stretches of the chunk that is not full: postings of one facet or key as in index_keys, by the value itself.
CREATE TABLE index_deltas (
    k INTEGER PRIMARY KEY,               -- kind << 46 | run << 32 | first ordinal; kind: facet, or 16 + key
    body BLOB NOT NULL
);
