/*
 * report_page.c - filling report.tpl from top to bottom: state and figures, the
 * promise, the charts, then times, parties outside, SOPs, causes, signs, steps
 * counted apart, the voice of the public, outages, advice, evaluations, method
 * and root.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "base/text.h"
#include "calendar/calendar_version.h"
#include "case/lateness.h"
#include "case/promise.h"
#include "clock/calendar.h"
#include "month/month_close.h"
#include "month/root.h"
#include "office/unit.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/chart/finding.h"
#include "reports/month/report.h"
#include "reports/month/report_cause.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_file.h"
#include "reports/month/report_page.h"
#include "reports/month/report_share.h"
#include "reports/month/report_step.h"
#include "reports/month/report_table.h"
#include "reports/month/report_voice.h"
#include "sop/sop.h"

/* Of each sign, in a month and in a longer period; tanda.csv has all. */
#define MARKS_SHOWN		3
#define MARKS_SHOWN_LONG	1

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
	    office, r->dates, r->as_of, r->f->corrected ?
	    "Angka dikoreksi menurut kalender sekarang; yang disahkan tidak "
	    "berubah." : r->f->frozen ?
	    "Sudah disahkan; angkanya tidak berubah lagi." :
	    "Belum disahkan; angkanya masih dapat berubah.");
	add_text(body, "PAPER", text);
}

/* -- to be known first ------------------------------------------ */

/* A period that is not compared: the office has no history of it. */
static void
fill_uncompared(const struct report *r, struct page *body)
{
	const struct month_part *p = &r->f->office;
	char text[2 * REPORT_WORDS];
	const int before = p->prev_done < 0;
	const int year = r->unknown[0] != '\0';

	if (!before && !year)
		return;
	snprintf(text, sizeof(text), "Tidak dibandingkan dengan %s%s%s: tidak "
	    "semua bulannya tercatat.", before ? r->before : "",
	    before && year ? " dan " : "", r->unknown);
	add_text(body, "RUNNING", text);
}

/* Sentences above all figures: the period is not over, not closed, or
 * corrected; its holidays are not known yet. */
static void
fill_state(const struct report *r, struct page *body)
{
	char text[2 * REPORT_WORDS];

	if (r->f->running)
		snprintf(text, sizeof(text), "%s belum berakhir: angka "
		    "sampai %s.", r->period, r->as_of);
	else if (r->f->corrected)
		snprintf(text, sizeof(text), "Angka ini dikoreksi: dihitung "
		    "lagi menurut kalender yang berlaku sekarang, versi %lld. "
		    "Angka yang disahkan memakai kalender versi %lld dan tidak "
		    "berubah.", (long long)calendar_version_of(r->office,
		    r->f->calendar_id), (long long)calendar_version_of(
		    r->office, r->f->known_calendar_id));
	else if (!r->f->frozen)
		snprintf(text, sizeof(text), "%s belum disahkan; angkanya "
		    "masih dapat berubah.", r->period);
	else
		text[0] = '\0';
	if (text[0] != '\0')
		add_text(body, "RUNNING", text);
	if (calendar_year_known(r->cal, r->f->year))
		return;
	snprintf(text, sizeof(text), "Hari libur %d belum diisi. Waktu "
	    "dihitung menurut jam kerja mingguan saja.", r->f->year);
	add_text(body, "RUNNING", text);
}

/* -- compared periods ------------------------------------------- */

/* The period before and the same one a year before, for figures that r->f does
 * not hold of them; NULL: unknown. */
struct compared {
	struct month_figures *before, *year;
};

static struct month_figures *
period_of(const struct report *r, int month, int months)
{
	const struct month_figures *f = r->f;
	struct month_figures *out;

	return month_period(r->office, month / 12, month % 12 + 1, months,
	    f->sop, f->at, &out) == CASE_OK ? out : NULL;
}

/* Of a period that runs, as many months as it has begun; none where there is
 * nothing to compare with (month.h). */
static void
compare_with(const struct report *r, struct compared *c)
{
	const struct month_figures *f = r->f;
	const int begun = month_begun(f);
	const int last = f->year * 12 + f->month - 1 - (f->months - begun);

	c->before = f->office.prev_done < 0 ? NULL :
	    period_of(r, last - f->months, begun);
	c->year = f->office.last_done < 0 ? NULL :
	    period_of(r, last - 12, begun);
}

