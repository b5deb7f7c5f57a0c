# backup-t.sh - all of an office in one folder, while it is in use.
. "$SRCDIR/tests/tap.sh"
used=$BUILDDIR/tests/archive/used

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# fresh - the used office anew.
fresh() {
	rm -rf "$dir/data"
	cp -a "$dir/whole" "$dir/data"
}

# stamps - the folders of backups.
stamps() {
	(cd "$dir/backup" && ls -d [0-9]*T*Z*)
}

# kept DESCRIPTION - the backup is whole by sha256sum(1), and is the only one.
kept() {
	(cd "$dir/backup" && sha256sum -c --strict --quiet MANIFEST) \
	    >"$dir/out" 2>&1 && [ "$(stamps | wc -l)" = 1 ]
	ok $? "$1" "$dir/out"
}

mkdir "$dir/whole" "$dir/letters"
echo 'Naskah' >"$dir/letters/balasan.txt"
echo 'bukan' >"$dir/letters/catatan.md"
printf 'data = %s\nletters = %s\nsite = http://localhost\n' "$dir/data" \
    "$dir/letters" >"$dir/sopap.conf"
chmod 600 "$dir/sopap.conf"
export SOPAP_CONF="$dir/sopap.conf"
"$used" make "$dir/whole" >/dev/null
fresh

