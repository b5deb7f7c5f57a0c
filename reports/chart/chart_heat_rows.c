/* chart_heat_rows.c - which rows the heat map shows, and in which class a
 * cell is. */
#include <stdio.h>
#include <stdlib.h>

#include "reports/chart/chart_heat.h"

int
chart_heat_has(struct share s)
{
	return s.counted >= HEAT_LEAST;
}

char *
chart_heat_words(char *buf, size_t size, struct share s, int target)
{
	if (chart_heat_has(s))
		snprintf(buf, size, "%d", share_whole(s, target));
	else
		snprintf(buf, size, "\xe2\x80\x93");
	return buf;
}

int64_t
chart_heat_late(const struct chart_heat_row *row)
{
	int64_t late = 0;
	int i;

	for (i = 0; i < HEAT_MONTHS; i++)
		late += row->month[i].counted - row->month[i].on_time;
	return late;
}

enum heat_class
chart_heat_class(int percent, int target)
{
	int low[HEAT__MAX], class = HEAT_FAR;

	chart_heat_bounds(target, low);
	while (class + 1 < HEAT__MAX && percent >= low[class + 1])
		class++;
	return (enum heat_class)class;
}

void
chart_heat_bounds(int target, int low[HEAT__MAX])
{
	const int whole = (target + 9) / 10;

	low[HEAT_FAR] = 0;
	low[HEAT_LOW] = whole > 20 ? whole - 20 : 0;
	low[HEAT_NEAR] = whole > 10 ? whole - 10 : 0;
	low[HEAT_ON] = whole;
	low[HEAT_ABOVE] = (whole + 101) / 2;
}

int
chart_heat_colour(enum heat_class class)
{
	static const int colours[HEAT__MAX] = { 0xb2560d, 0xe9a15b, 0xf8ddbe,
		0xc6dcec, 0x4b94c6 };

	return colours[class];
}

int
chart_heat_ink(enum heat_class class)
{
	return class == HEAT_FAR ? COLOUR_PAPER : COLOUR_INK;
}

/* -- which rows ---------------------------------------------------------- */

/* Anything but dashes? */
static int
is_shown(const struct chart_heat *c, const struct chart_heat_row *row)
{
	int i;

	for (i = 0; i < c->n; i++)
		if (chart_heat_has(row->month[i]))
			return 1;
	return 0;
}

static int
by_late(const void *va, const void *vb)
{
	const struct chart_heat_row *a = va, *b = vb;
	const int64_t left = chart_heat_late(a), right = chart_heat_late(b);

	if (left != right)
		return left > right ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int
by_order(const void *va, const void *vb)
{
	const struct chart_heat_row *a = va, *b = vb;

	return a->order < b->order ? -1 : a->order > b->order;
}

static void
keep_shown(struct chart_heat *c)
{
	const struct share *last;
	int i, n = 0;

	for (i = 0; i < c->nrows; i++) {
		if (!is_shown(c, &c->rows[i]))
			continue;
		last = &c->rows[i].month[c->n - 1];
		c->judged += chart_heat_has(*last);
		c->below += chart_heat_has(*last) &&
		    share_is_below(*last, c->target);
		c->rows[n++] = c->rows[i];
	}
	c->all = c->nrows = n;
}

void
chart_heat_choose(struct chart_heat *c)
{
	int64_t most, order = -1;
	int i;

	c->most = NULL;
	c->judged = c->below = 0;
	keep_shown(c);
	if (c->nrows == 0)
		return;
	qsort(c->rows, (size_t)c->nrows, sizeof(*c->rows), by_late);
	most = chart_heat_late(c->rows);
	if (most > 0 && !c->rows->single && (c->nrows == 1 ||
	    chart_heat_late(c->rows + 1) < most))
		order = c->rows->order;
	if (c->nrows > HEAT_MOST)
		c->nrows = HEAT_MOST;
	qsort(c->rows, (size_t)c->nrows, sizeof(*c->rows), by_order);
	for (i = 0; i < c->nrows && order != -1; i++)
		if (c->rows[i].order == order)
			c->most = &c->rows[i];
}
