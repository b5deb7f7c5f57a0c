/* list.c - cases found by number, code, name, SOP, state and month. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/case_child.h"
#include "case/case_list.h"
#include "cgi-bin/case/case.h"

#include "base/arena.h"
#include "base/csv.h"
#include "casepage/inbox_view.h"
#include "casepage/service.h"
#include "casepage/sla.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "letter/letter_register.h"
#include "office/soplist.h"
#include "page/format.h"
#include "page/page.h"
#include "people/rights.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define PAGES		40		/* of a list before the way on */
#define BEHIND		100		/* counted behind a page of all */
#define MONTHS		24
#define CSV_ROWS	500		/* read at a time */
#define CSV_MAX		20000		/* the latest of a longer list */

struct view {
	struct request		*req;
	struct case_query	 q;
	struct inbox_query	 task;		/* filters of the open task */
	int			 outsider;
	const char		*after;		/* "opened-id", or "" */
	struct case_item	*item;
	size_t			 count;
	int64_t			 total;
};

const char *
case_colour(const struct case_row *c)
{
	if (c->ended_at == 0)
		return "IS_OPEN";
	return strcmp(c->result, "done") == 0 ||
	    strcmp(c->result, "unfetched") == 0 ? "IS_ENDED" : "IS_REFUSED";
}

/* The address of this list. */
static char *
address(const struct view *v)
{
	struct arena *arena = v->req->arena;
	char *a = address_with(arena, PATH_BERKAS, "cari", v->q.search);

	a = address_with(arena, a, "sop", v->q.sop);
	a = address_with(arena, a, "status", v->q.state);
	a = address_with(arena, a, "bulan", v->q.month);
	a = address_with(arena, a, "hasil", v->q.result);
	a = address_with(arena, a, "tenggat", inbox_view_terms[v->q.term]);
	a = address_with(arena, a, "langkah", v->q.kind);
	a = address_with(arena, a, "pihak", v->q.party);
	if (v->q.holder != 0)
		a = address_with(arena, a, "pemegang", request_query(v->req,
		    "pemegang"));
	return address_with(arena, a, "sesudah", v->after);
}

/* Is it the list of everything the office has? */
static int
is_all(const struct view *v)
{
	return !v->outsider && strcmp(address(v), PATH_BERKAS) == 0;
}

/* How many are counted: of all there are, which nobody looks for the number of,
 * some behind the page. */
static int64_t
counted(const struct view *v)
{
	const int64_t near = v->q.offset + PAGER_ROWS + BEHIND + 1;

	return is_all(v) && near < CASES_COUNTED ? near : CASES_COUNTED;
}

/* Are that all of them? */
static int
is_counted(const struct view *v)
{
	return v->total < v->q.counted;
}

/* As many as there are, or as surely are. */
static int64_t
told(const struct view *v)
{
	return is_counted(v) ? v->total : v->q.counted - 1;
}

/* Of what lies behind the last of its pages, or NULL. */
static const char *
address_behind(const struct view *v)
{
	struct view behind = *v;
	const struct case_row *last = &v->item[v->count - 1].c;

	if (is_counted(v))
		return NULL;
	behind.after = arena_printf(v->req->arena, "%lld-%lld",
	    (long long)last->opened_at, (long long)last->id);
	return address(&behind);
}

/* The latest come first: behind others there are only older ones. */
static const char *
noun(const struct view *v)
{
	if (v->outsider)
		return v->q.after_id != 0 ? "permohonan yang lebih lama" :
		    "permohonan";
	return v->q.after_id != 0 ? "berkas yang lebih lama" : "berkas";
}

/* "20 Nov 2026": the column is narrow. */
static const char *
date_of(const struct request *req, int64_t at)
{
	struct format_time t;

	words_local_time(office_calendar(req->office), at, &t);
	return arena_printf(req->arena, "%d %s %d", t.day,
	    format_month_short(t.month), t.year);
}

const char *
case_waits(const struct request *req, const struct case_row *c)
{
	int64_t all, ended;

	if (c->ended_at != 0 || case_child_count(req->office, c->id, &all,
	    &ended) != CASE_OK || all == 0)
		return "";
	return arena_printf(req->arena, "menunggu %lld dari %lld berkas "
	    "pegawai", (long long)(all - ended), (long long)all);
}

/* "langkah 3, Admin Kanwil"; what it waits for when it has no task of its own;
 * "" when it ended. */
static const char *
place_of(const struct request *req, const struct case_item *i)
{
	const struct sop *sop = office_sop(req->office, i->c.version_id);

	if (i->at_no[0] == '\0' || sop == NULL)
		return case_waits(req, &i->c);
	return arena_printf(req->arena, "langkah %s, %s%s%s", i->at_no,
	    words_performer(req, sop, i->at.performer),
	    i->holder[0] != '\0' ? ": " : "", i->holder);
}

