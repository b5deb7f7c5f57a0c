# copy-t.sh - an office's database becomes another, the same to the last row,
# whatever stops it on the way.
. "$SRCDIR/tests/tap.sh"
# The library of a sanitizer wants to be the first.
export ASAN_OPTIONS=verify_asan_link_order=0
used=$BUILDDIR/tests/archive/used
kept=$SRCDIR/tests/data/office-0.2.0
from=$dir/data/office.db
to=$dir/new/office.db

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

new() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/new" --share "$share" "$@"
}

ask() {
	sqlite3 "$from" "$1"
}

# rows FILE - all that is in a database, but what it says of itself.
rows() {
	sqlite3 "$1" .dump | grep '^INSERT' | grep -v '^INSERT INTO installa' |
	    LC_ALL=C sort
}

# begin - an empty data folder beside, with key and documents of the office.
begin() {
	rm -rf "$dir/new"
	mkdir "$dir/new"
	cp "$dir/data/key" "$dir/new/key"
	cp -r "$dir/data/files" "$dir/new/files"
}

# An office with a closed month, brought to this release.
mkdir "$dir/data"
sqlite3 "$from" <"$kept/office.sql" >/dev/null
cp "$kept/key" "$dir/data/key"
chmod 600 "$dir/data/key"
cp -r "$kept/files" "$dir/data/files"
sopap upgrade --backup "$dir/backup" >/dev/null 2>&1 || exit 99
# Rows that name later ones of their table, and more rows than go at once.
ask "UPDATE roles SET successor_id = (SELECT max(id) FROM roles)
    WHERE id = (SELECT min(id) FROM roles);
    UPDATE cases SET parent_id = NULL;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
	WHERE i < 1203) INSERT INTO throttles
	SELECT 'uji', 'kata ''Ü_-' || i, 9000000000 + i, -i FROM n"
rows "$from" >"$dir/want"
begin

# -- a whole one
run sopap copy "$from"
is "a wrong call" 2 "copy "
run sopap copy "$from" "$to"
is "an office is copied" 0 "dibandingkan: sama"
rows "$to" >"$dir/got"
same_file "... row by row" "$dir/want" "$dir/got"
equals "$(sqlite3 "$to" 'SELECT * FROM installation ORDER BY name')" \
    "$(ask 'SELECT * FROM installation ORDER BY name')" \
    "... it knows its key and schema"
run sopap verify
cp "$dir/out" "$dir/want-verify"
run new verify --files
is "... the closed month has its root" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"
run new rebuild --check
is "... and the cases derive" 0 ", 0 perbedaan"
run new user list
is "... programs serve it" 0
equals "$(sqlite3 "$to" "SELECT count(*) FROM roles
    WHERE successor_id > id")" 1 "... a row names a later one"
sqlite3 "$to" "DELETE FROM events" >"$dir/out" 2>&1
grep -q append-only "$dir/out"
ok $? "... nobody deletes its history"

# -- what is refused
run sopap copy "$from" "$to"
is "run again it is compared" 0 "(0 baru)"
sqlite3 "$to" "DELETE FROM throttles WHERE tries > 9000000005"
rows "$to" >"$dir/got"
run sopap copy "$from" "$to"
is "an office is not written over" 1 "sudah berisi kantor"
rows "$to" | cmp -s - "$dir/got"
ok $? "... and stays as it is"
run sopap copy "$dir/nowhere/office.db" "$to"
is "nothing to copy" 1 "nowhere"
run sopap copy "$from" "$dir/nowhere/office.db"
is "nowhere to copy to" 1 "nowhere"
[ ! -e "$dir/nowhere" ]
ok $? "... nothing is made"
mkfifo "$dir/end"
"$used" hold "$dir/data" <"$dir/end" >"$dir/held" &
pid=$!
exec 3>"$dir/end"
until [ -s "$dir/held" ]; do :; done
begin
run sopap copy "$from" "$to"
is "an office in use does not move" 1 "systemctl stop sopap.target"
exec 3>&-
wait "$pid"
sqlite3 "$dir/old.db" <"$kept/office.sql" >/dev/null
run sopap copy "$dir/old.db" "$dir/new/other.db"
is "an older schema stays the older" 0 "dibandingkan: sama"
equals "$(sqlite3 "$dir/new/other.db" 'PRAGMA user_version')" 1 \
    "... for an upgrade to come"
sqlite3 "$dir/old.db" "UPDATE installation SET value = 'ab'
    WHERE name = 'schema'"
run sopap copy "$dir/old.db" "$dir/new/third.db"
is "one of no release is not copied" 1 "bukan dari rilis"

# -- killed
# copy_at N - copy, killed at its N-th change.
copy_at() {
	LD_PRELOAD=$BUILDDIR/tests/crash/fault.so FAULT=kill FAULT_AT=$1 \
	    FAULT_DIR=$dir/new sopap copy "$from" "$to" >"$dir/out" 2>"$dir/err"
}
n=150 bad=0 half=0
while begin; ! copy_at "$n" 2>/dev/null; do
	case $(sqlite3 "$to" "SELECT count(*) FROM installation
	    WHERE name = 'copying'" 2>/dev/null) in
	1)
		half=$((half + 1))
		if new user list >"$dir/out" 2>&1 ||
		    ! grep -q 'sopap copy' "$dir/out"; then
			bad=$((bad + 1))
			echo "# half a copy at $n is opened"
		fi
		cp "$to" "$dir/half.db"
		[ ! -e "$to-wal" ] || cp "$to-wal" "$dir/half.db-wal" ;;
	esac
	if ! sopap copy "$from" "$to" >"$dir/out" 2>"$dir/err" ||
	    ! rows "$to" | cmp -s - "$dir/want"; then
		bad=$((bad + 1))
		echo "# killed at change $n:"
		sed 's/^/# /' "$dir/out" "$dir/err"
	fi
	n=$((n + 61))
done
[ "$half" -ge 4 ]
ok $? "a copy is killed at $half places up to $n; no program opens it"
equals "$bad" 0 "... run again it goes on to its end"

# -- an office that was used since
begin
mv "$dir/half.db" "$to"
[ ! -e "$dir/half.db-wal" ] || mv "$dir/half.db-wal" "$to-wal"
ask "UPDATE people SET name = 'Diganti' WHERE id = (SELECT min(id) FROM people)"
run sopap copy "$from" "$to"
is "an office that changed after the copy began" 1 "berubah sejak penyalinan"
run new user list
is "... is not opened" 1 "sopap copy"
mkdir "$dir/other"
"$used" make "$dir/other" >/dev/null 2>&1
run sopap copy "$dir/other/office.db" "$to"
is "... nor filled up from another" 1 "salinan kantor lain"
done_testing
