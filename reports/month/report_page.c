/* report_page.c - filling report.tpl down to the charts. */
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "page/page.h"
#include "reports/chart/finding.h"
#include "reports/month/report_chart.h"
#include "sop/sop.h"

static void
add_text(struct page *body, const char *section, const char *text)
{
	page_set(page_add(body, section), "TEXT", text);
}

/* The head of the printed report. */
static void
fill_paper(const struct report *r, struct page *body, const char *office)
{
	char text[4 * REPORT_WORDS];

	snprintf(text, sizeof(text), "%s\nMasa laporan: %s\nData per %s\n%s",
	    office, r->dates, r->moment, r->f->corrected ?
	    "Angka dikoreksi menurut kalender sekarang; yang disahkan tidak "
	    "berubah." : r->f->frozen ?
	    "Sudah disahkan; angkanya tidak berubah lagi." :
	    "Belum disahkan; angkanya masih dapat berubah.");
	add_text(body, "PAPER", text);
}

/* -- what it is compared with ------------------------------------------- */

/* The period before and the same one a year before, for what the figures do
 * not hold of them; NULL: unknown. */
struct compared {
	struct month_figures *before, *year;
};

static struct month_figures *
period_of(const struct report *r, int month)
{
	const struct month_figures *f = r->f;
	struct month_figures *out;

	return month_period(r->office, month / 12, month % 12 + 1, f->months,
	    f->sop, f->at, &out) == CASE_OK ? out : NULL;
}

static void
compare_with(const struct report *r, struct compared *c)
{
	const int month = r->f->year * 12 + r->f->month - 1;

	c->before = period_of(r, month - r->f->months);
	c->year = period_of(r, month - 12);
}

static void
compared_free(struct compared *c)
{
	if (c->before != NULL)
		month_free(c->before);
	if (c->year != NULL)
		month_free(c->year);
}

/* -- the four figures --------------------------------------------------- */

static void
add_figure(struct page *body, const char *value, const char *label,
    const char *note)
{
	struct page *figure = page_add(body, "FIGURES");

	page_set(figure, "VALUE", value);
	page_set(figure, "LABEL", label);
	page_set(figure, "NOTE", note);
}

/* "September 91,2%, Oktober 2025 88,0%"; returns buf. */
#define BESIDE (2 * REPORT_WORDS)
static char *
beside(const struct report *r, const char *was, const char *year,
    char buf[BESIDE])
{
	if (r->yearly[0] == '\0')
		snprintf(buf, BESIDE, "%s %s", r->before, was);
	else
		snprintf(buf, BESIDE, "%s %s, %s %s", r->before, was,
		    r->yearly, year);
	return buf;
}

static void
figure_share(const struct report *r, struct page *body)
{
	const struct month_part *p = &r->f->office;
	char value[2 * FORMAT_SIZE], was[2 * FORMAT_SIZE], goal[FORMAT_SIZE];
	char year[2 * FORMAT_SIZE], with[BESIDE];
	char note[3 * REPORT_WORDS];

	share_words(value, sizeof(value), report_share(p), r->target);
	share_words(was, sizeof(was), report_share_before(p), r->target);
	share_words(year, sizeof(year), report_share_year(p), r->target);
	snprintf(note, sizeof(note), "%s%s%s%s",
	    r->target == SHARE_NONE ? "" : "target ",
	    r->target == SHARE_NONE ? "" :
	    share_target(goal, sizeof(goal), r->target),
	    r->target == SHARE_NONE ? "" : ", ", beside(r, was, year, with));
	add_figure(body, value, "tepat waktu", note);
}

static void
figure_counts(const struct report *r, struct page *body)
{
	const struct month_part *p = &r->f->office;
	char value[FORMAT_SIZE], was[FORMAT_SIZE], days[FORMAT_SIZE];
	char year[FORMAT_SIZE], with[BESIDE], note[3 * REPORT_WORDS];

	format_int(value, sizeof(value), p->done);
	format_int(was, sizeof(was), p->prev_done);
	format_int(year, sizeof(year), p->last_done);
	add_figure(body, value, "langkah selesai", beside(r, was, year, with));
	format_int(value, sizeof(value), p->late_open);
	format_int(was, sizeof(was), p->prev_late_open);
	format_int(days, sizeof(days), p->late_oldest_days);
	format_int(year, sizeof(year), p->last_late_open);
	snprintf(note, sizeof(note), "%s%s%s%s",
	    p->late_open > 0 ? "tertua " : "", p->late_open > 0 ? days : "",
	    p->late_open > 0 ? " hari kerja, " : "",
	    beside(r, was, year, with));
	add_figure(body, value, r->f->running ? "terlambat saat ini" :
	    r->f->months == 1 ? "terlambat pada akhir bulan" :
	    "terlambat pada akhir masa", note);
}

static void
figure_returned(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct month_part *p = &r->f->office;
	const struct share now = { p->returned, p->decided };
	const struct share was = { p->prev_returned, p->prev_decided };
	const struct share then = c->year == NULL ? (struct share){ 0, 0 } :
	    (struct share){ c->year->office.returned,
	    c->year->office.decided };
	char value[2 * FORMAT_SIZE], before[2 * FORMAT_SIZE];
	char year[2 * FORMAT_SIZE], note[BESIDE];

	share_words(value, sizeof(value), now, SHARE_NONE);
	share_words(before, sizeof(before), was, SHARE_NONE);
	share_words(year, sizeof(year), then, SHARE_NONE);
	add_figure(body, value, "dikembalikan", beside(r, before, year, note));
}

