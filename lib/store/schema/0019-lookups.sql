-- 0019-lookups.sql - what a person may do, looked up by the person.

-- Each page of an official asks for the performers of the person's roles, most
-- of them several times, and whether one of these is a desk: without these
-- SQLite made an index of all performers for each question, and read all rows
-- of all SOPs.
CREATE INDEX performers_role ON performers (role_id, expr);
CREATE INDEX steps_performer ON steps (performer, version_id, pos);
