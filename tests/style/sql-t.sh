# sql-t.sh - a statement means the same to SQLite and to PostgreSQL: what LIKE
# escapes, and where NULL stands in an order, is written out; a text is cut at
# a character's edge, since PostgreSQL takes no half of one.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99

# unlike FILE... - what the engines read differently.
unlike() {
	perl tests/style/sql.pl lib/store/schema/*.sql -- "$@"
}

# cut FILE... - texts that are cut by bytes.
cut_texts() {
	grep -nE '\b(strncpy|strlcpy|stpncpy)\(' "$@"
}

sources=$(find lib cgi-bin reports -name '*.c' | sort)
unlike $sources >"$dir/out"
[ ! -s "$dir/out" ]
ok $? "every statement says what it means" "$dir/out"
! cut_texts $sources >"$dir/out"
ok $? "no text is cut by strncpy() and its kin" "$dir/out"

cat >"$dir/unlike.c" <<'END'
/* It is said why: never NULL: sent_at */
static const char *const sql[] = {
	"SELECT id FROM tasks WHERE performer LIKE $1",
	"SELECT id FROM tasks WHERE performer LIKE $1 ESCAPE '!'",
	"SELECT id FROM tasks WHERE performer LIKE 'a%'",
	"SELECT id FROM tasks"
	" ORDER BY due_at DESC, id LIMIT 1",
	"SELECT id FROM tasks ORDER BY due_at IS NULL, due_at",
	"SELECT id FROM tasks t WHERE t.due_at > $1 ORDER BY t.due_at",
	"SELECT id FROM tasks ORDER BY coalesce(due_at, 0), id",
	"SELECT id FROM messages ORDER BY sent_at",
	"SELECT id FROM (SELECT id FROM cases ORDER BY ended_at) c",
};
END
equals "$(unlike "$dir/unlike.c" | sed 's/.*\.c://;s/:.*//' | xargs)" \
	"3 7 12" "... others are found"
echo 'strncpy(a, b, 5);' >"$dir/cut.c"
cut_texts "$dir/cut.c" >"$dir/out"
ok $? "... and so is a cut"
done_testing
