-- As ../../Sqlite/Schema/0013-recordings-and-relatives.sql, where each is explained.
ALTER TABLE episode ADD COLUMN recordings text NOT NULL DEFAULT '[]';

CREATE TABLE episode_subject (
    episode_id bigint PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    subject    bytea NOT NULL,
    relatives  text
);

CREATE INDEX episode_subject_unrelated ON episode_subject (episode_id) WHERE relatives IS NULL;

UPDATE episode
SET    content_hash = '';
