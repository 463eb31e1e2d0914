-- As ../../Sqlite/Schema/0016-feeds.sql, where each is explained.
CREATE TABLE episode_stamp (
    slug    text   COLLATE "C" PRIMARY KEY,
    origin  text   COLLATE "C" NOT NULL UNIQUE,
    arrival bigint NOT NULL,
    seen    bigint NOT NULL,
    dated   text   COLLATE "C",
    updated bigint NOT NULL,
    latest  bigint,
    spoken  bytea  NOT NULL
);

INSERT INTO episode_stamp (slug, origin, arrival, seen, dated, updated, latest, spoken)
SELECT slug, slug, 0, now_ms, published_on, least(now_ms, coalesce(noon_ms, now_ms)), NULL, ''
FROM   (SELECT slug, published_on,
               (extract(epoch FROM now()) * 1000)::bigint AS now_ms,
               (extract(epoch FROM (published_on || ' 12:00:00+00')::timestamptz) * 1000)::bigint AS noon_ms
        FROM   episode) AS there;
