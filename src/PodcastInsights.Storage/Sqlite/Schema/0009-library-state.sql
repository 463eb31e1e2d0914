-- Which state the library is in. Both are set in each transaction that writes.
CREATE TABLE library_state (
    version INTEGER NOT NULL,  -- rises
    stamp   TEXT    NOT NULL   -- drawn at random
) STRICT;

INSERT INTO library_state (version, stamp)
VALUES                    (      0, lower(hex(randomblob(12))));

-- What searching must know of every document, in one value for each run of them: it is read whole before the first search.
DROP TABLE search_document;
DROP TABLE search_run;

CREATE TABLE search_run (
    first_document INTEGER PRIMARY KEY,
    last_document  INTEGER NOT NULL,
    body_id        INTEGER NOT NULL,
    stamp          TEXT    NOT NULL,  -- of the transaction that wrote it
    documents      BLOB    NOT NULL,  -- see PackedDocuments
    people         INTEGER NOT NULL   -- rises where the documents stay and those who speak in them become others
) STRICT;

CREATE INDEX search_run_body ON search_run (body_id);

-- The words of all documents as the end of the last import found them: to ask search_vocabulary is to read the whole index.
CREATE TABLE search_words (
    generation INTEGER NOT NULL,  -- of search_state
    words      BLOB    NOT NULL   -- see PackedWords
) STRICT;

-- The next import reads every file again, and what it reads is found again.
DELETE FROM search_removal;

INSERT INTO search_text (search_text)
VALUES                  ('delete-all');

UPDATE episode
SET    content_hash = '';
