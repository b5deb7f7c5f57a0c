# export-t.sh - the files beside a report of simulated history: the event log
# is what IEEE 1849 asks for, and a reader of it alone comes to the same table.
. "$SRCDIR/tests/tap.sh"

schema=${SOPAP_SHARED:-$SRCDIR/../shared}/data/xsd/xes-ieee-1849-2016.xsd
cat >"$dir/sopap.conf" <<END
data = $dir/data
templates = $BUILDDIR/templates
END
chmod 600 "$dir/sopap.conf"
SOPAP_CONF=$dir/sopap.conf
export SOPAP_CONF

sopap() {
	"$BUILDDIR/lib/tool/sopap" --data "$dir/data" --share "$share" "$@"
}

report() {
	"$BUILDDIR/reports/month/sopap-report" --assets "$BUILDDIR/htdocs/assets" \
	    "$@"
}

mkdir -p "$dir/data"
months=3
[ -z "${SANITIZED-}" ] || months=2
run sopap simulate --until 2026-11-02 --months $months --seed 7
is "$months months of history" 0
run report --out "$dir/satu" --period 2026-10 --zip "$dir/satu.zip"
is "the report of the last one, also as one file" 0 "Oktober 2026"
cp "$dir/satu.zip" "$dir/lagi.zip"
run report --out "$dir/satu" --period 2026-10 --zip "$dir/satu.zip" \
    --mail kakanwil
is "... and is sent to a role" 0 "surel menunggu dikirim"
same_file "... and the same bytes once more" "$dir/lagi.zip" "$dir/satu.zip"
run report --out "$dir/satu" --period 2026-10 --mail tari
is "... but to no role there is not" 1 "tari"
run report --out "$dir/masa" --period 2026-T4 --bom --names
is "... and of a quarter, with names and byte order marks" 0

for words in 'Alasan pengembalian terbanyak' 'Menunggu diambil paling lama' \
    'Berkas yang paling lama di kantor' 'Standar yang perlu ditinjau' \
    'Evaluasi bulanan layanan' 'daripada yang'; do
	run grep -cF "$words" "$dir/satu/index.html"
	is "the report tells: $words" 0
done
run grep -c 'id="di-pihak-luar"' "$dir/satu/index.html"
is "... and what was with others" 0
run grep -c '^"sisumaker","SISUMAKER",' "$dir/satu/pihak.csv"
is "... by name" 0
run sed -n 1p "$dir/satu/kunjungan.csv"
is "a visit says of which case its own is a part" 0 '"berkas","berkas induk",'
is "... and by how much a clock was behind" 0 '"jam mundur detik"'
run grep -c 'sopap:lent" value="0"' "$dir/satu/log.xes"
is "... in the event log, too" 0
run grep -c 'href="/' "$dir/satu/index.html"
is "... and leads nowhere outside its folder" 1
run grep -c '<trace>' "$dir/satu/log.xes"
is "there are cases in the event log" 0
run grep -c 'value="p-[0-9a-f]*"' "$dir/satu/log.xes"
is "... done by pseudonyms" 0
run grep -Ec '"concept:name" value="[KE]-20|"sopap:parent" value="[KE]-20' \
    "$dir/satu/log.xes"
is "... beside no case number" 1
run grep -Ec '"[KE]-20[0-9]*-' "$dir/satu/kunjungan.csv"
is "... nor in the table" 1
run grep -Elr '[">][KE]-20[0-9]*-[0-9]' "$dir/satu"
is "... nor on the page, nor in any other file" 1
run grep -Eq '>b-[0-9a-f]*<|"b-[0-9a-f]*"' "$dir/satu/index.html" \
    "$dir/satu/angka.json"
