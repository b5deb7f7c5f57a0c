#!/bin/sh
# assets.sh SOURCE TARGET HEADER - copy css, js and icon to names that carry a
# hash of the content, so that a browser may keep them for ever, and write the
# names into a C header.  Pages that the web server shows when no program can
# answer keep their names, and hold their style: they appear at any address.
set -eu

source=$1 target=$2 header=$3

# publish NAME EXTENSION MACRO - move NAME's text from standard input to its
# hashed name, and note that in the header.
publish() {
	cat >"$target/new"
	hash=$(sha256sum "$target/new" | cut -c 1-12)
	name=$1-$hash.$2
	mv "$target/new" "$target/$name"
	printf '#define %s "%s"\n' "$3" "$name" >>"$header.new"
}

rm -rf "$target"
mkdir -p "$target" "$(dirname "$header")"
cat >"$header.new" <<EOF
/* assets.h - names of the files in the assets folder; made by assets.sh. */
EOF
publish govuk css ASSET_GOVUK_CSS <"$source/govuk-frontend.min.css"
base=$name
publish govuk js ASSET_GOVUK_JS <"$source/govuk-frontend.min.js"
govuk=$name
publish app css ASSET_APP_CSS <"$source/app.css"
app=$name
for page in sibuk tak-terbaca terlalu-besar; do
	sed -e '/<link rel="stylesheet" href="plain\.css">/{' \
		-e 'i <style>' -e "r $source/plain.css" -e 'a </style>' \
		-e 'd' -e '}' "$source/$page.html" >"$target/$page.html"
done
# The module imports the other script by the name it is served under.
sed "s,govuk-frontend\.min\.js,$govuk," "$source/app.js" |
	publish app js ASSET_APP_JS
publish icon svg ASSET_ICON <"$source/icon.svg"
icon=$name
# The two languages of the book name each other, so their hash is that of both.
book=$(echo "$base $app $icon" |
	cat - "$source/panduan.html" "$source/handbook.html" |
	sha256sum | cut -c 1-12)
for page in panduan handbook; do
	sed -e "s,\"govuk-frontend\.min\.css\",\"$base\"," \
		-e "s,\"app\.css\",\"$app\"," \
		-e "s,\"icon\.svg\",\"$icon\"," \
		-e "s,\"panduan\.html\",\"panduan-$book.html\"," \
		-e "s,\"handbook\.html\",\"handbook-$book.html\"," \
		"$source/$page.html" >"$target/$page-$book.html"
done
printf '#define ASSET_PANDUAN "panduan-%s.html"\n' "$book" >>"$header.new"
printf '#define ASSET_HANDBOOK "handbook-%s.html"\n' "$book" >>"$header.new"
cp "$source/govuk-frontend.LICENSE" "$target"
mv "$header.new" "$header"
