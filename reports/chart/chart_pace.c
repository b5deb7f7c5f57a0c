/* chart_pace.c - two-dot rows: how long does it really take? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define NAME_MOST	256	/* the scale needs more room than names */
#define BAND	22		/* height of what the standard allows */
#define DOT	5.0		/* radius of the median */
#define RING	6.5		/* of nine of ten */
#define DOUBLINGS 5		/* of the scale, from 1/8 to 4 */

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

/* By the time of nine of ten as a multiple of the standard: less than zero when
 * that of a is larger. */
static int
compare_paces(const struct chart_pace_row *a, const struct chart_pace_row *b)
{
	const int64_t left = a->p90 * b->limit, right = b->p90 * a->limit;

	if (left != right)
		return left > right ? -1 : 1;
	return a->place - b->place;
}

/* The order in which rows are drawn when there are many: the slowest first, of
 * those done often enough. */
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

/* Everything the drawing of rows needs to know. */
struct plan {
	struct chart_rows	 r;
	const struct chart_pace	*data;
	int			 n;		/* rows drawn */
	double			 standard, median, p90;	/* right ends */
	double			 high;		/* of a row with dots */
	int			 dots;		/* some row has them */
	int			 beyond;	/* some dot is off the scale */
};

/* The x of a multiple of the standard: `step` 0 is an eighth of it, 3 the
 * standard, 5 four times. */
static double
x_of(const struct plan *p, double step)
{
	const double pad = 20;		/* for dots off the scale */

	return p->r.left + pad + step * (p->r.width - 2 * pad) / DOUBLINGS;
}

/* A duration as the table prints it. */
static char *
row_words(char buf[PACE_WORDS], const struct chart_pace_row *row,
    int64_t seconds)
{
	return chart_pace_words(buf, seconds, row->limit, row->day);
}

/* -- the rows -------------------------------------------------------------- */

/* The place of a duration, and -1 or 1 when the scale ends before it. */
static double
place(const struct plan *p, const struct chart_pace_row *row,
    int64_t seconds, int *beyond)
{
	double step = seconds > 0 ?
	    3 + log2((double)seconds / (double)row->limit) : -1;

	*beyond = 0;
	if (step < 0) {
		*beyond = -1;
		step = 0;
	} else if (step > DOUBLINGS) {
		*beyond = 1;
		step = DOUBLINGS;
	}
	return x_of(p, step);
}

/* An arrow head beside a dot at the end of the scale. */
static void
draw_arrow(const struct plan *p, double x, double y, int beyond,
    int colour)
{
	const double tip = x + beyond * (RING + 9);

	canvas_convex(p->r.canvas, (struct point[]) {
	    { tip - beyond * 6, y - 5 }, { tip, y },
	    { tip - beyond * 6, y + 5 } }, 3, colour);
}

/* The time up to the standard as a band, the line at its end, and the two dots
 * joined by a bar. */
static void
draw_dots(const struct plan *p, const struct chart_pace_row *row,
    double y)
{
	struct canvas *c = p->r.canvas;
	const int slow = row->median > row->limit ? COLOUR_VERMILION :
	    COLOUR_BLUE;
	const int slowest = row->p90 > row->limit ? COLOUR_VERMILION :
	    COLOUR_BLUE;
	const double line = x_of(p, 3);
	int below, above;
	const double a = place(p, row, row->median, &below);
	const double b = place(p, row, row->p90, &above);

	canvas_rect(c, p->r.left, y - BAND / 2.0, line - p->r.left, BAND,
	    COLOUR_TRACK);
	canvas_rect(c, a, y - 2, b - a, 4, COLOUR_PALE);
	canvas_rect(c, line - 1.5, y - 15, 3, 30, COLOUR_INK);
	chart_ring(c, b, y, RING, 2, slowest);
	canvas_disc(c, a, y, b - a < DOT + RING ? 3 : DOT,
	    slow);
	if (below != 0)
		draw_arrow(p, a, y, below, slow);
	if (above != 0)
		draw_arrow(p, b, y, above, slowest);
	canvas_mark(c, p->r.left, y - 15, p->r.width, 30);
}

