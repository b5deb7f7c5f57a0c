# calendar-import-t.sh - days off from a file into the office's calendar.
. "$SRCDIR/tests/tap.sh"
needs ical
kanwil=$SRCDIR/lib/clock/kanwil-sumsel.yaml

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# answer WORD...: what `sopap calendar` answers goes where run() puts it.
answer() {
	run sopap calendar "$@" </dev/null
}

# same DESCRIPTION FILE: the office's calendar is this text.
same() {
	sopap calendar show >"$dir/now"
	same_file "$1" "$2" "$dir/now"
}

# event DATE NAME [LINE]
event() {
	printf 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\n%s' \
	    "$1" "$2" "${3+$3
}"
	printf 'END:VEVENT\r\n'
}

sopap init >/dev/null || exit 1
sopap user add ani Ani --admin >/dev/null || exit 1
{
	printf 'BEGIN:VCALENDAR\r\n'
	event 20310101 'Tahun Baru 2031'
	event 20260101 'Tahun Baru 2026'
	event 20310123 'Tahun Baru Imlek (belum pasti)'
	event 20310124 'Cuti Bersama Imlek' DTEND\;VALUE=DATE:20310125
	event 20310124 'Cuti Bersama Imlek'
	event 20310124 'Batal' STATUS:CANCELLED
	event 20319924 'Salah'
	printf 'END:VCALENDAR\r\n'
} >"$dir/libur.ics"

answer import "$dir/libur.ics"
is "a file is shown first" 0 "7 tanggal, 2 baru, 1 belum pasti, 1 sudah ada, \
1 ganda, 1 batal, 1 tak terbaca; 2 dipilih (+)"
is "... what is new is marked" 0 \
    "+ baru          2031-01-01 libur  Tahun Baru 2031"
is "... and what the calendar has, by which name" 0 \
    "sudah ada     2026-01-01 libur  Tahun Baru 2026; Tahun Baru 2026 Masehi"
is "... joint leave is told by its name" 0 \
    "+ baru          2031-01-24 cuti   Cuti Bersama Imlek"
is "... an event that cannot be read, by its line" 0 "Salah; DTSTART tidak"
is "... and what to do" 0 "Belum ada yang diubah. Tambahkan --yes"
same "... nothing has changed" "$kanwil"

answer import "$dir/libur.ics" --only 1,4
is "what is there already cannot be chosen" 1 "nomor 1 sudah ada"
for only in 0 8 2- 3-2 x 2,,3 2, '' -1; do
	answer import "$dir/libur.ics" --yes --as ani --only "$only"
	is "no number: \"$only\"" 1 "tulis nomor 1 sampai 7"
done
same "... nothing has changed" "$kanwil"

# -- the text as a change writes it: without comments, in one form
printf '2026-01-01\tTahun Baru\n' >"$dir/known.tsv"
sopap calendar import "$dir/known.tsv" --calendar "$kanwil" --yes \
    >"$dir/written" 2>"$dir/err"
sed -e '/^ *#/d' -e '/^$/d' -e '/\[\]$/d' \
    -e 's/^zona: .*/zona:\n  nama: "WIB"\n  selisih: "+07:00"/' \
    -e 's/nama: Hari biasa/nama: "Hari biasa"/' "$kanwil" >"$dir/want"
same_file "the shipped calendar is written as it is, without comments" \
    "$dir/want" "$dir/written"

answer import "$dir/libur.ics" --yes --as ani --only 3 --decree 'SKB 1/2030'
is "one is taken although it is not certain" 0 \
    "1 hari libur dimasukkan ke kalender kantor"
sopap calendar show | diff "$dir/written" - >"$dir/out"
cat >"$dir/want" <<'END'
>   - tanggal: 2031-01-23
>     jenis: libur
>     nama: "Tahun Baru Imlek (belum pasti)"
>     dasar: "SKB 1/2030"
END
sed 1d "$dir/out" | diff "$dir/want" - >"$dir/err"
status=$?
is "... with its decree, and all else as it was" 0
answer import "$dir/libur.ics" --yes --as ani
is "all that is new is taken" 0 "2 hari libur dimasukkan"
sopap calendar show >"$dir/before"
answer show 2031
is "... and counts" 0 "2031-01-24 jumat  cuti  -"
answer import "$dir/libur.ics" --yes --as ani
is "... once" 0 "5 sudah ada, 1 batal, 1 tak terbaca; 0 dipilih"
same "... then nothing changes" "$dir/before"

