# man-t.sh - what the manuals and README.md say is there, and what is there
# they say: commands, addresses, programs, targets, packages, pages.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99
sopap=$BUILDDIR/lib/tool/sopap

# alike DESCRIPTION: the lists in $dir/want and $dir/got have the same lines.
alike() {
	sort -u "$dir/want" -o "$dir/want"
	sort -u "$dir/got" -o "$dir/got"
	[ -s "$dir/want" ] && diff "$dir/want" "$dir/got" >"$dir/diff"
	ok $? "$1" "$dir/diff"
}

# all_in DESCRIPTION FILE: every line of $dir/want is a part of the file.
all_in() {
	[ -s "$dir/want" ]
	ok $? "$1: there are some"
	while read -r word; do
		grep -qF -- "$word" "$2"
		ok $? "$1: $word"
	done <"$dir/want"
}

# -- the office's command -----------------------------------------------------

# Its usage has a line "  NAME   HELP"; the help of those with verbs begins
# with them, "add | password | list".
"$sopap" 2>&1 | sed -n 's/^  \([a-z]*\) .*/\1/p' >"$dir/want"
sed -n 's/^\.It Cm \([a-z]*\)\( .*\)\{0,1\}$/\1/p' lib/tool/sopap.8 >"$dir/got"
alike "sopap(8) has the commands that sopap has, and no other"
"$sopap" 2>&1 | sed -n 's/^  \([a-z]*\)  *\(.* | .*\)/\1 | \2/p' |
	awk -F ' [|] ' '{
		for (i = 2; i <= NF; i++) {
			split($i, word, /[ :]/)
			print $1, word[1]
		}
	}' >"$dir/want"
sed -n 's/^\.It Cm \(sop\|user\|calendar\|import\) \([a-z]*\).*/\1 \2/p' \
	lib/tool/sopap.8 >"$dir/got"
alike "... likewise the verbs of each"
"$sopap" calendar 2>&1 | grep -o -- '--[a-z]*' | sort -u |
	sed 's/--/Fl -/' >"$dir/want"
all_in "sopap(8) has the option" lib/tool/sopap.8

# -- addresses and programs ---------------------------------------------------

while read -r path program rest; do
	case $path in /*)
		grep -qE "(^|[ :])$path([ ,:./]|\$)" "$(ls cgi-bin/sopap-$program.8 \
			cgi-bin/$program/sopap-$program.8 2>/dev/null)"
		ok $? "sopap-$program(8) has $path"
	esac
done <cgi-bin/routes.tsv
sed -n 's/^	{ "\([a-z-]*\)", "[A-Z].*/\/admin\/\1/p' cgi-bin/admin/admin.c >"$dir/want"
all_in "sopap-admin(8) has the page" cgi-bin/admin/sopap-admin.8

# -- pages --------------------------------------------------------------------

ls -- cgi-bin/*.[1-8] cgi-bin/*/*.[1-8] reports/*/*.[1-8] lib/*/*.[1-8] \
	lib/*/*/*.[1-8] >"$dir/pages"
sed 's/.*\///; s/\.\([1-8]\)$/ \1/' "$dir/pages" >"$dir/have"
# They lie among those of the whole system.
cut -d ' ' -f 1 "$dir/have" | grep -v '^sopap' >"$dir/common"
[ ! -s "$dir/common" ]
ok $? "every page has a name of ours" "$dir/common"
ls "$BUILDDIR/libexec" | grep -vx made >"$dir/named"
[ -s "$dir/named" ]
ok $? "there are programs"
while read -r program; do
	grep -qx "sopap-$program 8" "$dir/have"
	ok $? "$program has the page sopap-$program(8)"
done <"$dir/named"
# Those of others, as Debian has them.
printf '%s\n' 'clamd 8' 'gzip 1' 'journald.conf 5' 'logrotate 8' 'systemd 1' >>"$dir/have"
xargs sed -n 's/^\.Xr \([^ ]*\) \([1-8]\).*/\1 \2/p' <"$dir/pages" |
	sort -u >"$dir/named"
sort "$dir/have" | comm -13 - "$dir/named" >"$dir/missing"
[ -s "$dir/named" ] && [ ! -s "$dir/missing" ]
ok $? "every page that a page names is there" "$dir/missing"
grep -oh '[a-z.-]*([1-8])' README.md README.id.md | tr '()' '  ' |
	sed 's/ $//' | sort -u >"$dir/named"
sort "$dir/have" | comm -13 - "$dir/named" >"$dir/missing"
[ -s "$dir/named" ] && [ ! -s "$dir/missing" ]
ok $? "... and every page that a README names" "$dir/missing"
while read -r page; do
	grep -rqF --include=local.mk -- "$page" lib cgi-bin reports
	ok $? "$page is installed"
done <"$dir/pages"

# Not for us: pages of others are not here to be looked for, and FIELDS is meant.
while read -r page; do
	mandoc -T lint -W style "$page" 2>&1
done <"$dir/pages" |
	grep -vE 'referenced manual not found|outdated mandoc.db|FIELDS instead' \
	>"$dir/faults"
if command -v mandoc >/dev/null; then
	[ ! -s "$dir/faults" ]
	ok $? "mandoc finds nothing in the pages" "$dir/faults"
else
	skip "no mandoc"
fi
for page in lib/tool/sopap.8 lib/base/sopap.conf.5 reports/month/sopap-report.1 \
	reports/letter/sopap-letter.1 reports/messenger/sopap-messenger.8; do
	for part in ENVIRONMENT FILES DIAGNOSTICS; do
		grep -q "^\.Sh $part\$" "$page"
		ok $? "$page has $part"
	done
done

# -- the papers for those who begin --------------------------------------------

sed -n 's/^\.PHONY: //p' Makefile.am tests/local.mk | tr ' ' '\n' |
	sed 's/^/make /' >"$dir/want"
all_in "CONTRIBUTING.md has the target" CONTRIBUTING.md
grep -ohE 'make [a-z-]+([^a-z/-]|$)' README.md CONTRIBUTING.md |
	sed 's/make //; s/[^a-z-]//' | sort -u >"$dir/named"
while read -r target; do
	grep -qE "^$target:" "$BUILDDIR/Makefile"
	ok $? "make $target of the papers is one"
done <"$dir/named"
for readme in README.md README.id.md; do
	sed -n 's/^    apt-get install \([^#]*\).*/\1/p' $readme | tr ' ' '\n' |
		sed '/^$/d' >"$dir/want"
	all_in "bootstrap has the package of $readme" bootstrap
	grep -oE '(^|[`. ])sopap [a-z]+( [a-z]+)?' $readme | sed 's/^[`. ]//' |
		sort -u >"$dir/named"
	while read -r name command verb; do
		grep -q "^\.It Cm $command" lib/tool/sopap.8
		ok $? "$name $command ($verb) of $readme is a command"
	done <"$dir/named"
done
done_testing
