# scripts-t.sh - what the package's own scripts do: they touch no data but on a
# purge whose question was answered with yes.
. "$SRCDIR/tests/tap.sh"

# script NAME: the script with the folders of this test, without the parts of
# debhelper, as $dir/NAME.
script() {
	sed -e '/^#DEBHELPER#/d' -e "s|/var/lib/sopap|$dir/data|" \
		-e "s|/usr/share/debconf/confmodule|$dir/confmodule|" \
		-e "s|/var/lib/systemd|$dir/systemd|" \
		"$SRCDIR/debian/sopap.$1" >"$dir/$1"
	sh -n "$dir/$1"
	ok $? "$1 is a script"
}

# office: a data folder with something in it.
office() {
	rm -rf "$dir/data" "$dir/elsewhere"
	mkdir -p "$dir/data/files/ab"
	echo db >"$dir/data/office.db"
	echo doc >"$dir/data/files/ab/abcd"
	: >"$dir/asked"
}

# debconf ANSWER: a debconf that answers so; nothing: it is not installed.  As
# the real one it starts the script anew, with the words of who calls it.
debconf() {
	rm -f "$dir/confmodule"
	[ $# -eq 0 ] || cat >"$dir/confmodule" <<-END
		[ "\${DEBIAN_HAS_FRONTEND:-}" ] || {
			DEBIAN_HAS_FRONTEND=1
			export DEBIAN_HAS_FRONTEND
			exec sh "\$0" "\$@"
		}
		db_fset() { :; }
		db_input() { echo "\$@" >>"$dir/asked"; }
		db_go() { :; }
		db_get() { RET=$1; [ "$1" ]; }
	END
}

# kept DESCRIPTION, gone DESCRIPTION
kept() {
	[ "$status" -eq 0 ] && [ -s "$dir/data/office.db" ] &&
		[ -s "$dir/data/files/ab/abcd" ]
	ok $? "$1" "$dir/out" "$dir/err"
}
gone() {
	[ "$status" -eq 0 ] && [ ! -e "$dir/data" ]
	ok $? "$1" "$dir/out" "$dir/err"
}

# -- postrm -------------------------------------------------------------------

script postrm
debconf true
for action in remove upgrade failed-upgrade abort-install abort-upgrade \
	disappear; do
	office
	run sh "$dir/postrm" $action
	kept "$action keeps the data"
	[ ! -s "$dir/asked" ]
	ok $? '... and does not ask'
done
office
run sh "$dir/postrm" purge
gone 'purge, answered yes: the data is gone'
equals "$(cat "$dir/asked")" 'high sopap/purge-data' '... after asking'
debconf false
office
run sh "$dir/postrm" purge
kept 'purge, answered no: it stays'
equals "$(cat "$dir/asked")" 'high sopap/purge-data' '... after asking'
debconf ''
office
run sh "$dir/postrm" purge
kept 'purge, the question is not known: it stays'
debconf
office
run sh "$dir/postrm" purge
kept 'purge without debconf: it stays'
debconf true
office
mv "$dir/data" "$dir/elsewhere"
ln -s elsewhere "$dir/data"
run sh "$dir/postrm" purge
[ "$status" -eq 0 ] && [ -z "$(ls "$dir/elsewhere")" ]
ok $? 'purge, answered yes: also where the folder is a link'
debconf false
office
rm -rf "$dir/data"/*
run sh "$dir/postrm" purge
gone 'an empty folder goes without a question'
[ ! -s "$dir/asked" ]
ok $? '... indeed'

# -- postinst -----------------------------------------------------------------

# The commands it might run on an office say that they were.
mkdir "$dir/bin"
for command in sopap runuser su; do
	printf '#!/bin/sh\necho ran >>%s\n' "$dir/ran" >"$dir/bin/$command"
done
printf '#!/bin/sh\necho 2.0\n' >"$dir/bin/dpkg-query"
chmod +x "$dir/bin"/*
PATH=$dir/bin:$PATH
script postinst
office
cp -R "$dir/data" "$dir/before"
LC_ALL=C
export LC_ALL
debconf false
run sh "$dir/postinst" configure ''
is 'a first installation points to what comes next' 0 README.Debian
run sh "$dir/postinst" configure 1.0
is 'an upgrade says what to run' 0 'run: runuser -u sopap -- sopap upgrade'
LC_ALL=id_ID.UTF-8
run sh "$dir/postinst" configure 1.0
is '... also in Indonesian' 0 'jalankan: runuser -u sopap -- sopap upgrade'
run sh "$dir/postinst" configure 2.0
is 'the same version again' 0
[ ! -s "$dir/out" ] && [ ! -s "$dir/err" ]
ok $? '... says nothing' "$dir/out" "$dir/err"
[ ! -e "$dir/ran" ] && diff -r "$dir/before" "$dir/data" >"$dir/diff"
ok $? 'it ran nothing, and changed nothing'
done_testing
