/*
 * number.c - a number is handed out: the first row of an SOP, where that is a
 * physical act of this station.
 *
 * The officer does not record when the person came, so the row has neither
 * receipt nor beginning and no verdict; a number handed out before, on paper,
 * can be entered with its own times and then has one.
 */
#include <stdio.h>
#include <string.h>

#include "case/act_hold.h"
#include "case/act_start.h"
#include "case/field_form.h"
#include "case/lateness.h"
#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "base/urlcode.h"
#include "casepage/instant.h"
#include "office/office.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/counter_desk.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define QUEUE_FIELD	"nomor_antrian"	/* of a first row: filled in ahead */
#define REASON		"nomor-sebab"

static const struct instant_names begun = { "nomor-mulai-tanggal",
	"nomor-mulai-pukul", "Tanggal mulai dilayani", "Pukul mulai", NULL };
static const struct instant_names given = { "nomor-selesai-tanggal",
	"nomor-selesai-pukul", "Tanggal nomor diberikan", "Pukul diberikan",
	NULL };

/* May numbers of the SOP be handed out here? */
static int
begins(const struct sop *sop, const char *station)
{
	const struct sop_row *row = sop_row_at(sop, 1);

	return row->kind == STEP_RECORD &&
	    strcmp(row->performer, station) == 0;
}

/* -- the form ----------------------------------------------------------- */

