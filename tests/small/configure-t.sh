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

# configure LACKS OPTION...: in a folder of its own, named there.
configure() {
	rm -rf "$dir/build"
	mkdir "$dir/build"
	cd "$dir/build" || exit 99
	LACKS=$1 PATH=$dir/bin:$PATH
	export LACKS PATH
	shift
	run "$SRCDIR/configure" -q "$@"
}

# made WORD: what `make all` would build has this word in it.
made() {
	make -n all 2>/dev/null | grep -q -- "$1"
}

configure pangocairo
is 'without Pango it stops' 1 pangocairo
configure libcurl
is '... without curl' 1 libcurl
configure libical
is '... without libical' 1 libical

configure libpq --with-postgresql
is '... without libpq, when PostgreSQL is asked for' 1 libpq
configure libpq
is '... but not when it is not' 0
grep -q 'postgresql no' "$dir/out"
ok $? '... and says so' "$dir/out"
made lib/store/pgsql_none.o
ok $? '... with another file in its place'

configure pangocairo --without-letter
is '--without-letter does without Pango, Cairo and qrencode' 0
grep -q 'letter no, messenger yes, ical yes' "$dir/out"
ok $? '... and says so' "$dir/out"
configure libcurl --without-messenger
is '--without-messenger does without curl' 0
configure libical --without-ical --without-letter --without-messenger
is '--without-ical, and all three' 0
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