# -- in whose name
run sopap user add budi "Budi Santoso" jfu
printf '2031-08-17\tHari Kemerdekaan\n' >"$dir/one.tsv"
answer import "$dir/one.tsv" --yes
is "in nobody's name it is not done" 1 "sebutkan admin yang mengubah kalender"
answer import "$dir/one.tsv" --yes --as cici
is "... nor in that of a stranger" 1 "cici: "
answer import "$dir/one.tsv" --yes --as budi
is "... nor of who is no administrator" 1 "budi: bukan admin yang aktif"
answer set "$dir/before"
is "... and so it is with a whole calendar" 1 "sebutkan admin"
same "... then nothing changes" "$dir/before"
{ cat "$dir/before"; echo '# lagi'; } >"$dir/more"
answer set "$dir/more" --as ani
is "an administrator puts one in force" 0
same "... which it is" "$dir/more"
status=$(sqlite3 "$dir/data/office.db" "SELECT count(*) <> 1 FROM
    calendar_versions c JOIN people p ON p.id = c.made_by
    WHERE p.login = 'ani' AND c.version = (SELECT max(version)
    FROM calendar_versions)")
is "... in her name" 0
answer set "$dir/before" --as ani

# -- damaged files are refused whole
head -c 300 "$dir/libur.ics" >"$dir/cut.ics"
answer import "$dir/cut.ics" --yes --as ani
is "a file cut off" 1 "$dir/cut.ics: baris "
sed 's/Tahun Baru 2031/Libur\xe9/' "$dir/libur.ics" >"$dir/latin.ics"
answer import "$dir/latin.ics" --yes --as ani
is "another encoding" 1 "baris 4: ada huruf yang bukan UTF-8"
{ cat "$dir/libur.ics"; head -c 10000000 /dev/zero | tr '\0' ' '; } \
    >"$dir/huge.ics"
answer import "$dir/huge.ics" --yes --as ani
is "10 MB" 1 "lebih besar dari 1 MiB"
printf '2031-05-01\tHari Buruh\n2031-05-32\tTidak ada\n' >"$dir/bad.tsv"
answer import "$dir/bad.tsv" --yes --as ani
is "a table with a date that does not exist" 1 \
    'baris 2: "2031-05-32" bukan tanggal'
printf '2031-05-01\tHari Buruh\n2031-05-01\tHari Buruh\n' >"$dir/bad.tsv"
answer import "$dir/bad.tsv" --yes --as ani
is "a table with a date twice" 1 \
    "baris 2: tanggal 2031-05-01 sudah ada di baris 1"
answer import "$dir/none.ics" --yes --as ani
is "no such file" 1 "$dir/none.ics"
same "... nothing has changed" "$dir/before"

# -- tables and export
printf '2031-05-01\tHari "Buruh" \\\tlibur\tSKB 2/2030\n2031-05-02\tCuti\tcuti
' >"$dir/libur.tsv"
answer import "$dir/libur.tsv" --yes --as ani
is "a table is taken" 0 "2 hari libur dimasukkan"
answer show 2031
is "... with its decree" 0 \
    '2031-05-01 kamis  libur -                        Hari "Buruh" \ (SKB 2/2030)'
answer export 2031
is "export writes an iCalendar file" 0 "DTEND;VALUE=DATE:20310125"
cp "$dir/out" "$dir/back.ics"
answer import "$dir/back.ics"
is "... which comes back" 0 "5 tanggal, 5 sudah ada; 0 dipilih (+)"
answer export
cp "$dir/out" "$dir/back.ics"
answer import "$dir/back.ics"
is "... all years of it" 0 "150 tanggal, 150 sudah ada; 0 dipilih (+)"
answer export 2032 2031
is "years the wrong way round" 1 "tahun 2032 sesudah 2031"
answer export 2051
is "a year beyond the calendar" 1 '"2051" bukan tahun'

# -- the calendar of a file
answer import "$dir/libur.tsv" --calendar "$kanwil" --yes
is "of a file the new text is printed" 0 'nama: "Hari \"Buruh\" \\"'
cp "$dir/out" "$dir/new.yaml"
answer check "$dir/new.yaml"
is "... which is a calendar" 0 "benar"
diff "$dir/written" "$dir/new.yaml" >"$dir/out"
[ "$(grep -c '^>' "$dir/out")" = 7 ] && ! grep -q '^<' "$dir/out"
status=$?
is "... with seven lines more" 0
answer due 2031-05-01T10:00 '1 hari' --yes
is "other commands take no such option" 2 "pemakaian"
run sopap verify
is "the chains verify" 0 ", 0 kesalahan"
done_testing
