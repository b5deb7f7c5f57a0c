# machine.sh - the second half of package.sh: the package on a Debian that runs,
# with systemd and nginx, in a container of its own without a network.
#
# $bare, $deb and $later come from package.sh.
machine=$dir/machine
name=sop.example.go.id

command -v systemd-nspawn >/dev/null || {
	skip 'no systemd-nspawn (systemd-container)'
	done_testing
}

# boot: start it; $container is the process to end, $leader its first one.
boot() {
	keep=
	[ -d /run/systemd/system ] || keep=--keep-unit
	systemd-nspawn -q -D "$machine" --register=no $keep --private-network \
		--boot --console=read-only >"$log" 2>&1 </dev/null &
	container=$!
	tries=100
	until leader=$(pgrep -P "$container") && in_machine true 2>"$dir/err" &&
		in_machine systemctl is-system-running --wait >"$dir/out" 2>&1
	do
		[ $((tries -= 1)) -gt 0 ] || {
			in_machine systemctl --failed --no-legend --plain
			in_machine journalctl -b -p err --no-pager -n 20
			return 1
		}
		sleep 0.2
	done
}

in_machine() {
	nsenter -t "$leader" -m -u -i -n -p -C --root="/proc/$leader/root" \
		--wd="/proc/$leader/root" env -i HOME=/root LC_ALL=C \
		PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		DEBIAN_FRONTEND=noninteractive "$@"
}

# page CODE DESCRIPTION: how the front page is answered over https.
page() {
	equals "$(in_machine curl -sk -o /dev/null -w '%{http_code}' \
		--resolve "$name:443:127.0.0.1" "https://$name/")" "$1" "$2"
}

# works DESCRIPTION: no unit has failed.
works() {
	in_machine systemctl --failed --no-legend --plain >"$dir/out" 2>&1
	[ ! -s "$dir/out" ]
	ok $? "$1" "$dir/out"
}

# units PATTERN: how many units of that name are active.
units() {
	in_machine systemctl list-units --no-legend --state=active "$1" | wc -l
}

enter "$machine"
cp "$dir/one/$deb" "$later" "$machine/"
run in_chroot "$machine" apt-get -qy install --no-install-recommends \
	systemd-sysv dbus nginx-light ssl-cert curl
done_or_end 'a Debian with systemd and nginx'
run in_chroot "$machine" apt-get -qy install --no-install-recommends "/$deb"
run in_chroot "$machine" dpkg -P sopap
done_or_end '... and with what the package depends on'
leave "$machine"
trap 'kill "$container"; wait "$container"; rm -rf "$dir"' EXIT
run boot
done_or_end 'it runs'

run in_machine dpkg -i "/$deb"
is 'the package is installed on it' 0
equals "$(units 'sopap*')" 0 '... and starts nothing: there is no office yet'
run in_machine runuser -u sopap -- sopap init
is 'sopap init makes one' 0
run in_machine systemctl enable --now sopap.target
is 'sopap.target is enabled and started' 0
# Debian's own page would answer for http://localhost.
in_machine rm -f /etc/nginx/sites-enabled/default
in_machine ln -s ../sites-available/sopap /etc/nginx/sites-enabled/sopap
run in_machine systemctl reload nginx
is 'the site is enabled as it is' 0
equals "$(units 'sopap-*.socket')" \
	"$(wc -l <"$machine/usr/share/sopap/server/programs")" \
	'there is a socket for every program'
equals "$(units 'sopap-*.timer')" 3 '... and the timers of three'
page 200 'the front page is answered'
for work in tick messenger backup; do
	run in_machine systemctl start "sopap-$work.service"
	is "sopap-$work.service does its work" 0
done
[ -s "$machine/var/backups/sopap/MANIFEST" ]
ok $? '... the backup is there'

# -- a used office is broken, and comes back ----------------------------------

# as_sopap_there COMMAND...: as the user of the office, on the machine.
as_sopap_there() {
	in_machine runuser -u sopap -- "$@"
}

in_machine systemctl stop sopap.target
rm -rf "$machine/var/lib/sopap/"*
run as_sopap_there sopap simulate --months 3
is 'an office that was used for three months' 0
run as_sopap_there sopap backup /var/backups/sopap
is '... is backed up' 0
run as_sopap_there sopap verify --files
is '... and is whole' 0
dd if=/dev/urandom of="$machine/var/lib/sopap/office.db" bs=4096 seek=40 \
	count=20 conv=notrunc 2>"$log"
find "$machine/var/lib/sopap/files" -type f -print -quit >"$dir/lost"
xargs -r rm <"$dir/lost"
[ -s "$dir/lost" ]
ok $? 'twenty of its pages are written over, and a document is removed'
run as_sopap_there sopap verify --files
is '... which sopap verify sees' 1
run as_sopap_there sopap restore /var/backups/sopap
is 'it is restored' 0
run as_sopap_there sopap verify --files
is '... and whole again' 0
run as_sopap_there sopap rebuild --check
is '... to the last case' 0
run in_machine systemctl start sopap.target
page 200 'the front page is answered'
# `site` is not set yet, so that http://localhost leads elsewhere; and in autumn
# the next year has no holidays.
run as_sopap_there sopap doctor
[ "$(sed -n '/Holidays/d; s/^fault *//p' "$dir/out")" = 'Web server' ]
ok $? 'sopap doctor finds no fault but the site' "$dir/out" "$dir/err"

run in_machine systemctl enable --now sopap-home@2.service
is 'a program has a second process' 0

since=$(in_machine systemctl show -p ActiveEnterTimestampMonotonic sopap.target)
run in_machine dpkg -i "/${later##*/}"
is 'a later version is installed' 0
[ "$(in_machine systemctl show -p ActiveEnterTimestampMonotonic \
	sopap.target)" != "$since" ]
ok $? '... the office stopped for it'
page 200 '... and answers again'
run in_machine systemctl is-active sopap-home@2.service sopap-backup.timer
is '... with the second process and the backup' 0
in_machine systemctl disable --now sopap-backup.timer >"$log" 2>&1
run in_machine dpkg -i "/$deb"
is 'another is installed, without the backup' 0
equals "$(in_machine systemctl is-enabled sopap-backup.timer)" disabled \
	'... which stays disabled'
works 'nothing has failed'

run in_machine dpkg -r sopap
is 'it is removed' 0
equals "$(units 'sopap*')" 0 '... and nothing of it runs'
[ -s "$machine/var/lib/sopap/office.db" ]
ok $? '... the office is there'
works 'nothing has failed'
