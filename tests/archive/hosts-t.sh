# hosts-t.sh - two hosts on one database: tick and messenger of both are at
# work, one is killed in the middle, another is cut off, and nothing is done
# twice or lost.  Where root may, each has a name, a network and processes of its
# own, all of which are number 1, and reaches the server by a wire, with TLS.
case " ${LEFT_OUT-} " in *" postgresql "* | *" messenger "*)
	echo "1..0 # SKIP built --without-postgresql or --without-messenger"
	exit 0 ;;
esac
if [ "${1-}" = started ]; then
	apart=
elif [ "${1-}" != apart ]; then
	# The network of the server is none that the machine has.
	unset PGSERVER
	[ "$(id -u)" -eq 0 ] && command -v ip >/dev/null &&
	    command -v openssl >/dev/null &&
	    unshare --net --uts --pid --fork --mount-proc true 2>/dev/null &&
	    exec unshare --net sh "$SRCDIR/tests/on-engine.sh" postgresql \
		sh "$0" apart
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
else
	apart=1
fi
. "$SRCDIR/tests/tap.sh"
kept=$SRCDIR/tests/data/office-0.2.0
there="$PLACE&options=-csearch_path%3Ds0"
place_a=$there place_b=$there as_a='' as_b=''

# The second host is another user where the first is root, and that user can
# run the programs.
other='sh '$SRCDIR/tests/ordinary.sh
[ "$(id -u)" -eq 0 ] && $other test -x "$BUILDDIR/lib/tool/sopap" ||
	other=

# wire HOST N: the host, a network with the server at one end of a wire.
wire() {
	unshare --net --uts cat "$dir/end" 3>&- &
	until [ "$(readlink /proc/$!/ns/net)" != \
	    "$(readlink /proc/$$/ns/net)" ]; do
		:
	done
	ip link add name "ke-$1" type veth peer name wire netns $! &&
	ip addr add "10.77.$2.1/24" dev "ke-$1" && ip link set "ke-$1" up &&
	nsenter -t $! -n -u sh -c "hostname mesin-$1 && ip link set lo up &&
	    ip addr add 10.77.$2.2/24 dev wire && ip link set wire up"
}

# over HOST N: the server as the host reaches it.
over() {
	echo "*:*:*:kantor:$secret" >"$dir/$1/pass"
	chmod 600 "$dir/$1/pass"
	echo "postgresql://kantor@db.contoh.invalid:$port/$database?\
hostaddr=10.77.$2.1&options=-csearch_path%3Ds0&passfile=$dir/$1/pass&\
sslrootcert=$tls/ours.crt"
}

# on HOST COMMAND...: with the configuration of that host, as its user.
on() (
	SOPAP_CONF=$dir/$1/sopap.conf
	export SOPAP_CONF
	eval "as=\$as_$1"
	shift
	"$@"
)
as=
sopap() {
	$as "$BUILDDIR/lib/tool/sopap" --share "$share" "$@"
}
messenger() {
	$as "$BUILDDIR/reports/messenger/sopap-messenger" "$@"
}
# ask SQL - what the server says.
ask() {
	psql -q -X -A -t "$there" -c "$1"
}
# mails HOST - the numbers of the mails that it has written.
mails() {
	ls "$dir/$1/mailbox" 2>/dev/null
}

mkdir "$dir/old" "$dir/a" "$dir/b"
if [ "$apart" ]; then
	. "$SRCDIR/tests/store/tls.sh"
	database=$(basename "${PLACE%%\?*}")
	mkfifo "$dir/end"
	exec 3<>"$dir/end"
	{
		tls_ca ours && tls_sign ours db.contoh.invalid &&
		tls_listen '*' ours-db.contoh.invalid && ip link set lo up &&
		wire a 1 && host_a=$! && wire b 2 && host_b=$!
	} >"$dir/out" 2>&1
	ok $? "two hosts, each on a wire to the server" "$dir/out"
	there="$PLACE&port=$port&options=-csearch_path%3Ds0"
	place_a=$(over a 1) place_b=$(over b 2)
	alone='-n -u unshare --pid --fork --kill-child --mount-proc'
	as_a="nsenter -t $host_a $alone" as_b="nsenter -t $host_b $alone"
	# The programs own nothing.
	psql -q -X "$there" -c "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT,
	    UPDATE, DELETE ON TABLES TO kantor"
else
	skip "both hosts have one network: two take root, unshare and openssl"
fi
as_b="$as_b env HOME=$dir/b $other"

# An office that moved to the server, with its documents; each host has the key.
sqlite3 "$dir/old/office.db" <"$kept/office.sql" >/dev/null
cp "$kept/key" "$dir/old/key"
cp -r "$kept/files" "$dir/old/files"
"$BUILDDIR/lib/tool/sopap" --data "$dir/old" upgrade --backup "$dir/backup" \
    >/dev/null 2>&1
