-- Turns of a body that follow one another, with their paragraphs, compressed: see TurnBlock and StoredTurns. A row, with its entries of indexes, for
-- each turn and paragraph was half of what an import wrote to the log. The numbers of turns are as consecutive as their ids.
CREATE TABLE turn_block (
    body_id         bigint  NOT NULL REFERENCES body (id) ON DELETE CASCADE,
    first_turn      bigint  NOT NULL,
    first_paragraph integer NOT NULL,  -- of the first turn, from 1: one that is long goes on in the next block
    first_number    integer NOT NULL,
    last_number     integer NOT NULL,
    sections        bigint[],          -- of each turn; null where none has one
    turns           bytea   NOT NULL,
    PRIMARY KEY (first_turn, first_paragraph)
) WITH (toast_tuple_target = 8160);    -- is compressed already, and stays in its row

CREATE INDEX turn_block_body ON turn_block (body_id, first_number);

-- As they are, one turn in each; compressed when their episode is written next.
INSERT INTO turn_block (body_id, first_turn, first_paragraph, first_number, last_number, sections, turns)
SELECT body_id, id, 1, number, number,
       CASE WHEN section_id IS NOT NULL THEN ARRAY[section_id] END,
       '\x00000000'::bytea || convert_to(json_build_array(json_build_array(
           number, hash, speaker, speaker_inferred, start_ms,
           (SELECT coalesce(
                json_agg(
                    json_build_array(text, paragraph.start_ms, sponsor, paragraph.language, markup, plain, spans, words)
                    ORDER BY paragraph.number),
                '[]')
            FROM   paragraph
            WHERE  turn_id = turn.id)))::text, 'UTF8')
FROM   turn;

-- Older processes go on reading the turns that they wrote; taken away by a later script. They write none that newer ones would miss: to them this is a
-- server that takes no writes.
CREATE FUNCTION refuse_turns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'turns are written by newer processes' USING ERRCODE = 'read_only_sql_transaction';
END $$;

CREATE TRIGGER turn_refused BEFORE INSERT ON turn EXECUTE FUNCTION refuse_turns();

-- Written empty and not read since script 7.
ALTER TABLE turn           DROP COLUMN excerpt;
ALTER TABLE search_segment DROP COLUMN terms;
