/* chart_role.c - bullet rows: which role keeps its time? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart_role.h"
#include "reports/finding.h"

#define GAP	22		/* between columns */
#define NAME_MOST 280		/* a wider name is wrapped */
#define LEAD	1.25		/* line height of a wrapped name */

/* Everything the drawing of rows needs to know. */
struct plan {
	struct canvas			*canvas;
	const struct typeface		*typeface;
	const struct chart_role		*data;
	const struct chart_look		*look;
	int				 narrow, changes;
	double				 name;		/* width for names */
	double				 left, width;	/* of 0 .. 100% */
	double				 share, change, count; /* right ends */
	double				 mark, arrow;	/* middles */
	struct text_style		 plain, bold, figure, few, muted, small;
};

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

/* Which mark a row carries: below the target, and judged at all. */
static int
is_below(const struct plan *p, const struct chart_role_row *row)
{
	return !share_is_few(row->now) &&
	    share_is_below(row->now, p->data->target);
}

/* Whether this and the earlier period can be compared. */
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

/* The larger of `width` and that of a text. */
static double
widest(const struct plan *p, const struct text_style *style, const char *text,
    double width)
{
	return fmax(width, typeface_width(p->typeface, style, text));
}

static void
choose_styles(struct plan *p)
{
	const struct chart_look *look = p->look;

	p->plain = (struct text_style) { FACE_REGULAR, look->row,
	    COLOUR_INK, 0 };
	p->bold = (struct text_style) { FACE_SEMIBOLD, look->row,
	    COLOUR_INK, 0 };
	p->figure = (struct text_style) { FACE_SEMIBOLD, look->row,
	    COLOUR_INK, 1 };
	p->few = (struct text_style) { FACE_REGULAR, look->row,
	    COLOUR_INK, 1 };
	p->muted = (struct text_style) { FACE_REGULAR, look->row - 0.5,
	    COLOUR_MUTED, 1 };
	p->small = (struct text_style) { FACE_MEDIUM, look->label - 0.5,
	    COLOUR_MUTED, 0 };
}

/* Columns from the right, each as wide as its widest text; names get what
 * they need up to a limit, and the bars the rest. */
static void
choose_columns(struct plan *p)
{
	const struct chart_role_row *row;
	double share, change, count, points = 0;
	char words[FORMAT_SIZE];

	share = widest(p, &p->small, p->data->column, 0);
	change = widest(p, &p->small, "selisih", 0);
	count = widest(p, &p->small, "langkah", 0);
	p->name = widest(p, &p->small, "Peran", 120);
	for (row = p->data->rows; row < p->data->rows + p->data->n; row++) {
		share_words(words, sizeof(words), row->now, p->data->target);
		share = widest(p, &p->figure, words, share);
		format_int(words, sizeof(words), row->done);
		count = widest(p, &p->muted, words, count);
		p->name = widest(p, is_below(p, row) ? &p->bold : &p->plain,
		    row->name, p->name);
		if (!has_change(row))
			continue;
		p->changes = 1;
		format_number(words, sizeof(words),
		    abs(change_of(p, row)) / 10.0, 1);
		points = widest(p, &p->muted, words, points);
	}
	change = fmax(change, points + 20);
	p->name = fmin(p->name, NAME_MOST);
	p->count = p->look->width - p->look->margin;
	p->change = p->count - count - GAP;
	p->arrow = p->change - points - 12;
	p->share = p->changes ? p->change - change - GAP : p->change;
	p->mark = p->share - share - 16;
	p->left = p->look->margin + p->name + 24;
	p->width = p->mark - 30 - p->left;
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
		share = widest(p, &p->figure, words, share);
		p->changes |= has_change(row);
	}
	p->left = p->look->margin;
	p->width = p->look->width - 2 * p->look->margin;
	p->share = p->left + p->width;
	p->mark = p->share - share - 16;
	p->name = p->mark - 22 - p->left;
}

/* The words of one entry of the legend, `room` after its mark; returns the
 * left end and middle of the mark.  Goes on to a new line when it must. */
static struct point
legend_entry(const struct plan *p, double room, const char *words,
    struct point *pen)
{
	const struct text_style style = { FACE_REGULAR, p->look->label,
		COLOUR_INK, 0 };
	const double width = room + typeface_width(p->typeface, &style, words);
	struct point mark;

