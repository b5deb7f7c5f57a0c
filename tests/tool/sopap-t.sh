# sopap-t.sh - the office's command, called as an administrator calls it.
. "$SRCDIR/tests/tap.sh"

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

run sopap
is "no command: the usage, status 2" 2 "pemakaian: sopap"
run sopap dance
is "an unknown command likewise" 2 "pemakaian: sopap"
run sopap verify
is "no office there yet" 1 "$dir/data"
run sopap init
is "init makes the office" 0 "Kantor siap"
run sopap init
is "... once; again it is only opened" 0 "sudah siap"
[ "$(stat -c %a "$dir/data/key")" = 600 ]; status=$?
is "... its key is nobody else's" 0
run sopap sop check "$SRCDIR/lib/sop/monev.yaml"
is "a right SOP file" 0 "monev.yaml: benar, 9 langkah"
sed 's/^\( *\)jenis: review/\1jenis: tari/' "$SRCDIR/lib/sop/monev.yaml" \
    >"$dir/monev.yaml"
run sopap sop check "$dir/monev.yaml"
line=$(grep -n 'jenis: tari' "$dir/monev.yaml" | head -n 1 | cut -d: -f1)
is "a wrong kind is refused by file and line" 1 "$dir/monev.yaml:$line: "
run sopap sop check "$dir/monev.yaml"
is "... and field" 1 "jenis"
run sopap sop format "$SRCDIR/lib/sop/monev.yaml"
cmp "$dir/out" "$SRCDIR/lib/sop/monev.yaml" >"$dir/err"
ok $? "a shipped SOP is written as it stands"
printf 'nomor: ""\n# out of order\nkode: "x"\n' >"$dir/small.yaml"
run sopap sop format "$dir/small.yaml"
equals "$(cat "$dir/out")" 'kode: x
nomor: ""' "another text in the one order and spelling"
printf 'kode: [\n' >"$dir/small.yaml"
run sopap sop format "$dir/small.yaml"
is "what is no YAML is refused" 1 "small.yaml: SOP:2: susunan YAML salah"
run sopap sop publish "$dir/monev.yaml"
is "... and not published" 1
run sopap sop publish "$SRCDIR/lib/sop/monev.yaml" \
    "$SRCDIR/lib/sop/renstra.yaml"
is "two SOPs are published" 0 "renstra.yaml: berlaku"
run sopap sop publish "$SRCDIR/lib/sop/monev.yaml"
is "... the same text once" 0 "sudah berlaku"
run sopap sop list
is "... and listed" 0 "monev "
run sopap sop publish "$SRCDIR"/lib/sop/[mp]*.yaml
is "a folder of them, the roles among them" 0 \
	"peran.yaml: daftar peran, bukan SOP; dilewati"
is "... and the others published" 0 "pagu-anggaran.yaml: berlaku"
run sopap sop check "$SRCDIR/lib/sop/peran.yaml"
is "... the roles are no SOP to check" 0 "daftar peran"
equals "$(sqlite3 "$dir/data/office.db" "SELECT count(*) FROM people")" 0 \
	"nobody is there from the start"
run sopap user add budi "Budi Santoso" jfu
is "a person is added with a role" 0 "/sandi?kunci="
run sopap user link budi
is "another link is printed where there is no channel" 0 "/sandi?kunci="
sqlite3 "$dir/data/office.db" "UPDATE people SET email = 'budi@contoh.go.id'
	WHERE login = 'budi'"
run sopap user link budi
is "... and sent where there is one" 0 "budi: tautan kata sandi dikirim"
! grep -q kunci "$dir/out"
ok $? "... and not printed" "$dir/out"
run sopap user link nobody
is "an unknown login is refused" 1
run sopap user list
is "people are listed" 0 "Budi Santoso"
run sopap role list
is "roles are listed with their holders" 0 ": Budi Santoso"
run sopap role
is "... by one word" 2 "role list"
run sopap user sessions budi
is "nobody is logged in" 0
[ ! -s "$dir/out" ]
ok $? "... so that no session is shown" "$dir/out"
now=$(date +%s)
sqlite3 "$dir/data/office.db" "INSERT INTO sessions (id, token_hash,
	person_id, csrf, by_pin, created_at, seen_at)
	SELECT 7, 'x', id, 'y', 1, $now - 60, $now - 30 FROM people
	WHERE login = 'budi'"