/* Outsiders take their own list out, officials one by the right to see all. */
static int
may_export(const struct view *v)
{
	return v->outsider || rights_has(v->req->office,
	    v->req->session.person_id, RIGHTS_SEE_ALL, v->req->now);
}

/* -- the filter ------------------------------------------------------------ */

static void
add_choice(struct page *body, const char *section, const char *value,
    const char *text, const char *chosen)
{
	page_option(body, section, value, text, strcmp(value, chosen) == 0);
}

static void
fill_months(const struct view *v, struct page *body)
{
	struct cal_local l;

	calendar_local(office_calendar(v->req->office), v->req->now, &l);
	for (int i = 0; i < MONTHS; i++) {
		add_choice(body, "MONTHS", arena_printf(v->req->arena,
		    "%04d-%02d", l.year, l.month), arena_printf(
		    v->req->arena, "%s %d", format_month(l.month), l.year),
		    v->q.month);
		if (--l.month == 0) {
			l.month = 12;
			l.year--;
		}
	}
}

/* The people who have open tasks, and nobody. */
static enum case_err
fill_holders(const struct view *v, struct page *more)
{
	struct case_holder *list;
	size_t n;
	enum case_err err = case_holders(v->req->office, &list, &n);

	if (err != CASE_OK)
		return err;
	page_option(more, "HOLDERS", INBOX_VIEW_NOBODY, "Belum diambil",
	    v->q.holder == INBOX_NOBODY);
	for (size_t i = 0; i < n; i++)
		page_option(more, "HOLDERS", arena_printf(v->req->arena,
		    "%lld", (long long)list[i].id), arena_strdup(
		    v->req->arena, list[i].name), list[i].id == v->q.holder);
	free(list);
	return CASE_OK;
}

/* Filters that officials need, and not every day: those of the inbox, and who
 * has it, and how it ended. */
static enum case_err
fill_more(const struct view *v, struct page *body)
{
	static const struct { const char *value, *text; } results[] = {
		{ "done", "Selesai" }, { "refused", "Ditolak" },
		{ "withdrawn", "Ditarik pemohon" },
		{ "cancelled", "Dibatalkan" },
		{ "unfetched", "Selesai, belum diunduh" },
	};
	struct page *more;
	enum case_err err;

	if (v->outsider)
		return CASE_OK;
	more = page_add(body, "MORE");
	if (*v->q.result != '\0' || *v->q.kind != '\0' ||
	    *v->q.party != '\0' || v->q.holder != 0 ||
	    v->q.term != INBOX_ANY_TERM)
		page_show(more, "MORE_OPEN");
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++)
		add_choice(more, "RESULTS", results[i].value, results[i].text,
		    v->q.result);
	err = inbox_view_choices(v->req, &v->task, more);
	return err == CASE_OK ? fill_holders(v, more) : err;
}

static enum case_err
fill_filter(const struct view *v, struct page *body)
{
	struct sop_item *sops;
	size_t n;
	enum case_err err = soplist_names(v->req->office, v->req->now, &sops,
	    &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++)
		if (service_concerns(v->req, sops[i].version_id))
			add_choice(body, "SOPS", sops[i].slug, sops[i].name,
			    v->q.sop);
	free(sops);
	add_choice(body, "STATES", "open", "Berjalan", v->q.state);
	add_choice(body, "STATES", "ended", "Berakhir", v->q.state);
	fill_months(v, body);
	page_set(body, "SEARCH", v->q.search);
	if (strcmp(address(v), PATH_BERKAS) != 0)
		page_set(page_add(body, "FILTERED"), "HREF", PATH_BERKAS);
	return fill_more(v, body);
}

/* -- the rows -------------------------------------------------------------- */

