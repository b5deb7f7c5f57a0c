# schema.awk - turn the schema files into one C table, in the order given.
# Their names count from 0001 without a gap, as user_version does.  First comes
# fingerprints.tsv, which has the fingerprint of a database after each.

function fail(why)
{
	print FILENAME ": " why > "/dev/stderr"
	failed = 1
	exit 1
}

function end(name)
{
	print "\t    , \"" schema[name] "\""
	print "\t},"
}

FILENAME ~ /\.tsv$/ {
	if ($0 !~ /^#/)
		schema[$1] = $2
	next
}

FNR == 1 {
	if (n++)
		end(name)
	else {
		print "#include \"store/migrate.h\"\n"
		print "const struct db_migration db_schema[] = {"
	}
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.sql$/, "", name)
	if (index(name, sprintf("%04d-", n)) != 1)
		fail("number " n " is due")
	if (schema[name] !~ /^[0-9a-f]+$/ || length(schema[name]) != 64)
		fail("no fingerprint of " name " in fingerprints.tsv")
	print "\t{ \"" name "\","
}

{
	gsub(/[\\"?]/, "\\\\&")
	print "\t    \"" $0 "\\n\""
}

END {
	if (!failed) {
		end(name)
		print "};\n\nconst int db_schema_count = " n ";"
	}
}
