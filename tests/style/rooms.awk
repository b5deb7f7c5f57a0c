# rooms.awk - holds every #include against the table of rooms.
#
#	awk -f rooms.awk lib/rooms.tsv FILE...      in the top folder of a tree
#
# Prints a line for each arrow that the table does not grant, each that points
# up or along a floor, each file in no room, and each program's folder that is
# entered from outside; exits 1 when there is one.

function wrong(text)
{
	print text
	bad = 1
}

# The room of a file: the longest that its path begins with.
function room_of(path, r, best)
{
	for (r in floor)
		if (index(path, r "/") == 1 && length(r) > length(best))
			best = r
	return best
}

# May room A use B, by its own line or by that of one it uses?
function may(a, b, n, list, i)
{
	n = split(uses[a], list, " ")
	for (i = 1; i <= n; i++)
		if (list[i] == b || may(list[i], b))
			return 1
	return 0
}

# The folder of a program that has several files.
function program_of(path, part)
{
	return split(path, part, "/") == 3 && part[1] == "cgi-bin" ? part[2] : ""
}

function exists(path, line, there)
{
	there = (getline line <path) >= 0
	close(path)
	return there
}

function check(file, path, from, to)
{
	# What is generated lies in the build folder, below its room.
	if (path ~ /^(cgi-bin|reports|tests)\// && exists(path))
		to = room_of(path)
	else {
		path = "lib/" path
		to = room_of(path)
	}
	from = room_of(file)
	if (to == "")
		wrong(file ": " path " is in no room")
	else if (from != to && !may(from, to))
		wrong(file ": " from " may not use " to " (" path ")")
	else if (program_of(path) != program_of(file) && program_of(path) != "")
		wrong(file ": " path " is the inside of a program")
}

BEGIN {
	FS = "\t"
}

FILENAME == ARGV[1] {
	if (/^#/ || NF == 0)
		next
	if (NF != 5 || $2 in floor)
		wrong("rooms.tsv:" FNR ": not five columns, or a room twice")
	floor[$2] = $1
	uses[$2] = $3 == "-" ? "" : $3
	order[++rooms] = $2
	next
}

# The table is read: no arrow in it may point up or along.
FNR == 1 && !table_checked {
	table_checked = 1
	for (i = 1; i <= rooms; i++) {
		n = split(uses[order[i]], list, " ")
		for (j = 1; j <= n; j++)
			if (!(list[j] in floor))
				wrong("rooms.tsv: no room " list[j])
			else if (floor[list[j]] + 0 >= floor[order[i]] + 0) {
				wrong("rooms.tsv: " order[i] " -> " list[j] \
				    " does not point down")
				uses[order[i]] = ""	# may() would not end
			}
	}
}

FNR == 1 && room_of(FILENAME) == "" {
	wrong(FILENAME ": in no room")
}

/^#[ \t]*include[ \t]*"/ {
	split($0, quoted, "\"")
	check(FILENAME, quoted[2])
}

END {
	exit bad
}
