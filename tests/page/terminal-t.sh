# terminal-t.sh - every program says what it is and its release, in Indonesian
# where the locale is Indonesian, else in English; a wrong call is told from a
# question.
. "$SRCDIR/tests/tap.sh"
unset REQUEST_METHOD SOPAP_SOCKET SOPAP_CONF

# as LOCALE COMMAND...: run it in this locale, whatever else is set.
as() {
	locale=$1
	shift
	run env LC_ALL= LC_MESSAGES= LANG="$locale" "$@" </dev/null
}

# answers PROGRAM NAME: it knows the two questions, and what is no question.
answers() {
	for locale in id_ID.UTF-8 en_US.UTF-8; do
		as $locale "$1" --help
		[ "$status" = 0 ] && [ -s "$dir/out" ] && [ ! -s "$dir/err" ]
		ok $? "$2 --help, $locale" "$dir/out" "$dir/err"
		mv "$dir/out" "$dir/help.$locale"
	done
	! cmp -s "$dir/help.id_ID.UTF-8" "$dir/help.en_US.UTF-8"
	ok $? "... in two languages"
	as C "$1" --version
	[ "$status" = 0 ] && [ "$(cat "$dir/out")" = "$2 $version" ]
	ok $? "... --version" "$dir/out" "$dir/err"
	as C "$1" --no-such-word
	[ "$status" = 2 ] && [ ! -s "$dir/out" ] && [ -s "$dir/err" ]
	ok $? "... a wrong word is 2" "$dir/out" "$dir/err"
}

version=$(sed -n 's/^AC_INIT(\[sopap\], \[\([^]]*\)\].*/\1/p' "$SRCDIR/configure.ac")
answers "$BUILDDIR/lib/tool/sopap" sopap
answers "$BUILDDIR/reports/month/sopap-report" sopap-report
! is_built letter ||
	answers "$BUILDDIR/reports/letter/sopap-letter" sopap-letter
answers "$BUILDDIR/reports/messenger/sopap-messenger" sopap-messenger
for program in "$BUILDDIR"/libexec/*; do
	case ${program##*/} in
	made | photo) ;;
	*) answers "$program" "sopap-${program##*/}" ;;
	esac
done
as C "$BUILDDIR/lib/tool/sopap" --data /nowhere verify --help
is "help is given whatever stands before it" 0 "usage: sopap"

# Of a CGI server such words are a part of the address.
as C env REQUEST_METHOD=GET REQUEST_URI=/ "$BUILDDIR/libexec/home" --version
! grep -q "$version" "$dir/out" && grep -q '^Status: ' "$dir/out"
ok $? "a visitor cannot ask a program for its release" "$dir/out"

# -- the usual rule of the locale ------------------------------------------------

# speaks ALL MESSAGES LANG FIRST-WORD
speaks() {
	LC_ALL=$1 LC_MESSAGES=$2 LANG=$3 run "$BUILDDIR/lib/tool/sopap" --help
	is "LC_ALL=$1 LC_MESSAGES=$2 LANG=$3" 0 "$4: sopap"
}

speaks '' '' '' usage
speaks '' '' id_ID.UTF-8 pemakaian
speaks '' '' id pemakaian
speaks '' '' id@quot pemakaian
speaks '' '' idx_XX usage
speaks '' '' C.UTF-8 usage
speaks '' id_ID C pemakaian
speaks '' en_US id_ID usage
speaks id_ID en_US en_US pemakaian
speaks C id_ID id_ID usage
done_testing
