# rooms-t.sh - no file includes what lib/rooms.tsv does not grant its room.
. "$SRCDIR/tests/tap.sh"
awk=$SRCDIR/tests/style/rooms.awk

cd "$SRCDIR" || exit 99
find lib cgi-bin reports -name '*.[ch]' -o -name '*.cc' | sort >"$dir/files"
[ "$(wc -l <"$dir/files")" -gt 300 ]
ok $? "the files are found"
xargs awk -f "$awk" lib/rooms.tsv <"$dir/files" >"$dir/out"
ok $? "every include is granted" "$dir/out"
find lib reports cgi-bin -mindepth 1 -maxdepth 1 -type d | while read -r room; do
	grep -q "	$room\(/\|	\)" lib/rooms.tsv || case $room in
	cgi-bin/*) ;;
	*) echo "$room has no row" ;;
	esac
done >"$dir/out"
[ ! -s "$dir/out" ]
ok $? "every folder is a room" "$dir/out"

# -- the test itself: each way to break the rule, in a house of three rooms -----

mkdir -p "$dir/house/lib/low" "$dir/house/lib/mid" "$dir/house/lib/top" \
	"$dir/house/cgi-bin/a" "$dir/house/cgi-bin/b" "$dir/house/lib/attic"
cd "$dir/house" || exit 99
touch lib/low/low.h lib/mid/mid.h lib/top/top.h lib/attic/attic.h \
	cgi-bin/a/a.h

# table ROW... - the table of rooms, columns parted by spaces, uses by commas.
table() {
	printf '%s\n' "$@" | awk '{ gsub(/,/, " ", $3) }
	    { print $1 "\t" $2 "\t" $3 "\t-\tnoun" }' >rooms.tsv
}

# refused DESCRIPTION FILE INCLUDE TEXT
refused() {
	printf '#include "%s"\n' "$3" >"$2"
	run awk -f "$awk" rooms.tsv "$2"
	is "$1" 1 "$4"
	rm "$2"
}

# granted DESCRIPTION FILE INCLUDE
granted() {
	printf '#include <stdio.h>\n#include "%s"\n' "$3" >"$2"
	run awk -f "$awk" rooms.tsv "$2"
	is "$1" 0
	rm "$2"
}

table '1 lib/low -' '2 lib/mid lib/low' '3 lib/top lib/mid' \
	'4 cgi-bin lib/top'
granted "a room's own header" lib/mid/x.c mid/mid.h
granted "what the table grants" lib/mid/x.c low/low.h
granted "what a granted room may use" lib/top/x.c low/low.h
granted "a program's own header" cgi-bin/a/x.c cgi-bin/a/a.h
refused "an arrow that points up" lib/low/x.c mid/mid.h \
	"lib/low may not use lib/mid"
refused "a header in no room" lib/top/x.c attic/attic.h \
	"lib/attic/attic.h is in no room"
refused "a file in no room" lib/attic/x.c attic/attic.h \
	"lib/attic/x.c: in no room"
refused "the inside of another program" cgi-bin/b/x.c cgi-bin/a/a.h \
	"is the inside of a program"
table '1 lib/low -' '2 lib/mid -' '3 lib/top lib/mid'
refused "an arrow that the table does not grant" lib/top/x.c low/low.h \
	"lib/top may not use lib/low"
table '1 lib/low lib/mid' '2 lib/mid lib/low' '3 lib/top -'
refused "a circle in the table" lib/top/x.c top/top.h \
	"lib/low -> lib/mid does not point down"
table '1 lib/low lib/mid' '1 lib/mid -'
refused "an arrow along a floor" lib/mid/x.c mid/mid.h \
	"lib/low -> lib/mid does not point down"
done_testing
