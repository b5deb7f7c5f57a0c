# calendar-t.sh - sopap calendar: check, show, and questions to the clock.
. "$SRCDIR/tests/tap.sh"
kanwil=$SRCDIR/lib/clock/kanwil-sumsel.yaml
tab=$(printf '\t')

# No office and no configuration: `sopap calendar' must do without.
SOPAP_CONF=$dir/none.conf
export SOPAP_CONF

# answer WORD...: what `sopap calendar' answers goes where run() puts it.
answer() {
	run "$BUILDDIR/lib/tool/sopap" calendar "$@" </dev/null
}

# answer_lines VERB <LINES: the same for lines of standard input.
answer_lines() {
	run "$BUILDDIR/lib/tool/sopap" calendar "$1" - --calendar "$kanwil"
}

# same DESCRIPTION: standard output was exactly what comes here.
same() {
	cat >"$dir/want"
	same_file "$1" "$dir/want" "$dir/out"
}

# calendar TEXT: a small calendar with these keys after its pattern.
calendar() {
	cat >"$dir/cal.yaml" <<-END
		zona: WITA
		pola:
		  - nama: Biasa
		    senin: ["08:00-12:00", "13:00-16:00"]
		    selasa: ["08:00-12:00"]
	END
	printf "$1" >>"$dir/cal.yaml"
}

# -- due
answer due 2026-01-05T11:55 '5-10 menit' --calendar "$kanwil"
is "due needs no office when it is given a calendar" 0
same "... and answers both instants of a range" <<END
2026-01-05T12:00:00+07:00${tab}2026-01-05T13:05:00+07:00
END
answer --calendar "$kanwil" due 2026-01-05T04:55:00Z '2 hari'
same "one figure has one instant; UTC is understood" <<END
2026-01-07T16:00:00+07:00${tab}2026-01-07T16:00:00+07:00
END
answer due --calendar "$kanwil" 2026-01-05T13:55:00+09:00 '2 hari'
same "... any offset is" <<END
2026-01-07T16:00:00+07:00${tab}2026-01-07T16:00:00+07:00
END
TZ=America/New_York answer due 2026-01-05T11:55 '2 hari' --calendar "$kanwil"
same "... and the process's own zone is nothing to it" <<END
2026-01-07T16:00:00+07:00${tab}2026-01-07T16:00:00+07:00
END
answer due 2027-01-05T10:00 '1 hari' --calendar "$kanwil"
is "a year without holidays is flagged" 0 "hari libur 2027 belum diisi"
answer due 2026-12-30T10:00 '3 hari' --calendar "$kanwil"
is "... also when only the due lies in it" 0 "hari libur 2027 belum diisi"
answer due 2026-01-05T10:00 '1 hari' --calendar "$kanwil"
[ ! -s "$dir/err" ]; status=$?
is "... and no other" 0
answer due 2026-01-05 '1 hari' --calendar "$kanwil"
is "a date is no instant" 1 '"2026-01-05" bukan waktu'
answer due 2026-02-29T10:00 '1 hari' --calendar "$kanwil"
is "a date that does not exist is refused" 1 'bukan waktu'
answer due 2026-01-05T10:00 '1 minggu' --calendar "$kanwil"
is "a standard that is none is refused" 1 '"1 minggu" bukan standar'
answer due 2026-01-05T10:00 '20-10 menit' --calendar "$kanwil"
is "... and a range that ends before it begins" 1 'bukan standar'
answer due 2050-12-29T10:00 '9 hari' --calendar "$kanwil"
is "a due beyond the calendar is refused" 1 '2050'
answer due 2026-01-05T10:00
is "a missing word: the usage, status 2" 2 'pemakaian'
answer due 2026-01-05T10:00 '1 hari' --calendar "$dir/none"
is "a calendar that is not there" 1 "$dir/none"
answer due 2026-01-05T10:00 '1 hari'
is "without an office it says what is missing" 1 "$dir/none.conf"
answer dance
is "an unknown verb: the usage, status 2" 2 'pemakaian'

