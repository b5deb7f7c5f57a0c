# sites-t.sh - the sites that are installed to be edited: the servers take them.
. "$SRCDIR/tests/tap.sh"
# nginx takes a variable of this name for sockets it inherited.
nginx=${NGINX:-}
unset NGINX
site=$BUILDDIR/cgi-bin
certificate=/etc/ssl/certs/ssl-cert-snakeoil.pem
key=/etc/ssl/private/ssl-cert-snakeoil.key

if ! command -v openssl >/dev/null ||
	! openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
	    -keyout "$dir/key" -out "$dir/cert" 2>"$dir/why"; then
	echo '1..0 # SKIP no openssl'
	exit 0
fi

# made WHAT: the site with the certificate and the routes of this test.
made() {
	awk -f "$SRCDIR/cgi-bin/routes.awk" -v what="$1" -v run="$dir" \
		-v share="$dir" -v logs="$dir/access.log" "$SRCDIR/cgi-bin/routes.tsv" >"$dir/$1.conf"
	sed -e "s|$certificate|$dir/cert|; s|$key|$dir/key|" \
		-e "s|[^ ]*/server/$1.conf|$dir/$1.conf|" \
		-e "s|[^ ]*/server/nginx-log.conf|$site/nginx-log.conf|" "$site/$1-site.conf"
}

for what in nginx apache; do
	grep -q "/share/sopap/server/$what.conf" "$site/$what-site.conf"
	ok $? "the site of $what has sopap's addresses"
	[ "$(grep -c -e "$certificate" -e "$key" "$site/$what-site.conf")" = 2 ]
	ok $? '... and a certificate that Debian makes'
done

if [ -n "$nginx" ]; then
	{
		cat <<-EOF
			pid $dir/pid;
			error_log $dir/error.log;
			events { }
			http {
			access_log off;
			client_body_temp_path $dir/1;
			proxy_temp_path $dir/2;
			fastcgi_temp_path $dir/3;
			uwsgi_temp_path $dir/4;
			scgi_temp_path $dir/5;
		EOF
		made nginx | sed "/listen \[/d; s|listen \([0-9]*\)|listen unix:$dir/\1.sock|"
		echo '}'
	} >"$dir/server.conf"
	"$nginx" -t -q -p "$dir" -c "$dir/server.conf" 2>"$dir/why"
	ok $? 'nginx takes its site' "$dir/why"
else
	skip 'no nginx'
fi

modules=/usr/lib/apache2/modules
if [ -n "${APACHE:-}" ] && [ -e $modules/mod_ssl.so ]; then
	mkdir "$dir/assets"
	{
		echo "ServerRoot $dir"
		echo "DefaultRuntimeDir $dir"
		echo "PidFile $dir/pid"
		echo "ErrorLog $dir/error.log"
		# Those that its head names, and those that Debian has on.
		for m in mpm_event authz_core mime alias setenvif socache_shmcb \
		    $(sed -n 's/^#[[:space:]]*a2enmod //p' "$site/apache-site.conf"); do
			echo "LoadModule ${m}_module $modules/mod_$m.so"
		done
		echo 'TypesConfig /dev/null'
		echo 'Listen 127.0.0.1:80'
		made apache
	} >"$dir/server.conf"
	"$APACHE" -t -f "$dir/server.conf" >"$dir/why" 2>&1
	ok $? 'Apache takes its site, with the modules it names' "$dir/why"
else
	skip 'no apache'
fi
done_testing
