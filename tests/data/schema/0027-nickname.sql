-- 0027-nickname.sql - a schema file as a later release may have one; of the
-- tests, in no release.

ALTER TABLE people ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
UPDATE people SET nickname = login;
