# watch-t.sh - tick, messenger and backup that fail or stop are told to the
# administrators, once a day; and a clock that runs ahead does no harm.
. "$SRCDIR/tests/tap.sh"
[ -x "$BUILDDIR/reports/messenger/sopap-messenger" ] || {
	echo "1..0 # SKIP the messenger was left out"
	exit 0
}

# The library of a sanitizer wants to be the first.
export ASAN_OPTIONS=verify_asan_link_order=0
db=$dir/data/office.db
export SOPAP_CONF="$dir/sopap.conf"
printf '%s\n' "data = $dir/data" 'site = http://localhost' >"$SOPAP_CONF"
chmod 600 "$SOPAP_CONF"

sopap() {
	"$BUILDDIR/lib/tool/sopap" --share "$share" "$@"
}
messenger() {
	"$BUILDDIR/reports/messenger/sopap-messenger"
}
# ahead SECONDS COMMAND...: with the clock so far ahead.
ahead() (
	CLOCK_AHEAD=$1 LD_PRELOAD=$BUILDDIR/tests/tool/clock-at.so
	export CLOCK_AHEAD LD_PRELOAD
	shift
	"$@"
)
sql() {
	sqlite3 "$db" "$@"
}
# A tick, as one that comes a minute after the last.
tick() {
	sql "DELETE FROM leases WHERE name = 'tick'"
	sopap tick "$@"
}
# alarms WORK: how many messages about it.
alarms() {
	sql "SELECT count(*) FROM messages WHERE fact LIKE 'alarm:$1:%'"
}
# fault JOB: why its last run failed; ended JOB, well JOB: when.
fault() {
	sql "SELECT fault FROM runs WHERE job = '$1'"
}
well() {
	sql "SELECT coalesce(sum(well_at), 0) FROM runs WHERE job = '$1'"
}
mails() {
	ls "$dir/data/mailbox" 2>/dev/null | wc -l
}

sopap init >/dev/null
sopap user add ani Ani --admin >/dev/null
sopap user add budi Budi --admin >/dev/null
sopap user add citra Citra --admin >/dev/null
sopap user add dedi Dedi >/dev/null
sql "UPDATE people SET email = 'ani@contoh.go.id' WHERE login = 'ani';
    UPDATE people SET phone = '+628120000001' WHERE login = 'budi';
    UPDATE people SET email = 'dedi@contoh.go.id' WHERE login = 'dedi'"

# -- what the audit has to tell -----------------------------------------------

sql "INSERT INTO audit VALUES (1, 1000, 'login', 'good', 0, 0, '', '', '', '')"
run tick
is "a tick after administrators were made" 0
equals "$(alarms %)" 0 "... nothing has failed"
equals "$(sql "SELECT count(*) FROM messages WHERE fact LIKE 'audit:%'")" 6 \
	"... those who can be reached hear of each of the three"
equals "$(sql "SELECT count(*) FROM audit WHERE id = 1")" 0 \
	"... and an entry that is too old is gone"
sql "DELETE FROM messages; DELETE FROM audit"

# -- all is well --------------------------------------------------------------

run tick
is "a tick" 0
run messenger
is "a messenger" 0
run sopap backup "$dir/backup"
is "a backup" 0
now=$(date +%s)
for job in tick messenger backup; do
	[ "$(well $job)" -gt $((now - 600)) ] && [ -z "$(fault $job)" ]
	ok $? "the last run of $job is written down"
done
equals "$(alarms %)" 0 "nobody is told anything"

# -- the tick fails -----------------------------------------------------------

was=$(well tick)
sql "ATTACH '$dir/aside.db' AS aside;
    CREATE TABLE aside.c AS SELECT * FROM calendar_versions;
    DELETE FROM calendar_versions"
