/* chart_age.c - stacked bars: what is waiting, and how old is it? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_age.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define BAR	20		/* height of a bar */
#define LATE	4		/* ... and of its late part below it */

/* One hue from light to dark, and letters that can be read on each. */
static const struct {
	const char	*words;
	int		 colour, ink;
} ages[AGE__MAX] = {
	[AGE_DAY] = { "sampai 1 hari kerja", 0xcfe3f1, COLOUR_INK },
	[AGE_WEEK] = { "2\xe2\x80\x93" "5 hari kerja", 0x8cbcdc, COLOUR_INK },
	[AGE_FORTNIGHT] = { "6\xe2\x80\x93" "10 hari kerja", 0x2873a6,
	    COLOUR_PAPER },
	[AGE_OLDER] = { "lebih dari 10 hari kerja", 0x0a3d66, COLOUR_PAPER },
};

/* Everything the drawing of rows needs to know. */
struct age_plan {
	struct chart_rows	 r;
	const struct chart_age	*data;
	int64_t			 most;		/* the largest total */
	double			 oldest, late, total;	/* right ends */
};

int64_t
chart_age_total(const struct chart_age_row *row)
{
	int64_t n = 0;
	int i;

	for (i = 0; i < AGE__MAX; i++)
		n += row->n[i];
	return n;
}

/* Most late first, then most of the oldest, where roles may be ranked; else by
 * name. */
static int
compare_rows(const void *va, const void *vb)
{
	const struct chart_age_row *a = va, *b = vb;
	int i;

	if (a->single != b->single)
		return a->single ? 1 : -1;
	if (!a->single && a->late != b->late)
		return a->late > b->late ? -1 : 1;
	for (i = AGE_OLDER; i >= AGE_DAY && !a->single; i--)
		if (a->n[i] != b->n[i])
			return a->n[i] > b->n[i] ? -1 : 1;
	return strcmp(a->name, b->name);
}

void
chart_age_sort(struct chart_age *c)
{
	if (c->n > 0)
		qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_rows);
}

static char *
oldest_words(const struct chart_age_row *row, char *buf, size_t size)
{
	char words[FORMAT_SIZE];

	if (row->oldest == 0)
		snprintf(buf, size, "hari ini");
	else
		snprintf(buf, size, "%s hari kerja",
		    format_int(words, sizeof(words), row->oldest));
	return buf;
}

/* Columns from the right, each as wide as its widest text. */
static void
choose_columns(struct age_plan *p)
{
	const struct chart_rows *r = &p->r;
	const struct chart_age_row *row;
	double oldest, late, total, name = 120;
	char words[2 * FORMAT_SIZE];

	oldest = chart_rows_widest(r, &r->small, "tertua", 0);
	late = chart_rows_widest(r, &r->small, "terlambat", 0);
	total = chart_rows_widest(r, &r->small, "terbuka", 0);
	for (row = p->data->rows; row < p->data->rows + p->data->n; row++) {
		name = chart_rows_widest(r, &r->plain, row->name, name);
		oldest = chart_rows_widest(r, &r->muted, oldest_words(row,
		    words, sizeof(words)), oldest);
		total = chart_rows_widest(r, &r->figure, format_int(words,
		    sizeof(words), chart_age_total(row)), total);
	}
	p->total = r->look->width - r->look->margin;
	p->late = p->total - total - CHART_GAP;
	p->oldest = p->late - late - CHART_GAP;
	p->r.name = fmin(name, CHART_NAME_MOST);
	p->r.left = r->look->margin + p->r.name + 24;
	p->r.width = p->oldest - oldest - CHART_GAP - p->r.left;
}

/* The narrow layout has the total beside the name, and the bar below. */
static void
choose_narrow(struct age_plan *p)
{
	const struct chart_rows *r = &p->r;
	char words[FORMAT_SIZE];

	p->r.left = r->look->margin;
	p->r.width = r->look->width - 2 * r->look->margin;
	p->total = p->oldest = p->r.left + p->r.width;
	p->r.name = p->r.width - 16 - typeface_width(r->typeface, &r->figure,
	    format_int(words, sizeof(words), p->most));
}

static double
draw_legend(const struct age_plan *p, double y)
{
	struct point pen = { p->r.look->margin, y }, at;
	int64_t late = 0;
	int i;

	for (i = 0; i < p->data->n; i++)
		late += p->data->rows[i].late;
	for (i = 0; i < AGE__MAX; i++) {
		at = chart_rows_legend(&p->r, 26, ages[i].words, &pen);
		canvas_rect(p->r.canvas, at.x, at.y - 7, 18, 14,
		    ages[i].colour);
	}
	if (late > 0) {
		at = chart_rows_legend(&p->r, 26, "terlambat", &pen);
		canvas_rect(p->r.canvas, at.x, at.y - LATE / 2.0, 18, LATE,
		    COLOUR_VERMILION);
	}
	return pen.y;
}

/* The part of a row that is late, below its bar. */
static void
draw_late(const struct age_plan *p, const struct chart_age_row *row, double y)
{
	if (row->late > 0)
		canvas_rect(p->r.canvas, p->r.left, y + BAR / 2.0 + 1,
		    round(p->r.width * (double)row->late / (double)p->most),
		    LATE, COLOUR_VERMILION);
}

