# small.sh - `make check-small`: sopap without each part that may be left out,
# and without all of them, built and used.
#
# An applicant sends, cases of every SOP go to their ends, a month is reported,
# the pages of calendar, letters and messages are asked.  Tests of what is left
# out skip.
set -eu
dir=$(mktemp -d "${TMPDIR:-/tmp}/sopap-small-XXXXXX")
trap 'rm -rf "$dir"' EXIT
unset MAKEFLAGS MAKELEVEL
failed=0

tests='tests/small/pages-t tests/small/messenger-t tests/calendar/holiday-t
tests/casepage/compose-t tests/cgi-bin/admin-import-t
tests/cgi-bin/admin-letters-t tests/cgi-bin/letter-book-t
tests/cgi-bin/report-t tests/cgi-bin/track-t tests/reports/month/report-t
tests/reports/letter/letter-t.sh tests/reports/messenger/messenger-t.mjs
tests/reports/month/report-send-t.mjs tests/tool/calendar-import-t.sh
tests/web/sops-t.mjs tests/web/language-t.mjs'

# fail WORDS
fail() {
	echo "small.sh: $1" >&2
	failed=1
}

# libraries WORD: the programs that need a library of that name.
libraries() {
	for program in libexec/[a-z]* lib/tool/sopap reports/*/sopap-*; do
		case $program in
		*.o | */made) continue ;;
		esac
		[ -x "$program" ] && ldd "$program" | grep -q "$1" &&
			echo "$program"
	done
	return 0
}

# build NAME LIBRARIES OPTION...: without these; LIBRARIES is a pattern that no
# program may be linked with.
build() {
	name=$1 gone=$2
	shift 2
	mkdir "$dir/$name"
	cd "$dir/$name"
	"$SRCDIR/configure" -q CFLAGS='-O0 -g -Werror' "$@" >/dev/null
	${MAKE:-make} -s -j2 >build.log 2>&1 ||
		{ tail -n 20 build.log; fail "$name is not built"; return; }
	[ -z "$(libraries "$gone")" ] ||
		fail "$name is linked with $gone: $(libraries "$gone")"
	${MAKE:-make} -s -j2 check TESTS="$(echo $tests)" >check.log 2>&1 ||
		{ grep -E '^(FAIL|ERROR)' check.log; fail "$name fails"; }
	sed -n 's/^# \(TOTAL\|SKIP\|FAIL\): */\1 /p' check.log | xargs echo "$name:"
}

build letter 'lib\(pango\|cairo\|qrencode\)' --without-letter
build messenger libcurl --without-messenger
build ical libical --without-ical
build none 'lib\(pango\|cairo\|qrencode\|curl\|ical\)' \
	--without-letter --without-messenger --without-ical
exit $failed
