# configure-t.sh - ./configure asks for a library only where it is used, and
# leaves out what it is told to.
. "$SRCDIR/tests/tap.sh"
if [ "${SANITIZED-}" ]; then
	echo "1..0 # SKIP configure has nothing for the sanitizers"
	exit 0
fi

# A pkg-config that knows all that the real one knows but these.
real=$(command -v pkg-config)
mkdir "$dir/bin"
cat >"$dir/bin/pkg-config" <<END
#!/bin/sh
case " \$* " in
*" \$LACKS"*) exit 1 ;;
esac
exec "$real" "\$@"
END
chmod +x "$dir/bin/pkg-config"

# configure LACKS OPTION...: in a folder of its own, named there.  What the
# first found of the compiler the others take from it, but of no library.
configure() {
	rm -rf "$dir/build"
	mkdir "$dir/build"
	cd "$dir/build" || exit 99
	LACKS=$1 PATH=$dir/bin:$PATH
	export LACKS PATH
	shift
	[ ! -f "$dir/cache" ] || sed -i '/pkg_cv_/d' "$dir/cache"
	run "$SRCDIR/configure" -q --disable-dependency-tracking \
	    --cache-file="$dir/cache" "$@"
}

# would_make: what `make all` would do here, in a file.
would_make() {
	make -n all >"$dir/made" 2>"$dir/err"
}

# made WORD: it would make what has this word in it.
made() {
	grep -q -- "$1" "$dir/made"
}

configure libpq
is 'without libpq it goes on' 0
grep -q 'postgresql no' "$dir/out"
ok $? '... and says so' "$dir/out"
would_make
made lib/store/pgsql_none.o
ok $? '... with another file in its place'
[ -s "$dir/cache" ]
ok $? '... and what it found is kept for the others'

configure libpq --with-postgresql
is '... but not when PostgreSQL is asked for' 1 libpq
configure pangocairo
is 'without Pango it stops' 1 pangocairo
configure libcurl
is '... without curl' 1 libcurl
configure libical
is '... without libical' 1 libical

configure pangocairo --without-letter --no-create
is '--without-letter does without Pango, Cairo and qrencode' 0
grep -q 'letter no, messenger yes, ical yes' "$dir/out"
ok $? '... and says so' "$dir/out"
configure libcurl --without-messenger --no-create
is '--without-messenger does without curl' 0
configure libical --without-ical --without-letter --without-messenger
is '--without-ical, and all three' 0
would_make
grep -Eq -- '-l(ical|curl|qrencode|cairo|pango)' Makefile
[ $? -ne 0 ]
ok $? '... links none of them'
for file in reports/letter/sopap-letter reports/letter/pdf.o \
    reports/month/qr.o reports/messenger/post.o lib/calendar/ics.o; do
	! made "$file"
	ok $? "... does not build $file"
done
for file in reports/month/qr_none.o reports/messenger/sopap-messenger \
    lib/calendar/ics_none.o reports/month/sopap-report; do
	made "$file"
	ok $? "... builds $file"
done
done_testing
