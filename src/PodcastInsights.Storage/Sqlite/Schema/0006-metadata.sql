-- What the files of an episode say under keys that are not understood.
ALTER TABLE episode_detail ADD COLUMN metadata TEXT NOT NULL DEFAULT '[]';  -- JSON array of {key, value}