static const struct text_style *
name_style(const struct plan *p, const struct chart_pace_row *row)
{
	return chart_pace_is_over(row) ? &p->r.bold : &p->r.plain;
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

/* The style for the time of nine of ten: rust when longer than the standard. */
static struct text_style
p90_style(const struct text_style *style, const struct chart_pace_row *row)
{
	struct text_style s = *style;

	if (row->p90 > row->limit)
		s.colour = COLOUR_RUST;
	return s;
}

static double
row_height(const struct plan *p, const struct chart_pace_row *row)
{
	const double more = chart_rows_more(&p->r, name_style(p, row),
	    row->name);

	if (chart_pace_group(row) != PACE_FEW)
		return more + p->high;
	return more + (p->r.narrow ? 90 : p->high);
}

static void
draw_wide_row(const struct plan *p, const struct chart_pace_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	const double middle = floor(y + row_height(p, row) / 2);
	const double baseline = middle + 5;
	const struct text_style slowest = p90_style(&r->figure, row);
	char words[2 * PACE_WORDS];
	double name;

	name = chart_rows_name(r, name_style(p, row), row->name, y + 22);
	chart_rows_fit(r, &r->words, r->look->margin, name + 19, r->name,
	    row->who);
	canvas_text(r->canvas, p->standard, baseline, ALIGN_RIGHT, &r->muted,
	    row->standard);
	if (chart_pace_group(row) == PACE_FEW) {
		canvas_text(r->canvas, r->left + 20, baseline, ALIGN_LEFT,
		    &r->words, few_words(row, words, sizeof(words)));
		return;
	}
	draw_dots(p, row, middle);
	canvas_text(r->canvas, p->median, baseline, ALIGN_RIGHT, &r->few,
	    row_words(words, row, row->median));
	canvas_text(r->canvas, p->p90, baseline, ALIGN_RIGHT, &slowest,
	    row_words(words, row, row->p90));
}

static void
draw_narrow_row(const struct plan *p, const struct chart_pace_row *row,
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
	chart_rows_fit(r, &r->words, r->look->margin, baseline,
	    r->width - width - 16, row->who);
	if (chart_pace_group(row) == PACE_FEW) {
		canvas_text(r->canvas, r->left, baseline + 25, ALIGN_LEFT,
		    &r->words, few_words(row, text, sizeof(text)));
		return;
	}
	draw_dots(p, row, baseline + 26);
	snprintf(text, sizeof(text), "median %s",
	    row_words(words, row, row->median));
	canvas_text(r->canvas, r->left, baseline + 60, ALIGN_LEFT, &r->words,
	    text);
	snprintf(text, sizeof(text), "9 dari 10: %s",
	    row_words(words, row, row->p90));
	canvas_text(r->canvas, p->p90, baseline + 60, ALIGN_RIGHT, &slowest,
	    text);
}

/* The reason why the rows below are not ranked; returns the y of the rule. */
static double
draw_heading(const struct plan *p, enum chart_pace_group group, double y)
{
	static const char *const words[] = {
		[PACE_SINGLE] = "Satu pemegang jabatan, tidak diperingkat",
		[PACE_FEW] = "Kurang dari 10 kali selesai, tidak diperingkat",
	};

	return chart_rows_heading(&p->r, words[group], y);
}

/* Lines of the scale behind the rows of a group. */
static void
draw_grid(const struct plan *p, double y, double bottom)
{
	int i;

	for (i = 0; i <= DOUBLINGS; i++)
		canvas_rect(p->r.canvas, x_of(p, i) - 0.5, y, 1, bottom - y,
		    COLOUR_GRID);
}

/* Draw all rows, group by group; returns the y below. */
static double
draw_rows(const struct plan *p, double y)
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

/* -- around the rows ------------------------------------------------------- */

/* Columns from the right, each as wide as its widest text. */
static void
choose_columns(struct plan *p)
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
		    row_words(words, row, row->median), median);
		p90 = chart_rows_widest(r, &r->figure,
		    row_words(words, row, row->p90), p90);
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
choose_narrow(struct plan *p)
{
	const struct chart_look *look = p->r.look;

	p->r.left = look->margin;
	p->r.width = p->r.name = look->width - 2 * look->margin;
	p->standard = p->p90 = p->r.left + p->r.width;
	p->high = 124;
}

