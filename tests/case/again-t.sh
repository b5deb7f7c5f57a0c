# again-t.sh - a transaction may have to run again when others were in its way,
# even at its commit: the tests of the library pass when the first try of every
# one is undone (db_again of store/engine.h, set by tests/case/fixture.c).
if [ "${SANITIZED-}" ]; then
	echo "1..0 # SKIP a second try is tried without the sanitizers"
	exit 0
fi
. "$SRCDIR/tests/tap.sh"

# Those that ask for the statements of an act, or how long one takes, count
# what a second try does, too; races and long walks have tries of their own.
left_out='plan-t|case_list-t|random-t|all-t'

cd "$BUILDDIR" || exit 99
ls tests/case/*-t tests/letter/*-t tests/month/*-t tests/people/*-t |
	grep -vE "/($left_out)$" >"$dir/programs"
export AGAIN=1 dir
xargs -P 2 -n 1 sh -c '"$1" >"$dir/${1##*/}.tap" 2>&1 ||
	echo "$1" >>"$dir/wrong"' sh <"$dir/programs"
[ "$(wc -l <"$dir/programs")" -gt 20 ]
ok $? "the programs are found" "$dir/programs"
while read -r program; do
	! grep -qx "$program" "$dir/wrong" 2>"$dir/err"
	wrong=$?
	grep -v '^ok ' "$dir/${program##*/}.tap" >"$dir/out"
	ok $wrong "$program, with two tries" "$dir/out"
done <"$dir/programs"
done_testing
