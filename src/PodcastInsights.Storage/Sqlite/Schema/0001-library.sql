-- Episodes, their editions and their words. Derived from the library folder: nothing here is the only copy of anything.

CREATE TABLE episode (
    id               INTEGER PRIMARY KEY,
    slug             TEXT    NOT NULL UNIQUE,
    content_hash     TEXT    NOT NULL,
    titles           TEXT    NOT NULL,  -- JSON object, title by language
    show             TEXT,
    guests           TEXT    NOT NULL,  -- JSON array of names
    topics           TEXT    NOT NULL,  -- JSON array, as written
    published_on     TEXT,              -- yyyy-mm-dd
    duration_seconds INTEGER,
    media_url        TEXT,
    last_start_ms    INTEGER,           -- latest time in the default edition
    turn_count       INTEGER NOT NULL,
    word_count       INTEGER NOT NULL,
    sources          TEXT    NOT NULL,  -- JSON array of {language, path}, the default edition first
    title_key        TEXT    NOT NULL,  -- the default title, folded
    name_keys        TEXT    NOT NULL,  -- all titles and guests, folded, one a line
    undated_title    TEXT    GENERATED ALWAYS AS (CASE WHEN published_on     IS NULL THEN title_key  END) VIRTUAL,
    unmeasured_words INTEGER GENERATED ALWAYS AS (CASE WHEN duration_seconds IS NULL THEN word_count END) VIRTUAL
) STRICT;

CREATE INDEX episode_newest  ON episode (published_on DESC, undated_title, slug);
CREATE INDEX episode_title   ON episode (title_key, slug);
CREATE INDEX episode_media   ON episode (media_url) WHERE media_url IS NOT NULL;
CREATE INDEX episode_longest ON episode (duration_seconds DESC, unmeasured_words DESC, slug);

CREATE TABLE episode_topic (
    topic_slug TEXT    NOT NULL,
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,  -- as written
    PRIMARY KEY (topic_slug, episode_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX episode_topic_episode ON episode_topic (episode_id);

-- What only the episode's own page shows, kept out of the rows that lists read.
CREATE TABLE episode_detail (
    episode_id  INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    about       TEXT NOT NULL,  -- JSON object, text by language
    description TEXT,
    diagnostics TEXT NOT NULL   -- JSON array, of all editions
) STRICT;

-- Turns, once for all editions that hold the same ones.
CREATE TABLE body (
    id         INTEGER PRIMARY KEY,
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,  -- from 0, the default edition's
    language   TEXT    NOT NULL,  -- of the first edition that has it
    UNIQUE (episode_id, ordinal)
) STRICT;

CREATE TABLE edition (
    id         INTEGER PRIMARY KEY,
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    language   TEXT    NOT NULL,
    ordinal    INTEGER NOT NULL,  -- from 0, the default edition
    body_id    INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    speakers   TEXT    NOT NULL,  -- JSON arrays
    takeaways  TEXT    NOT NULL,
    sponsors   TEXT    NOT NULL,
    notes      TEXT    NOT NULL,
    UNIQUE (episode_id, language)
) STRICT;

CREATE INDEX edition_body ON edition (body_id);

CREATE TABLE turn (
    id               INTEGER PRIMARY KEY,
    body_id          INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    number           INTEGER NOT NULL,  -- from 1
    hash             TEXT    NOT NULL,  -- of its first words: see TurnId
    speaker          TEXT,
    speaker_slug     TEXT,
    speaker_inferred INTEGER NOT NULL,
    start_ms         INTEGER,
    excerpt          TEXT    NOT NULL,  -- no longer read nor written
    language         TEXT    NOT NULL,  -- of the opening words
    UNIQUE (body_id, number)
) STRICT;

CREATE INDEX turn_hash    ON turn (body_id, hash, number);
CREATE INDEX turn_speaker ON turn (speaker_slug, body_id, number) WHERE speaker_slug IS NOT NULL;

CREATE TABLE paragraph (
    id       INTEGER PRIMARY KEY,
    turn_id  INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,  -- from 1
    text     TEXT    NOT NULL,
    start_ms INTEGER,
    sponsor  INTEGER NOT NULL,
    language TEXT    NOT NULL,
    markup   INTEGER NOT NULL,  -- 0: none, 1: Markdown
    UNIQUE (turn_id, number)
) STRICT;

-- Who speaks in which episode: in the first of its bodies in which that speaker has a turn.
CREATE TABLE appearance (
    speaker_slug TEXT    NOT NULL,
    episode_id   INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    body_id      INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    turn_count   INTEGER NOT NULL,
    word_count   INTEGER NOT NULL,
    PRIMARY KEY (speaker_slug, episode_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX appearance_episode ON appearance (episode_id);
CREATE INDEX appearance_body    ON appearance (body_id);