run tick
is "a tick that cannot work" 1 "Kalender kantor belum ditetapkan"
run tick
is "... fails again" 1
equals "$(fault tick)" "Kalender kantor belum ditetapkan." "... is written down"
equals "$(well tick)" "$was" "... beside the last that was well"
equals "$(alarms tick)" 2 "... told to the administrators who can be reached, once"
equals "$(sql "SELECT group_concat(channel) FROM (SELECT channel FROM messages
    WHERE fact LIKE 'alarm:tick:%' ORDER BY channel)")" mail,whatsapp \
	"... by mail, or by telephone without an address"
sqlite3 "$db" "SELECT body FROM messages WHERE fact LIKE 'alarm:tick:%' LIMIT 1" \
	>"$dir/body"
grep -q 'Kalender kantor belum ditetapkan' "$dir/body" &&
	grep -q 'journalctl -u sopap-tick' "$dir/body" &&
	grep -q 'http://localhost/admin/sistem' "$dir/body"
ok $? "... with the reason and where to look" "$dir/body"
run messenger
is "the messenger sends it" 0 "tick: Kalender kantor belum ditetapkan"
equals "$(mails)" 2 "... both"
sql "ATTACH '$dir/aside.db' AS aside;
    INSERT INTO calendar_versions SELECT * FROM aside.c"
run tick
is "mended, it works" 0
equals "$(fault tick)" "" "... and that is written down"
run messenger
is "nobody hears of it again" 0
equals "$(mails)" 2 "... really"

# -- one of them has stopped ---------------------------------------------------

sql "UPDATE runs SET ended_at = ended_at - 100000, well_at = well_at - 100000
    WHERE job <> 'backup'"
run tick
is "a machine that was off" 0
[ ! -s "$dir/err" ] && [ "$(alarms messenger)" = 0 ]
ok $? "... has not lost its messenger" "$dir/err"
run tick
is "the tick runs on, the messenger does not" 0 "messenger: terakhir selesai"
run tick
is "... the log says so each time" 0 "messenger: terakhir selesai"
equals "$(alarms messenger)" 2 "... the administrators are told once"
run messenger
is "the messenger is back" 0
equals "$(mails)" 4 "... and sends that, too"
sql "UPDATE runs SET ended_at = ended_at - 1000 WHERE job = 'tick'"
sql "DELETE FROM messages WHERE fact LIKE 'alarm:tick:%'" 2>/dev/null ||
	sql "UPDATE messages SET fact = NULL WHERE fact LIKE 'alarm:tick:%'"
run messenger
is "the tick has stopped: the messenger sees it" 0 "tick: terakhir selesai"
equals "$(alarms tick)" 2 "... tells the administrators"
equals "$(mails)" 6 "... and sends it in the same run"
tick 2>/dev/null

# -- the backup ----------------------------------------------------------------

: >"$dir/no-folder"
run sopap backup "$dir/no-folder"
is "a backup that cannot be written" 1
[ -n "$(fault backup)" ]
ok $? "... is written down"
run tick
is "... the tick tells of it" 0 "backup: "
equals "$(alarms backup)" 2 "... the administrators"
run sopap backup "$dir/backup"
is "the next one is well" 0
equals "$(fault backup)" "" "... and that is written down"
sql "UPDATE runs SET ended_at = ended_at - 3 * 86400 WHERE job = 'backup';
    UPDATE messages SET fact = NULL WHERE fact LIKE 'alarm:backup:%'"
run tick
is "none for three days" 0 "backup: terakhir selesai"
equals "$(alarms backup)" 2 "... is told as well"

# -- a unit that died ------------------------------------------------------------

run sopap notify sopap-mesin
is "a unit of systemd failed" 0
run sopap notify sopap-mesin
is "... once more" 0
equals "$(alarms mesin)" 2 "... is told once"
run sopap notify
is "no unit" 2
run sopap notify "x;y"
is "a name that no unit has" 2
awk -f "$SRCDIR/cgi-bin/routes.awk" -v what=units -v folder="$dir" \
	-v bin="$BUILDDIR/lib/tool" "$SRCDIR/cgi-bin/routes.tsv"
