#!/bin/sh
# routes-t.sh - what routes.awk makes of routes.tsv, and what it refuses.
. "$SRCDIR/tests/tap.sh"

tsv=$SRCDIR/cgi-bin/routes.tsv
# nginx takes a variable of this name for sockets it inherited.
nginx=${NGINX:-}
unset NGINX

routes() {
	what=$1 file=$2
	shift 2
	awk -f "$SRCDIR/cgi-bin/routes.awk" -v what="$what" "$@" "$file"
}

# refused ROW REASON DESCRIPTION: a table with this row after a good one.
refused() {
	printf '/\thome\tGET\tanyone\n%b\n' "$1" >"$dir/bad.tsv"
	if routes header "$dir/bad.tsv" >"$dir/out" 2>"$dir/why"; then
		ok 1 "$3"
	else
		test "$(cat "$dir/why")" = "$dir/bad.tsv:2: $2"
		ok $? "$3"
	fi
}

refused '/a\tb\tGET' 'not four columns' 'a row of three columns'
refused '/\tb\tGET\tanyone' 'given twice: /' 'a path given twice'
refused 'a\tb\tGET\tanyone' 'a path is / and one word: a' 'no slash'
refused '/a/b\tb\tGET\tanyone' 'a path is / and one word: /a/b' 'two words'
refused '/a\tb\tGET,PUT\tanyone' 'unknown method: PUT' 'an unknown method'
refused '/a\tb\tGET\tanyone\topen' 'not secret, pin, file or files: open' \
	'a fifth column'
refused '/a\tb\tGET\tall' 'nobody is called all' 'an unknown who'

routes programs "$tsv" | sort >"$dir/programs"
sed -n 's/^\/[^	]*	\([a-z]*\)	.*/\1/p' "$tsv" | sort -u |
	cmp -s - "$dir/programs"
ok $? 'every program is listed, once'

routes nginx "$tsv" -v run="$dir" -v share="$dir" -v logs="$dir/access.log" >"$dir/sopap.conf"
grep -qx "location = /periksa { client_max_body_size 101m; fastcgi_pass unix:$dir/review.sock; }" \
	"$dir/sopap.conf"
ok $? 'nginx: a path'
grep -qx "location ^~ /periksa/ { client_max_body_size 101m; fastcgi_pass unix:$dir/review.sock; }" \
	"$dir/sopap.conf"
ok $? '...and what is below it'

# Sizes: a megabyte of text, or as many files as the form takes.
grep -qx "location = /masuk { fastcgi_pass unix:$dir/login.sock; }" \
	"$dir/sopap.conf" && grep -qx 'client_max_body_size 2m;' "$dir/sopap.conf"
ok $? 'nginx: an address without files takes two megabytes'
grep -q 'location = /verifikasi { error_log .* client_max_body_size 21m; ' \
	"$dir/sopap.conf"
ok $? '... one of a single file as much as a file may have'
grep -qx 'limit_req zone=sopap burst=200 nodelay;' "$dir/sopap.conf" &&
	grep -qx 'limit_conn sopap_lines 100;' "$dir/sopap.conf"
ok $? '... and an address of a visitor has a rate'
routes apache "$tsv" >"$dir/out"
grep "^<If .* -gt $((21 * 1048576)) " "$dir/out" | grep -q '[(|]verifikasi[|)]' &&
	grep -q "^<If .* -gt $((2 * 1048576)) " "$dir/out" &&
	grep -q RequestReadTimeout "$dir/out"
ok $? 'Apache: sizes, and the time for a request'
routes cgi "$tsv" >"$dir/out"
sed -n '/^<Location .verifikasi>/,/^<.Location>/p' "$dir/out" |
	grep -q "LimitRequestBody $((21 * 1048576))" &&
	grep -qx "	LimitRequestBody $((2 * 1048576))" "$dir/out"
ok $? '... and without FastCGI'

# Below a prefix: every address, and no word about the others.
for bad in layanan /layanan/ / //x '/a b' '/a;b'; do
	routes nginx "$tsv" -v prefix="$bad" >"$dir/out" 2>"$dir/why"
	test $? -eq 1 && [ ! -s "$dir/out" ] &&
		test "$(cat "$dir/why")" = \
		"routes.awk: prefix is a path like /layanan: $bad"
	ok $? "'$bad' is no prefix"
done
for what in nginx apache cgi; do
	routes $what "$tsv" -v run="$dir" -v share="$dir" \
		-v logs="$dir/access.log" -v libexec="$dir" -v prefix=/kantor/sop-1.2 >"$dir/below.$what"
	grep -E '^(<Location|location|ProxyPass|ScriptAlias|Alias|ErrorDocument|error_page)' \
		"$dir/below.$what" | grep -v '[ ^]/kantor/sop-1[.[]' >"$dir/beside"
	test -s "$dir/below.$what" && [ ! -s "$dir/beside" ]
	ok $? "$what: nothing is beside the prefix" "$dir/beside"
