/* share-t.c - how a share is judged, rounded and printed. */
#include "reports/chart/share.h"
#include "tests/tap.h"

struct row {
	int64_t		 on_time, counted;
	int		 target;
	int		 below, tenths;
	const char	*words;
};

static const struct row rows[] = {
	/* Rounded half up, to tenths. */
	{ 681, 744, 900, 0, 915, "91,5%" },
	{ 29, 37, 900, 1, 784, "78,4%" },
	{ 1, 16, SHARE_NONE, 0, 63, "6,3%" },
	/* Exactly on the target is not below it. */
	{ 90, 100, 900, 0, 900, "90,0%" },
	{ 925, 1000, 925, 0, 925, "92,5%" },
	/* Rounding never lifts a share over the target... */
	{ 89960, 100000, 900, 1, 899, "89,9%" },
	{ 899999, 1000000, 900, 1, 899, "89,9%" },
	/* ...but does where there is none. */
	{ 89960, 100000, SHARE_NONE, 0, 900, "90,0%" },
	/* 100% and 0% are said only when they are true. */
	{ 9999, 10000, 900, 0, 999, "99,9%" },
	{ 10000, 10000, 900, 0, 1000, "100,0%" },
	{ 10000, 10000, 1000, 0, 1000, "100,0%" },
	{ 9999, 10000, 1000, 1, 999, "99,9%" },
	{ 1, 1000000, 900, 1, 1, "0,1%" },
	{ 0, 1000000, 900, 1, 0, "0,0%" },
	/* Fewer than ten are counted out. */
	{ 4, 5, 900, 1, 800, "4 dari 5" },
	{ 9, 9, 900, 0, 1000, "9 dari 9" },
	{ 10, 10, 900, 0, 1000, "100,0%" },
	/* Nothing counted is neither below nor a share. */
	{ 0, 0, 900, 0, SHARE_NONE, "\xe2\x80\x93" },
	/* No overflow with seven digits. */
	{ 1234567, 9876543, 900, 1, 125, "12,5%" },
};

static void
tells_counts(void)
{
	char buf[64];

	is_string("nol", share_count_words(buf, sizeof(buf), 0), "0");
	is_string("sembilan", share_count_words(buf, sizeof(buf), 9), "9");
	is_string("10", share_count_words(buf, sizeof(buf), 10), "10");
	is_string("1.234", share_count_words(buf, sizeof(buf), 1234), "1234");
	is_string("90%", share_target(buf, sizeof(buf), 900),
	    "a whole target has no decimal");
	is_string("92,5%", share_target(buf, sizeof(buf), 925),
	    "...another has one");
}

int
main(void)
{
	const struct row *r;
	struct share s;
	char buf[64];

	for (r = rows; r < rows + sizeof(rows) / sizeof(*rows); r++) {
		s = (struct share) { r->on_time, r->counted };
		is_int(r->below, share_is_below(s, r->target),
		    "%lld of %lld, target %d: below", (long long)r->on_time,
		    (long long)r->counted, r->target);
		is_int(r->tenths, share_tenths(s, r->target), "...tenths");
		is_string(r->words, share_words(buf, sizeof(buf), s,
		    r->target), "...words");
	}
	tells_counts();
	return tap_done();
}