is "... which have pseudonyms" 0
run report --out "$dir/lalu" --period 2026-09
is "the month before" 0
# pseudonyms LETTER FILE... - those that several files have.
pseudonyms() {
	letter=$1
	shift
	for file in "$@"; do
		grep -o "\"$letter-[0-9a-f]*\"" "$file" | sort -u
	done | sort | uniq -d | wc -l
}
for letter in p b; do
	[ "$(pseudonyms $letter "$dir/satu/log.xes" | tr -d ' ')" = 0 ] &&
	    grep -q "\"$letter-[0-9a-f]*\"" "$dir/satu/log.xes" &&
	    [ "$(pseudonyms $letter "$dir/satu/log.xes" \
	    "$dir/satu/kunjungan.csv" "$dir/lalu/log.xes" \
	    "$dir/lalu/kunjungan.csv" | tr -d ' ')" = 0 ]; status=$?
	is "... no pseudonym $letter- is in two files or two months" 0
done
run grep -Ec '"concept:name" value="K-2026-' "$dir/masa/log.xes"
is "... where names are asked for there are numbers" 0
run grep -Ecr '[">][KE]-20[0-9]*-[0-9]' "$dir/masa/tanda.csv"
is "... in every file" 0
run grep -c 'org:resource" value="Dewi Lestari"' "$dir/masa/log.xes"
is "... or, when asked for, by name" 0
run grep -c 'Dewi Lestari' "$dir/satu/log.xes"
is "... and not otherwise" 1
[ "$(head -c 3 "$dir/masa/sop.csv" | od -An -tx1 | tr -d ' ')" = efbbbf ]
status=$?
is "a table with a byte order mark" 0
[ "$(head -c 3 "$dir/masa/kunjungan.csv" | od -An -tx1 | tr -d ' ')" = \
    efbbbf ]; status=$?
is "... that of the visits, too" 0
[ "$(head -c 6 "$dir/satu/sop.csv")" = '"kode"' ]; status=$?
is "... and without" 0

# Days that no month binds: files alone; a text that is no range is refused.
run report --out "$dir/rentang" --period 2026-09-15..2026-10-13
is "of any days" 0 "$dir/rentang: laporan 15 September"
for file in index.html peran.png tren.csv bulan.csv; do
	[ ! -e "$dir/rentang/$file" ]; status=$?
	is "... there is no $file" 0
done
run report --out "$dir/hari" --period 2026-10-05..2026-10-05
is "... of one" 0 "laporan 5 Oktober 2026"
run report --out "$dir/kosong" --period 2025-01-06..2025-01-31
is "... of days without a case" 0 "6"
run grep -c '<trace>' "$dir/kosong/log.xes"
is "... whose log is empty" 1
[ "$(wc -l <"$dir/kosong/kunjungan.csv")" -eq 1 ]; status=$?
is "... and so is its table" 0
run report --out "$dir/rentang-sop" --period 2026-09-15..2026-10-13 --sop monev
is "... of one SOP" 0
run grep -c 'sopap:sop" value="skp"' "$dir/rentang-sop/log.xes"
is "... of no other" 1
run grep -c 'sopap:sop" value="monev"' "$dir/rentang-sop/log.xes"
is "... but of this one" 0
run report --out "$dir/tidak" --period 2026-10-13..2026-09-15
is "... not from behind" 1 "Tanggal selesai harus sama dengan atau sesudah"
run report --out "$dir/tidak" --period 2026-02-30..2026-03-01
is "... not of a day there is not" 1 "2026-02-30 tidak ada dalam kalender"
run report --out "$dir/tidak" --period 2026-10-01..2026-10-32
is "... nor to one" 1 "2026-10-32 tidak ada dalam kalender"
run report --out "$dir/tidak" --period 2026-10-01..2049-12-31
is "... not to a day to come" 1 "2049-12-31 belum tiba"
run report --out "$dir/tidak" --period 2026-10-01..kemarin
is "... and in no other words" 2 "bukan masa"
run report --out "$dir/tidak" --period 2026-10-01..2026-10-02 --corrected
is "... it is not corrected" 1 "hanya untuk satu bulan"
run report --out "$dir/tidak" --period 2026-10-01..2026-10-02 --mail kakanwil
is "... nor mailed" 1 "tidak untuk rentang tanggal"
[ ! -e "$dir/tidak" ]; status=$?
is "... and none of these left a file" 0

