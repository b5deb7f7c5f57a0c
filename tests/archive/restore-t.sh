# restore-t.sh - yesterday's backup over a used office is one command.
. "$SRCDIR/tests/tap.sh"
used=$BUILDDIR/tests/archive/used

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# row NAME - a row of the table of the last run.
row() {
	sed -n "s/^$1   *//p" "$dir/out"
}

# whole DESCRIPTION REQUESTS - the office is as it was with so many.
whole() {
	run sopap verify --files
	is "$1" 0 ", 0 kesalahan"
	equals "$(sqlite3 "$dir/data/office.db" \
	    'SELECT count(*) FROM cases')" "$2" "... with $2 requests"
	run sopap rebuild --check
	is "... and rebuilds" 0 ", 0 perbedaan"
}

mkdir "$dir/data"
printf 'data = %s\nsite = http://localhost\n' "$dir/data" >"$dir/sopap.conf"
chmod 600 "$dir/sopap.conf"
export SOPAP_CONF="$dir/sopap.conf"
"$used" make "$dir/data" >"$dir/codes"
cp "$dir/data/key" "$dir/key"
sopap backup "$dir/backup" >/dev/null 2>&1

# -- over an office that was used since
new=$("$used" more "$dir/data")
[ -s "$dir/data/office.db-wal" ]
ok $? "an office with a log, as one stops"
run sopap restore --dry-run "$dir/backup"
is "a dry run" 0 "Tidak ada yang diubah"
equals "$(row Berkas)" 3 "... tells what is in the backup"
equals "$(sqlite3 "$dir/data/office.db" 'SELECT count(*) FROM cases')" 4 \
    "... and leaves the office"
[ -z "$(ls -d "$dir"/data/lama-* "$dir/data/.pemulihan" 2>/dev/null)" ]
ok $? "... and its folder"
run sopap restore "$dir/backup"
is "yesterday's backup" 0 "Kantor sudah dipulihkan"
equals "$(row Berkas)" 3 "... of three requests"
equals "$(row Kejadian)" 18 "... and their events"
equals "$(row Dokumen)" 3 "... and documents"
equals "$(row Orang)" 31 "... the people"
equals "$(row 'Kejadian terbaru')" "2026-01-05 08:00" "... the newest act"
equals "$(row Kunci)" cocok "... with its key"
case $(row Konfigurasi) in
"sama dengan $dir/sopap.conf") status=0 ;;
*) status=1 ;;
esac
ok $status "... run with the same configuration"
aside=$(row 'Kantor lama')
whole "the office is whole" 3
[ ! -e "$dir/data/.pemulihan" ]
ok $? "... and nothing lies about"
while read -r code; do
	equals "$("$used" find "$dir/data" "$code" | cut -c 1-7)" K-2026- \
	    "an old tracking code works: $code"
done <"$dir/codes"
case $("$used" find "$dir/data" "$new") in K-*) status=1 ;; *) status=0 ;; esac
ok $status "... one that was given since does not"
"$used" more "$dir/data" >/dev/null
whole "work goes on" 4
cmp -s "$dir/data/key" "$dir/key"
ok $? "... with the key of before"
run "$BUILDDIR/lib/tool/sopap" --data "$dir/data/$aside" verify --files
is "the office of before is beside, whole" 0 ", 0 kesalahan"
equals "$(sqlite3 "$dir/data/$aside/office.db" \
    'SELECT count(*) FROM cases')" 4 "... with what it had"

# -- into an empty place
rm -rf "$dir/data"
run sopap restore "$dir/backup"
is "into no folder at all" 0 "Kantor lama       tidak ada"
whole "... the office is there" 3
rm -rf "$dir/data"
mkdir "$dir/data"
cp "$dir/key" "$dir/data/key"
run sopap restore "$dir/backup"
is "where something is left of one" 0 "Kantor lama       lama-"
whole "... it is there" 3

# -- while it is used
mkfifo "$dir/end"
"$used" hold "$dir/data" <"$dir/end" >"$dir/held" &
pid=$!
exec 3>"$dir/end"
until [ -s "$dir/held" ]; do :; done
run sopap restore "$dir/backup"
is "an office in use is refused" 1 "sedang dipakai"
is "... with what to do" 1 "systemctl stop sopap.target"
run sopap backup "$dir/backup"
is "... it can be backed up" 0 ", 0 kesalahan"
exec 3>&-
wait "$pid"
run flock "$dir/data" "$BUILDDIR/lib/tool/sopap" user list
is "while it is restored, nobody opens it" 1 "sedang dipulihkan"
run flock "$dir/backup" "$BUILDDIR/lib/tool/sopap" restore "$dir/backup"
is "a backup that is being made is no backup" 1 "sedang dibuat"

