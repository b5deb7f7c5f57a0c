/* chart_pace_row.c - the rows of the two-dot chart. */
#include <math.h>
#include <stdio.h>

#include "reports/chart/chart_pace_raw.h"

#define BAND 22			/* what the standard allows */

/* The place of a duration, and -1 or 1 when the scale ends before it. */
static double
place(const struct pace_plan *p, const struct chart_pace_row *row,
    int64_t seconds, int *beyond)
{
	double step = seconds > 0 ?
	    3 + log2((double)seconds / (double)row->limit) : -1;

	*beyond = 0;
	if (step < 0) {
		*beyond = -1;
		step = 0;
	} else if (step > PACE_STEPS) {
		*beyond = 1;
		step = PACE_STEPS;
	}
	return pace_x(p, step);
}

/* An arrow head beside a dot at the end of the scale. */
static void
draw_arrow(const struct pace_plan *p, double x, double y, int beyond,
    int colour)
{
	const double tip = x + beyond * (PACE_RING + 9);

	canvas_convex(p->r.canvas, (struct point[]) {
	    { tip - beyond * 6, y - 5 }, { tip, y },
	    { tip - beyond * 6, y + 5 } }, 3, colour);
}

/* What the standard allows as a band, the line at its end, and the dots with
 * what lies between them. */
static void
draw_dots(const struct pace_plan *p, const struct chart_pace_row *row,
    double y)
{
	struct canvas *c = p->r.canvas;
	const int slow = row->median > row->limit ? COLOUR_VERMILION :
	    COLOUR_BLUE;
	const int slowest = row->p90 > row->limit ? COLOUR_VERMILION :
	    COLOUR_BLUE;
	const double line = pace_x(p, 3);
	int below, above;
	const double a = place(p, row, row->median, &below);
	const double b = place(p, row, row->p90, &above);

	canvas_rect(c, p->r.left, y - BAND / 2.0, line - p->r.left, BAND,
	    COLOUR_TRACK);
	canvas_rect(c, a, y - 2, b - a, 4, COLOUR_PALE);
	canvas_rect(c, line - 1.5, y - 15, 3, 30, COLOUR_INK);
	chart_ring(c, b, y, PACE_RING, 2, slowest);
	canvas_disc(c, a, y, b - a < PACE_DOT + PACE_RING ? 3 : PACE_DOT,
	    slow);
	if (below != 0)
		draw_arrow(p, a, y, below, slow);
	if (above != 0)
		draw_arrow(p, b, y, above, slowest);
	canvas_mark(c, p->r.left, y - 15, p->r.width, 30);
}

static const struct text_style *
name_style(const struct pace_plan *p, const struct chart_pace_row *row)
{
	return chart_pace_is_over(row) ? &p->r.bold : &p->r.plain;
}

/* The performer, below the name. */
static void
draw_who(const struct pace_plan *p, const struct chart_pace_row *row,
    double width, double baseline)
{
	char words[TYPEFACE_LINE_SIZE];

	canvas_text(p->r.canvas, p->r.look->margin, baseline, ALIGN_LEFT,
	    &p->r.words, typeface_fit(p->r.typeface, &p->r.words, width,
	    row->who, words, sizeof(words)));
}

/* "4 dari 5 tepat waktu" in place of dots. */
static char *
few_words(const struct chart_pace_row *row, char *buf, size_t size)
{
	char words[2 * FORMAT_SIZE];

	snprintf(buf, size, "%s tepat waktu", share_words(words,
	    sizeof(words), row->share, SHARE_NONE));
	return buf;
}

/* What nine of ten took, in rust when it is longer than the standard. */
static struct text_style
p90_style(const struct text_style *style, const struct chart_pace_row *row)
{
	struct text_style s = *style;

	if (row->p90 > row->limit)
		s.colour = COLOUR_RUST;
	return s;
}

static double
row_height(const struct pace_plan *p, const struct chart_pace_row *row)
{
	const double more = chart_rows_more(&p->r, name_style(p, row),
	    row->name);

	if (chart_pace_group(row) != PACE_FEW)
		return more + p->high;
	return more + (p->r.narrow ? 90 : p->high);
}

