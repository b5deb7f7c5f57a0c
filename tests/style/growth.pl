# growth.pl - texts that are built by copying them anew: x = arena_printf(... x
# ...) in a loop, or of a text that the caller keeps.  It costs the square of
# the length; arena_append() does not.
#
#	perl growth.pl FILE...
use strict;

for my $file (@ARGV) {
	local $/;
	open(my $in, '<', $file) or die "$file: $!\n";
	my $text = <$in>;
	my @loop;	# indents of the loops around a place
	my $at = 0;

	while ($text =~ /^(\t*)(\S.*)$/mg) {
		my ($indent, $line, $start) = (length $1, $2, $-[0]);

		@loop = grep { $_ < $indent } @loop;
		push @loop, $indent if $line =~ /^(for|while|do)\b/;
		next if $line !~ /^(\*?[A-Za-z_][\w.>-]*) = arena_printf\(/;
		my $name = $1;
		my $rest = substr($text, $start);
		next if $rest !~ /^.*?= arena_printf(\((?:"(?:\\.|[^"\\])*"|[^()"]|(?1))*\));/s;
		my $args = $1;

		$args =~ s/"(?:\\.|[^"\\])*"//g;
		next if $args !~ /(?<![\w.>*])\Q$name\E(?![\w.\[-])/;
		my $number = 1 + (substr($text, 0, $start) =~ tr/\n//);
		print "$file:$number: $name\n"
		    if @loop || $name =~ /^\*|->/;
	}
}