static void
compared_free(struct compared *c)
{
	if (c->before != NULL)
		month_free(c->before);
	if (c->year != NULL)
		month_free(c->year);
}

/* -- the five figures --------------------------------------------------- */

/* One of the figures at the top, which leads to its work (or NULL). */
static void
add_figure(const struct report *r, struct page *body, const char *value,
    const char *label, const char *note, const char *work)
{
	struct page *figure = page_add(body, "FIGURES");

	if (work != NULL)
		report_to(r, figure, &r->f->office, work);

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

/* ", dengan susunan berkas September 89,6%": the change that is left when the
 * SOPs count as they did before. */
static void
add_mixed(const struct report *r, char *buf, size_t size)
{
	const int tenths = report_mixed(r);
	char words[FORMAT_SIZE];

	if (tenths != SHARE_NONE)
		text_add(buf, size, "; dengan susunan berkas %s %s", r->before,
		    share_percent(words, sizeof(words), tenths));
}

static void
figure_share(const struct report *r, struct page *body)
{
	const struct share now = report_share(&r->f->office);
	char value[2 * FORMAT_SIZE], was[2 * FORMAT_SIZE], goal[FORMAT_SIZE];
	char year[2 * FORMAT_SIZE], with[BESIDE], note[4 * REPORT_WORDS] = "";

	share_words(value, sizeof(value), now, r->target);
	if (r->pace.durations) {
		add_figure(r, body, value, "langkah tepat waktu",
		    "tanpa standar waktu", NULL);
		return;
	}
	if (!share_is_few(now))
		text_add(note, sizeof(note), "%s; ", share_counts(was,
		    sizeof(was), now));
	if (r->target != SHARE_NONE)
		text_add(note, sizeof(note), "target %s; ", share_target(goal,
		    sizeof(goal), r->target));
	share_words(was, sizeof(was), report_share_before(&r->f->office),
	    r->target);
	share_words(year, sizeof(year), report_share_year(&r->f->office),
	    r->target);
	text_add(note, sizeof(note), "%s", beside(r, was, year, with));
	add_mixed(r, note, sizeof(note));
	add_figure(r, body, value, "langkah tepat waktu", note,
	    REPORT_JUDGED);
}

/* A count, en dash where it is unknown. */
static char *
count_words(char *buf, size_t size, int64_t n)
{
	if (n < 0)
		snprintf(buf, size, "\xe2\x80\x93");
	else
		format_int(buf, size, n);
	return buf;
}

/* Steps finished in another period; "–" when it is not known. */
static char *
finished_in(const struct month_figures *f, char *buf, size_t size)
{
	if (f != NULL)
		return format_int(buf, size, month_finished(&f->office));
	snprintf(buf, size, "\xe2\x80\x93");
	return buf;
}

static void
figure_counts(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct month_part *p = &r->f->office;
	char value[FORMAT_SIZE], was[FORMAT_SIZE], days[FORMAT_SIZE];
	char year[FORMAT_SIZE], with[BESIDE], note[3 * REPORT_WORDS];

	format_int(value, sizeof(value), month_finished(p));
	finished_in(c->before, was, sizeof(was));
	finished_in(c->year, year, sizeof(year));
	add_figure(r, body, value, "langkah selesai", beside(r, was, year,
	    with), "done+apart_none");
	format_int(value, sizeof(value), p->late_open);
	count_words(was, sizeof(was), p->prev_late_open);
	format_int(days, sizeof(days), p->late_oldest_days);
	count_words(year, sizeof(year), p->last_late_open);
	snprintf(note, sizeof(note), "%s%s%s%s",
	    p->late_open > 0 ? "tertua " : "", p->late_open > 0 ? days : "",
	    p->late_open > 0 ? " hari kerja, " : "",
	    beside(r, was, year, with));
	add_figure(r, body, value, r->f->running ? "terlambat saat ini" :
	    r->f->months == 1 ? "terlambat pada akhir bulan" :
	    "terlambat pada akhir masa", note, "late_open");
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
	add_figure(r, body, value, "dikembalikan", beside(r, before, year,
	    note), "returned");
}

/* -- the promise -------------------------------------------------------- */

/* The promises kept of a part in another period. */
static struct share
kept_in(struct month_figures *f, const struct month_part *p)
{
	return report_kept(f == NULL ? NULL : month_find(f, p->scope, p->key));
}

/* "148 dari 240 berkas: 228 diputus, 12 berjalan dan sudah melewatinya". */
static char *
promise_counts(const struct month_part *p, char *buf, size_t size)
{
	char a[2 * FORMAT_SIZE], decided[FORMAT_SIZE], late[FORMAT_SIZE];

	snprintf(buf, size, "%s berkas: %s diputus, %s",
	    share_counts(a, sizeof(a), report_kept(p)),
	    format_int(decided, sizeof(decided), p->promised),
	    p->promise_late < 0 ? "yang berjalan belum dihitung" :
	    p->promise_late == 0 ? "tidak ada yang berjalan melewatinya" :
	    format_int(late, sizeof(late), p->promise_late));
	if (p->promise_late > 0)
		text_add(buf, size, " masih berjalan dan sudah melewatinya");
	return buf;
}

/* The cases of the promise; of a month that was closed before running ones
 * were counted, those decided. */
static const char *
promised(const struct month_part *p)
{
	return p->promise_late < 0 ? "promised" : "promised+promise_late";
}

static void
figure_promise(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct month_part *p = &r->f->office;
	char value[2 * FORMAT_SIZE], was[2 * FORMAT_SIZE];
	char year[2 * FORMAT_SIZE], with[BESIDE], note[5 * REPORT_WORDS];

	if (month_promised(p) == 0)
		return;
	share_words(value, sizeof(value), report_kept(p), SHARE_NONE);
	share_words(was, sizeof(was), kept_in(c->before, p), SHARE_NONE);
	share_words(year, sizeof(year), kept_in(c->year, p), SHARE_NONE);
	promise_counts(p, note, sizeof(note));
	text_add(note, sizeof(note), "; %s%s", beside(r, was, year, with),
	    report_is_inferred(r) ? "; " PROMISE_INFERRED : "");
	add_figure(r, body, value, "dalam waktu layanan", note, promised(p));
}

static void
promise_row(const struct report *r, const struct compared *c,
    struct page *group, const struct month_part *p)
{
	const struct share own = { p->kept_own, p->promised };
	const struct sop *sop = office_sop(r->office, p->version_id);
	struct page *row = report_row(group, p->name, NULL);
	char words[2 * FORMAT_SIZE];

	snprintf(words, sizeof(words), "%d hari kerja%s",
	    sop != NULL ? sop->promise_days : 0,
	    sop != NULL ? promise_note(sop) : "");
	report_row_to(r, row, p, promised(p));
	report_cell(row, words);
	report_share_cell(row, report_kept(p), SHARE_NONE);
	report_to(r, report_cell(row, share_counts(words, sizeof(words),
	    report_kept(p))), p, promised(p));
	report_to(r, report_cell(row, count_words(words, sizeof(words),
	    p->promise_late)), p, "promise_late");
	report_share_cell(row, kept_in(c->before, p), SHARE_NONE);
	report_year_cell(r, row, kept_in(c->year, p));
	report_to(r, report_share_cell(row, own, SHARE_NONE), p, "promised");
}

static void
promise_table(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct report_column columns[] = {
		{ "SOP", 0 }, { "Waktu layanan", 1 }, { "Dalam waktu", 0 },
		{ "Berkas", 0 }, { "Berjalan, sudah lewat", 0 },
		{ r->before, 0 }, { r->yearly, 0 },
		{ "Yang diputus, tanpa waktu pemohon dan pihak luar", 0 },
		{ NULL, 0 }
	};
	const struct month_part *p = r->f->sops;
	struct page *group = report_group(report_table(body, "PROMISE_TABLE",
	    "Janji layanan per SOP", columns), NULL, 0);

	for (; p < r->f->sops + r->f->nsops; p++)
		if (month_promised(p) > 0)
			promise_row(r, c, group, p);
}

static void
fill_promise(const struct report *r, const struct compared *c,
    struct page *body)
{
	const struct month_part *p = &r->f->office;
	const struct share own = { p->kept_own, p->promised };
	char a[2 * FORMAT_SIZE], b[2 * FORMAT_SIZE], text[3 * REPORT_WORDS];
	char counts[REPORT_WORDS], with[BESIDE];

	if (month_promised(p) == 0) {
		snprintf(text, sizeof(text), "Tidak ada berkas dengan waktu "
		    "layanan yang diputus pada %s, atau yang berjalan "
		    "melewatinya.", r->period);
		add_text(body, "PROMISE", text);
		return;
	}
	snprintf(text, sizeof(text), "%s dalam waktu layanan pada %s (%s). "
	    "Di antara yang diputus, bila waktu pemohon dan pihak luar tidak "
	    "dihitung: %s.", share_words(a, sizeof(a), report_kept(p),
	    SHARE_NONE), r->period, promise_counts(p, counts, sizeof(counts)),
	    share_words(b, sizeof(b), own, SHARE_NONE));
	add_text(body, "PROMISE", text);
	share_words(a, sizeof(a), kept_in(c->before, p), SHARE_NONE);
	share_words(b, sizeof(b), kept_in(c->year, p), SHARE_NONE);
	snprintf(text, sizeof(text), "Dalam waktu layanan sebelumnya: %s.%s",
	    beside(r, a, b, with), report_is_inferred(r) ? " Waktu layanan "
	    "ini " PROMISE_INFERRED "." : "");
	add_text(body, "PROMISE", text);
	promise_table(r, c, body);
}

/* -- files and charts ------------------------------------------------------ */

static void
fill_files(struct page *body)
{
	const struct report_file *file;

	for (file = report_files(); file->name != NULL; file++)
		page_link(body, "CSV", file->name, file->title);
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

/* -- corrected ----------------------------------------------------------- */

static void
compare(struct page *group, const char *name, int64_t known, int64_t now)
{
	struct page *row = report_row(group, name, NULL);

	report_int(row, known);
	report_int(row, now);
}

/* A closed month as it was closed, beside the same by the calendar of today. */
static void
fill_corrected(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Angka", 0 }, { "Saat disahkan", 0 }, { "Dikoreksi", 0 },
		{ NULL, 0 }
	};
	const struct month_part *was = &r->f->known, *now = &r->f->office;
	struct page *part, *group, *row;

	if (!r->f->corrected)
		return;
	part = report_part(body, "Saat disahkan dan sesudah dikoreksi");
	add_text(part, "MORE_TEXT", "Bulan-bulan sebelumnya tetap menurut "
	    "angka ketika disahkan.");
	group = report_group(report_table(part, "MORE_TABLE",
	    "Saat disahkan dan sesudah dikoreksi", columns), NULL, 0);
	row = report_row(group, "Tepat waktu", NULL);
	report_share_cell(row, report_share(was), SHARE_NONE);
	report_share_cell(row, report_share(now), SHARE_NONE);
	compare(group, "Langkah selesai", was->done, now->done);
	compare(group, "Selesai terlambat", was->over, now->over);
	compare(group, "Terbuka dan terlambat", was->late_open,
	    now->late_open);
	compare(group, "Berkas dalam waktu layanan", was->kept, now->kept);
}

/* -- how long it takes -------------------------------------------------- */

/* The accounts of a role, all of one kind of time: of the office's roles in its
 * working time, else day and night. */
struct shares {
	int64_t	own, queue, outside, applicant;
};

static void
times_row(const struct report *r, struct page *group,
    const struct month_part *p, int real)
{
	const struct shares s = { p->own_time, p->queue_time,
	    real ? p->outside_time : p->outside_work,
	    real ? p->applicant_time : p->applicant_work };
	const int64_t all = s.outside < 0 || s.applicant < 0 ? 0 :
	    s.own + s.queue + s.outside + s.applicant;
	const int64_t day = real ? 24 * 3600 : 0;
	struct page *row = report_row(group, p->name, NULL);

	report_row_to(r, row, p, "done+apart_none");
	/* A role whose limits are days has no times of work. */
	report_time(row, p->own_time > 0 ? p->own_median : -1, day);
	report_time(row, p->own_time > 0 ? p->own_p90 : -1, day);
	report_time(row, p->turn_median, day);
	report_time(row, p->turn_p90, day);
	report_percent(row, s.own, all);
	report_percent(row, s.queue, all);
	report_percent(row, s.outside, all);
	report_percent(row, s.applicant, all);
}

/* The roles of one kind of time under a heading that names it; the table is
 * made by the first. */
static void
times_group(const struct report *r, struct page *part, struct page **table,
    int real)
{
	static const struct report_column columns[] = {
		{ "Peran", 0 }, { "Kerja, median", 0 },
		{ "Kerja, 9 dari 10", 0 }, { "Terima sampai selesai, median",
		0 }, { "Terima sampai selesai, 9 dari 10", 0 }, { "Kerja", 0 },
		{ "Antre", 0 }, { "Pihak luar", 0 }, { "Pemohon", 0 },
		{ NULL, 0 }
	};
	const struct month_part *p = r->f->role;
	struct page *group = NULL;

	for (; p < r->f->role + r->f->nrole; p++) {
		if (p->own_median < 0 || (p->external || p->system) != real)
			continue;
		if (*table == NULL)
			*table = report_table(part, "MORE_TABLE",
			    "Waktu per peran", columns);
		if (group == NULL)
			group = report_group(*table, real ? "Di luar kantor "
			    "dan sistem: waktu nyata, siang dan malam" :
			    "Peran kantor: jam kerja kantor", 9);
		times_row(r, group, p, real);
	}
}

static void
fill_times(const struct report *r, struct page *body)
{
	struct page *part = report_part(body, "Waktu per peran");
	struct page *table = NULL;
	char text[2 * REPORT_WORDS];

	report_paragraph(part, "Median: separuh langkah lebih cepat. 9 dari "
	    "10: sembilan dari sepuluh langkah selesai dalam waktu itu. Empat "
	    "kolom terakhir membagi waktu langkah yang selesai; semua kolom "
	    "satu baris memakai waktu yang sama, yang disebut di atasnya.");
	times_group(r, part, &table, 0);
	times_group(r, part, &table, 1);
	if (table == NULL) {
		snprintf(text, sizeof(text), "Tidak ada langkah selesai pada "
		    "%s.", r->period);
		report_paragraph(part, text);
	}
}

/* -- SOPs --------------------------------------------------------------- */

/* Cases of an SOP, or of the unit whose SOPs they are. */
static void
case_cells(const struct report *r, struct page *row,
    const struct month_part *p)
{
	report_row_to(r, row, p, "cases_came");
	report_work(r, row, p, "cases_came");
	report_work(r, row, p, "cases_done+cases_unfetched");
	report_work(r, row, p, "cases_refused");
	report_work(r, row, p, "cases_withdrawn+cases_cancelled");
	report_work(r, row, p, "cases_open_after");
}

static void
fill_units(const struct report *r, struct page *part)
{
	const struct report_column columns[] = {
		{ "Unit penanggung jawab SOP", 0 }, { "Tepat waktu", 0 },
		{ r->before, 0 }, { r->yearly, 0 }, { "Langkah selesai", 0 },
		{ "Berkas masuk", 0 }, { "Selesai", 0 }, { "Ditolak", 0 },
		{ "Ditarik atau dibatalkan", 0 }, { "Terbuka", 0 },
		{ NULL, 0 }
	};
	struct page *group = report_group(report_table_named(part, "MORE_TABLE",
	    "Berkas per unit", columns), NULL, 0), *row;
	const struct month_part *p = r->f->unit;

	for (; p < r->f->unit + r->f->nunit; p++) {
		row = report_row(group, p->name, NULL);
		report_to(r, report_share_cell(row, report_share(p),
		    report_target(p)), p, REPORT_JUDGED);
		report_share_cell(row, report_share_before(p), SHARE_NONE);
		report_year_cell(r, row, report_share_year(p));
		report_work(r, row, p, "done");
		case_cells(r, row, p);
	}
}

static void
fill_sops(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "SOP", 0 }, { "Berkas masuk", 0 }, { "Selesai", 0 },
		{ "Ditolak", 0 }, { "Ditarik atau dibatalkan", 0 },
		{ "Terbuka", 0 }, { NULL, 0 }
	};
	struct page *part = report_part(body, "SOP dan berkas"), *group;
	const struct month_part *p = r->f->sops;

	if (r->f->nsops == 0) {
		report_paragraph(part, "Tidak ada berkas pada masa ini.");
		return;
	}
	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Berkas per SOP", columns), NULL, 0);
	for (; p < r->f->sops + r->f->nsops; p++)
		case_cells(r, report_row(group, p->name, NULL), p);
	if (r->f->nunit > 1)
		fill_units(r, part);
}

