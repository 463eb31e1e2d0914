-- What is found: a turn's own words are one document, the sponsor reads in it another, right after it. Ids rise and are never
-- given twice, so that whoever knows all up to one needs only those after it.
CREATE TABLE search_document (
    id       INTEGER PRIMARY KEY,
    turn_id  INTEGER NOT NULL,
    length   INTEGER NOT NULL,  -- in tokens
    sponsor  INTEGER NOT NULL,
    takeaway INTEGER NOT NULL   -- a takeaway begins in the turn
) STRICT;

-- The documents of a body, without a gap between them.
CREATE TABLE search_run (
    first_document INTEGER PRIMARY KEY,
    last_document  INTEGER NOT NULL,
    body_id        INTEGER NOT NULL
) STRICT;

CREATE INDEX search_run_body ON search_run (body_id);

CREATE TABLE search_state (
    generation    INTEGER NOT NULL,  -- rises with every change
    vocabulary    INTEGER NOT NULL,  -- the generation at the end of the last import
    next_document INTEGER NOT NULL
) STRICT;

INSERT INTO search_state (generation, vocabulary, next_document)
VALUES                   (         0,          0,             1);

-- Fed with tokens joined by spaces (see IndexedText), so that the tokenizer has only to part them. The words themselves are
-- kept in paragraph alone.
CREATE VIRTUAL TABLE search_text USING fts5 (
    tokens,
    content = '', contentless_delete = 1,
    tokenize = 'ascii tokenchars ''#+%$._|'''
);

CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_text, row);

-- A large import ends with one merge of everything: the merges on the way to it would be most of its time.
INSERT INTO search_text (search_text, rank) VALUES ('automerge', 0), ('crisismerge', 200);
