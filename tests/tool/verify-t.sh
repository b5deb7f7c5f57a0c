# verify-t.sh - an office that is not as it was written is found out.
. "$SRCDIR/tests/tap.sh"

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# fresh - the used office anew.
fresh() {
	rm -rf "$dir/data"
	cp -a "$dir/whole" "$dir/data"
}

mkdir "$dir/whole"
"$BUILDDIR/tests/archive/used" make "$dir/whole" >"$dir/codes"
fresh
run sopap verify
is "a used office is whole" 0 ", 0 kesalahan"
run sopap verify --files
is "... with its documents" 0 "dan 3 dokumen diperiksa, 0 kesalahan"
is "... of which it tells how many are done" 0 "3 dari 3 dokumen"
run sopap verify --file
is "an option that is none" 2 "verify [--files | --root AKAR]"

# -- documents
file=$(find "$dir/data/files" -type f | sort | head -n 1)
hash=${file##*/}
chmod u+w "$file"
printf 'surat lain' >"$file"
run sopap verify
is "without --files no document is read" 0
run sopap verify --files
is "an altered document" 1 "dokumen $hash: isinya berubah"
is "... is one fault" 1 ", 1 kesalahan"
rm "$file"
run sopap verify --files
is "a document that is gone" 1 "dokumen $hash: tidak ada"
rm -rf "$dir/data/files"
run sopap verify --files
is "all of them gone" 1 ", 3 kesalahan"

# -- pages.  The index of a table is written over: chains do not show it.
fresh
sqlite3 "$dir/data/office.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
page=$(sqlite3 "$dir/data/office.db" \
    "SELECT rootpage FROM sqlite_schema WHERE name = 'documents_sha256'")
size=$(sqlite3 "$dir/data/office.db" 'PRAGMA page_size')
dd if=/dev/zero of="$dir/data/office.db" bs="$size" seek=$((page - 1)) \
    count=1 conv=notrunc 2>/dev/null
run sopap verify
is "a page that was written over" 1 "basis data: "
run sopap rebuild --check
is "... which a rebuild does not see" 0 ", 0 perbedaan"

# -- the key
fresh
head -c 32 /dev/zero >"$dir/data/key"
run sopap verify
is "another key" 1 "key bukan kunci basis data ini"
rm "$dir/data/key"
run sopap verify
is "no key" 1 "key: tidak ada"
is "... all else is looked at" 1 ", 1 kesalahan"

# -- the end of the history.  Everything is in the database file; one more
# request stands in the log.
fresh
sqlite3 "$dir/data/office.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
cp "$dir/data/office.db" "$dir/main.db"
"$BUILDDIR/tests/archive/used" more "$dir/data" >/dev/null
run sopap verify
is "one request more" 0 ", 0 kesalahan"
cp "$dir/main.db" "$dir/data/office.db"
rm -f "$dir/data/office.db-wal" "$dir/data/office.db-shm"
run sopap verify
is "a database without its log" 1 "akhir riwayat hilang"
"$BUILDDIR/tests/archive/used" more "$dir/data" >/dev/null
"$BUILDDIR/tests/archive/used" more "$dir/data" >/dev/null
run sopap verify
is "... also when the office has gone on" 1 "akhir riwayat hilang"
rm "$dir/data/mark"
run sopap verify
is "... until the mark is removed" 0 ", 0 kesalahan"

# -- another schema
fresh
sqlite3 "$dir/data/office.db" 'PRAGMA user_version = 0'
run sopap verify
is "an older schema is looked at" 0 ", 0 kesalahan"
sqlite3 "$dir/data/office.db" 'PRAGMA user_version = 999'
run sopap verify
is "... a newer one is not" 1 "lebih baru"

# -- a medium that cannot be written
fresh
readonly_verify() {
	unshare -rm sh -c 'mount --bind "$1" "$1" &&
	    mount -o remount,ro,bind "$1" && shift && exec "$@"' - \
	    "$dir/data" "$BUILDDIR/lib/tool/sopap" --data "$dir/data" \
	    verify --files
}
if unshare -rm true 2>/dev/null; then
	run readonly_verify
	is "a mount that is read-only, with a log" 0 ", 0 kesalahan"
	sqlite3 "$dir/data/office.db" 'PRAGMA wal_checkpoint(TRUNCATE)' \
	    >/dev/null
	rm -f "$dir/data/office.db-wal" "$dir/data/office.db-shm"
	run readonly_verify
	is "... and without one" 0 ", 0 kesalahan"
	[ ! -e "$dir/data/office.db-shm" ]
	ok $? "... where nothing is left"
else
	skip "no namespace of our own"
fi
done_testing