/* -- causes ------------------------------------------------------------- */

#define CAUSE(arg, id, member, slug, label) { label, "why_" #member },

static void
fill_causes(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Sebab", 0 }, { "Langkah", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	const struct {
		const char	*name, *figure;
	} list[] = {
		LATENESS(CAUSE, )
		{ "Tidak disebut", "why_none" },
	};
	struct page *part = report_part(body, "Sebab"), *group;
	size_t i;

	group = report_group(report_table_named(part, "MORE_TABLE",
	    "Sebab terlambat", columns), NULL, 0);
	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		report_work(r, report_row(group, list[i].name, NULL), p,
		    list[i].figure);
	report_fill_causes(r, part);
}

/* -- signs, and what stands apart --------------------------------------- */

static void
mark_row(const struct report *r, struct page *group,
    const struct month_mark *m)
{
	char words[REPORT_WORDS], at[64];
	struct page *row = report_case_row(r, group, m->case_id, m->number);

	snprintf(words, sizeof(words), "%s, langkah %s", m->sop, m->no);
	report_cell(row, words);
	report_cell(row, m->performer);
	report_cell(row, report_timestamp(r, m->closed_at, at,
	    sizeof(at)));
}

/* The first marks of a sign under its name, from the mark `at`; returns the
 * mark with which the next sign begins. */
