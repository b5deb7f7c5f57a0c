# tls.sh - a server of PostgreSQL that is reached over TCP, with TLS alone.
#
#	. "$SRCDIR/tests/store/tls.sh"
#	tls_ca CA		make $tls/CA.crt
#	tls_sign CA NAME	make $tls/CA-NAME.crt, of the server NAME
#	tls_listen ADDRESS CA-NAME [OPTIONS]
#				restart the server: it listens at $port
#
# tests/on-engine.sh has started it for this test alone; over TCP it takes the
# role kantor by the password $secret.
tls=$PGSERVER/tls
secret=sandi-uji-$$
key="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"

tls_ordinary() (
	cd "$PGSERVER" && exec sh "$SRCDIR/tests/ordinary.sh" "$@" </dev/null
)

tls_ca() {
	tls_ordinary openssl req -x509 $key -days 2 -subj "/CN=$1" \
	    -keyout "$tls/$1.key" -out "$tls/$1.crt"
}

tls_sign() {
	tls_ordinary openssl req $key -subj "/CN=$2" \
	    -keyout "$tls/$1-$2.key" -out "$tls/$1-$2.csr" &&
	echo "subjectAltName = DNS:$2" >"$tls/names" &&
	tls_ordinary openssl x509 -req -days 2 -in "$tls/$1-$2.csr" \
	    -CA "$tls/$1.crt" -CAkey "$tls/$1.key" -CAcreateserial \
	    -extfile "$tls/names" -out "$tls/$1-$2.crt"
}

# At a port that nobody has.
tls_listen() {
	for try in 1 2 3 4 5; do
		port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 10000))
		tls_ordinary pg_ctl -D data -m fast -w -s -l log restart -o "\
-k $PGSERVER $SERVER_OPTIONS -h '$1' -p $port -c ssl=on \
-c ssl_cert_file=$tls/$2.crt -c ssl_key_file=$tls/$2.key \
-c log_connections=on ${3-}" && return
	done
}

tls_ordinary mkdir "$tls" &&
    echo 'local all all trust
hostssl all kantor all scram-sha-256' >"$PGSERVER/data/pg_hba.conf" &&
    psql -q -X -h "$PGSERVER" -U sopap -d "$(basename "${PLACE%%\?*}")" -c "
	CREATE ROLE kantor LOGIN PASSWORD '$secret';
	GRANT ALL ON SCHEMA s0 TO kantor" || exit 99
