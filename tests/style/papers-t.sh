# papers-t.sh - the READMEs, CONTRIBUTING.md and CHANGELOG.md speak of what is
# there: files, functions, pictures, rooms, arrows, the version.
. "$SRCDIR/tests/tap.sh"
command -v ctags >/dev/null || {
	echo "1..0 # SKIP ctags (universal-ctags) is missing"
	exit 0
}
cd "$SRCDIR" || exit 99

# quoted PAPER... - what stands in backquotes, a line each; blocks are left out.
quoted() {
	sed '/^```/,/^```/d' "$@" | grep -o '`[^`]*`' | tr -d '`' | sort -u
}

# files PAPER... - the names with a slash that are no file or folder, neither
# from the top nor from lib/.  Addresses, commands, options and absolute paths
# are no names of the tree; a test written in C is named without ".c".
files() {
	quoted "$@" | grep '/' | grep -v '[ =*$<]' | grep -v '^[/.~-]' |
	while read -r name; do
		[ -e "$name" ] || [ -e "lib/$name" ] || [ -e "$name.c" ] ||
			echo "$name"
	done
}

# functions PAPER... - the names with () that no file of the tree has.
functions() {
	quoted "$@" | sed -n 's/^\([A-Za-z_0-9]*\)()$/\1/p' | sort -u |
		comm -23 - "$dir/functions"
}

# rooms PAPER - the rooms of the table that the paper does not name.
rooms() {
	grep -v '^#' lib/rooms.tsv | cut -f 2 | while read -r room; do
		grep -qwF -- "$room" "$1" || echo "$room"
	done
}

# picture PAPER - its picture as lines "floor room uses".
picture() {
	sed -n '/^```rooms/,/^```$/p' "$1" | grep -v '^```' |
		sed 's/ -> (nothing)/ -/; s/ -> / /' | tr -s ' ' |
		sed 's/^ //' | sort
}

# none DESCRIPTION: $dir/out, made by the last command, has no line.
none() {
	[ ! -s "$dir/out" ]
	ok $? "$1" "$dir/out"
}

find lib cgi-bin reports -name '*.[ch]' -o -name '*.cc' |
    ctags -x --languages=C,C++ --langmap=C:.c.h --kinds-C=fp --kinds-C++=fp \
    -L - 2>/dev/null | cut -d ' ' -f 1 | LC_ALL=C sort -u >"$dir/functions"
LC_ALL=C
export LC_ALL
[ "$(wc -l <"$dir/functions")" -gt 1000 ]
ok $? "the functions are found"
for paper in lib/README.md CONTRIBUTING.md README.md README.id.md; do
	[ -n "$(quoted "$paper" | grep /)" ]
	ok $? "$paper names files"
	files "$paper" >"$dir/out"
	none "... each of them is there"
	functions "$paper" >"$dir/out"
	none "... and each function"
done
rooms lib/README.md >"$dir/out"
none "lib/README.md names every room"
picture lib/README.md >"$dir/got"
grep -v '^#' lib/rooms.tsv | cut -f 1-3 | tr '\t' ' ' | sort >"$dir/want"
[ -s "$dir/want" ]
ok $? "there are rooms"
same_file "its picture has the arrows of lib/rooms.tsv" "$dir/want" "$dir/got"
# Both READMEs show the same pictures and the same commands.
for paper in README.md README.id.md; do
	sed -n 's/^!\[.*](\(.*\))$/\1/p; s/^    \([^#]*[^# ]\).*/\1/p' $paper \
		>"$dir/$paper"
done
[ "$(grep -c '^htdocs/readme/' "$dir/README.md")" = 4 ] &&
	grep -q '^\./bootstrap demo' "$dir/README.md"
ok $? "README.md has four pictures, and commands"
same_file "... and README.id.md has the same" "$dir/README.md" "$dir/README.id.md"
grep '^htdocs/' "$dir/README.md" | xargs ls >"$dir/got" 2>&1
[ "$(wc -l <"$dir/got")" = 4 ] && ls htdocs/readme/* | cmp -s - "$dir/got"
ok $? "... which are those of htdocs/readme" "$dir/got"
version=$(sed -n 's/^AC_INIT(\[sopap\], \[\([^]]*\)\].*/\1/p' configure.ac)
[ -n "$version" ] && grep -q "^## $version\( \|\$\)" CHANGELOG.md
ok $? "CHANGELOG.md has a heading for version $version"

# Comments name files as room/file.c or file.c.
find lib cgi-bin reports tests -name node_modules -prune -o -type f \
	-name '*.[ch]' -print | sort >"$dir/c"
{ sed 's/.*\///' "$dir/c"; printf '%s\n' assets.h routes.h schema.c gd.h; } |
    sort -u >"$dir/names"

# commented FILE... - the files that comments name and that are nowhere.
commented() {
	perl -0777 -ne 'while (m{/\*(.*?)\*/}gs) { my $text = $1;
	    print "$2 $ARGV\n" while $text =~
		m{(?<![\w/.-])((?:[a-z_-]+/)*([A-Za-z_][\w-]*\.[ch]))\b}g }' \
	    "$@" | grep -v NAME | sort -u | join -v 1 - "$dir/names"
}

commented $(cat "$dir/c") >"$dir/out"
none "comments name no file that is gone"

# -- the test itself: each planted mistake is found ----------------------------

cat >"$dir/paper.md" <<'END'
See `lib/case/no-such.c`, `case/act.h`, `db_tx()` and `no_such_function()`.
END
equals "$(files "$dir/paper.md")" lib/case/no-such.c "a wrong file is found"
equals "$(functions "$dir/paper.md")" no_such_function \
	"a wrong function is found"
printf '/* See arena.h and never_was.c. */\n' >"$dir/comment.c"
equals "$(commented "$dir/comment.c" | cut -d ' ' -f 1)" never_was.c \
	"a file that only a comment has is found"
sed 's/lib\/voice/lib\/noise/g' lib/README.md >"$dir/paper.md"
equals "$(rooms "$dir/paper.md")" lib/voice "a room left out is found"
sed 's/\(lib\/office .*\)lib\/sop/\1lib\/page/' lib/README.md >"$dir/paper.md"
picture "$dir/paper.md" >"$dir/got"
! cmp -s "$dir/want" "$dir/got"
ok $? "a wrong arrow is found"
done_testing