/* How the open task stands: state of the case, time left. */
static void
fill_state(const struct view *v, struct page *p, const struct case_item *i)
{
	const struct task_row *open = i->at.id != 0 ? &i->at : NULL;
	struct sla sla;

	page_set(p, "STATUS", words_state(&i->c, open));
	page_show(p, case_colour(&i->c));
	if (open == NULL)
		return;
	sla_task(v->req, open, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	if (sla.state == SLA_LATE)
		page_show(p, "IS_LATE");
	if (sla.state == SLA_SOON)
		page_show(p, "IS_SOON");
}

static void
fill_table(const struct view *v, struct page *body)
{
	struct page *table = page_add(body, "TABLE");
	struct pager pager = { address(v), noun(v),
	    v->q.offset / PAGER_ROWS + 1, told(v), address_behind(v),
	    v->q.after_id != 0 };

	page_set(table, "NUMBER_HEAD", v->outsider ? "Nomor permohonan" :
	    "Nomor berkas");
	page_set(table, "CASE_HEAD", v->outsider ? "Permohonan" : "Berkas");
	for (size_t i = 0; i < v->count; i++) {
		const struct case_item *item = &v->item[i];
		struct page *p = page_add(table, "ROWS");
		const char *place = place_of(v->req, item);

		page_setf(p, "HREF", PATH_BERKAS "/%lld",
		    (long long)item->c.id);
		page_set(p, "NUMBER", item->c.number);
		page_set(p, "SUBJECT", item->c.subject);
		page_set(p, "SOP", item->sop_name);
		page_set(p, "AT", *place != '\0' ? place : "–");
		page_set(p, "OPENED", date_of(v->req, item->c.opened_at));
		fill_state(v, p, item);
	}
	pager_show(v->req, table, &pager);
}

static int
show(const struct view *v, struct reply *reply)
{
	const char *heading = v->outsider ? "Permohonan lembaga" :
	    "Semua berkas";
	char number[FORMAT_SIZE];
	struct page *body;
	struct page *frame = frame_new(v->req, "cases.tpl", PATH_BERKAS,
	    &body);
	enum case_err err;

	page_show(frame, "WIDE");
	page_set(body, "HEADING", heading);
	page_set(body, "SEARCH_LABEL", v->outsider ? "Cari permohonan" :
	    "Cari berkas");
	page_setf(body, "TOTAL", is_counted(v) ? "%s %s" : "lebih dari %s %s",
	    format_int(number, sizeof(number), told(v)), noun(v));
	page_link(body, "START", PATH_MULAI, v->outsider ? "Ajukan permohonan" :
	    "Mulai berkas baru");
	if (v->req->session.admin || letter_register_may(v->req->office,
	    v->req->session.person_id, v->req->now))
		page_link(body, "BOOK", PATH_SURAT, "Daftar surat keluar");
	err = fill_filter(v, body);
	if (v->count > 0 && may_export(v))
		page_set(page_add(body, "CSV"), "HREF", address_with(
		    v->req->arena, address(v), "format", "csv"));
	if (v->count > 0)
		fill_table(v, body);
	else
		page_text(body, "EMPTY", v->outsider ? "Tidak ada permohonan "
		    "yang cocok." : "Tidak ada berkas yang cocok.");
	if (err == CASE_OK)
		return reply_page(reply, v->req, 200, heading, frame);
	page_free(frame);
	return reply_case_error(reply, v->req, err);
}

/* -- as a table file ------------------------------------------------------- */

/* The number of the case that one is a part of: its own has that before it
 * (case/case_child.h). */
static const char *
parent_of(const struct request *req, const struct case_row *c)
{
	return c->parent_id == 0 ? "" : arena_printf(req->arena, "%.*s",
	    (int)strcspn(c->number, "/"), c->number);
}

static void
write_item(const struct request *req, struct csv *c,
    const struct case_item *i)
{
	csv_texts(c, i->c.number, parent_of(req, &i->c), i->c.subject,
	    i->c.applicant, i->sop_name,
	    /* Without its tasks nothing more is known of an open case. */
	    i->c.ended_at != 0 ? words_state(&i->c, NULL) : "Berjalan",
	    place_of(req, i), words_time(req, i->c.opened_at),
	    i->c.ended_at != 0 ? words_time(req, i->c.ended_at) : "",
	    i->due_at != 0 ? words_time(req, i->due_at) : "", NULL);
	csv_end(c);
}

/* The rows of a part of the list; its words are let go with it, so that a
 * long list takes no more memory than a short one. */
static enum case_err
write_part(struct view *v, struct csv *c)
{
	struct request part = *v->req;
	enum case_err err = case_list(v->req->office, &v->q, &v->item,
	    &v->count, NULL);

	if (err != CASE_OK)
		return err;
	if (v->count > 0) {
		v->q.after_at = v->item[v->count - 1].c.opened_at;
		v->q.after_id = v->item[v->count - 1].c.id;
	}
	part.arena = arena_new();
	for (size_t i = 0; i < v->count; i++)
		write_item(&part, c, &v->item[i]);
	arena_free(part.arena);
	free(v->item);
	return CASE_OK;
}

static int
send_csv(struct view *v, struct reply *reply)
{
	struct csv csv;
	enum case_err err;
	int64_t rows = 0;
	int status;
	FILE *f;

	if (!may_export(v))
		return reply_error(reply, v->req, 403, "Daftar berkas diunduh "
		    "sebagai tabel oleh pemegang hak lihat-semua. Minta "
		    "administrator memberi hak itu kepada peran Anda.");
	if ((status = reply_export(reply, v->req, is_all(v) ?
	    AUDIT_EXPORT_ALL : AUDIT_EXPORT)) != 0)
		return status;
	if ((f = tmpfile()) == NULL)
		return reply_error(reply, v->req, 500, NULL);
	csv_begin(&csv, f, 1);
	csv_texts(&csv, "Nomor berkas", "Berkas induk", "Perihal", "Pemohon",
	    "SOP", "Status", "Di tangan", "Dimulai", "Berakhir", "Batas waktu",
	    NULL);
	csv_end(&csv);
	v->q.limit = CSV_ROWS;
	v->q.offset = 0;
	do {
		err = write_part(v, &csv);
		rows += CSV_ROWS;
	} while (err == CASE_OK && v->count == CSV_ROWS && rows < CSV_MAX);
	if (err != CASE_OK) {
		fclose(f);
		return reply_case_error(reply, v->req, err);
	}
	reply_header(reply, "Content-Disposition",
	    "attachment; filename=\"berkas.csv\"");
	return reply_written(reply, v->req, "text/csv; charset=utf-8", f);
}

/* How many cases have the number that was typed as a whole; those of this page
 * in *item.  None when there are more than pages, or it is no number. */
static enum case_err
read_exact(const struct view *v, struct case_item **item, size_t *count,
    int64_t *total)
{
	struct case_query q = v->q;
	enum case_err err;

	*total = 0;
	*count = 0;
	if (strpbrk(q.search, "0123456789") == NULL)
		return CASE_OK;
	q.exact = CASE_EXACT_ONLY;
	/* Behind all pages they have been shown. */
	q.limit = q.after_id != 0 ? 0 : q.limit;
	q.after_at = q.after_id = 0;
	err = case_list(v->req->office, &q, item, count, total);
	if (err != CASE_OK)
		return err;
	arena_adopt(v->req->arena, *item);
	if (*total >= PAGES * PAGER_ROWS)
		*total = *count = 0;
	return CASE_OK;
}

/* One list of the two. */
static void
join(struct view *v, const struct case_item *a, size_t n,
    const struct case_item *b, size_t m)
{
	v->item = arena_alloc(v->req->arena, (n + m + 1) * sizeof(*v->item));
	v->count = n + m;
	if (n > 0)
		memcpy(v->item, a, n * sizeof(*a));
	if (m > 0)
		memcpy(v->item + n, b, m * sizeof(*b));
}

/* Read the page of the list.  Cases that have exactly the number that was typed
 * stand before all that have something which begins like it. */
static enum case_err
read_page(struct view *v)
{
	struct case_query q = v->q;
	struct case_item *exact, *other;
	enum case_err err;
	size_t n, m;
	int64_t total;

	if ((err = read_exact(v, &exact, &n, &total)) != CASE_OK)
		return err;
	q.exact = total > 0 ? CASE_EXACT_NOT : CASE_EXACT_ANY;
	if (q.after_id != 0)
		total = 0;
	q.offset = q.offset > total ? q.offset - total : 0;
	q.limit -= (int64_t)n;
	err = case_list(v->req->office, &q, &other, &m, &v->total);
	if (err != CASE_OK)
		return err;
	join(v, exact, n, other, m);
	free(other);
	v->total += total;
	if (v->total > CASES_COUNTED)
		v->total = CASES_COUNTED;
	return CASE_OK;
}

static const char *
asked(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

/* The filters of fill_more(). */
static void
read_more(struct view *v)
{
	inbox_view_read(v->req, &v->task);
	v->task.tab = INBOX_ROLE;
	v->q.result = asked(v->req, "hasil");
	v->q.kind = v->task.kind;
	v->q.party = v->task.party;
	v->q.holder = v->task.holder;
	v->q.term = v->task.term;
	v->q.soon_percent = v->task.soon_percent;
}

int
case_list_page(struct request *req, struct reply *reply)
{
	struct view v = { .req = req,
		.outsider = req->session.institution_id != 0 };
	long long after_at, after_id;
	enum case_err err;

	v.q = (struct case_query){
		.actor.person_id = req->session.person_id,
		.now = req->now,
		.search = asked(req, "cari"),
		.sop = asked(req, "sop"),
		.state = asked(req, "status"),
		.month = asked(req, "bulan"),
		.result = "", .kind = "", .party = "",
		.offset = pager_offset(req),
		.limit = PAGER_ROWS,
	};
	if (!v.outsider)
		read_more(&v);
	if (v.q.offset > (PAGES - 1) * PAGER_ROWS)
		v.q.offset = (PAGES - 1) * PAGER_ROWS;
	v.after = asked(req, "sesudah");
	if (sscanf(v.after, "%lld-%lld", &after_at, &after_id) == 2) {
		v.q.after_at = after_at;
		v.q.after_id = after_id;
	}
	if (strcmp(asked(req, "format"), "csv") == 0)
		return send_csv(&v, reply);
	v.q.counted = counted(&v);
	if ((err = read_page(&v)) != CASE_OK)
		return reply_case_error(reply, req, err);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	return show(&v, reply);
}
