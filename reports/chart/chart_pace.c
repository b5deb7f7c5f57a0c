/* chart_pace.c - strips of visits: how long does it really take? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "page/format.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_rows.h"
#include "reports/chart/finding.h"

#define NAME_MOST	262	/* the scale needs more room than names */
#define TICK		18	/* height of the line of a visit */
#define DOT		5.0	/* radius of the median */
#define RING		6.5	/* of nine of ten */
#define LIMIT		1000	/* thousandths */
#define PAD		20	/* beside the scale, for what lies off it */
#define COLUMNS		3
#define FEWER		100	/* a strip of more visits has darker lines
				   only for more of them */

static struct share
late_of(struct share on_time)
{
	return (struct share){ on_time.counted - on_time.on_time,
	    on_time.counted };
}

enum chart_pace_group
chart_pace_group(const struct chart_pace_row *row)
{
	if (share_is_few(row->share))
		return PACE_FEW;
	return row->single ? PACE_SINGLE : PACE_RANKED;
}

int
chart_pace_is_over(const struct chart_pace_row *row)
{
	return row->standard[0] != '\0' && !share_is_few(row->share) &&
	    10 * late_of(row->share).on_time >= row->share.counted;
}

/* Less than zero when a comes first: those over, then by nine of ten. */
static int
compare_paces(const struct chart_pace_row *a, const struct chart_pace_row *b)
{
	const int over = chart_pace_is_over(a);

	if (over != chart_pace_is_over(b))
		return over ? -1 : 1;
	if (a->p90 != b->p90)
		return a->p90 > b->p90 ? -1 : 1;
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
	const int drawn = c->n < PACE_DRAWN ? c->n : PACE_DRAWN;

	if (c->n == 0)
		return;
	qsort(c->rows, (size_t)c->n, sizeof(*c->rows), compare_all);
	qsort(c->rows, (size_t)drawn, sizeof(*c->rows), compare_rows);
	qsort(c->rows + drawn, (size_t)(c->n - drawn), sizeof(*c->rows),
	    compare_rows);
}

char *
chart_pace_part(char buf[PACE_WORDS], int64_t thousandths)
{
	const int64_t whole = (thousandths + 5) / 10;
	char words[FORMAT_SIZE];

	snprintf(buf, PACE_WORDS, "%s%s%%", thousandths > LIMIT &&
	    whole == 100 ? "> " : "", format_int(words, sizeof(words),
	    whole));
	return buf;
}

char *
chart_pace_late(char buf[PACE_WORDS], struct share on_time)
{
	const struct share late = late_of(on_time);
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	snprintf(buf, PACE_WORDS, "%s dari %s",
	    format_int(part, sizeof(part), late.on_time),
	    format_int(whole, sizeof(whole), late.counted));
	return buf;
}

/* -- the scale ------------------------------------------------------------- */

/* Everything the drawing of rows needs to know. */
struct plan {
	struct chart_rows	 r;
	const struct chart_pace	*data;
	int			 n;		/* rows drawn */
	double			 column[COLUMNS];	/* right ends */
	double			 first, last;	/* powers of ten; durations */
	int			 beyond;	/* a visit is off the scale */
};

/* A place of the scale, and its name. */
struct mark {
	int64_t		 value;
	const char	*words;
};

static const struct mark limits[] = {
	{ 0, "0" }, { LIMIT / 2, "separuh" }, { LIMIT, "batas" },
	{ 3 * LIMIT / 2, "1,5 kali" }, { 2 * LIMIT, "2 kali" },
};
static const struct mark durations[] = {
	{ 1, "1 detik" }, { 10, "10 detik" }, { 60, "1 menit" },
	{ 600, "10 menit" }, { 3600, "1 jam" }, { 36000, "10 jam" },
	{ 360000, "100 jam" }, { 3600000, "1.000 jam" },
};
#define NMARKS(list) (sizeof(list) / sizeof(*(list)))