for unit in tick messenger backup; do
	grep -qx 'OnFailure=sopap-failure@%p.service' "$dir/sopap-$unit.service"
	ok $? "sopap-$unit.service says whom to call"
done
grep -qx "ExecStart=$BUILDDIR/lib/tool/sopap notify %i" \
	"$dir/sopap-failure@.service" &&
	! grep -q OnFailure "$dir/sopap-failure@.service"
ok $? "sopap-failure@.service tells, and calls nobody itself"
if command -v systemd-analyze >/dev/null; then
	systemd-analyze verify --man=no "$dir/sopap-failure@tick.service" >"$dir/why" 2>&1
	ok $? "systemd takes it" "$dir/why"
else
	skip "no systemd-analyze"
fi

# -- the clock is ten years ahead ---------------------------------------------

far=$((3650 * 86400))
sql "UPDATE messages SET state = 'sent' WHERE state = 'queued'"
cases=$(sql 'SELECT count(*) FROM cases')
events=$(sql 'SELECT count(*) FROM events')
sent=$(mails)
run ahead $far sopap tick
is "a tick ten years ahead is refused" 1 'jalankan "sopap tick --yes"'
run ahead $far messenger
is "... the messenger likewise" 1 "Betulkan jam mesin"
[ "$(sql 'SELECT count(*) FROM cases')" = "$cases" ] &&
	[ "$(sql 'SELECT count(*) FROM events')" = "$events" ] &&
	[ "$(mails)" = "$sent" ]
ok $? "... nothing was opened, nothing sent"
run ahead $((20 * 86400)) sopap tick
is "twenty days ahead, a young office: refused too" 1
run ahead $((10 * 86400)) sopap tick
is "ten days: those are holidays" 0

# Somebody says that it is right: both work, with leases of that time.
run ahead $far sopap tick --yes
is "an administrator says that the clock is right" 0
equals "$(sql "SELECT count(*) FROM events WHERE kind = 'clock-confirmed'")" 1 \
	"... that is an event"
run ahead $((far + 60)) sopap tick --yes
is "... asked for again it is nothing new" 0
equals "$(sql "SELECT count(*) FROM events WHERE kind = 'clock-confirmed'")" 1 \
	"... so there is one"
run ahead $((far + 60)) messenger
is "the messenger works then, too" 0
# As one that was killed has left it.
sql "INSERT INTO leases VALUES ('messenger', '1', $(date +%s) + $far + 180)
    ON CONFLICT (name) DO UPDATE SET holder = '1', until = excluded.until"
ahead $far sopap notify besok

# ... and is back.
[ "$(sql "SELECT count(*) FROM leases WHERE until > $(date +%s) + 1000000")" -gt 1 ]
ok $? "leases of 2036 lie there"
sql "INSERT INTO messages (id, kind, channel, address, subject, body, state,
    queued_at) VALUES (1, 'x', 'mail', 'a@contoh.go.id', 's', 'b', 'queued', 1)"
sent=$(mails)
run sopap tick
is "back again the tick works" 0
[ "$(well tick)" -ge "$now" ] && [ "$(well tick)" -lt $((now + far)) ]
ok $? "... really: it has written down its run"
run messenger
is "... and the messenger" 0
[ "$(mails)" -gt "$sent" ] && equals "$(sql 'SELECT state FROM messages
    WHERE id = 1')" sent "... which sends what waits"
equals "$(sql "SELECT count(*) FROM messages WHERE state = 'queued'")" 0 \
	"... also what was queued by that clock"
equals "$(sql "SELECT count(*) FROM leases
    WHERE until > $(date +%s) + 2 * 86400")" 0 "no lease of that time is left"
run sopap verify
is "the history verifies" 0 ", 0 kesalahan"
done_testing
