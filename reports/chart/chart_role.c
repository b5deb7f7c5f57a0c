/* chart_role.c - rows of shares, as bars or as lines: who keeps the time? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/noise.h"
#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_role.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define HIGH	42		/* a row with a bar, when wide */
#define FULL	1000		/* 100% in tenths */
#define SPARK_HIGH 44		/* the ground of a line */
#define SPARK_DOT 5.0		/* radius of the last month */
#define SPARK_LEAST 3		/* months that make a line */
#define INSET	10		/* of the first and the last month */
#define DOT	2.5		/* a month with none beside it */
#define COUNTED	"tepat waktu"	/* heading of "242 dari 326" */

enum chart_role_group
chart_role_group(const struct chart_role_row *row)
{
	if (row->now.counted <= 0)
		return ROLE_NONE;
	if (share_is_few(row->now))
		return ROLE_FEW;
	return row->single ? ROLE_SINGLE : ROLE_RANKED;
}

/* The lowest tier first where ranked, else by name. */
static int
compare_rows(const void *va, const void *vb)
{
	const struct chart_role_row *a = va, *b = vb;
	const enum chart_role_group group = chart_role_group(a);

	if (group != chart_role_group(b))
		return group < chart_role_group(b) ? -1 : 1;
	if (group == ROLE_RANKED && a->tier != b->tier)
		return a->tier < b->tier ? -1 : 1;
	return strcmp(a->name, b->name);
}

void
chart_role_sort(struct chart_role *c)
{
	if (c->n > 0)
		qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_rows);
}

/* Everything the drawing of rows needs to know. */
struct plan {
	struct chart_rows	 r;		/* where things stand */
	const struct chart_role	*data;
	int			 changes;	/* some row has a change */
	double			 share, change, count;	/* right ends */
	double			 mark, arrow;	/* middles */
	double			 spark, room;	/* lines: left end, width */
	int			 floor;		/* tenths, where lines begin */
};

/* Can this and the earlier period be compared? */
static int
has_change(const struct chart_role_row *row)
{
	return !share_is_few(row->now) && !share_is_few(row->before);
}

/* The difference of the two printed shares, in tenths of a point. */
static int
change_of(const struct plan *p, const struct chart_role_row *row)
{
	return share_tenths(row->now, p->data->target) -
	    share_tenths(row->before, p->data->target);
}

/* Of names: bold below the target. */
static const struct text_style *
name_style(const struct plan *p, const struct chart_role_row *row)
{
	return share_is_low(row->now, p->data->target) ? &p->r.bold :
	    &p->r.plain;
}

/* -- twelve months as a line ----------------------------------------------- */

static int
has_share(const struct chart_role_row *row, int i)
{
	return !share_is_few(row->month[i]);
}

/* Bar or line?  Few tasks have a sentence, and so have an SOP's few months. */
static int
has_graphic(const struct plan *p, const struct chart_role_row *row)
{
	int i, n = 0;

	for (i = 0; i < p->data->months; i++)
		n += has_share(row, i);
	return !share_is_few(row->now) &&
	    (p->data->kind == ROWS_OF_ROLES || n >= SPARK_LEAST);
}

/* A round figure below everything drawn; zero when the range is wide. */
static void
spark_choose(struct plan *p)
{
	const struct chart_role_row *row;
	int i, tenths;
	int least = p->data->target != SHARE_NONE ? p->data->target : FULL;

	for (row = p->data->rows; row < p->data->rows + p->data->n; row++)
		for (i = 0; i < p->data->months; i++) {
			tenths = share_tenths(row->month[i], p->data->target);
			if (has_share(row, i) && tenths < least)
				least = tenths;
		}
	p->floor = least > 900 ? 900 : least / 100 * 100;
	if (FULL - p->floor > 500)
		p->floor = 0;
}

/* Room for the names of the scale, left of the lines. */
static double
spark_names(const struct plan *p)
{
	return p->data->kind == ROWS_OF_SOPS ?
	    typeface_width(p->r.typeface, &p->r.words, "100%") + 8 : 0;
}

