/*
 * today.c - the page of the morning, for whoever has people below: what is
 * late, due today, outside, and which service times are at risk, by role and by
 * person; from it work is handed over, reminded of and taken over.
 */
#include "cgi-bin/inbox/today.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/below.h"
#include "casepage/inbox_view.h"
#include "casepage/words.h"
#include "cgi-bin/inbox/inbox.h"
#include "clock/calendar.h"
#include "page/format.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

/* Rows of a table that a sheet of A4 has room for, and of that of the service
 * times: as in app.css. */
#define PRINTED 7
#define PRINTED_PROMISES 4
#define WHOLE INT64_MIN		/* no person: all of it */

/* The list of what a figure counts: of a role, of a person, or of the whole. */
static const char *
address(const struct inbox_page *v, enum inbox_term term, const char *party,
    const struct below_count *of)
{
	struct inbox_query q = { .tab = INBOX_BELOW, .search = "", .sop = "",
		.kind = "", .party = party, .role = of->key, .term = term };

	if (of->key[0] == '\0' && of->id != WHOLE)
		q.holder = of->id != 0 ? of->id : INBOX_NOBODY;
	return arena_printf(v->req->arena, "%s#tugas",
	    inbox_view_address(v->req, PATH_HARI_INI, &q));
}

/* -- the figures ----------------------------------------------------------- */

static void
add_figure(struct page *body, const char *href, int64_t n, const char *label,
    const char *note)
{
	struct page *p = page_add(body, "FIGURES");

	page_set(p, "HREF", href);
	page_set_int(p, "VALUE", n);
	page_set(p, "LABEL", label);
	page_set(p, "NOTE", note);
}

static size_t
promises_over(const struct inbox_page *v, const struct below *b)
{
	size_t n = 0;

	while (n < b->npromise && b->promise[n].due_at < v->req->now)
		n++;
	return n;
}

static void
fill_figures(const struct inbox_page *v, struct page *body,
    const struct below *b)
{
	const struct below_count all = { .id = WHOLE };
	struct arena *arena = v->req->arena;

	add_figure(body, address(v, INBOX_LATE, "", &all), b->all.late,
	    "terlambat", arena_printf(arena, "dari %lld tugas terbuka",
	    (long long)b->all.open));
	add_figure(body, address(v, INBOX_TODAY, "", &all), b->all.today,
	    "jatuh tempo hari ini", "dan belum terlambat");
	add_figure(body, address(v, INBOX_ANY_TERM, INBOX_ANY_PARTY, &all),
	    b->all.outside, "menunggu pihak luar", "jamnya berhenti");
	add_figure(body, "#janji", (int64_t)b->npromise,
	    "janji layanan terancam", arena_printf(arena, "%zu sudah lewat",
	    promises_over(v, b)));
}

/* -- by role and by person ------------------------------------------------- */

static struct page *
add_table(struct page *body, const char *marker, const char *caption,
    const char *const *heads)
{
	struct page *table = page_include(body, marker, "dense.tpl");

	page_set(table, "CAPTION", caption);
	page_show(table, "FIGURES");
	for (; *heads != NULL; heads++)
		page_set(page_add(table, "HEADS"), "TEXT", *heads);
	return table;
}

static void
add_cell(struct page *row, int64_t n, const char *href)
{
	struct page *cell = page_add(row, "CELLS");

	page_set_int(cell, "TEXT", n);
	if (n > 0)
		page_set(page_add(cell, "TO"), "HREF", href);
}

static void
fill_counts(const struct inbox_page *v, struct page *body, const char *marker,
    const char *what, const struct below_count *c, size_t n)
{
	const char *const heads[] = { what, "Terlambat", "Hari ini",
		"Di luar", "Terbuka", NULL };
	struct page *group = page_add(add_table(body, marker,
	    arena_printf(v->req->arena, "Menurut %s", strcmp(what, "Peran") ==
	    0 ? "peran" : "pegawai"), heads), "BODIES"), *row;

	for (size_t i = 0; i < n; i++, c++) {
		row = page_add(group, "ROWS");
		page_set(row, "NAME", c->name[0] != '\0' ? c->name :
		    "Belum diambil");
		add_cell(row, c->late, address(v, INBOX_LATE, "", c));
		add_cell(row, c->today, address(v, INBOX_TODAY, "", c));
		add_cell(row, c->outside, address(v, INBOX_ANY_TERM,
		    INBOX_ANY_PARTY, c));
		add_cell(row, c->open, address(v, INBOX_ANY_TERM, "", c));
	}
}

/* -- promises at risk ------------------------------------------------------ */

static void
fill_promises(const struct inbox_page *v, struct page *body,
    const struct below *b)
{
	static const char *const heads[] = { "Berkas", "SOP",
		"Waktu layanan berakhir", NULL };
	struct page *table, *group, *row;

	if (b->npromise == 0) {
		page_show(body, "NO_PROMISES");
		return;
	}
	table = add_table(body, "PROMISES", "Janji layanan yang terancam",
	    heads);
	page_show(table, "HEARD");
	page_show(table, "WORDS_2");
	group = page_add(table, "BODIES");
	for (size_t i = 0; i < b->npromise; i++) {
		const struct below_promise *p = &b->promise[i];

		row = page_add(group, "ROWS");
		page_set(row, "NAME", arena_printf(v->req->arena, "%s, %s",
		    p->number, p->subject));
		page_setf(page_add(row, "LINK"), "HREF", PATH_BERKAS "/%lld",
		    (long long)p->case_id);
		page_set(page_add(row, "CELLS"), "TEXT", p->sop);
		page_set(page_add(row, "CELLS"), "TEXT", arena_printf(
		    v->req->arena, "%s%s", p->due_at < v->req->now ?
		    "lewat sejak " : "", words_time_short(v->req, p->due_at)));
	}
}

