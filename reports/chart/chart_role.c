/* chart_role.c - bullet rows: which role keeps its time? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/chart_role_raw.h"
#include "reports/chart/finding.h"

enum chart_role_group
chart_role_group(const struct chart_role_row *row)
{
	if (share_is_few(row->now))
		return ROLE_FEW;
	return row->single ? ROLE_SINGLE : ROLE_RANKED;
}

/* Worst first where ranked, else by name. */
static int
compare_rows(const void *va, const void *vb)
{
	const struct chart_role_row *a = va, *b = vb;
	const enum chart_role_group group = chart_role_group(a);
	int64_t left, right;

	if (group != chart_role_group(b))
		return group < chart_role_group(b) ? -1 : 1;
	if (group == ROLE_RANKED) {
		left = a->now.on_time * b->now.counted;
		right = b->now.on_time * a->now.counted;
		if (left != right)
			return left < right ? -1 : 1;
	}
	return strcmp(a->name, b->name);
}

void
chart_role_sort(struct chart_role *c)
{
	if (c->n > 0)
		qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_rows);
}

int
bullet_is_below(const struct plan *p, const struct chart_role_row *row)
{
	return !share_is_few(row->now) &&
	    share_is_below(row->now, p->data->target);
}

int
bullet_has_change(const struct chart_role_row *row)
{
	return !share_is_few(row->now) && !share_is_few(row->before);
}

int
bullet_change(const struct plan *p, const struct chart_role_row *row)
{
	return share_tenths(row->now, p->data->target) -
	    share_tenths(row->before, p->data->target);
}

const struct text_style *
bullet_name_style(const struct plan *p, const struct chart_role_row *row)
{
	return bullet_is_below(p, row) ? &p->r.bold : &p->r.plain;
}

/* What a row is. */
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
	count = chart_rows_widest(&p->r, &p->r.small, "langkah", 0);
	p->r.name = chart_rows_widest(&p->r, &p->r.small, heading(p), 120);
	for (row = p->data->rows; row < p->data->rows + p->data->n; row++) {
		share_words(words, sizeof(words), row->now, p->data->target);
		share = chart_rows_widest(&p->r, &p->r.figure, words, share);
		format_int(words, sizeof(words), row->done);
		count = chart_rows_widest(&p->r, &p->r.muted, words, count);
		p->r.name = chart_rows_widest(&p->r, bullet_name_style(p, row),
		    row->name, p->r.name);
		if (!bullet_has_change(row))
			continue;
		p->changes = 1;
		format_number(words, sizeof(words),
		    abs(bullet_change(p, row)) / 10.0, 1);
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
		p->changes |= bullet_has_change(row);
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
	int below = 0, reached = 0, before = 0;
	char words[FORMAT_SIZE + 8], target[FORMAT_SIZE];

	for (row = data->rows; row < data->rows + data->n; row++) {
		below |= bullet_is_below(p, row);
		reached |= !share_is_few(row->now) && !bullet_is_below(p, row);
		before |= data->kind == ROWS_OF_ROLES &&
		    bullet_has_change(row);
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
	const double baseline = y + 8;

	if (!p->r.narrow) {
		canvas_text(p->r.canvas, p->r.look->margin, baseline,
		    ALIGN_LEFT, &p->r.small, heading(p));
		canvas_text(p->r.canvas, p->share, baseline, ALIGN_RIGHT,
		    &p->r.small, p->data->column);
		if (p->changes)
			canvas_text(p->r.canvas, p->change, baseline,
			    ALIGN_RIGHT, &p->r.small, "selisih");
		canvas_text(p->r.canvas, p->count, baseline, ALIGN_RIGHT,
		    &p->r.small, "langkah");
		y = baseline + 11;
	}
	chart_rows_rule(&p->r, y);
	return y;
}

static void
draw_notes(const struct plan *p, double y)
{
	char change[128], line[64] = "";
	const char *notes[] = { NULL, p->data->source };
	char first[TYPEFACE_LINE_SIZE];

	change[0] = '\0';
	if (p->changes)
		snprintf(change, sizeof(change), p->r.narrow ?
		    "Naik atau turun terhadap %s. " :
		    "Selisih dalam poin persen terhadap %s. ",
		    p->data->before);
	if (p->data->kind == ROWS_OF_SOPS && p->floor > 0 && p->data->n > 0)
		snprintf(line, sizeof(line), "Garis: dari %d%% sampai 100%%. ",
		    p->floor / 10);
	snprintf(first, sizeof(first), "%s%s%s", change, line,
	    p->data->note != NULL ? p->data->note : "");
	if (first[0] != '\0')
		notes[0] = first;
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 2);
}

struct canvas *
chart_role_draw(const struct chart_role *data, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	struct canvas *c = canvas_new(typeface, chart_look(layout)->width,
	    scale);
	struct plan p = { .data = data };
	char title[FINDING_SIZE], subtitle[TYPEFACE_LINE_SIZE];
	double y;

	if (c == NULL)
		return NULL;
	chart_rows_begin(&p.r, c, layout);
	spark_choose(&p);
	if (p.r.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	finding_role(data, title, sizeof(title));
	snprintf(subtitle, sizeof(subtitle), "Langkah yang selesai dalam "
	    "batas mutu baku, per %s%s%s, %s%s", data->kind == ROWS_OF_SOPS ?
	    "SOP" : "peran", data->scope != NULL ? ", " : "",
	    data->scope != NULL ? data->scope : "", data->period,
	    data->months > 1 ? "; garis: dua belas bulan" : "");
	y = chart_head(c, p.r.look, title, subtitle);
	if (data->n == 0) {
		y = chart_rows_nothing(&p.r, data->kind == ROWS_OF_SOPS ?
		    "SOP tampil di sini begitu ada langkah selesai." :
		    "Peran tampil di sini begitu ada langkah selesai.", y);
	} else {
		y = draw_legend(&p, y + round(2.4 * p.r.look->subtitle));
		y = draw_header(&p, y + round(1.9 * p.r.look->label));
		y = bullet_draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return c;
}