# -- elapsed
answer elapsed 2026-01-09T10:00 2026-01-12T09:00 --calendar "$kanwil"
same "elapsed: seconds, hours and working days" <<END
23400${tab}6:30:00${tab}1
END
answer elapsed 2026-01-12T09:00 2026-01-09T10:00 --calendar "$kanwil"
same "... negative backwards" <<END
-23400${tab}-6:30:00${tab}-1
END
answer elapsed 2026-01-12T09:00 kemarin --calendar "$kanwil"
is "... of no instant, refused" 1 '"kemarin" bukan waktu'

# -- explain
answer explain 2026-01-15T16:15 '1-2 hari' --calendar "$kanwil"
cut -c1-64 "$dir/out" | sed 's/ *$//' >"$dir/cut" && mv "$dir/cut" "$dir/out"
same "explain counts days from the day of receipt" <<'END'
Mulai        2026-01-15T16:15:00+07:00 kamis WIB
Standar      1–2 hari

2026-01-15 kamis  kerja 07:30-12:00 13:00-16:00 lewat jam
2026-01-16 jumat  libur -                               -
2026-01-17 sabtu  tutup -                               -
2026-01-18 minggu tutup -                               -
2026-01-19 senin  kerja 07:30-12:00 13:00-16:00  diterima    0 h
2026-01-20 selasa kerja 07:30-12:00 13:00-16:00    1 hari    1 h
2026-01-21 rabu   kerja 07:30-12:00 13:00-16:00    1 hari    2 h

Batas bawah  2026-01-20T16:00:00+07:00
Batas        2026-01-21T16:00:00+07:00
END
answer explain 2026-01-15T16:15 '1-2 hari' --calendar "$kanwil"
is "... names the holiday and its decree" 0 \
    "Isra Mikraj Nabi Muhammad SAW (SKB 1497/2025, 2/2025, 5/2025)"
is "... the weekend" 0 "akhir pekan"
answer explain 2026-03-17T14:30 '60 menit' --calendar "$kanwil"
is "minutes: the intervals counted and the total" 0 \
    "2026-03-17 selasa kerja 14:30-15:00               0:30:00   0:30:00"
is "... the pattern of Ramadan" 0 "Ramadan 1447 H (Perpres 21/2023"
is "... joint leave" 0 "2026-03-20 jumat  cuti "
is "... to the full amount" 0 "0:30:00   1:00:00  Hari biasa"
calendar "khusus:\n  - {tanggal: 2026-01-06, jam: [\"09:00-10:00\"], nama: Rapat}
hari_kerja_pengganti:\n  - {tanggal: 2026-01-10, seperti: selasa, nama: Ganti}
gangguan:\n  - {dari: 2026-01-05T09:00, sampai: 2026-01-05T15:00, nama: Padam, dasar: BA 1}\n"
answer explain 2026-01-05T08:00 '5 jam' --calendar "$dir/cal.yaml"
is "an outage, with its evidence" 0 "08:00-09:00 15:00-16:00"
is "... named" 0 "Biasa; gangguan: Padam (BA 1)"
is "an override" 0 "jam khusus: Rapat"
is "a make-up day" 0 "hari pengganti seperti selasa: Ganti"
is "... in the calendar's own zone" 0 "Batas        2026-01-10T10:00:00+08:00"

# -- many lines
answer_lines due <<END
2026-01-05T11:55${tab}5-10 menit
2026-01-05T11:55 5-10 menit
kemarin${tab}2 hari
2026-01-05T11:55${tab}2 hari${tab}3

2026-01-05T11:55${tab}2 hari
END
is "bad lines make the status 1" 1
same "... each is answered in its place, the good ones too" <<END
2026-01-05T12:00:00+07:00${tab}2026-01-05T13:05:00+07:00
baris 2: perlu dua kolom dengan satu tab di antaranya
baris 3: "kemarin" bukan waktu; tulis seperti 2026-01-05T07:30 atau \
2026-01-05T07:30:00+07:00, tahun 2005 sampai 2050
baris 4: perlu dua kolom dengan satu tab di antaranya
baris 5: perlu dua kolom dengan satu tab di antaranya
2026-01-07T16:00:00+07:00${tab}2026-01-07T16:00:00+07:00
END
printf '2026-01-05T11:55\t2 hari\r\n2026-01-06T11:55\t2 hari' \
    >"$dir/in"
