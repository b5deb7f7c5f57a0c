# scale-t.sh - a history written in bulk is whole, is kept between runs, and
# its figures are those SQL counts.
. "$SRCDIR/tests/tap.sh"

office() {
	where=$1
	shift
	"$BUILDDIR/lib/tool/sopap" --data "$dir/$where" --share "$share" "$@"
}

mkdir "$dir/big" "$dir/small" "$dir/other"
run office big simulate --scale 300 --months 4 --until 2026-10-31
is "300 cases" 0 "300 berkas disimulasikan"
run office big verify
is "every chain verifies" 0 " 0 kesalahan"
run office big rebuild --check
cases=$(sqlite3 "$dir/big/office.db" 'SELECT count(*) FROM cases')
[ "$cases" -ge 300 ]
ok $? "there are as many cases, and those of each person beside"
is "a rebuild finds no difference" 0 "$cases berkas diturunkan, 0 perbedaan"

sums="SELECT count(*), sum(own), sum(queue), sum(outside), sum(waiting),
    sum(verdict = 'over'), sum(outcome = 'return'), sum(open) FROM tasks"
count() {
	sqlite3 "$dir/$1/office.db" "$2"
}
equals "$(count big "SELECT count(DISTINCT version_id) FROM cases")" 11 \
    "all eleven SOPs were used"
equals "$(count big "SELECT count(DISTINCT strftime('%Y-%m', opened_at + 25200,
    'unixepoch')) FROM cases")" 4 "... in every month"
equals "$(count big "SELECT count(*) FROM tasks WHERE open = 0 AND
    own + queue + outside + waiting + closed <> closed_at - opened_at")" 0 \
    "accounts of every task add up"
equals "$(count big "SELECT count(*) FROM tasks WHERE outcome = 'return'
    OR verdict = 'over' OR outside > 0 OR open = 1" |
    awk '{ print ($1 > 40) }')" 1 "... and not all went well"

equals "$(count big "SELECT count(*) > 0, sum(state = 'open' AND
    opened_at < (SELECT max(opened_at) FROM cases) - 40 * 86400)
    FROM cases WHERE parent_id IS NOT NULL")" '1|0' \
    "what an SKP parts into goes to its end, too"
equals "$(count big "SELECT count(*) FROM cases p WHERE p.state = 'open'
    AND EXISTS (SELECT 1 FROM cases c WHERE c.parent_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.parent_id = p.id
    AND c.state = 'open')")" 0 "... and ends the case it came from"

run office big simulate --scale 300 --months 4 --until 2026-10-31
is "the same again uses what is there" 0 "dipakai lagi"
run office big simulate --scale 301 --months 4 --until 2026-10-31
is "another is refused there" 1 "berisi riwayat lain"
run office other simulate --scale 300 --months 4 --until 2026-10-31
equals "$(count other "$sums")" "$(count big "$sums")" \
    "the same options, the same history"
run office small simulate --scale 150 --months 2 --until 2026-10-31
october="SELECT count(*), sum(t.own), sum(t.queue), sum(t.closed)
    FROM tasks t JOIN cases c ON c.id = t.case_id
    WHERE c.opened_at >= 1790787600"
alone=$(count small "$october")
equals "${alone:-none}" "$(count big "$october")" \
    "a month is the same in a shorter history"

run "$BUILDDIR/tests/bench/report" --check "$dir/big" "$dir/small" 2026-10
is "the figures of a month are those of an aggregate" 0 "done: "
done_testing