/* The x of a value, which may lie off the scale. */
static double
x_of(const struct plan *p, int64_t value)
{
	const double width = p->r.width - 2 * PAD;
	double part;

	if (p->data->durations)
		part = (log10(value > 0 ? (double)value : 0.5) - p->first) /
		    (p->last - p->first);
	else
		part = (double)value / (2 * LIMIT);
	return p->r.left + PAD + part * width;
}

/* The same, at the end of the scale when it lies off it; beyond gets -1 or 1
 * then, else 0. */
static double
place(const struct plan *p, int64_t value, int *beyond)
{
	const double x = x_of(p, value), low = p->r.left + PAD;
	const double high = p->r.left + p->r.width - PAD;

	*beyond = x < low ? -1 : x > high;
	return fmax(low, fmin(x, high));
}

/* A scale of durations begins and ends at marks around all dots. */
static void
choose_scale(struct plan *p)
{
	const struct chart_pace_row *row = p->data->rows, *end = row + p->n;
	int64_t least = INT64_MAX, most = 1;
	size_t low = 0, high = NMARKS(durations) - 1;

	for (; row < end; row++) {
		least = row->median < least ? row->median : least;
		most = row->p90 > most ? row->p90 : most;
	}
	while (low + 2 < NMARKS(durations) &&
	    durations[low + 1].value <= least)
		low++;
	while (high > low + 1 && durations[high - 1].value >= most)
		high--;
	p->first = log10((double)durations[low].value);
	p->last = log10((double)durations[high].value);
}

/* -- the strip of a row ---------------------------------------------------- */

/* An arrow head beside the end of the scale. */
static void
draw_arrow(const struct plan *p, double x, double y, int beyond,
    int colour)
{
	const double tip = x + beyond * (RING + 9);

	canvas_convex(p->r.canvas, (struct point[]) {
	    { tip - beyond * 6, y - 5 }, { tip, y },
	    { tip - beyond * 6, y + 5 } }, 3, colour);
}

/* The line of the visits at one place, darker the more they are. */
static void
draw_tick(const struct plan *p, const struct chart_pace_row *row, double x,
    double y, int visits)
{
	const int few = 1 + row->n / FEWER;
	const int colour = visits <= few ? COLOUR_PALE :
	    visits <= 3 * few ? COLOUR_AXIS : COLOUR_PLAIN;

	canvas_rect(p->r.canvas, x, y - TICK / 2.0, 1, TICK, colour);
}

/* All visits; arrows where some lie off the scale. */
static void
draw_ticks(const struct plan *p, const struct chart_pace_row *row, double y)
{
	int i, beyond = 0, off[2] = { 0, 0 }, visits = 0;
	double x, last = -1;

	for (i = 0; i < row->n; i++) {
		x = floor(place(p, row->value[i], &beyond));
		if (beyond != 0)
			off[beyond > 0] = 1;
		if (visits > 0 && x != last) {
			draw_tick(p, row, last, y, visits);
			visits = 0;
		}
		last = x;
		visits++;
	}
	if (visits > 0)
		draw_tick(p, row, last, y, visits);
	if (off[0])
		draw_arrow(p, p->r.left + PAD, y, -1, COLOUR_AXIS);
	if (off[1])
		draw_arrow(p, p->r.left + p->r.width - PAD, y, 1,
		    COLOUR_AXIS);
}

static int
dot_colour(const struct plan *p, int64_t value)
{
	if (p->data->durations)
		return COLOUR_PLAIN;
	return value > LIMIT ? COLOUR_VERMILION : COLOUR_BLUE;
}

/* Median and nine of ten, joined by a bar. */
static void
draw_dots(const struct plan *p, const struct chart_pace_row *row, double y)
{
	struct canvas *c = p->r.canvas;
	int below, above;
	const double a = place(p, row->median, &below);
	const double b = place(p, row->p90, &above);
	const int colour = dot_colour(p, row->p90);

	canvas_rect(c, a, y - 2, b - a, 4, COLOUR_PALE);
	chart_ring(c, b, y, RING, 2, colour);
	canvas_disc(c, a, y, b - a < DOT + RING ? 3 : DOT,
	    dot_colour(p, row->median));
	if (above > 0)
		draw_arrow(p, b, y, above, colour);
}

