# The seven charts look as they did: one sample of each, in both layouts,
# beside the pictures in tests/data/chart.  After a change that is meant:
# draw them anew by chart-sheet, look at them, and keep the new ones.
. "$SRCDIR/tests/tap.sh"

wanted=$SRCDIR/tests/data/chart
run "$BUILDDIR/tests/reports/chart/chart-sheet" "$dir" month
is "the charts of a month are drawn" 0
for picture in "$wanted"/*.png; do
	name=${picture##*/}
	"$BUILDDIR/tests/reports/alike" "$picture" "$dir/$name" \
	    >"$dir/out" 2>&1
	ok $? "$name looks as it did" "$dir/out"
done
equals "$count" 15 "seven charts, wide and narrow"
done_testing
