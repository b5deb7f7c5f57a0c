/* chart_pace.c - two-dot rows: how long does it really take? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reports/chart/chart_pace_raw.h"
#include "reports/chart/finding.h"

#define NAME_MOST 256		/* the scale needs more room than names */

enum chart_pace_group
chart_pace_group(const struct chart_pace_row *row)
{
	if (row->done < SHARE_LEAST)
		return PACE_FEW;
	return row->single ? PACE_SINGLE : PACE_RANKED;
}

int
chart_pace_is_over(const struct chart_pace_row *row)
{
	return row->done >= SHARE_LEAST && row->p90 > row->limit;
}

/* Less than zero when a took longer than b, of its standard. */
static int
compare_paces(const struct chart_pace_row *a, const struct chart_pace_row *b)
{
	const int64_t left = a->p90 * b->limit, right = b->p90 * a->limit;

	if (left != right)
		return left > right ? -1 : 1;
	return a->place - b->place;
}

/* Which rows are drawn when there are many: the slowest, done often enough. */
static int
compare_all(const void *va, const void *vb)
{
	const struct chart_pace_row *a = va, *b = vb;
	const int few = chart_pace_group(a) == PACE_FEW;

	if (few != (chart_pace_group(b) == PACE_FEW))
		return few ? 1 : -1;
	return few ? a->place - b->place : compare_paces(a, b);
}

/* Slowest first where ranked, else as they stand in the SOPs. */
static int
compare_rows(const void *va, const void *vb)
{
	const struct chart_pace_row *a = va, *b = vb;
	const enum chart_pace_group group = chart_pace_group(a);

	if (group != chart_pace_group(b))
		return group < chart_pace_group(b) ? -1 : 1;
	return group == PACE_RANKED ? compare_paces(a, b) :
	    a->place - b->place;
}

void
chart_pace_sort(struct chart_pace *c)
{
	const int drawn = c->n < PACE_MOST ? c->n : PACE_MOST;

	if (c->n == 0)
		return;
	qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_all);
	qsort(c->rows, (size_t)drawn, sizeof(*c->rows), compare_rows);
	qsort(c->rows + drawn, (size_t)(c->n - drawn), sizeof(*c->rows),
	    compare_rows);
}

double
pace_x(const struct pace_plan *p, double step)
{
	const double pad = 20;		/* for dots off the scale */

	return p->r.left + pad + step * (p->r.width - 2 * pad) / PACE_STEPS;
}

char *
chart_pace_words(char buf[PACE_WORDS], int64_t seconds, int64_t limit,
    int64_t day)
{
	char words[FORMAT_SIZE], full[FORMAT_SIZE];
	int same;

	format_duration(words, sizeof(words), seconds, day, seconds < 60);
	format_duration(full, sizeof(full), limit, day, limit < 60);
	same = limit > 0 && seconds > limit && strcmp(words, full) == 0;
	snprintf(buf, PACE_WORDS, "%s%s", same ? "> " : "", words);
	return buf;
}

char *
pace_words(char buf[PACE_WORDS], const struct chart_pace_row *row,
    int64_t seconds)
{
	return chart_pace_words(buf, seconds, row->limit, row->day);
}

/* Columns from the right, each as wide as its widest text. */
static void
choose_columns(struct pace_plan *p)
{
	const struct chart_rows *r = &p->r;
	const struct chart_pace_row *row;
	double standard, median, p90, name;
	char words[PACE_WORDS];

	standard = chart_rows_widest(r, &r->small, "standar", 0);
	median = chart_rows_widest(r, &r->small, "median", 0);
	p90 = chart_rows_widest(r, &r->small, "9 dari 10", 0);
	name = 120;
	for (row = p->data->rows; row < p->data->rows + p->n; row++) {
		name = chart_rows_widest(r, &r->bold, row->name, name);
		name = chart_rows_widest(r, &r->words, row->who, name);
		standard = chart_rows_widest(r, &r->muted, row->standard,
		    standard);
		if (chart_pace_group(row) == PACE_FEW)
			continue;
		median = chart_rows_widest(r, &r->few,
		    pace_words(words, row, row->median), median);
		p90 = chart_rows_widest(r, &r->figure,
		    pace_words(words, row, row->p90), p90);
	}
	p->r.name = fmin(name, NAME_MOST);
	p->p90 = r->look->width - r->look->margin;
	p->median = p->p90 - p90 - CHART_GAP;
	p->standard = p->median - median - CHART_GAP;
	p->r.left = r->look->margin + p->r.name + 12;
	p->r.width = p->standard - standard - 14 - p->r.left;
	p->high = 52;
}

/* The narrow layout has name, performer and standard above the scale, and the
 * durations below it. */
static void
choose_narrow(struct pace_plan *p)
{
	const struct chart_look *look = p->r.look;

	p->r.left = look->margin;
	p->r.width = p->r.name = look->width - 2 * look->margin;
	p->standard = p->p90 = p->r.left + p->r.width;
	p->high = 124;
}

