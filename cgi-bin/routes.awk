# routes.awk - makes of routes.tsv whatever must know the routes.
#
#   awk -f routes.awk -v what=WHAT [-v NAME=VALUE ...] routes.tsv
#
#   what=header      routes.h, the table for the programs themselves
#   what=nginx       to be included in a server block of nginx
#   what=nginx-log   the form of its log, outside of all server blocks
#   what=apache      the same for Apache with mod_proxy_fcgi
#   what=cgi         the same for Apache without FastCGI (mod_cgi, mod_cgid)
#   what=programs    the names of the programs, one a line
#   what=units       the systemd units, one after the other into folder=DIR
#
#   run=DIR          folder of the sockets                     (/run/sopap)
#   libexec=DIR      folder of the programs           (/usr/libexec/sopap)
#   bin=DIR          folder of the office's command             (/usr/bin)
#   share=DIR        folder of the assets folder        (/usr/share/sopap)
#   prefix=PATH      path of `site` in sopap.conf, "/layanan"        (none)
#   assets=PATH      address of the assets, as in sopap.conf       (/aset)
#   body=MEGABYTES   largest request: five files of the usual 20 MB   (101)
#   rate=NUMBER      requests a second that one address may make, of nginx;
#                    four times as many at once, and twice as many connections
#                    (50); Apache has no such limits
#   state=NAME       state folder under /var/lib                    (sopap)
#   logs=FILE        log of addresses, or off       (/var/log/SERVER/sopap.log)
#   backups=DIR      folder of the daily backup        (/var/backups/sopap)

function fail(reason)
{
	printf "%s:%d: %s\n", FILENAME, FNR, reason | "cat 1>&2"
	failed = 1
	exit 1
}

function usual(value, otherwise)
{
	return value == "" ? otherwise : value
}

function socket(program)
{
	return run "/" program ".sock"
}

# The macro of a path: "/kotak-masuk" is PATH_KOTAK_MASUK.
function macro(p)
{
	if (p == "/")
		return "PATH_ROOT"
	p = toupper(substr(p, 2))
	gsub(/[^A-Z0-9]/, "_", p)
	return "PATH_" p
}

function methods(list, n, m, i, text)
{
	n = split(list, m, ",")
	for (i = 1; i <= n; i++) {
		if (m[i] != "GET" && m[i] != "POST")
			fail("unknown method: " m[i])
		text = text (i > 1 ? " | " : "") "METHOD_" m[i]
	}
	return text
}

function header(i)
{
	print "/* routes.h - the routes of routes.tsv; made by routes.awk. */"
	for (i = 1; i <= n; i++)
		printf "#define %s \"%s\"\n", macro(path[i]), path[i]
	print "\n/* X(path, program, methods, who, pin), the root last. */"
	print "#define ROUTES(X) \\"
	for (i = n; i >= 1; i--)
		printf "\tX(%s, \"%s\", %s, WHO_%s, %d)%s\n", macro(path[i]),
		    program[i], method[i], toupper(who[i]), pin[i],
		    (i > 1 ? " \\" : "")
}

# The routes whose addresses are secret, as a pattern: "tautan|kabar".
function secrets(i, list)
{
	for (i = 1; i <= n; i++)
		if (secret[i])
			list = list (list == "" ? "" : "|") substr(path[i], 2)
	return list
}

# An address without what is asked, and without its end where that is secret.
# One that is spelled so that a pattern could miss it is not told at all.
function nginx_log()
{
	print "# The form of sopap's log, for the http block of nginx; made from routes.tsv."
	print "map $request_uri $sopap_address {"
	print "\tdefault -;"
	print "\t\"~^[^?]*(%|//|/[.])\" -;"
	print "\t\"~^(?<sopap_head>[^?]*?/(" secrets() "))/\" $sopap_head/-;"
	print "\t\"~^(?<sopap_path>/[^?]*)\" $sopap_path;"
	print "}"
	print "# What one address may ask."
	print "limit_req_zone $binary_remote_addr zone=sopap:10m rate=" rate "r/s;"
	print "limit_conn_zone $binary_remote_addr zone=sopap_lines:10m;"
	print "log_format sopap '$remote_addr - - [$time_local] \"$request_method" \
	    " $sopap_address $server_protocol\" $status $body_bytes_sent \"-\"" \
	    " \"$http_user_agent\"';"
}

