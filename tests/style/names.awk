# names.awk - holds what the C files export against "header = file = prefix".
#
#	awk -f names.awk lib/rooms.tsv TAGS
#
# TAGS is what ctags says of headers and C files, as names-t.sh asks for it.  A
# function of X.c is declared in X.h and begins with X_, or in the face of its
# folder and begins with the noun of that; a name is exported once.  X_none.c is
# there in place of X.c and has its names.  Prints
# "away NAME FILE HEADER", "twice NAME FILE FILE", "total N away N".

function base(path)
{
	sub(/.*\//, "", path)
	sub(/(_none)?\.[ch]$/, "", path)
	gsub(/-/, "_", path)
	return path
}

function folder(path)
{
	sub(/\/[^\/]*$/, "", path)
	return path
}

# The face of a folder: named in the table, or the header of the same name.
function face_of(dir)
{
	return dir in face ? face[dir] : dir "/" base(dir) ".h"
}

function begins(name, with)
{
	return index(name, with) == 1
}

function once(name, file)
{
	if (name in first && first[name] != file)
		print "twice " name " " first[name] " " file
	first[name] = file
}

BEGIN {
	FS = "\t"
}

FILENAME == ARGV[1] {
	if (!/^#/ && $4 != "-")
		face[$2] = $2 "/" $4
	next
}

# NAME, FILE, PATTERN;", KIND, and "file:" for what is static; a pattern may hold
# tabs.
/^!/ || /;"\t[a-z]\t.*file:/ || $1 == "main" || $1 ~ /^__anon/ {
	next
}

{
	kind = $0
	sub(/.*;"\t/, "", kind)
	kind = substr(kind, 1, 1)
}

$2 ~ /\.h$/ {
	if (kind == "p")
		declared[$1] = declared[$1] " " $2 " "
	else
		once(kind ~ /[sgu]/ ? "struct " $1 : $1, $2)
	next
}

kind == "f" && $1 !~ /^__/ {
	name[++n] = $1
	where[n] = $2
	sub(/_none\.c$/, ".c", where[n])
	once($1 "()", where[n])
}

END {
	for (i = 1; i <= n; i++) {
		own = where[i]
		sub(/\.c$/, ".h", own)
		dir = folder(where[i])
		seen = declared[name[i]]
		if ((index(seen, " " own " ") || index(seen, " " face_of(dir) " ")) &&
		    (begins(name[i], base(own)) || begins(name[i], base(dir)) ||
		    begins(name[i], base(face_of(dir)))))
			continue
		away++
		print "away " name[i] " " where[i] (seen == "" ? " nowhere" : seen)
	}
	print "total " n " away " away + 0
}