/* Only what the chart contains; returns the middle of the last line. */
static double
draw_legend(const struct pace_plan *p, double y)
{
	const struct chart_rows *r = &p->r;
	struct point pen = { r->look->margin, y }, at;
	const struct chart_pace_row *row;
	int over = 0;

	if (!p->dots)
		return y - round(1.9 * r->look->label);
	for (row = p->data->rows; row < p->data->rows + p->n; row++)
		over |= chart_pace_is_over(row);
	at = chart_rows_legend(r, 18, "median, separuh lebih cepat", &pen);
	canvas_disc(r->canvas, at.x + 6, at.y, PACE_DOT, COLOUR_BLUE);
	at = chart_rows_legend(r, 20, "9 dari 10 selesai dalam waktu ini",
	    &pen);
	chart_ring(r->canvas, at.x + 7, at.y, PACE_RING, 2, COLOUR_BLUE);
	at = chart_rows_legend(r, 14, "standar", &pen);
	canvas_rect(r->canvas, at.x + 1, at.y - 8, 3, 16, COLOUR_INK);
	if (over) {
		at = chart_rows_legend(r, 20, "melebihi standar", &pen);
		chart_ring(r->canvas, at.x + 7, at.y, PACE_RING, 2,
		    COLOUR_VERMILION);
	}
	return pen.y;
}

/* What the scale counts in, above the rows. */
static void
draw_axis(const struct pace_plan *p, double baseline)
{
	static const char *const words[] = { "1/8", "1/4", "1/2", "standar",
		"2 kali", "4 kali" };
	struct text_style style = p->r.small;
	int i;

	for (i = 0; i <= PACE_STEPS; i++) {
		style.face = i == 3 ? FACE_SEMIBOLD : FACE_REGULAR;
		style.colour = i == 3 ? COLOUR_INK : COLOUR_MUTED;
		canvas_text(p->r.canvas, pace_x(p, i), baseline, ALIGN_CENTRE,
		    &style, words[i]);
	}
}

/* The headings of the columns; returns the y of the rule below. */
static double
draw_header(const struct pace_plan *p, double y)
{
	const struct chart_rows *r = &p->r;
	const double baseline = y + 8;

	if (!r->narrow) {
		canvas_text(r->canvas, r->look->margin, baseline, ALIGN_LEFT,
		    &r->small, "Langkah");
		canvas_text(r->canvas, p->standard, baseline, ALIGN_RIGHT,
		    &r->small, "standar");
		canvas_text(r->canvas, p->median, baseline, ALIGN_RIGHT,
		    &r->small, "median");
		canvas_text(r->canvas, p->p90, baseline, ALIGN_RIGHT,
		    &r->small, "9 dari 10");
	}
	if (p->dots)
		draw_axis(p, baseline);
	chart_rows_rule(r, baseline + 11);
	return baseline + 11;
}

static void
draw_notes(const struct pace_plan *p, double y)
{
	const struct chart_pace *data = p->data;
	char more[TYPEFACE_LINE_SIZE] = "", words[FORMAT_SIZE];
	const char *notes[] = { "Standar menit dan jam diukur pada waktu kerja "
	    "sejak diambil. Standar hari sejak diterima, tetapi hari diterima "
	    "tidak dihitung: sedikit lebih lama belum tentu terlambat.", NULL,
	    data->source };
	size_t n = 0;

	if (p->beyond)
		n = (size_t)snprintf(more, sizeof(more), "Titik dengan panah: "
		    "di luar skala. ");
	if (p->n < data->n)
		snprintf(more + n, sizeof(more) - n, "%s langkah lain ada "
		    "pada langkah.csv.", format_int(words, sizeof(words), data->n -
		    p->n));
	if (more[0] != '\0')
		notes[1] = more;
	chart_foot(p->r.canvas, p->r.look, y + 14, data->n == 0 ? notes + 1 :
	    notes, data->n == 0 ? 2 : 3);
}

/* Whether there are dots, and some off the scale. */
static void
look_at_dots(struct pace_plan *p)
{
	const struct chart_pace_row *row;

	for (row = p->data->rows; row < p->data->rows + p->n; row++) {
		if (chart_pace_group(row) == PACE_FEW)
			continue;
		p->dots = 1;
		p->beyond |= 8 * row->median < row->limit ||
		    row->p90 > 4 * row->limit;
	}
}

struct canvas *
chart_pace_draw(const struct chart_pace *data, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	struct canvas *c = canvas_new(typeface, chart_look(layout)->width,
	    scale);
	struct pace_plan p = { .data = data, .n = data->n };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;

	if (c == NULL)
		return NULL;
	chart_rows_begin(&p.r, c, layout);
	if (p.n > PACE_MOST)
		p.n = PACE_MOST;
	look_at_dots(&p);
	if (p.r.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	snprintf(subtitle, sizeof(subtitle), "Lama langkah yang selesai "
	    "dibanding standarnya, %s, %s",
	    data->scope != NULL ? data->scope : "semua SOP", data->period);
	y = chart_head(c, p.r.look, finding_pace(data, title, sizeof(title)),
	    subtitle);
	if (data->n == 0) {
		y = chart_rows_nothing(&p.r, "Langkah tampil di sini begitu "
		    "ada yang selesai.", y);
	} else {
		y = draw_legend(&p, y + round(2.4 * p.r.look->subtitle));
		y = draw_header(&p, y + round(1.9 * p.r.look->label));
		y = pace_draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return c;
}