# Below a prefix nothing is said of the server's other addresses.
function nginx(i)
{
	print "# sopap's addresses, for a server block of nginx; made from routes.tsv."
	if (prefix != "") {
		print "location = " prefix " {"
		print "\tabsolute_redirect off;"
		print "\treturn 301 " prefix "/;"
		print "}"
		print "location ^~ " prefix "/ {"
	}
	if (logs != "off") {
		print "# The form is that of nginx-log.conf, included outside of the server block."
		print "access_log " usual(logs, "/var/log/nginx/sopap.log") " sopap;"
	}
	print "limit_req zone=sopap burst=" 4 * rate " nodelay;"
	print "limit_conn sopap_lines " 2 * rate ";"
	print "limit_req_status 429;"
	print "limit_conn_status 429;"
	if (prefix == "")
		print "client_header_timeout 20s;"
	print "client_body_timeout 30s;"
	print "send_timeout 60s;"
	print "reset_timedout_connection on;"
	print "client_max_body_size " small "m;"
	# Who comes last of many uploads at once waits for the others.
	print "fastcgi_read_timeout 300s;"
	print "fastcgi_send_timeout 300s;"
	print "fastcgi_param GATEWAY_INTERFACE CGI/1.1;"
	print "fastcgi_param SERVER_PROTOCOL $server_protocol;"
	print "fastcgi_param REQUEST_METHOD $request_method;"
	print "fastcgi_param REQUEST_URI $request_uri;"
	print "fastcgi_param QUERY_STRING $query_string;"
	print "fastcgi_param CONTENT_TYPE $content_type;"
	print "fastcgi_param CONTENT_LENGTH $content_length;"
	print "fastcgi_param REMOTE_ADDR $remote_addr;"
	print "server_tokens off;"
	print "error_page 400 408 414 431 494 " assets "/tak-terbaca.html;"
	print "error_page 413 " assets "/terlalu-besar.html;"
	print "error_page 429 502 503 504 " assets "/sibuk.html;"
	print "location ^~ " assets "/ {"
	print "\talias " share "/assets/;"
	print "\ttypes { text/css css; text/javascript js; image/svg+xml svg; " \
	    "text/html html; }"
	print "\tadd_header Cache-Control \"public, max-age=31536000, immutable\";"
	for (i = 1; i <= nguards; i++)
		print "\tadd_header " guard[i] " always;"
	print "\tgzip on;"
	print "\tgzip_comp_level 9;"
	print "\tgzip_vary on;"
	print "\tgzip_types text/css text/javascript image/svg+xml;"
	print "}"
	for (i = 1; i <= n; i++)
		nginx_route(path[i], (secret[i] ? "error_log /dev/null crit; " : \
		    "") (size[i] != small ? "client_max_body_size " size[i] \
		    "m; " : "") "fastcgi_pass unix:" socket(program[i]) ";")
	if (prefix != "")
		print "}"
}

# The block around all has the prefix's own name.
function nginx_route(path, pass)
{
	if (path != "/") {
		print "location = " prefix path " { " pass " }"
		print "location ^~ " prefix path "/ { " pass " }"
	} else if (prefix != "")
		print pass
	else
		print "location / { " pass " }"
}

# Both kinds of Apache: what stands before the routes.
function apache_head(modules, i)
{
	print "# sopap's addresses, for Apache with " modules "; made from routes.tsv."
	if (prefix != "")
		print "<Location " prefix ">"
	print "ErrorDocument 400 " assets "/tak-terbaca.html"
	print "ErrorDocument 413 " assets "/terlalu-besar.html"
	print "ErrorDocument 500 " assets "/sibuk.html"
	print "ErrorDocument 502 " assets "/sibuk.html"
	print "ErrorDocument 503 " assets "/sibuk.html"
	print "ErrorDocument 504 " assets "/sibuk.html"
	if (prefix != "")
		print "</Location>"
	print "<IfModule reqtimeout_module>"
	print "\tRequestReadTimeout header=20-40,MinRate=500 body=30,MinRate=500"
	print "</IfModule>"
	if (logs != "off")
		apache_log()
	print "Alias " assets "/ " share "/assets/"
	print "<Directory " share "/assets>"
	print "\tRequire all granted"
	print "\tAddType text/css .css"
	print "\tAddType text/javascript .js"
	print "\tAddType image/svg+xml .svg"
	print "\tAddType text/html .html"
	print "\tHeader set Cache-Control \"public, max-age=31536000, immutable\""
	for (i = 1; i <= nguards; i++)
		print "\tHeader always set " guard[i]
	print "\t<IfModule mod_deflate.c>"
	print "\t\tAddOutputFilterByType DEFLATE text/css text/javascript" \
	    " image/svg+xml"
	print "\t</IfModule>"
	print "</Directory>"
}