if [ "${SANITIZED-}" ]; then
	skip "the files are read by others without the sanitizers"
elif ! command -v python3 >/dev/null; then
	skip "no python3"
else
	for of in "rentang 2026-09-15 2026-10-14" "hari 2026-10-05 2026-10-06" \
	    "kosong 2025-01-06 2025-02-01"; do
		run python3 - "$dir" $of <<-'END'
		import datetime, glob, sqlite3, sys, xml.etree.ElementTree as xml
		folder, name, first, end = sys.argv[1:]
		at = [datetime.datetime.fromisoformat(day + "T00:00:00+07:00")
		      .timestamp() for day in (first, end)]
		db = sqlite3.connect(folder + "/data/office.db")
		there = db.execute("SELECT count(DISTINCT case_id), count(*)"
		    " FROM tasks WHERE closed_at >= ? AND closed_at < ?", at
		    ).fetchone()
		log = xml.parse(f"{folder}/{name}/log.xes").getroot()
		got = tuple(len(log.findall(path))
		            for path in ("trace", "trace/event"))
		with open(f"{folder}/{name}/kunjungan.csv") as f:
		    rows = sum(1 for _ in f) - 1
		print(f"{got[0]} cases, {got[1]} visits")
		sys.exit(got != there or rows != got[1])
		END
		is "every visit that closed in its days: $of" 0 "visits"
		run python3 "$SRCDIR/tests/reports/month/recompute.py" \
		    "$dir/${of%% *}/log.xes" "$dir/${of%% *}/peran.csv"
		[ "${of%% *}" != kosong ] || status=0
		is "... from them the same table of the roles" 0 \
		    "figures compared"
	done
	run python3 -c 'import json, sys
figures = json.load(open(sys.argv[1]))
assert figures["period"] == "2026-09-15..2026-10-13", figures["period"]
assert figures["series"] == [] and figures["office"]["prev_done"] == -1
assert figures["office"]["done"] > 0' "$dir/rentang/angka.json"
	is "... and JSON, with nothing before it" 0
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/satu/log.xes" "$dir/satu/peran.csv"
	is "from the log alone the same table of the roles" 0 \
	    "figures compared"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/masa/log.xes" "$dir/masa/peran.csv"
	is "... also of a quarter" 0 "figures compared"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/satu/kunjungan.csv" "$dir/satu/peran.csv"
	is "... from the table of visits alone, too" 0 "figures compared"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/masa/kunjungan.csv" "$dir/masa/peran.csv"
	is "... also of a quarter, behind a byte order mark" 0 \
	    "figures compared"
	sed 's/,"terlambat",/,"dalam batas",/' "$dir/satu/kunjungan.csv" \
	    >"$dir/lain.csv"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/lain.csv" "$dir/satu/peran.csv"
	is "another table gives another" 1 "from the log"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/satu/kunjungan.csv" "$dir/satu/peran.csv" \
	    "$dir/satu/langkah.csv"
	is "... and of the rows, each visit against its own limit" 0 \
	    "figures of rows compared"
	sed 's/\(,"terlambat",.*\),[0-9]*,\([0-9]*.\)$/\1,9999999,\2/' \
	    "$dir/satu/kunjungan.csv" >"$dir/lain.csv"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/lain.csv" "$dir/satu/peran.csv" "$dir/satu/langkah.csv"
	is "... which others would not be" 1 "from the visits"
	sed 's/"sopap:own" value="/&9/' "$dir/satu/log.xes" >"$dir/lain.xes"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/lain.xes" "$dir/satu/peran.csv"
	is "... nobody works on two tasks at once" 1 "on two tasks at once"
	run python3 "$SRCDIR/tests/tool/inhand.py" "$dir/data/office.db"
	is "... and from what people did the same work and verdicts" 0 \
	    "0 differ"
	run python3 -m zipfile -t "$dir/satu.zip"
	is "the one file is a whole ZIP" 0 "Done testing"
	run python3 -m zipfile -l "$dir/satu.zip"
	is "... with the page in it" 0 "index.html"
	run python3 -m json.tool "$dir/satu/angka.json"
	is "the figures are JSON" 0 '"period": "2026-10"'
	sed 's/"sopap:verdict" value="within"/"sopap:verdict" value="over"/' \
	    "$dir/satu/log.xes" >"$dir/lain.xes"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$dir/lain.xes" "$dir/satu/peran.csv"
	is "another log gives another table" 1 "from the log"
