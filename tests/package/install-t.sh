# install-t.sh - what `make install` puts where, and `make uninstall` takes.
. "$SRCDIR/tests/tap.sh"
cd "$BUILDDIR" || exit 99
stage=$dir/stage
unset MAKEFLAGS MAKELEVEL

# What a package would be made of: the places are those of Debian.
places='prefix=/usr sysconfdir=/etc localstatedir=/var'

run make -s install $places DESTDIR="$stage"
is 'make install' 0
(cd "$stage" && find . ! -type d | sed 's/^.//' | sort) >"$dir/files"
[ -s "$dir/files" ]
ok $? 'something is installed'
grep -v '^/usr/' "$dir/files" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'all of it in the prefix' "$dir/out"
grep -E '^/usr/(include|local|src|etc|var)/' "$dir/files" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? '... in the folders that are for it' "$dir/out"

for program in $(cat cgi-bin/programs); do
	for file in libexec/sopap/$program share/man/man8/sopap-$program.8 \
	    lib/systemd/system/sopap-$program.socket \
	    lib/systemd/system/sopap-$program@.service; do
		grep -qxF "/usr/$file" "$dir/files" || echo "$file"
	done
done >"$dir/out"
[ -s cgi-bin/programs ] && [ ! -s "$dir/out" ]
ok $? 'every program, its page and its units' "$dir/out"
for file in lib/systemd/system/sopap.target \
    lib/systemd/system/sopap-backup.timer lib/sysusers.d/sopap.conf \
    lib/tmpfiles.d/sopap.conf share/doc/sopap/examples/sopap.conf \
    share/sopap/server/nginx-site.conf share/sopap/server/apache-site.conf \
    share/sopap/server/routes.awk share/sopap/server/routes.tsv; do
	grep -qxF "/usr/$file" "$dir/files"
	ok $? "$file"
done
grep '/man/' "$dir/files" | sed 's/.*\///' | grep -v '^sopap' >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'no page has a name that another package could have' "$dir/out"
grep -rlF "$dir" "$stage" >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'no file knows where it was staged' "$dir/out"

run make -s uninstall $places DESTDIR="$stage"
is 'make uninstall' 0
find "$stage" ! -type d >"$dir/out"
[ ! -s "$dir/out" ]
ok $? 'leaves none' "$dir/out"
done_testing
