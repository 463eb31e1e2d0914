-- Lists of episodes with the earliest first: those without a date stay last.
CREATE INDEX episode_oldest ON episode (published_on IS NULL, published_on, undated_title, slug);