done
sed -n '/^location ^~ .kantor.sop-1.2. {/,$p' "$dir/below.nginx" |
	grep -q '^client_max_body_size'
ok $? 'nginx: ...nor are its limits'
sed -n '/^<Location .kantor.sop-1.2>/,/^<.Location>/p' "$dir/below.cgi" |
	grep -q 'LimitRequestBody' &&
	! grep '^<If ' "$dir/below.apache" | grep -v 'm#^/kantor/sop-1\[.\]2[(/]'
ok $? "...nor Apache's"
# The manual's own lines make it.
sed -n '/^cd .usr.share.sopap.server$/,/^\.Ed/p' "$SRCDIR/lib/base/sopap.conf.5" |
	sed -e '/^\.Ed/d' -e 's/\\e$/\\/' -e "s|^cd .*|cd '$SRCDIR/cgi-bin'|" \
		-e "s|>.*|>'$dir/manual'|" >"$dir/lines"
sh "$dir/lines" && routes nginx "$tsv" -v prefix=/layanan |
	cmp -s - "$dir/manual"
ok $? 'the lines of sopap.conf(5) make it, too' "$dir/lines"
routes nginx-log "$tsv" >"$dir/log.conf"
if [ -n "$nginx" ]; then
	cat >"$dir/nginx.conf" <<-EOF
		pid $dir/pid;
		error_log $dir/error.log;
		events { }
		http {
			access_log off;
			include $dir/log.conf;
			client_body_temp_path $dir/1;
			proxy_temp_path $dir/2;
			fastcgi_temp_path $dir/3;
			uwsgi_temp_path $dir/4;
			scgi_temp_path $dir/5;
			server {
				listen unix:$dir/web.sock;
				include $dir/sopap.conf;
			}
			server {
				listen unix:$dir/below.sock;
				include $dir/below.nginx;
				location / { return 204; }
			}
		}
	EOF
	"$nginx" -t -q -p "$dir" -c "$dir/nginx.conf" 2>"$dir/why"
	ok $? 'nginx takes it' "$dir/why"
else
	skip 'no nginx'
fi

# apache WHAT MODULE...: does Apache take the file made for it?
apache() {
	what=$1
	shift
	modules=/usr/lib/apache2/modules
	if [ -z "${APACHE:-}" ] || [ ! -d $modules ]; then
		skip 'no apache'
		return
	fi
	mkdir -p "$dir/assets"
	routes "$what" "$tsv" -v run="$dir" -v share="$dir" \
		-v logs="$dir/access.log" -v libexec="$dir" >"$dir/sopap.conf"
	{
		echo "ServerRoot $dir"
		echo "ServerName localhost"
		echo "DefaultRuntimeDir $dir"
		echo "PidFile $dir/pid"
		echo "ErrorLog $dir/error.log"
		echo "TypesConfig /dev/null"
		for m in mpm_event authz_core mime alias headers setenvif "$@"; do
			echo "LoadModule ${m}_module $modules/mod_$m.so"
		done
		echo "Listen 127.0.0.1:80"
		echo "Include $dir/sopap.conf"
		echo "<VirtualHost *:80>"
		echo "Include $dir/below.$what"
		echo "</VirtualHost>"
	} | sed '/^TypesConfig/{h;d;};/^Listen/{G;}' >"$dir/apache.conf"
	"$APACHE" -t -f "$dir/apache.conf" >"$dir/why" 2>&1
	ok $? "Apache takes it: $what" "$dir/why"
}

apache apache proxy proxy_fcgi
apache cgi cgid

mkdir "$dir/units" "$dir/libexec"
routes units "$tsv" -v folder="$dir/units" -v libexec="$dir/libexec"
missing=0
while read -r program; do
	ln -s /bin/true "$dir/libexec/$program"
	[ -s "$dir/units/sopap-$program.socket" ] &&
		[ -s "$dir/units/sopap-$program@.service" ] || missing=1
done <"$dir/programs"
ok $missing 'every program has its units'
while read -r program; do
	unit=$dir/units/sopap-$program@.service
	grep -qx StartLimitIntervalSec=0 "$unit" &&
		grep -qx RestartSec=1s "$unit" || echo "$program"
done <"$dir/programs" >"$dir/why"
[ ! -s "$dir/why" ]
ok $? 'one that ends is begun again for ever, once in a second' "$dir/why"
if command -v systemd-analyze >/dev/null; then
	systemd-analyze verify --man=no "$dir/units/sopap-review.socket" \
		"$dir/units/sopap-review@.service" >"$dir/why" 2>&1
	ok $? 'systemd takes them' "$dir/why"
else
	skip 'no systemd-analyze'
fi

done_testing
