# control-t.sh - the fields of the Debian package agree with the tree.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99

# field NAME FILE: the words of a field of debian/control, one a line; commas,
# bars, versions and what debhelper fills in are left out.
field() {
	awk -v name="$1:" '
		$1 == name { sub(/^[^:]*:/, ""); on = 1; print; next }
		on && /^ / { print; next }
		{ on = 0 }' "$2" | sed 's/([^)]*)//g; s/\${[^}]*}//g' |
		tr -c 'a-z0-9.+-' '\n' | sed '/^$/d' | sort -u
}

# packages NAME: the list of that name in bootstrap, without the commands.
packages() {
	sed -n "/^$1='/,/'\$/p" bootstrap | sed "s/^$1='//; s/'\$//" |
		tr -s ' \t' '\n' | sed 's/=.*//; /^$/d' | sort -u
}

version=$(sed -n 's/^AC_INIT(\[sopap\], \[\([^]]*\)\].*/\1/p' configure.ac)
equals "$(sed -n '1s/^sopap (\([^)]*\)) .*/\1/p' debian/changelog)" \
	"$version" 'the package has the version of the release'
equals "$(cat debian/source/format)" '3.0 (native)' 'it is built of this tree'

# What every machine builds with is no part of Build-Depends.
packages build_packages | grep -vxE 'autoconf|automake|make|gcc|g\+\+' \
	>"$dir/want"
field Build-Depends debian/control |
	grep -vxE 'debhelper-compat|dh-sequence-.*|po-debconf' >"$dir/got"
[ -s "$dir/want" ]
ok $? 'bootstrap names libraries'
same_file 'Build-Depends are those that bootstrap installs' "$dir/want" "$dir/got"

field Depends debian/control >"$dir/depends"
field Recommends debian/control >>"$dir/depends"
for package in $(packages demo_packages | sed 's/^nginx-light$/nginx/'); do
	grep -qx "$package" "$dir/depends"
	ok $? "the package asks for $package, as the demo does"
done
for package in qpdf poppler-utils fonts-inter fonts-liberation; do
	field Depends debian/control | grep -qx "$package"
	ok $? "it depends on $package"
done

grep -qx 'Default: false' debian/sopap.templates
ok $? 'the question of a purge has the answer no'
if command -v msgfmt >/dev/null; then
	LC_ALL=C msgfmt --statistics -c -o /dev/null debian/po/id.po \
		>"$dir/out" 2>&1 &&
		! grep -qE 'fuzzy|untranslated' "$dir/out"
	ok $? '... and is asked in Indonesian, too' "$dir/out"
else
	skip 'no msgfmt'
fi
grep '^_\{0,1\}Description:' debian/sopap.templates |
	sed 's/^_Description: //' >"$dir/short"
grep -qF "msgid \"$(cat "$dir/short")\"" debian/po/id.po
ok $? '... the same question'


# -- the configuration to begin with ------------------------------------------

sed -n 's/^#\([a-z_]* = .*\)/\1/p' lib/base/sopap.conf >"$dir/keys"
[ "$(wc -l <"$dir/keys")" -ge 10 ]
ok $? 'it shows keys'
for key in office service site; do
	grep -q "^$key = " "$dir/keys"
	ok $? "... $key"
done
cp lib/base/sopap.conf "$dir/plain.conf"
# A key that is shown in two ways is taken as it is shown first.
sed 's/^#\([a-z_]* = \)/\1/' lib/base/sopap.conf |
	awk '!/^[a-z_]* = / || !seen[$1]++' >"$dir/full.conf"
chmod 600 "$dir"/*.conf
for conf in plain full; do
	mkdir "$dir/$conf"
	echo "data = $dir/$conf" >>"$dir/$conf.conf"
	run env SOPAP_CONF="$dir/$conf.conf" "$BUILDDIR/lib/tool/sopap" \
		--share "$share" init
	is "it makes an office as it is: $conf" 0
done
done_testing