/* Only what the chart contains; returns the middle of the last line. */
static double
draw_legend(const struct plan *p, double y)
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
	canvas_disc(r->canvas, at.x + 6, at.y, DOT, COLOUR_BLUE);
	at = chart_rows_legend(r, 20, "9 dari 10 selesai dalam waktu ini",
	    &pen);
	chart_ring(r->canvas, at.x + 7, at.y, RING, 2, COLOUR_BLUE);
	at = chart_rows_legend(r, 14, "standar", &pen);
	canvas_rect(r->canvas, at.x + 1, at.y - 8, 3, 16, COLOUR_INK);
	if (over) {
		at = chart_rows_legend(r, 20, "melebihi standar", &pen);
		chart_ring(r->canvas, at.x + 7, at.y, RING, 2,
		    COLOUR_VERMILION);
	}
	return pen.y;
}

/* The names of the scale, above the rows. */
static void
draw_axis(const struct plan *p, double baseline)
{
	static const char *const words[] = { "1/8", "1/4", "1/2", "standar",
		"2 kali", "4 kali" };
	struct text_style style = p->r.small;
	int i;

	for (i = 0; i <= DOUBLINGS; i++) {
		style.face = i == 3 ? FACE_SEMIBOLD : FACE_REGULAR;
		style.colour = i == 3 ? COLOUR_INK : COLOUR_MUTED;
		canvas_text(p->r.canvas, x_of(p, i), baseline, ALIGN_CENTRE,
		    &style, words[i]);
	}
}

/* The headings of the columns and the names of the scale; returns the y of the
 * rule below. */
static double
draw_header(const struct plan *p, double y)
{
	const struct chart_column columns[] = { { "standar", p->standard },
		{ "median", p->median }, { "9 dari 10", p->p90 } };

	if (p->dots)
		draw_axis(p, y + 8);
	return chart_rows_header(&p->r, "Langkah", columns, 3,
	    p->r.narrow ? y + 19 : y);
}

static void
draw_notes(const struct plan *p, double y)
{
	const struct chart_pace *data = p->data;
	char more[TYPEFACE_LINE_SIZE] = "", words[FORMAT_SIZE];
	const char *notes[] = { data->n == 0 ? "" : "Standar menit dan jam "
	    "diukur pada waktu kerja sejak diambil. Standar hari sejak "
	    "diterima, tetapi hari diterima tidak dihitung: sedikit lebih lama "
	    "belum tentu terlambat.", more, data->source };

	if (p->beyond)
		text_add(more, sizeof(more), "Titik dengan panah: di luar "
		    "skala. ");
	if (p->n < data->n)
		text_add(more, sizeof(more), "%s langkah lain ada pada "
		    "langkah.csv.", format_int(words, sizeof(words),
		    data->n - p->n));
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 3);
}

/* Note in the plan whether there are dots, and some off the scale. */
static void
look_at_dots(struct plan *p)
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
	struct plan p = { .data = data, .n = data->n };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;

	if (chart_rows_begin(&p.r, typeface, layout, scale) == NULL)
		return NULL;
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
	y = chart_head(p.r.canvas, p.r.look,
	    finding_pace(data, title, sizeof(title)),
	    subtitle);
	if (data->n == 0) {
		y = chart_rows_nothing(&p.r, "Langkah tampil di sini begitu "
		    "ada yang selesai.", y);
	} else {
		y = draw_legend(&p, y + round(2.4 * p.r.look->subtitle));
		y = draw_header(&p, y + round(1.9 * p.r.look->label));
		y = draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return p.r.canvas;
}
