/* month_pace.c - the visits of each row against their own limits. */
#include "month/month_pace.h"

#include <stdlib.h>

#include "month/grid.h"
#include "month/month_correct.h"
#include "month/month_visits.h"

struct pace
month_pace_visit(struct grid *g, size_t cell, const struct grid_visit *v)
{
	const struct pace_visit as = { v->standard, v->started_at, v->moved,
		v->time.own, v->time.queue, v->queue_max };

	return pace_of_visit(month_correct_calendar(g, v->calendar_id,
	    g->cell[cell].performer), &as, v->closed_at);
}

void
month_pace_keep(struct grid *g, size_t cell, const struct grid_visit *v)
{
	const int limited = v->verdict != VERDICT_NONE && !v->external;
	struct grid_share *s = grid_more(g, g->share, g->nshare, sizeof(*s));

	if (s == NULL)
		return;
	g->share = s;
	s += g->nshare++;
	s->row = g->cell[cell].part[MONTH_ROW];
	s->limited = limited;
	s->value = !limited ? month_visits_turn(v) : pace_thousandths(
	    month_pace_visit(g, cell, v), v->verdict == VERDICT_OVER);
}

static void
keep_timed(struct grid *g, size_t cell, const struct grid_visit *v)
{
	if (v->timed)
		month_pace_keep(g, cell, v);
}

/* By row, those with a limit first; then by value. */
static int
by_row(const void *a, const void *b)
{
	const struct grid_share *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->limited != y->limited)
		return x->limited ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* Where the values of the row end that begin at share i; those without a
 * limit, of a row that has one, are counted apart and left out. */
static size_t
end_of(const struct grid *g, size_t i)
{
	const struct grid_share *s = g->share + i;
	size_t n = i + 1;

	while (n < g->nshare && g->share[n].row == s->row &&
	    g->share[n].limited == s->limited)
		n++;
	return n;
}

static void
take_row(const struct grid *g, struct month_pace *p, size_t from, size_t to)
{
	const struct month_part *part = &g->part[g->share[from].row].p;
	struct month_pace_row *row = &p->row[p->nrow];
	size_t i;

	if (p->nrow > 0 && row[-1].version_id == part->version_id &&
	    row[-1].pos == part->pos)
		return;
	for (i = from; i < to; i++)
		p->value[i] = g->share[i].value;
	*row = (struct month_pace_row){ .version_id = part->version_id,
		.pos = part->pos, .limited = g->share[from].limited,
		.value = p->value + from, .n = to - from };
	row->median = month_visits_quantile(row->value, row->n, 5);
	row->p90 = month_visits_quantile(row->value, row->n, 9);
	p->nrow++;
}

/* Sort what was kept into rows: given, or NULL without memory. */
static struct month_pace *
take_rows(struct grid *g)
{
	struct month_pace *p = calloc(1, sizeof(*p));
	size_t i, end;

	if (p == NULL)
		return NULL;
	p->row = calloc(g->npart, sizeof(*p->row));
	p->value = calloc(g->nshare + 1, sizeof(*p->value));
	if (p->row == NULL || p->value == NULL) {
		month_pace_free(p);
		return NULL;
	}
	if (g->nshare > 0)
		qsort(g->share, g->nshare, sizeof(*g->share), by_row);
	for (i = 0; i < g->nshare; i = end) {
		end = end_of(g, i);
		take_row(g, p, i, end);
	}
	return p;
}

enum case_err
month_pace(struct office *o, const struct month_figures *f,
    struct month_pace **out)
{
	struct month_figures as = *f;
	enum case_err err;
	struct grid g;
	int64_t sop_id;

	if ((err = month_sop(o, &as, &sop_id)) != CASE_OK)
		return err;
	*out = NULL;
	if (grid_open(&g, o, sop_id, f->to) == 0 &&
	    (!f->corrected || month_correct_begin(&g) == 0)) {
		g.from = f->from;
		g.to = f->to;
		if (month_visits_each(&g, keep_timed) == 0 &&
		    month_visits_late(&g) == 0)
			*out = take_rows(&g);
	}
	grid_close(&g);
	return *out != NULL ? CASE_OK : office_err_tx(o, DB_ERROR);
}

void
month_pace_free(struct month_pace *p)
{
	if (p == NULL)
		return;
	free(p->row);
	free(p->value);
	free(p);
}

const struct month_pace_row *
month_pace_row(const struct month_pace *p, const struct month_part *part)
{
	size_t i;

	for (i = 0; i < p->nrow; i++)
		if (p->row[i].version_id == part->version_id &&
		    p->row[i].pos == part->pos)
			return &p->row[i];
	return NULL;
}