static double
y_of(const struct plan *p, int tenths, double middle)
{
	return middle + SPARK_HIGH / 2.0 - SPARK_HIGH *
	    (double)(tenths - p->floor) / (FULL - p->floor);
}

/* The last month is always rightmost, but for the dot of a longer period. */
static double
x_of(const struct plan *p, int i)
{
	const double right = p->data->longer ? 3 * INSET : INSET;

	return p->spark + INSET + (p->room - INSET - right) *
	    (ROLE_MONTHS - p->data->months + i) / (ROLE_MONTHS - 1);
}

static struct point
point_of(const struct plan *p, const struct chart_role_row *row, int i,
    double middle)
{
	return (struct point) { x_of(p, i), y_of(p,
	    share_tenths(row->month[i], p->data->target), middle) };
}

/* The ground of a line, from the floor of the scale to 100%. */
static void
draw_ground(const struct plan *p, double middle, int first)
{
	const struct text_style *style = &p->r.words;
	const double top = middle - SPARK_HIGH / 2.0;
	const double x = p->spark - 8;
	char words[FORMAT_SIZE];

	canvas_rect(p->r.canvas, p->spark, top, p->room, SPARK_HIGH,
	    COLOUR_TRACK);
	canvas_mark(p->r.canvas, p->spark, top, p->room, SPARK_HIGH);
	if (p->data->target != SHARE_NONE)
		canvas_rect(p->r.canvas, p->spark,
		    y_of(p, p->data->target, middle) - 0.5, p->room, 1,
		    COLOUR_INK);
	if (!first)
		return;
	canvas_text(p->r.canvas, x, round(top + 0.72 * style->size),
	    ALIGN_RIGHT, style, "100%");
	canvas_text(p->r.canvas, x, top + SPARK_HIGH, ALIGN_RIGHT, style,
	    format_int(words, sizeof(words), p->floor / 10));
}

/* The dot of the share that stands beside the line: of the last month, open
 * while that is not over; of a longer period, beyond the line. */
static void
draw_end(const struct plan *p, const struct chart_role_row *row, double y)
{
	const int last = p->data->months - 1, target = p->data->target;
	const double x = p->data->longer ? p->spark + p->room - INSET :
	    x_of(p, last);
	const double at = y_of(p, share_tenths(row->now, target), y);
	int colour = target == SHARE_NONE ? COLOUR_PLAIN : COLOUR_BLUE;

	if (share_is_below(row->now, target))
		colour = COLOUR_VERMILION;
	canvas_disc(p->r.canvas, x, at, SPARK_DOT + 1.5, COLOUR_TRACK);
	if (p->data->running && !p->data->longer)
		chart_ring(p->r.canvas, x, at, SPARK_DOT, 2, colour);
	else
		canvas_disc(p->r.canvas, x, at, SPARK_DOT, colour);
}

/* The line of a row around the middle y, broken where a month has no share of
 * its own; the first row names the scale. */
static void
spark_draw(const struct plan *p, const struct chart_role_row *row, double y,
    int first)
{
	const int n = p->data->months;
	const int colour = p->data->target == SHARE_NONE ? COLOUR_PLAIN :
	    COLOUR_BLUE;
	struct point run[ROLE_MONTHS];
	int i, k = 0;

	draw_ground(p, y, first);
	for (i = 0; i <= n; i++) {
		if (i < n && has_share(row, i)) {
			run[k++] = point_of(p, row, i, y);
			continue;
		}
		if (k == 1)
			canvas_disc(p->r.canvas, run[0].x, run[0].y, DOT,
			    colour);
		canvas_line(p->r.canvas, run, k, 2, colour);
		k = 0;
	}
	draw_end(p, row, y);
}

/* The months below the last line, the first where there is room for both;
 * returns the y below. */
static double
spark_axis(const struct plan *p, double y)
{
	const struct text_style *style = &p->r.words;
	const double baseline = y + round(1.5 * style->size);
	const double from = x_of(p, 0) - INSET;
	const double to = p->spark + p->room -
	    typeface_width(p->r.typeface, style, p->data->to);

	if (from + typeface_width(p->r.typeface, style, p->data->from) + 12 <
	    to)
		canvas_text(p->r.canvas, from, baseline, ALIGN_LEFT, style,
		    p->data->from);
	canvas_text(p->r.canvas, p->spark + p->room, baseline, ALIGN_RIGHT,
	    style, p->data->to);
	return y + round(2.4 * style->size);
}

