/*
 * monitor.c - the half-yearly monitoring of the SOPs (PermenPAN-RB
 * 35/2012) as it was kept: the regulation's table, for printing, and who
 * filled it in; while there is none, the way to the form.
 */
#include "cgi-bin/report/monitor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/person.h"
#include "people/role.h"
#include "reports/month/judge.h"
#include "reports/month/report.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

struct page *
monitor_frame(const struct monitor *m, const char *template_name,
    struct page **body)
{
	struct page *frame = frame_new(m->req, template_name, PATH_LAPORAN,
	    body);
	struct page *back = page_add(frame, "BACK");

	page_setf(back, "HREF", PATH_LAPORAN "/%s/", m->f->period);
	page_setf(back, "TEXT", "Laporan %s", m->period);
	return frame;
}

/* -- the SOPs ------------------------------------------------------------- */

static const struct month_part *
figures_of(const struct month_figures *f, const char *slug)
{
	for (size_t i = 0; i < f->nsops; i++)
		if (strcmp(f->sops[i].key, slug) == 0)
			return &f->sops[i];
	return NULL;
}

static void
add_sop(struct monitor *m, const char *slug, const char *name)
{
	const struct month_part *p = figures_of(m->f, slug);
	struct monitor_row *r = &m->row[m->nrow];
	char why[200];
	enum judgement j = judge_sop(p, why, sizeof(why));

	snprintf(r->sop, sizeof(r->sop), "%s", slug);
	snprintf(r->name, sizeof(r->name), "%s", name);
	snprintf(r->suggested, sizeof(r->suggested), "%s", judge_slug(j));
	r->well = j == JUDGE_WELL;
	judge_figures(p, r->figures, sizeof(r->figures));
	m->doubt[m->nrow++] = arena_strdup(m->req->arena, why);
}

/* Those in force when it ended, and those that had work in it. */
static enum case_err
read_sops(struct monitor *m)
{
	struct arena *arena = m->req->arena;
	struct sop_item *list;
	enum case_err err;
	size_t n, i, k;

	if ((err = soplist_names(m->req->office, m->end - 1, &list, &n)) !=
	    CASE_OK)
		return err;
	arena_adopt(arena, list);
	m->row = arena_alloc(arena, (n + m->f->nsops + 1) * sizeof(*m->row));
	m->doubt = arena_alloc(arena, (n + m->f->nsops + 1) *
	    sizeof(*m->doubt));
	memset(m->row, 0, (n + m->f->nsops + 1) * sizeof(*m->row));
	for (i = 0; i < n; i++)
		add_sop(m, list[i].slug, list[i].name);
	for (i = 0; i < m->f->nsops; i++) {
		for (k = 0; k < n && strcmp(list[k].slug,
		    m->f->sops[i].key) != 0; k++)
			continue;
		if (k == n)
			add_sop(m, m->f->sops[i].key, m->f->sops[i].name);
	}
	return CASE_OK;
}

/* -- the table -------------------------------------------------------------- */

/* Where the assessor decided otherwise than the figures suggest. */
static void
fill_otherwise(const struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	const struct monitor_row *r;
	const char *names = "";

	for (r = kept->row; r < kept->row + kept->nrow; r++)
		if (r->suggested[0] != '\0' &&
		    r->well != (strcmp(r->suggested, "baik") == 0))
			names = arena_printf(m->req->arena, "%s%s%s", names,
			    *names != '\0' ? ", " : "", r->name);
	if (*names != '\0')
		page_text(body, "NOTES", arena_printf(m->req->arena,
		    "Penilai memutuskan lain daripada yang diusulkan menurut "
		    "angka: %s.", names));
}

static void
fill_rows(const struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	const struct monitor_row *r;
	struct page *row;

	for (size_t i = 0; i < kept->nrow; i++) {
		r = &kept->row[i];
		row = page_add(body, "ROWS");
		page_setf(row, "NO", "%zu", i + 1);
		page_set(row, "NAME", r->name);
		page_show(row, r->well ? "WELL" : "BADLY");
		page_set(row, "FIGURES", r->figures);
		page_text(row, "NOTE", r->note);
		page_text(row, "ACTION", r->action);
	}
	fill_otherwise(m, kept, body);
}

static void
fill_versions(const struct monitor *m, const struct monitoring *kept,
    struct page *body)
{
	struct monitoring *list;
	char name[160];
	struct page *p;
	size_t n;

