-- Episodes, their editions and their words, and what is found of them: the same tables as in ../../Sqlite/Schema, where each is explained.
-- Derived from the library folder: nothing here is the only copy of anything. Texts are ordered by their bytes, as SQLite orders them.

-- As in SQLite, so that both engines say the same.
CREATE FUNCTION json_each(text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT json_array_elements_text($1::json) $$;

CREATE TABLE episode (
    id               bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    slug             text    COLLATE "C" NOT NULL UNIQUE,
    content_hash     text    COLLATE "C" NOT NULL,
    titles           text    NOT NULL,
    show             text,
    guests           text    NOT NULL,
    topics           text    NOT NULL,
    published_on     text    COLLATE "C",
    duration_seconds bigint,
    media_url        text    COLLATE "C",
    last_start_ms    bigint,
    turn_count       integer NOT NULL,
    word_count       integer NOT NULL,
    sources          text    NOT NULL,
    title_key        text    COLLATE "C" NOT NULL,
    name_keys        text    COLLATE "C" NOT NULL,
    undated_title    text    COLLATE "C" GENERATED ALWAYS AS (CASE WHEN published_on IS NULL THEN title_key END) STORED,
    unmeasured_words integer GENERATED ALWAYS AS (CASE WHEN duration_seconds IS NULL THEN word_count END) STORED
);

-- An entry of a tree can have 2,700 bytes: what files may make longer, such as titles, names and links, is in none.
CREATE INDEX episode_newest ON episode (published_on DESC NULLS LAST);
CREATE INDEX episode_media  ON episode USING hash (media_url);

CREATE TABLE episode_topic (
    topic_slug text   COLLATE "C" NOT NULL,
    episode_id bigint NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    name       text   COLLATE "C" NOT NULL,
    PRIMARY KEY (topic_slug, episode_id)
);

CREATE INDEX episode_topic_episode ON episode_topic (episode_id);

CREATE TABLE episode_detail (
    episode_id  bigint PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    about       text NOT NULL,
    description text,
    diagnostics text NOT NULL,
    metadata    text NOT NULL,
    merged      text NOT NULL
);

CREATE TABLE episode_import (
    episode_id bigint PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    files      text NOT NULL,
    members    text NOT NULL,
    people     text NOT NULL
);

CREATE TABLE body (
    id         bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    episode_id bigint  NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    ordinal    integer NOT NULL,
    language   text    COLLATE "C" NOT NULL,
    UNIQUE (episode_id, ordinal)
);

CREATE TABLE edition (
    id         bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    episode_id bigint  NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    language   text    COLLATE "C" NOT NULL,
    ordinal    integer NOT NULL,
    body_id    bigint  NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    speakers   text    NOT NULL,
    takeaways  text    NOT NULL,
    sponsors   text    NOT NULL,
    notes      text    NOT NULL,
    UNIQUE (episode_id, language)
);

CREATE INDEX edition_body ON edition (body_id);

CREATE TABLE section (
    id          bigint  PRIMARY KEY,
    edition_id  bigint  NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number      integer NOT NULL,
    title       text    NOT NULL,
    start_ms    bigint,
    turn_number integer NOT NULL,
    turn_hash   text    COLLATE "C" NOT NULL,
    UNIQUE (edition_id, number)
);

CREATE TABLE turn (
    id               bigint  PRIMARY KEY,
    body_id          bigint  NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    number           integer NOT NULL,
    hash             text    COLLATE "C" NOT NULL,
    speaker          text    COLLATE "C",
    speaker_inferred integer NOT NULL,
    start_ms         bigint,
    excerpt          text    NOT NULL,
    language         text    COLLATE "C" NOT NULL,
    section_id       bigint,
    UNIQUE (body_id, number)
);

CREATE INDEX turn_hash ON turn (body_id, hash, number);

CREATE TABLE paragraph (
    turn_id  bigint  NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    number   integer NOT NULL,
    text     text    NOT NULL,
    start_ms bigint,
    sponsor  integer NOT NULL,
    language text    COLLATE "C" NOT NULL,
    markup   integer NOT NULL,
    plain    text,
    spans    text,
    words    integer,
    PRIMARY KEY (turn_id, number)
);

CREATE TABLE speaker (
    body_id bigint NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    name    text   COLLATE "C" NOT NULL,
    slug    text   COLLATE "C" NOT NULL,
    person  text   COLLATE "C" NOT NULL
);

CREATE INDEX speaker_body ON speaker (body_id);

CREATE TABLE appearance (
    speaker_slug text    COLLATE "C" NOT NULL,
    episode_id   bigint  NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    body_id      bigint  NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    name         text    COLLATE "C" NOT NULL,
    turn_count   integer NOT NULL,
    word_count   integer NOT NULL,
    name_key     text    COLLATE "C",
    is_host      integer NOT NULL,
    PRIMARY KEY (speaker_slug, episode_id)
);

CREATE INDEX appearance_episode ON appearance (episode_id);
CREATE INDEX appearance_body    ON appearance (body_id);

CREATE TABLE turn_memory (
    id           bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    episode_slug text    COLLATE "C" NOT NULL,
    language     text    COLLATE "C" NOT NULL,
    number       integer NOT NULL,
    hash         text    COLLATE "C" NOT NULL,
    speaker      text,
    text         text    COLLATE "C" NOT NULL,
    characters   integer NOT NULL,
    heir_number  integer,
    heir_hash    text    COLLATE "C"
);

CREATE INDEX turn_memory_hash   ON turn_memory (episode_slug, hash);
CREATE INDEX turn_memory_number ON turn_memory (episode_slug, number);

CREATE TABLE episode_sketch (
    mark bigint NOT NULL,
    slug text   COLLATE "C" NOT NULL,
    PRIMARY KEY (mark, slug)
);

CREATE INDEX episode_sketch_slug ON episode_sketch (slug);

CREATE TABLE former_address (
    id    bigint  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    slug  text    COLLATE "C" NOT NULL UNIQUE,
    heir  text    COLLATE "C",
    given integer NOT NULL
);

CREATE INDEX former_address_heir ON former_address (heir);

CREATE TABLE passed_over (
    slug         text PRIMARY KEY COLLATE "C",
    content_hash text COLLATE "C" NOT NULL,
    files        text NOT NULL,
    skipped      text NOT NULL
);

CREATE TABLE library_state (
    version bigint NOT NULL,
    stamp   text   COLLATE "C" NOT NULL
);

INSERT INTO library_state (version, stamp)
VALUES                    (      0, replace(gen_random_uuid()::text, '-', ''));

CREATE TABLE search_state (
    generation    bigint  NOT NULL,
    vocabulary    bigint  NOT NULL,
    next_document integer NOT NULL
);

INSERT INTO search_state (generation, vocabulary, next_document)
VALUES                   (         0,          0,             1);

CREATE TABLE search_run (
    first_document integer PRIMARY KEY,
    last_document  integer NOT NULL,
    body_id        bigint  NOT NULL,
    documents      bytea   NOT NULL,  -- see PackedDocuments
    people         bigint  NOT NULL,
    stamp          text    COLLATE "C" NOT NULL
);

CREATE INDEX search_run_body ON search_run (body_id);

CREATE TABLE search_removal (
    first_document integer PRIMARY KEY,
    last_document  integer NOT NULL
);

-- What a run of documents says, as it was written: one row for each, which the end of an import parts among the terms.
CREATE TABLE search_segment (
    first_document integer PRIMARY KEY,
    stamp          text    COLLATE "C" NOT NULL,  -- of the transaction that wrote it
    terms          bytea   NOT NULL               -- see PostingSegment
);

-- Where each term stands, in lists of some two thousand bytes, so that one that changes is small. See PackedPostings.
CREATE TABLE posting (
    term           text    COLLATE "C" NOT NULL,
    first_document integer NOT NULL,
    last_document  integer NOT NULL,
    occurrences    integer NOT NULL,
    list           bytea   NOT NULL,
    PRIMARY KEY (term, first_document)
);

ALTER TABLE search_run ALTER COLUMN documents SET STORAGE EXTERNAL;
ALTER TABLE posting    ALTER COLUMN list      SET STORAGE MAIN;
