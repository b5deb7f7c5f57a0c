# server-t.sh - an office moves to a server of PostgreSQL and back, and its
# backup there is restored as any other.
case " ${LEFT_OUT-} " in *" postgresql "*)
	echo "1..0 # SKIP built --without-postgresql"
	exit 0 ;;
esac
[ "${1-}" = started ] ||
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
. "$SRCDIR/tests/tap.sh"
kept=$SRCDIR/tests/data/office-0.2.0
from=$dir/data/office.db
back=$dir/back/office.db
there="$PLACE&options=-csearch_path%3Ds0"
older="$PLACE&options=-csearch_path%3Ds1"
used=$BUILDDIR/tests/archive/used
unset SOPAP_CONF

sopap() {
	"$BUILDDIR/lib/tool/sopap" --share "$share" "$@"
}

# rows FILE - all that is in a database, but what it says of itself and of the
# files that it keeps.
rows() {
	sqlite3 "$1" .dump | grep '^INSERT' |
	    grep -v -e '^INSERT INTO installa' -e '^INSERT INTO file_' |
	    LC_ALL=C sort
}

# server SQL - ask the server.
server() {
	psql -q -X -A -t "$there" -c "$1"
}

mkdir "$dir/data" "$dir/back" "$dir/none" "$dir/old" "$dir/up"
sqlite3 "$from" <"$kept/office.sql" >/dev/null
cp "$from" "$dir/old/office.db"
cp "$kept/key" "$dir/data/key"
chmod 600 "$dir/data/key"
cp -r "$kept/files" "$dir/data/files"
sopap --data "$dir/data" upgrade --backup "$dir/backup" >/dev/null 2>&1
rows "$from" >"$dir/want-upgraded"
sqlite3 "$from" "UPDATE roles SET successor_id = (SELECT max(id) FROM roles)
    WHERE id = (SELECT min(id) FROM roles);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
	WHERE i < 1203) INSERT INTO throttles
	SELECT 'uji', 'a_b Ali Ü- ''' || i, 9000000000 + i, -i FROM n;
    INSERT INTO throttles VALUES ('uji', 'K-2', 0, 0), ('uji', 'k-1', 0, 0)"
rows "$from" >"$dir/want"

# -- there
run sopap copy "$from" "$there"
is "an office moves to a server" 0 "dibandingkan: sama"
is "... with its documents" 0 "4 dokumen disalin"
# From here on nobody needs the folder.
mv "$dir/data/files" "$dir/files"
run sopap --data "$dir/data" --database "$there" verify --files
is "... the closed month has its root" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"
run sopap --data "$dir/data" --database "$there" rebuild --check
is "... and the cases derive" 0 ", 0 perbedaan"
run sopap --data "$dir/data" --database "$there" doctor
is "... the doctor says where documents are" "$status" "di database"

# -- as one that was interrupted
server "DELETE FROM throttles WHERE kind = 'uji' AND key > 'a_b Ali Ü- ''500';
    INSERT INTO installation SELECT 'copying', value FROM installation
	WHERE name = 'key_check';
    DELETE FROM installation WHERE name = 'key_check'" >"$dir/out" 2>&1
run sopap --data "$dir/data" --database "$there" user list
is "half a copy is not opened" 1 "sopap copy"
run sopap copy "$from" "$there"
is "... run again it goes on" 0 "dibandingkan: sama"
grep -q "(0 baru)" "$dir/out"
equals $? 1 "... with what was missing"
run sopap copy "$from" "$there"
is "... and once more there is nothing to do" 0 "(0 baru)"
is "... nor a document to bring" 0 "0 dokumen disalin"

# -- another host
run sopap --data "$dir/none" --database "$there" init
is "a host without the key" 1 "mesin lain"
[ ! -e "$dir/none/key" ]
ok $? "... makes none"
echo "another key that is 32 bytes long" | head -c 32 >"$dir/none/key"
run sopap --data "$dir/none" --database "$there" user list
is "a host with another key" 1 "key bukan kunci basis data ini"

