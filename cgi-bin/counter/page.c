/* page.c - the page of a station: its queue, and one task open in it. */
#include "cgi-bin/counter/counter.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/urlcode.h"
#include "casepage/sla.h"
#include "casepage/step_form.h"
#include "casepage/step_page.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "people/counter_desk.h"
#include "people/performer.h"
#include "people/person.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define NAME_SIZE 160

/* One page on its way. */
struct view {
	struct request		*req;
	const struct counter_desk *at;
	struct step		*s;		/* the open task, or NULL */
	const struct act	*conflict;
	struct counter_queue_row		*row;
	size_t			 nrow;
	struct page		*page;
};

static const char *
station_words(const struct request *req, const char *performer)
{
	char *buf = arena_alloc(req->arena, NAME_SIZE);

	return performer_name(req->office, performer, buf, NAME_SIZE);
}

/* -- head -------------------------------------------------------------- */

static void
show_stations(const struct view *v)
{
	size_t n;
	const struct counter_desk *list = counter_stations(v->req, &n);
	struct page *p;

	for (size_t i = 0; n > 1 && i < n; i++) {
		p = page_link(v->page, "STATIONS", arena_printf(v->req->arena,
		    "%s?peran=%s", PATH_LOKET, urlcode_encode(v->req->arena,
		    list[i].performer)), station_words(v->req,
		    list[i].performer));
		page_show(p, strcmp(list[i].performer, v->at->performer) == 0 ?
		    "CURRENT" : "OTHER");
	}
	if (n > 1)
		page_show(v->page, "TABS");
}

static void
show_counts(const struct view *v)
{
	int64_t total = v->nrow > 0 ? v->row[0].total : 0;

	page_setf(v->page, "COUNTS", "%lld dalam antrean, %lld selesai hari "
	    "ini. Diperbarui %s.", (long long)total,
	    (long long)counter_queue_done(v->req->office, v->at->performer,
	    counter_today(v->req)), words_time(v->req, v->req->now));
	if (total > (int64_t)v->nrow && *counter_wanted(v->req) == '\0')
		page_text(v->page, "MORE", arena_printf(v->req->arena,
		    "Ditampilkan %zu yang pertama.", v->nrow));
}

static void
show_officers(const struct view *v)
{
	struct person *list = NULL;
	struct page *p, *change;
	size_t n = 0;

	if (person_holders(v->req->office, v->at->performer, v->req->now, &list,
	    &n) != CASE_OK)
		return;
	arena_adopt(v->req->arena, list);
	change = page_add(v->page, "CHANGE");
	for (size_t i = 0; i < n; i++) {
		if (list[i].id == v->req->session.person_id)
			continue;
		p = page_add(change, "PEOPLE");
		page_set_int(p, "VALUE", list[i].id);
		page_set(p, "TEXT", list[i].name);
	}
}

/* -- the queue ------------------------------------------------------------- */

static int
has_required(const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].required)
			return 1;
	return 0;
}

static const char *
done_words(const struct sop_row *row)
{
	switch (row->kind) {
	case STEP_REVIEW:
		return "Lengkap";
	case STEP_ARCHIVE:
		return "Arsipkan";
	case STEP_DELIVER:
		return "Serahkan";
	default:
		return "Selesai";
	}
}

/* One press for a task of the list: call, presence, or done. */
static void
show_press(struct request *req, struct page *p,
    const struct counter_queue_row *r, const struct sop_row *row, int clerk)
{
	const struct task_row *t = &r->task;
	struct page *press;
	const char *act = "ambil", *text = "Panggil";

	if (t->claimed_by != 0 && t->claimed_by != req->session.person_id) {
		page_text(p, "TAKEN", arena_printf(req->arena,
		    "Dikerjakan %s", words_person(req, t->claimed_by)));
		return;
	}
	if (t->awaited) {
		act = "hadir";
		text = "Pemohon hadir";
	} else if (!has_required(row)) {
		act = "selesai";
		text = done_words(row);
	}
	/* Only that somebody came is a clerk's own act. */
	if (clerk && !t->awaited)
		return;
	press = page_add(p, "PRESS");
	page_setf(press, "ACTION", "%s/%lld", PATH_LOKET, (long long)t->id);
	page_set_int(press, "VERSION", t->version);
	page_set(press, "KEY", request_token(req->arena));
	page_set(press, "SUBJECT", r->subject);
	page_set(press, "ACT", act);
	page_set(press, "TEXT", text);
}

