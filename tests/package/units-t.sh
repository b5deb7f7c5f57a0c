# units-t.sh - the units: systemd takes them, they are as confined as they were,
# and the target has all of them.
. "$SRCDIR/tests/tap.sh"
units=$dir/root/usr/lib/systemd/system
mkdir -p "$units" "$dir/root/usr/bin" "$dir/root/usr/libexec/sopap"
awk -f "$SRCDIR/cgi-bin/routes.awk" -v what=units -v folder="$units" \
	"$SRCDIR/cgi-bin/routes.tsv"
awk -f "$SRCDIR/cgi-bin/routes.awk" -v what=programs \
	"$SRCDIR/cgi-bin/routes.tsv" >"$dir/programs"

# -- the target ---------------------------------------------------------------

{
	sed 's/.*/sopap-&.socket/' "$dir/programs"
	printf '%s\n' sopap-messenger.timer sopap-tick.timer
} | sort >"$dir/want"
sed -n 's/^Wants=//p' "$units/sopap.target" | sort >"$dir/got"
same_file 'sopap.target is every socket, tick and messenger' \
	"$dir/want" "$dir/got"
grep -qx WantedBy=sopap.target "$units/sopap-backup.timer"
ok $? 'the backup comes with it, if it is enabled'
# But the one that tells of a failure, also of the stopping.
grep -L '^PartOf=sopap.target' "$units"/*.socket "$units"/*@.service \
	"$units"/*.timer | grep -v '/sopap-failure@' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'all stop with it' "$dir/out"
grep -qx 'ExecStart=/usr/bin/sopap backup /var/backups/sopap' \
	"$units/sopap-backup.service" &&
	grep -qx ReadWritePaths=/var/backups/sopap "$units/sopap-backup.service"
ok $? 'the backup may write where it writes'

# -- folders and user ---------------------------------------------------------

grep -qxF 'd /var/lib/sopap 0750 sopap sopap' \
	"$SRCDIR/cgi-bin/tmpfiles.d/sopap.conf"
ok $? 'the data folder is closed to others'
grep -qxF 'd /var/backups/sopap 0700 sopap sopap' \
	"$SRCDIR/cgi-bin/tmpfiles.d/sopap.conf"
ok $? 'that of the backups, to all'
if command -v systemd-sysusers >/dev/null; then
	mkdir -p "$dir/users/etc"
	systemd-sysusers --root="$dir/users" \
		"$SRCDIR/cgi-bin/sysusers.d/sopap.conf" >"$dir/out" 2>&1
	grep -q '^sopap:x:[0-9]*:[0-9]*:sopap:/var/lib/sopap:.*/nologin$' \
		"$dir/users/etc/passwd"
	ok $? 'the user sopap cannot log in' "$dir/out"
else
	skip 'no systemd-sysusers'
fi

# -- systemd ------------------------------------------------------------------

command -v systemd-analyze >/dev/null || {
	skip 'no systemd-analyze'
	done_testing
}
sed -i "s|=/usr/libexec/sopap/.*|=/bin/true|; s|=/usr/bin/sopap.*|=/bin/true|" \
	"$units"/*.service
systemd-analyze verify --man=no "$units"/* >"$dir/out" 2>&1 && ! grep sopap "$dir/out"
ok $? 'systemd takes all of them' "$dir/out"

# confined LIMIT UNIT: its exposure, 0 to 100, is no more than that.
confined() {
	systemd-analyze security --offline=true --root="$dir/root" \
		--threshold="$1" "$2" >"$dir/out" 2>&1
	ok $? "$2 is exposed to 0.$1 at most"
}

for program in $(cat "$dir/programs"); do
	confined 7 "sopap-$program@.service"
done
confined 7 sopap-tick.service
confined 7 sopap-backup.service
confined 14 sopap-messenger.service
done_testing
