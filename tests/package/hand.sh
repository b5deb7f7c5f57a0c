# hand.sh - the third part of package.sh: "Install for real" of README.md and
# what the handbook adds, walked word by word on a Debian that has nothing of
# ours, without the package: another data folder, nginx and Apache, IPv6, TLS,
# a proxy in front, and plain CGI.
#
# $bare, boot and the rest come from package.sh and machine.sh.
machine=$dir/hand
handbook=$SRCDIR/htdocs/handbook.html

# told FILE TEXT: it stands there, word by word; what a page may not hold as it
# is has its other spelling.
told() {
	sed 's/&gt;/>/g; s/&amp;/\&/g' "$1" | grep -qF -- "$2"
	ok $? "${1##*/} says: $2"
}

# line TEXT: a command of README.md's, as root on the machine.
line() {
	told "$SRCDIR/README.md" "$1"
	run in_machine sh -c "cd /root/sopap && $1"
	is '... and it works' 0
}

# as_office TEXT: a command that README.md gives to the user sopap.
as_office() {
	told "$SRCDIR/README.md" "$1"
	run in_machine runuser -u sopap -- sh -c "$1"
	is '... and it works' 0
}

# site FILE: nginx serves this and nothing else, from now on.
site() {
	rm -f "$machine/etc/nginx/sites-enabled/"*
	cat >"$machine/etc/nginx/sites-enabled/sopap"
	run in_machine sh -c 'nginx -t && systemctl restart nginx'
	is "$1" 0
}

# answers CODE DESCRIPTION [CURL OPTION...]: the tracking page, over https.
answers() {
	code=$1 what=$2
	shift 2
	equals "$(in_machine curl -sk -o /dev/null -w '%{http_code}' \
		--resolve "$name:443:127.0.0.1" "$@" "https://$name/lacak")" \
		"$code" "$what"
}

# guess ADDRESS COUNT: so many passwords, each of another login that nobody has,
# from there by way of the proxy; how the last was answered.
guess() {
	in_machine sh -c '
		page="curl -sk -b /tmp/jar -c /tmp/jar -H X-Forwarded-For:$1
			--resolve $2:443:127.0.0.1 https://$2/masuk"
		token=$($page | sed -n "s/.*name=\"csrf\" value=\"\([^\"]*\).*/\1/p" |
			head -n 1)
		for login in $(seq $3); do
			answer=$($page --data-urlencode "csrf=$token" \
				--data-urlencode "nip=tidak-ada-$login" \
				--data-urlencode "kata-sandi=bukan ini, $login")
		done
		case $answer in
		*"tidak cocok"*) echo unknown ;;
		*"Terlalu banyak percobaan"*) echo braked ;;
		esac' sh "$1" "$name" "$2"
}

kill "$container"
wait "$container"
trap 'umount "$machine/proc" 2>/dev/null; rm -rf "$dir"' EXIT
enter "$machine"
echo 'APT::Get::Assume-Yes "true";' >"$machine/etc/apt/apt.conf.d/yes"
run in_chroot "$machine" apt-get install --no-install-recommends \
	systemd-sysv dbus nginx-light apache2 ssl-cert curl
done_or_end 'a Debian with systemd, nginx and Apache'
# Both would have the same port; each is started where it is tried.
run in_chroot "$machine" systemctl disable nginx apache2
mkdir "$machine/root/sopap"
(cd "$SRCDIR" && git ls-files -co --exclude-standard -z |
	tar -c --null -T - -f -) | tar -x -f - -C "$machine/root/sopap"

# What takes the network is done before the machine runs, which has none.
awk '/^Or without one/ { ours = 1 } ours && /^1\./ { exit }
	ours && sub(/^    /, "")' "$SRCDIR/README.md" >"$dir/lines"
[ -s "$dir/lines" ]
ok $? 'README.md has lines to install by'
while read -r line; do
	run in_chroot "$machine" sh -c "cd /root/sopap && $line" </dev/null
	done_or_end "$line"
done <"$dir/lines"
leave "$machine"
trap 'kill "$container"; wait "$container"; rm -rf "$dir"' EXIT
run boot
done_or_end 'it runs'

# -- the office ---------------------------------------------------------------

told "$handbook" 'ReadWritePaths=/srv/sopap'
in_machine sh -c '
	install -d -o sopap -g sopap -m 750 /srv/sopap
	install -d /etc/sopap /etc/systemd/system/sopap-.service.d' >"$log" 2>&1
