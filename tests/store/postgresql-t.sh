# postgresql-t.sh - what touches the store runs on PostgreSQL as it does on
# SQLite: the tests of the store's contract, of cases, months, letters, people
# and pages, on a server that this test starts and stops.  With LONG=1 all of them,
# else those that find most; with the sanitizers those of the engine itself.
case " ${LEFT_OUT-} " in *" postgresql "*)
	echo "1..0 # SKIP built --without-postgresql"
	exit 0 ;;
esac
[ "${1-}" = started ] ||
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
. "$SRCDIR/tests/tap.sh"

cd "$BUILDDIR" || exit 99
if [ "${LONG-}" ]; then
	[ -z "${NGINX-}" ] || for story in sops uploads refusals; do
		echo "tests/web/$story-t.mjs"
	done
	ls tests/store/contract-t tests/store/files-t tests/store/pgsql-t \
	    tests/store/scan-t
	for room in calendar case casepage cgi-bin exchange letter message \
	    month office people tick upload voice; do
		ls tests/$room/*-t
	done
	ls tests/web/loop-t tests/web/serve-t tests/web/trust-t
elif [ "${SANITIZED-}" ]; then
	ls tests/store/contract-t tests/store/pgsql-t
else
	for name in store/contract store/files store/pgsql store/scan \
	    office/lease \
	    case/act_finish \
	    case/backdate case/case_child case/draft case/hand case/lists \
	    case/race case/repeat case/tamper cgi-bin/file letter/letter \
	    month/root month/month people/login people/operator web/loop; do
		[ ! -x "tests/$name-t" ] || echo "tests/$name-t"
	done
fi >"$dir/programs"
[ "$(wc -l <"$dir/programs")" -gt 1 ]
ok $? "the programs are found" "$dir/programs"

# libpq and the twenty libraries behind it are for who has such a database.
equals "$(ldd cgi-bin/review lib/tool/sopap | grep -c libpq)" 0 \
    "no program is linked with libpq"
: >"$dir/libpq.so.5"
run env LD_LIBRARY_PATH="$dir" lib/tool/sopap --data "$dir" \
    --database postgresql:///kantor verify
is "where it is missing a sentence says what to do" 1 "pasang libpq"

export dir
xargs -P 2 -n 1 sh -c 'tap=$dir/$(echo "$1" | tr / _).tap program=$1
	case $1 in *.mjs) set -- "$NODE" "$SRCDIR/$1" ;; esac
	sh "$SRCDIR/tests/on-engine.sh" postgresql "$@" >"$tap" 2>&1 ||
	echo "$program" >>"$dir/wrong"' sh <"$dir/programs"
while read -r program; do
	! grep -qx "$program" "$dir/wrong" 2>"$dir/err"
	wrong=$?
	grep -v '^ok ' "$dir/$(echo "$program" | tr / _).tap" >"$dir/out"
	ok $wrong "$program" "$dir/out"
done <"$dir/programs"
done_testing
