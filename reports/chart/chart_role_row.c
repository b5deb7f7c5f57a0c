/* chart_role_row.c - the rows of shares, and the axis below them. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "page/format.h"
#include "reports/chart/chart_role_raw.h"

#define HIGH	42		/* a row with a bar, when wide */

/* Track, bar, target and the period before, around the middle y. */
static void
draw_bar(const struct plan *p, const struct chart_role_row *row, double y)
{
	const int target = p->data->target;
	const double full = p->r.width / 1000;
	int colour = COLOUR_PLAIN;

	if (target != SHARE_NONE)
		colour = bullet_is_below(p, row) ? COLOUR_VERMILION :
		    COLOUR_BLUE;
	canvas_rect(p->r.canvas, p->r.left, y - 10, p->r.width, 20,
	    COLOUR_TRACK);
	canvas_mark(p->r.canvas, p->r.left, y - 10, p->r.width, 20);
	if (row->now.on_time > 0)
		canvas_rect(p->r.canvas, p->r.left, y - 6,
		    full * share_tenths(row->now, target), 12, colour);
	if (target != SHARE_NONE)
		canvas_rect(p->r.canvas, p->r.left + full * target - 1.5,
		    y - 13, 3, 26, COLOUR_INK);
	if (bullet_has_change(row))
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
	if (bullet_is_below(p, row)) {
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

	if (bullet_has_change(row)) {
		change = bullet_change(p, row);
		format_number(words, sizeof(words), abs(change) / 10.0, 1);
	}
	if (change != 0)
		chart_triangle(p->r.canvas, p->arrow, baseline - 5, 8,
		    change < 0, COLOUR_MUTED);
	canvas_text(p->r.canvas, p->change, baseline, ALIGN_RIGHT, &p->r.muted,
	    words);
}

/* What a role with few tasks shows instead of a bar: its twelve months. */
static void
draw_year(const struct plan *p, const struct chart_role_row *row, double x,
    double width, double baseline)
{
	const struct text_style *style = &p->r.words;
	char words[FORMAT_SIZE], of[FORMAT_SIZE];
	char text[2 * FORMAT_SIZE + 64], fitted[TYPEFACE_LINE_SIZE];

	if (row->year.counted == 0)
		return;
	share_words(words, sizeof(words), row->year, SHARE_NONE);
	if (share_is_few(row->year))
		snprintf(text, sizeof(text), "12 bulan: %s tepat waktu",
		    words);
	else
		snprintf(text, sizeof(text), "12 bulan: %s dari %s langkah",
		    words, format_int(of, sizeof(of), row->year.counted));
	canvas_text(p->r.canvas, x, baseline, ALIGN_LEFT, style,
	    typeface_fit(p->r.typeface, style, width, text, fitted,
	    sizeof(fitted)));
}

/* Bar or line, or neither. */
static int
has_graphic(const struct plan *p, const struct chart_role_row *row)
{
	return p->data->kind == ROWS_OF_SOPS ? spark_has(p, row) :
	    !share_is_few(row->now);
}

static void
draw_graphic(const struct plan *p, const struct chart_role_row *row, double y)
{
	if (p->data->kind == ROWS_OF_SOPS)
		spark_draw(p, row, y, row == p->data->rows);
	else
		draw_bar(p, row, y);
}

static double
row_height(const struct plan *p, const struct chart_role_row *row)
{
	const int few = !has_graphic(p, row);
	const double line = p->data->kind == ROWS_OF_SOPS && !few ?
	    SPARK_HIGH - 20 : 0;
	const double more = chart_rows_more(&p->r, bullet_name_style(p, row),
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

	chart_rows_name_beside(&p->r, bullet_name_style(p, row), row->name,
	    baseline);
	if (has_graphic(p, row))
		draw_graphic(p, row, middle);
	else
		draw_year(p, row, p->spark, p->room, baseline);
	draw_share(p, row, baseline);
	if (p->changes)
		draw_change(p, row, baseline);
	canvas_text(p->r.canvas, p->count, baseline, ALIGN_RIGHT, &p->r.muted,
	    format_int(words, sizeof(words), row->done));
}

/* Steps and change below the bar, in words. */
static void
draw_narrow_notes(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	const struct text_style *style = &p->r.words;
	char number[FORMAT_SIZE], text[FORMAT_SIZE + 32];
	int change;

	snprintf(text, sizeof(text), "%s langkah",
	    format_int(number, sizeof(number), row->done));
	canvas_text(p->r.canvas, p->r.left, baseline, ALIGN_LEFT, style, text);
	if (!bullet_has_change(row))
		return;
	change = bullet_change(p, row);
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
	baseline = chart_rows_name(&p->r, bullet_name_style(p, row), row->name,
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

/* What the bars are measured by; returns the y below. */
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

/* Why the rows that follow are not ranked; returns the y of the rule. */
static double
draw_heading(const struct plan *p, enum chart_role_group group, double y)
{
	static const char *const words[] = {
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

/* Are the rows from `row` to before `end` the last with bars; or, without such,
 * the last with lines? */
static int
ends_graphics(const struct plan *p, const struct chart_role_row *row,
    const struct chart_role_row *end)
{
	const struct chart_role_row *last = p->data->rows + p->data->n;

	if (chart_role_group(row) != ROLE_FEW)
		return end == last || chart_role_group(end) == ROLE_FEW;
	if (row != p->data->rows)
		return 0;
	for (; row < end; row++)
		if (has_graphic(p, row))
			return 1;
	return 0;
}

double
bullet_draw_rows(const struct plan *p, double y)
{
	const struct chart_role_row *row = p->data->rows, *end, *last;
	enum chart_role_group group;

	last = row + p->data->n;
	for (; row < last; row = end) {
		group = chart_role_group(row);
		for (end = row; end < last && chart_role_group(end) == group;)
			end++;
		if (group != ROLE_RANKED)
			y = draw_heading(p, group, y);
		y = draw_group(p, row, end, y);
		if (ends_graphics(p, row, end))
			y = draw_axis(p, y);
	}
	return y;
}
