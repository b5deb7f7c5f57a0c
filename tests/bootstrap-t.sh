#!/bin/sh
# bootstrap-t.sh - ./bootstrap demo: what it refuses and says, and that it ends
# everything it began, whoever ends it, and nothing else.
#
# It runs in a tree of its own, with an office made by make-office in place of
# the simulated one.
. "$SRCDIR/tests/tap.sh"

# says TEXT DESCRIPTION - the last output holds it.
says() {
	grep -qF -- "$1" "$dir/out"
	ok $? "$2" "$dir/out"
}

# -- the tree -----------------------------------------------------------------

unset MAKEFLAGS MFLAGS MAKELEVEL
chmod 755 "$dir"
mkdir -p "$dir/bin" "$dir/tree/build" "$dir/tree/.aux" "$dir/tree/var/demo/report"
cp "$SRCDIR/bootstrap" "$dir/tree"
ln -s "$SRCDIR/cgi-bin" "$SRCDIR/lib" "$dir/tree"
: >"$dir/tree/configure"
: >"$dir/tree/.aux/tap-driver.sh"
: >"$dir/tree/build/Makefile"
: >"$dir/tree/var/demo/report/index.html"

# fake NAME TEXT - a command found before the real one.
fake() {
	printf '#!/bin/sh\n%s\n' "$2" >"$dir/bin/$1"
	chmod 755 "$dir/bin/$1"
}

real_make=$(command -v make)
fake make 'case "$*" in *install*) shift 2
exec '"$real_make"' -C "'"$BUILDDIR"'" "$@" ;; esac'
PATH=$dir/bin:$PATH
stage=$dir/tree/var/demo/stage

bootstrap() {
	"$dir/tree/bootstrap" "$@" >"$dir/out" 2>&1
}

# -- refusals -----------------------------------------------------------------

refusals() {
	bootstrap; equals $? 2 'without a command it tells its usage'
	says './bootstrap demo' '...naming the demo'
	bootstrap demo --prot 1; equals $? 2 'an unknown option'
	bootstrap demo --port; equals $? 2 'an option without its value'
	bootstrap demo --port 80a; equals $? 1 'a port that is no number'
	bootstrap demo --until 2026-02-30; equals $? 1 'a day that is none'
	says '2026-02-30' '...is named'
	bootstrap check now; equals $? 2 'check knows one option'
}

# Listens on a free port, printed, until its input ends.
listener='use IO::Socket::IP; $| = 1;
my $s = IO::Socket::IP->new(LocalHost => "127.0.0.1", LocalPort => 0,
    Listen => 1) or die; print $s->sockport, "\n"; <STDIN>;'

busy_port() {
	mkfifo "$dir/hold" "$dir/port"
	perl -e "$listener" <"$dir/hold" >"$dir/port" &
	exec 8>"$dir/hold"
	read -r busy <"$dir/port"
	bootstrap demo --port "$busy"
	equals $? 1 'a port that is taken'
	says "port $busy" '...is named'
	exec 8>&-
	wait $!
	[ ! -e "$stage" ]
	ok $? '...before anything was done'
}

# Nothing is installed, and neither root nor sudo are to be had.
no_right() {
	fake dpkg-query 'exit 1'
	fake id 'echo 1000'
	fake sudo 'exit 1'
	bootstrap demo --port "$busy"
	equals $? 1 'packages are missing and may not be installed'
	says 'apt-get install --no-install-recommends autoconf automake' \
		'...says which, and how'
	rm "$dir/bin/dpkg-query" "$dir/bin/id" "$dir/bin/sudo"
}

# -- life ---------------------------------------------------------------------

page() {
	perl -MHTTP::Tiny -e 'print HTTP::Tiny->new(timeout => 2)->get(
		"http://127.0.0.1:$ARGV[0]/masuk")->{status}' "$busy"
}

# All that is started works in the demo's folder.
nobody_left() {
	[ -z "$(find /proc -maxdepth 2 -name cwd -lname "${stage%/stage}" \
		2>/dev/null)" ]
}

# program NAME - the number of its process.
program() {
	find /proc -maxdepth 2 -name exe -lname "$stage/libexec/sopap/$1" \
		2>/dev/null | cut -d/ -f3
}

# until COMMAND... - at most half a minute.
until_true() {
	for _ in $(seq 300); do
		"$@" && return 0
		sleep 0.1
	done
	return 1
}

answers() {
	[ "$(page)" = 200 ]
}

another() {
	[ -n "$(program login)" ] && [ "$(program login)" != "$before" ]
}

ended() {
	! grep -qs '^State:[[:space:]]*[^Z]' "/proc/$1/status"
}

fill_office() {
	mkdir "$dir/tree/var/demo/office"
	"$BUILDDIR/tests/web/make-office" make "$dir/tree/var/demo/office" \
		kata-sandi-uji >&2
	[ "$(id -u)" != 0 ] || chown -R nobody "$dir/tree/var/demo/office"
}

told() {
	grep -q '^  admin ' "$dir/out"
}

# life SIGNAL - from start to end.  Started in the background, as here, a
# script is deaf to INT unless it sees to that.
life() {
	"$dir/tree/bootstrap" demo --port "$busy" >"$dir/out" 2>&1 &
	demo=$!
	until_true answers
	ok $? "$1: the office answers"
	equals "$(find "$dir/tree/var/demo/sopap.conf" -perm 600 | wc -l)" 1 \
		'...its configuration is for the owner alone'
	for pid in $(program login) $(program review); do
		stat -c %u "/proc/$pid"
	done | grep -qx 0
	equals $? 1 '...no program runs as root'
	before=$(program login)
	kill -KILL "$before"
	until_true another
	ok $? '...a program that dies comes again'
	until_true told
	kill -s "$1" "$demo"
	until_true ended "$demo" || kill -KILL "$demo"
	wait "$demo"
	equals $? "$2" "...$1 ends it with $2"
	until_true nobody_left
	ok $? '...and nothing of it is left'
}

# Both languages have all its sentences, by the usual rule.
languages() {
	LC_ALL= LC_MESSAGES= LANG=en_US.UTF-8 bootstrap demo --port 80a
	says 'a port is a number: 80a' 'English where the locale is no other'
	LC_ALL= LC_MESSAGES= LANG=id_ID.UTF-8 bootstrap demo --port 80a
	says 'port harus berupa angka: 80a' '... Indonesian where it is'
	LC_ALL=C LC_MESSAGES=id_ID LANG=id_ID bootstrap demo --port 80a
	says 'a port is a number' '... the first variable that is set counts'
	# Every sentence goes through say, which takes two.
	grep -nE '(run|tests|die|echo) "?.?[A-Z][a-z]+ [a-z]' \
		"$SRCDIR/bootstrap" >"$dir/out"
	[ ! -s "$dir/out" ]
	ok $? '... and no sentence has one language only' "$dir/out"
}

refusals
languages
busy_port
no_right
fill_office
life INT 0
says "http://127.0.0.1:$busy/masuk" 'the address was told'
life TERM 0
life KILL 137
done_testing