/* -- the rows -------------------------------------------------------------- */

/* The 95% interval below the bar. */
static void
draw_interval(const struct plan *p, const struct chart_role_row *row, double y)
{
	const struct noise_range r = noise_share(row->now.on_time,
	    row->now.counted);
	const double from = p->r.left + p->r.width * r.low;
	const double to = p->r.left + p->r.width * r.high;

	canvas_rect(p->r.canvas, from, y - 0.5, to - from, 1, COLOUR_MUTED);
	canvas_rect(p->r.canvas, from, y - 2, 1, 4, COLOUR_MUTED);
	canvas_rect(p->r.canvas, to - 1, y - 2, 1, 4, COLOUR_MUTED);
}

/* Track, bar, target and the period before, around the middle y. */
static void
draw_bar(const struct plan *p, const struct chart_role_row *row, double y)
{
	const int target = p->data->target;
	const double full = p->r.width / 1000;
	int colour = COLOUR_PLAIN;

	if (target != SHARE_NONE)
		colour = share_is_low(row->now, target) ? COLOUR_VERMILION :
		    COLOUR_BLUE;
	canvas_rect(p->r.canvas, p->r.left, y - 10, p->r.width, 20,
	    COLOUR_TRACK);
	canvas_mark(p->r.canvas, p->r.left, y - 10, p->r.width, 20);
	if (row->now.on_time > 0)
		canvas_rect(p->r.canvas, p->r.left, y - 6,
		    full * share_tenths(row->now, target), 12, colour);
	draw_interval(p, row, y + 8);
	if (target != SHARE_NONE)
		canvas_rect(p->r.canvas, p->r.left + full * target - 1.5,
		    y - 13, 3, 26, COLOUR_INK);
	if (has_change(row))
		chart_ring(p->r.canvas,
		    p->r.left + full * share_tenths(row->before, target), y,
		    4.5, 1.6, COLOUR_INK);
}

/* The share, right-aligned, with the mark of those below the target. */
static void
draw_share(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	struct text_style style = p->r.figure;
	char words[FORMAT_SIZE];

	if (share_is_few(row->now))
		style = p->r.few;
	if (share_is_low(row->now, p->data->target)) {
		style.colour = COLOUR_RUST;
		chart_triangle(p->r.canvas, p->mark,
		    baseline - round(0.36 * style.size), 11, 1,
		    COLOUR_VERMILION);
	}
	canvas_text(p->r.canvas, p->share, baseline, ALIGN_RIGHT, &style,
	    share_words(words, sizeof(words), row->now, p->data->target));
}

/* The change since the period before, as arrow and points. */
static void
draw_change(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	char words[FORMAT_SIZE] = "\xe2\x80\x93";
	int change = 0;

	if (has_change(row)) {
		change = change_of(p, row);
		format_number(words, sizeof(words), abs(change) / 10.0, 1);
	}
	if (change != 0)
		chart_triangle(p->r.canvas, p->arrow, baseline - 5, 8,
		    change < 0, COLOUR_MUTED);
	canvas_text(p->r.canvas, p->change, baseline, ALIGN_RIGHT, &p->r.muted,
	    words);
}

/* The twelve months of a role with few tasks, in place of a bar. */
static void
draw_year(const struct plan *p, const struct chart_role_row *row, double x,
    double width, double baseline)
{
	char words[FORMAT_SIZE], of[FORMAT_SIZE];
	char text[2 * FORMAT_SIZE + 64];

	if (row->year.counted == 0)
		return;
	share_words(words, sizeof(words), row->year, SHARE_NONE);
	if (share_is_few(row->year))
		snprintf(text, sizeof(text), "12 bulan: %s tepat waktu",
		    words);
	else
		snprintf(text, sizeof(text), "12 bulan: %s dari %s langkah",
		    words, format_int(of, sizeof(of), row->year.counted));
	chart_rows_fit(&p->r, &p->r.words, x, baseline, width, text);
}


