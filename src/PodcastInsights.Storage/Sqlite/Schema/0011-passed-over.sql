-- Files that no format understands, so that an import need not read them again while they stay as they are.
CREATE TABLE passed_over (
    slug         TEXT PRIMARY KEY,  -- of the episode that they would be
    content_hash TEXT NOT NULL,
    files        TEXT NOT NULL,     -- JSON arrays: {path, digest, state}
    skipped      TEXT NOT NULL      -- {path, reason}
) STRICT, WITHOUT ROWID;