# -- the first
run sopap backup
is "a folder is needed" 2 "pemakaian: sopap backup FOLDER"
run sopap backup "$dir/backup"
is "a backup" 0 "3 dokumen (3 baru) dicadangkan, dibaca kembali"
is "... without a fault" 0 ", 0 kesalahan"
kept "... which sha256sum finds whole"
(cd "$dir/backup" && find . -type f | sed 's/[0-9]*T[0-9]*Z/STAMP/
    s/files.*/files/' | LC_ALL=C sort -u) >"$dir/got"
printf '%s\n' ./MANIFEST ./STAMP/key ./STAMP/letters/balasan.txt \
    ./STAMP/office.db ./STAMP/sopap.conf ./files >"$dir/want"
same_file "... of all that belongs to an office" "$dir/want" "$dir/got"
equals "$(stat -c %a "$dir/backup")" 700 "... and that is nobody else's"
[ -z "$(find "$dir/backup" -name '*-wal' -o -name '*-shm')" ]
ok $? "... without a log beside the database"

# -- the next one, while others write
"$used" more "$dir/data" >/dev/null
ls -i "$dir"/backup/files/*/* | sort >"$dir/before"
run sopap backup "$dir/backup"
is "another copies what is new" 0 "4 dokumen (1 baru)"
kept "... and takes the place of the first"
ls -i "$dir"/backup/files/*/* | sort >"$dir/after"
equals "$(comm -12 "$dir/before" "$dir/after" | wc -l)" 3 \
    "... the documents that were there are the same files"
sqlite3 "$dir/data/office.db" "DELETE FROM documents WHERE id =
    (SELECT max(id) FROM documents)"
run sopap backup "$dir/backup"
is "a document that is named no more" 0 "3 dokumen (0 baru)"
equals "$(find "$dir/backup/files" -type f | wc -l)" 3 "... is removed"

# -- what is lying about
mkdir "$dir/backup/20200101T000000Z"
echo half >"$dir/backup/20200101T000000Z/office.db"
echo half >"$dir/backup/MANIFEST.part"
file=$(find "$dir/backup/files" -type f | head -n 1)
echo half >"$file.part"
run sopap backup "$dir/backup"
is "what an interrupted run left is no obstacle" 0 ", 0 kesalahan"
kept "... and is removed"
[ ! -e "$file.part" ]
ok $? "... everywhere"

# -- a folder that is none
run sopap backup "$dir/data"
is "the folder of the office is refused" 1 "bukan folder cadangan"
mkdir "$dir/pictures"
echo foto >"$dir/pictures/foto.jpg"
run sopap backup "$dir/pictures"
is "a folder of something else, too" 1 "berisi foto.jpg"
run sopap backup "$dir/nowhere/backup"
is "a folder in a folder that is not there" 1 "nowhere/backup"
run flock "$dir/backup" "$BUILDDIR/lib/tool/sopap" --data "$dir/data" \
    backup "$dir/backup"
is "a second one at once" 1 "sedang dipakai cadangan"

# -- documents that are damaged here or there
chmod u+w "$file"
echo lain >"$file"
run sopap backup "$dir/backup"
is "a document that was altered in the backup" 0 "(1 baru)"
kept "... is copied again"
name=${file#"$dir/backup/"}
rm -f "$dir/data/$name"
run sopap backup "$dir/backup"
is "one that the office has lost is there still" 0 ", 0 kesalahan"
kept "... in the backup"
rm -rf "$dir/backup"
run sopap backup "$dir/backup"
is "... or in none: a fault" 1 "${name##*/}: hilang atau berubah"
kept "... and the rest is kept"
run sopap backup "$dir/backup"
is "... each time" 1 ", 1 kesalahan"

# -- another schema, of no release
fresh
rm -rf "$dir/backup"
sqlite3 "$dir/data/office.db" 'PRAGMA user_version = 0; DROP TABLE damages;
    DROP TABLE message_files; DROP TABLE months; DROP TABLE installation'
run sopap user list
is "a program refuses another schema" 1 "bukan dari rilis"
run sopap backup "$dir/backup"
is "... a backup does not" 0 "3 dokumen (3 baru)"
is "... it says what it cannot check" 0 "akar bulan: tidak diperiksa"
kept "... and it is whole"

# -- an office that is not whole
fresh
rm -rf "$dir/backup"
run sopap backup "$dir/backup"
cp "$dir/backup/MANIFEST" "$dir/before"
sqlite3 "$dir/data/office.db" "DROP TRIGGER events_no_update;
    UPDATE events SET effect = '{}' WHERE seq = 1 AND stream =
    (SELECT max(id) FROM cases)"
run sopap backup "$dir/backup"
is "a history that was changed" 1 "cadangan sebelumnya dibiarkan"
is "... which is named" 1 "tidak cocok"
same_file "... does not take the place of a whole one" "$dir/before" \
    "$dir/backup/MANIFEST"
kept "... which is left"
run sopap backup "$dir/other"
is "in another folder it is kept as it is" 1 ", 1 kesalahan"
run sopap backup "$dir/other"
is "... and again" 1 ", 1 kesalahan"
fresh
rm "$dir/data/key"
run sopap backup "$dir/backup"
is "an office without its key" 1 "key: tidak ada"
is "... neither" 1 "cadangan sebelumnya dibiarkan"
same_file "... leaves the backup" "$dir/before" "$dir/backup/MANIFEST"
fresh
sqlite3 "$dir/data/office.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
page=$(sqlite3 "$dir/data/office.db" \
    "SELECT rootpage FROM sqlite_schema WHERE name = 'documents_sha256'")
size=$(sqlite3 "$dir/data/office.db" 'PRAGMA page_size')
dd if=/dev/zero of="$dir/data/office.db" bs="$size" seek=$((page - 1)) \
    count=1 conv=notrunc 2>/dev/null
run sopap backup "$dir/backup"
is "pages that were written over" 1 "basis data rusak"
same_file "... leave the backup" "$dir/before" "$dir/backup/MANIFEST"
run sopap backup "$dir/third"
is "... and are kept nowhere" 1 "basis data rusak"
[ ! -e "$dir/third/MANIFEST" ]
ok $? "... at all"

# -- a disk that is full
fresh
full_backup() {
	unshare -rm sh -c 'mount -t tmpfs -o size=2m none "$1/small" &&
	    shift && "$@" backup "$0" >"$0.out" 2>&1
	    rc=$?; cat "$0.out"; exit $rc' "$dir/small" "$dir" \
	    "$BUILDDIR/lib/tool/sopap" --data "$dir/data"
}
mkdir "$dir/small"
# Two documents of a megabyte each: the database has room beside one.
for n in 1 2; do
	head -c 1000000 /dev/urandom >"$dir/big"
	hash=$(sha256sum "$dir/big" | cut -d' ' -f1)
	mkdir -p "$dir/data/files/$(echo "$hash" | cut -c 1-2)"
	cp "$dir/big" "$dir/data/files/$(echo "$hash" | cut -c 1-2)/$hash"
	sqlite3 "$dir/data/office.db" "UPDATE documents SET sha256 = '$hash'
	    WHERE id = (SELECT id FROM documents ORDER BY id LIMIT 1
	    OFFSET $n)"
done
if unshare -rm true 2>/dev/null; then
	run full_backup
	is "a disk that is full" 1 "No space left"
	is "... is no fault of a document" 1 "tidak dapat disimpan"
else
	skip "no namespace of our own"
	skip "no namespace of our own"
fi

# -- a backup for other eyes: README
if command -v age >/dev/null; then
	fresh
	age-keygen -o "$dir/age" 2>"$dir/err"
	tar -C "$dir/backup" -c . | age -r "$(age-keygen -y "$dir/age")" \
	    >"$dir/backup.age"
	mkdir "$dir/open"
	age -d -i "$dir/age" "$dir/backup.age" | tar -C "$dir/open" -x
	(cd "$dir/open" && sha256sum -c --quiet MANIFEST)
	ok $? "encrypted by age and back, it is whole"
else
	skip "age is not installed"
fi
done_testing
