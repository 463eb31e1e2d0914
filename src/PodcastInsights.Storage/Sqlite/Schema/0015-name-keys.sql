-- Nothing has read it since people and episodes are found by other means.
ALTER TABLE episode DROP COLUMN name_keys;
