# form-t.sh - SOPs as their official form: every text word for word, in its
# place, on pages that say which of how many they are.
. "$SRCDIR/tests/tap.sh"
needs letter
letter=$BUILDDIR/reports/letter/sopap-letter
for tool in pdftotext pdfinfo perl; do
	command -v $tool >/dev/null || { skip "no $tool"; done_testing; exit; }
done

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}
check() {
	perl "$SRCDIR/tests/reports/letter/form.pl" "$@" >"$dir/out" 2>&1
}

# form SLUG: the form of the version in force in $dir/SLUG.pdf.
form() {
	sopap sop form "$1" >"$dir/$1.json" 2>"$dir/err" &&
		timeout 30 "$letter" <"$dir/$1.json" >"$dir/$1.pdf" 2>"$dir/err"
}

sopap init >"$dir/out" 2>&1
sopap sop publish "$SRCDIR"/lib/sop/*.yaml >"$dir/out" 2>&1
ok $? "an office with its SOPs" "$dir/out"
for file in "$SRCDIR"/lib/sop/*.yaml; do
	name=${file##*/}
	name=${name%.yaml}
	[ "$name" = peran ] && continue
	form "$name"
	ok $? "$name: printed" "$dir/err"
	"$letter" <"$dir/$name.json" 2>/dev/null | cmp -s - "$dir/$name.pdf"
	ok $? "...twice the same bytes"
	check text "$dir/$name.json" "$dir/$name.pdf"
	ok $? "...every text, heads, letters and page n of N" "$dir/out"
	check places "$dir/$name.pdf"
	ok $? "...no word on another, none cut" "$dir/out"
	pdfinfo -f 1 -l 9 "$dir/$name.pdf" | awk '/^Page .* size/ {
	    across = $4 > $6; if (across != ($2 > 1)) exit 1 }'
	ok $? "...the identity page upright, the others across"
done

# The rows of the order are those of the file, slips and all.
grep -q '"activity":"Memeriksa dan memperbaiki draft awal konsep Nola Dinas' \
    "$dir/monev.json"
ok $? "as printed, not as mended"
grep -q '"lanes":\["Kepala Divisi","Pejabat Eselon III","Pejabat Eselon IV","JFU","JFT"\]' \
    "$dir/skp.json"
ok $? "the columns as printed"
run sopap sop form tidak-ada
is "an SOP that is not there" 1 "tidak-ada"

# What no office would write.
check nasty && cp "$dir/out" "$dir/sulit.yaml"
sopap sop publish "$dir/sulit.yaml" >"$dir/err" 2>&1
ok $? "60 rows, 12 performers" "$dir/err"
form sulit
ok $? "...printed" "$dir/err"
check places "$dir/sulit.pdf"
ok $? "...no word on another, none cut" "$dir/out"
for word in keg lkp ket; do
	check once "$dir/sulit.pdf" $word 500
	ok $? "...a cell of 4,000 bytes goes on on the next page: $word" \
	    "$dir/out"
done
check once "$dir/sulit.pdf" hukum 100
ok $? "...and a list of the identity page" "$dir/out"
pages=$(pdfinfo "$dir/sulit.pdf" | awk '/^Pages/ { print $2 }')
equals "$(pdftotext -layout "$dir/sulit.pdf" - | grep -c "dari $pages\$")" \
    "$pages" "...on pages that know how many they are"

# An order that is none.
echo '{"paper": "sop", "lanes": [], "rows": []}' >"$dir/none.json"
run "$letter" <"$dir/none.json"
is "without lanes and rows there is no form" 1 "lanes, rows: missing"
done_testing
