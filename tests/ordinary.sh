# ordinary.sh COMMAND... - as a user who is not root, whom a server of
# PostgreSQL would refuse; its programs are found.
PATH=$PATH:$(pg_config --bindir 2>/dev/null)
export PATH LC_ALL=C
if [ "$(id -u)" -eq 0 ]; then
	exec setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
fi
exec "$@"
