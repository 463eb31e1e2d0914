-- What a paragraph says, worked out once: its plain words, what of them is set or linked, and their number.
ALTER TABLE paragraph ADD COLUMN plain TEXT;     -- NULL where it is the text
ALTER TABLE paragraph ADD COLUMN spans TEXT;     -- JSON array: start, length, styles, address of one span after the other; NULL for none
ALTER TABLE paragraph ADD COLUMN words INTEGER;  -- NULL where it was written before there was this column

-- The next import reads every file again; until then Markdown is shown as it is written.
UPDATE episode
SET    content_hash = '';