run sopap user sessions budi
is "a session is shown" 0 "Z  PIN"
run sopap user sessions budi --end
is "... and ended" 0 "budi: 1 sesi diakhiri"
equals "$(sqlite3 "$dir/data/office.db" "SELECT count(*) FROM sessions")" 0 \
	"... it is gone"
equals "$(sqlite3 "$dir/data/office.db" "SELECT count(*) FROM events
	WHERE kind = 'sessions-ended'")" 1 "... which the history knows"
run sopap user sessions nobody
is "... of nobody" 1
run sopap user sessions
is "... or of no login" 2 "user sessions LOGIN"
run sopap user factor budi
is "no second code" 0 "budi: kode kedua tidak terpasang"
sqlite3 "$dir/data/office.db" "INSERT INTO factors SELECT id, '1.a', 5, 0, '',
	0 FROM people WHERE login = 'budi'"
run sopap user factor budi
is "... one" 0 "budi: kode kedua terpasang"
run sopap user factor budi --end
is "... which ends" 0 "budi: kode kedua dilepas"
run sopap user factor budi
is "... and is gone" 0 "budi: kode kedua tidak terpasang"
equals "$(sqlite3 "$dir/data/office.db" "SELECT count(*) FROM events
	WHERE kind = 'factor-ended'")" 1 "... which the history knows"
run sopap user factor
is "... of no login" 2 "user factor LOGIN"
run sopap user disable budi
is "who has left is made inactive" 0 "budi: tidak aktif"
run sopap user list
is "... which the list says" 0 "Budi Santoso (tidak aktif)"
run sopap user disable budi
is "... once" 0 "sudah tidak aktif"
run sopap user disable nobody
is "... of nobody" 1
run sopap calendar check "$SRCDIR/lib/clock/kanwil-sumsel.yaml"
is "a right calendar" 0 "zona WIB"
printf 'zona: WIB\nlibur: [\n' >"$dir/cal.yaml"
run sopap user add ani Ani --admin
if [ -z "${PLACE-}" ]; then
	run sqlite3 "$dir/data/office.db" "SELECT d.payload FROM event_data d
	    JOIN events e ON e.stream = d.stream AND e.seq = d.seq
	    WHERE e.kind = 'person-added' ORDER BY e.recorded_at DESC LIMIT 1"
	is "a command's event names the user of the machine" 0 \
	    "\"mesin\":\"$(id -un)\""
fi
run sopap user disable ani
is "the last administrator stays" 1 "admin"
run sopap calendar set "$dir/cal.yaml" --as ani
is "a wrong calendar is refused" 1
run sopap calendar show
is "... and the one in force stays" 0 "zona"
run sopap target 101 "Keputusan"
is "a target over 100 percent is refused" 1
run sopap target 90 "Keputusan Kakanwil"
is "a target is set" 0
run sopap month close 2999-01
is "a month that is not over stays open" 1
mkdir -p "$dir/data/files/ab"
stray=$dir/data/files/ab/ab$(printf '%062d' 0)
: >"$stray"
: >"$dir/data/files/.new-x"
: >"$dir/data/files/.new-y"
touch -d '3 days ago' "$stray" "$dir/data/files/.new-x"
run sopap tick
is "tick finds files that belong to nothing" 0 "2 dokumen tanpa pemilik dihapus"
[ ! -e "$stray" ] && [ ! -e "$dir/data/files/.new-x" ] &&
	[ -e "$dir/data/files/.new-y" ]; status=$?
is "... which are gone, the new one is not" 0
run sopap tick
is "tick finds nothing to do" 0
run sopap verify
is "the chains verify" 0 ", 0 kesalahan"
run sopap rebuild --check
is "a rebuild finds no difference" 0 ", 0 perbedaan"
run sopap backup "$dir/backup"
is "a backup is made" 0 "dicadangkan"
sqlite3 "$dir/data/office.db" "DROP TRIGGER events_no_update;
    UPDATE events SET effect = replace(effect, '90', '10')
    WHERE kind = 'target-set'"
run sopap verify
is "a changed event is found" 1 "tidak cocok"
run sopap simulate
is "no simulation into an office that works" 1 "kantor baru"
done_testing
