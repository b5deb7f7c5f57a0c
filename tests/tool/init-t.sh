# init-t.sh - the beginning of an office, killed at many places, is taken up
# again: nothing is missing, and nothing is there twice.
. "$SRCDIR/tests/tap.sh"
# The library of a sanitizer wants to be the first.
export ASAN_OPTIONS=verify_asan_link_order=0

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# state - how much the office has.
state() {
	sqlite3 "$dir/data/office.db" 'SELECT count(*) FROM events' \
	    'SELECT count(*) FROM units' 'SELECT count(*) FROM roles' \
	    'SELECT count(*) FROM performers' \
	    'SELECT count(*) FROM calendar_versions' \
	    'SELECT name FROM installation ORDER BY name' | tr '\n' ' '
	stat -c %s "$dir/data/key"
}

# begin_at N - init, killed at its N-th change; 0 when it was done before.
begin_at() {
	rm -rf "$dir/data"
	LD_PRELOAD=$BUILDDIR/tests/crash/fault.so FAULT=kill FAULT_AT=$1 \
	    FAULT_DIR=$dir/data \
	    "$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" \
	    init >"$dir/out" 2>"$dir/err"
}

sopap init >/dev/null
state >"$dir/want"
step=97
[ -z "${LONG-}" ] || step=29
n=1 bad=0
until begin_at "$n" 2>/dev/null; do
	sopap init >"$dir/out" 2>"$dir/err" || bad=$((bad + 1))
	state >"$dir/got" 2>&1
	cmp -s "$dir/want" "$dir/got" || {
		bad=$((bad + 1))
		echo "# killed at change $n:"
		sed 's/^/# /' "$dir/err" "$dir/got"
	}
	# Every one where the key and the database begin, then some.
	[ "$n" -lt 24 ] && n=$((n + 1)) || n=$((n + step))
done
[ "$n" -gt 24 ]
ok $? "init is killed at places up to $n"
equals "$bad" 0 "... and is complete when it is run again"
run sopap verify
is "... and whole" 0 ", 0 kesalahan"

# turn_at N - another key, killed at its N-th change; 0 when it was done before.
turn_at() {
	LD_PRELOAD=$BUILDDIR/tests/crash/fault.so FAULT=kill FAULT_AT=$1 \
	    FAULT_DIR=$dir/data "$BUILDDIR/lib/tool/sopap" \
	    --data "$dir/data" key turn >"$dir/out" 2>"$dir/err"
}

n=1 bad=0
until turn_at "$n" 2>/dev/null; do
	sopap verify >"$dir/out" 2>&1 && sopap sop list >"$dir/out" 2>&1 || {
		bad=$((bad + 1))
		sed "s/^/# killed at change $n: /" "$dir/out"
	}
	n=$((n + 1))
done
[ "$n" -gt 3 ]
ok $? "the key is turned, killed at $n places"
equals "$bad" 0 "... and the office opens after each"
[ "$(($(stat -c %s "$dir/data/key") % 40))" = 32 ]
ok $? "... with all its keys"
run sopap key
is "a key is turned, nothing else" 2 "key turn"

rm "$dir/data/key"
run sopap init
is "a key that was lost is not made anew" 1 "sopap restore"
[ ! -e "$dir/data/key" ]
ok $? "... no key is there"
done_testing