# -- a backup that is not whole
# refused DESCRIPTION TEXT - restore refuses it, and the office is as it was.
refused() {
	run sopap restore --dry-run "$dir/bad"
	is "$1, by a dry run" 1 "$2"
	run sopap restore "$dir/bad"
	is "$1" 1 "$2"
	run sopap verify --files
	is "... the office is as it was" 0 ", 0 kesalahan"
	[ ! -e "$dir/data/.pemulihan" ]
	ok $? "... nothing lies about"
	rm -rf "$dir/bad"
	cp -a "$dir/backup" "$dir/bad"
}
cp -a "$dir/backup" "$dir/bad"
rm "$dir/bad/MANIFEST"
refused "a backup without its list" "tidak ada cadangan yang selesai"
echo rusak >"$dir/bad/MANIFEST"
refused "a list that is none" "bukan daftar"
printf '%064d  ../key\n' 0 >>"$dir/bad/MANIFEST"
refused "a list that names something outside" "bukan daftar"
file=$(find "$dir/bad/files" -type f | head -n 1)
chmod u+w "$file"
echo lain >"$file"
refused "a document that was altered" "bukan yang dicadangkan"
rm "$(find "$dir/bad/files" -type f | head -n 1)"
refused "a document that is gone" "No such file"
printf x >>"$(ls "$dir"/bad/2*/office.db)"
refused "a database that was altered" "bukan yang dicadangkan"
key=$(ls "$dir"/bad/2*/key)
head -c 32 /dev/zero >"$key"
sum=$(sha256sum "$key" | cut -d' ' -f1)
sed -i "s/^[0-9a-f]*\(  [^ ]*\/key\)\$/$sum\1/" "$dir/bad/MANIFEST"
refused "another key" "cadangan ini rusak"
db=$(ls "$dir"/bad/2*/office.db)
sqlite3 "$db" 'PRAGMA user_version = 999; PRAGMA journal_mode = DELETE' \
    >/dev/null
sum=$(sha256sum "$db" | cut -d' ' -f1)
sed -i "s/^[0-9a-f]*\(  [^ ]*\/office.db\)\$/$sum\1/" "$dir/bad/MANIFEST"
refused "a newer schema" "lebih baru"

# -- one whose faults were known
sqlite3 "$dir/data/office.db" "DROP TRIGGER events_no_update;
    UPDATE events SET effect = '{}' WHERE seq = 1 AND stream =
    (SELECT max(id) FROM cases)"
sopap backup "$dir/faulty" >/dev/null 2>&1
run sopap restore "$dir/faulty"
is "a fault that stood in the office is told" 1 "tidak cocok"
is "... and restored with it" 1 "Kantor sudah dipulihkan"

# -- what cannot change places
rm -rf "$dir/data"
sopap restore "$dir/backup" >/dev/null 2>&1
mv "$dir/data/files" "$dir/elsewhere"
ln -s "$dir/elsewhere" "$dir/data/files"
run sopap restore "$dir/backup"
is "documents on a disk of their own" 1 "tautan, atau di disk lain"
run sopap verify --files
is "... the office is as it was" 0 ", 0 kesalahan"

# -- a disk that is full
full_restore() {
	unshare -rm sh -c 'data=$0/small-office
	    mkdir "$data" && mount -t tmpfs -o size=1400k none "$data" &&
	    cp "$0"/whole/office.db "$0"/whole/key "$data" &&
	    cp -r "$0"/whole/files "$data" || exit 9
	    "$@" --data "$data" restore "$0/backup"; echo status $?
	    "$@" --data "$data" verify --files; ls -A "$data"' "$dir" \
	    "$BUILDDIR/lib/tool/sopap"
}
rm -rf "$dir/data"
sopap restore "$dir/backup" >/dev/null 2>&1
cp -a "$dir/data" "$dir/whole"
if unshare -rm true 2>/dev/null; then
	run full_restore
	is "a disk that is full" 0 "No space left"
	is "... is told" 0 "status 1"
	is "... the office is as it was" 0 ", 0 kesalahan"
	! grep -q pemulihan "$dir/out"
	ok $? "... nothing lies about" "$dir/out"
else
	for n in 1 2 3 4; do skip "no namespace of our own"; done
fi

# -- an older schema
rm -rf "$dir/data" "$dir/faulty"
sopap restore "$dir/backup" >/dev/null 2>&1
sqlite3 "$dir/data/office.db" 'PRAGMA user_version = 0'
sopap backup "$dir/old" >/dev/null 2>&1
run sopap restore "$dir/old"
is "a backup of an older schema" 0 "lebih lama daripada program"

# -- by whom
if [ "$(id -u)" = 0 ]; then
	chown 12345 "$dir/data"
	run sopap restore "$dir/backup"
	is "root does not restore somebody else's office" 1 "bukan root"
	mkdir "$dir/theirs"
	chown 12345 "$dir/theirs"
	run "$BUILDDIR/lib/tool/sopap" --data "$dir/theirs" \
	    --share "$share" init
	is "... nor begin one" 1 "jalankan sebagai pengguna"
	[ -z "$(ls "$dir/theirs")" ]
	ok $? "... nor leave anything there"
else
	skip "not root"
fi
run sopap restore
is "a folder is needed" 2 "pemakaian: sopap restore [--dry-run] FOLDER"
done_testing
