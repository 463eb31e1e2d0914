-- What feeds know an episode by, and since when it says what it says. Kept while the episode is written anew, renamed, or gone and back; lost
-- with the database, which then begins again with the episodes' own names and dates.
CREATE TABLE episode_stamp (
    slug    TEXT    PRIMARY KEY,      -- of the episode that there is, or was last
    origin  TEXT    NOT NULL UNIQUE,  -- the name it came by; never another's
    arrival INTEGER NOT NULL,         -- 0: with the first import; else as seen
    seen    INTEGER NOT NULL,         -- when an import first had it, as are the next ones in milliseconds since 1970
    dated   INTEGER NOT NULL,         -- its own date then, else when its files were written
    updated INTEGER NOT NULL,         -- when its words last changed
    latest  INTEGER,                  -- when an import last found new words in it; NULL where there were none since the first
    spoken  BLOB    NOT NULL          -- see SpokenStamps; empty where it was stored before there was this table
) STRICT, WITHOUT ROWID;

-- What is here is no news.
INSERT INTO episode_stamp (slug, origin, arrival, seen, dated, updated, latest, spoken)
SELECT slug, slug, 0, now, dated, dated, NULL, x''
FROM   (SELECT slug, unixepoch() * 1000 AS now,
               1000 * min(unixepoch(), coalesce(unixepoch(published_on || ' 12:00:00'), unixepoch())) AS dated
        FROM   episode);