static void
show_row(struct request *req, struct page *page,
    const struct counter_queue_row *r, int clerk)
{
	const struct sop *sop = office_sop(req->office, r->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)r->task.pos) : NULL;
	struct page *p;
	struct sla sla;

	if (row == NULL)
		return;
	p = page_add(page, "ROWS");
	sla_task(req, &r->task, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	page_setf(p, "HREF", "%s/%lld", PATH_LOKET, (long long)r->task.id);
	page_set(p, "SUBJECT", r->subject);
	page_set(p, "NUMBER", r->number);
	page_setf(p, "STEP", "%s. %s", row->no, row->activity);
	show_press(req, p, r, row, clerk);
}

static void
show_queue(struct request *req, struct page *page,
    const struct counter_queue_row *row, size_t n, int clerk,
    const struct step *open)
{
	size_t shown = 0;

	for (size_t i = 0; i < n; i++) {
		if ((open != NULL && row[i].task.id == open->t.id) ||
		    strstr(row[i].subject, counter_wanted(req)) == NULL)
			continue;
		show_row(req, page, &row[i], clerk);
		shown++;
	}
	if (shown > 0)
		page_show(page, "TABLE");
	else
		page_text(page, "EMPTY", *counter_wanted(req) == '\0' ?
		    "Tidak ada yang menunggu." : open != NULL ?
		    "Tidak ada antrean lain dengan nomor itu di loket ini." :
		    "Tidak ada antrean dengan nomor itu di loket ini.");
}

/* -- the open task ----------------------------------------------------- */

/* A further row that the same press can finish: its name and its fields. */
static void
show_further(const struct step *s, struct page *form,
    const struct sop_row *row)
{
	struct page *p = page_add(form, "FURTHER");

	page_setf(p, "STEP", "Langkah %s: %s", row->no, row->activity);
	fields_show(s->req, p, "FIELDS", row, &s->typed);
}

/* "Selesai: langkah 5", and "... 5 dan 6" or "... 5 sampai 7" for all. */
static void
show_buttons(struct step *s, struct page *p)
{
	const struct sop_row *row[CHAIN_MAX];
	size_t n = counter_chain(s, row);

	page_setf(p, "BUTTON", "%s: langkah %s", done_words(s->row),
	    s->row->no);
	if (!has_required(s->row))
		page_show(p, "FOCUS");
	for (size_t i = 1; i < n; i++)
		show_further(s, p, row[i]);
	if (n > 1)
		page_text(p, "ALL", arena_printf(s->req->arena,
		    "Selesai: langkah %s %s %s", s->row->no,
		    n == 2 ? "dan" : "sampai", row[n - 1]->no));
	if (s->t.claimed_by == 0 && !s->clerk)
		page_show(p, "CALL");
}

/* The reason why this officer may not do the task now; NULL for none. */
static const char *
hindrance(const struct step *s)
{
	if (s->t.awaited)
		return "Menunggu pemohon hadir.";
	if (s->t.claimed_by != 0 && !s->clerk &&
	    s->t.claimed_by != s->actor.person_id)
		return arena_printf(s->req->arena, "%s sedang "
		    "mengerjakannya.", words_person(s->req, s->t.claimed_by));
	return NULL;
}

static void
show_form(struct step *s, struct page *p)
{
	struct page *form = page_add(p, "FORM");
	const struct sop_row *row[CHAIN_MAX];
	size_t n = counter_chain(s, row);

	for (size_t i = 0; i < n; i++)
		if (fields_multipart(row[i])) {
			page_show(form, "MULTIPART");
			break;
		}
	fields_show(s->req, form, "FIELDS", s->row, &s->typed);
	show_buttons(s, form);
	step_form_late(s, form);
	step_form_after(s, form);
}

