# names-t.sh - header = file = prefix: an exported function of X.c is declared in
# X.h and begins with X_; what is left is counted.
. "$SRCDIR/tests/tap.sh"
command -v ctags >/dev/null || {
	echo "1..0 # SKIP ctags (universal-ctags) is missing"
	exit 0
}

# tags - what ctags says of lib, cgi-bin and reports of the folder we are in.
tags() {
	find lib cgi-bin reports -name '*.[ch]' | sort |
	    ctags --languages=C --langmap=C:.c.h --kinds-C=dgepfsu \
	    --fields=kf --sort=no -L - -f - 2>/dev/null
}

# names - the exported functions that are not where one looks for them, and what
# is exported twice.
names() {
	tags >"$dir/tags"
	awk -f "$SRCDIR/tests/style/names.awk" lib/rooms.tsv "$dir/tags" \
		>"$dir/names"
	grep '^away ' "$dir/names" >"$dir/away"
	grep '^twice ' "$dir/names" >"$dir/twice"
	total=$(sed -n 's/^total \([0-9]*\) .*/\1/p' "$dir/names")
}

cd "$SRCDIR" || exit 99
names
[ "$total" -gt 1000 ]
ok $? "the exported functions are found ($total)"
away=$(wc -l <"$dir/away")
[ $((away * 100)) -lt $((total * 2)) ]
ok $? "under 2 in 100 are declared or named elsewhere ($away)" "$dir/away"
[ ! -s "$dir/twice" ]
ok $? "no name is exported twice" "$dir/twice"

# Rooms have files of different names; a command of sopap is named as it is
# typed, and a program is a tree of its own.
find lib -name '*.c' ! -path 'lib/tool/*' ! -path 'lib/upload/photo/*' |
	sed 's/.*\///' | sort | uniq -d >"$dir/same"
[ ! -s "$dir/same" ]
ok $? "no file of lib/ has the name of another" "$dir/same"

# A header of what only a few files of a room may see.
find lib cgi-bin reports -name '*_inner.h' | sort >"$dir/inner"
[ "$(wc -l <"$dir/inner")" -le 12 ]
ok $? "private headers are few ($(wc -l <"$dir/inner"))" "$dir/inner"
while read -r header; do
	grep -rl "#include \"\(lib/\)\?${header#lib/}\"" lib cgi-bin reports |
	    grep -v "^${header%/*}/" | sed "s|^|$header: |"
done <"$dir/inner" >"$dir/seen"
[ ! -s "$dir/seen" ]
ok $? "... and seen by their own folder alone" "$dir/seen"

# The first line of a file says its name and what it is.
find lib cgi-bin reports -name '*.[ch]' -o -name '*.cc' | sort |
xargs awk 'function judge() { if (file != "" && !found) print file }
	FNR == 1 { judge(); file = FILENAME; found = 0
	    name = file; sub(/.*\//, "", name) }
	FNR <= 2 && index($0, name " - ") { found = 1 }
	FNR == 2 { nextfile }
	END { judge() }' >"$dir/heads"
[ ! -s "$dir/heads" ]
ok $? "every file begins with its name" "$dir/heads"

# -- the test itself ------------------------------------------------------------

mkdir -p "$dir/house/lib/room" "$dir/house/cgi-bin" "$dir/house/reports"
cd "$dir/house" || exit 99
printf '1\tlib/room\t-\tface.h\ta room\n' >lib/rooms.tsv
cat >lib/room/file.h <<'END'
int	file_open(int);
int	wrong_prefix(int);
struct once { int a; };
END
cat >lib/room/face.h <<'END'
int	face_make(void);
struct once;
END
cat >lib/room/other.h <<'END'
int	file_elsewhere(int);
struct once { int b; };
END
cat >lib/room/file.c <<'END'
int file_open(int a) { return a; }
int wrong_prefix(int a) { return a; }
int file_elsewhere(int a) { return a; }
int file_nowhere(int a) { return a; }
int face_make(void) { return 0; }
static int own(void) { return 0; }
END
names
equals "$(cut -d' ' -f2 "$dir/away" | xargs)" \
	"wrong_prefix file_elsewhere file_nowhere" \
	"a wrong prefix, another header and none are found, no more"
equals "$total" 5 "... of the exported ones"
equals "$(cut -d' ' -f2,3 "$dir/twice")" "struct once" \
	"a struct of two headers is found"
done_testing
