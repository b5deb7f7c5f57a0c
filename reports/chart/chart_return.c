/* chart_return.c - bars per row of the SOPs: where is work sent back? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_return.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define NAME_MOST 380		/* rows have longer names than roles */
#define HIGH	48		/* a row when wide: name and activity */
#define LOW	40		/* ... without an activity */

/* Everything the drawing of rows needs to know. */
struct plan {
	struct chart_rows		 r;
	const struct chart_return	*data;
	const struct chart_return_row	*most;	/* drawn darker */
	int				 shown;	/* of the rows */
	int				 full;	/* tenths, end of the scale */
	double				 share, count;	/* right ends */
};

static enum chart_role_group
group_of(const struct chart_return_row *row)
{
	if (share_is_few(row->sent))
		return ROLE_FEW;
	return row->single ? ROLE_SINGLE : ROLE_RANKED;
}

/* -1 when a has the larger share, 1 when b has. */
static int
compare_shares(struct share a, struct share b)
{
	const int64_t left = a.on_time * b.counted;
	const int64_t right = b.on_time * a.counted;

	return left > right ? -1 : left < right;
}

/* Most first where ranked, else by name. */
static int
compare_rows(const void *va, const void *vb)
{
	const struct chart_return_row *a = va, *b = vb;
	const enum chart_role_group group = group_of(a);
	int order = 0;

	if (group != group_of(b))
		return group < group_of(b) ? -1 : 1;
	if (group == ROLE_RANKED)
		order = compare_shares(a->sent, b->sent);
	return order != 0 ? order : strcmp(a->name, b->name);
}

void
chart_return_sort(struct chart_return *c)
{
	if (c->n > 0)
		qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_rows);
}

const struct chart_return_row *
chart_return_most(const struct chart_return *c)
{
	const struct chart_return_row *row;

	if (c->n == 0 || group_of(c->rows) != ROLE_RANKED)
		return NULL;
	for (row = c->rows + 1; row < c->rows + c->n; row++)
		if (!share_is_few(row->sent) &&
		    compare_shares(c->rows->sent, row->sent) != -1)
			return NULL;
	return c->rows;
}

/* "15 dari 135" */
static char *
count_words(const struct chart_return_row *row, char *buf, size_t size)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	snprintf(buf, size, "%s dari %s",
	    format_int(part, sizeof(part), row->sent.on_time),
	    format_int(whole, sizeof(whole), row->sent.counted));
	return buf;
}

/* The share as a percentage; few decisions have their count alone. */
static char *
percent_words(const struct chart_return_row *row, char *buf, size_t size)
{
	if (share_is_few(row->sent))
		snprintf(buf, size, "\xe2\x80\x93");
	else
		share_words(buf, size, row->sent, SHARE_NONE);
	return buf;
}

/* A round figure that no bar exceeds. */
static void
choose_scale(struct plan *p)
{
	static const int ends[] = { 50, 100, 200, 400, 1000 };
	int i, tenths, most = 0;
	size_t k = 0;

	for (i = 0; i < p->shown; i++) {
		tenths = share_tenths(p->data->rows[i].sent, SHARE_NONE);
		if (!share_is_few(p->data->rows[i].sent) && tenths > most)
			most = tenths;
	}
	while (k < sizeof(ends) / sizeof(*ends) - 1 && ends[k] < most)
		k++;
	p->full = ends[k];
}

/* Columns from the right, as wide as their texts; names get what they need up
 * to a limit, and the bars the rest.  The narrow layout has bars below. */
