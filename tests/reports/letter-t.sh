# letter-t.sh - the papers sopap-letter composes, as the programs that read
# PDF see them: text, letters, QR codes, and how a page looks from afar.
. "$SRCDIR/tests/tap.sh"
data=$SRCDIR/tests/data/letter
letter=$BUILDDIR/reports/sopap-letter
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
	for page in "$dir/$name"-*.png; do
		"$look" "$data/${page##*/}" "$page" >"$dir/out" 2>&1
		ok $? "...looks as it did: ${page##*/}" "$dir/out"
	done
done

# What a camera reads.
pdftoppm -r 150 -png "$dir/bukti.pdf" "$dir/qr" 2>"$dir/err"
equals "$(zbarimg -q --raw "$dir/qr-1.png" 2>/dev/null)" \
    https://sumsel.example.go.id/lacak "the receipt leads to where it is asked"
equals "$(ls "$dir"/qr-*.png | wc -l)" 1 "...and is one page"

# However much was sent, a receipt is one page.
awk '{ print } /"Jenis permohonan", "Magang"/ {
	for (i = 1; i <= 80; i++)
		printf "[\"Isian %d\", \"%s\"],\n", i, "panjang sekali"
}' "$data/bukti.json" >"$dir/many.json"
run "$letter" <"$dir/many.json"
is "eighty fields" 0 %PDF
cp "$dir/out" "$dir/many.pdf"
pdftotext "$dir/many.pdf" "$dir/many.txt"
equals "$(pdfinfo "$dir/many.pdf" | awk '/^Pages/ { print $2 }')" 1 \
    "...on one page"
grep -q 'dan isian lain (' "$dir/many.txt"
ok $? "...which says that there are more"
grep -q 'Tidak dipungut biaya' "$dir/many.txt"
ok $? "...and still what happens next"

# What is no order.
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
head -c 1048577 /dev/zero | tr '\0' ' ' >"$dir/in"
run "$letter" <"$dir/in"
is "refused: too long" 1 "order: cannot be read"
done_testing
