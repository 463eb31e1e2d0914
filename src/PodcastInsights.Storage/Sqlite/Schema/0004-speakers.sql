-- What the list of speakers is made of.
ALTER TABLE appearance ADD COLUMN name_key TEXT;                      -- the name, folded; NULL where it is nobody's ("Speaker 3")
ALTER TABLE appearance ADD COLUMN is_host  INTEGER NOT NULL DEFAULT 0;

-- Neither can be told from what is stored, so the next import reads every file again; until then each episode stays as it was.
UPDATE episode
SET    content_hash = '';