static void
draw_wide_row(const struct pace_plan *p, const struct chart_pace_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	const double middle = floor(y + row_height(p, row) / 2);
	const double baseline = middle + 5;
	const struct text_style slowest = p90_style(&r->figure, row);
	char words[2 * PACE_WORDS];
	double name;

	name = chart_rows_name(r, name_style(p, row), row->name, y + 22);
	draw_who(p, row, r->name, name + 19);
	canvas_text(r->canvas, p->standard, baseline, ALIGN_RIGHT, &r->muted,
	    row->standard);
	if (chart_pace_group(row) == PACE_FEW) {
		canvas_text(r->canvas, r->left + 20, baseline, ALIGN_LEFT,
		    &r->words, few_words(row, words, sizeof(words)));
		return;
	}
	draw_dots(p, row, middle);
	canvas_text(r->canvas, p->median, baseline, ALIGN_RIGHT, &r->few,
	    pace_words(words, row, row->median));
	canvas_text(r->canvas, p->p90, baseline, ALIGN_RIGHT, &slowest,
	    pace_words(words, row, row->p90));
}

static void
draw_narrow_row(const struct pace_plan *p, const struct chart_pace_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	const struct text_style slowest = p90_style(&r->words, row);
	char words[PACE_WORDS], text[2 * PACE_WORDS + 32];
	double baseline, width;

	baseline = chart_rows_name(r, name_style(p, row), row->name, y + 26) +
	    24;
	snprintf(text, sizeof(text), "standar %s", row->standard);
	canvas_text(r->canvas, p->standard, baseline, ALIGN_RIGHT, &r->words,
	    text);
	width = typeface_width(r->typeface, &r->words, text);
	draw_who(p, row, r->width - width - 16, baseline);
	if (chart_pace_group(row) == PACE_FEW) {
		canvas_text(r->canvas, r->left, baseline + 25, ALIGN_LEFT,
		    &r->words, few_words(row, text, sizeof(text)));
		return;
	}
	draw_dots(p, row, baseline + 26);
	snprintf(text, sizeof(text), "median %s",
	    pace_words(words, row, row->median));
	canvas_text(r->canvas, r->left, baseline + 60, ALIGN_LEFT, &r->words,
	    text);
	snprintf(text, sizeof(text), "9 dari 10: %s",
	    pace_words(words, row, row->p90));
	canvas_text(r->canvas, p->p90, baseline + 60, ALIGN_RIGHT, &slowest,
	    text);
}

/* Why the rows that follow are not ranked; returns the y of the rule. */
static double
draw_heading(const struct pace_plan *p, enum chart_pace_group group, double y)
{
	static const char *const words[] = {
		[PACE_SINGLE] = "Satu pemegang jabatan, tidak diperingkat",
		[PACE_FEW] = "Kurang dari 10 kali selesai, tidak diperingkat",
	};

	return chart_rows_heading(&p->r, words[group], y);
}

/* Lines of the scale behind the rows of a group. */
static void
draw_grid(const struct pace_plan *p, double y, double bottom)
{
	int i;

	for (i = 0; i <= PACE_STEPS; i++)
		canvas_rect(p->r.canvas, pace_x(p, i) - 0.5, y, 1, bottom - y,
		    COLOUR_GRID);
}

double
pace_draw_rows(const struct pace_plan *p, double y)
{
	const struct chart_pace_row *row = p->data->rows, *end, *k;
	const struct chart_pace_row *last = row + p->n;
	enum chart_pace_group group;
	double bottom;

	for (; row < last; row = end) {
		group = chart_pace_group(row);
		if (group != PACE_RANKED)
			y = draw_heading(p, group, y);
		bottom = y;
		for (end = row; end < last && chart_pace_group(end) == group;
		    end++)
			bottom += row_height(p, end);
		if (group != PACE_FEW && !p->r.narrow)
			draw_grid(p, y, bottom);
		for (k = row; k < end; k++) {
			if (p->r.narrow)
				draw_narrow_row(p, k, y);
			else
				draw_wide_row(p, k, y);
			y += row_height(p, k);
			chart_rows_rule(&p->r, y);
		}
	}
	return y;
}
