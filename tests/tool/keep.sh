# keep.sh - keep a small office of the release that is being made in
# tests/data/office-VERSION, so that later releases can upgrade it in a test.
# Run once for each release, with SRCDIR and BUILDDIR (CONTRIBUTING.md).
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$BUILDDIR/tests/tool/kept" "$dir"
"$BUILDDIR/lib/tool/sopap" --data "$dir" month close 2026-01
version=$(sqlite3 "$dir/office.db" \
    "SELECT value FROM installation WHERE name = 'release'")
kept=$SRCDIR/tests/data/office-$version
mkdir "$kept"
{
	sqlite3 "$dir/office.db" .dump
	sqlite3 "$dir/office.db" "SELECT 'PRAGMA application_id = ' ||
	    (SELECT application_id FROM pragma_application_id) || ';
PRAGMA user_version = ' || (SELECT user_version FROM pragma_user_version) || ';'"
} >"$kept/office.sql"
cp "$dir/key" "$kept/key"
cp -r "$dir/files" "$kept/files"
chmod -R u+w "$kept"
echo "$kept"