static void
show_task(const struct view *v)
{
	struct step *s = v->s;
	struct page *p = page_add(v->page, "TASK");
	struct sla sla;
	const char *why = hindrance(s);

	sla_task(s->req, &s->t, &sla);
	page_set(p, "TITLE", s->c.subject);
	page_setf(p, "PLACE", "%s, %s", s->c.number,
	    words_place(s->req, s->sop, s->row));
	page_set(p, "ACTIVITY", s->row->activity);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	page_setf(p, "ACTION", "%s/%lld", PATH_LOKET, (long long)s->t.id);
	page_set_int(p, "VERSION", s->t.version);
	page_set(p, "KEY", s->key);
	page_setf(p, "SLIP_HREF", PATH_LOKET "/slip/%lld",
	    (long long)s->c.id);
	page_set(p, "STEP_HREF", address_of_step(s->req->arena, s->row->kind,
	    s->t.id));
	page_text(p, "STATE", why);
	step_page_returned(s, p);
	if (s->t.awaited)
		page_show(p, "PRESENCE");
	if (why == NULL && has_required(s->row))
		page_show(p, "TYPE");
	if (why == NULL)
		show_form(s, p);
}

static void
show_conflict(const struct view *v)
{
	if (v->conflict == NULL)
		return;
	page_text(v->page, "CONFLICT", v->conflict->by_person == 0 ?
	    "Langkah ini sudah berubah sejak halaman dibuka." :
	    arena_printf(v->req->arena, "Langkah ini sudah dikerjakan %s "
	    "pada %s.", words_person(v->req, v->conflict->by_person),
	    words_time(v->req, v->conflict->by_at)));
}

/* The slip of the number that was just handed out. */
static void
show_slip(const struct view *v)
{
	const char *id = request_query(v->req, "slip");
	int64_t number;

	if (id != NULL && number_parse(id, 1, INT64_MAX, &number) == 0)
		page_link(v->page, "SLIP", arena_printf(v->req->arena,
		    PATH_LOKET "/slip/%lld", (long long)number),
		    "Cetak slip antrean");
}

/* The open task, the numbers to hand out, the queue, the officers. */
static void
show_work(struct view *v, const struct counter_number *number)
{
	/* A task that another officer has done since is no longer open. */
	int open = v->s != NULL && v->s->t.open;

	if (open)
		show_task(v);
	if (!v->at->clerk)
		counter_numbers(v->req, v->page, v->at->performer, number,
		    open ? v->s : NULL);
	show_queue(v->req, v->page, v->row, v->nrow, v->at->clerk, v->s);
	show_officers(v);
}

int
counter_page(struct request *req, struct reply *rep, int status,
    const struct counter_desk *at, struct step *s,
    const struct act *conflict, const struct counter_number *number)
{
	struct view v = { .req = req, .at = at, .s = s,
		.conflict = conflict };
	const char *title = arena_printf(req->arena, "Loket %s",
	    station_words(req, at->performer));
	struct page *frame;
	enum case_err err;

	err = counter_queue_list(req->office, at->performer,
	    counter_wanted(req), &v.row, &v.nrow);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, v.row);
	frame = frame_new(req, "counter.tpl", PATH_LOKET, &v.page);
	page_show(frame, "WIDE");
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	page_set(v.page, "HEADING", title);
	if (s != NULL)
		fields_show_errors(v.page, &s->typed);
	else if (number != NULL)
		fields_show_errors(v.page, &number->typed);
	if (at->clerk)
		page_show(v.page, "CLERK");
	show_conflict(&v);
	show_slip(&v);
	page_set(v.page, "FIND", counter_wanted(req));
	show_counts(&v);
	show_stations(&v);
	show_work(&v, number);
	return reply_page(rep, req, status, title, frame);
}