	if (pen->x > p->look->margin &&
	    pen->x + width > p->look->width - p->look->margin) {
		pen->x = p->look->margin;
		pen->y += round(1.8 * p->look->label);
	}
	canvas_text(p->canvas, pen->x + room,
	    pen->y + round(0.36 * p->look->label), ALIGN_LEFT, &style, words);
	mark = *pen;
	pen->x += width + 22;
	return mark;
}

/* Only what the chart contains; returns the middle of the last line. */
static double
draw_legend(const struct plan *p, double y)
{
	const struct chart_role *data = p->data;
	const struct chart_role_row *row;
	struct point pen = { p->look->margin, y }, at;
	int below = 0, reached = 0, before = 0;
	char words[FORMAT_SIZE + 8], target[FORMAT_SIZE];

	for (row = data->rows; row < data->rows + data->n; row++) {
		below |= is_below(p, row);
		reached |= !share_is_few(row->now) && !is_below(p, row);
		before |= has_change(row);
	}
	if (data->target != SHARE_NONE && (below || reached)) {
		snprintf(words, sizeof(words), "target %s",
		    share_target(target, sizeof(target), data->target));
		at = legend_entry(p, 14, words, &pen);
		canvas_rect(p->canvas, at.x + 1, at.y - 8, 3, 16, COLOUR_INK);
	}
	if (before) {
		at = legend_entry(p, 16, data->before, &pen);
		chart_ring(p->canvas, at.x + 5, at.y, 4.5, 1.6, COLOUR_INK);
	}
	if (below) {
		at = legend_entry(p, 42, "di bawah target", &pen);
		canvas_rect(p->canvas, at.x, at.y - 6, 18, 12,
		    COLOUR_VERMILION);
		chart_triangle(p->canvas, at.x + 30, at.y, 11, 1,
		    COLOUR_VERMILION);
	}
	if (reached && data->target != SHARE_NONE) {
		at = legend_entry(p, 26, "mencapai target", &pen);
		canvas_rect(p->canvas, at.x, at.y - 6, 18, 12, COLOUR_BLUE);
	}
	return pen.y;
}

/* Track, bar, target and the period before, around the middle y. */
static void
draw_bar(const struct plan *p, const struct chart_role_row *row, double y)
{
	const int target = p->data->target;
	const double full = p->width / 1000;
	int colour = COLOUR_PLAIN;

	if (target != SHARE_NONE)
		colour = is_below(p, row) ? COLOUR_VERMILION : COLOUR_BLUE;
	canvas_rect(p->canvas, p->left, y - 10, p->width, 20, COLOUR_TRACK);
	if (row->now.on_time > 0)
		canvas_rect(p->canvas, p->left, y - 6,
		    full * share_tenths(row->now, target), 12, colour);
	if (target != SHARE_NONE)
		canvas_rect(p->canvas, p->left + full * target - 1.5, y - 13,
		    3, 26, COLOUR_INK);
	if (has_change(row))
		chart_ring(p->canvas,
		    p->left + full * share_tenths(row->before, target), y,
		    4.5, 1.6, COLOUR_INK);
}