static size_t
sign_rows(const struct report *r, struct page *table, enum month_sign sign,
    int64_t count, size_t at)
{
#define NAME(arg, id, member, slug) #member,
	static const char *const names[SIGN__MAX] = { MONTH_SIGNS(NAME, ) };
#undef NAME
	char title[REPORT_WORDS], words[FORMAT_SIZE];
	struct page *group;
	int left = r->f->months > 1 ? MARKS_SHOWN_LONG : MARKS_SHOWN;

	snprintf(title, sizeof(title), "%s langkah %s", format_int(words,
	    sizeof(words), count), report_sign(sign));
	group = report_group_to(r, table, title, 4, &r->f->office,
	    names[sign]);
	for (; at < r->f->nmark && r->f->mark[at].sign == sign; at++)
		if (left-- > 0)
			mark_row(r, group, &r->f->mark[at]);
	return at;
}

/* Per role, how many of those on time are so only because a wait with a named
 * party moved the limit. */
static void
fill_saved(const struct report *r, struct page *part)
{
	static const struct report_column columns[] = {
		{ "Peran", 0 }, { "Karena waktu pihak luar", 0 },
		{ "Tepat waktu tanpanya", 0 }, { NULL, 0 }
	};
	const struct month_part *p = r->f->role;
	struct page *group = NULL, *row;
	char words[2 * FORMAT_SIZE];

	for (; p < r->f->role + r->f->nrole; p++) {
		if (p->saved <= 0)
			continue;
		if (group == NULL)
			group = report_group(report_table_named(part,
			    "MORE_TABLE", "Tepat waktu hanya karena waktu "
			    "pihak luar", columns), NULL, 0);
		row = report_row(group, p->name, NULL);
		report_row_to(r, row, p, "saved");
		report_to(r, report_cell(row, share_counts(words,
		    sizeof(words), (struct share) { p->saved,
		    month_on_time(p) })), p, "below+within");
		report_to(r, report_share_cell(row, (struct share) {
		    month_on_time(p) - p->saved, month_counted(p) },
		    SHARE_NONE), p, REPORT_JUDGED);
	}
}

