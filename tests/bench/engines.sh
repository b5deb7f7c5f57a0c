# engines.sh - PostgreSQL beside SQLite: `make bench-pgsql`.
#
#	engines.sh [ENGINE FILE]
#
# What people at work, pages and a large history cost on either engine, one
# after the other; nothing is demanded.  ENGINE alone writes its lines to FILE:
# what, how many, milliseconds.  Of a server of PostgreSQL statements are trips;
# it syncs each commit.  The history of CASES is made once, as report.sh does.
set -eu
load=$BUILDDIR/tests/cluster/load
cases=${CASES-100000}
big=$BUILDDIR/bench/$cases

# people N FOLDER - N at work for some seconds: acts a second, and what they
# waited.  The numbers of new requests are given one after the other.
people() {
	"$load" make "$2" >/dev/null
	"$load" run "$2" "$1" "$2/ledger" "${SECONDS_AT_WORK-6}"
	sort -n -k 4 "$2/ledger" | awk -v people="$1" '
		{ all[++n] = $4; of = $2 == "start"; wait[of, ++count[of]] = $4
		  if (min == "" || $3 - $4 < min) min = $3 - $4
		  if ($3 > max) max = $3 }
		function most(of) {
			return wait[of, int((count[of] * 99 + 99) / 100)]
		}
		END { printf "%d at work: acts a second, p50\t%.0f\t%.1f\n",
			people, n / (max - min) * 1000, all[int((n + 1) / 2)]
		  printf "%d at work: p99 of a new request\t-\t%.1f\n",
			people, most(1)
		  printf "%d at work: p99 of the next acts\t-\t%.1f\n",
			people, most(0) }'
}

# acts FOLDER - one at work: the statements of each act alone.
acts() {
	"$load" make "$1" >/dev/null
	env STATEMENTS_COUNT="$1/count" \
	    LD_PRELOAD="$BUILDDIR/tests/web/statements.so" \
	    "$load" run "$1" 1 "$1/ledger" 2
	for kind in start claim finish; do
		grep " $kind " "$1/ledger" | sort -n -k 6 | awk -v kind="$kind" '
			{ n[NR] = $6 }
			END { printf "act: %s\t%d\t-\n", kind,
			    n[int((NR + 1) / 2)] }'
	done
}

# The month and the lists of a large office.
history() {
	[ -f "$big/office.db" ] || return 0
	if [ "$engine" = postgresql ]; then
		there="$PLACE&options=-csearch_path%3Ds$PLACE_FROM"
		"$BUILDDIR/lib/tool/sopap" copy "$big/office.db" "$there" \
		    >"$dir/copy"
		psql -q -X "$there" -c ANALYZE
	fi
	"$BUILDDIR/tests/bench/report" --lists "$big" 2026-10
}

# Each office has a schema of its own on a server.
if [ $# -gt 0 ]; then
	engine=$1
	dir=$(mktemp -d "${TMPDIR:-/tmp}/sopap-engines-XXXXXX")
	trap 'rm -rf "$dir"' EXIT
	PLACE_FROM=10
	export PLACE_FROM
	{
		for n in 1 8 32; do
			PLACE_FROM=$((PLACE_FROM + 1))
			mkdir "$dir/$n"
			people "$n" "$dir/$n"
		done
		PLACE_FROM=$((PLACE_FROM + 1))
		mkdir "$dir/acts"
		acts "$dir/acts"
		PLACE_FROM=$((PLACE_FROM + 1))
		history
		"$NODE" "$SRCDIR/tests/bench/trips.mjs" | grep -v '^ok'
	} >"$2"
	exit
fi

mkdir -p "$BUILDDIR/bench/share"
if [ -n "$cases" ] && [ ! -f "$big/office.db" ]; then
	mkdir -p "$big"
	ln -sfn "$SRCDIR/lib/sop" "$BUILDDIR/bench/share/sop"
	ln -sfn "$SRCDIR/lib/clock" "$BUILDDIR/bench/share/calendar"
	"$BUILDDIR/lib/tool/sopap" --data "$big" --share \
	    "$BUILDDIR/bench/share" simulate --scale "$cases" \
	    --until 2026-10-31
fi
for engine in sqlite postgresql; do
	SERVER_SYNC=on sh "$SRCDIR/tests/on-engine.sh" "${engine#sqlite}" \
	    sh "$0" "$engine" "$BUILDDIR/bench/$engine.tsv"
done
printf '%-38s %9s %9s %9s %9s\n' '' SQLite ms PostgreSQL ms
paste "$BUILDDIR/bench/sqlite.tsv" "$BUILDDIR/bench/postgresql.tsv" |
    awk -F '\t' '{ printf "%-38s %9s %9s %9s %9s%s\n", $1, $2, $3, $5, $6,
	$1 == $4 ? "" : "  (" $4 ")" }'
