# on-engine.sh ENGINE COMMAND... - run a test on an engine: "" is SQLite, for
# "postgresql" PLACE names a database that the test has for itself.  It has the
# schemas s0 ... s63, one for each office (tests/store/place.h).
#
# The server is of the test alone, in a temporary folder, on a socket; with
# PGSERVER, the folder of the socket of one that runs, it is that.
engine=$1
shift
if [ -z "$engine" ]; then
	exec "$@"
fi
if [ "$engine" != postgresql ]; then
	echo "ENGINE=$engine: sqlite (nothing) or postgresql" >&2
	exit 99
fi
PATH=$PATH:$(pg_config --bindir 2>/dev/null)
if ! command -v initdb >/dev/null; then
	echo "1..0 # SKIP initdb (postgresql) is missing"
	exit 0
fi

# A bench wants SERVER_SYNC=on: an answer is on the disk.
SERVER_OPTIONS="-h '' -c fsync=${SERVER_SYNC:-off} \
-c full_page_writes=${SERVER_SYNC:-off} -c max_locks_per_transaction=1024 \
-c max_connections=200 -c autovacuum=${SERVER_SYNC:-off}"

ordinary() {
	sh "$SRCDIR/tests/ordinary.sh" "$@"
}

# start: a server in $folder.  Nothing of it need outlive a crash.
start() {
	folder=$(mktemp -d "${TMPDIR:-/tmp}/sopap-pgsql-XXXXXX") || exit 99
	[ "$(id -u)" -ne 0 ] || chown nobody:nogroup "$folder"
	trap 'stop' EXIT
	trap 'exit 99' HUP INT TERM
	(
		cd "$folder" || exit 99
		ordinary initdb -D "$folder/data" -U sopap -A trust -E UTF8 \
		    --locale=C -N &&
		ordinary pg_ctl -D "$folder/data" -w -s -l "$folder/log" \
		    -o "-k $folder $SERVER_OPTIONS" start
	) >"$folder/out" 2>&1 </dev/null || {
		cat "$folder/out" "$folder/log" >&2
		exit 99
	}
	PGSERVER=$folder
}

stop() {
	ordinary pg_ctl -D "$folder/data" -m immediate -s stop \
	    >/dev/null 2>&1 </dev/null
	rm -rf "$folder"
}

[ -n "${PGSERVER-}" ] || start
database=t$$
schemas=$(seq -f 'CREATE SCHEMA s%.0f;' 0 63)
psql -q -X -h "$PGSERVER" -U sopap -d postgres \
    -c "CREATE DATABASE $database TEMPLATE template0" &&
psql -q -X -h "$PGSERVER" -U sopap -d "$database" -c "$schemas" || exit 99
ENGINE=$engine
PLACE="postgresql:///$database?host=$PGSERVER&user=sopap"
export PGSERVER SERVER_OPTIONS ENGINE PLACE PATH
"$@"
