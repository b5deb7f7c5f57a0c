# sopap-t.sh - the office's command, called as an administrator calls it.
set -u
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/share"
ln -s "$SRCDIR/lib/sop" "$dir/share/sop"
ln -s "$SRCDIR/lib/clock" "$dir/share/calendar"
n=0
failed=0

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$dir/share" \
	    "$@" >"$dir/out" 2>"$dir/err"
}

# is DESCRIPTION STATUS [TEXT]: the last call ended so, and said so.
is() {
	n=$((n + 1))
	if [ "$status" -eq "$2" ] && { [ $# -lt 3 ] ||
	    cat "$dir/out" "$dir/err" | grep -qF -- "$3"; }; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		echo "# status $status"
		sed 's/^/# /' "$dir/out" "$dir/err"
		failed=1
	fi
}

run() { sopap "$@"; status=$?; }

run
is "no command: the usage, status 2" 2 "pemakaian: sopap"
run dance
is "an unknown command likewise" 2 "pemakaian: sopap"
run verify
is "no office there yet" 1 "$dir/data"
run init
is "init makes the office" 0 "Kantor siap"
run init
is "... once; again it is only opened" 0 "sudah siap"
[ "$(stat -c %a "$dir/data/key")" = 600 ]; status=$?
is "... its key is nobody else's" 0
run sop check "$SRCDIR/lib/sop/monev.yaml"
is "a right SOP file" 0 "monev.yaml: benar, 9 langkah"
sed 's/^\( *\)jenis: review/\1jenis: tari/' "$SRCDIR/lib/sop/monev.yaml" \
    >"$dir/monev.yaml"
run sop check "$dir/monev.yaml"
line=$(grep -n 'jenis: tari' "$dir/monev.yaml" | head -n 1 | cut -d: -f1)
is "a wrong kind is refused by file and line" 1 "$dir/monev.yaml:$line: "
run sop check "$dir/monev.yaml"
is "... and field" 1 "jenis"
run sop publish "$dir/monev.yaml"
is "... and not published" 1
run sop publish "$SRCDIR/lib/sop/monev.yaml" "$SRCDIR/lib/sop/renstra.yaml"
is "two SOPs are published" 0 "renstra.yaml: berlaku"
run sop publish "$SRCDIR/lib/sop/monev.yaml"
is "... the same text once" 0 "sudah berlaku"
run sop list
is "... and listed" 0 "monev "
echo rahasia-panjang-1 | sopap user add budi "Budi Santoso" jfu
status=$?
is "a person is added with a role" 0
echo pendek | sopap user password budi
status=$?
is "a short password is refused" 1 "sandi"
echo lain-yang-panjang-2 | sopap user password nobody
status=$?
is "an unknown login is refused" 1
run user list
is "people are listed" 0 "Budi Santoso"
run calendar check "$SRCDIR/lib/clock/kanwil-sumsel.yaml"
is "a right calendar" 0 "zona WIB"
printf 'zona: WIB\nlibur: [\n' >"$dir/cal.yaml"
run calendar set "$dir/cal.yaml"
is "a wrong calendar is refused" 1
run calendar show
is "... and the one in force stays" 0 "zona"
run target 101 "Keputusan"
is "a target over 100 percent is refused" 1
run target 90 "Keputusan Kakanwil"
is "a target is set" 0
run month close 2999-01
is "a month that is not over stays open" 1
mkdir -p "$dir/data/files/ab"
stray=$dir/data/files/ab/ab$(printf '%062d' 0)
: >"$stray"
: >"$dir/data/files/.new-x"
: >"$dir/data/files/.new-y"
touch -d '3 days ago' "$stray" "$dir/data/files/.new-x"
run tick
is "tick finds files that belong to nothing" 0 "2 berkas tanpa pemilik dihapus"
[ ! -e "$stray" ] && [ ! -e "$dir/data/files/.new-x" ] &&
	[ -e "$dir/data/files/.new-y" ]; status=$?
is "... which are gone, the new one is not" 0
run tick
is "tick finds nothing to do" 0
run verify
is "the chains verify" 0 ", 0 kesalahan"
run rebuild --check
is "a rebuild finds no difference" 0 ", 0 perbedaan"
run backup "$dir/copy.db"
is "a backup is written" 0
[ "$(sqlite3 "$dir/copy.db" 'SELECT count(*) FROM people')" = 1 ]; status=$?
is "... with the people in it" 0
sqlite3 "$dir/data/office.db" "DROP TRIGGER events_no_update;
    UPDATE events SET effect = replace(effect, '90', '10')
    WHERE kind = 'target-set'"
run verify
is "a changed event is found" 1 "tidak cocok"
run simulate
is "no simulation into an office that works" 1 "kantor baru"
echo "1..$n"
exit $failed