static void
draw_strip(const struct plan *p, const struct chart_pace_row *row, double y)
{
	struct canvas *c = p->r.canvas;

	if (p->r.narrow) {
		canvas_rect(c, p->r.left, y - 0.5, p->r.width, 1,
		    COLOUR_GRID);
		if (!p->data->durations)
			canvas_rect(c, x_of(p, LIMIT) - 1.5, y - 15, 3, 30,
			    COLOUR_INK);
	}
	draw_ticks(p, row, y);
	if (chart_pace_group(row) != PACE_FEW)
		draw_dots(p, row, y);
	canvas_mark(c, p->r.left, y - 15, p->r.width, 30);
}

/* -- the words of a row ---------------------------------------------------- */

static const struct text_style *
name_style(const struct plan *p, const struct chart_pace_row *row)
{
	return chart_pace_is_over(row) ? &p->r.bold : &p->r.plain;
}

static char *
duration(char *buf, int64_t seconds)
{
	return format_duration(buf, FORMAT_SIZE, seconds, 0, seconds < 60);
}

/* The texts of the columns at the right. */
static void
cells(const struct plan *p, const struct chart_pace_row *row,
    char words[COLUMNS][PACE_WORDS])
{
	const int few = chart_pace_group(row) == PACE_FEW;
	int i;

	for (i = 0; i < COLUMNS; i++)
		words[i][0] = '\0';
	if (p->data->durations) {
		format_int(words[0], PACE_WORDS, row->n);
		if (!few) {
			duration(words[1], row->median);
			duration(words[2], row->p90);
		}
		return;
	}
	snprintf(words[0], PACE_WORDS, "%s", row->standard);
	chart_pace_late(words[1], row->share);
	/* Never 10% of a row that is not over. */
	if (!few)
		share_words(words[2], PACE_WORDS, late_of(row->share), 100);
}

static struct text_style
cell_style(const struct plan *p, const struct chart_pace_row *row, int column)
{
	struct text_style s = column + 1 < COLUMNS ? p->r.muted : p->r.figure;

	if (chart_pace_is_over(row) && column + 1 == COLUMNS)
		s.colour = COLOUR_RUST;
	return s;
}

/* Short name and performer below the name, each in as many lines as it takes;
 * returns the last baseline.  Without a canvas nothing is drawn. */
static double
draw_below(const struct plan *p, const struct chart_pace_row *row,
    double baseline, int draw)
{
	const struct chart_rows *r = &p->r;
	const char *const text[] = { row->activity, row->who };
	struct text_lines lines;
	int i, k;

	for (i = 0; i < 2; i++) {
		if (text[i][0] == '\0')
			continue;
		typeface_wrap(r->typeface, &r->words, r->name, 2, text[i],
		    &lines);
		for (k = 0; k < lines.n; k++) {
			baseline += round(1.3 * r->words.size);
			if (draw)
				canvas_text(r->canvas, r->look->margin,
				    baseline, ALIGN_LEFT, &r->words,
				    lines.line[k]);
		}
	}
	return baseline;
}

/* The columns as two texts below the strip. */
static void
narrow_words(const struct plan *p, const struct chart_pace_row *row,
    char left[2 * PACE_WORDS], char right[3 * PACE_WORDS])
{
	char words[COLUMNS][PACE_WORDS];

	cells(p, row, words);
	if (p->data->durations) {
		snprintf(left, 2 * PACE_WORDS, "%s selesai", words[0]);
		snprintf(right, 3 * PACE_WORDS, "%s%s%s%s",
		    words[1][0] != '\0' ? "median " : "", words[1],
		    words[1][0] != '\0' ? ", 9 dari 10 " : "", words[2]);
		return;
	}
	snprintf(left, 2 * PACE_WORDS, "standar %s", words[0]);
	snprintf(right, 3 * PACE_WORDS, "terlambat %s%s%s", words[1],
	    words[2][0] != '\0' ? ", " : "", words[2]);
}