# A program of mod_cgid gets no body that is larger.
function limit_body(i)
{
	print "<Location " usual(prefix, "/") ">\n\tLimitRequestBody " \
	    small * 1048576 "\n</Location>"
	for (i = n; i >= 1; i--)
		if (size[i] != small)
			print "<Location " prefix path[i] ">\n" \
			    "\tLimitRequestBody " size[i] * 1048576 \
			    "\n</Location>"
}

# mod_proxy_fcgi hands on a body, whatever LimitRequestBody says.  The page of an
# error is a GET within the request that has it.  The programs count a body that
# does not say its length.
function refuse_large(most, routes)
{
	print "<If \"%{REQUEST_METHOD} != 'GET' &&" \
	    " %{HTTP:Content-Length} -gt " most * 1048576 \
	    " && %{REQUEST_URI} " routes "\">"
	print "\tRedirect 413 /"
	print "</If>"
}

# A pattern of the routes that take this, or any of these, sizes.
function of_size(a, b, i, list)
{
	for (i = 1; i <= n; i++)
		if (size[i] == a || size[i] == b)
			list = list (list == "" ? "" : "|") substr(path[i], 2)
	return "m#^" literal(prefix) "/(" list ")(/|$)#"
}

function limit_proxied(file)
{
	file = int((body - 1) / 5) + 1
	refuse_large(small, "=~ m#^" literal(prefix) \
	    "(/|$)# && %{REQUEST_URI} !~ " of_size(file, body))
	refuse_large(file, "=~ " of_size(file))
	refuse_large(body, "=~ " of_size(body))
}

# As nginx_log().
function apache_log()
{
	print "SetEnvIf Request_URI ^(.*)$ sopap_address=$1"
	print "SetEnvIf Request_URI ^(.*?/(" secrets() "))/ sopap_address=$1/-"
	print "SetEnvIf Request_URI (%|//|/[.]) sopap_address=-"
	print "LogFormat \"%h - - %t \\\"%m %<{sopap_address}e %H\\\" %>s %b" \
	    " \\\"-\\\" \\\"%{User-Agent}i\\\"\" sopap"
	print "CustomLog " usual(logs, "/var/log/apache2/sopap.log") " sopap"
	print "<LocationMatch \"^" literal(prefix) "/(" secrets() ")/\">"
	print "\tLogLevel crit"
	print "</LocationMatch>"
}

# The token of a monitor comes in a header that Apache keeps to itself.
function pass_token(i)
{
	for (i = 1; i <= n; i++)
		if (program[i] == "health")
			print "<Location " prefix path[i] ">\n\tCGIPassAuth On\n" \
			    "</Location>"
}

# Every program has a host name of its own: Apache keeps one worker for one
# address, and sockets behind the same name would be taken for the same.
function apache(i)
{
	apache_head("mod_proxy_fcgi and mod_headers")
	limit_proxied()
	pass_token()
	print "ProxyPass " assets "/ !"
	for (i = n; i >= 1; i--)
		print "ProxyPass " below(path[i]) " \"unix:" socket(program[i]) \
		    "|fcgi://sopap-" program[i] "/\""
}

function cgi(i)
{
	apache_head("mod_cgid and mod_headers")
	limit_body()
	pass_token()
	print "<Directory " libexec ">"
	print "\tRequire all granted"
	print "</Directory>"
	for (i = n; i >= 1; i--)
		if (path[i] == "/")
			print "ScriptAliasMatch ^" literal(prefix) "(/|$) " \
			    libexec "/" program[i]
		else
			print "ScriptAlias " prefix path[i] " " libexec "/" \
			    program[i]
}

# Apache's name of a route below the prefix: the home's has no / at its end.
function below(path)
{
	return path == "/" && prefix != "" ? prefix : prefix path
}

function literal(text)
{
	gsub(/[.]/, "[.]", text)
	return text
}