/* Acts contested by those for whom they were written down, and changes that one
 * administrator made alone; nothing of months closed before both were
 * counted. */
static void
fill_acts(struct page *part, const struct month_part *p)
{
	char words[REPORT_WORDS], n[FORMAT_SIZE];

	if (p->contested > 0) {
		snprintf(words, sizeof(words), "%s tindakan yang dicatat atas "
		    "nama pejabat dibantah pejabatnya.", format_int(n,
		    sizeof(n), p->contested));
		report_paragraph(part, words);
	}
	if (p->alone > 0) {
		snprintf(words, sizeof(words), "%s hak atau versi SOP "
		    "diberlakukan seorang administrator sendiri.",
		    format_int(n, sizeof(n), p->alone));
		report_paragraph(part, words);
	}
}

static void
fill_signs(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Berkas", 0 }, { "Langkah", 1 }, { "Pelaksana", 1 },
		{ "Selesai", 1 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
#define COUNT(arg, id, member, slug) p->member,
	const int64_t n[SIGN__MAX] = { MONTH_SIGNS(COUNT, ) };
#undef COUNT
	struct page *part = report_part(body, "Yang perlu dilihat kembali");
	struct page *table = NULL;
	size_t at = 0;
	int i;

	report_paragraph(part, r->f->nmark == 0 ? "Tidak ada langkah "
	    "bertanda." : "Tanda bahwa angka dapat terbantu; bukan kesalahan. "
	    "Tiga yang pertama tiap tanda; selebihnya ada pada tanda.csv.");
	if (r->f->nmark > 0)
		table = report_table(part, "MORE_TABLE", "Langkah bertanda",
		    columns);
	for (i = 0; table != NULL && i < SIGN__MAX; i++)
		if (n[i] >= 0)
			at = sign_rows(r, table, i, n[i], at);
	fill_acts(part, p);
	fill_saved(r, part);
	report_fill_outside(r, part);
}

static void
fill_apart(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Langkah", 0 }, { "Jumlah", 0 }, { NULL, 0 }
	};
	const struct month_part *p = &r->f->office;
	static const struct {
		const char	*name, *figure;
	} list[] = {
		{ "Terbuka pada awal masa", "open_before" },
		{ "Masuk", "came" },
		{ "Selesai dan dinilai", "done" },
		{ "Dikembalikan tepat waktu, tidak dinilai",
		    "apart_returns" },
		{ "Ditarik kembali atau digantikan", "apart_void" },
		{ "Selesai tanpa standar atau tanpa waktu terima",
		    "apart_none" },
		{ "Dihentikan pemohon atau administrator",
		    "apart_stopped" },
		{ "Terbuka pada akhir masa", "open_after" },
		{ "Perbaikan di antara yang selesai", "rework" },
	};
	struct page *group = report_group(report_table(report_part(body,
	    "Dari masuk sampai selesai"), "MORE_TABLE",
	    "Langkah masuk, selesai, dan dicatat terpisah", columns), NULL,
	    0);
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		report_work(r, report_row(group, list[i].name, NULL), p,
		    list[i].figure);
}

