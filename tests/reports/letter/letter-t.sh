# letter-t.sh - the papers sopap-letter composes, as the programs that read
# PDF see them: text, letters, QR codes, and how a page looks from afar.
. "$SRCDIR/tests/tap.sh"
needs letter
data=$SRCDIR/tests/data/letter
letter=$BUILDDIR/reports/letter/sopap-letter
look=$BUILDDIR/tests/reports/alike

for tool in pdftotext pdffonts pdftoppm zbarimg; do
	command -v $tool >/dev/null || { skip "no $tool"; done_testing; exit; }
done

# compose NAME: the paper of tests/data/letter/NAME.json in $dir/NAME.pdf.
compose() {
	timeout 30 "$letter" <"$data/$1.json" >"$dir/$1.pdf" 2>"$dir/err"
}

# Text, byte by byte; a page as a picture of 36 dots an inch, nearly.
for order in "$data"/*.json; do
	name=${order##*/}
	name=${name%.json}
	compose "$name"
	ok $? "$name: composed" "$dir/err"
	"$letter" <"$order" | cmp -s - "$dir/$name.pdf"
	ok $? "...twice the same bytes"
	pdftotext -layout "$dir/$name.pdf" "$dir/$name.txt"
	same_file "...says what it should" "$data/$name.txt" "$dir/$name.txt"
	pdffonts "$dir/$name.pdf" |
	    awk 'NR > 2 && $(NF - 4) != "yes" { exit 1 }
	    END { if (NR < 3) exit 1 }'
	ok $? "...with its letters embedded"
	pdftoppm -r 36 -gray -png "$dir/$name.pdf" "$dir/$name" 2>"$dir/err"
	for page in "$dir/$name"-[0-9].png; do
		"$look" "$data/${page##*/}" "$page" >"$dir/out" 2>&1
		ok $? "...looks as it did: ${page##*/}" "$dir/out"
	done
done

# What was stored before nobody could: a mark that turns the direction.
sed "s/Siti /Siti $(printf '\342\200\256')/" "$data/balasan.json" \
	>"$dir/turned.json"
"$letter" <"$dir/turned.json" >"$dir/turned.pdf" 2>"$dir/err"
pdftotext -layout "$dir/turned.pdf" "$dir/turned.txt"
! cmp -s "$data/balasan.json" "$dir/turned.json" &&
	cmp -s "$data/balasan.txt" "$dir/turned.txt"
ok $? "a mark of direction in a name turns nothing" "$dir/err"

# The text a camera reads.
pdftoppm -r 150 -png "$dir/bukti.pdf" "$dir/qr" 2>"$dir/err"
equals "$(zbarimg -q --raw "$dir/qr-1.png" 2>/dev/null)" \
    https://sumsel.example.go.id/lacak "the receipt leads to where it is asked"
equals "$(ls "$dir"/qr-*.png | wc -l)" 1 "...and is one page"

# Each certificate and letter leads to its own page.
codes() {
	pdftoppm -r 150 -png "$dir/$1.pdf" "$dir/qr-$1" 2>"$dir/err"
	zbarimg -q --raw "$dir/qr-$1"-[0-9].png 2>/dev/null | sed 's|.*/||' |
	    tr '\n' ' '
}
equals "$(codes sertifikat)" 'K7QM3WXA9HTP M4RT8YZB2CDE ' \
    'two certificates, two codes'
equals "$(codes balasan)" 'K7QM3WXA9HTP ' "a letter's code"
equals "$(codes balasan-draf)" '' 'a draft has none'
pages() {
	pdfinfo "$dir/$1.pdf" | awk '/^Pages/ { print $2 }'
}
equals "$(pages balasan)" 1 'a usual letter is one page'
equals "$(pages sertifikat)" 2 'two certificates, two pages'
equals "$(pages balasan-lima-puluh)" 4 'fifty participants'
equals "$(grep -c 'No .*Nama' "$dir/balasan-lima-puluh.txt")" 3 \
    '...the head of the table on each of its pages'
equals "$(pages balasan-campur)" 1 'two accepted, one not: one page'
equals "$(pages balasan-campur-banyak)" 4 'thirty and twenty'
equals "$(grep -c 'PESERTA YANG ' "$dir/balasan-campur-banyak.txt")" 2 \
    '...in two lists'
equals "$(grep -c '^ *DRAF$' "$dir/balasan-draf.txt")" 1 'a draft says so'
pdfinfo "$dir/sertifikat.pdf" | grep -q '841.89 x 595.27'
ok $? 'certificates lie across'