fi
if ! command -v xmllint >/dev/null; then
	skip "no xmllint"
else
	structure=$SRCDIR/tests/data/xes.rng
	for log in satu masa rentang kosong; do
		run xmllint --noout --relaxng "$structure" "$dir/$log/log.xes"
		is "the event log has the structure of XES: $log" 0 "validates"
	done
	sed 's/<string key="org:role"[^>]*>//' "$dir/satu/log.xes" \
	    >"$dir/lain.xes"
	run xmllint --noout --relaxng "$structure" "$dir/lain.xes"
	is "... which one without its roles has not" 3
	if [ -f "$schema" ]; then
		run xmllint --noout --schema "$schema" "$dir/satu/log.xes"
		is "... and that of the standard's own schema" 0 "validates"
		run xmllint --noout --schema "$schema" "$dir/masa/log.xes"
		is "... also of a quarter" 0 "validates"
		run xmllint --noout --schema "$schema" \
		    "$dir/rentang/log.xes" "$dir/hari/log.xes"
		is "... of any days, and of one" 0 "hari/log.xes validates"
	else
		skip "no schema of the standard: $schema"
	fi
fi

# another NAME - an office of its own, of an empty folder.
another() {
	mkdir "$dir/$1.data"
	sed "s,^data.*,data = $dir/$1.data," "$dir/sopap.conf" >"$dir/$1.conf"
	chmod 600 "$dir/$1.conf"
	SOPAP_CONF=$dir/$1.conf
}

# A history without standards: what was finished and how long it took, no rate.
another kecil
run "$BUILDDIR/lib/tool/sopap" --data "$dir/kecil.data" --share "$share" init
run "$BUILDDIR/lib/tool/sopap" --data "$dir/kecil.data" --share "$share" \
    import history "$SRCDIR/tests/data/log/kecil.csv" --code lama
is "a history without standards" 0
run report --out "$dir/lagi" --period 2026-01
is "... its report" 0
run cat "$dir/lagi/index.html"
is "... counts what was finished" 0 "6 langkah selesai. SOP-nya belum \
mempunyai standar waktu"
is "... has no percent" 0 "tidak ada persen tepat waktu"
is "... and calls rows by their activities" 0 "<small>Periksa"
run grep -c ',"over",' "$dir/lagi/kunjungan.csv"
is "... nothing is late" 1
mkdir "$dir/empty"
{
	cat "$SOPAP_CONF"
	echo "fonts = $dir/empty"
} >"$dir/fontless.conf"
chmod 600 "$dir/fontless.conf"
SOPAP_CONF=$dir/fontless.conf LC_ALL=id_ID run report --out "$dir/huruf" \
	--period 2026-01
is "a report without its font has another, which is said" 0 \
	"huruf Inter tidak ada"
SOPAP_CONF=$dir/sopap.conf

# from_store OFFICE PERIOD - is the table of the rows the same, computed from the
# store with another clock?  compare OFFICE FOLDER: of a report that is there?
# once_more: and from the visits alone?
from_store() {
	run report --out "$dir/lagi" --period "$2" --names
	is "the report of $2" 0
	compare "$1" "$dir/lagi"
}

compare() {
	run python3 "$SRCDIR/tests/reports/month/store.py" "$1/office.db" \
	    "$2/angka.json" "$2/langkah.csv"
	is "... from the store with another clock" 0 "figures compared"
}

