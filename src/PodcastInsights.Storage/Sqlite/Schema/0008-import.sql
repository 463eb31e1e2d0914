-- What an import knows of the files, and keeps for the next one.
CREATE TABLE episode_import (
    episode_id   INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    files        TEXT NOT NULL,  -- JSON array of {path, digest, state}
    members      TEXT NOT NULL,  -- JSON object: who speaks as the files say, see EpisodeCast
    people       TEXT NOT NULL   -- stamp of what other episodes say of them
) STRICT;

-- Whose turns those of a name are: another person is one row, not a change of every turn.
CREATE TABLE speaker (
    body_id INTEGER NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    name    TEXT    NOT NULL,  -- as in turn
    slug    TEXT    NOT NULL,  -- the person's
    person  TEXT    NOT NULL,  -- the person's name
    PRIMARY KEY (body_id, name)
) STRICT, WITHOUT ROWID;

INSERT INTO speaker (body_id, name, slug, person)
SELECT   body_id, speaker, min(speaker_slug), speaker
FROM     turn
WHERE    speaker      IS NOT NULL
AND      speaker_slug IS NOT NULL
GROUP BY body_id, speaker;

DROP INDEX turn_speaker;

ALTER TABLE turn DROP COLUMN speaker_slug;

-- Names that were taken for others, apart from what else is said of the files: a JSON array of diagnostics.
ALTER TABLE episode_detail ADD COLUMN merged TEXT NOT NULL DEFAULT '[]';

-- Words that wait in memory until the transaction ends, in bytes: each time that they must go sooner makes one more segment to merge.
INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 33554432);

-- The next import reads every file again, once, to know its state.
UPDATE episode
SET    content_hash = '';