function unit_socket(p, file)
{
	print "[Unit]" > file
	print "Description=sopap: socket of " p > file
	print "PartOf=sopap.target\n" > file
	print "[Socket]" > file
	print "ListenStream=" socket(p) > file
	print "SocketUser=www-data" > file
	print "SocketGroup=www-data" > file
	print "SocketMode=0660" > file
	print "Accept=no" > file
	print "Service=sopap-" p "@1.service" > file
}

# The listener is the service's standard input.  More processes of a program:
# systemctl enable sopap-NAME@2.  One that has no office stays and answers 503
# (lib/web/serve.h); one that ends was killed, or cannot be run at all, and is
# begun again for ever, but not more than once in a second.
function unit_service(p, file)
{
	print "[Unit]" > file
	print "Description=sopap: " p " (%i)" > file
	print "Documentation=man:sopap-" p "(8)" > file
	print "PartOf=sopap.target" > file
	print "StartLimitIntervalSec=0\n" > file
	print "[Service]" > file
	print "Type=exec" > file
	print "ExecStart=" libexec "/" p > file
	print "Sockets=sopap-" p ".socket" > file
	print "StandardInput=socket" > file
	print "StandardOutput=journal" > file
	print "StandardError=journal" > file
	print "Restart=always" > file
	print "RestartSec=1s" > file
	print "KillSignal=SIGTERM" > file
	print "TimeoutStopSec=30" > file
	confine(file)
	print "\n[Install]" > file
	print "WantedBy=sopap.target" > file
}

# What every process of ours may and may not; one may reach other machines.
function confine(file, abroad)
{
	print "User=sopap" > file
	print "UMask=0027" > file
	print "StateDirectory=" state > file
	print "StateDirectoryMode=0750" > file
	print "MemoryMax=256M" > file
	print "TasksMax=64" > file	# Pango has a thread for each size of a font
	print "NoNewPrivileges=yes" > file
	print "CapabilityBoundingSet=" > file
	print "ProtectSystem=strict" > file
	print "ProtectHome=yes" > file
	print "PrivateTmp=yes" > file
	print "PrivateDevices=yes" > file
	if (!abroad)
		print "PrivateNetwork=yes" > file
	print "ProtectKernelTunables=yes" > file
	print "ProtectKernelModules=yes" > file
	print "ProtectKernelLogs=yes" > file
	print "ProtectControlGroups=yes" > file
	print "ProtectClock=yes" > file
	print "ProtectHostname=yes" > file
	print "ProtectProc=invisible" > file
	print "RestrictAddressFamilies=AF_UNIX" \
	    (abroad ? " AF_INET AF_INET6" : "") > file
	print "RestrictNamespaces=yes" > file
	print "RestrictRealtime=yes" > file
	print "RestrictSUIDSGID=yes" > file
	print "LockPersonality=yes" > file
	print "MemoryDenyWriteExecute=yes" > file
	print "SystemCallArchitectures=native" > file
	print "SystemCallFilter=@system-service" > file
	print "SystemCallFilter=~@privileged @resources" > file
}

# A command of ours runs by a timer; lines says more about its service.
function unit_command(name, what, command, abroad, lines, file)
{
	file = folder "/sopap-" name ".service"
	print "[Unit]" > file
	print "Description=sopap: " what > file
	print "Documentation=man:sopap(8)" > file
	print "OnFailure=sopap-failure@%p.service\n" > file
	print "[Service]" > file
	print "Type=oneshot" > file
	print "ExecStart=" bin "/" command > file
	confine(file, abroad)
	printf "%s", lines > file
	close(file)
}

function unit_timer(name, what, when, file)
{
	file = folder "/sopap-" name ".timer"
	print "[Unit]" > file
	print "Description=sopap: " what > file
	print "PartOf=sopap.target\n" > file
	print "[Timer]" > file
	printf "%s", when > file
	close(file)
}

# A run of such a command failed: its name is the instance.
function unit_failure(file)
{
	file = folder "/sopap-failure@.service"
	print "[Unit]" > file
	print "Description=sopap: tell of a failure (%i)" > file
	print "Documentation=man:sopap(8)" > file
	print "PartOf=sopap.target\n" > file
	print "[Service]" > file
	print "Type=oneshot" > file
	print "ExecStart=" bin "/sopap notify %i" > file
	confine(file)
	close(file)
}

