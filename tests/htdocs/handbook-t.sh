# handbook-t.sh - the administrator's book: both languages say the same, its
# links lead somewhere, its commands work as printed, and the lines of the log
# that it explains are those the programs write.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99
books='htdocs/handbook.html htdocs/panduan.html'

# Each text between <code> and </code>, by its lines.
code() {
	awk '{
		while (match($0, /<\/?code>/)) {
			if (inside)
				print substr($0, 1, RSTART - 1)
			inside = substr($0, RSTART, RLENGTH) == "<code>"
			$0 = substr($0, RSTART + RLENGTH)
		}
		if (inside)
			print
	}' "$1" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

# all_found DESCRIPTION FILE: every line of $dir/want is a part of the file.
all_found() {
	[ -s "$dir/want" ]
	ok $? "$1: there are some"
	perl -e 'open W, shift; open F, shift; local $_ = join "", <F>;
		while (my $want = <W>) { chomp $want; print "$want\n"
		    if index($_, $want) < 0 }' "$dir/want" "$2" >"$dir/missing"
	[ ! -s "$dir/missing" ]
	ok $? "$1" "$dir/missing"
}

# -- the pages ----------------------------------------------------------------

for book in $books; do
	awk 'length > 512' "$book" >"$dir/out"
	[ ! -s "$dir/out" ]
	ok $? "$book: no line as if a program had written it" "$dir/out"
	# What xmllint has for HTML is older than these elements.
	xmllint --html --noout "$book" 2>&1 |
		grep -E 'error|warning' |
		grep -vE 'Tag (footer|header|main|nav|section) invalid' >"$dir/faults"
	[ ! -s "$dir/faults" ]
	ok $? "$book is well-formed" "$dir/faults"
	grep -qE '<script|style=| on[a-z]+=' "$book"
	[ $? -eq 1 ]
	ok $? "... has no script and no style of its own"
	sed -n 's/.*<h2 [^>]*id="\([a-z-]*\)">\([0-9]*\)\..*/\2 \1/p' "$book" \
		>"$dir/${book##*/}.chapters"
	sed -n 's/.*href="#\([a-z-]*\)">\([0-9]*\)\. .*/\2 \1/p' "$book" \
		>"$dir/contents"
	same_file "... its contents are its chapters" \
		"$dir/${book##*/}.chapters" "$dir/contents"
	grep -o 'href="[^"]*"' "$book" | sed 's/href="//; s/"$//' | sort -u |
	while read -r link; do
		case $link in
		'#'*)	grep -q "id=\"${link#?}\"" "$book" ;;
		*)	[ -f "htdocs/$link" ] ;;
		esac || echo "$link"
	done >"$dir/missing"
	[ ! -s "$dir/missing" ]
	ok $? "... its links lead somewhere" "$dir/missing"
done
equals "$(wc -l <"$dir/handbook.html.chapters")" 14 "there are 14 chapters"
same_file "both have the same chapters" "$dir/handbook.html.chapters" \
	"$dir/panduan.html.chapters"
for book in $books; do
	# What differs stands in capitals, in quotes or in italics.
	code "$book" | sed 's/<i>[^<]*<\/i>/I/g; s/"[^"]*"/Q/g
		s/[A-Z][A-Z_]\{3,\}/W/g' >"$dir/${book##*/}.code"
done
same_file "... and the same commands, files and lines of the log" \
	"$dir/handbook.html.code" "$dir/panduan.html.code"

for book in handbook panduan; do
	served=$(ls "$BUILDDIR/htdocs/assets/$book"-*.html)
	grep -o 'href="[^#"]*"' "$served" | sed 's/href="//; s/"$//' |
	while read -r link; do
		[ -f "$BUILDDIR/htdocs/assets/$link" ] || echo "$link"
	done >"$dir/missing"
	[ -n "$served" ] && [ ! -s "$dir/missing" ]
	ok $? "$book.html is served beside what it names" "$dir/missing"
done

# -- the commands -------------------------------------------------------------

