# english-t.sh - what the programs say at a terminal has its English: every text
# of the tools, and every refusal of the library that reaches them.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99

# What prints in the tools, and what gives reasons in the library.
says=tool_fail,tool_say,tool_usage,tool_why,terminal_say,terminal_word
says=$says,print_row,print_number
reasons=office_fail,refuse,fail,calyaml_refuse,wrong,fault,holiday_refuse
reasons=$reasons,wrong_field,import_log_wrong,fill_refuse,event_wrong
reasons=$reasons,doctor_ok,doctor_say

# Rooms whose refusals `sopap` prints.  Acts on cases, their forms and the texts
# of messages are not among them: no command does such an act for a person, but
# `simulate`, which fills in its own forms.
rooms='archive calendar clock doctor exchange month office people sop store
	tick upload'
apart='lib/tick/(reminder|digest)|lib/month/(root|monitor)\.c
	|lib/people/(login|operator|password_link|preference|token)
	|lib/upload/(upload|photos|pdf|sig)'
apart=$(printf %s "$apart" | tr -d ' \t\n')

# missing - of lines "TEXT<tab>FILE" those that the catalogue does not have.
missing() {
	perl -e 'open my $f, "<", shift or die;
		my @lines = grep { !/^(#|$)/ } map { s/\n//r } <$f>;
		shift @lines;
		my %whole;
		my @forms;
		while (@lines) {
			my ($text, $said) = splice @lines, 0, 2;
			$whole{$text} = 1;
			push @forms, $text if $text =~ /%\d/;
		}
		# The last form is of two parts that are said by themselves.
		pop @forms;
		my $form = join "|", map { quotemeta =~ s/\\%\d/.+/gr } @forms;
		while (<STDIN>) {
			chomp;
			my ($text) = split /\t/;
			print "$_\n" unless grep { $whole{$_} ||
				$whole{ucfirst $_} || /^(?:$form)$/ }
				$text, $text =~ s/%\d$//r;
		}' "$1"
}

# sentences: lines that say more than one word, which keys of a file do not.
sentences() {
	grep -E '^[^	]*[A-Za-z]{2,}[^	]* [^	]*[a-z]{2}'
}

tools=lib/page/en/tools
perl tests/tool/english.pl "$says,fail" lib/tool/*.c lib/tool/sim/*.c \
	lib/web/serve.c reports/*/sopap-*.c reports/messenger/messenger.c \
	reports/month/report_send.c | sentences >"$dir/said"
[ "$(wc -l <"$dir/said")" -gt 140 ]
ok $? "$(wc -l <"$dir/said") texts of the tools"
missing $tools <"$dir/said" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? '... each has its English' "$dir/out"

LC_ALL=id "$BUILDDIR/lib/tool/sopap" --help |
	sed -n 's/^  [a-z]*  *\(.*\)/\1/p' | grep -v '^[a-z |]*$' >"$dir/said"
[ -s "$dir/said" ]
ok $? 'the commands have a line of help'
missing $tools <"$dir/said" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? '... in English, too' "$dir/out"

for room in $rooms; do
	ls lib/"$room"/*.c
done | grep -vE "$apart" >"$dir/files"
perl tests/tool/english.pl "$reasons" $(cat "$dir/files") | sentences |
	grep -v 'out of memory' >"$dir/said"
[ "$(wc -l <"$dir/said")" -gt 150 ]
ok $? "$(wc -l <"$dir/said") reasons of the library"
missing $tools <"$dir/said" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? '... each has its English' "$dir/out"

# Words that are printed past all languages are data, or a program's own name.
perl tests/tool/english.pl raw lib/tool/*.c lib/tool/sim/*.c \
	reports/*/sopap-*.c reports/month/report_send.c |
	grep -vE '^(nomor_lama,nomor,kode_pelacakan|PIN|sopap|sopap-letter)(: |:?	)' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'no tool prints a sentence by printf(3)' "$dir/out"

# -- the test itself: each planted mistake is found ----------------------------

cat >"$dir/planted.c" <<'END'
	return tool_fail("%s: kalimat ini \"%s\" "
	    "tanpa terjemahan", path, f(a, "x"));
	printf("kalimat ini juga\n");
END
equals "$(perl tests/tool/english.pl "$says" "$dir/planted.c" |
	missing $tools | cut -f 1)" '%1: kalimat ini "%2" tanpa terjemahan' \
	'a text without its English is found'
equals "$(perl tests/tool/english.pl raw "$dir/planted.c" | cut -f 1)" \
	'kalimat ini juga' '... and one that is printed past it'

# -- as it is heard ------------------------------------------------------------

# in LOCALE COMMAND...: the command, in this locale.
in_locale() {
	locale=$1
	shift
	LC_ALL= LC_MESSAGES= LANG=$locale run "$BUILDDIR/lib/tool/sopap" \
		--data "$dir/data" --share "$share" "$@"
}

# both DESCRIPTION STATUS INDONESIAN ENGLISH COMMAND...
both() {
	what=$1 wanted=$2 own=$3 other=$4
	shift 4
	in_locale id_ID.UTF-8 "$@"
	is "$what" "$wanted" "$own"
	in_locale en_GB.UTF-8 "$@"
	is '... in English' "$wanted" "$other"
}

cd "$dir" || exit 99
in_locale en_US.UTF-8 init
is 'init speaks English' 0 'is ready. Go on with'
both 'what came of a command' 0 'sudah siap' 'is ready already' init
both 'a refusal of the library' 1 'Isi persen dari 0 sampai 100' \
	'Give percent from 0 to 100' target 101 Keputusan
both 'a month that is not over' 1 'Bulan ini belum berakhir.' \
	'This month is not over.' month close 2999-01
both 'a wrong call' 2 'pemakaian: sopap month close YYYY-MM [FILE]' \
	'usage: sopap month close YYYY-MM [FILE]' month
sed 's/^\( *\)kembali: .*/\1kembali: { ke: [99], dasar: text }/' \
	"$SRCDIR/lib/sop/monev.yaml" >monev.yaml
both 'a fault of an SOP file' 1 'langkah 99 tidak ada' 'there is no step 99' \
	sop check monev.yaml
printf 'zona: WIB\nlibur: [\n' >cal.yaml
both 'a fault of a calendar' 1 'baris ' 'line ' calendar check cal.yaml
both 'a date of the calendar' 0 'kamis' 'thu' \
	calendar show 2026 --calendar "$SRCDIR/lib/clock/kanwil-sumsel.yaml"
in_locale en_US.UTF-8 calendar due 2026-01-05T08:00 '2 hari' \
	--calendar "$SRCDIR/lib/clock/kanwil-sumsel.yaml"
mv out due
in_locale id_ID.UTF-8 calendar due 2026-01-05T08:00 '2 hari' \
	--calendar "$SRCDIR/lib/clock/kanwil-sumsel.yaml"
same_file 'what programs read is the same in every language' due out
done_testing
