-- The words of each turn, without its sponsor reads; the row's id is the turn's. The text itself is kept in paragraph only.
CREATE VIRTUAL TABLE turn_text USING fts5 (
    text,
    content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