/* -- the page -------------------------------------------------------------- */

/* Printed below a table that is cut: what is not on the sheet. */
static void
fill_left(const struct inbox_page *v, struct page *body,
    const struct below *b)
{
	const struct { const char *what; int64_t left; } list[] = {
		{ "peran", (int64_t)b->nrole - PRINTED },
		{ "pegawai", (int64_t)b->nperson - PRINTED },
		{ "janji layanan", (int64_t)b->npromise - PRINTED_PROMISES },
		{ "tugas", v->total - PRINTED },
	};
	const char *text = "";

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].left > 0)
			arena_append(v->req->arena, &text, "%s%lld %s",
			    *text != '\0' ? ", " : "Selebihnya di layar: ",
			    (long long)list[i].left, list[i].what);
	page_text(body, "LEFT", text);
}

static const char *
heading(const struct request *req)
{
	struct format_time t;
	char date[FORMAT_SIZE];

	words_local_time(office_calendar(req->office), req->now, &t);
	return arena_printf(req->arena, "Hari ini, %s", format_date_day(date,
	    sizeof(date), &t));
}

static enum case_err
fill(const struct inbox_page *v, struct page *body, const struct below *b)
{
	struct page *list;

	page_set(body, "UPDATED", words_time(v->req, v->req->now));
	page_global(body, "ACTION", inbox_address(v, INBOX_BELOW));
	page_global(body, "KEY", request_token(v->req->arena));
	fill_figures(v, body, b);
	fill_counts(v, body, "ROLES", "Peran", b->role, b->nrole);
	fill_counts(v, body, "PEOPLE", "Pegawai", b->person, b->nperson);
	fill_promises(v, body, b);
	fill_left(v, body, b);
	list = page_include(body, "TASKS", "tasks.tpl");
	page_set(list, "HEADING", "Tugas bawahan");
	inbox_fill_rows(v, list, body);
	return inbox_fill_filter(v, list);
}

static int
show(const struct inbox_page *v, struct reply *reply, const struct below *b,
    int status)
{
	const char *title = heading(v->req);
	struct page *body, *frame = frame_new(v->req, "today.tpl",
	    PATH_KOTAK_MASUK, &body);
	enum case_err err;

	page_show(frame, "WIDE");
	page_set(body, "HEADING", title);
	if ((err = fill(v, body, b)) != CASE_OK) {
		page_free(frame);
		return reply_case_error(reply, v->req, err);
	}
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	session_audit(v->req, AUDIT_LIST, AUDIT_GOOD);
	return reply_page(reply, v->req, status, title, frame);
}

/* The answer of below_any(); 0, and the request is refused. */
static int
whose(struct request *req, struct reply *reply, int *status)
{
	int any = request_segment(req, 1) != NULL ? 0 :
	    below_any(req->office, req->session.person_id, req->now);

	if (request_segment(req, 1) != NULL)
		*status = reply_error(reply, req, 404, NULL);
	else if (any == 0)
		*status = reply_error(reply, req, 403, "Halaman ini "
		    "menunjukkan pekerjaan bawahan. Menurut data pegawai Anda "
		    "tidak membawahi siapa pun; administrator yang mencatat "
		    "atasan setiap pegawai.");
	return any;
}

static int
answer(struct request *req, struct reply *reply, struct inbox_page *v,
    int status)
{
	struct below b;
	enum case_err err;
	int answered;

	if ((err = below_read(req->office, req->session.person_id, req->now,
	    &b)) != CASE_OK)
		return reply_case_error(reply, req, err);
	err = inbox_list(req->office, &v->query, &v->row, &v->nrows,
	    &v->total);
	if (err == CASE_OK)
		arena_adopt(req->arena, v->row);
	answered = err == CASE_OK ? show(v, reply, &b, status) :
	    reply_case_error(reply, req, err);
	below_free(&b);
	return answered;
}

static void
read_page(struct request *req, struct inbox_page *v, int any)
{
	*v = (struct inbox_page){ .req = req, .path = PATH_HARI_INI,
		.reads = (any & BELOW_PEOPLE) == 0,
		.midnight = inbox_midnight(req->office, req->now) };
	inbox_view_read(req, &v->query);
	v->query.tab = INBOX_BELOW;
}

int
today_get(struct request *req, struct reply *reply)
{
	struct inbox_page v;
	int status, any = whose(req, reply, &status);

	if (any == 0)
		return status;
	read_page(req, &v, any);
	return answer(req, reply, &v, 200);
}

int
today_post(struct request *req, struct reply *reply)
{
	struct inbox_page v;
	int status, any = whose(req, reply, &status);

	if (any == 0)
		return status;
	if (form_value(req, "aksi")[0] == '\0')
		return reply_error(reply, req, 405, NULL);
	if (idempotency_key(req) == NULL)
		return reply_error(reply, req, 400, NULL);
	read_page(req, &v, any);
	return choice_check(req, &v.fault) == -1 ? answer(req, reply, &v,
	    422) : choice_do(req, reply, inbox_address(&v, INBOX_BELOW));
}
