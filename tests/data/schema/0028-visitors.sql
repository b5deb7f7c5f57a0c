-- 0028-visitors.sql - one more, of the tests.

-- The guests of the office, by the day.
CREATE TABLE visitors (
	id		@ID@,
	day		TEXT NOT NULL,
	cases		@INT@ NOT NULL		-- begun on that day
) @STRICT@;
INSERT INTO visitors (id, day, cases)
	SELECT row_number() OVER (ORDER BY day), day, count(*)
	  FROM (SELECT date(opened_at, 'unixepoch') AS day FROM cases)
	 GROUP BY day;
