/*
 * work.c - the visits and cases behind a figure of a report, as far as the
 * reader sees them.
 */
#include "cgi-bin/report/work.h"

#include <string.h>

#include "base/arena.h"
#include "case/case.h"
#include "case/lateness.h"
#include "case/task.h"
#include "casepage/words.h"
#include "cgi-bin/report/show.h"
#include "month/month_work.h"
#include "page/format.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define CAUSE(arg, id, member, slug, label) \
	{ "why_" #member, "Langkah selesai terlambat, sebab: " label },

static const struct {
	const char	*figure, *title;
} titles[] = {
	{ "done+late_open", "Langkah yang dinilai" },
	{ "done+apart_none", "Langkah selesai" },
	{ "done", "Langkah selesai dan dinilai" },
	{ "over", "Langkah selesai terlambat" },
	{ "late_open", "Langkah terbuka dan terlambat" },
	{ "over+late_open", "Langkah terlambat" },
	{ "below+within", "Langkah selesai tepat waktu" },
	{ "open_before", "Langkah terbuka pada awal masa" },
	{ "came", "Langkah masuk" },
	{ "open_after", "Langkah terbuka pada akhir masa" },
	{ "age_day", "Langkah terbuka sampai 1 hari kerja" },
	{ "age_week", "Langkah terbuka 2–5 hari kerja" },
	{ "age_fortnight", "Langkah terbuka 6–10 hari kerja" },
	{ "age_older", "Langkah terbuka lebih dari 10 hari kerja" },
	{ "returned", "Langkah yang mengembalikan berkas" },
	{ "decided", "Langkah yang memutuskan" },
	{ "rework", "Langkah perbaikan yang selesai" },
	{ "apart_returns", "Langkah yang dikembalikan tepat waktu" },
	{ "apart_void", "Langkah yang ditarik kembali atau digantikan" },
	{ "apart_none", "Langkah selesai tanpa penilaian" },
	{ "apart_stopped", "Langkah yang dihentikan" },
	{ "promised", "Berkas yang diputus, dengan waktu layanan" },
	{ "promised+promise_late", "Berkas dengan waktu layanan" },
	{ "promise_late", "Berkas berjalan yang melewati waktu layanan" },
	{ "cases_came", "Berkas masuk" },
	{ "cases_done+cases_unfetched", "Berkas selesai" },
	{ "cases_refused", "Berkas ditolak" },
	{ "cases_withdrawn+cases_cancelled",
	    "Berkas ditarik atau dibatalkan" },
	{ "cases_open_after", "Berkas terbuka pada akhir masa" },
	LATENESS(CAUSE, )
	{ "why_none", "Langkah selesai terlambat, sebab tidak disebut" },
};

/* A figure in words; of a sign, what the report says of it. */
static const char *
title_of(const struct request *req, const char *figure)
{
#define SIGN(arg, id, member, slug) #member,
	static const char *const signs[SIGN__MAX] = { MONTH_SIGNS(SIGN, ) };
#undef SIGN

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (strcmp(titles[i].figure, figure) == 0)
			return titles[i].title;
	for (int i = 0; i < SIGN__MAX; i++)
		if (strcmp(signs[i], figure) == 0)
			return arena_printf(req->arena, "Langkah %s",
			    report_sign((enum month_sign)i));
	return "Pekerjaan di balik angka ini";
}

/* -- a row ----------------------------------------------------------------- */

static const char *
verdict_words(const struct request *req, const struct task_row *t)
{
	const char *late = "";

	if (t->open)
		return "terbuka";
#define LABEL(arg, id, member, slug, label) \
	if (strcmp(t->late_reason, slug) == 0) \
		late = ", " label;
	LATENESS(LABEL, )
#undef LABEL
	return arena_printf(req->arena, "%s%s%s", words_time_short(req,
	    t->closed_at), t->verdict[0] == '\0' ? "" :
	    strcmp(t->verdict, "over") == 0 ? ", terlambat" :
	    ", tepat waktu", late);
}

static void
fill_task(const struct request *req, struct page *p, const struct task_row *t)
{
	const struct sop *sop = office_sop(req->office, t->version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)t->pos) : NULL;

	if (row != NULL)
		page_set(p, "STEP", arena_printf(req->arena, "%s, %s",
		    row->no, words_performer(req, sop, t->performer)));
	page_set(p, "FROM", words_time_short(req, t->opened_at));
	page_set(p, "STATE", verdict_words(req, t));
}

static void
fill_row(const struct request *req, struct page *table,
    const struct month_work_item *i)
{
	const struct sop *sop;
	struct task_row t;
	struct case_row c;
	struct page *p;

	if (case_get(req->office, i->case_id, &c) != CASE_OK)
		return;
	p = page_pair(table, "ROWS", "SUBJECT", c.subject, "NUMBER", c.number);
	page_setf(p, "HREF", PATH_BERKAS "/%lld", (long long)c.id);
	if ((sop = office_sop(req->office, c.version_id)) != NULL)
		page_set(p, "SOP", sop->name);
	if (i->task_id != 0 && task_get(req->office, i->task_id, &t) ==
	    CASE_OK) {
		fill_task(req, p, &t);
		return;
	}
	page_set(p, "STEP", "–");
	page_set(p, "FROM", words_time_short(req, c.opened_at));
	page_set(p, "STATE", words_state(&c, NULL));
}

