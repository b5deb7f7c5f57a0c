# form.pl - is the form of an SOP whole?
#
#	perl form.pl text ORDER PDF	every text of the order stands there, cell
#					by cell, and nothing else does
#	perl form.pl places PDF		no word leaves its page or lies on another
#	perl form.pl once PDF WORD N	WORD0001 .. stand there, each once
#	perl form.pl nasty >YAML	an SOP that is hard to print
#
# What is wrong goes to standard output, with status 1.
use strict;
use warnings;
use utf8;
use JSON::PP;

binmode STDOUT, ':encoding(UTF-8)';
my $wrong = 0;

sub wrong { print @_, "\n"; $wrong = 1 }

sub bare { my $text = join '', @_; $text =~ s/\s+//g; $text }

# Pages in the order in which they were drawn, without their blanks.
sub pages {
	open my $in, '-|:encoding(UTF-8)', 'pdftotext', '-raw', $_[0], '-' or
	    die;
	local $/;
	my @pages = split /\f/, <$in>;
	pop @pages if @pages > 1 && $pages[-1] !~ /\S/;
	map { bare($_) } @pages;
}

# Take the first such text away; behind the place where it stood is what
# follows.
sub take {
	my ($page, $from, $text, $what) = @_;
	my $at = index $$page, $text, $from;

	if ($at < 0) {
		wrong("not there: $what: $text");
		return $from;
	}
	substr($$page, $at, length $text) = '';
	$at;
}

sub identity {
	my ($order, $page) = @_;
	my $at = 0;
	my @texts = (@{$order->{units}}, map({ @$_ } @{$order->{identity}}),
	    'DISAHKAN OLEH', map({ $order->{approved}{$_} } 'position', 'name'),
	    "NIP $order->{approved}{nip}", 'NAMA SOP', $order->{title});
	my @boxes = @{$order->{boxes}};

	while (my @two = splice @boxes, 0, 2) {
		push @texts, map { "$_->[0] :" } @two;
		for my $box (@two) {
			my @items = @{$box->[1]};
			push @texts, @items == 1 ? $items[0] : map {
			    $_ + 1 . ". $items[$_]" } 0 .. $#items;
		}
	}
	$at = take($page, $at, bare($_), 'identity') for @texts;
	wrong("more than that on the identity page: $$page") if $$page ne '';
}

sub text {
	my ($order, @pages) = @_;
	my $n = @pages;
	my @rows = @{$order->{rows}};
	my $heads = bare('No', 'Kegiatan', 'Pelaksana', @{$order->{lanes}},
	    'Mutu Baku', 'Kelengkapan', 'Waktu', 'Output', 'Keterangan');
	my (%labels, $letter);

	for my $i (0 .. $#pages) {
		take(\$pages[$i], 0, bare($order->{name}, 'Halaman', $i + 1,
		    'dari', $n), 'foot of page ' . ($i + 1));
	}
	identity($order, \$pages[0]);
	take(\$pages[1], 0, bare('STANDAR OPERASIONAL PROSEDUR',
	    $order->{title}), 'title');
	$labels{bare($_->[1])} = 1
	    for grep { $_->[1] ne '' } map { @{$_->{cells}} } @rows;
	my $symbol = join '|', 'Mulai', 'Selesai', 'Ya',
	    map { quotemeta } keys %labels;
	for my $i (1 .. $#pages) {
		my $page = \$pages[$i];
		my $at = take($page, 0, $heads, 'heads of page ' . ($i + 1));

		while (@rows) {
			my $row = bare(map { $rows[0]{$_} } qw(no activity
			    requirements time output note));
			last if index($$page, $row, $at) < 0;
			$at = take($page, $at, $row, 'row');
			shift @rows;
		}
		# What is left is the flow: symbols between two pentagons.
		# A pentagon stands in each lane of several performers.
		$$page =~ /^(?<in>(?:([A-Z])\2*(?![a-z]))?)(?:$symbol)*
		    (?<out>(?:([A-Z])\4*)?)$/x or
		    wrong('more than rows on page ', $i + 1, ": $$page");
		my ($in, $out) = map { substr $_ // '', 0, 1 } @+{qw(in out)};
		wrong("page ", $i + 1, " begins with '$in'")
		    if $in ne ($letter // '');
		wrong("page ", $i + 1, " ends without a letter")
		    if $i < $#pages && $out eq '' && @rows;
		$letter = $out;
	}
	wrong("the last page has a letter: $letter") if $letter;
	wrong('no row ', $rows[0]{no}) if @rows;
}

sub places {
	my ($pdf) = @_;
	my ($width, $height, $page) = (0, 0, 0);
	my @words;

	open my $in, '-|:encoding(UTF-8)', 'pdftotext', '-bbox', $pdf, '-' or
	    die;
	while (<$in>) {
		if (/<page width="([\d.]+)" height="([\d.]+)"/) {
			($width, $height, @words) = ($1, $2);
			$page++;
		}
		/<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)<\/word>/
		    or next;
		# A box has the room above and below the letters, too.
		my $air = ($4 - $2) / 6;
		my @one = ($1 + 0.2, $2 + $air, $3 - 0.2, $4 - $air, $5);
		wrong("page $page: $5 leaves it") if $1 < 20 || $2 < 20 ||
		    $3 > $width - 20 || $4 > $height - 20;
		for my $two (@words) {
			wrong("page $page: $one[4] lies on $two->[4]")
			    if $one[0] < $two->[2] && $two->[0] < $one[2] &&
			    $one[1] < $two->[3] && $two->[1] < $one[3];
		}
		push @words, \@one;
	}
	wrong('no words') if @words == 0;
}

sub once {
	my ($pdf, $word, $n) = @_;
	my $all = join '', pages($pdf);
	my %times;

	$times{$1}++ while $all =~ /($word\d{4})/g;
	for my $i (1 .. $n) {
		my $one = sprintf '%s%04d', $word, $i;
		my $times = $times{$one} // 0;
		wrong("$one: $times times") if $times != 1;
	}
}

# 60 rows, 12 performers, cells of 4,000 bytes, eight returns, a list that
# takes pages.
sub nasty {
	my @roles = qw(kakanwil kadivmin kadiv-yankumham kadiv-pemasyarakatan
	    kadiv-keimigrasian kabag-program-humas kasubbag-program-pelaporan
	    jfu jft kepala-divisi kasubid-perizinan kabid-zinfokim);
	my $words = sub { join ' ', map { sprintf '%s%04d', $_[0], $_ }
	    1 .. $_[1] };
	my $list = join '', map { sprintf "  - hukum%04d %s\n", $_, 'kata ' x
	    20 } 1 .. 100;

	print "kode: sulit\njudul: Sulit dicetak\nnama: Sulit\nnomor: \"\"\n",
	    "unit: divisi-administrasi\nkepala: [KANTOR]\n",
	    "tanggal: { pembuatan: \"\", revisi: \"\", efektif: \"\" }\n",
	    "disahkan: { jabatan: KEPALA, nama: Nama, nip: \"\" }\n",
	    "dasar_hukum:\n${list}kualifikasi: []\nketerkaitan: []\n",
	    "peralatan: []\nperingatan: []\nperihal_dari: perihal\n",
	    "pencatatan: { judul: PENCATATAN, isi: [] }\nlangkah:\n";
	for my $no (1 .. 60) {
		my $role = $roles[$no * 7 % 12];
		print "  - no: $no\n    jenis: ", $no == 1 ? 'draft' :
		    $no % 3 ? 'record' : 'review', "\n",
		    "    pelaksana: { peran: $role, dasar: text }\n",
		    '    kegiatan: ', $no == 31 ? $words->('keg', 500) :
		    "Kegiatan ke-$no", "\n    kelengkapan: ",
		    $no == 40 ? $words->('lkp', 500) : "Berkas $no", "\n",
		    "    waktu: { teks: 1 hari, min: 1, maks: 1, satuan: ",
		    "hari, ukur: work }\n    keterangan: ",
		    $no == 31 ? $words->('ket', 500) : '"-"', "\n";
		print "    kembali: { ke: [", join(', ', map { $no - $_ }
		    1 .. 8), "], dasar: text }\n" if $no > 8 && $no % 3 == 0;
		print "    isian:\n      - { nama: perihal, label: Perihal, ",
		    "jenis: teks, wajib: ya }\n" if $no == 1;
	}
}

my $what = shift;
if ($what eq 'text') {
	open my $in, '<', shift or die;
	local $/;
	text(decode_json(<$in>), pages(shift));
} elsif ($what eq 'places') {
	places(@ARGV);
} elsif ($what eq 'once') {
	once(@ARGV);
} else {
	nasty();
}
exit $wrong;
