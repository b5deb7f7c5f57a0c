# failover-t.sh - two servers of PostgreSQL, the second a synchronous standby.
# The first is killed while people work; the second takes over, the programs
# find it by themselves, and all that was acknowledged is there, once.  Then
# the first comes back as the standby of the second, and so on: ROUNDS times
# (make check-cluster: 20).
case " ${LEFT_OUT-} " in *" postgresql "*)
	echo "1..0 # SKIP built --without-postgresql"
	exit 0 ;;
esac
if [ "${1-}" != started ]; then
	# Nobody else's server is killed here.
	unset PGSERVER
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
fi
. "$SRCDIR/tests/tap.sh"
load=$BUILDDIR/tests/cluster/load
one=$PGSERVER two=$PGSERVER/two
PLACE=$(echo "$PLACE" | sed "s,host=[^&]*,host=$one\\,$two,")
there="$PLACE&options=-csearch_path%3Ds0"
# psql itself, not what Debian has before it.
PATH=$(pg_config --bindir):$PATH
export PLACE PATH
trap 'ordinary pg_ctl -D "$two/data" -m immediate stop >/dev/null 2>&1
	rm -rf "$dir"' EXIT
cd "$PGSERVER" || exit 99

ordinary() {
	sh "$SRCDIR/tests/ordinary.sh" "$@" </dev/null
}
# ask SERVER SQL
ask() {
	psql -q -X -A -t -h "$1" -U sopap -d postgres -c "$2"
}
sopap() {
	"$BUILDDIR/lib/tool/sopap" --share "$share" --data "$dir/data" \
	    --database "$there" "$@"
}
# chance N: a number below N.
chance() {
	echo $(($(od -An -N2 -tu2 /dev/urandom) % $1))
}

# follow SERVER OTHER: a new copy of the other, and its standby, whom every
# commit waits for.
follow() {
	ordinary rm -rf "$1/data" &&
	ordinary pg_basebackup -h "$2" -U sopap -D "$1/data" -R -N -c fast &&
	echo "synchronous_standby_names = ''" \
	    >>"$1/data/postgresql.auto.conf" &&
	ordinary pg_ctl -D "$1/data" -w -s -l "$1/log" \
	    -o "-k $1 $SERVER_OPTIONS" start &&
	ask "$2" "ALTER SYSTEM SET synchronous_standby_names = '*'" &&
	ask "$2" "SELECT pg_reload_conf()" &&
	until [ "$(ask "$2" 'SELECT sync_state FROM pg_stat_replication')" = \
	    sync ]; do
		:
	done
}

# kill_server SERVER HOW: all its processes, the first alone, or it ends in a
# hurry.
kill_server() {
	pid=$(head -n 1 "$1/data/postmaster.pid")
	case $2 in
	0)	others=$(ps -o pid= --ppid "$pid")
		# They may be quicker.
		kill -9 "$pid" && { kill -9 $others || :; } ;;
	1)	kill -9 "$pid" ;;
	*)	ordinary pg_ctl -D "$1/data" -m immediate -s stop ;;
	esac
}

# A round: four at work, the server is killed at a moment of chance.
round() {
	"$load" run "$dir/data" 4 "$dir/ledger" >"$dir/load" 2>&1 &
	people=$!
	tail -n +1 -f --pid="$people" "$dir/ledger" |
	    sed "$((20 + $(chance 150)))q" >/dev/null
	how=$(chance 3)
	kill_server "$primary" "$how" >"$dir/out" 2>&1 &&
	    ordinary pg_ctl -D "$standby/data" -w -s promote >>"$dir/out" 2>&1
	ok $? "round $1 ($how): the standby takes over" "$dir/out"
	[ "$failed" -eq 0 ] || exit 1
	kill "$people"
	wait "$people"
	ok $? "... and everybody works on" "$dir/load"
	# The longest that each of them waited.
	awk '{ sub(/-.*/, "", $1); if ($4 > most[$1]) most[$1] = $4 }
	    END { for (i in most) print most[i] }' "$dir/ledger" >>"$dir/waits"
	cat "$dir/ledger" >>"$dir/all"
	: >"$dir/ledger"
	set -- "$standby" "$primary"
	primary=$1 standby=$2
	follow "$standby" "$primary" >"$dir/out" 2>&1
	ok $? "... the old one comes back as its standby" "$dir/out" \
	    "$standby/log"
}

mkdir "$dir/data"
: >"$dir/ledger"
"$load" make "$dir/data" >"$dir/out" 2>&1
ok $? "an office on a server" "$dir/out"
ordinary mkdir "$two"
primary=$one standby=$two
follow "$two" "$one" >"$dir/out" 2>&1
ok $? "... with a standby" "$dir/out" "$two/log"
for n in $(seq "${ROUNDS:-1}"); do
	round "$n"
done
run "$load" check "$dir/data" "$dir/all"
is "every act and document that was acknowledged is there, once" 0
sed 's/^/# | /' "$dir/out"
run sopap verify --files
is "the history is whole" 0 ", 0 kesalahan"
run sopap rebuild --check
is "... and the cases derive" 0 ", 0 perbedaan"
sort -n "$dir/waits" | awk '{ wait[NR] = $1 } END {
	printf "# | people waited: median %.1f s, longest %.1f s\n",
	    wait[int((NR + 1) / 2)] / 1000, wait[NR] / 1000 }'
awk '{ n += $5 > 1 } END {
	printf "# | %d of %d acts had to be sent again\n", n, NR }' "$dir/all"
done_testing