/* -- outages ------------------------------------------------------------- */

/* The name of a unit: into buf, which is returned. */
static const char *
unit_name(const struct report *r, const char *slug, char *buf, size_t size)
{
	struct unit_row *rows;
	size_t n, i;

	snprintf(buf, size, "%s", slug != NULL ? slug : "Seluruh kantor");
	if (slug == NULL || unit_list(r->office, &rows, &n) != CASE_OK)
		return buf;
	for (i = 0; i < n; i++)
		if (strcmp(rows[i].slug, slug) == 0)
			snprintf(buf, size, "%s", rows[i].name);
	free(rows);
	return buf;
}

static void
outage_row(const struct report *r, struct page *group,
    const struct cal_outage *o)
{
	struct page *row = report_row(group, o->name, NULL);
	char text[REPORT_WORDS];

	report_cell(row, unit_name(r, o->unit, text, sizeof(text)));
	report_cell(row, report_timestamp(r, o->from, text, sizeof(text)));
	report_cell(row, report_timestamp(r, o->to, text, sizeof(text)));
	report_cell(row, o->evidence != NULL ? o->evidence : "\xe2\x80\x93");
}

static void
fill_outages(const struct report *r, struct page *body)
{
	static const struct report_column columns[] = {
		{ "Gangguan", 0 }, { "Unit", 1 }, { "Dari", 1 },
		{ "Sampai", 1 }, { "Bukti", 1 }, { NULL, 0 }
	};
	size_t n = calendar_outages(r->cal, r->f->from, r->f->to, NULL, 0), i;
	struct cal_outage *list = calloc(n + 1, sizeof(*list));
	struct page *part, *group;

	if (n > 0 && list != NULL) {
		calendar_outages(r->cal, r->f->from, r->f->to, list, n);
		part = report_part(body, "Gangguan yang tercatat");
		add_text(part, "MORE_TEXT", "Selama gangguan ini waktu unit "
		    "yang terkena tidak dihitung.");
		group = report_group(report_table(part, "MORE_TABLE",
		    "Gangguan yang tercatat", columns), NULL, 0);
		for (i = 0; i < n; i++)
			outage_row(r, group, &list[i]);
	}
	free(list);
}

