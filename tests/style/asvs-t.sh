# asvs-t.sh - tests/asvs.tsv has every item of OWASP ASVS 4.0.3, levels 1 and 2,
# chapters 2 to 8 and 11 to 13, once and in its order; what it names is there,
# and its tests are run.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99

# Numbers that are left out are no items any more, or of level 3.
items='2.1.1-12 2.2.1-3 2.3.1-3 2.4.1-5 2.5.1-7 2.6.1-3 2.7.1-6 2.8.1-7 2.9.1-3
    2.10.1-4 3.1.1-1 3.2.1-4 3.3.1-4 3.4.1-5 3.5.1-3 3.7.1-1 4.1.1-3 4.1.5-5
    4.2.1-2 4.3.1-3 5.1.1-5 5.2.1-8 5.3.1-10 5.4.1-3 5.5.1-4 6.1.1-3 6.2.1-6
    6.3.1-2 6.4.1-2 7.1.1-4 7.2.1-2 7.3.1-1 7.3.3-4 7.4.1-3 8.1.1-4 8.2.1-3
    8.3.1-8 11.1.1-8 12.1.1-3 12.2.1-1 12.3.1-6 12.4.1-2 12.5.1-2 12.6.1-1
    13.1.1-1 13.1.3-5 13.2.1-3 13.2.5-6 13.3.1-2 13.4.1-2'
printf '%s\n' $items | awk -F '[.-]' '{ for (i = $3; i <= $4; i++)
    print $1 "." $2 "." i }' >"$dir/items"
cat tests/*/local.mk tests/*/*/local.mk tests/local.mk | tr -s '\t \\' '\n' \
    >"$dir/run"

# faults TABLE - a line for each thing that is wrong with it.
faults() {
	grep -v '^#' "$1" >"$dir/lines"
	cut -f 1 "$dir/lines" | diff "$dir/items" - | grep '^[<>]'
	awk -F '\t' 'NF != 6 || /\t(\t|$)/ { print $1 ": not six columns"; next }
	    $3 !~ /^(met|partly|not|none)$/ { print $1 ": " $3 " is no state" }
	    $3 != "met" && $6 == "-" { print $1 ": no reason" }
	    $3 == "met" && $5 == "-" && $6 == "-" { print $1 ": no test" }
	    $3 ~ /met|partly/ && $4 == "-" { print $1 ": nowhere" }
	    $3 ~ /not|none/ && $4 $5 != "--" { print $1 ": is somewhere" }' \
	    "$dir/lines"
	cut -f 4,5 "$dir/lines" | tr '\t ' '\n' | sort -u |
	    while read -r file; do
		[ "$file" = - ] || [ -f "$file" ] || echo "no $file"
	done
	cut -f 5 "$dir/lines" | tr ' ' '\n' | sort -u | while read -r file; do
		case $file in
		-)	;;
		*-t.c | *-t.sh | *-t.mjs)
			grep -qxF "${file%.c}" "$dir/run" ||
			    echo "$file is not run" ;;
		*)	echo "$file is no test" ;;
		esac
	done
}

# refused DESCRIPTION TEXT SED... - a table with this change has that fault.
refused() {
	sed "$3" tests/asvs.tsv >"$dir/other"
	faults "$dir/other" >"$dir/out"
	grep -qF "$2" "$dir/out"
	ok $? "$1" "$dir/out"
}

equals "$(wc -l <"$dir/items")" 186 "the items are counted"
faults tests/asvs.tsv >"$dir/out"
[ ! -s "$dir/out" ]
ok $? "each stands there, and what it names" "$dir/out"
refused "an item that is left out" "< 5.3.4" '/^5\.3\.4	/d'
refused "one that stands twice" "> 5.3.4" '/^5\.3\.4	/p'
refused "a file that is not there" "no lib/gone.c" \
    '/^2\.1\.1	/s/lib[^	]*/lib\/gone.c/'
refused "a test that is not there" "no tests/gone-t.c" \
    '/^2\.1\.1	/s/tests[^	]*/tests\/gone-t.c/'
refused "one that is none" "tests/tap.sh is no test" \
    '/^2\.1\.1	/s/tests[^	]*/tests\/tap.sh/'
refused "what is not met, without a reason" "2.1.8: no reason" \
    '/^2\.1\.8	/s/[^	]*$/-/'
refused "what is met, without a test" "2.1.1: no test" \
    '/^2\.1\.1	/s/tests[^	]*/-/'
refused "a state that is none" "2.1.1: nearly is no state" \
    '/^2\.1\.1	/s/	met	/	nearly	/'
done_testing
