# package.sh - builds the Debian package twice and tries it in a bare Debian.
#
#	make check-package [BARE=FOLDER]
#
# The package is built from what git has here, committed or not, in two folders
# of different names and lengths: the same bytes have to come out.  lintian
# looks for errors.  Root may then see it installed, upgraded, removed and
# purged in a chroot, and started on a machine (machine.sh), and installed by
# hand on another (hand.sh): in copies of the bare Debian in FOLDER, made there
# if it is missing, or of one of its own.
# What this needs: dpkg-dev, debhelper, lintian, debootstrap, systemd-container,
# the Build-Depends, and Debian's packages.
. "$SRCDIR/tests/tap.sh"
log=$dir/log
version=$(sed -n '1s/^sopap (\([^)]*\)) .*/\1/p' "$SRCDIR/debian/changelog")
deb=sopap_${version}_$(dpkg --print-architecture).deb

# done_or_end DESCRIPTION: the last run went well, or nothing else can.
done_or_end() {
	is "$1" 0
	[ "$status" -eq 0 ] || done_testing
}

# -- building -----------------------------------------------------------------

# build FOLDER: the package from a clean copy there; debs lie beside it.
build() {
	mkdir -p "$1" || return 1
	(cd "$SRCDIR" && git ls-files -co --exclude-standard -z |
		tar -c --null -T - -f -) | tar -x -f - -C "$1" || return 1
	(cd "$1" && dpkg-buildpackage -us -uc)
}

run build "$dir/one/sopap"
done_or_end 'the package is built'
run build "$dir/another/folder/sopap"
done_or_end '... once more, elsewhere'
for file in "$deb" "sopap_$version.tar.xz" "sopap_$version.dsc"; do
	cmp "$dir/one/$file" "$dir/another/folder/$file" >"$dir/out" 2>&1
	ok $? "the same bytes: $file" "$dir/out"
