-- As ../../Sqlite/Schema/0016-feeds.sql, where each is explained.
CREATE TABLE episode_stamp (
    slug    text   COLLATE "C" PRIMARY KEY,
    origin  text   COLLATE "C" NOT NULL UNIQUE,
    arrival bigint NOT NULL,
    seen    bigint NOT NULL,
    dated   bigint NOT NULL,
    updated bigint NOT NULL,
    latest  bigint,
    spoken  bytea  NOT NULL
);

INSERT INTO episode_stamp (slug, origin, arrival, seen, dated, updated, latest, spoken)
SELECT slug, slug, 0, 1000 * now, 1000 * dated, 1000 * dated, NULL, ''
FROM   (SELECT slug,
               extract(epoch FROM now())::bigint AS now,
               extract(epoch FROM least(now(), coalesce((published_on || ' 12:00:00+00')::timestamptz, now())))::bigint AS dated
        FROM   episode) AS there;