/* -- the page -------------------------------------------------------------- */

/* A part of the report, as the query names it. */
struct asked {
	enum month_scope scope;
	const char	*key, *figure;
};

static const char *const names[MONTH_SCOPE__MAX] = {
	[MONTH_ROLE] = "p", [MONTH_SOP] = "s", [MONTH_ROW] = "l",
	[MONTH_UNIT] = "u",
};

static void
read_asked(const struct request *req, struct asked *asked)
{
	*asked = (struct asked){ MONTH_OFFICE, "", "" };
	if (request_query(req, "a") != NULL)
		asked->figure = request_query(req, "a");
	for (int i = MONTH_OFFICE + 1; i < MONTH_SCOPE__MAX; i++)
		if (request_query(req, names[i]) != NULL) {
			asked->scope = (enum month_scope)i;
			asked->key = request_query(req, names[i]);
		}
}

/* "JFU/JFT, Oktober 2026". */
static const char *
of_what(const struct request *req, const struct month_figures *f,
    const struct month_part *p)
{
	char period[REPORT_WORDS];

	report_period_name(f->year, f->month, f->months, period,
	    sizeof(period));
	return arena_printf(req->arena, "%s%s%s%s%s%s", p->name,
	    p->no[0] != '\0' ? ", langkah " : "", p->no,
	    p->name[0] != '\0' ? ", " : "", period,
	    f->corrected ? ", dikoreksi" : "");
}

/* Sentences below the number: where the list has fewer, or the report more. */
static void
fill_notes(const struct request *req, struct page *body,
    const struct month_work *w, int64_t figure)
{
	if ((int64_t)w->n < w->counted)
		page_text(body, "NOTES", arena_printf(req->arena, "Anda dapat "
		    "melihat %zu di antaranya; berkas lain di luar wewenang "
		    "Anda.", w->n));
	if (w->counted != figure)
		page_text(body, "NOTES", arena_printf(req->arena, "Laporan "
		    "mencatat %lld: data pegawai atau SOP berubah sejak angka "
		    "itu disahkan.", (long long)figure));
}

static void
fill_table(const struct request *req, struct page *body, const char *address,
    const char *noun, const struct month_work *w)
{
	struct page *table = page_add(body, "TABLE");
	struct pager pager = { address, noun, pager_number(req),
	    (int64_t)w->n, NULL, 0 };
	const int64_t from = pager_offset(req);

	for (int64_t i = from; i < (int64_t)w->n && i < from + PAGER_ROWS; i++)
		fill_row(req, table, &w->item[i]);
	pager_show(req, table, &pager);
}

/* The list's own address, with the part that was asked for. */
static const char *
address(const struct request *req, const struct asked *asked)
{
	char *a = address_with(req->arena, req->path, "a",
	    asked->figure);

	return asked->scope == MONTH_OFFICE ? a : address_with(req->arena, a,
	    names[asked->scope], asked->key);
}

static int
show(const struct report_view *a, const struct month_figures *f,
    const struct month_part *p, const struct asked *asked,
    const struct month_work *w)
{
	const struct request *req = a->req;
	const char *title = title_of(req, asked->figure);
	const char *noun = strncmp(title, "Berkas", 6) == 0 ? "berkas" :
	    "langkah";
	struct page *body, *frame = frame_new(req, "work.tpl", PATH_LAPORAN,
	    &body);
	char number[FORMAT_SIZE];

	page_show(frame, "WIDE");
	page_set(body, "HEADING", title);
	page_set(body, "OF", of_what(req, f, p));
	page_set(body, "BACK", arena_printf(req->arena, "%.*s",
	    (int)(strlen(req->path) - strlen(WORK_PART)), req->path));
	page_setf(body, "TOTAL", "%s %s dihitung.", format_int(number,
	    sizeof(number), w->counted), noun);
	fill_notes(req, body, w, month_work_value(p, asked->figure));
	if (w->n > 0)
		fill_table(req, body, address(req, asked), noun, w);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	return reply_page(a->reply, req, 200, title, frame);
}

int
report_work_page(const struct report_view *a, struct month_figures *f)
{
	const struct request *req = a->req;
	const struct month_part *p;
	struct month_work w;
	struct asked asked;
	enum case_err err;
	int status;

	read_asked(req, &asked);
	if (f->months == 0 || (p = month_find(f, asked.scope, asked.key)) ==
	    NULL)
		return reply_error(a->reply, req, 404, NULL);
	err = month_work(req->office, f, asked.scope, asked.key, asked.figure,
	    req->session.person_id, req->now, &w);
	if (err == CASE_NOT_FOUND)
		return reply_error(a->reply, req, 404,
		    office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(a->reply, req, err);
	status = show(a, f, p, &asked, &w);
	month_work_free(&w);
	return status;
}
