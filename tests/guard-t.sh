# guard-t.sh - whatever ends a run of the tests, nothing of it stays running.
. "$SRCDIR/tests/tap.sh"
if [ "${SANITIZED-}" ]; then
	echo "1..0 # SKIP a guard of shells has nothing for the sanitizers"
	exit 0
fi
unset MAKEFLAGS MFLAGS MAKELEVEL
guard="$BUILDDIR/tests/guard"

# -- a run ----------------------------------------------------------------

# What a test begins: a child; one that is deaf to TERM, in a session of its
# own; an orphan; a server with a worker.  Each says that it is there.
cat >"$dir/nginx.conf" <<END
daemon off;
worker_processes 1;
pid $dir/nginx.pid;
error_log stderr error;
events { worker_connections 16; }
END
cat >"$dir/test" <<'END'
sleep 300 &
setsid sh -c 'trap "" TERM INT HUP; while :; do sleep 300; done' &
(setsid sleep 300 &)
[ -z "$NGINX" ] || "$NGINX" -p "$1" -c nginx.conf -e stderr 2>"$1/nginx.log" &
wait
END
cat >"$dir/driver" <<END
"$guard" "\$@" 2>&1 | cat
END
printf 'all:\n\t+@make -f %s/inner run\n' "$dir" >"$dir/outer"
printf 'run:\n\t@sh %s/driver 900 sh %s/test %s\n' "$dir" "$dir" "$dir" \
	>"$dir/inner"
processes=7	# the shell, three sleeps and a shell, nginx and its worker
[ "$NGINX" ] || processes=5

# The processes of the run: all it began works in this folder.
mkdir "$dir/run"
ours() {
	find /proc -maxdepth 2 -name cwd -lname "$dir/run" 2>/dev/null |
	    cut -d/ -f3 | sort -n
}

# named NAME - those of ours whose command is so, the first begun first.
named() {
	for pid in $(ours); do
		name=
		read -r name <"/proc/$pid/comm" || :
		[ "$name" != "$1" ] || echo "$pid"
	done 2>/dev/null
}

# there COUNT - so many processes that the test itself began; two makes, the
# driver, cat and the guards are not among them.
there() {
	[ "$(ours | wc -l)" -ge $(($1 + 6)) ]
}

none() {
	[ -z "$(ours)" ]
}

# until_true COMMAND... - ten seconds at most.
until_true() {
	for _ in $(seq 200); do
		"$@" && return 0
		sleep 0.05
	done
	return 1
}

left() {
	for pid in $(ours); do
		tr '\0' ' ' <"/proc/$pid/cmdline"
		echo
	done >"$dir/left"
	for pid in $(ours); do
		kill -KILL "$pid"
	done
}

# ends DESCRIPTION PROCESSES SIGNAL WHOM - when so many processes are there.
# WHOM: "make 1" is the first begun of that name; "group" is all of its group.
ends() {
	(cd "$dir/run" && exec setsid make -s -f "$dir/outer") \
		>"$dir/said" 2>&1 &
	run=$!
	until_true there "$2"
	ok $? "$1: it runs" "$dir/said"
	case $4 in
	group) kill -s "$3" -- "-$run" ;;
	*) kill -s "$3" "$(named "${4% *}" | sed -n "${4#* }p")" ;;
	esac
	wait $run
	until_true none
	status=$?
	left
	ok $status '...nothing is left' "$dir/left"
}

ends 'make told to end' $processes TERM 'make 1'
ends 'make killed' $processes KILL 'make 1'
ends 'its make killed' $processes KILL 'make 2'
ends 'the group told to end' $processes TERM group
ends '...interrupted' $processes INT group
ends '...killed' $processes KILL group
ends 'a guard killed' $processes KILL 'guard 1'
ends 'the other killed' $processes KILL 'guard 2'
ends 'at the beginning' 1 KILL group
ends '...or soon after' 2 KILL 'make 1'
ends '...told to end' 3 TERM 'make 1'

# -- alone ------------------------------------------------------------------

run "$guard" 0 sh -c 'echo said; exit 7'
is 'it ends as its command does' 7 said
run "$guard" 0 sh -c 'kill -KILL $$'
is '...killed, too' 137
run "$guard" 0 "$dir/none"
is '...or not to be found' 127 "$dir/none"
cd "$dir/run" || exit 99
run "$guard" 1 sleep 300
is 'it waits so long and no longer' 124 'not ended in time'
cd /
none
ok $? '...and leaves nothing'
cd "$dir/run" || exit 99
run "$guard" 0 sh -c 'setsid sleep 300 >&- 2>&- & exit 0'
is 'a command that leaves something behind' 0
cd /
none
ok $? '...has it ended'
done_testing