/* -- how it was computed ------------------------------------------------ */

static void
fill_method(const struct report *r, struct page *body)
{
	struct page *part = report_part(body, "Cara menghitung");
	char text[2 * REPORT_WORDS];

	report_paragraph(part, "Satu langkah adalah satu kunjungan berkas "
	    "pada satu baris SOP. Yang dinilai ialah langkah yang selesai "
	    "pada masa ini karena diteruskan, ditolak, berakhir, atau diunduh, "
	    "dan yang terlambat lalu dikembalikan, ditarik, dibatalkan, atau "
	    "digantikan.");
	report_paragraph(part, "Batas dalam menit atau jam mengukur waktu "
	    "kerja selama tugas dikerjakan, dengan batas antre tersendiri; "
	    "batas dalam hari mengukur hari kerja sejak diterima. Waktu di "
	    "pihak luar tidak dihitung. Peran di luar kantor dan sistem tidak "
	    "masuk angka kantor.");
	snprintf(text, sizeof(text), "Waktu kantor: %s. Versi kalender kerja "
	    "yang dipakai: %lld.", calendar_zone(r->cal),
	    (long long)calendar_version_of(r->office, r->f->calendar_id));
	report_paragraph(part, text);
	if (r->f->months > 1)
		report_paragraph(part, "Angka bulan-bulannya dijumlahkan, yang "
		    "sudah disahkan sebagaimana disahkan; yang terbuka dan "
		    "terlambat ialah pada akhir masa; median dihitung dari "
		    "semua langkah pada masa itu.");
	if (r->f->office.decree[0] != '\0') {
		snprintf(text, sizeof(text), "Target menurut %s.",
		    r->f->office.decree);
		report_paragraph(part, text);
	}
}