answer_lines due <"$dir/in"
is "CRLF and a last line without end do no harm" 0
same "... to the answers" <<END
2026-01-07T16:00:00+07:00${tab}2026-01-07T16:00:00+07:00
2026-01-08T16:00:00+07:00${tab}2026-01-08T16:00:00+07:00
END
{ head -c 100000 /dev/zero | tr '\0' x; printf '\n2026-01-05T11:55\t2 \0hari\n'
  printf '2026-01-05T11:55\t\033[2Jhari\n2026-01-05T11:55\t2 hari\n'; } \
    >"$dir/in"
answer_lines due <"$dir/in"
is "a huge line, a NUL, a terminal's command" 1 'baris 1: lebih dari 1023'
is "... by number and reason" 1 'baris 2: lebih dari 1023 huruf, atau ada huruf NUL'
is "... nothing of them reaches the terminal" 1 'baris 3: "?[2Jhari" bukan'
is "... and the good line is answered" 1 '2026-01-07T16:00:00'
printf '2026-01-09T10:00\t2026-01-12T09:00\n' >"$dir/in"
answer_lines elapsed <"$dir/in"
same "elapsed of lines" <<END
23400${tab}6:30:00${tab}1
END
printf '2026-01-09T16:00\t60 menit\n' >"$dir/in"
answer_lines explain <"$dir/in"
sed 's/(\([^)]*\))//g; s/ *$//; s/  */ /g' "$dir/out" >"$dir/cut" &&
    mv "$dir/cut" "$dir/out"
same "explain of a line is one line" <<END
2026-01-12T08:00:00+07:00${tab}2026-01-12T08:00:00+07:00${tab}\
2026-01-09 jumat kerja 16:00-16:30 0:30:00 0:30:00 Hari biasa ${tab}\
2026-01-10 sabtu tutup - 0:00:00 0:30:00 akhir pekan${tab}\
2026-01-11 minggu tutup - 0:00:00 0:30:00 akhir pekan${tab}\
2026-01-12 senin kerja 07:30-08:00 0:30:00 1:00:00 Hari biasa
END
answer_lines due </dev/null
is "no lines, no answers" 0
same "... at all" </dev/null
awk 'BEGIN { for (i = 0; i < 20000; i++)
	printf "2026-%02d-%02dT09:%02d\t%d menit\n", i % 12 + 1, i % 28 + 1,
	    i % 60, i % 600 + 1 }' >"$dir/in"
answer_lines due <"$dir/in"
[ "$status" = 0 ] && [ "$(grep -c '^2026-.*2026-' "$dir/out")" -gt 19000 ] &&
    [ "$(wc -l <"$dir/out")" = 20000 ]; status=$?
is "20,000 lines have 20,000 answers" 0

# -- calendars that are refused whole, with line and reason
calendar 'libur:
  - {tanggal: 2026-01-05, jenis: libur, nama: A}
  - {tanggal: 2026-01-06, jenis: libur, nama: B}
  - {tanggal: 2026-01-05, jenis: cuti, nama: C}\n'
answer check "$dir/cal.yaml"
is "a date twice" 1 "baris 9, libur: tanggal 2026-01-05 sudah ada di baris 7"
answer due 2026-01-05T10:00 '1 hari' --calendar "$dir/cal.yaml"
is "... by every verb" 1 "$dir/cal.yaml: baris 9"
same "... with no answer" </dev/null
calendar 'khusus:
  - {tanggal: 2026-01-05, jam: ["08:00-12:00", "11:30-16:00"], nama: A}\n'
answer check "$dir/cal.yaml"
is "overlapping intervals" 1 \
    'baris 7, khusus.jam: "11:30-16:00" bertumpang dengan jam sebelumnya'
