-- The headings between turns. An edition's own: editions that share their turns may part them otherwise.
CREATE TABLE section (
    id          INTEGER PRIMARY KEY,
    edition_id  INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,  -- from 1
    title       TEXT    NOT NULL,
    start_ms    INTEGER,
    turn_number INTEGER NOT NULL,  -- the first turn below
    turn_hash   TEXT    NOT NULL,
    UNIQUE (edition_id, number)
) STRICT;

-- The section that the turn stands in, in the first edition that has the body: what is found names it without looking further. No
-- foreign key: both go with their episode, and a check of each section that goes would look through all turns.
ALTER TABLE turn ADD COLUMN section_id INTEGER;

-- Headings cannot be told from what is stored, so the next import reads every file again; until then each episode stays as it was.
UPDATE episode
SET    content_hash = '';
