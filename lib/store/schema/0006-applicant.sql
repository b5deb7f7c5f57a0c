-- 0006-applicant.sql - what applicants are told: in their language, and not too
-- much a day.

-- Code of the language a request was written in, '' where nobody chose one: its
-- SOP's.  All that is said about it later is in it, whoever says it and when.
ALTER TABLE cases ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- How many messages went to an address in a day.
CREATE INDEX deliveries_address ON deliveries (address, begun_at);
