-- 0013-rights.sql - rights that roles have beside their tasks.

-- Every holder of the role has the right while both are in force
-- (lib/people/rights.h).  Who is administrator by name (people.admin) has
-- 'kelola' without a row here.
CREATE TABLE rights (
	id		@ID@,
	role_id		@INT@ NOT NULL REFERENCES roles (id),
	word		TEXT NOT NULL CHECK (word IN ('kelola', 'lihat-semua',
			'data-pribadi', 'sahkan-bulan')),
	letter_no	TEXT NOT NULL,		-- that ordered it, or ''
	from_at		@INT@ NOT NULL,
	to_at		@INT@			-- NULL: until further notice
) @STRICT@;
CREATE INDEX rights_role ON rights (role_id, word);
