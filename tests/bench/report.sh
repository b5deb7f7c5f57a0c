# report.sh - a month of a large office: `make bench-report`, `bench-scale`.
#
#	report.sh CASES
#
# Makes, once, a history of CASES cases in 100 months and one of the last four
# months alone (an inbox tells of three), in $BUILDDIR/bench (make clean takes
# them away); closes the months before the last, as an office does; measures
# the last.
set -eu
cases=$1
until=2026-10-31
store=$BUILDDIR/bench
big=$store/$cases small=$store/$((cases / 25))-alone
mkdir -p "$store/share" "$big" "$small"
ln -sfn "$SRCDIR/lib/sop" "$store/share/sop"
ln -sfn "$SRCDIR/lib/clock" "$store/share/calendar"

office() {
	folder=$1
	shift
	"$BUILDDIR/lib/tool/sopap" --data "$folder" --share "$store/share" "$@"
}

office "$big" simulate --scale "$cases" --until $until
office "$small" simulate --scale $((cases / 25)) --months 4 --until $until
for month in 2025-10 2025-11 2025-12 2026-01 2026-02 2026-03 2026-04 \
    2026-05 2026-06 2026-07 2026-08 2026-09; do
	office "$big" month close $month >"$store/log"
	[ $month \< 2026-07 ] ||
	    office "$small" month close $month >"$store/log"
done

cat >"$big/sopap.conf" <<END
data = $big
templates = $BUILDDIR/templates
END
chmod 600 "$big/sopap.conf"
SOPAP_CONF=$big/sopap.conf "$BUILDDIR/tests/bench/report" "$big" "$small" \
    2026-10 "$BUILDDIR/reports/month/sopap-report" "$store/report" \
    "$BUILDDIR/htdocs/assets"