/* -- the promise -------------------------------------------------------- */

/* How the promise of a part was kept in another period. */
static struct share
kept_in(const struct month_figures *f, const struct month_part *p)
{
	const struct month_part *q = NULL;
	size_t i;

	if (f != NULL && p->scope == MONTH_OFFICE)
		q = &f->office;
	for (i = 0; f != NULL && q == NULL && i < f->nsops; i++)
		if (strcmp(f->sops[i].key, p->key) == 0)
			q = &f->sops[i];
	return q == NULL ? (struct share){ 0, 0 } :
	    (struct share){ q->kept, q->promised };
}

static void
promise_row(const struct report *r, const struct compared *c,
    struct page *group, const struct month_part *p)
{
	const struct share kept = { p->kept, p->promised };
	const struct share own = { p->kept_own, p->promised };
	const struct sop *sop = office_sop(r->office, p->version_id);
	struct page *row = report_row(group, p->name, NULL);
	char words[FORMAT_SIZE];

	snprintf(words, sizeof(words), "%d hari kerja",
	    sop != NULL ? sop->promise_days : 0);
	report_cell(row, words);
	report_int(row, p->promised);
	report_share_cell(row, kept, SHARE_NONE);
	report_share_cell(row, kept_in(c->before, p), SHARE_NONE);
	report_year_cell(r, row, kept_in(c->year, p));
	report_share_cell(row, own, SHARE_NONE);
}

static void
fill_promise(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct report_column columns[] = {
		{ "SOP", 0 }, { "Waktu layanan", 0 }, { "Diputus", 0 },
		{ "Dalam waktu", 0 }, { r->before, 0 }, { r->yearly, 0 },
		{ "Tanpa waktu pemohon dan pihak luar", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const struct share kept = { p->kept, p->promised };
	const struct share own = { p->kept_own, p->promised };
	char a[2 * FORMAT_SIZE], b[2 * FORMAT_SIZE], text[3 * REPORT_WORDS];
	char with[BESIDE];
	struct page *group;
	size_t i;

	if (p->promised == 0) {
		snprintf(text, sizeof(text), "Tidak ada perkara dengan janji "
		    "waktu layanan yang diputus pada %s.", r->period);
		add_text(body, "PROMISE", text);
		return;
	}
	snprintf(text, sizeof(text), "%s perkara yang diputus pada %s selesai "
	    "dalam waktu layanan yang dijanjikan. Bila waktu yang dipakai "
	    "pemohon dan pihak luar tidak dihitung: %s.",
	    share_words(a, sizeof(a), kept, SHARE_NONE), r->period,
	    share_words(b, sizeof(b), own, SHARE_NONE));
	add_text(body, "PROMISE", text);
	share_words(a, sizeof(a), kept_in(c->before, p), SHARE_NONE);
	share_words(b, sizeof(b), kept_in(c->year, p), SHARE_NONE);
	snprintf(text, sizeof(text), "Dalam waktu layanan sebelumnya: %s.",
	    beside(r, a, b, with));
	add_text(body, "PROMISE", text);
	group = report_group(report_table(body, "PROMISE_TABLE",
	    "Janji layanan per SOP", columns), NULL, 0);
	for (i = 0; i < r->f->nsops; i++)
		if (r->f->sops[i].promised > 0)
			promise_row(r, c, group, &r->f->sops[i]);
}

static void
fill_files(struct page *body)
{
	const struct report_file *file;
	struct page *p;

	for (file = report_files(); file->name != NULL; file++) {
		p = page_add(body, "CSV");
		page_set(p, "HREF", file->name);
		page_set(p, "TEXT", file->title);
	}
}

/* A chart, and the table of its numbers. */
static void
fill_chart(const struct report *r, struct page *body,
    const struct report_chart *chart, const int height[PICTURE_FORMS])
{
	struct page *part = report_section(body, "CHARTS", chart->title);
	char text[FINDING_ALT_SIZE];

	page_set(part, "FILE", chart->file);
	page_set(part, "ALT", chart->alt(r, text, sizeof(text)));
	page_set_int(part, "HEIGHT", height[PICTURE_WIDE]);
	page_set_int(part, "NARROW_HEIGHT", height[PICTURE_NARROW]);
	chart->table(r, part);
}

void
report_fill(const struct report *r, struct page *body, const char *office,
    const int height[PICTURE__MAX])
{
	char text[4 * REPORT_WORDS];
	struct compared c;
	int i;

	page_set(body, "HEADING", report_heading(r, text, sizeof(text)));
	page_set(body, "LEAD", report_lead(r, text, sizeof(text)));
	fill_paper(r, body, office);
	report_fill_state(r, body);
	fill_files(body);
	figure_share(r, body);
	figure_counts(r, body);
	compare_with(r, &c);
	figure_returned(r, &c, body);
	fill_promise(r, &c, body);
	compared_free(&c);
	for (i = 0; i < REPORT_CHARTS; i++)
		fill_chart(r, body, report_chart((enum report_chart_name)i),
		    height + PICTURE_FORMS * i);
	report_fill_more(r, body);
}
