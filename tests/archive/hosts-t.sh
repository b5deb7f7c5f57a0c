# hosts-t.sh - two hosts on one database: tick and messenger of both are at
# work, one is killed in the middle, and nothing is done twice or lost.
case " ${LEFT_OUT-} " in *" postgresql "* | *" messenger "*)
	echo "1..0 # SKIP built --without-postgresql or --without-messenger"
	exit 0 ;;
esac
[ "${1-}" = started ] ||
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
. "$SRCDIR/tests/tap.sh"
kept=$SRCDIR/tests/data/office-0.2.0
there="$PLACE&options=-csearch_path%3Ds0"

# The second host is another user where the first is root, and that user can
# run the programs.
other='sh '$SRCDIR/tests/ordinary.sh
[ "$(id -u)" -eq 0 ] && $other test -x "$BUILDDIR/lib/tool/sopap" ||
	other=

# on HOST COMMAND...: with the configuration of that host, as its user.
on() (
	SOPAP_CONF=$dir/$1/sopap.conf
	export SOPAP_CONF
	[ "$1" = a ] || as=$other
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

# An office that moved to the server, with its documents; each host has the key.
mkdir "$dir/old" "$dir/a" "$dir/b"
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
	printf '%s\n' "data = $dir/$host" 'site = http://localhost' \
	    "database = $there" >"$dir/$host/sopap.conf"
	chmod 600 "$dir/$host/sopap.conf"
done
if [ "$other" ]; then
	chmod 711 "$dir"
	chmod -R a+rwX "$dir/old/files"
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
ask "DELETE FROM deliveries; DELETE FROM message_files; DELETE FROM messages;
    INSERT INTO messages (id, kind, channel, address, subject, body, state,
    queued_at) SELECT i, 'x', 'mail', 'a' || i || '@contoh.go.id', 's', 'b', 'queued', 1
    FROM generate_series(1, 300) AS i" >"$dir/out" 2>&1
ok $? "300 messages wait" "$dir/out"
SOPAP_CONF=$dir/a/sopap.conf "$BUILDDIR/reports/messenger/sopap-messenger" \
    >"$dir/a/out" 2>&1 &
one=$!
until [ "$(mails a | wc -l)" -gt 5 ]; do
	kill -0 "$one" 2>/dev/null || break
done
run on b messenger
is "while one host sends the other does not" 0
equals "$(mails b | wc -l)" 0 "... not one"
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
equals "$(ask "SELECT count(*) FROM messages WHERE state <> 'sent'")" 0 \
    "... all that were left"
equals "$( (mails a; mails b) | sort -u | wc -l)" 300 "... none is lost"
twice=$( (mails a; mails b) | sort | uniq -d | wc -l)
[ "$twice" -le "$cut" ] && [ "$cut" -le 1 ]
ok $? "... none lies in both mailboxes but the one that was cut ($twice)"
run on a sopap verify --files
is "the history is whole" 0 ", 0 kesalahan"
run on a sopap rebuild --check
is "... and the cases derive" 0 ", 0 perbedaan"
done_testing
