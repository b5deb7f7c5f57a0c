# words-t.sh - how the text of the tree reads: comments say a thing, not "what"
# or "who"; nothing cites what is not here; lists are in order.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99
find lib cgi-bin reports tests -name node_modules -prune -o -type f \
	-name '*.[ch]' -print -o -name '*.cc' -print | sort >"$dir/c"
find . \( -name .git -o -name node_modules -o -name 'build*' -o -name var \
	-o -name .aux -o -name autom4te.cache \) -prune -o -type f \
	\( -name '*.[ch]' -o -name '*.cc' -o -name '*.sh' -o -name '*.mjs' \
	-o -name '*.awk' -o -name '*.mk' -o -name '*.am' -o -name '*.ac' \
	-o -name '*.md' -o -name '*.[1-8]' -o -name '*.tpl' -o -name '*.sql' \
	-o -name '*.tsv' -o -name '*.yaml' -o -name '*.yml' -o -name bootstrap \
	\) -print | sort >"$dir/text"

# none DESCRIPTION: $dir/out, a line for each fault, is empty.
none() {
	[ ! -s "$dir/out" ]
	ok $? "$1" "$dir/out"
}

[ "$(wc -l <"$dir/c")" -gt 400 ] && [ "$(wc -l <"$dir/text")" -gt 500 ]
ok $? "the files are found"

# vague FILE... - comments that begin with a pronoun.
vague() {
	perl -0777 -ne 'while (m{/\*[\s*]*((What|Who|Whoever|Whom|Whose|Whatever)\b[^\n]*)}g) {
	    print "$ARGV: $1\n" }' "$@"
}
vague $(cat "$dir/c") >"$dir/out"
none "no comment begins with What, Who or Whoever"
printf '/* What it is. */\n/*\n * Whoever asks.\n */\n/* The answer. */\n' \
	>"$dir/vague.c"
equals "$(vague "$dir/vague.c" | wc -l)" 2 "... which are found"

# A paper outside, a folder of somebody's machine, a host of packages.
xargs grep -nE '\b(DESIGN|HOUSE|STYLE|UX|DOMAIN|STACK)(\.md)?( [0-9]|[):;,.])|/work/|/home/[a-z]|registry\.npmjs|deb\.debian' \
	<"$dir/text" | grep -v '^./tests/style/words-t.sh:' >"$dir/out"
none "nothing cites a paper, a machine or a host that is not in the tree"

xargs grep -nE '\*\)\(uintptr_t\)' <"$dir/c" >"$dir/out"
none "no cast takes const away"

xargs perl -MText::Tabs -ne 'chomp; print "$ARGV:$.: $_\n"
	if length(expand($_)) > 80; close ARGV if eof' <"$dir/c" >"$dir/out"
none "no line of C is longer than 80 columns"

xargs grep -nE '[ 	]$' <"$dir/c" >"$dir/out"
none "no line of C ends in white space"

# A guard's name can be another header's; a pragma has none.
grep '\.h$' "$dir/c" | xargs grep -Lx '#pragma once' >"$dir/out"
grep '\.h$' "$dir/c" | xargs grep -l '^#ifndef [A-Z0-9_]*_H$' >>"$dir/out" || :
none "every header is read once by #pragma once"

# The case is "berkas" where SOPs mix and the SOP's own word elsewhere, a file
# that was uploaded "dokumen", one of the machine "file".  In this ministry a
# "perkara" is a matter of a court.  The old word is read in tables, letter
# texts and addresses of before 0.3.0, which the lines left out below do.
misnamed() {
	grep -niE '\b(perkara|kasus)|(unggah|pilih|ukuran|kirim|format|jenis):? berkas|berkas (pdf|ini kosong|yaml|zip|csv|icalendar|teks)' "$@"
}
find lib cgi-bin reports htdocs debian README.md README.id.md -type f \
	! -name '*.png' ! -name '*.pdf' ! -name '*.woff*' | sort >"$dir/read"
xargs grep -lI '' <"$dir/read" | xargs grep -niE . /dev/null |
	grep -vE '^lib/exchange/import_log.c:[0-9]+:#define OLD_CASE |^lib/letter/letter_text.h:[0-9]+:#define LETTER_TEXT_OLD_CASE |^cgi-bin/routes.tsv:[0-9]+:/perkara	|PATH_PERKARA|^cgi-bin/case/sopap-case.8:.*/perkara' |
	misnamed >"$dir/out"
none "a case, a document and a file have one word each"
printf '%s\n' 'Perkara baru' 'lihat kasusnya' 'Unggah berkas' 'berkas PDF' \
	'Berkas K-1 selesai' 'kelengkapan berkas' >"$dir/words"
equals "$(misnamed "$dir/words" | wc -l)" 4 "... and other words are found"

# -- months -------------------------------------------------------------------

equals "$(cd "$SRCDIR" && grep -rlE --include='*.[ch]' \
    '"(Desember|December|Des|Dec)"' lib cgi-bin reports)" \
    lib/clock/month_name.c "the months are named in one file"

# The lists of files in local.mk: one a line, in order.
awk '
	FNR == 1 || /^[A-Za-z_]+ \+?= \\$/ { last = ""; list = FNR > 1; next }
	list && /^\t[^ ]+( \\)?$/ {
		if (last != "" && $1 < last)
			print FILENAME ": " $1 " stands after " last
		last = $1
	}
	!/\\$/ { list = 0 }' $(find lib cgi-bin reports tests -name local.mk) \
	>"$dir/out"
none "the lists of local.mk are in order"
done_testing