/* A number handed out before it was typed here. */
static void
show_after(struct request *req, struct page *form, const struct fields_state *t)
{
	static const char *const fields[] = { "nomor-mulai-tanggal",
		"nomor-mulai-pukul", "nomor-selesai-tanggal",
		"nomor-selesai-pukul", REASON };
	struct sop_field late = { .name = REASON, .type = FIELD_CHOICE,
	    .required = 1, .label = "Langkah ini melewati batas waktu. "
	    "Apa sebabnya?" };
	struct page *p = page_add(form, "AFTER");

	instant_show(req, p, "AFTER_FIELDS", &begun, t);
	instant_show(req, p, "AFTER_FIELDS", &given, t);
	if (fields_error(t, REASON) != NULL) {
		late.choice = lateness_choices(&late.nchoice);
		fields_show_one(req, p, "AFTER_FIELDS", NULL, &late, t);
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (fields_error(t, fields[i]) != NULL) {
			page_show(p, "AFTER_OPEN");
			return;
		}
}

static void
show_form(struct request *req, struct page *page, const struct sop_item *item,
    const struct sop *sop, const struct counter_number *refused)
{
	char number[COUNTER_QUEUE_NUMBER];
	struct act_value ahead = { QUEUE_FIELD, counter_queue_next(req->office,
	    item->version_id, counter_today(req), number) };
	struct fields_state usual = { .value = &ahead, .nvalue = 1 };
	const struct fields_state *t = refused != NULL ? &refused->typed :
	    &usual;

	page_set(page, "SLUG", item->slug);
	page_set(page, "NAME", item->name);
	page_set(page, "KEY", request_token(req->arena));
	fields_show(req, page, "FIELDS", sop_row_at(sop, 1), t);
	show_after(req, page, t);
}

/* Which SOP's number: the one asked for or sent, else the first. */
static int
is_asked(const struct request *req, const struct sop_item *item, int first)
{
	const char *asked = request_query(req, "sop");

	if (asked == NULL)
		asked = form_get(req, "sop");
	return asked != NULL ? strcmp(asked, item->slug) == 0 : first;
}

/* May the form stand beside that of the open task? */
static int
fits_beside(const struct sop_row *row, const struct step *open)
{
	const struct sop_row *chain[CHAIN_MAX];
	size_t n = open != NULL ? counter_chain(open, chain) : 0;

	for (size_t i = 0; i < n; i++)
		if (counter_shares(row, chain[i]))
			return 0;
	return 1;
}

static void
show_link(const struct request *req, struct page *p,
    const struct sop_item *item)
{
	page_setf(p, "HREF", "%s?sop=%s", PATH_LOKET,
	    urlcode_encode(req->arena, item->slug));
	page_set(p, "NAME", item->name);
}

void
counter_numbers(struct request *req, struct page *page, const char *station,
    const struct counter_number *refused, const struct step *open)
{
	struct sop_item *item = NULL;
	const struct sop *sop;
	struct page *p;
	size_t n = 0;
	int first = 1;

	if (soplist_names(req->office, req->now, &item, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, item);
	for (size_t i = 0; i < n; i++) {
		sop = office_sop(req->office, item[i].version_id);
		if (sop == NULL || !begins(sop, station))
			continue;
		/* One form alone, so that no two have a field in common. */
		if (is_asked(req, &item[i], first) &&
		    fits_beside(sop_row_at(sop, 1), open)) {
			p = page_add(page, "STARTS");
			show_form(req, p, &item[i], sop, refused);
			if (open == NULL)
				page_show(p, "FIRST");
		} else
			show_link(req, page_add(page, "OTHER_STARTS"),
			    &item[i]);
		first = 0;
	}
}

/* -- handing out -------------------------------------------------------- */

/* Go on with the applicant who has just got the number: row 2 is taken. */
static int
serve_now(struct request *req, struct reply *rep, const struct act *begun_by)
{
	struct act a = { .now = req->now, .task_id = begun_by->next_task,
	    .actor = { .person_id = req->session.person_id } };
	struct task_row t;

	if (a.task_id == 0 || task_get(req->office, a.task_id, &t) != CASE_OK)
		return reply_redirect(rep, PATH_LOKET);
	a.version = t.version;
	if (act_claim(req->office, &a) != CASE_OK)
		return reply_redirect(rep, PATH_LOKET);
	return reply_redirect(rep, arena_printf(req->arena, "%s/%lld",
	    PATH_LOKET, (long long)a.task_id));
}

/* The time it was handed out, if the form has one. */
static void
read_after(struct request *req, struct counter_number *n, struct act *a,
    struct act_start *st)
{
	st->begun_at = instant_read(req, &begun, &n->typed);
	a->occurred_at = instant_read(req, &given, &n->typed);
	a->late_reason = lateness_known(form_value(req, REASON));
}

/* The field that stands for a member of the library's struct. */
static const char *
field_at(const char *name)
{
	if (strcmp(name, "begun_at") == 0)
		return "nomor-mulai-tanggal";
	if (strcmp(name, "occurred_at") == 0)
		return "nomor-selesai-tanggal";
	return strcmp(name, "late_reason") == 0 ? REASON : name;
}

/* The first row's form and times; -1 when the database failed. */
static enum case_err
read_number(struct request *req, const struct sop *sop,
    struct counter_number *n, struct act *a, struct act_start *st)
{
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	memset(n, 0, sizeof(*n));
	fields_input(req, sop_row_at(sop, 1), &in);
	err = fields_check(req, sop_row_at(sop, 1), &in, &n->typed, &form);
	if (err != CASE_OK)
		return err;
	a->value = form->value;
	a->nvalue = form->nvalue;
	a->file = form->file;
	a->nfile = form->nfile;
	read_after(req, n, a, st);
	return CASE_OK;
}

static int
given_out(struct request *req, struct reply *rep, const struct act *a,
    const char *aksi)
{
	const char *number = form_value(req, QUEUE_FIELD);

	session_notice(rep, req, arena_printf(req->arena, "%s%s%sberkas %s "
	    "dimulai.", *number != '\0' ? "Antrean " : "", number,
	    *number != '\0' ? ": " : "", a->number));
	if (strcmp(aksi, "layani") == 0)
		return serve_now(req, rep, a);
	return reply_redirect(rep, arena_printf(req->arena, "%s?slip=%lld",
	    PATH_LOKET, (long long)a->case_id));
}

int
counter_number_post(struct request *req, struct reply *rep,
    const struct counter_desk *at, const char *aksi)
{
	struct act a = { .now = req->now, .idem = idempotency_key_once(req),
	    .actor = { .person_id = req->session.person_id } };
	struct act_start st = { .version_id = office_sop_version(req->office,
	    form_value(req, "sop"), req->now) };
	const struct sop *sop = office_sop(req->office, st.version_id);
	struct counter_number *n = arena_alloc(req->arena, sizeof(*n));
	enum case_err err;

	if (sop == NULL || at->clerk || !begins(sop, at->performer) ||
	    a.idem == NULL)
		return reply_error(rep, req, 400, NULL);
	if ((err = read_number(req, sop, n, &a, &st)) != CASE_OK)
		return reply_case_error(rep, req, err);
	if (n->typed.nerror > 0)
		return counter_page(req, rep, 422, at, NULL, NULL, n);
	err = act_start(req->office, &a, &st);
	if (err == CASE_REPEATED)
		return reply_redirect(rep, PATH_LOKET);
	if (err == CASE_INVALID) {
		fields_wrong(req, &n->typed,
		    field_at(office_field(req->office)), "", "%s",
		    office_why(req->office));
		return counter_page(req, rep, 422, at, NULL, NULL, n);
	}
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	return given_out(req, rep, &a, aksi);
}

int
counter_number_again(struct request *req, struct reply *rep,
    const struct counter_desk *at)
{
	struct counter_number n = { .typed = { .nvalue = 0 } };

	fields_typed(req, &n.typed);
	return counter_page(req, rep, 200, at, NULL, NULL,
	    form_get(req, "sop") != NULL ? &n : NULL);
}
