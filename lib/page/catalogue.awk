# catalogue.awk - a catalogue (sopap-language(5)) as one C string.

BEGIN {
	print "extern const char terminal_english[];\n"
	print "const char terminal_english[] ="
}

{
	gsub(/[\\"?]/, "\\\\&")
	print "\t\"" $0 "\\n\""
}

END {
	print "\t\"\";"
}