sopap copy "$dir/old/office.db" "$there" >"$dir/out" 2>&1
ok $? "an office on a server" "$dir/out"
rm -rf "$dir/old"
for host in a b; do
	cp "$kept/key" "$dir/$host/key"
	chmod 600 "$dir/$host/key"
	eval "place=\$place_$host"
	printf '%s\n' "data = $dir/$host" 'site = http://localhost' \
	    "database = $place" >"$dir/$host/sopap.conf"
	chmod 600 "$dir/$host/sopap.conf"
done
if [ "$other" ]; then
	chmod 711 "$dir"
	chown -R nobody:nogroup "$dir/b"
	equals "$(on b $other id -un)" nobody "the second host is another user"
else
	skip "both hosts are one user: another takes root"
fi

# -- the tick of both
on a sopap tick --yes >"$dir/a/out" 2>&1 &
one=$!
on b sopap tick --yes >"$dir/b/out" 2>&1 &
two=$!
wait "$one" && wait "$two"
ok $? "both tick at once" "$dir/a/out" "$dir/b/out"
[ "$(ask 'SELECT count(*) FROM cases WHERE evaluation = 1')" -gt 0 ]
ok $? "... evaluations were due"
equals "$(ask 'SELECT count(*) FROM (SELECT 1 FROM cases
    WHERE evaluation = 1 GROUP BY version_id, period
    HAVING count(*) > 1) AS twice')" 0 "... and none was opened twice"

# -- the messenger of both
# wait_300: so many messages wait.  a_sends: host a has begun to send them.
wait_300() {
	ask "DELETE FROM deliveries; DELETE FROM message_files;
	    DELETE FROM messages; INSERT INTO messages (id, kind, channel,
	    address, subject, body, state, queued_at) SELECT i, 'x', 'mail',
	    'a' || i || '@contoh.go.id', 's', 'b', 'queued', 1
	    FROM generate_series(1, 300) AS i" >"$dir/out" 2>&1
	ok $? "300 messages wait" "$dir/out"
}
a_sends() {
	SOPAP_CONF=$dir/a/sopap.conf $as_a \
	    "$BUILDDIR/reports/messenger/sopap-messenger" >"$dir/a/out" 2>&1 &
	one=$!
	until [ "$(mails a | wc -l)" -gt 5 ]; do
		kill -0 "$one" 2>/dev/null || break
	done
}
# all_sent: each message lies in a mailbox; once, but for one that was cut.
all_sent() {
	equals "$(ask "SELECT count(*) FROM messages
	    WHERE state <> 'sent'")" 0 "... all that were left"
	equals "$( (mails a; mails b) | sort -u | wc -l)" 300 \
	    "... none is lost"
	twice=$( (mails a; mails b) | sort | uniq -d | wc -l)
	[ "$twice" -le "$cut" ] && [ "$cut" -le 1 ]
	ok $? "... none lies in both but the one that was cut ($twice)"
}

wait_300
a_sends
run on b messenger
is "while one host sends the other does not" 0
equals "$(mails b | wc -l)" 0 "... not one"
if [ "$apart" ]; then
	holder=$(ask "SELECT holder FROM leases WHERE name = 'messenger'")
	expr "$holder" : 'mesin-a [^ ]* 1 [^ ]*$' >/dev/null
	ok $? "... though both are process 1 of a machine ($holder)"
fi
kill -9 "$one"
wait "$one" 2>/dev/null
left=$(ask "SELECT count(*) FROM messages WHERE state = 'queued'")
cut=$(ask "SELECT count(*) FROM deliveries WHERE state = 'begun'")
[ "$left" -gt 0 ]
ok $? "it is killed in the middle, $left are left"
run on b messenger
is "its lease lasts on" 0
equals "$(mails b | wc -l)" 0 "... and keeps the other out"
ask "UPDATE leases SET until = 0 WHERE name = 'messenger'"
run on b messenger
is "then the other sends" 0
all_sent

# -- a host that is cut off, and comes back while it still thinks to send
if [ "$apart" ]; then
	rm -f "$dir"/[ab]/mailbox/*
	wait_300
	a_sends
	ip link set ke-a down
	# Of the one in its hand nobody knows.
	cut=1
	ask "UPDATE leases SET until = 0 WHERE name = 'messenger'"
	# The server gives its locks back when it has heard nothing for long.
	for try in 1 2 3 4 5 6 7 8 9; do
		run on b messenger
		[ "$status" -ne 0 ] || break
	done
	is "a host is cut off, the other sends" 0
	ip link set ke-a up
	wait "$one"
	all_sent
fi
run on a sopap verify --files
is "the history is whole" 0 ", 0 kesalahan"
run on a sopap rebuild --check
is "... and the cases derive" 0 ", 0 perbedaan"
done_testing
