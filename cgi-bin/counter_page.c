/* counter_page.c - the page of a desk: its queue, and one task open in it. */
#include <stdio.h>
#include <string.h>

#include "cgi-bin/counter.h"

#include "case/desk.h"
#include "case/office.h"
#include "case/people.h"
#include "case/soplist.h"
#include "clock/calendar.h"
#include "page/page.h"
#include "web/arena.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/sla.h"
#include "web/step_form.h"
#include "web/words.h"

#define NAME_SIZE 160

/* One page on its way. */
struct view {
	struct request		*req;
	const char		*station;
	struct step		*s;		/* the open task, or NULL */
	const struct act	*conflict;
	const struct typed	*number;
	const char		*key;
	struct desk_row		*row;
	size_t			 nrow;
	struct page		*page;
};

static const char *
station_words(const struct request *req, const char *performer)
{
	char *buf = arena_alloc(req->arena, NAME_SIZE);

	return performer_name(req->office, performer, buf, NAME_SIZE);
}

static const char *
person_words(const struct request *req, int64_t id)
{
	char *buf = arena_alloc(req->arena, NAME_SIZE);

	return person_name(req->office, id, buf, NAME_SIZE);
}

static int64_t
day_begin(const struct request *req)
{
	const struct calendar *cal = office_calendar(req->office);
	struct cal_local l;

	calendar_local(cal, req->now, &l);
	return calendar_instant(cal, l.year, l.month, l.day, 0, 0, 0);
}

/* -- head -------------------------------------------------------------- */

static void
show_stations(const struct view *v)
{
	size_t n;
	const char *const *list = counter_stations(v->req, &n);
	struct page *p;

	for (size_t i = 0; n > 1 && i < n; i++) {
		p = page_add(v->page, "STATIONS");
		page_setf(p, "HREF", "%s?peran=%s", PATH_LOKET,
		    percent_encode(v->req->arena, list[i]));
		page_set(p, "TEXT", station_words(v->req, list[i]));
		page_show(p, strcmp(list[i], v->station) == 0 ? "CURRENT" :
		    "OTHER");
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
	    (long long)desk_done(v->req->office, v->station,
	    day_begin(v->req)), moment_words(v->req, v->req->now));
	if (total > (int64_t)v->nrow)
		page_text(v->page, "MORE", arena_printf(v->req->arena,
		    "Ditampilkan %zu yang pertama.", v->nrow));
}

static void
show_officers(const struct view *v)
{
	struct person *list = NULL;
	struct page *p, *change;
	size_t n = 0;

	if (people_holding(v->req->office, v->station, v->req->now, &list,
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

/* -- a number to hand out ---------------------------------------------- */

static void
show_number(const struct view *v, const struct sop_item *item,
    const struct sop *sop)
{
	const struct sop_row *row = sop_row_at(sop, 1);
	struct act_value ahead = { QUEUE_FIELD, arena_printf(v->req->arena,
	    "%03lld", (long long)desk_opened(v->req->office, item->version_id,
	    day_begin(v->req)) + 1) };
	struct typed usual = { .value = &ahead, .nvalue = 1 };
	struct page *p = page_add(v->page, "STARTS");

	page_set(p, "SLUG", item->slug);
	page_set(p, "NAME", item->name);
	page_set(p, "KEY", v->key);
	fields_show(v->req, p, "FIELDS", row, v->number != NULL ? v->number :
	    &usual);
	if (v->s == NULL)
		page_show(p, "FIRST");
}

static void
show_numbers(const struct view *v)
{
	struct sop_item *item = NULL;
	const struct sop *sop;
	size_t n = 0;

	if (sop_names(v->req->office, v->req->now, &item, &n) != CASE_OK)
		return;
	arena_adopt(v->req->arena, item);
	for (size_t i = 0; i < n; i++) {
		sop = office_sop(v->req->office, item[i].version_id);
		if (sop != NULL && counter_begins(sop, v->station))
			show_number(v, &item[i], sop);
	}
}

/* -- the open task ----------------------------------------------------- */

static int
needs_fields(const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].required)
			return 1;
	return 0;
}

static const char *
done_words(const struct step *s)
{
	switch (s->row->kind) {
	case STEP_REVIEW:
		return "Lengkap";
	case STEP_ARCHIVE:
		return "Arsipkan";
	default:
		return "Selesai";
	}
}

static void
show_buttons(struct step *s, struct page *p)
{
	const struct sop_row *second = counter_second(s);

	page_setf(p, "BUTTON", "%s: langkah %s", done_words(s), s->row->no);
	if (!needs_fields(s->row))
		page_show(p, "FOCUS");
	if (second != NULL) {
		fields_show(s->req, p, "FIELDS", second, &s->typed);
		page_text(p, "BOTH", arena_printf(s->req->arena,
		    "Selesai: langkah %s dan %s", s->row->no, second->no));
	}
	if (s->t.claimed_by == 0 && !s->clerk)
		page_show(p, "CALL");
}

/* Whoever may not do it now is told why. */
static const char *
hindrance(const struct step *s)
{
	if (s->t.awaited)
		return "Menunggu pemohon hadir.";
	if (s->t.claimed_by != 0 && !s->clerk &&
	    s->t.claimed_by != s->actor.person_id)
		return arena_printf(s->req->arena, "%s sedang "
		    "mengerjakannya.", person_words(s->req, s->t.claimed_by));
	return NULL;
}

static void
show_form(struct step *s, struct page *p)
{
	struct page *form = page_add(p, "FORM");
	const struct sop_row *second = counter_second(s);

	if (fields_multipart(s->row) ||
	    (second != NULL && fields_multipart(second)))
		page_show(form, "MULTIPART");
	fields_show(s->req, form, "FIELDS", s->row, &s->typed);
	show_buttons(s, form);
	step_show_late(s, form);
	step_show_after(s, form);
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
	    place_words(s->req, s->sop, s->row));
	page_set(p, "ACTIVITY", s->row->activity);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	page_setf(p, "ACTION", "%s/%lld", PATH_LOKET, (long long)s->t.id);
	page_set_int(p, "VERSION", s->t.version);
	page_set(p, "KEY", s->key);
	page_set(p, "STEP_HREF", step_address(s->req->arena, s->row->kind,
	    s->t.id));
	page_text(p, "STATE", why);
	step_show_returned(s, p);
	if (s->t.awaited && !s->clerk)
		page_show(p, "PRESENCE");
	if (why == NULL && needs_fields(s->row))
		page_show(p, "TYPE");
	if (why == NULL)
		show_form(s, p);
}