/* The share, right-aligned, with the mark of those below the target. */
static void
draw_share(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	struct text_style style = p->figure;
	char words[FORMAT_SIZE];

	if (share_is_few(row->now))
		style = p->few;
	if (is_below(p, row)) {
		style.colour = COLOUR_RUST;
		chart_triangle(p->canvas, p->mark,
		    baseline - round(0.36 * style.size), 11, 1,
		    COLOUR_VERMILION);
	}
	canvas_text(p->canvas, p->share, baseline, ALIGN_RIGHT, &style,
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
		chart_triangle(p->canvas, p->arrow, baseline - 5, 8,
		    change < 0, COLOUR_MUTED);
	canvas_text(p->canvas, p->change, baseline, ALIGN_RIGHT, &p->muted,
	    words);
}

/* What a role with few tasks shows instead of a bar: its twelve months. */
static void
draw_year(const struct plan *p, const struct chart_role_row *row, double x,
    double width, double baseline)
{
	struct text_style style = p->muted;
	char words[FORMAT_SIZE], of[FORMAT_SIZE];
	char text[2 * FORMAT_SIZE + 64], fitted[TEXT_SIZE];

	if (row->year.counted == 0)
		return;
	style.size = p->look->label;
	style.tabular = 0;
	share_words(words, sizeof(words), row->year, SHARE_NONE);
	if (share_is_few(row->year))
		snprintf(text, sizeof(text), "12 bulan: %s tepat waktu",
		    words);
	else
		snprintf(text, sizeof(text), "12 bulan: %s dari %s langkah",
		    words, format_int(of, sizeof(of), row->year.counted));
	canvas_text(p->canvas, x, baseline, ALIGN_LEFT, &style,
	    typeface_fit(p->typeface, &style, width, text, fitted,
	    sizeof(fitted)));
}

/* The lines of a name. */
static void
wrap_name(const struct plan *p, const struct chart_role_row *row,
    struct text_lines *lines)
{
	typeface_wrap(p->typeface, is_below(p, row) ? &p->bold : &p->plain,
	    p->name, 2, row->name, lines);
}

static double
row_height(const struct plan *p, const struct chart_role_row *row)
{
	const int few = share_is_few(row->now);
	struct text_lines lines;
	double more;

	wrap_name(p, row, &lines);
	more = lines.n > 1 ? round(LEAD * p->look->row) : 0;
	if (p->narrow)
		return more + (!few ? 92 : row->year.counted > 0 ? 64 : 40);
	return more + (few ? 36 : 42);
}

/* The name from its first baseline on; returns the last one. */
static double
draw_name(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	const double leading = round(LEAD * p->look->row);
	struct text_lines lines;
	int i;

	wrap_name(p, row, &lines);
	for (i = 0; i < lines.n; i++)
		canvas_text(p->canvas, p->look->margin, baseline + i * leading,
		    ALIGN_LEFT, is_below(p, row) ? &p->bold : &p->plain,
		    lines.line[i]);
	return baseline + (lines.n > 1 ? leading : 0);
}

static void
draw_wide_row(const struct plan *p, const struct chart_role_row *row, double y)
{
	const double height = row_height(p, row);
	const double middle = floor(y + height / 2);
	const double baseline = middle + 5;
	const int wrapped = height > 42;
	char words[FORMAT_SIZE];

	draw_name(p, row, wrapped ?
	    baseline - floor(LEAD * p->look->row / 2) : baseline);
	if (share_is_few(row->now))
		draw_year(p, row, p->left, p->width, baseline);
	else
		draw_bar(p, row, middle);
	draw_share(p, row, baseline);
	if (p->changes)
		draw_change(p, row, baseline);
	canvas_text(p->canvas, p->count, baseline, ALIGN_RIGHT, &p->muted,
	    format_int(words, sizeof(words), row->done));
}

/* Steps and change below the bar, in words. */
static void
draw_narrow_notes(const struct plan *p, const struct chart_role_row *row,
    double baseline)
{
	struct text_style style = p->muted;
	char number[FORMAT_SIZE], text[FORMAT_SIZE + 32];
	int change;

	style.size = p->look->label;
	style.tabular = 0;
	snprintf(text, sizeof(text), "%s langkah",
	    format_int(number, sizeof(number), row->done));
	canvas_text(p->canvas, p->left, baseline, ALIGN_LEFT, &style, text);
	if (!has_change(row))
		return;
	change = change_of(p, row);
	format_number(number, sizeof(number), abs(change) / 10.0, 1);
	snprintf(text, sizeof(text), change == 0 ? "tetap" :
	    change > 0 ? "naik %s poin persen" : "turun %s poin persen",
	    number);
	canvas_text(p->canvas, p->share, baseline, ALIGN_RIGHT, &style, text);
}

static void
draw_narrow_row(const struct plan *p, const struct chart_role_row *row,
    double y)
{
	double baseline = y + 26;

	draw_share(p, row, baseline);
	baseline = draw_name(p, row, baseline);
	if (share_is_few(row->now)) {
		draw_year(p, row, p->left, p->width, baseline + 24);
		return;
	}
	draw_bar(p, row, baseline + 23);
	draw_narrow_notes(p, row, baseline + 53);
}

static void
draw_rule(const struct plan *p, double y)
{
	canvas_rect(p->canvas, p->look->margin, y - 1,
	    p->look->width - 2 * p->look->margin, 1, COLOUR_GRID);
}

/* The headings of the columns; returns the y of the rule below. */
static double
draw_header(const struct plan *p, double y)
{
	const double baseline = y + 8;

	if (!p->narrow) {
		canvas_text(p->canvas, p->look->margin, baseline, ALIGN_LEFT,
		    &p->small, "Peran");
		canvas_text(p->canvas, p->share, baseline, ALIGN_RIGHT,
		    &p->small, p->data->column);
		if (p->changes)
			canvas_text(p->canvas, p->change, baseline,
			    ALIGN_RIGHT, &p->small, "selisih");
		canvas_text(p->canvas, p->count, baseline, ALIGN_RIGHT,
		    &p->small, "langkah");
		y = baseline + 11;
	}
	draw_rule(p, y);
	return y;
}

/* What the bars are measured by; returns the y below. */
static double
draw_axis(const struct plan *p, double y)
{
	static const char *const words[] = { "0", "25", "50", "75", "100%" };
	struct text_style style = p->small;
	enum align align = ALIGN_CENTRE;
	int i;

	style.face = FACE_REGULAR;
	for (i = 0; i < 5; i++) {
		if (p->narrow)
			align = i == 0 ? ALIGN_LEFT :
			    i == 4 ? ALIGN_RIGHT : ALIGN_CENTRE;
		canvas_text(p->canvas, p->left + i * p->width / 4,
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

	y += round(2.2 * p->small.size);
	canvas_text(p->canvas, p->look->margin, y, ALIGN_LEFT, &p->small,
	    words[group]);
	y += 12;
	draw_rule(p, y);
	return y;
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
	for (i = 0; i <= 4 && !p->narrow && !share_is_few(row->now); i++)
		canvas_rect(p->canvas, p->left + i * p->width / 4 - 0.5, y, 1,
		    bottom - y, COLOUR_GRID);
	for (r = row; r < end; r++) {
		if (p->narrow)
			draw_narrow_row(p, r, y);
		else
			draw_wide_row(p, r, y);
		y += row_height(p, r);
		draw_rule(p, y);
	}
	return y;
}

/* All rows, group by group, with the axis below the last bars. */
static double
draw_rows(const struct plan *p, double y)
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
		if (group != ROLE_FEW &&
		    (end == last || chart_role_group(end) == ROLE_FEW))
			y = draw_axis(p, y);
	}
	return y;
}

static double
draw_nothing(const struct plan *p, double y)
{
	canvas_text(p->canvas, p->look->margin, y + 40, ALIGN_LEFT, &p->plain,
	    "Peran tampil di sini begitu ada langkah selesai.");
	return y + 60;
}

static void
draw_notes(const struct plan *p, double y)
{
	char change[128];
	const char *notes[] = { NULL, p->data->source };
	char first[TEXT_SIZE];

	change[0] = '\0';
	if (p->changes)
		snprintf(change, sizeof(change), p->narrow ?
		    "Naik atau turun terhadap %s. " :
		    "Selisih dalam poin persen terhadap %s. ",
		    p->data->before);
	snprintf(first, sizeof(first), "%s%s", change,
	    p->data->note != NULL ? p->data->note : "");
	if (first[0] != '\0')
		notes[0] = first;
	chart_foot(p->canvas, p->look, y + 14, notes, 2);
}

struct canvas *
chart_role_draw(const struct chart_role *data, const struct typeface *typeface,
    enum chart_layout layout, int scale)
{
	struct plan p = { .data = data, .typeface = typeface,
		.look = chart_look(layout), .narrow = layout == CHART_NARROW };
	char title[FINDING_SIZE], subtitle[TEXT_SIZE];
	double y;

	if ((p.canvas = canvas_new(typeface, p.look->width, scale)) == NULL)
		return NULL;
	choose_styles(&p);
	if (p.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	finding_role(data, title, sizeof(title));
	snprintf(subtitle, sizeof(subtitle), "Langkah yang selesai dalam "
	    "batas mutu baku, per peran%s%s, %s",
	    data->scope != NULL ? ", " : "",
	    data->scope != NULL ? data->scope : "", data->period);
	y = chart_head(p.canvas, p.look, title, subtitle);
	if (data->n == 0) {
		y = draw_nothing(&p, y);
	} else {
		y = draw_legend(&p, y + round(2.4 * p.look->subtitle));
		y = draw_header(&p, y + round(1.9 * p.look->label));
		y = draw_rows(&p, y);
	}
	draw_notes(&p, y);
	return p.canvas;
}