	if (monitor_versions(m->req->office, m->f->year, m->f->month, &list,
	    &n) != CASE_OK)
		return;
	arena_adopt(m->req->arena, list);
	for (size_t i = 0; i < n; i++) {
		p = page_add(body, "VERSIONS");
		page_setf(p, "TEXT", "Versi %lld, %s, %s",
		    (long long)list[i].version, words_time(m->req,
		    list[i].made_at), person_name(m->req->office,
		    list[i].made_by, name, sizeof(name)));
		page_text(p, "REASON", list[i].reason);
		if (list[i].version != kept->version)
			page_setf(page_add(p, "LINK"), "HREF", "%s?versi=%lld",
			    m->address, (long long)list[i].version);
	}
}

static int
show_table(const struct monitor *m, const struct monitoring *kept)
{
	const struct request *req = m->req;
	const char *title = arena_printf(req->arena,
	    "Hasil pemantauan penerapan SOP, %s", m->period);
	struct page *body, *frame = monitor_frame(m, "monitored.tpl", &body);
	char name[160];

	page_text(body, "PAPER", req->conf->office);
	page_set(body, "HEADING", title);
	page_setf(body, "MADE", "%s, %s (%s)", words_time(req,
	    kept->made_at), person_name(req->office, kept->made_by, name,
	    sizeof(name)), kept->role_name);
	if (kept->version != m->kept.version)
		page_text(body, "OLD", arena_printf(req->arena, "Ini versi "
		    "%lld. Versi yang berlaku adalah versi %lld.",
		    (long long)kept->version, (long long)m->kept.version));
	else if (monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now))
		page_setf(page_add(body, "CORRECT"), "HREF", "%s?ubah=ya",
		    m->address);
	fill_rows(m, kept, body);
	fill_versions(m, kept, body);
	page_text(body, "SIGN", arena_printf(req->arena, "%s\n\n\n\n%s",
	    kept->role_name, name));
	return reply_page(m->reply, req, 200, title, frame);
}

/* Of an earlier version, as it was. */
static int
show_version(const struct monitor *m, const char *typed)
{
	struct monitoring old;
	enum case_err err;
	char *end;
	long long n = strtoll(typed, &end, 10);
	int status;

	if (*end != '\0' || n < 1)
		return reply_error(m->reply, m->req, 404, NULL);
	err = monitor_get(m->req->office, m->f->year, m->f->month, n, &old);
	if (err != CASE_OK)
		return reply_case_error(m->reply, m->req, err);
	status = show_table(m, &old);
	monitor_free(&old);
	return status;
}

/* -- what is asked ---------------------------------------------------------- */

/* Who fills it in, and from when on. */
static int
show_nothing(const struct monitor *m)
{
	struct page *body, *frame = monitor_frame(m, "monitored.tpl", &body);
	const char *title = arena_printf(m->req->arena,
	    "Pemantauan SOP, %s", m->period);
	struct role_row role;

	page_set(body, "HEADING", title);
	page_text(body, "OLD", m->end > m->req->now ? "Semester ini belum berakhir. "
	    "Pemantauan diisi sesudahnya." : "Semester ini belum dipantau.");
	if (role_by_slug(m->req->office, m->req->conf->assessor, &role) ==
	    CASE_OK)
		page_text(body, "OLD", arena_printf(m->req->arena,
		    "Yang mengisinya: %s.", role.name));
	return reply_page(m->reply, m->req, 200, title, frame);
}

static int
answer(struct monitor *m)
{
	const struct request *req = m->req;
	const char *version = request_query(req, "versi");
	const char *change = request_query(req, "ubah");
	int may = monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now);

	if (req->method == METHOD_POST)
		return monitor_take(m);
	if (change != NULL && m->kept.version > 0)
		return may ? monitor_form(m) : reply_error(m->reply, req, 403,
		    NULL);
	if (m->kept.version > 0)
		return version != NULL ? show_version(m, version) :
		    show_table(m, &m->kept);
	return may && m->end <= req->now ? monitor_form(m) : show_nothing(m);
}

int
report_monitor(struct request *req, struct reply *reply,
    const struct month_figures *f)
{
	char words[REPORT_WORDS];
	struct monitor m = { .req = req, .reply = reply, .f = f };
	enum case_err err;
	int status;

	m.period = arena_strdup(req->arena, report_period_name(f->year,
	    f->month, f->months, words, sizeof(words)));
	m.address = arena_printf(req->arena, PATH_LAPORAN "/%s/pemantauan",
	    f->period);
	m.end = calendar_month(office_calendar(req->office), f->year,
	    f->month + 1);
	if ((err = read_sops(&m)) != CASE_OK)
		return reply_case_error(reply, req, err);
	err = monitor_get(req->office, f->year, f->month, 0, &m.kept);
	if (err != CASE_OK && err != CASE_NOT_FOUND)
		return reply_case_error(reply, req, err);
	status = answer(&m);
	monitor_free(&m.kept);
	return status;
}