static void
choose_columns(struct plan *p)
{
	const struct chart_return_row *row;
	struct chart_rows *r = &p->r;
	double share, count;
	char words[2 * FORMAT_SIZE + 8];

	share = chart_rows_widest(r, &r->small, p->data->column, 0);
	count = chart_rows_widest(r, &r->small, "keputusan", 0);
	r->name = chart_rows_widest(r, &r->small, "Langkah", 120);
	for (row = p->data->rows; row < p->data->rows + p->shown; row++) {
		percent_words(row, words, sizeof(words));
		share = chart_rows_widest(r, &r->figure, words, share);
		count_words(row, words, sizeof(words));
		count = chart_rows_widest(r, &r->muted, words, count);
		r->name = chart_rows_widest(r, &r->bold, row->name, r->name);
		r->name = chart_rows_widest(r, &r->words, row->activity,
		    r->name);
	}
	p->count = r->look->width - r->look->margin;
	p->share = r->narrow ? p->count : p->count - count - CHART_GAP;
	r->name = r->narrow ? p->share - share - 22 - r->look->margin :
	    fmin(r->name, NAME_MOST);
	r->left = r->narrow ? r->look->margin : r->look->margin + r->name + 24;
	r->width = r->narrow ? p->count - r->left :
	    p->share - share - 30 - r->left;
}

/* The share of decisions that were returns, from zero on. */
static void
draw_bar(const struct plan *p, const struct chart_return_row *row, double y)
{
	const struct chart_rows *r = &p->r;
	const int tenths = share_tenths(row->sent, SHARE_NONE);

	canvas_rect(r->canvas, r->left, y - 8, r->width, 16, COLOUR_TRACK);
	canvas_mark(r->canvas, r->left, y - 8, r->width, 16);
	if (tenths > 0)
		canvas_rect(r->canvas, r->left, y - 8,
		    r->width * tenths / p->full, 16,
		    row == p->most ? COLOUR_MUTED : COLOUR_PALE);
}

static const struct text_style *
name_style(const struct plan *p, const struct chart_return_row *row)
{
	return row == p->most ? &p->r.bold : &p->r.plain;
}

static void
draw_share(const struct plan *p, const struct chart_return_row *row,
    double baseline)
{
	char words[FORMAT_SIZE];

	canvas_text(p->r.canvas, p->share, baseline, ALIGN_RIGHT,
	    share_is_few(row->sent) ? &p->r.few : &p->r.figure,
	    percent_words(row, words, sizeof(words)));
}

/* Returns the height of the row. */
static double
draw_wide_row(const struct plan *p, const struct chart_return_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	const double more = chart_rows_more(r, name_style(p, row), row->name);
	const int active = row->activity[0] != '\0';
	const double height = (active ? HIGH : LOW) + more;
	const double middle = floor(y + height / 2);
	char words[2 * FORMAT_SIZE + 8];
	double baseline = middle + 5 - floor(more / 2) - (active ? 9 : 0);

	baseline = chart_rows_name(r, name_style(p, row), row->name, baseline);
	if (active)
		chart_rows_fit(r, &r->words, r->look->margin, baseline + 18,
		    r->name, row->activity);
	if (!share_is_few(row->sent))
		draw_bar(p, row, middle);
	draw_share(p, row, middle + 5);
	canvas_text(r->canvas, p->count, middle + 5, ALIGN_RIGHT, &r->muted,
	    count_words(row, words, sizeof(words)));
	return height;
}

/* Name and share, activity, bar, count: one below the other. */
static double
draw_narrow_row(const struct plan *p, const struct chart_return_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	char number[2 * FORMAT_SIZE + 8], words[2 * FORMAT_SIZE + 32];
	double baseline = y + 26;

	draw_share(p, row, baseline);
	baseline = chart_rows_name(r, name_style(p, row), row->name, baseline);
	if (row->activity[0] != '\0')
		chart_rows_fit(r, &r->words, r->look->margin, baseline += 23,
		    r->width, row->activity);
	if (!share_is_few(row->sent))
		draw_bar(p, row, baseline += 19);
	baseline += share_is_few(row->sent) ? 23 : 28;
	snprintf(words, sizeof(words), "%s keputusan", count_words(row,
	    number, sizeof(number)));
	canvas_text(r->canvas, r->left, baseline, ALIGN_LEFT, &r->words,
	    words);
	return baseline + 13 - y;
}

