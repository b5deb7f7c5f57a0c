# tls-t.sh - a server over the network: its certificate is verified, whatever
# the address, a service or the environment say, and the password is in a file.
case " ${LEFT_OUT-} " in *" postgresql "*)
	echo "1..0 # SKIP built --without-postgresql"
	exit 0 ;;
esac
command -v openssl >/dev/null || {
	echo "1..0 # SKIP openssl is missing"
	exit 0
}
if [ "${1-}" != started ]; then
	# It is started again here.
	unset PGSERVER
	exec sh "$SRCDIR/tests/on-engine.sh" postgresql sh "$0" started
fi
. "$SRCDIR/tests/tap.sh"
. "$SRCDIR/tests/store/tls.sh"
database=$(basename "${PLACE%%\?*}")
name=db.contoh.invalid
unset SOPAP_CONF

# sopap ADDRESS COMMAND... - as an office that has its database there.
sopap() {
	address=$1
	shift
	env HOME="$dir" "$BUILDDIR/lib/tool/sopap" --share "$share" \
	    --data "$dir/data" --database "$address" "$@"
}
# at NAME [MORE]... - its address: that name is this machine.
at() {
	echo "postgresql://kantor@$1:$port/$database?hostaddr=127.0.0.1\
&options=-csearch_path%3Ds0&passfile=$dir/pass${2-}"
}
# refused PART DESCRIPTION: with a reason, and without the password.
refused() {
	[ "$status" -ne 0 ] && grep -q "$1" "$dir/err" &&
	    ! grep -q "$secret" "$dir/out" "$dir/err"
	ok $? "$2" "$dir/out" "$dir/err"
}

mkdir "$dir/data"
{
	tls_ca ours && tls_ca theirs && tls_sign ours "$name" &&
	tls_sign theirs "$name" && tls_listen 127.0.0.1 "ours-$name"
} >"$dir/out" 2>&1
ok $? "a server with a certificate of its own CA" "$dir/out" "$PGSERVER/log"
[ "$failed" -eq 0 ] || { done_testing; exit; }
root="&sslrootcert=$tls/ours.crt"
echo "*:*:*:kantor:$secret" >"$dir/pass"
chmod 600 "$dir/pass"

# -- accepted
run sopap "$(at "$name" "$root")" init
is "its certificate is right, the password in a file" 0
run sopap "$(at "$name" "$root&sslmode=verify-full")" verify
is "... and named in the address" 0 ", 0 kesalahan"
grep -q 'authorized: user=kantor .*SSL enabled' "$PGSERVER/log"
ok $? "... the server says that it was encrypted" "$PGSERVER/log"
printf '%s\n' '[kantor]' "host=$name" hostaddr=127.0.0.1 "port=$port" \
    user=kantor "dbname=$database" "password=$secret" \
    options=-csearch_path=s0 "sslrootcert=$tls/ours.crt" >"$dir/services"
PGSERVICEFILE=$dir/services
export PGSERVICEFILE
run sopap 'postgresql://?service=kantor' verify
is "all of it in a service" 0 ", 0 kesalahan"

# -- the password
echo "*:*:*:kantor:another" >"$dir/pass"
run sopap "$(at "$name" "$root")" verify
refused 'password authentication failed' "another password is refused"
echo "*:*:*:kantor:$secret" >"$dir/pass"
chmod 644 "$dir/pass"
run sopap "$(at "$name" "$root")" verify
refused 'password' "... and one that everybody may read is not sent"
chmod 600 "$dir/pass"
run sopap "postgresql://kantor:$secret@$name:$port/$database$root" verify
refused 'passfile' "... nor one in the address"

# -- the certificate
run sopap "$(at "$name" "&sslrootcert=$tls/theirs.crt")" verify
refused 'certificate verify failed' "a certificate of another CA"
run sopap "$(at "$name")" verify
refused 'root.crt' "... of nobody who is known"
run sopap "$(at other.contoh.invalid "$root")" verify
refused 'does not match host name' "... of another server"
for mode in disable prefer require verify-ca; do
	run sopap "$(at "$name" "$root&sslmode=$mode")" verify
	refused 'verify-full' "sslmode=$mode in the address"
done
sed -i "s/ours/theirs/;\$a sslmode=require" "$dir/services"
run sopap 'postgresql://?service=kantor' verify
refused 'certificate verify failed' "... in a service changes nothing"
PGSSLMODE=disable run sopap "$(at "$name" "&sslrootcert=$tls/theirs.crt")" \
    verify
refused 'certificate verify failed' "... nor in the environment"

# -- others in its place
tls_listen 127.0.0.1 "theirs-$name" >"$dir/out" 2>&1
ok $? "another server has taken its place" "$dir/out" "$PGSERVER/log"
run sopap "$(at "$name" "$root")" verify
refused 'certificate verify failed' "... and is not told the password"
tls_listen 127.0.0.1 "ours-$name" '-c ssl=off' >"$dir/out" 2>&1
ok $? "one that encrypts nothing" "$dir/out" "$PGSERVER/log"
run sopap "$(at "$name" "$root")" verify
refused 'does not support SSL' "... is not, either"
done_testing
