/* month_work.c - the visits and the cases that a figure counts. */
#include "month/month_work.h"

#include <stdlib.h>
#include <string.h>

#include "case/access.h"
#include "month/grid.h"
#include "month/month_cases.h"
#include "month/month_correct.h"
#include "month/month_promise.h"
#include "month/month_visits.h"

/* The counts that grow by one visit or one case at a time. */
#define WHY(X, id, member, slug, label) X(why_##member)
#define SIGN(X, id, member, slug) X(member)
#define COUNTED(X) \
	X(open_before) X(came) X(done) X(below) X(within) X(over) \
	X(apart_returns) X(apart_void) X(apart_none) X(apart_stopped) \
	X(late_open) X(open_after) X(age_day) X(age_week) X(age_fortnight) \
	X(age_older) X(decided) X(returned) X(refused) X(withdrawn) \
	X(rework) LATENESS(WHY, X) X(why_none) MONTH_SIGNS(SIGN, X) \
	X(cases_came) X(cases_done) X(cases_refused) X(cases_withdrawn) \
	X(cases_cancelled) X(cases_unfetched) X(cases_open_after) \
	X(promised) X(kept) X(kept_own) X(promise_late)

static const struct {
	const char	*name;
	size_t		 offset;
} counts[] = {
#define COUNT(member) { #member, offsetof(struct month_part, member) },
	COUNTED(COUNT)
#undef COUNT
};

/* The columns of a figure: how many, 0 when one of them is none. */
static size_t
columns_of(const char *figure, size_t column[GRID_TRACED])
{
	size_t n = 0, len, i;

	do {
		len = strcspn(figure, "+");
		for (i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
			if (strlen(counts[i].name) == len &&
			    memcmp(counts[i].name, figure, len) == 0)
				break;
		if (i == sizeof(counts) / sizeof(counts[0]) ||
		    n == GRID_TRACED)
			return 0;
		column[n++] = counts[i].offset;
		figure += len;
	} while (*figure++ == '+');
	return n;
}

int64_t
month_work_value(const struct month_part *p, const char *figure)
{
	size_t column[GRID_TRACED], n = columns_of(figure, column);
	int64_t sum = n > 0 ? 0 : -1, one;

	for (size_t i = 0; i < n; i++) {
		one = *(const int64_t *)((const char *)p + column[i]);
		sum += one > 0 ? one : 0;
	}
	return sum;
}

/* -- the ones that are to be seen ------------------------------------------ */

static int
by_id(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

/* Keep those whose cases the reader sees; each case is asked about once.  0, or
 * -1 without memory. */
static int
keep_seen(struct office *o, struct month_work *w, int64_t reader, int64_t now)
{
	int64_t *ids = malloc((w->n + 1) * sizeof(*ids));
	size_t n = 0, kept = 0;

	if (ids == NULL)
		return -1;
	for (size_t i = 0; i < w->n; i++)
		ids[i] = w->item[i].case_id;
	if (w->n > 0)
		qsort(ids, w->n, sizeof(*ids), by_id);
	for (size_t i = 0; i < w->n; i++)
		if ((i == 0 || ids[i] != ids[i - 1]) &&
		    case_may_see_id(o, reader, ids[i], now))
			ids[n++] = ids[i];
	for (size_t i = 0; i < w->n && n > 0; i++)
		if (bsearch(&w->item[i].case_id, ids, n, sizeof(*ids),
		    by_id) != NULL)
			w->item[kept++] = w->item[i];
	w->n = kept;
	free(ids);
	return 0;
}

/* -- counting once more ---------------------------------------------------- */

static int
count_again(struct grid *g, const struct month_figures *f)
{
	const struct calendar *known = f->frozen ? office_calendar_of(
	    g->office, f->calendar_id) : NULL;

	g->from = f->from;
	g->to = f->to;
	if (known != NULL)
		g->cal = known;
	if (f->corrected && month_correct_begin(g) == -1)
		return -1;
	return month_visits_closed(g) == -1 ||
	    month_visits_open(g, 0) == -1 || month_cases_count(g) == -1 ||
	    month_promise_count(g) == -1 ? -1 : 0;
}

enum case_err
month_work(struct office *o, const struct month_figures *f,
    enum month_scope scope, const char *key, const char *figure,
    int64_t reader, int64_t now, struct month_work *w)
{
	struct grid_trace t = { .scope = scope, .key = key,
		.part = GRID_NONE };
	struct month_figures asked = *f;
	struct grid g;
	enum case_err err;
	int64_t sop_id;
	int failed;

	memset(w, 0, sizeof(*w));
	if ((t.ncolumn = columns_of(figure, t.column)) == 0)
		return office_fail(o, CASE_NOT_FOUND, "angka",
		    "Angka ini tidak ada pada laporan.");
	if ((err = month_sop(o, &asked, &sop_id)) != CASE_OK)
		return err;
	failed = grid_open(&g, o, sop_id, f->to) == -1;
	g.trace = &t;
	failed = failed || count_again(&g, f) == -1;
	grid_close(&g);
	w->item = t.item;
	w->counted = (int64_t)t.nitem;
	w->n = t.nitem;
	if (!failed && (rights_has(o, reader, RIGHTS_SEE_ALL, now) ||
	    keep_seen(o, w, reader, now) == 0))
		return CASE_OK;
	month_work_free(w);
	return office_err_tx(o, DB_ERROR);
}

void
month_work_free(struct month_work *w)
{
	free(w->item);
	memset(w, 0, sizeof(*w));
}
