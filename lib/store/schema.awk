# schema.awk - turn the schema files into one C table, in the order given.
# Their names count from 0001 without a gap, as user_version does.

FNR == 1 {
	if (n++)
		print "\t},"
	else {
		print "#include \"store/migrate.h\"\n"
		print "const struct db_migration db_schema[] = {"
	}
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.sql$/, "", name)
	if (index(name, sprintf("%04d-", n)) != 1) {
		print FILENAME ": number " n " is due" > "/dev/stderr"
		failed = 1
		exit 1
	}
	print "\t{ \"" name "\","
}

{
	gsub(/[\\"?]/, "\\\\&")
	print "\t    \"" $0 "\\n\""
}

END {
	if (!failed)
		print "\t},\n};\n\nconst int db_schema_count = " n ";"
}
