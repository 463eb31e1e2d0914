-- Documents that an import has taken away, whose words are still in search_text until the import is complete.
CREATE TABLE search_removal (
    first_document INTEGER PRIMARY KEY,
    last_document  INTEGER NOT NULL
) STRICT;

-- A word that is read while an import goes on is sought in every segment: more of them at a time save the import next to nothing.
INSERT INTO search_text (search_text, rank) VALUES ('crisismerge', 64);
