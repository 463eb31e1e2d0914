-- An import of some thousand episodes makes more segments of the index than 64. They were merged in its midst, and again at its end.
INSERT INTO search_text (search_text, rank) VALUES ('crisismerge', 128);
