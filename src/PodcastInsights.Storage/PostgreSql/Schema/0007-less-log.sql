-- What is written of each turn and paragraph, and each entry of an index, is written once more to the log, and sent to every standby.

-- No longer read: opening words are those of the first paragraphs. Taken away by a later script, as older processes ask for it.
ALTER TABLE turn ALTER COLUMN excerpt SET DEFAULT '';

-- A link is looked up among the turns of its episode.
DROP INDEX turn_hash;

-- The key of another table has each new row lock its turn, and the lock is written too.
ALTER TABLE paragraph DROP CONSTRAINT paragraph_turn_id_fkey;

CREATE FUNCTION delete_paragraphs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM paragraph
    WHERE  turn_id = OLD.id;
    RETURN NULL;
END $$;

CREATE TRIGGER turn_paragraphs AFTER DELETE ON turn FOR EACH ROW EXECUTE FUNCTION delete_paragraphs();

-- The words of runs that wait are worked out of their paragraphs. Older processes read a segment without terms; taken away by a later script.
ALTER TABLE search_segment ALTER COLUMN terms SET DEFAULT '\x630000';
ALTER TABLE search_segment ADD COLUMN bytes integer NOT NULL DEFAULT 0;  -- in memory
