-- What imports have said of the files of the folder, for its owner.
CREATE TABLE file_report (
    path    text    PRIMARY KEY COLLATE "C",
    stamp   text    COLLATE "C" NOT NULL,  -- see StoredFileReport
    episode text,                          -- slug of the one that the file is part of, or would be
    format  text,
    turns   integer NOT NULL,
    skipped text,                          -- why it is no part of an episode
    kinds   text    NOT NULL               -- JSON array of {severity, code, count, line, message}
);

-- One row at most: the last import that found something new.
CREATE TABLE import_report (
    report text NOT NULL  -- JSON, see StoredImport
);

CREATE INDEX episode_detail_merged ON episode_detail (episode_id) WHERE merged <> '[]';

-- All files are read again, as of those that are stored nothing is known.
UPDATE episode
SET    content_hash = '';

DELETE FROM passed_over;