/* "6" with the mark of what is late; nothing where nothing is. */
static void
set_late(const struct age_plan *p, const struct chart_age_row *row, double y)
{
	struct text_style style = p->r.figure;
	char words[FORMAT_SIZE];

	if (row->late == 0)
		return;
	style.colour = COLOUR_RUST;
	format_int(words, sizeof(words), row->late);
	chart_triangle(p->r.canvas, p->late - 12 - typeface_width(
	    p->r.typeface, &style, words), y - round(0.36 * style.size), 11,
	    1, COLOUR_VERMILION);
	canvas_text(p->r.canvas, p->late, y, ALIGN_RIGHT, &style, words);
}

/* The four ages from the left, with their numbers where these have room. */
static void
draw_bar(const struct age_plan *p, const struct chart_age_row *row, double y)
{
	const struct chart_rows *r = &p->r;
	struct text_style style = { FACE_MEDIUM, r->look->label - 0.5, 0, 1 };
	char words[FORMAT_SIZE];
	double from = r->left, width;
	int64_t sum = 0;
	int i;

	for (i = 0; i < AGE__MAX; i++) {
		if (row->n[i] == 0)
			continue;
		sum += row->n[i];
		width = round(r->left + r->width * (double)sum /
		    (double)p->most) - from;
		canvas_rect(r->canvas, from, y - BAR / 2.0, width, BAR,
		    ages[i].colour);
		if (from > r->left)
			canvas_rect(r->canvas, from, y - BAR / 2.0, 1, BAR,
			    COLOUR_PAPER);
		format_int(words, sizeof(words), row->n[i]);
		style.colour = ages[i].ink;
		if (typeface_width(r->typeface, &style, words) + 10 < width)
			canvas_text(r->canvas, from + width / 2,
			    y + round(0.36 * style.size), ALIGN_CENTRE,
			    &style, words);
		from += width;
	}
}

static double
row_height(const struct age_plan *p, const struct chart_age_row *row)
{
	return chart_rows_more(&p->r, &p->r.plain, row->name) +
	    (p->r.narrow ? 92 : 38);
}

static void
draw_wide_row(const struct age_plan *p, const struct chart_age_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	const double middle = floor(y + row_height(p, row) / 2);
	char words[2 * FORMAT_SIZE];

	chart_rows_name_beside(r, &r->plain, row->name, middle + 5);
	draw_bar(p, row, middle);
	draw_late(p, row, middle);
	set_late(p, row, middle + 5);
	canvas_text(r->canvas, p->oldest, middle + 5, ALIGN_RIGHT, &r->muted,
	    oldest_words(row, words, sizeof(words)));
	canvas_text(r->canvas, p->total, middle + 5, ALIGN_RIGHT, &r->figure,
	    format_int(words, sizeof(words), chart_age_total(row)));
}

static void
draw_narrow_row(const struct age_plan *p, const struct chart_age_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	char words[2 * FORMAT_SIZE], text[4 * FORMAT_SIZE];
	double baseline = y + 26;

	canvas_text(r->canvas, p->total, baseline, ALIGN_RIGHT, &r->figure,
	    format_int(words, sizeof(words), chart_age_total(row)));
	baseline = chart_rows_name(r, &r->plain, row->name, baseline);
	draw_bar(p, row, baseline + 23);
	draw_late(p, row, baseline + 23);
	snprintf(text, sizeof(text), "tertua %s",
	    oldest_words(row, words, sizeof(words)));
	if (row->late > 0)
		text_add(text, sizeof(text), ", %s terlambat",
		    format_int(words, sizeof(words), row->late));
	canvas_text(r->canvas, r->left, baseline + 53, ALIGN_LEFT, &r->words,
	    text);
}

static double
draw_rows(const struct age_plan *p, double y)
{
	const struct chart_age_row *row, *first = p->data->rows;

	for (row = first; row < first + p->data->n; row++) {
		if (row->single && (row == first || !row[-1].single))
			y = chart_rows_heading(&p->r, "Satu pemegang jabatan, "
			    "tidak diperingkat", y);
		if (p->r.narrow)
			draw_narrow_row(p, row, y);
		else
			draw_wide_row(p, row, y);
		y += row_height(p, row);
		chart_rows_rule(&p->r, y);
	}
	return y;
}

struct canvas *
chart_age_draw(const struct chart_age *data, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	const char *notes[] = { "Umur dihitung dalam hari kerja sejak langkah "
	    "dibuka. Yang paling banyak terlambat dahulu.", data->source };
	struct age_plan p = { .data = data, .most = 1 };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;
	int i;

	if (chart_rows_begin(&p.r, typeface, layout, scale) == NULL)
		return NULL;
	for (i = 0; i < data->n; i++)
		if (chart_age_total(&data->rows[i]) > p.most)
			p.most = chart_age_total(&data->rows[i]);
	if (p.r.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	snprintf(subtitle, sizeof(subtitle), "Langkah yang belum selesai "
	    "menurut umurnya, %s, %s",
	    data->scope != NULL ? data->scope : "semua SOP", data->when);
	y = chart_head(p.r.canvas, p.r.look,
	    finding_age(data, title, sizeof(title)),
	    subtitle);
	if (data->n == 0) {
		y = chart_rows_nothing(&p.r, "Peran tampil di sini bila ada "
		    "langkah yang menunggu.", y);
		notes[0] = "";
	} else {
		y = draw_legend(&p, y + round(2.4 * p.r.look->subtitle));
		y = chart_rows_header(&p.r, "Peran", (struct chart_column[]) {
		    { "tertua", p.oldest }, { "terlambat", p.late },
		    { "terbuka", p.total } }, 3,
		    y + round(1.9 * p.r.look->label));
		y = draw_rows(&p, y);
	}
	chart_foot(p.r.canvas, p.r.look, y + 14, notes, 2);
	return p.r.canvas;
}