# The programs of ours on an office of this test, those of others as far as
# the lines need them.
bin=$dir/bin
mkdir "$bin"
printf 'data = %s\nletters = %s\n' "$dir/data" "$SRCDIR/reports/letter" \
	>"$dir/sopap.conf"
chmod 600 "$dir/sopap.conf"
export SOPAP_CONF="$dir/sopap.conf" LC_ALL=C
cat >"$bin/sopap" <<EOF
exec "$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "\$@"
EOF
cat >"$bin/sopap-messenger" <<EOF
exec "$BUILDDIR/reports/messenger/sopap-messenger" "\$@"
EOF
cat >"$bin/sopap-letter" <<EOF
exec "$BUILDDIR/reports/letter/sopap-letter" "\$@"
EOF
printf 'shift 3\nexec "$@"\n' >"$bin/runuser"
sed -i '1i #!/bin/sh' "$bin"/*
chmod +x "$bin"/*
printf '2027-03-09\tHari contoh\tlibur\tSKB contoh\n' >"$dir/libur"

# Names of the page, for what lies in this test.
here() {
	sed "s,/var/backups/sopap,$dir/backup,g
		s,/usr/share/sopap/sop,$SRCDIR/lib/sop,g
		s,/etc/sopap/SOP\.yaml,$dir/own.yaml,g
		s,rkt\.pdf,$dir/rkt.pdf,g
		s,LIBUR\.ics,$dir/libur,g
		s,user add LOGIN,user add orang$1,; s,LOGIN,orang1,g"
}

for book in $books; do
	rm -rf "$dir/data" "$dir/backup"
	mkdir "$dir/data"
	person=0
	code "$book" | grep -E \
		'^(cp|sopap|sopap-messenger) |^runuser .* sopap' \
		>"$dir/lines"
	[ "$(wc -l <"$dir/lines")" -gt 20 ]
	ok $? "$book has commands" "$dir/lines"
	while IFS= read -r line; do
		case $line in *"user add"*) person=$((person + 1)) ;; esac
		printf '%s\n' "$line" | here "$person" >"$dir/command"
		run env PATH="$bin:$PATH" sh "$dir/command" </dev/null
		case $line in
		# What is well on a machine is not on this one.
		*' doctor'* | *--check | *--root*)
			[ "$status" -le 1 ] ;;
		*)	[ "$status" -eq 0 ] ;;
		esac
		ok $? "$line" "$dir/out" "$dir/err"
	done <"$dir/lines"
done
code htdocs/handbook.html | sed -n '/^awk -f routes/s, >.*,,p' >"$dir/command"
(cd cgi-bin && sh "$dir/command") >"$dir/out" 2>&1
grep -q 'location = /layanan/masuk ' "$dir/out"
ok $? "the server's file below a path is made" "$dir/out"

# -- what the pages name ------------------------------------------------------

code htdocs/handbook.html | sed -n 's/^\([a-z_]*\) = .*/.It Cm \1 /p' |
	sort -u >"$dir/want"
all_found "keys of sopap.conf(5)" lib/base/sopap.conf.5
sed -n 's/.*<strong>Admin, \([^<]*\)<.*/"\1"/p' $books >"$dir/want"
all_found "pages of the administrator" cgi-bin/admin/admin.c
code htdocs/handbook.html | sed -n 's/^man \(sopap[a-z.-]*\)$/\1./p' |
	sort -u >"$dir/want"
ls -- */*/*.[1-8] cgi-bin/*.[1-8] | sed 's,.*/,,' >"$dir/pages"
all_found "man pages" "$dir/pages"

# The texts of the programs, each in one piece.
find lib cgi-bin reports -name '*.c' -exec cat {} + | tr -d '\n\t' |
	sed 's/" *"//g' >"$dir/texts"
sed -n 's/^<tr><th scope="row"><code>\(.*\)<\/code><\/th>.*data-label.*/\1/p' \
	htdocs/handbook.html | sed 's/<i>[^<]*<\/i> */\n/g' |
	grep '.....' >"$dir/want"
all_found "lines of the log" "$dir/texts"
done_testing
