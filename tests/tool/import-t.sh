# import-t.sh - sopap import: cases of an older system.
. "$SRCDIR/tests/tap.sh"
logs=$SRCDIR/tests/data/log

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

# count TABLE [WHERE]
count() {
	sqlite3 "$dir/data/office.db" "SELECT count(*) FROM $1 ${2:+WHERE $2}"
}

sopap init >/dev/null || exit 1
run sopap import
is "no words: the usage" 2 "pemakaian"
run sopap import history "$logs/kecil.csv"
is "no code: the usage" 2 "--code"
run sopap import history "$logs/kecil.csv" --code 'A b'
is "a code that is none" 1 "huruf kecil"
run sopap import history "$dir/none.csv" --code a
is "no such file" 1 "$dir/none.csv"

printf 'Terima\t5 menit\nPeriksa\t30 menit\n' >"$dir/standar.tsv"
run sopap import history "$logs/kecil.csv" --code lama --name 'Cara lama' \
    --standards "$dir/standar.tsv"
is "a table is imported" 0 "2 berkas (7 peristiwa) dimasukkan ke SOP \
impor-lama: 3 langkah, 2 peran baru"
run sopap import history "$logs/kecil.csv" --code lama --name 'Cara lama' \
    --standards "$dir/standar.tsv"
is "... once" 0 "2 berkas sudah ada"
run sopap rebuild --check
is "... and can be derived again" 0 ", 0 perbedaan"
run sopap verify
is "... its chains verify" 0 ", 0 kesalahan"

gzip -c "$logs/kecil.xes" >"$dir/kecil.xes.gz"
run sopap import history "$dir/kecil.xes.gz" --code xes
is "XES, packed" 0 "2 berkas (3 peristiwa)"
head -c 300 "$dir/kecil.xes.gz" >"$dir/cut.xes.gz"
run sopap import history "$dir/cut.xes.gz" --code xes
is "... cut off" 1 "$dir/cut.xes.gz"

{ cat "$logs/kecil.csv"; echo 'A-3,,Loket,,2026-01-07 09:00,,'; } \
    >"$dir/bad.csv"
echo 'A-4,Terima,Loket,,2026-01-07 09:00,,' >>"$dir/bad.csv"
before=$(count cases)
run sopap import history "$dir/bad.csv" --code baru
is "a bad row: nothing is imported" 1 "$dir/bad.csv: baris 9: kegiatan kosong"
equals "$(count cases)" "$before" "... at all"
run sopap import history "$dir/bad.csv" --code baru --skip-bad
is "... unless it may be left out" 0 "1 baris dilewati"
equals "$(count cases)" $((before + 3)) "... the others are there"

printf 'ID;Apa;Siapa;Kapan\n1;Masuk;Loket;2026-01-05 08:00\n' >"$dir/x.csv"
printf 'berkas = ID\nkegiatan = Apa\nperan=Siapa\nselesai = Kapan\n' \
    >"$dir/kolom"
run sopap import history "$dir/x.csv" --code peta --columns "$dir/kolom"
is "columns of other names" 0 "1 berkas (1 peristiwa)"
echo 'orang = Siapa' >>"$dir/kolom"
run sopap import history "$dir/x.csv" --code peta --columns "$dir/kolom"
is "... a wrong line is named" 1 "$dir/kolom: baris 5"
printf 'Terima 5 menit\n' >"$dir/standar.tsv"
run sopap import history "$logs/kecil.csv" --code lain \
    --standards "$dir/standar.tsv"
is "... as is one of the standards" 1 "$dir/standar.tsv: baris 1"

# -- cases in flight
head=nomor,sop,langkah,perihal,dibuka,diterima
{ echo $head; echo '"12,a",rkt,8,RKT 2027,2026-01-05 08:00,2026-01-06 08:00'; } \
    >"$dir/open.csv"
run sopap import open "$dir/open.csv"
is "an SOP that is not in force" 1 "baris 2: sop: \"rkt\" tidak berlaku"
sopap sop publish "$SRCDIR/lib/sop/rkt.yaml" >"$dir/out"
run sopap import open "$dir/open.csv"
is "a case in flight" 0 '"12,a",A-2026-0001,'
run sopap import open "$dir/open.csv"
is "... once" 0 "1 berkas sudah ada"
run sopap rebuild --check
is "... can be derived again" 0 ", 0 perbedaan"

receipt=$SRCDIR/../shared/data/logs/receipt.xes.gz
if [ -f "$receipt" ]; then
	run sopap import history "$receipt" --code izin-bangunan
	is "a real log of 1,434 cases" 0 "1434 berkas (8577 peristiwa)"
	equals "$(count tasks "performer = 'group-1'")" 3152 \
	    "... performed by its groups"
	run sopap rebuild --check
	is "... and derived again" 0 ", 0 perbedaan"
	printf 'data = %s\ntemplates = %s\n' "$dir/data" \
	    "$BUILDDIR/templates" >"$dir/sopap.conf"
	run env SOPAP_CONF="$dir/sopap.conf" \
	    "$BUILDDIR/reports/month/sopap-report" --month 2011-05 --out "$dir/r" \
	    --assets "$BUILDDIR/htdocs/assets"
	is "... makes a report" 0
	grep -q 'Group 1' "$dir/r/peran.csv"
	ok $? "... by role" "$dir/r/peran.csv"
else
	skip 'the log of others is not here'
fi
done_testing