# However much was sent, a receipt is one page.
awk '{ print } /"Jenis permohonan", "Magang"/ {
	for (i = 1; i <= 80; i++)
		printf "[\"Isian %d\", \"%s\"],\n", i, "panjang sekali"
}' "$data/bukti.json" >"$dir/many.json"
run "$letter" <"$dir/many.json"
is "eighty fields" 0 %PDF
cp "$dir/out" "$dir/many.pdf"
pdftotext "$dir/many.pdf" "$dir/many.txt"
equals "$(pages many)" 1 "...on one page"
grep -q 'dan isian lain (' "$dir/many.txt"
ok $? "...which says that there are more"
grep -q 'Tidak dipungut biaya' "$dir/many.txt"
ok $? "...and still what happens next"

# Texts that are no order.
refuse() {
	printf '%s' "$1" >"$dir/in"
	run "$letter" <"$dir/in"
	is "refused: $2" 1 "$2"
}
refuse '' 'order: '
refuse '[]' 'order: not an object'
refuse '{"paper": "puisi"}' 'paper: unknown: puisi'
refuse '{"paper": "bukti"}' 'code: missing'
refuse "$(printf '{"paper": "bukti", "code": "\377"}')" 'order: '
refuse '{"paper": "surat", "people": []}' 'people: 0, not 1 to 100'
refuse '{"paper": "surat", "people": [["a"]], "file": "x", "text": "hal: a"}' \
    'x:2: surat: harus balasan, keterangan, atau sertifikat'
head -c 4194305 /dev/zero | tr '\0' ' ' >"$dir/in"
run "$letter" <"$dir/in"
is "refused: too long" 1 "order: cannot be read"
# Faults of the office in a text or a letterhead.
for file in balasan balasan-tolak keterangan sertifikat kop; do
	run "$letter" check "$SRCDIR/reports/letter/$file.txt"
	is "$file.txt as it comes" 0 "$file.txt: baik"
done
head='surat: balasan\nhal: a\nkepada: b\n\n'
bad() {
	printf "$1" >"$dir/a.txt"
	run "$letter" check "$dir/a.txt"
	is "refused: $2" 1 "$dir/a.txt:$2"
}
bad 'surat: puisi\n\n' '2: surat: harus balasan'
bad 'warna: merah\n' '1: kunci tidak dikenal: warna'
bad 'surat balasan\n' '1: bukan "kunci: isi"'
bad 'surat: balasan\nhal: a\n\nb\n' '3: kepada: belum ada'
bad 'surat: balasan\n\nb\n' '2: hal: belum ada'
bad 'hal: a\nhal: b\n' '2: hal: dua kali'
bad "$head" '5: belum ada isi surat'
bad "${head}satu\ndua {gaji}\n" '5: isian tidak dikenal: {gaji}'
bad "${head}satu\n\n\ndua {nama\n" '8: kurung { tanpa }'
bad "${head}satu}\n" '5: kurung } tanpa {'
bad "${head}?gaji satu\n" '5: syarat tidak dikenal: ?gaji'
bad "${head}@gambar\n" '5: tanda tidak dikenal di surat balasan: @gambar'
bad "${head}@nama\n" '5: tanda tidak dikenal di surat balasan: @nama'
bad "${head}satu\nd\377a\n" '6: bukan UTF-8'
bad "${head}\355\240\200\n" '5: bukan UTF-8'
bad "${head}satu\001dua\n" '5: karakter kendali'
bad "$head$(printf '%04001d' 0)" '5: paragraf terlalu panjang'
bad "$head$(printf '%032768d' 0)" '1: terlalu panjang, paling banyak 32768'
bad "hal: $(printf '%0501d' 0)" '1: hal: terlalu panjang'
bad "${head}a {gaji}\n\n@gambar\n" '5: isian tidak dikenal: {gaji}'
equals "$(wc -l <"$dir/err")" 2 '...and all else that is wrong with it'
kop='[2018-08-01]\nkop: A\njabatan: B\n'
bad "$kop" '3: [2018-08-01]: nomor belum ada'
bad "${kop}nomor: W.6-{tahun}\n" '4: nomor: harus memuat {urut} sekali'
bad "${kop}nomor: {urut}{hari}\n" '4: nomor: isian tidak dikenal: {hari}'
bad '[2018-13-01]\n' '1: bukan [TTTT-BB-HH]'
bad '[2018-08-01]\nwarna: merah\n' '2: kunci tidak dikenal: warna'
bad '[2018-08-01]\nlogo: logo.png\n' '2: logo: harus diawali / dan diakhiri .png'
bad '[2018-08-01]\nlogo: /var/lib/sopap/files/ab/abcd\n' \
	'2: logo: harus diawali / dan diakhiri .png'
bad '[2018-08-01]\nlogo: /usr/share/../../a.png\n' \
	'2: logo: harus diawali / dan diakhiri .png'
run "$letter" check "$dir/none.txt"
is 'refused: no such file' 1 none.txt
run "$letter" compose
is 'refused: no such word' 2 pemakaian
done_testing
