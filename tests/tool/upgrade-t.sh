# upgrade-t.sh - an office of each release becomes one of this release, and of a
# later one: of tests/tool/sopap-next, which has two schema files more.
. "$SRCDIR/tests/tap.sh"
# The library of a sanitizer wants to be the first.
export ASAN_OPTIONS=verify_asan_link_order=0
next=$BUILDDIR/tests/tool/sopap-next
used=$BUILDDIR/tests/archive/used

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

next() {
	"$next" --data "$dir/data" --share "$share" "$@"
}

# ask SQL - what the database says.
ask() {
	sqlite3 "$dir/data/office.db" "$1"
}

# fresh - the office that is kept of the release $kept.
fresh() {
	rm -rf "$dir/data" "$dir/backup"
	mkdir "$dir/data"
	sqlite3 "$dir/data/office.db" <"$kept/office.sql" >/dev/null
	cp "$kept/key" "$dir/data/key"
	chmod 600 "$dir/data/key"
	cp -r "$kept/files" "$dir/data/files"
}

# current - the same, of the schema of this release.
current() {
	fresh
	sopap upgrade --backup "$dir/backup" >"$dir/out" 2>"$dir/err"
	rm -rf "$dir/backup"
}

# whole DESCRIPTION PROGRAM - the office is as it was written.
whole() {
	run "$2" verify --files
	is "$1" 0 "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"
	run "$2" rebuild --check
	is "... and rebuilds" 0 "3 berkas diturunkan, 0 perbedaan"
}