static const struct chart_role_row *
first_graphic(const struct plan *p)
{
	const struct chart_role_row *row = p->data->rows;

	while (row < p->data->rows + p->data->n && !has_graphic(p, row))
		row++;
	return row;
}

/* Stands a bar or a line in rows from here on? */
static int
graphics_follow(const struct plan *p, const struct chart_role_row *row)
{
	for (; row < p->data->rows + p->data->n; row++)
		if (has_graphic(p, row))
			return 1;
	return 0;
}

static void
draw_graphic(const struct plan *p, const struct chart_role_row *row, double y)
{
	if (p->data->kind == ROWS_OF_SOPS)
		spark_draw(p, row, y, row == first_graphic(p));
	else
		draw_bar(p, row, y);
}

static double
row_height(const struct plan *p, const struct chart_role_row *row)
{
	const int few = !has_graphic(p, row);
	const double line = p->data->kind == ROWS_OF_SOPS && !few ?
	    SPARK_HIGH - 20 : 0;
	const double more = chart_rows_more(&p->r, name_style(p, row),
	    row->name);

	if (p->r.narrow)
		return more + (!few ? 92 + line : row->year.counted > 0 ? 64 :
		    40);
	return fmax(more + (few ? 36 : HIGH), line > 0 ? HIGH + line : 0);
}

static void
draw_wide_row(const struct plan *p, const struct chart_role_row *row, double y)
{
	const double height = row_height(p, row);
	const double middle = floor(y + height / 2);
	const double baseline = middle + 5;
	char words[FORMAT_SIZE];

	chart_rows_name_beside(&p->r, name_style(p, row), row->name,
	    baseline);
	if (has_graphic(p, row))
		draw_graphic(p, row, middle);
	else
		draw_year(p, row, p->spark, p->room, baseline);
	draw_share(p, row, baseline);
	if (p->changes)
		draw_change(p, row, baseline);
	if (!share_is_few(row->now))
		canvas_text(p->r.canvas, p->count, baseline, ALIGN_RIGHT,
		    &p->r.muted, share_counts(words, sizeof(words), row->now));
}

/* Steps and change below the bar, in words. */
static void
draw_narrow_notes(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	const struct text_style *style = &p->r.words;
	char number[FORMAT_SIZE], text[2 * FORMAT_SIZE];
	int change;

	canvas_text(p->r.canvas, p->r.left, baseline, ALIGN_LEFT, style,
	    share_counts(text, sizeof(text), row->now));
	if (!has_change(row))
		return;
	change = change_of(p, row);
	format_number(number, sizeof(number), abs(change) / 10.0, 1);
	snprintf(text, sizeof(text), change == 0 ? "tetap" :
	    change > 0 ? "naik %s poin persen" : "turun %s poin persen",
	    number);
	canvas_text(p->r.canvas, p->share, baseline, ALIGN_RIGHT, style, text);
}

static void
draw_narrow_row(const struct plan *p, const struct chart_role_row *row,
    double y)
{
	double baseline = y + 26;

	draw_share(p, row, baseline);
	baseline = chart_rows_name(&p->r, name_style(p, row), row->name,
	    baseline);
	if (!has_graphic(p, row)) {
		draw_year(p, row, p->r.left, p->r.width, baseline + 24);
		return;
	}
	if (p->data->kind == ROWS_OF_SOPS)
		baseline += SPARK_HIGH - 20;
	draw_graphic(p, row, baseline + 23 -
	    (p->data->kind == ROWS_OF_SOPS ? (SPARK_HIGH - 20) / 2 : 0));
	draw_narrow_notes(p, row, baseline + 53);
}

/* The scale of the bars; returns the y below. */
static double
draw_axis(const struct plan *p, double y)
{
	static const char *const words[] = { "0", "25", "50", "75", "100%" };
	struct text_style style = p->r.small;
	enum align align = ALIGN_CENTRE;
	int i;

	if (p->data->kind == ROWS_OF_SOPS)
		return spark_axis(p, y);
	style.face = FACE_REGULAR;
	for (i = 0; i < 5; i++) {
		if (p->r.narrow)
			align = i == 0 ? ALIGN_LEFT :
			    i == 4 ? ALIGN_RIGHT : ALIGN_CENTRE;
		canvas_text(p->r.canvas, p->r.left + i * p->r.width / 4,
		    y + round(1.5 * style.size), align, &style, words[i]);
	}
	return y + round(2.4 * style.size);
}