done
run lintian --fail-on error,warning "$dir/one"/*.changes
is 'lintian has no word against it' 0
[ ! -s "$dir/out" ]
ok $? '... none at all' "$dir/out"

# -- a bare Debian ------------------------------------------------------------

[ "$(id -u)" = 0 ] || {
	skip 'installing takes root'
	done_testing
}
bare=${BARE:-$dir/bare}
root=$dir/root
data=$root/var/lib/sopap
later=$dir/later.deb

if [ ! -e "$bare/bin/sh" ]; then
	run debootstrap --variant=minbase bookworm "$bare"
	done_or_end 'a bare Debian'
fi

# enter FOLDER: a copy of the bare Debian there.  What runs in it sees /proc,
# and starts no services.
enter() {
	cp -a "$bare" "$1"
	mount -t proc proc "$1/proc"
	printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
	chmod 755 "$1/usr/sbin/policy-rc.d"
	in_chroot "$1" apt-get -q update >"$log" 2>&1
}

leave() {
	rm -f "$1/usr/sbin/policy-rc.d"
	umount "$1/proc"
}

# in_chroot FOLDER COMMAND...
in_chroot() {
	folder=$1
	shift
	chroot "$folder" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
		LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"
}

in_root() {
	in_chroot "$root" "$@"
}

# No file system of ours is taken away while it is another's.
trap 'umount "$root/proc" "$dir/machine/proc" 2>/dev/null; rm -rf "$dir"' EXIT

# like DESCRIPTION FILE: it is as it was before the last deed.
like() {
	cmp "$dir/before/$2" "$root/$2" >"$dir/out" 2>&1
	ok $? "$1" "$dir/out"
}

# keeps DESCRIPTION: the data is what it was.
keeps() {
	diff -r "$dir/before/var/lib/sopap" "$data" >"$dir/out" 2>&1
	ok $? "$1" "$dir/out"
}

answer() {
	echo "sopap sopap/purge-data boolean $1" |
		in_root debconf-set-selections
}

enter "$root"
cp "$dir/one/$deb" "$root/"
run in_root apt-get -qy install --no-install-recommends "/$deb"
done_or_end 'it is installed in a bare Debian, with what it depends on'
is '... and says where to read on' 0 README.Debian
equals "$(in_root stat -c '%a %U %G' /var/lib/sopap)" '750 sopap sopap' \
	'the data folder is there, and closed'
equals "$(in_root stat -c '%a %U %G' /var/backups/sopap)" '700 sopap sopap' \
	'... and that of the backups'
equals "$(in_root stat -c '%a %U' /etc/sopap/sopap.conf)" '644 root' \
	'the configuration belongs to root'
[ ! -e "$root/etc/systemd/system/multi-user.target.wants/sopap.target" ]
ok $? 'the office waits for its administrator'
[ -L "$root/etc/systemd/system/sopap.target.wants/sopap-backup.timer" ]
ok $? '... and will have a backup'
in_root ldd /usr/bin/sopap /usr/bin/sopap-report /usr/bin/sopap-letter \
	/usr/bin/sopap-messenger /usr/libexec/sopap/home 2>&1 |
	grep 'not found' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'every library is there' "$dir/out"

# -- an office ----------------------------------------------------------------

as_sopap() {
	in_root runuser -u sopap -- "$@"
}

run as_sopap sopap init
is 'sopap init makes an office' 0
run as_sopap sh -c 'sopap sop publish /usr/share/sopap/sop/*.yaml'
is '... with the SOPs in force' 0
run as_sopap sopap user add admin Admin --admin
is '... and an administrator' 0
run as_sopap env REQUEST_METHOD=GET REQUEST_URI=/ REMOTE_ADDR=127.0.0.1 \
	/usr/libexec/sopap/home
is 'a program answers' 0 'Layanan SOP'
in_root systemctl enable sopap.target >"$log" 2>&1
echo '# ours' >>"$root/etc/sopap/sopap.conf"
echo '# ours' >>"$root/etc/nginx/sites-available/sopap"

before() {
	rm -rf "$dir/before"
	for folder in etc/sopap etc/nginx etc/apache2 var/lib/sopap; do
		mkdir -p "$dir/before/$folder"
		[ ! -d "$root/$folder" ] ||
			cp -a "$root/$folder/." "$dir/before/$folder"
	done
}

# -- upgrade ------------------------------------------------------------------

before
run in_root dpkg -i "/$deb"
is 'the same version again is installed' 0
keeps '... and keeps the data'
like '... and the edited configuration' etc/sopap/sopap.conf

# A later version with another configuration to begin with.
dpkg-deb -R "$dir/one/$deb" "$dir/later" &&
	sed -i 's/^Version: .*/&+later/' "$dir/later/DEBIAN/control" &&
	echo '# theirs' >>"$dir/later/etc/sopap/sopap.conf" &&
	dpkg-deb -b --root-owner-group "$dir/later" "$later" >"$log" 2>&1
ok $? 'there is a later version' "$log"
cp "$later" "$root/"
run in_root dpkg --force-confold -i /later.deb
is 'it takes the place of the earlier' 0 'runuser -u sopap -- sopap upgrade'
keeps '... and keeps the data'
like '... the edited configuration' etc/sopap/sopap.conf
like '... the edited site' etc/nginx/sites-available/sopap
[ -L "$root/etc/systemd/system/multi-user.target.wants/sopap.target" ]
ok $? '... and what is enabled'
run as_sopap sopap verify
is 'the history is whole' 0

# -- removal ------------------------------------------------------------------

before
run in_root dpkg -r sopap
is 'it is removed' 0
keeps '... and keeps the data'
like '... and the configuration' etc/sopap/sopap.conf
answer false
run in_root dpkg -P sopap
is 'it is purged, with the answer no' 0
keeps '... and keeps the data'
[ ! -e "$root/etc/sopap/sopap.conf" ] &&
	[ ! -e "$root/etc/nginx/sites-available/sopap" ]
ok $? '... not the configuration'
find "$root/etc/systemd/system" -name '*sopap*' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? '... nor what was enabled' "$dir/out"

run in_root dpkg -i "/$deb"
is 'it is installed anew' 0
keeps '... beside the data'
run as_sopap sopap verify
is '... which it can read' 0
answer true
run in_root dpkg -P sopap
is 'it is purged, with the answer yes' 0
[ ! -e "$data" ]
ok $? '... and the data is gone'
[ -d "$root/var/backups" ]
ok $? '... but no folder of others'
find "$root/usr" "$root/etc" -name '*sopap*' ! -path '*/dpkg/*' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'nothing of it is left' "$dir/out"
leave "$root"

. "$SRCDIR/tests/package/machine.sh"
. "$SRCDIR/tests/package/hand.sh"
done_testing
