# tap.sh - what the tests in shell share.  A test begins
#
#	. "$SRCDIR/tests/tap.sh"
#
# and ends with done_testing.  $dir is a folder of its own, taken away at the
# end; $share in it is what an installed sopap reads.
set -u
count=0 failed=0 status=0
dir=$(mktemp -d "${TMPDIR:-/tmp}/sopap-test-XXXXXX") || exit 99
trap 'rm -rf "$dir"' EXIT
share=$dir/share
mkdir "$share"
ln -s "$SRCDIR/lib/sop" "$share/sop"
ln -s "$SRCDIR/lib/clock" "$share/calendar"

# ok STATUS DESCRIPTION [FILE...]: a line of TAP, with the files if it failed.
ok() {
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
		return
	fi
	echo "not ok $count - $2"
	failed=1
	shift 2
	[ $# -eq 0 ] || sed 's/^/# /' "$@"
}

skip() {
	count=$((count + 1))
	echo "ok $count # skip $1"
}

# is_built PART: it is in this build (lib/base/built.h).
is_built() {
	case " ${LEFT_OUT-} " in
	*" $1 "*) return 1 ;;
	esac
}

# needs PART...: skip the whole test in a build without one of them.
needs() {
	for part; do
		is_built "$part" && continue
		echo "1..0 # SKIP built --without-$part"
		exit 0
	done
}

# equals GOT WANTED DESCRIPTION
equals() {
	[ "$1" = "$2" ]
	ok $? "$3"
	[ "$1" = "$2" ] || printf '# wanted %s\n#    got %s\n' "$2" "$1"
}

# run COMMAND...: what it answers goes to $dir/out, $dir/err and $status.
run() {
	"$@" >"$dir/out" 2>"$dir/err"
	status=$?
}

# is DESCRIPTION STATUS [TEXT]: the last run ended so, and said so.
is() {
	[ "$status" -eq "$2" ] && { [ $# -lt 3 ] ||
	    cat "$dir/out" "$dir/err" | grep -qF -- "$3"; }
	ok $? "$1" "$dir/out" "$dir/err"
}

# same_file DESCRIPTION WANTED GOT: two files with the same text.
same_file() {
	diff "$2" "$3" >"$dir/diff"
	ok $? "$1" "$dir/diff"
}

done_testing() {
	echo "1..$count"
	exit $failed
}