/* How much lower the second of these stands, which may need its own line. */
static double
narrow_more(const struct plan *p, const struct chart_pace_row *row)
{
	const struct chart_rows *r = &p->r;
	struct text_style bold = r->words;
	char left[2 * PACE_WORDS], right[3 * PACE_WORDS];

	if (!r->narrow)
		return 0;
	bold.face = FACE_SEMIBOLD;
	narrow_words(p, row, left, right);
	return typeface_width(r->typeface, &r->words, left) + 20 +
	    typeface_width(r->typeface, &bold, right) > r->width ?
	    round(1.4 * r->words.size) : 0;
}

static double
row_height(const struct plan *p, const struct chart_pace_row *row)
{
	const double name = chart_rows_more(&p->r, name_style(p, row),
	    row->name);

	return name + draw_below(p, row, p->r.narrow ? 26 : 22, 0) +
	    narrow_more(p, row) + (p->r.narrow ? 76 : 12);
}

static void
draw_wide_row(const struct plan *p, const struct chart_pace_row *row, double y)
{
	const struct chart_rows *r = &p->r;
	const double middle = floor(y + row_height(p, row) / 2);
	char words[COLUMNS][PACE_WORDS];
	struct text_style style;
	int i;

	draw_below(p, row, chart_rows_name(r, name_style(p, row), row->name,
	    y + 22), 1);
	draw_strip(p, row, middle);
	cells(p, row, words);
	for (i = 0; i < COLUMNS; i++) {
		style = cell_style(p, row, i);
		if (words[i][0] != '\0')
			canvas_text(r->canvas, p->column[i], middle + 5,
			    ALIGN_RIGHT, &style, words[i]);
	}
}

static void
draw_narrow_row(const struct plan *p, const struct chart_pace_row *row,
    double y)
{
	const struct chart_rows *r = &p->r;
	struct text_style style = r->words;
	char left[2 * PACE_WORDS], right[3 * PACE_WORDS];
	double baseline;

	baseline = draw_below(p, row, chart_rows_name(r, name_style(p, row),
	    row->name, y + 26), 1);
	draw_strip(p, row, baseline + 26);
	narrow_words(p, row, left, right);
	canvas_text(r->canvas, r->left, baseline + 60, ALIGN_LEFT, &style,
	    left);
	if (chart_pace_is_over(row)) {
		style.colour = COLOUR_RUST;
		style.face = FACE_SEMIBOLD;
	}
	if (right[0] != '\0')
		canvas_text(r->canvas, r->left + r->width, baseline + 60 +
		    narrow_more(p, row), ALIGN_RIGHT, &style, right);
}

/* -- all rows -------------------------------------------------------------- */

/* The reason why the rows below are not ranked; returns the y of the rule. */
static double
draw_heading(const struct plan *p, enum chart_pace_group group, double y)
{
	static const char *const words[] = {
		[PACE_SINGLE] = "Satu pemegang jabatan, tidak diperingkat",
		[PACE_FEW] = "Kurang dari 10 pekerjaan, tidak diperingkat",
	};

	return chart_rows_heading(&p->r, words[group], y);
}

/* The marks of the scale that lie on it. */
static const struct mark *
marks(const struct plan *p, size_t *n)
{
	const struct mark *m = limits;

	*n = NMARKS(limits);
	if (!p->data->durations)
		return m;
	for (m = durations; log10((double)m->value) < p->first - 0.01; m++)
		continue;
	for (*n = 1; log10((double)m[*n - 1].value) < p->last - 0.01; ++*n)
		continue;
	return m;
}

