# sql.pl - SQL that the two engines read differently.
#
#	perl sql.pl SCHEMA... -- FILE.c...
#
# LIKE a parameter without ESCAPE: a backslash escapes on PostgreSQL alone.  ORDER BY a
# column that may be NULL: SQLite puts NULL first, PostgreSQL last, so the text
# says where (IS NULL, coalesce, NULLS), leaves the NULLs out, or a comment says
# why there is none: "never NULL: COLUMN".
use strict;

my %null;			# table, column

sub read_schema {
	my ($file) = @_;
	my $table;

	open(my $in, '<', $file) or die "$file: $!\n";
	while (<$in>) {
		s/--.*//;
		$table = $1 if /(?:CREATE|ALTER) TABLE ([a-z_]+)/;
		my ($name, $rest) = /^\t([a-z_]+)\s+(.*)/ or
		    /ADD COLUMN ([a-z_]+) (.*)/ or next;
		$null{$table}{$name} = 1
		    if $rest !~ /NOT NULL|PRIMARY KEY|\@ID\@/;
	}
}

# The string literals of a C file, those side by side as one, each with the
# line it ends on.
sub literals {
	my ($text) = @_;
	my @list;

	while ($text =~ /((?:"(?:\\.|[^"\\])*"(?:\s|\\\n|[A-Z_0-9]+\b(?:\((?:"\w*"(?:, )?)*\))?)*)+)/g) {
		my ($all, $end) = ($1, $+[0]);
		my $sql = join '', $all =~ /"((?:\\.|[^"\\])*)"/g;

		push @list, [$sql, 1 + (substr($text, 0, $end) =~ tr/\n//)];
	}
	return @list;
}

# May the column be NULL in one of the tables that are read, and are those
# rows wanted?
sub may_be_null {
	my ($name, $sql) = @_;
	my @tables = $sql =~ /\b(?:FROM|JOIN) ([a-z_]+)/g;

	return 0 if $sql =~ /\b$name (?:[<>=]|BETWEEN|IS NOT NULL)/;
	# A task with an outcome is closed.
	return 0 if $name eq 'closed_at' && $sql =~ /\boutcome (?:=|IN)/;
	return grep { $null{$_}{$name} } @tables ? @tables : keys %null;
}

sub check_order {
	my ($where, $order, $sql, $excused) = @_;

	for my $item (split /,/, $order) {
		my ($name) = $item =~ /^\s*(?:[a-z]+\.)?([a-z_]+)(?: DESC)?\s*$/
		    or next;
		next if !may_be_null($name, $sql) || $excused->{$name} ||
		    $order =~ /\b$name IS NULL/;
		print "$where: ORDER BY $name, which may be NULL\n";
	}
}

while (@ARGV && (my $schema = shift @ARGV) ne '--') {
	read_schema($schema);
}
for my $file (@ARGV) {
	local $/;
	open(my $in, '<', $file) or die "$file: $!\n";
	my $text = <$in>;
	my %excused = map { $_ => 1 } $text =~ /never NULL: ([a-z_]+)/g;

	$text =~ s{/\*.*?\*/}{ $& =~ tr/\n//cdr }gse;
	for (literals($text)) {
		my ($sql, $line) = @$_;

		print "$file:$line: LIKE without ESCAPE\n"
		    if $sql =~ /\bLIKE (?!'[^'\\]*')(?!.*\bESCAPE\b)/;
		while ($sql =~ /ORDER BY ([^()]*?)(?= LIMIT|\)|$)/g) {
			check_order("$file:$line", $1, $sql, \%excused);
		}
	}
}
