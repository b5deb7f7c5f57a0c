# frozen-t.sh - a schema file of a release is never edited: databases have been
# made by it, and their number says that they are as it made them.
#
# A release adds its files to the list below (CONTRIBUTING.md); nothing is ever
# taken from it or changed in it.
. "$SRCDIR/tests/tap.sh"

cat >"$dir/frozen" <<'E'
5c3ffb3a573822e6459192f1522e200c05c0000091d360aec1823f2ce92b8f48  0001-office.sql
E

# intact FOLDER - the schema files of the releases are there as they were.
intact() {
	(cd "$1" && sha256sum -c --strict --quiet "$dir/frozen") \
	    >"$dir/out" 2>&1
}

# refused DESCRIPTION - schema.awk makes no table of the copied files.
refused() {
	! (cd "$dir/schema" && awk -f "$SRCDIR/lib/store/schema.awk" \
	    fingerprints.tsv *.sql) >"$dir/out" 2>"$dir/err"
	ok $? "$1" "$dir/out" "$dir/err"
}

intact "$SRCDIR/lib/store/schema"
ok $? "the schema files of the releases are untouched" "$dir/out"
cp -r "$SRCDIR/lib/store/schema" "$dir/schema"
chmod -R u+w "$dir/schema"
echo "-- a comment" >>"$dir/schema/0001-office.sql"
! intact "$dir/schema"
ok $? "... this test sees a line more"
rm "$dir/schema/0001-office.sql"
! intact "$dir/schema"
ok $? "... and a file that is gone"
for file in "$SRCDIR"/lib/store/schema/*.sql; do
	grep -q "${file##*/}\$" "$dir/frozen" && continue
	echo "# ${file##*/} is of the next release"
	[ "${file##*/}" \> "$(sed -n '$s/.*  //p' "$dir/frozen")" ]
	ok $? "... it counts on from them"
done

rm -r "$dir/schema"
cp -r "$SRCDIR/lib/store/schema" "$dir/schema"
echo "CREATE TABLE more (n @INT@) @STRICT@;" >"$dir/schema/0099-more.sql"
refused "a number is left out"
mv "$dir/schema/0099-more.sql" "$dir/schema/$(printf %04d \
    "$(ls "$dir"/schema/*.sql | wc -l)")-more.sql"
refused "a file has no fingerprint"
grep -q fingerprint "$dir/err"
ok $? "... as is said" "$dir/err"

# -- a small office of each release is kept, too
for office in "$SRCDIR"/tests/data/office-*; do
	version=$(sed -n 's/^PRAGMA user_version = \(.*\);/\1/p' \
	    "$office/office.sql")
	made=$(sed -n "s/^INSERT INTO installation VALUES('schema','\(.*\)');/\1/p" \
	    "$office/office.sql")
	equals "$made" "$(sed -n "s/^$(printf %04d "$version")-[^	]*	//p" \
	    "$SRCDIR/lib/store/schema/fingerprints.tsv")" \
	    "the office of ${office##*-} has the schema of its release"
done
done_testing