/* Lines of the scale behind the rows of a group. */
static void
draw_grid(const struct plan *p, double y, double bottom)
{
	size_t n, i;
	const struct mark *m = marks(p, &n);
	int limit;

	for (i = 0; i < n; i++) {
		limit = !p->data->durations && m[i].value == LIMIT;
		canvas_rect(p->r.canvas, x_of(p, m[i].value) -
		    (limit ? 1.5 : 0.5), y, limit ? 3 : 1, bottom - y,
		    limit ? COLOUR_INK : COLOUR_GRID);
	}
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
		if (!p->r.narrow)
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

static const char *const *
headings(const struct plan *p)
{
	static const char *const words[2][COLUMNS] = {
		{ "standar", "terlambat", "persen" },
		{ "selesai", "median", "9 dari 10" },
	};

	return words[p->data->durations != 0];
}

/* Columns from the right, each as wide as its widest text; names get what they
 * need up to a limit. */
static void
choose_columns(struct plan *p)
{
	struct chart_rows *r = &p->r;
	const struct chart_pace_row *row;
	double wide[COLUMNS], name = 120;
	char words[COLUMNS][PACE_WORDS];
	int i;

	for (i = 0; i < COLUMNS; i++)
		wide[i] = chart_rows_widest(r, &r->small, headings(p)[i], 0);
	for (row = p->data->rows; row < p->data->rows + p->n; row++) {
		name = chart_rows_widest(r, &r->bold, row->name, name);
		name = chart_rows_widest(r, &r->words, row->activity, name);
		name = chart_rows_widest(r, &r->words, row->who, name);
		cells(p, row, words);
		for (i = 0; i < COLUMNS; i++)
			wide[i] = chart_rows_widest(r, &r->figure, words[i],
			    wide[i]);
	}
	r->name = fmin(name, NAME_MOST);
	p->column[2] = r->look->width - r->look->margin;
	p->column[1] = p->column[2] - wide[2] - CHART_GAP;
	p->column[0] = p->column[1] - wide[1] - CHART_GAP;
	r->left = r->look->margin + r->name + 12;
	r->width = p->column[0] - wide[0] - 14 - r->left;
}

/* The narrow layout has the words above and below the scale. */
static void
choose_narrow(struct plan *p)
{
	const struct chart_look *look = p->r.look;

	p->r.left = look->margin;
	p->r.width = p->r.name = look->width - 2 * look->margin;
}

/* Only what the chart contains; returns the middle of the last line. */
static double
draw_legend(const struct plan *p, double y)
{
	const struct chart_rows *r = &p->r;
	struct point pen = { r->look->margin, y }, at;
	const int colour = p->data->durations ? COLOUR_PLAIN : COLOUR_BLUE;
	const struct chart_pace_row *row = p->data->rows;

	at = chart_rows_legend(r, 12, "satu pekerjaan", &pen);
	canvas_rect(r->canvas, at.x + 1, at.y - TICK / 2.0, 1, TICK,
	    COLOUR_AXIS);
	while (row < p->data->rows + p->n &&
	    chart_pace_group(row) == PACE_FEW)
		row++;
	if (row < p->data->rows + p->n) {
		at = chart_rows_legend(r, 18, "median, separuh lebih cepat",
		    &pen);
		canvas_disc(r->canvas, at.x + 6, at.y, DOT, colour);
		at = chart_rows_legend(r, 20, "9 dari 10", &pen);
		chart_ring(r->canvas, at.x + 7, at.y, RING, 2, colour);
	}
	if (p->data->durations)
		return pen.y;
	at = chart_rows_legend(r, 14, "batas; di kanannya terlambat", &pen);
	canvas_rect(r->canvas, at.x + 1, at.y - 8, 3, 16, COLOUR_INK);
	return pen.y;
}

static struct text_style
mark_style(const struct plan *p, int limit)
{
	struct text_style style = p->r.small;

	style.face = limit ? FACE_SEMIBOLD : FACE_REGULAR;
	style.colour = limit ? COLOUR_INK : COLOUR_MUTED;
	return style;
}

/* A name of the scale, where it touches none that stands in [from, to]; that
 * stretch grows by it. */
static void
draw_mark(const struct plan *p, const struct mark *m, double baseline,
    double *from, double *to)
{
	const int limit = !p->data->durations && m->value == LIMIT;
	const struct text_style style = mark_style(p, limit);
	const double half = typeface_width(p->r.typeface, &style, m->words) /
	    2 + 3, x = x_of(p, m->value);

	if (x + half > p->r.left + p->r.width + 8 ||
	    (x - half < *to && x + half > *from))
		return;
	canvas_text(p->r.canvas, x, baseline, ALIGN_CENTRE, &style, m->words);
	*from = fmin(*from, x - half);
	*to = fmax(*to, x + half);
}

/* The names of the scale, above the rows: from that of the limit, or from the
 * first, outwards, as far as they have room. */
static void
draw_axis(const struct plan *p, double baseline)
{
	double from = INFINITY, to = -INFINITY;
	size_t n, i, first = p->data->durations ? 0 : 2;
	const struct mark *m = marks(p, &n);

	for (i = first; i < n; i++)
		draw_mark(p, &m[i], baseline, &from, &to);
	for (i = first; i-- > 0;)
		draw_mark(p, &m[i], baseline, &from, &to);
}

/* The headings of the columns and the names of the scale; returns the y of the
 * rule below. */
static double
draw_header(const struct plan *p, double y)
{
	struct chart_column columns[COLUMNS];
	int i;

	for (i = 0; i < COLUMNS; i++)
		columns[i] = (struct chart_column){ headings(p)[i],
		    p->column[i] };
	draw_axis(p, y + 8);
	return chart_rows_header(&p->r, "Langkah", columns, COLUMNS,
	    p->r.narrow ? y + 19 : y);
}

static void
draw_notes(const struct plan *p, double y)
{
	const struct chart_pace *data = p->data;
	char more[TYPEFACE_LINE_SIZE] = "", words[FORMAT_SIZE];
	const char *notes[] = { data->n == 0 ? "" : data->durations ?
	    "Langkah-langkah ini belum mempunyai standar waktu, jadi tidak "
	    "ada yang dinilai terlambat." : "Batas ialah batas waktu pekerjaan "
	    "itu sendiri. Yang terbuka dan sudah terlambat ikut dihitung.",
	    more, data->source };

	if (p->beyond)
		text_add(more, sizeof(more), "Anak panah: di luar skala. ");
	if (p->n < data->n)
		text_add(more, sizeof(more), "Digambar %d dari %s langkah; "
		    "semuanya ada pada langkah.csv.", p->n, format_int(words,
		    sizeof(words), data->n));
	chart_foot(p->r.canvas, p->r.look, y + 14, notes, 3);
}

/* Note in the plan whether some visit is off the scale. */
static void
look_beyond(struct plan *p)
{
	const struct chart_pace_row *row;
	int first, last;

	for (row = p->data->rows; row < p->data->rows + p->n; row++) {
		if (row->n == 0)
			continue;
		place(p, row->value[0], &first);
		place(p, row->value[row->n - 1], &last);
		p->beyond |= first != 0 || last != 0;
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
	if (p.n > PACE_DRAWN)
		p.n = PACE_DRAWN;
	if (p.r.narrow)
		choose_narrow(&p);
	else
		choose_columns(&p);
	choose_scale(&p);
	look_beyond(&p);
	snprintf(subtitle, sizeof(subtitle), "%s, %s, %s", data->durations ?
	    "Tiap garis satu pekerjaan: waktu kerja dari terima sampai "
	    "selesai" : "Tiap garis satu pekerjaan: waktu yang dipakai dibagi "
	    "waktu yang tersedia sampai batasnya sendiri",
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
