-- What can be heard of an episode.
ALTER TABLE episode ADD COLUMN recordings TEXT NOT NULL DEFAULT '[]';  -- JSON array of {path, language}

-- What an episode is about, and which others are about the same. In a table of its own, as it is replaced without the rest of the episode.
CREATE TABLE episode_subject (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    subject    BLOB NOT NULL,  -- see EpisodeSubject
    relatives  TEXT            -- JSON array of {slug, likeness}, the likest first; NULL until it is worked out
) STRICT;

CREATE INDEX episode_subject_unrelated ON episode_subject (episode_id) WHERE relatives IS NULL;

-- What an episode is about cannot be told from what is stored, so the next import reads every file again.
UPDATE episode
SET    content_hash = '';