# The work that is done without anybody asking.
function unit_work(minutely)
{
	minutely = "OnCalendar=minutely\nAccuracySec=1s\n"
	unit_command("tick", "what is due", "sopap tick", 0)
	unit_timer("tick", "every minute", minutely)
	unit_command("messenger", "messages that wait", "sopap-messenger", 1)
	unit_timer("messenger", "every minute", minutely)
	# A machine that is off at night makes up for it in the morning.
	unit_command("backup", "backup", "sopap backup " backups, 0,
	    "ReadWritePaths=" backups "\n")
	unit_timer("backup", "every night",
	    "OnCalendar=*-*-* 02:15\nPersistent=yes\n" \
	    "\n[Install]\nWantedBy=sopap.target\n")
}

# The whole office: what it cannot be without.  The backup is for the
# administrator to enable.
function unit_target(i, file)
{
	file = folder "/sopap.target"
	print "[Unit]" > file
	print "Description=sopap" > file
	for (i = 1; i <= nprograms; i++)
		print "Wants=sopap-" names[i] ".socket" > file
	print "Wants=sopap-tick.timer" > file
	print "Wants=sopap-messenger.timer" > file
	print "\n[Install]" > file
	print "WantedBy=multi-user.target" > file
}

function units(i, p)
{
	unit_target()
	unit_work()
	unit_failure()
	for (i = 1; i <= nprograms; i++) {
		p = names[i]
		unit_socket(p, folder "/sopap-" p ".socket")
		close(folder "/sopap-" p ".socket")
		unit_service(p, folder "/sopap-" p "@.service")
		close(folder "/sopap-" p "@.service")
	}
}

BEGIN {
	FS = "\t"
	run = usual(run, "/run/sopap")
	libexec = usual(libexec, "/usr/libexec/sopap")
	bin = usual(bin, "/usr/bin")
	share = usual(share, "/usr/share/sopap")
	if (prefix !~ /^(\/[A-Za-z0-9._~-]+)*$/) {
		print "routes.awk: prefix is a path like /layanan: " prefix | \
		    "cat 1>&2"
		failed = 1
		exit 1
	}
	assets = prefix usual(assets, "/aset")
	body = usual(body, 101)
	small = 2		# megabytes: texts alone
	rate = usual(rate, 50)
	# Of what the server gives itself: the programs send their own.
	guard[++nguards] = "X-Content-Type-Options nosniff"
	guard[++nguards] = "Cross-Origin-Resource-Policy same-origin"
	guard[++nguards] = "Content-Security-Policy \"default-src 'none';" \
	    " style-src 'self'; img-src 'self' data:; base-uri 'none';" \
	    " form-action 'self'; frame-ancestors 'none'\""
	state = usual(state, "sopap")
	backups = usual(backups, "/var/backups/sopap")
}

/^#/ || NF == 0 {
	next
}

{
	if (NF != 4 && NF != 5)
		fail("not four columns")
	if (NF == 5 && $5 !~ /^((secret|pin|files?)(,|$))+$/)
		fail("not secret, pin, file or files: " $5)
	if ($1 !~ /^\/[a-z-]*$/)
		fail("a path is / and one word: " $1)
	if ($1 in known)
		fail("given twice: " $1)
	if ($4 !~ /^(anyone|person|official|admin)$/)
		fail("nobody is called " $4)
	known[$1] = 1
	path[++n] = $1
	program[n] = $2
	method[n] = methods($3)
	who[n] = $4
	secret[n] = $5 ~ /^secret/
	pin[n] = $5 ~ /pin/
	size[n] = $5 ~ /files$/ ? body : $5 ~ /file$/ ? \
	    int((body - 1) / 5) + 1 : small
	if (!($2 in seen)) {
		seen[$2] = 1
		names[++nprograms] = $2
	}
}

END {
	if (failed)
		exit 1
	if (what == "header")
		header()
	else if (what == "nginx")
		nginx()
	else if (what == "nginx-log")
		nginx_log()
	else if (what == "apache")
		apache()
	else if (what == "cgi")
		cgi()
	else if (what == "units")
		units()
	else if (what == "programs")
		for (i = 1; i <= nprograms; i++)
			print names[i]
	else {
		print "routes.awk: what=?" | "cat 1>&2"
		exit 1
	}
}