calendar 'khusus:\n  - {tanggal: 2026-01-05, jam: ["12:00-08:00"], nama: A}\n'
answer check "$dir/cal.yaml"
is "an interval that ends before it starts" 1 \
    'baris 7, khusus.jam: "12:00-08:00" selesai sebelum mulai'
calendar 'gangguan:
  - {dari: 2026-01-05T10:00, sampai: 2026-01-05T09:00, nama: A}\n'
answer check "$dir/cal.yaml"
is "an outage that ends before it starts" 1 "baris 7, gangguan: selesai"
calendar 'gangguan:
  - {dari: 2026-01-05T10:00, sampai: 2026-01-05T12:00, nama: A}
  - {dari: 2026-01-05T11:00, sampai: 2026-01-05T13:00, nama: B}\n'
answer check "$dir/cal.yaml"
is "overlapping outages" 1 "baris 8, gangguan: bertumpang dengan baris 7"
calendar '  - nama: R\n    berlaku: {dari: 2026-03-30, sampai: 2026-03-01}
    senin: ["08:00-12:00"]\n'
answer check "$dir/cal.yaml"
is "a pattern that ends before it begins" 1 "baris 7, pola.berlaku: berakhir"
printf 'zona: WIB\0\npola: []\n' >"$dir/cal.yaml"
answer check "$dir/cal.yaml"
is "a NUL" 1 "ada huruf NUL"

# -- check and show of a file
calendar "libur:\n$(y=2005; while [ $y -le 2050 ]; do
	echo "  - {tanggal: $y-01-01, jenis: libur, nama: Tahun Baru}"
	y=$((y + 1)); done)\n"
answer check "$dir/cal.yaml"
is "check tells the zone" 0 "$dir/cal.yaml: benar, zona WITA"
[ "$(wc -l <"$dir/out")" = 1 ]; status=$?
is "... and nothing else when all years have holidays" 0
calendar ''
answer check --calendar "$dir/cal.yaml"
[ "$(grep -c 'hari libur 20.. belum diisi' "$dir/out")" = 2 ]; status=$?
is "... and flags this year and the next" 0
answer show 2026 --calendar "$kanwil"
is "a year: its working days and hours" 0 "2026, WIB: 240 hari kerja"
is "... month by month" 0 "2026-03  17 hari kerja  115:30:00 jam"
is "... its patterns" 0 "Pola Ramadan 1447 H (Perpres 21/2023"
is "... and days off" 0 "2026-12-24 kamis  cuti  -"
answer show 2027 --calendar "$kanwil"
is "a year without holidays is flagged there" 0 "hari libur 2027 belum diisi"
answer show 2051 --calendar "$kanwil"
is "a year beyond the calendar is refused" 1 '"2051" bukan tahun'
answer show tahun --calendar "$kanwil"
is "... and what is no year" 1 '"tahun" bukan tahun'

# -- the office's own
sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}
sopap init >/dev/null || exit 1
sopap user add ani Ani --admin >/dev/null || exit 1
printf 'data = %s\n' "$dir/data" >"$dir/none.conf"
chmod 600 "$dir/none.conf"
answer due 2026-01-05T11:55 '2 hari'
is "the office's own calendar answers" 0 "2026-01-07T16:00:00+07:00"
answer check
is "... and is checked" 0 "kalender kantor: benar, zona WIB"
answer show 2026
is "... and shown by the year" 0 "kalender kantor, 2026, WIB: 240 hari kerja"
answer show
is "... and whole" 0 "nama: Hari biasa"
calendar ''
answer set "$dir/cal.yaml" --as ani
is "another is put in force" 0
answer check
is "... for the whole office" 0 "zona WITA"
printf 'zona: UTC\npola:\n  - {nama: A, senin: ["08:00-12:00"]}\0\n' \
    >"$dir/cal.yaml"
answer set "$dir/cal.yaml" --as ani
is "one that is cut by a NUL is not" 1 "ada huruf NUL"
answer check
is "... and nothing has changed" 0 "zona WITA"
done_testing
