-- As ../../Sqlite/Schema/0015-name-keys.sql.
ALTER TABLE episode DROP COLUMN name_keys;