# The schema files since 0.2.0, and what number the last has.
(cd "$SRCDIR" && ls lib/store/schema/*.sql tests/data/schema/*.sql) |
    sed '1d; s|.*/||; s|[.]sql$||' >"$dir/want"
newest=$(($(wc -l <"$dir/want") + 1))

printf 'data = %s\nsite = http://localhost\n' "$dir/data" >"$dir/sopap.conf"
chmod 600 "$dir/sopap.conf"
export SOPAP_CONF="$dir/sopap.conf"

# -- to this release
for kept in "$SRCDIR"/tests/data/office-*; do
	release=${kept##*-}
	fresh
	run sopap upgrade --backup "$dir/backup"
	is "an office of $release" 0
	whole "... is whole" sopap
	[ "$release" != 0.2.0 ] || equals "$(ask 'SELECT min(saved),
	    max(saved), max(promise_late) FROM month_figures')" '-1|-1|-1' \
	    "... its closed months do not know what was not counted"
	equals "$(ask 'SELECT count(*) FROM month_marks')" \
	    "$(grep -c '^INSERT INTO month_marks' "$kept/office.sql")" \
	    "... and keep their marks"
	equals "$(ask "SELECT value FROM installation WHERE name = 'release'")" \
	    "$("$BUILDDIR/lib/tool/sopap" --version | cut -d ' ' -f 2)" \
	    "... says who made its schema"
done
run sopap upgrade --no-such-word
is "a wrong call" 2 "upgrade [--backup FOLDER]"

# -- letters of 0.2.0 were in force when they were composed: one whose visit is
# open is prepared, one whose visit ended without a signed file never was.
kept=$SRCDIR/tests/data/office-0.2.0
fresh
# letter ID VISIT - a letter composed at a visit that meets the condition.
letter() {
	ask "INSERT INTO documents SELECT $1, t.case_id, t.id, 'surat', 'a.pdf',
	    'application/pdf', 1, d.sha256, d.added_at, NULL
	  FROM tasks t, documents d WHERE $2 ORDER BY t.id, d.id LIMIT 1;
	INSERT INTO letter_texts VALUES ($1, (SELECT min(id) FROM units),
	    'balasan', $1, '', '$1', 1, 1, NULL);
	INSERT INTO letter_orders VALUES ($1, $1, $1, '{}');
	INSERT INTO letters SELECT $1, (SELECT min(id) FROM units), case_id,
	    'balasan', 0, 'A', 'W-$1', 2026, '2026-01-05', 'A', 'h$1', 'valid',
	    id, 1, NULL, NULL, '', '', $1 FROM documents WHERE id = $1"
}
letter 1 't.open = 1'
letter 2 "t.open = 0 AND t.outcome = 'forward' AND NOT EXISTS
    (SELECT 1 FROM documents x WHERE x.task_id = t.id)"
letter 3 "t.open = 0 AND t.outcome = 'end'"
ask "UPDATE tasks SET outcome = 'return' WHERE id =
    (SELECT task_id FROM documents WHERE id = 2)"
equals "$(ask 'SELECT count(*) FROM letters')" 3 "three letters of 0.2.0"
run sopap upgrade --backup "$dir/backup"
is "... go along (the history tells of another outcome)" 1 "1 kesalahan"
equals "$(ask 'SELECT state FROM letters ORDER BY id' | tr '\n' ' ')" \
    "reserved dropped valid " "... and are what is true of them"

# -- to a later one
kept=$SRCDIR/tests/data/office-0.2.0
fresh
before=$(ask "SELECT value FROM installation WHERE name = 'schema'")
run next user list
is "a program finds an older schema" 1 "sopap upgrade"
run next doctor
is "... doctor says what to do" 1 'Jalankan "sopap upgrade"'
run next init
is "... init does not touch it" 1 "sopap upgrade"
run next upgrade </dev/null
is "a backup comes first" 1 "--backup FOLDER"
equals "$(ask 'PRAGMA user_version')" 1 "... nothing was done without"
run next upgrade --backup "$dir/no/where"
is "... nor without a good place for it" 1 "no/where"
equals "$(ask 'PRAGMA user_version')" 1 "... nothing"
run next upgrade --backup "$dir/backup"
is "an upgrade" 0 "ke skema $newest. 27 kejadian dan 3 berkas diperiksa, 0 kesal"
sed -n 's/: selesai$//p' "$dir/out" >"$dir/got"
same_file "... step by step" "$dir/want" "$dir/got"
whole "... is whole" next
equals "$(ask 'SELECT count(*) FROM people WHERE nickname = login')" 31 \
    "... its rows have what is new"
equals "$(ask 'SELECT sum(cases) FROM visitors')" 3 "... and its tables"
equals "$(ask "SELECT count(*) FROM installation WHERE name = 'schema'
    AND value <> '$before'")" 1 "... its fingerprint is the new one"
run next upgrade
is "a second one has nothing to do" 0 "sudah yang terbaru ($newest)"
run sopap user list
is "the release before does not open it" 1 "lebih baru"
REQUEST_METHOD=GET REQUEST_URI=/ run "$BUILDDIR/libexec/home" </dev/null
is "... a page of it" 1 "Status: 503"
is "... says when to come again" 1 "Retry-After: "
is "... in a sentence" 1 "Coba lagi beberapa saat lagi"
is "... the log says why" 1 "pasang sopap yang lebih baru"
run sopap restore "$dir/backup"
is "the backup is the way back" 0 "Kantor sudah dipulihkan"
sopap upgrade --backup "$dir/third" >"$dir/out" 2>"$dir/err"
whole "... whole" sopap
run next restore "$dir/backup"
is "a later release restores it, too" 0 'sopap upgrade'
run sh -c 'echo "$1" | "$2" --data "$3" upgrade' sh "$dir/other" "$next" \
    "$dir/data"
is "the folder of the backup is asked for" 0 "$dir/other/"
whole "... whole" next

# -- what is refused
current
mkfifo "$dir/end"
"$used" hold "$dir/data" <"$dir/end" >"$dir/held" &
pid=$!
exec 3>"$dir/end"
until [ -s "$dir/held" ]; do :; done
run next upgrade --backup "$dir/backup"
is "an office in use" 1 "systemctl stop sopap.target"
exec 3>&-
wait "$pid"
run flock "$dir/data" "$BUILDDIR/lib/tool/sopap" --data "$dir/data" user list
is "... nobody opens it meanwhile" 1 "ditingkatkan; tunggu"
ask 'CREATE TABLE mine (n)'
run next upgrade --backup "$dir/backup"
is "a schema that was altered by hand" 1 "diubah dengan tangan"
[ ! -e "$dir/backup" ]
ok $? "... before anything is done"
fresh
ask "UPDATE installation SET value = 'ab' WHERE name = 'schema'"
run next upgrade --backup "$dir/backup"
is "one that no release made" 1 "bukan dari rilis"
fresh
ask 'DROP TABLE installation; PRAGMA user_version = 10'
run next upgrade --backup "$dir/backup"
is "one from before 0.2.0" 1 "bukan dari rilis"
run next doctor
is "... as doctor says" 1 "skema bukan dari rilis sopap"
fresh
echo "another key that is 32 bytes long" | head -c 32 >"$dir/data/key"
run next upgrade --backup "$dir/backup"
is "an office with a wrong key" 1 "key bukan kunci basis data ini"

# -- an office with a fault
fresh
ask "DROP TRIGGER events_no_update; UPDATE events SET effect = '{}'
    WHERE seq = 1 AND stream = (SELECT max(id) FROM cases);
    CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;"
run next upgrade --backup "$dir/backup"
is "a history that was changed before" 1 "ke skema $newest"
is "... is told" 1 "tidak cocok"
fresh
rm "$dir"/data/files/a1/*
run next upgrade --backup "$dir/backup"
is "a document that was lost before" 1 "ke skema $newest"
is "... is told" 1 "hilang atau berubah"

# -- killed
# upgrade_at N - upgrade, killed at its N-th change; 0 when it was done before.
upgrade_at() {
	fresh
	LD_PRELOAD=$BUILDDIR/tests/crash/fault.so FAULT=kill FAULT_AT=$1 \
	    FAULT_DIR=$dir "$next" --data "$dir/data" upgrade \
	    --backup "$dir/backup" >"$dir/out" 2>"$dir/err"
}
n=3 bad=0 runs=0
until upgrade_at "$n" 2>/dev/null; do
	case $(ask 'PRAGMA integrity_check; PRAGMA user_version') in
	ok?[1-9]*) ;;
	*) bad=$((bad + 1)) ;;
	esac
	if ! next upgrade --backup "$dir/backup" >"$dir/out" 2>"$dir/err" ||
	    ! next verify --files >>"$dir/out" 2>>"$dir/err" ||
	    [ "$(ask 'SELECT sum(cases) FROM visitors')" != 3 ]; then
		bad=$((bad + 1))
		echo "# killed at change $n:"
		sed 's/^/# /' "$dir/out" "$dir/err"
	fi
	runs=$((runs + 1))
	n=$((n + 7))
done
[ "$runs" -ge 8 ]
ok $? "an upgrade is killed at places up to $n"
equals "$bad" 0 "... and comes to its end when it is run again"
done_testing
