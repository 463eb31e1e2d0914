-- A link is looked up among the turns of its episode, of which there are few. The index had each turn's hash once more.
DROP INDEX turn_hash;

-- Excerpts are made of the first paragraphs.
ALTER TABLE turn DROP COLUMN excerpt;
