# english.pl - the texts that a person can read of files in C: the sentences in
# the calls of the functions named first, a line each, "%1" where something is
# put in; "raw" lists instead the calls that print words past all languages.
use strict;
use warnings;

# call TEXT AT: the words between the brackets that open before AT.
sub call {
	my ($text, $at) = @_;
	my ($depth, $i) = (1, $at);

	pos($text) = $at;
	while ($depth > 0 && $text =~ /\G(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|([()])|[^"'()]+)/gs) {
		next unless defined $1;
		$depth += $1 eq '(' ? 1 : -1;
	}
	return substr($text, $at, pos($text) - $at - 1);
}

# literals CALL: its texts, pieces that follow each other joined.
sub literals {
	my @texts;

	while ($_[0] =~ /("(?:[^"\\]|\\.)*"(?:\s*(?:[A-Z]\w+\s*)?"(?:[^"\\]|\\.)*")*)/g) {
		my $pieces = $1;
		my $text = '';

		# A macro between two pieces is one of <inttypes.h>, or a text.
		while ($pieces =~ /"((?:[^"\\]|\\.)*)"|([A-Z]\w+)/g) {
			$text .= defined $1 ? $1 : $2 =~ /^PRI/ ? 'd' : '%s';
		}
		push @texts, $text;
	}
	return @texts;
}

sub pattern {
	my ($text) = @_;
	my $n = 0;

	$text =~ s/\\"/"/g;
	$text =~ s/\\\\/\\/g;
	$text =~ s/%%/%/g;
	$text =~ s/%[-+*.#0-9]*(?:ll|z|l|h)?[a-z]/'%' . ++$n/ge;
	return map { s/^\s+|\s+$//gr } split /\\n/, $text;
}

my $what = shift;
my %wanted = map { $_ => 1 } split /,/, $what eq 'raw' ?
    'printf,fprintf,puts,fputs' : $what;
my %seen;
for my $path (@ARGV) {
	open my $file, '<', $path or die "$path: $!";
	local $/;
	my $code = <$file>;

	$code =~ s{/\*.*?\*/}{}gs;
	while ($code =~ /(?<![\w.>])(\w+)\s*\(/g) {
		next unless $wanted{$1};
		my $at = pos $code;

		for my $text (map { pattern($_) } literals(call($code, $at))) {
			(my $plain = $text) =~ s/%\d|\\[a-z0-9\[]+//g;
			next unless $plain =~ /[A-Za-z]{3}/;
			print "$text\t$path\n" unless $seen{$text}++;
		}
	}
}
