# addresses-t.sh - every address goes by one way, so that a site may live below
# a path of its host: templates write href, action and src from "/", where
# page_expand() finds them; redirects, cookies and the request's own address
# are the business of lib/web alone.
. "$SRCDIR/tests/tap.sh"
cd "$SRCDIR" || exit 99
{
	find lib cgi-bin reports -name '*.tpl'
	find lib/page -name messages
} | sort >"$dir/templates"
find lib cgi-bin reports -name '*.[ch]' -o -name '*.cc' | sort >"$dir/c"

# none DESCRIPTION: $dir/out, a line for each fault, is empty.
none() {
	[ ! -s "$dir/out" ]
	ok $? "$1" "$dir/out"
}

[ "$(wc -l <"$dir/templates")" -gt 40 ] && [ "$(wc -l <"$dir/c")" -gt 400 ]
ok $? "the files are found"

# odd FILE... - addresses from "/" in another attribute than those three, in
# other quotation marks or none, or in a style or a refresh.
odd() {
	perl -ne 'while (m{([-\w]+)=(["\x27]?)/}g) {
		print "$ARGV:$.: $&\n" if $2 ne "\"" or
		    $1 !~ /^(href|action|src)$/;
	    }
	    print "$ARGV:$.: $&\n" while m{url\(["\x27]?/}g;
	    close ARGV if eof' "$@"
}

odd $(cat "$dir/templates") >"$dir/out"
none "templates write addresses where the prefix is put before them"
cat >"$dir/odd.tpl" <<'END'
<a href="/a"><form action="/b"><img src="/c">
<a href='/d'><a href=/e><button formaction="/f">
<meta content="0; url=/g"><p style="background: url(/h)" data-next="/i">
END
equals "$(odd "$dir/odd.tpl" | wc -l)" 6 "... and those that do not are found"

# past FILE... - code that makes a page's, a redirect's or a cookie's address
# by itself.
past() {
	grep -nE '"(Location|Set-Cookie)\b|\\r\\n(Location|Set-Cookie):|__Host-|__Secure-|"REQUEST_URI"|[^A-Z_](href|action|src)=' \
		"$@" /dev/null
}

past $(grep -vE '^lib/(web/(reply|session|request|gateway)|page/page)\.(c|cc|h)$' \
	"$dir/c") >"$dir/out"
none "no program makes a redirect, a cookie or a link by itself"
printf '%s\n' 'reply_header(r, "Location", a);' 'puts("<a href=\"/\">");' \
	'"\r\nSet-Cookie: a=b"' 'page_set(p, "HREF", PATH_SOP);' >"$dir/past.c"
equals "$(past "$dir/past.c" | wc -l)" 3 "... and one that does is found"

# What the browser runs knows no address; the server's own pages name nothing.
grep -nE "[\"'\`(]/[a-z]" htdocs/app.js htdocs/app.css htdocs/plain.css \
	htdocs/*.html | grep -v '</' >"$dir/out"
none "no script, style or page of the server has an address from the root"
done_testing
