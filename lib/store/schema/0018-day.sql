-- 0018-day.sql - the view of the inbox that a person has kept, and who finds a
-- word.

CREATE TABLE saved_views (
	person_id	@ID@ REFERENCES people (id),
	query		TEXT NOT NULL,		-- "?tab=peran&sop=rkt"; '': none
	first		@INT@ NOT NULL CHECK (first IN (0, 1)) -- begin with it
) @STRICT@;

-- The office wrote it, and it finds nothing for outsiders.  The words of cases
-- that are there are derived anew (lib/case/search.h).
ALTER TABLE search_words ADD COLUMN office @INT@ NOT NULL DEFAULT 0
	CHECK (office IN (0, 1));
CREATE INDEX search_words_case ON search_words (case_id);