/* Why the rows below stand apart; returns the y of the rule. */
static double
draw_heading(const struct plan *p, enum chart_role_group group, double y)
{
	static const char *const words[] = {
		[ROLE_RANKED] = "Nyata lebih tinggi daripada yang terendah "
		    "di atas",
		[ROLE_SINGLE] = "Satu pemegang jabatan, tidak diperingkat",
		[ROLE_FEW] = "Kurang dari 10 langkah, tidak diperingkat",
	};

	return chart_rows_heading(&p->r, words[group], y);
}

/* The rows of one group, from `row` to before `end`; returns the y below. */
static double
draw_group(const struct plan *p, const struct chart_role_row *row,
    const struct chart_role_row *end, double y)
{
	const struct chart_role_row *r;
	double bottom = y;
	int i;

	for (r = row; r < end; r++)
		bottom += row_height(p, r);
	for (i = 0; i <= 4 && !p->r.narrow && !share_is_few(row->now) &&
	    p->data->kind == ROWS_OF_ROLES; i++)
		canvas_rect(p->r.canvas,
		    p->r.left + i * p->r.width / 4 - 0.5, y, 1, bottom - y,
		    COLOUR_GRID);
	for (r = row; r < end; r++) {
		if (p->r.narrow)
			draw_narrow_row(p, r, y);
		else
			draw_wide_row(p, r, y);
		y += row_height(p, r);
		chart_rows_rule(&p->r, y);
	}
	return y;
}

/* Do two neighbours belong to one group, and there to one tier? */
static int
are_together(const struct chart_role_row *a, const struct chart_role_row *b)
{
	return chart_role_group(a) == chart_role_group(b) &&
	    (chart_role_group(a) != ROLE_RANKED || a->tier == b->tier);
}

/* All rows, group by group, with the axis below the last bars; returns the y
 * below. */
static double
draw_rows(const struct plan *p, double y)
{
	const struct chart_role_row *row = p->data->rows, *end, *last;

	last = row + p->data->n;
	for (; row < last && chart_role_group(row) != ROLE_NONE; row = end) {
		for (end = row + 1; end < last && are_together(row, end);)
			end++;
		if (row > p->data->rows ||
		    chart_role_group(row) != ROLE_RANKED)
			y = draw_heading(p, chart_role_group(row), y);
		y = draw_group(p, row, end, y);
		if (graphics_follow(p, row) && !graphics_follow(p, end))
			y = draw_axis(p, y);
	}
	return y;
}

/* -- around the rows ------------------------------------------------------- */

/* The heading over the names. */
static const char *
heading(const struct plan *p)
{
	return p->data->kind == ROWS_OF_SOPS ? "SOP" : "Peran";
}

/* Columns from the right, each as wide as its widest text; names get what
 * they need up to a limit, and the bars the rest. */
static void
choose_columns(struct plan *p)
{
	const struct chart_role_row *row;
	double share, change, count, points = 0;
	char words[FORMAT_SIZE];

	share = chart_rows_widest(&p->r, &p->r.small, p->data->column, 0);
	change = chart_rows_widest(&p->r, &p->r.small, "selisih", 0);
	count = chart_rows_widest(&p->r, &p->r.small, COUNTED, 0);
	p->r.name = chart_rows_widest(&p->r, &p->r.small, heading(p), 120);
	for (row = p->data->rows; row < p->data->rows + p->data->n; row++) {
		share_words(words, sizeof(words), row->now, p->data->target);
		share = chart_rows_widest(&p->r, &p->r.figure, words, share);
		share_counts(words, sizeof(words), row->now);
		count = chart_rows_widest(&p->r, &p->r.muted, words, count);
		p->r.name = chart_rows_widest(&p->r, name_style(p, row),
		    row->name, p->r.name);
		if (!has_change(row))
			continue;
		p->changes = 1;
		format_number(words, sizeof(words),
		    abs(change_of(p, row)) / 10.0, 1);
		points = chart_rows_widest(&p->r, &p->r.muted, words, points);
	}
	change = fmax(change, points + 20);
	p->r.name = fmin(p->r.name, CHART_NAME_MOST);
	p->count = p->r.look->width - p->r.look->margin;
	p->change = p->count - count - CHART_GAP;
	p->arrow = p->change - points - 12;
	p->share = p->changes ? p->change - change - CHART_GAP : p->change;
	p->mark = p->share - share - 16;
	p->r.left = p->r.look->margin + p->r.name + 24;
	p->r.width = p->mark - 30 - p->r.left;
	p->spark = p->r.left + spark_names(p);
	p->room = p->r.left + p->r.width - p->spark;
}