# -- its backup
run sopap --data "$dir/data" --database "$there" backup "$dir/kept"
is "an office on a server is backed up" 0 "27 kejadian dan 4 dokumen"
rm -rf "$dir/none"
run sopap --data "$dir/none" --database "$there" restore "$dir/kept"
is "... and restored as a file" 0 "sopap copy"
run sopap --data "$dir/none" verify --files
is "... which is whole" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"

# -- and back
mkfifo "$dir/end"
"$used" hold "$dir/data" "$there" <"$dir/end" >"$dir/held" &
pid=$!
exec 3>"$dir/end"
until [ -s "$dir/held" ]; do :; done
run sopap copy "$there" "$back"
is "an office that is in use, on whichever host, stays" 1 "di semua mesin"
exec 3>&-
wait "$pid"
server "DELETE FROM runs" >"$dir/out" 2>&1
run sopap copy "$there" "$back"
is "an office comes back" 0 "dibandingkan: sama"
rows "$back" >"$dir/got"
same_file "... row by row" "$dir/want" "$dir/got"
cp "$dir/data/key" "$dir/back/key"
run sopap --data "$dir/back" verify --files
is "... with its documents, in a folder" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"

# -- documents that are damaged, or in a folder that hosts share
server "UPDATE file_parts SET bytes = 'x' WHERE part = 0 AND
    sha256 = (SELECT min(sha256) FROM file_parts)" >"$dir/out" 2>&1
run sopap --data "$dir/data" --database "$there" verify --files
is "a document that was altered on the server" 1 "isinya berubah"
run sopap --data "$dir/data" --database "$there" backup "$dir/kept"
is "... is in the backup still" 0 "4 dokumen"
server "DELETE FROM file_parts" >"$dir/out" 2>&1
run sopap --data "$dir/data" --database "$there" verify --files
is "... all are lost" 1 "4 dokumen diperiksa, 4 kesalahan"
rm -rf "$dir/data/files"
mv "$dir/files" "$dir/data/files"
printf '%s\n' "data = $dir/data" 'site = http://localhost' \
    "database = $there" 'files = folder' >"$dir/sopap.conf"
chmod 600 "$dir/sopap.conf"
SOPAP_CONF=$dir/sopap.conf run sopap verify --files
is "... in a shared folder they are found" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"
SOPAP_CONF=$dir/sopap.conf run sopap doctor
is "... as the doctor says" "$status" "di folder $dir/data/files"
run sopap --data "$dir/data" --database "$there" verify --files
is "... by who keeps them in the database, too" 0 "0 kesalahan"
sed -i 's/^files.*/files = elsewhere/' "$dir/sopap.conf"
SOPAP_CONF=$dir/sopap.conf run sopap verify
is "another word for the place" 1 "neither database nor folder"

# -- one of an earlier release
run sopap copy "$dir/old/office.db" "$older"
is "an office of 0.2.0 moves as it is" 0 "dibandingkan: sama"
run sopap --data "$dir/data" --database "$older" user list
is "... and is not served so" 1 "sopap upgrade"
run sopap --data "$dir/data" --database "$older" upgrade \
    --backup "$dir/kept-old"
is "it is upgraded on the server" 0 "27 kejadian dan 3 berkas diperiksa, 0 kes"
run sopap --data "$dir/data" --database "$older" verify --files
is "... is whole" 0 \
    "27 kejadian, 1 bulan dan 4 dokumen diperiksa, 0 kesalahan"
run sopap --data "$dir/data" copy "$older" "$dir/up/office.db"
is "... and comes into a file" 0 "dibandingkan: sama"
rows "$dir/up/office.db" >"$dir/got"
same_file "... as one that was upgraded there" "$dir/want-upgraded" "$dir/got"
rm -rf "$dir/none"
run sopap --data "$dir/none" restore "$dir/kept-old"
is "its backup is of the earlier release" 0 "sopap upgrade"
equals "$(sqlite3 "$dir/none/office.db" "SELECT value FROM installation
    WHERE name = 'release'")" 0.2.0 "... and says so"
done_testing
