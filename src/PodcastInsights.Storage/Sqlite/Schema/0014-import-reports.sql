-- What imports have said of the files of the folder, for its owner.
CREATE TABLE file_report (
    path    TEXT    PRIMARY KEY,
    stamp   TEXT    NOT NULL,  -- see StoredFileReport
    episode TEXT,              -- slug of the one that the file is part of, or would be
    format  TEXT,
    turns   INTEGER NOT NULL,
    skipped TEXT,              -- why it is no part of an episode
    kinds   TEXT    NOT NULL   -- JSON array of {severity, code, count, line, message}
) STRICT, WITHOUT ROWID;

-- One row at most: the last import that found something new.
CREATE TABLE import_report (
    report TEXT NOT NULL  -- JSON, see StoredImport
) STRICT;

CREATE INDEX episode_detail_merged ON episode_detail (episode_id) WHERE merged <> '[]';

-- All files are read again, as of those that are stored nothing is known.
UPDATE episode
SET    content_hash = '';

DELETE FROM passed_over;