/* The narrow layout has one column: the bar lies below its name. */
static void
choose_narrow(struct plan *p)
{
	const struct chart_role_row *row;
	char words[FORMAT_SIZE];
	double share = 0;

	for (row = p->data->rows; row < p->data->rows + p->data->n; row++) {
		share_words(words, sizeof(words), row->now, p->data->target);
		share = chart_rows_widest(&p->r, &p->r.figure, words, share);
		p->changes |= has_change(row);
	}
	p->r.left = p->r.look->margin;
	p->r.width = p->r.look->width - 2 * p->r.look->margin;
	p->share = p->r.left + p->r.width;
	p->mark = p->share - share - 16;
	p->r.name = p->mark - 22 - p->r.left;
	p->spark = p->r.left + spark_names(p);
	p->room = p->share - p->spark;
}

/* A piece of a bar, or the last month of a line. */
static void
draw_key(const struct plan *p, const struct point *at, int colour)
{
	if (p->data->kind == ROWS_OF_SOPS)
		canvas_disc(p->r.canvas, at->x + 9, at->y, SPARK_DOT, colour);
	else
		canvas_rect(p->r.canvas, at->x, at->y - 6, 18, 12, colour);
}

/* Only what the chart contains; returns the middle of the last line. */
static double
draw_legend(const struct plan *p, double y)
{
	const struct chart_role *data = p->data;
	const struct chart_role_row *row;
	struct point pen = { p->r.look->margin, y }, at;
	const int lines = data->kind == ROWS_OF_SOPS;
	int below = 0, reached = 0, before = 0, bars = 0;
	char words[FORMAT_SIZE + 8], target[FORMAT_SIZE];

	for (row = data->rows; row < data->rows + data->n; row++) {
		below |= share_is_low(row->now, data->target);
		reached |= !share_is_few(row->now) &&
		    !share_is_below(row->now, data->target);
		before |= data->kind == ROWS_OF_ROLES &&
		    has_change(row);
		bars |= data->kind == ROWS_OF_ROLES && has_graphic(p, row);
	}
	if (data->target != SHARE_NONE && (below || reached)) {
		snprintf(words, sizeof(words), "target %s",
		    share_target(target, sizeof(target), data->target));
		at = chart_rows_legend(&p->r, lines ? 30 : 14, words, &pen);
		if (lines)
			canvas_rect(p->r.canvas, at.x, at.y - 1, 22, 2,
			    COLOUR_INK);
		else
			canvas_rect(p->r.canvas, at.x + 1, at.y - 8, 3, 16,
			    COLOUR_INK);
	}
	if (before) {
		at = chart_rows_legend(&p->r, 16, data->before, &pen);
		chart_ring(p->r.canvas, at.x + 5, at.y, 4.5, 1.6, COLOUR_INK);
	}
	if (bars) {
		at = chart_rows_legend(&p->r, 26, "selang 95%", &pen);
		canvas_rect(p->r.canvas, at.x, at.y - 0.5, 18, 1, COLOUR_MUTED);
		canvas_rect(p->r.canvas, at.x, at.y - 2, 1, 4, COLOUR_MUTED);
		canvas_rect(p->r.canvas, at.x + 17, at.y - 2, 1, 4,
		    COLOUR_MUTED);
	}
	if (below) {
		at = chart_rows_legend(&p->r, 42, "di bawah target", &pen);
		draw_key(p, &at, COLOUR_VERMILION);
		chart_triangle(p->r.canvas, at.x + 30, at.y, 11, 1,
		    COLOUR_VERMILION);
	}
	if (reached && data->target != SHARE_NONE) {
		at = chart_rows_legend(&p->r, 26, "mencapai target", &pen);
		draw_key(p, &at, COLOUR_BLUE);
	}
	return pen.y;
}