/* The root of a closed month, by which its history can be compared. */
static void
fill_root(const struct report *r, struct page *body)
{
	struct month_closing c;
	char text[2 * REPORT_WORDS], at[64], address[ROOT_ADDRESS];
	struct page *part;

	if (!r->f->frozen || r->f->months != 1 || month_closing_get(r->office,
	    r->f->year, r->f->month, &c) != CASE_OK)
		return;
	snprintf(text, sizeof(text), "%s. Disahkan %s%s%s. Bandingkan di "
	    "halaman sidik jari riwayat, atau dengan perintah sopap verify "
	    "--root.", c.root, report_timestamp(r, c.closed_at, at,
	    sizeof(at)), c.role_name[0] != '\0' ? " oleh " : "",
	    c.role_name);
	part = page_add(body, "ROOT");
	page_set(part, "TEXT", text);
	if (built_letter)
		page_show(part, "CODE");
	else
		page_text(part, "ADDRESS", root_address(r->site, c.root,
		    address));
}

/* -- the page -------------------------------------------------------------- */

/* The parts of the page below the charts. */
static void
fill_more(const struct report *r, struct page *body)
{
	fill_corrected(r, body);
	fill_times(r, body);
	report_fill_parties(r, body);
	fill_sops(r, body);
	fill_causes(r, body);
	fill_signs(r, body);
	fill_apart(r, body);
	report_fill_voices(r, body);
	fill_outages(r, body);
	report_fill_advice(r, report_part(body, "Standar yang perlu ditinjau"));
	if (r->f->months == 1)
		report_fill_evaluations(r, body);
	fill_method(r, body);
	fill_root(r, body);
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
	fill_state(r, body);
	fill_uncompared(r, body);
	fill_files(body);
	compare_with(r, &c);
	figure_promise(r, &c, body);
	figure_share(r, body);
	figure_counts(r, &c, body);
	figure_returned(r, &c, body);
	fill_promise(r, &c, body);
	compared_free(&c);
	for (i = 0; i < REPORT_CHARTS; i++)
		fill_chart(r, body, report_chart((enum report_chart_name)i),
		    height + PICTURE_FORMS * i);
	fill_more(r, body);
}
