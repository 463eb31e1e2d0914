-- What edits have changed or taken away, for links that were made before. Kept with the database and lost with it.

CREATE TABLE turn_memory (
    id           INTEGER PRIMARY KEY,  -- a later one was remembered later
    episode_slug TEXT    NOT NULL,     -- of the episode that has these links now, or had them last
    language     TEXT    NOT NULL,     -- of the body
    number       INTEGER NOT NULL,     -- of the turn then, as is the hash
    hash         TEXT    NOT NULL,
    speaker      TEXT,
    text         TEXT    NOT NULL,     -- the plain words, a paragraph a line
    characters   INTEGER NOT NULL,     -- of the text
    heir_number  INTEGER,              -- the turn that the words went to at that import; NULL where none was alike
    heir_hash    TEXT
) STRICT;

CREATE INDEX turn_memory_hash   ON turn_memory (episode_slug, hash);
CREATE INDEX turn_memory_number ON turn_memory (episode_slug, number);
CREATE INDEX turn_memory_size   ON turn_memory (id, characters);

-- A few numbers that tell which episodes say nearly the same: see EpisodeSketch. Those of an episode that is gone stay.
CREATE TABLE episode_sketch (
    mark INTEGER NOT NULL,
    slug TEXT    NOT NULL,
    PRIMARY KEY (mark, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX episode_sketch_slug ON episode_sketch (slug);

-- Addresses at which there was an episode, or whose file says so.
CREATE TABLE former_address (
    id    INTEGER PRIMARY KEY,      -- a later one was remembered later
    slug  TEXT    NOT NULL UNIQUE,
    heir  TEXT,                     -- slug of the episode that has the words now; NULL while none has them
    given INTEGER NOT NULL          -- 1: the episode's file names it
) STRICT;

CREATE INDEX former_address_heir ON former_address (heir);