/* The headings of the columns; returns the y of the rule below. */
static double
draw_header(const struct plan *p, double y)
{
	const struct chart_column columns[] = { { p->data->column, p->share },
		{ p->changes ? "selisih" : NULL, p->change },
		{ COUNTED, p->count } };

	return chart_rows_header(&p->r, heading(p), columns, 3, y);
}

/* "Tanpa langkah pada Oktober 2026: A; B." */
static void
note_none(const struct chart_role *c, char *buf, size_t size)
{
	const struct chart_role_row *row;
	int n = 0;

	for (row = c->rows; row < c->rows + c->n; row++)
		if (chart_role_group(row) == ROLE_NONE) {
			if (n++ == 0)
				text_add(buf, size, "Tanpa langkah pada %s: ",
				    c->period);
			text_add(buf, size, "%s%s", n > 1 ? "; " : "",
			    row->name);
		}
	if (n > 0)
		text_add(buf, size, ".");
}

static void
draw_notes(const struct plan *p, double y)
{
	char first[2 * TYPEFACE_LINE_SIZE] = "";
	char none[TYPEFACE_LINES * TYPEFACE_LINE_SIZE] = "";
	const char *notes[] = { none, first, p->data->source };
	const struct chart_role_row *row = p->data->rows;

	note_none(p->data, none, sizeof(none));
	if (p->data->n > 0 && chart_role_group(row) == ROLE_RANKED)
		text_add(first, sizeof(first), "Yang selang 95%%-nya bertemu "
		    "tidak diperingkat: menurut nama. ");
	if (p->changes)
		text_add(first, sizeof(first), p->r.narrow ?
		    "Naik atau turun terhadap %s. " :
		    "Selisih dalam poin persen terhadap %s. ",
		    p->data->before);
	if (p->data->kind == ROWS_OF_SOPS && p->data->longer)
		text_add(first, sizeof(first), "Titik: %s; garis: bulan demi "
		    "bulan. ", p->data->period);
	if (p->data->kind == ROWS_OF_SOPS && p->floor > 0 && p->data->n > 0)
		text_add(first, sizeof(first), "Garis: dari %d%% sampai "
		    "100%%. ", p->floor / 10);
	if (p->data->note != NULL)
		text_add(first, sizeof(first), "%s", p->data->note);
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 3);
}

struct canvas *
chart_role_draw(const struct chart_role *data, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	struct plan p = { .data = data };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;

	if (chart_rows_begin(&p.r, typeface, layout, scale) == NULL)
		return NULL;
	spark_choose(&p);
	if (p.r.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	finding_role(data, title, sizeof(title));
	snprintf(subtitle, sizeof(subtitle), "Langkah yang tepat waktu, dari "
	    "yang dinilai, per %s%s%s, %s%s", data->kind == ROWS_OF_SOPS ?
	    "SOP" : "peran", data->scope != NULL ? ", " : "",
	    data->scope != NULL ? data->scope : "", data->period,
	    data->months > 1 ? "; garis: dua belas bulan" : "");
	y = chart_head(p.r.canvas, p.r.look, title, subtitle);
	if (data->n == 0 || chart_role_group(data->rows) == ROLE_NONE) {
		y = chart_rows_nothing(&p.r, data->kind == ROWS_OF_SOPS ?
		    "SOP tampil di sini begitu ada langkah selesai." :
		    "Peran tampil di sini begitu ada langkah selesai.", y);
	} else {
		y = draw_legend(&p, y + round(2.4 * p.r.look->subtitle));
		y = draw_header(&p, y + round(1.9 * p.r.look->label));
		y = draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return p.r.canvas;
}
