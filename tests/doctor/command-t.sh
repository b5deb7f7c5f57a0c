# command-t.sh - sopap doctor: lines with remedies, JSON, exit codes, and a
# program that hangs.
. "$SRCDIR/tests/tap.sh"
needs letter messenger
export LC_ALL=id_ID.UTF-8

# The command finds the messenger beside itself.
mkdir "$dir/bin" "$dir/data" "$dir/fonts"
chmod 750 "$dir/data"
cp "$BUILDDIR/lib/tool/sopap" "$dir/bin"
touch "$dir/fonts/Inter-Regular.otf"
sopap=$dir/bin/sopap
export SOPAP_CONF="$dir/sopap.conf"

# conf LINE...
conf() {
	printf '%s\n' "data = $dir/data" "templates = $BUILDDIR/templates" \
		"letters = $SRCDIR/reports/letter" "letter = $dir/bin/letter" \
		"fonts = $dir/fonts" "$@" >"$SOPAP_CONF"
	chmod 600 "$SOPAP_CONF"
}

# program NAME LINE...: a stand-in.
program() {
	name=$dir/bin/$1
	shift
	printf '%s\n' '#!/bin/sh' "$@" >"$name"
	chmod 755 "$name"
}

# json EXPRESSION: of the answer d, by python3; is it true?
json() {
	python3 -c "import json, sys
d = json.load(open(sys.argv[1]))
f = d['findings']
sys.exit(not ($1))" "$dir/out"
}

conf
program letter 'exit 0'
program sopap-messenger 'echo "http://localhost: siap"'
run "$sopap" --share "$share" init
run "$sopap" doctor
is "a new office, by lines" "$status" "ok          Konfigurasi"
is "... where documents are" "$status" "di folder $dir/data/files"
is "... the site is asked" "$status" "http://localhost menjawab"
is "... the sum at the end" "$status" " galat, "
faults=$(sed -n 's/^\([0-9]*\) galat, .*/\1/p' "$dir/out")
[ "$((faults > 0))" = "$status" ]
ok $? "the exit code is 1 with a fault, else 0" "$dir/out"

if command -v python3 >/dev/null; then
	run "$sopap" doctor --json
	json 'len(f) > 10'
	ok $? "--json is JSON" "$dir/out" "$dir/err"
	json "(d['faults'] > 0) == ($status == 1)"
	ok $? "... its faults are the exit code"
	json "[x['state'] for x in f if x['check'] == 'key'] == ['ok']"
	ok $? "... each check by its name"
	json "all((x['state'] == 'ok') == (x['remedy'] == '') for x in f)"
	ok $? "what is not well has a remedy, and nothing else"
else
	skip "no python3"
fi

# -- faults, each by its line
chmod 644 "$dir/data/key"
run "$sopap" doctor
is "a key that others read" 1 "data/key: dapat dibaca pengguna lain"
is "... with its remedy" 1 'chmod 600'
chmod 600 "$dir/data/key"
mv "$dir/data/key" "$dir/key"
run "$sopap" doctor
is "no key" 1 "sopap restore"
head -c 32 /dev/zero >"$dir/data/key"
run "$sopap" doctor
is "another key" 1 "key bukan kunci"
mv "$dir/key" "$dir/data/key"

conf 'colour = red'
run "$sopap" --data "$dir/data" doctor
is "a wrong configuration" 1 "sopap.conf:6: unknown key: colour"
run "$sopap" doctor
is "... without which no folder is known" 1 "unknown key"
conf
rm "$dir/bin/letter"
run "$sopap" doctor
is "a program that is missing" 1 "letter: $dir/bin/letter: No such file"

program letter 'echo "huruf Liberation Sans tidak terpasang"; exit 1'
run "$sopap" doctor
is "a font that is missing" "$status" "Liberation Sans tidak terpasang"
is "... and the package that has it" "$status" "fonts-liberation"
run "$BUILDDIR/reports/letter/sopap-letter" fonts
is "the real program finds the fonts of this machine" 0
printf '<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' \
	"$dir/fonts" "$dir/cache" >"$dir/fonts.conf"
FONTCONFIG_FILE=$dir/fonts.conf run "$BUILDDIR/reports/letter/sopap-letter" \
	fonts
is "... and none in a folder without them" 1 "huruf Liberation Sans tidak"

conf "mail_server = smtp://127.0.0.1:9" "mail_from = a@b.go.id"
program sopap-messenger 'echo "surel: Login denied"; exit 1'
run "$sopap" doctor
is "a channel that does not answer" 1 "surel: Login denied"
is "... and a site that does not" 1 "Periksa server web"
program sopap-messenger 'exec sleep 600'
conf
run "$sopap" doctor
is "a program that hangs is not waited for" 1 "server web tidak menjawab"
rm "$dir/data/office.db"*
run "$sopap" doctor
is "an office that is gone" 1 "galat       Database"
run "$sopap" --data "$dir/nowhere" doctor
is "a folder that is not there" 1 "galat       Folder data"

# -- calls
run "$sopap" doctor --jason
is "a wrong call" 2 "doctor [--json]"
run "$sopap" doctor x
is "... another" 2
LC_ALL=C run "$sopap" doctor
is "in English elsewhere" 1 "ok          Key of the server"
done_testing