/* -- the queue --------------------------------------------------------- */

/* What one keypress does with a task of the list. */
static void
show_press(const struct view *v, struct page *p, const struct desk_row *r,
    const struct sop_row *row)
{
	const struct task_row *t = &r->task;
	struct page *press;

	if (t->claimed_by != 0 && t->claimed_by !=
	    v->req->session.person_id) {
		page_text(p, "TAKEN", arena_printf(v->req->arena,
		    "Dikerjakan %s", person_words(v->req, t->claimed_by)));
		return;
	}
	press = page_add(p, "PRESS");
	page_setf(press, "ACTION", "%s/%lld", PATH_LOKET, (long long)t->id);
	page_set_int(press, "VERSION", t->version);
	page_set(press, "KEY", v->key);
	page_set(press, "SUBJECT", r->subject);
	if (t->awaited) {
		page_set(press, "ACT", "hadir");
		page_set(press, "TEXT", "Pemohon hadir");
	} else if (t->claimed_by == 0 && needs_fields(row)) {
		page_set(press, "ACT", "ambil");
		page_set(press, "TEXT", "Panggil");
	} else if (!needs_fields(row)) {
		page_set(press, "ACT", "selesai");
		page_set(press, "TEXT", row->kind == STEP_REVIEW ?
		    "Lengkap" : "Selesai");
	} else {
		page_set(press, "ACT", "ambil");
		page_set(press, "TEXT", "Panggil");
	}
}

static void
show_row(const struct view *v, const struct desk_row *r)
{
	const struct sop *sop = office_sop(v->req->office,
	    r->task.version_id);
	const struct sop_row *row = sop != NULL ?
	    sop_row_at(sop, (int)r->task.pos) : NULL;
	struct page *p;
	struct sla sla;

	if (row == NULL || (v->s != NULL && r->task.id == v->s->t.id))
		return;
	p = page_add(v->page, "ROWS");
	sla_task(v->req, &r->task, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	page_setf(p, "HREF", "%s/%lld", PATH_LOKET, (long long)r->task.id);
	page_set(p, "SUBJECT", r->subject);
	page_set(p, "NUMBER", r->number);
	page_setf(p, "STEP", "%s. %s", row->no, row->activity);
	if (!v->s || !v->s->clerk)
		show_press(v, p, r, row);
}

static void
show_queue(const struct view *v)
{
	size_t shown = 0;

	for (size_t i = 0; i < v->nrow; i++) {
		show_row(v, &v->row[i]);
		shown += v->s == NULL || v->row[i].task.id != v->s->t.id;
	}
	page_show(v->page, shown > 0 ? "TABLE" : "EMPTY");
}

static void
show_conflict(const struct view *v)
{
	if (v->conflict == NULL)
		return;
	page_text(v->page, "CONFLICT", v->conflict->by_person == 0 ?
	    "Langkah ini sudah berubah sejak halaman dibuka." :
	    arena_printf(v->req->arena, "Langkah ini sudah dikerjakan %s "
	    "pada %s.", person_words(v->req, v->conflict->by_person),
	    moment_words(v->req, v->conflict->by_at)));
}

int
counter_page(struct request *req, struct reply *rep, int status,
    const char *station, struct step *s, const struct act *conflict,
    const struct typed *number)
{
	struct view v = { .req = req, .station = station, .s = s,
		.conflict = conflict, .number = number };
	const char *title = arena_printf(req->arena, "Loket %s",
	    station_words(req, station));
	struct page *frame;
	enum case_err err;

	err = desk_queue(req->office, station, &v.row, &v.nrow);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, v.row);
	v.key = token_new(req->arena);
	frame = reply_frame(req, "counter.tpl", PATH_LOKET, &v.page);
	page_show(frame, "WIDE");
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	page_set(v.page, "HEADING", title);
	if (s != NULL)
		errors_show(v.page, &s->typed);
	else if (number != NULL)
		errors_show(v.page, number);
	show_conflict(&v);
	show_counts(&v);
	show_stations(&v);
	/* What somebody else did meanwhile is no longer open. */
	if (s != NULL && s->t.open)
		show_task(&v);
	show_numbers(&v);
	show_queue(&v);
	show_officers(&v);
	return reply_page(rep, req, status, title, frame);
}
