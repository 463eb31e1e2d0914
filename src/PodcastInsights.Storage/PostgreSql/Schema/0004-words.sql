-- How often the lists of "posting" hold each word, as one value: counting them reads all lists. Not there before lists were first written.
CREATE TABLE search_words (
    words bytea NOT NULL  -- see PackedWords
);

ALTER TABLE search_words ALTER COLUMN words SET STORAGE EXTERNAL;