printf '[Service]\nReadWritePaths=/srv/sopap\n' \
	>"$machine/etc/systemd/system/sopap-.service.d/data.conf"
cat >"$machine/etc/sopap/sopap.conf" <<END
office = Kantor Wilayah Sumatera Selatan
service = Layanan SOP Kanwil Sumsel
site = https://$name
data = /srv/sopap
END
as_office 'sopap init'
as_office 'sopap sop publish /usr/share/sopap/sop/*.yaml'
run in_machine runuser -u sopap -- \
	sopap user add admin Admin --admin
is 'the administrator is added' 0
line 'systemctl enable --now sopap.target sopap-backup.timer'
[ -s "$machine/srv/sopap/office.db" ]
ok $? 'the office lies in the other folder'
for work in tick messenger backup; do
	run in_machine systemctl start "sopap-$work.service"
	is "... where sopap-$work.service does its work" 0
done

# -- nginx --------------------------------------------------------------------

tls='ssl_certificate /etc/ssl/certs/ssl-cert-snakeoil.pem;
	ssl_certificate_key /etc/ssl/private/ssl-cert-snakeoil.key;'
told "$SRCDIR/README.md" 'include /usr/share/sopap/server/nginx.conf;'
told "$SRCDIR/README.md" 'include /usr/share/sopap/server/nginx-log.conf;'
site 'nginx takes the files' <<END
include /usr/share/sopap/server/nginx-log.conf;
server {
	listen 443 ssl;
	listen [::]:443 ssl;
	$tls
	include /usr/share/sopap/server/nginx.conf;
}
END
answers 200 'nginx answers, and a program writes to the folder'
answers 200 '... by IPv6' --resolve "$name:443:[::1]"
# Nobody knows this certificate, and in autumn the next year has no holidays.
run in_machine runuser -u sopap -- sopap doctor
equals "$(sed -n '/Holidays/d; s/^fault *//p' "$dir/out")" 'Web server' \
	'sopap doctor finds no fault but the certificate'

told "$handbook" 'real_ip_header X-Forwarded-For;'
site 'TLS ends at a proxy, with http behind it' <<END
include /usr/share/sopap/server/nginx-log.conf;
server {
	listen 443 ssl;
	$tls
	location / {
		proxy_pass http://127.0.0.1:8080;
		proxy_set_header Host \$host;
	}
}
server {
	listen 127.0.0.1:8080;
	set_real_ip_from 127.0.0.1;
	real_ip_header X-Forwarded-For;
	include /usr/share/sopap/server/nginx.conf;
}
END
answers 200 'the office answers behind it'
equals "$(guess 203.0.113.5 51)" braked \
	'who guesses behind the proxy is stopped'
equals "$(guess 203.0.113.6 1)" unknown '... and nobody else is'

# -- Apache -------------------------------------------------------------------

in_machine systemctl disable --now nginx >"$log" 2>&1
told "$handbook" 'a2enmod ssl proxy proxy_fcgi headers'
run in_machine sh -c 'a2enmod ssl proxy proxy_fcgi headers &&
	a2dissite 000-default && cp /usr/share/sopap/server/apache-site.conf \
		/etc/apache2/sites-available/sopap.conf &&
	a2ensite sopap && systemctl restart apache2'
is 'Apache takes the whole site' 0
answers 200 'Apache answers'
answers 200 '... by IPv6' --resolve "$name:443:[::1]"

told "$handbook" 'a2enmod remoteip'
told "$handbook" 'RemoteIPInternalProxy'
printf 'RemoteIPHeader X-Forwarded-For\nRemoteIPInternalProxy 127.0.0.1\n' \
	>"$machine/etc/apache2/conf-enabled/proxy.conf"
run in_machine sh -c 'a2enmod remoteip && systemctl restart apache2'
is 'Apache takes the real address from a proxy' 0
equals "$(guess 203.0.113.7 51)" braked \
	'... who guesses behind it is stopped'
equals "$(guess 203.0.113.8 1)" unknown '... and nobody else is'

told "$handbook" 'a2enmod cgid headers'
told "$handbook" 'systemctl disable --now sopap.target'
run in_machine sh -c 'systemctl disable --now sopap.target &&
	chown -R www-data: /srv/sopap && a2enmod cgid headers &&
	sed -i s/apache.conf/apache-cgi.conf/ \
		/etc/apache2/sites-available/sopap.conf && systemctl restart apache2'
is 'plain CGI, where the folder is of the user of Apache' 0
answers 200 '... answers without a program that waits'
works 'nothing has failed'