/* The scale of the bars; returns the y below. */
static double
draw_axis(const struct plan *p, double y)
{
	const struct chart_rows *r = &p->r;
	const double baseline = y + round(1.5 * r->small.size);
	const double middle = r->left + r->width / 2;
	struct text_style style = r->small;
	char words[FORMAT_SIZE];

	style.face = FACE_REGULAR;
	canvas_text(r->canvas, r->left, baseline,
	    r->narrow ? ALIGN_LEFT : ALIGN_CENTRE, &style, "0");
	format_number(words, sizeof(words), p->full / 20.0, p->full % 20 != 0);
	canvas_text(r->canvas, middle, baseline, ALIGN_CENTRE, &style, words);
	canvas_text(r->canvas, r->left + r->width, baseline,
	    r->narrow ? ALIGN_RIGHT : ALIGN_CENTRE, &style,
	    share_target(words, sizeof(words), p->full));
	return y + round(2.4 * style.size);
}

/* All rows, group by group, with the axis below the last bars. */
static double
draw_rows(const struct plan *p, double y)
{
	static const char *const words[] = {
		[ROLE_SINGLE] = "Satu pemegang jabatan, tidak diperingkat",
		[ROLE_FEW] = "Kurang dari 10 keputusan, tidak diperingkat",
	};
	const struct chart_return_row *row = p->data->rows;
	const struct chart_return_row *end = row + p->shown;
	enum chart_role_group group;
	int bars = 0;

	for (; row < end; row++) {
		group = group_of(row);
		if (bars && group == ROLE_FEW) {
			y = draw_axis(p, y);
			bars = 0;
		}
		if (group != ROLE_RANKED && (row == p->data->rows ||
		    group_of(row - 1) != group))
			y = chart_rows_heading(&p->r, words[group], y);
		bars |= group != ROLE_FEW;
		y += p->r.narrow ? draw_narrow_row(p, row, y) :
		    draw_wide_row(p, row, y);
		chart_rows_rule(&p->r, y);
	}
	return bars ? draw_axis(p, y) : y;
}

static void
draw_notes(const struct plan *p, double y)
{
	char first[2 * TYPEFACE_LINE_SIZE] = "", number[FORMAT_SIZE];
	const char *notes[] = { first, p->data->source };

	if (p->shown < p->data->n)
		text_add(first, sizeof(first), "%d dari %s langkah yang "
		    "mengembalikan; semua ada pada tabel. ", p->shown,
		    format_int(number, sizeof(number), p->data->n));
	if (p->data->note != NULL)
		text_add(first, sizeof(first), "%s", p->data->note);
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 2);
}

struct canvas *
chart_return_draw(const struct chart_return *data,
    const struct typeface *typeface, enum chart_layout layout, int scale)
{
	struct plan p = { .data = data, .most = chart_return_most(data),
		.shown = data->n < CHART_RETURN_MOST ? data->n :
		CHART_RETURN_MOST };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;

	if (chart_rows_begin(&p.r, typeface, layout, scale) == NULL)
		return NULL;
	choose_scale(&p);
	choose_columns(&p);
	finding_return(data, title, sizeof(title));
	snprintf(subtitle, sizeof(subtitle), "Keputusan yang mengembalikan "
	    "berkas, per langkah%s%s, %s", data->scope != NULL ? ", " : "",
	    data->scope != NULL ? data->scope : "", data->period);
	y = chart_head(p.r.canvas, p.r.look, title, subtitle);
	if (data->n == 0) {
		y = chart_rows_nothing(&p.r, "Langkah tampil di sini begitu "
		    "ada yang dikembalikan.", y);
	} else {
		y = chart_rows_header(&p.r, "Langkah",
		    (struct chart_column[]) { { data->column, p.share },
		    { "keputusan", p.count } }, 2,
		    y + round(2 * p.r.look->subtitle));
		y = draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return p.r.canvas;
}