once_more() {
	compare "$1" "$2"
	run python3 "$SRCDIR/tests/reports/month/recompute.py" \
	    "$2/kunjungan.csv" "$2/peran.csv" "$2/langkah.csv"
	is "... and from the visits" 0 "figures of rows compared"
	run python3 "$SRCDIR/tests/reports/month/chance.py" "$1/office.db" "$2"
	is "... its sentences, too" 0 "sentences compared"
	plain "$2"
}

# plain FOLDER - no word of the machine stands in what people read.
plain() {
	run grep -nwE "same-as:[0-9]+|superior-of:[0-9]+|download|expired|\
superseded|cancelled|withdrawn|turnaround|elapsed|inferred|forward|within" \
	    "$1"/*.csv
	is "... its tables have words of people alone" 1
	run sh -c 'sed "s/<[^>]* alt=\"\([^\"]*\)\"[^>]*>/\1/g; s/<[^>]*>/ /g" "$1" |
	    grep -nwE "same-as:[0-9]+|superior-of:[0-9]+|expired|superseded|\
cancelled|withdrawn|turnaround|elapsed|inferred|forward|within"' sh \
	    "$1/index.html"
	is "... and so have its page and the texts of its charts" 1
}

# With the sanitizers the figures are the same, and take four times as long.
if [ "${SANITIZED-}" ]; then
	skip "figures are computed again without the sanitizers"
elif ! python3 -c 'import yaml' 2>/dev/null; then
	skip "no python3-yaml"
else
	for folder in satu masa; do
		once_more "$dir/data" "$dir/$folder"
	done
	sqlite3 "$dir/data/office.db" ".backup '$dir/lain.db'"
	sqlite3 "$dir/lain.db" "UPDATE tasks SET max = max + 1
	    WHERE unit = 'hari' AND closed_at IS NOT NULL"
	run python3 "$SRCDIR/tests/reports/month/store.py" "$dir/lain.db" \
	    "$dir/satu/angka.json" "$dir/satu/langkah.csv"
	is "... a day more in each limit is another table" 1 "from the store"
	sqlite3 "$dir/lain.db" "UPDATE spans SET party = 'srikandi'
	    WHERE party = 'sisumaker'"
	run python3 "$SRCDIR/tests/reports/month/chance.py" "$dir/lain.db" \
	    "$dir/satu"
	is "... nor had another party what one had" 1 "sisumaker"

	# Two years; February has the beginning of Ramadan, a quarter and a year
	# end in another day than they began with, and 2024-06 has nothing.
	another besar
	run "$BUILDDIR/lib/tool/sopap" --data "$dir/besar.data" \
	    --share "$share" simulate --scale 2000 --until 2026-11-02 \
	    --months 24 --seed 7
	is "two years of history" 0
	# A history in bulk has nobody's hand, so its visits may overlap.
	for period in ${LONG:+2026-10 2026-02} 2026-T1 2025; do
		from_store "$dir/besar.data" $period
	done
	run grep -c '"K-2025-[0-9]*/[0-9]*","K-2025-[0-9]*","skp"' \
	    "$dir/lagi/kunjungan.csv"
	is "the visits of an employee's SKP name that of his division" 0
	run grep -c '"K-2025-[0-9]*/[0-9]*","","skp"' "$dir/lagi/kunjungan.csv"
	is "... each of them" 1
	run grep -c 'sopap:parent" value="K-2025-[0-9]*"' "$dir/lagi/log.xes"
	is "... in the event log, too" 0
	run report --out "$dir/lagi" --period 2024-06
	is "a month without anything" 0
	run python3 "$SRCDIR/tests/reports/month/store.py" \
	    "$dir/besar.data/office.db" "$dir/lagi/angka.json" \
	    "$dir/lagi/langkah.csv"
	is "... has no row" 0 "0 rows, 0 late"
	run python3 "$SRCDIR/tests/reports/month/chance.py" \
	    "$dir/besar.data/office.db" "$dir/lagi"
	is "... and no sentence of chance" 0 "sentences compared"
	run grep -c 'di-pihak-luar' "$dir/lagi/index.html"
	is "... nor was anything with others" 1
	run python3 -c 'import re, sys
tables = re.findall("<table.*?</table>", open(sys.argv[1]).read(), re.S)
print(len(tables), "tables,", sum("<td" not in t for t in tables), "empty")' \
	    "$dir/lagi/index.html"
	is "... and no table stands without a row" 0 "tables, 0 empty"
	run grep -c 'Tidak ada berkas pada masa ini' "$dir/lagi/index.html"
	is "... which a sentence says" 0
	SOPAP_CONF=$dir/sopap.conf
fi

log=${SOPAP_SHARED:-$SRCDIR/../shared}/data/logs/receipt.xes.gz
if [ "${SANITIZED-}" ]; then
	skip "and so are those of a public log"
elif [ ! -f "$log" ] || ! python3 -c 'import yaml' 2>/dev/null; then
	skip "no receipt.xes.gz in SOPAP_SHARED, or no python3-yaml"
else
	printf '%s\t%s\n' 'Confirmation of receipt' '1 hari' \
	    'T02 Check confirmation of receipt' '60 menit' \
	    'T04 Determine confirmation of receipt' '1-2 hari' \
	    'T05 Print and send confirmation of receipt' '8 jam' \
	    >"$dir/standar"
	for with in standar tanpa; do
		another $with
		run "$BUILDDIR/lib/tool/sopap" --data "$dir/$with.data" \
		    --share "$share" init
		set -- --standards "$dir/standar"
		[ $with = standar ] || set --
		run "$BUILDDIR/lib/tool/sopap" --data "$dir/$with.data" \
		    --share "$share" import history "$log" --code lama "$@"
		is "a public log: $with" 0 "1434"
		run report --out "$dir/lagi" --period 2010-12
		is "the report of 2010-12" 0
		once_more "$dir/$with.data" "$dir/lagi"
	done
	# The last of them has no standards.
	run cat "$dir/lagi/index.html"
	is "without standards the report counts what was finished" 0 \
	    "819 langkah selesai."
	is "... and says that there is no percent" 0 \
	    "tidak ada persen tepat waktu"
	run python3 -c 'import json, sys
f = json.load(open(sys.argv[1]))
assert f["office"]["done"] == f["office"]["late_open"] == 0
assert all(r["limit_p90"] == -1 and r["over"] == 0 for r in f["rows"])
assert max(r["turn_p90"] for r in f["rows"]) > 0' "$dir/lagi/angka.json"
	is "... nothing is late, and durations are there" 0
	SOPAP_CONF=$dir/sopap.conf
fi

# The line of the README that makes a report by hand, in a demo of this history.
demo=$dir/tree/var/demo
mkdir -p "$demo/stage/bin" "$demo/stage/share/sopap"
ln -s "$BUILDDIR/reports/month/sopap-report" "$demo/stage/bin"
ln -s "$BUILDDIR/htdocs/assets" "$demo/stage/share/sopap/assets"
cp -RL "$BUILDDIR/templates" "$demo/stage/share/sopap/templates"
cat >"$demo/sopap.conf" <<END
data = $dir/data
templates = $demo/stage/share/sopap/templates
END
chmod 600 "$demo/sopap.conf"
line=$(sed -n 's/^    \(SOPAP_CONF=.*\)/\1/p' "$SRCDIR/README.md")
[ "$(printf '%s\n' "$line" | wc -l)" = 1 ] && [ -n "$line" ]
ok $? "README.md has a line that makes a report"
equals "$(sed -n 's/^    \(SOPAP_CONF=.*\)/\1/p' "$SRCDIR/README.id.md")" \
    "$line" "... README.id.md the same"
run sh -c 'cd "$1" && eval "$2"' sh "$dir/tree" "$line"
is "... which does so as it stands" 0 "laporan/index.html"
[ -s "$dir/tree/laporan/index.html" ] &&
	[ -n "$(ls "$dir"/tree/laporan/*.css)" ]
ok $? "... with its style sheets" "$dir/out" "$dir/err"

done_testing
