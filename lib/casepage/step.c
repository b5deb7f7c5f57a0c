/*
 * step.c - the course of a step page: task and case, the right to them, the
 * place where the task is now, and the act that is asked for.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "casepage/step.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/hand.h"
#include "case/participant.h"
#include "casepage/fields_people.h"
#include "casepage/receiver.h"
#include "casepage/run.h"
#include "casepage/step_acts.h"
#include "casepage/step_draft.h"
#include "casepage/step_finish.h"
#include "casepage/step_page.h"
#include "casepage/visitor.h"
#include "casepage/words.h"
#include "office/office.h"
#include "people/clerk.h"
#include "web/address.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/session.h"

/* The one program of this process. */
static const struct step_program *program;

/* Find the actor: the session's person, or an applicant with a tracking
 * code. */
static void
find_actor(struct step *s)
{
	struct case_row c;

	s->actor.person_id = s->req->session.person_id;
	if (s->actor.person_id == 0 && visitor_case(s->req, s->rep, &c))
		s->actor.case_id = c.id;
}

/* Somebody who has logged in since may still mend what the browser has the code
 * of: then the actor is that visitor, and 1. */
static int
is_visitor(struct step *s)
{
	const struct actor visitor = { .case_id = s->c.id };
	struct case_row c;

	if (s->actor.person_id == 0 || !s->t.external ||
	    !visitor_case(s->req, s->rep, &c) || c.id != s->c.id)
		return 0;
	s->actor = visitor;
	return case_may_see(s->req->office, &s->actor, &s->c,
	    s->req->now);
}

/* The row of a side task, which only notifies: without fields and decisions. */
static const struct sop_row *
beside(const struct step *s)
{
	struct sop_row *row = arena_alloc(s->req->arena, sizeof(*row));

	*row = *s->row;
	row->nfield = 0;
	row->nreturns = 0;
	row->refuse = REFUSE_NO;
	return row;
}

static int
load(struct step *s, int64_t task)
{
	enum case_err err;

	if ((err = task_get(s->req->office, task, &s->t)) != CASE_OK ||
	    (err = case_get(s->req->office, s->t.case_id, &s->c)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	s->sop = office_sop(s->req->office, s->t.version_id);
	s->row = s->sop != NULL ? sop_row_at(s->sop, (int)s->t.pos) : NULL;
	if (s->row == NULL)
		return reply_case_error(s->rep, s->req, CASE_DB);
	if (s->t.side)
		s->row = beside(s);
	find_actor(s);
	return 0;
}

/* The reply to a visitor who may not see the case: without a session he goes to
 * the log-in, or to the page that asks for the tracking code; with one he does
 * not learn that it is there. */
static int
reply_stranger(struct step *s)
{
	if (s->actor.person_id == 0 && s->actor.case_id == 0)
		return reply_redirect(s->rep, s->sop->public_request ?
		    PATH_LACAK : PATH_MASUK);
	return reply_error(s->rep, s->req, 404, NULL);
}

/* The address of the case for this visitor. */
static const char *
case_address(const struct step *s)
{
	if (s->actor.person_id == 0)
		return PATH_LACAK;
	return arena_printf(s->req->arena, "%s/%lld", PATH_BERKAS,
	    (long long)s->c.id);
}

/* May this one look at and work on the task?  0, or the reply's status. */
static int
check_right(struct step *s)
{
	if (!case_may_see(s->req->office, &s->actor, &s->c, s->req->now) &&
	    !is_visitor(s))
		return reply_stranger(s);
	s->capacity = "";
	if (!s->t.open || case_may_do(s->req->office, &s->actor, &s->t,
	    s->req->now, &s->capacity))
		return 0;
	/* A clerk may record an act that a holder did on paper, but no
	 * approval. */
	s->clerk = !s->t.external && strcmp(s->t.kind, "approve") != 0 &&
	    clerk_for(s->req->office,
	    s->actor.person_id, s->t.performer, s->req->now);
	if (s->clerk)
		return 0;
	return reply_error(s->rep, s->req, 403, arena_printf(s->req->arena,
	    "Langkah ini dikerjakan oleh %s.",
	    words_performer(s->req, s->sop, s->t.performer)));
}

/* The kind of the task: that of its row, but a side task only notifies. */
static enum step_kind
task_kind(const struct step *s)
{
	return (enum step_kind)step_kind_from(s->t.kind);
}

/* A task that moved on has its page elsewhere. */
static int
check_place(struct step *s)
{
	if (!s->t.open && !s->req->stale)
		return reply_redirect(s->rep, s->prog->counter != NULL ?
		    s->prog->counter : case_address(s));
	if (s->prog->counter == NULL && task_kind(s) != s->prog->kind)
		return reply_redirect(s->rep, step_address(s));
	return 0;
}

int
step_open(struct step *s, const struct step_program *prog,
    struct request *req, struct reply *rep, int64_t task)
{
	int status;

	memset(s, 0, sizeof(*s));
	s->prog = prog;
	s->req = req;
	s->rep = rep;
	if ((status = load(s, task)) != 0)
		return status;
	return check_right(s);
}

/* The task that the address names. */
static int
open_named(struct step *s, const struct step_program *prog,
    struct request *req, struct reply *rep)
{
	const char *id = request_segment(req, 1);
	int64_t task;

	if (id == NULL || number_parse(id, 1, INT64_MAX, &task) < 0)
		return reply_error(rep, req, 404, NULL);
	return step_open(s, prog, req, rep, task);
}

/* Was more sent than the press of a button? */
static int
was_typed(const struct step *s)
{
	for (size_t i = 0; i < s->typed.nvalue; i++)
		if (!fields_is_hidden(s->typed.value[i].name))
			return 1;
	return s->typed.nfile > 0;
}

/* The form of a page whose token has gone (request.h, stale): filled in as it
 * was sent; of a task that can no longer be done here, its texts alone. */
static int
show_stale(struct step *s)
{
	const struct act since = { .task_id = s->t.id };
	int taken = s->t.claimed_by != 0 && !s->clerk &&
	    s->t.claimed_by != s->actor.person_id;

	fields_again(s->req, s->row, &s->typed);
	if (!was_typed(s))
		memset(&s->typed, 0, sizeof(s->typed));
	return s->t.open && !taken ? step_page(s, 200, NULL) :
	    step_page(s, 409, &since);
}

int
step_show(struct step *s)
{
	int status = check_place(s);

	if (status != 0)
		return status;
	s->key = request_token(s->req->arena);
	return s->req->stale ? show_stale(s) : step_page(s, 200, NULL);
}

int
step_get(const struct step_program *prog, struct request *req,
    struct reply *rep)
{
	struct step s;
	int status = open_named(&s, prog, req, rep);

	return status != 0 ? status : step_show(&s);
}

/* A button of a list of persons: the form again. */
static int
show_again(struct step *s)
{
	struct field_input in;
	enum case_err err;

	fields_input(s->req, s->row, &in);
	err = fields_refused(s->req, s->row, &in, &s->typed);
	return err != CASE_OK ? reply_case_error(s->rep, s->req, err) :
	    step_page(s, s->typed.nerror > 0 ? 422 : 200, NULL);
}

int
step_post_usual(struct step *s, const char *aksi)
{
	if (fields_people_pressed(s->req, s->row))
		return show_again(s);
	if (strcmp(aksi, "selesai") == 0 || strcmp(aksi, "kirim") == 0 ||
	    strcmp(aksi, "ubah") == 0)
		return step_finish(s, aksi);
	if (strcmp(aksi, "draf") == 0)
		return step_draft_save(s);
	if (strcmp(aksi, "lewati") == 0 && run_is_on(s->req))
		return step_go_on(s, 1, "");
	return step_acts(s, aksi);
}

int
step_post(const struct step_program *prog, struct request *req,
    struct reply *rep)
{
	struct step s;
	const char *aksi = form_get(req, "aksi");
	int status;

	if ((status = open_named(&s, prog, req, rep)) != 0)
		return status;
	if (prog->counter == NULL && task_kind(&s) != s.prog->kind)
		return reply_error(rep, req, 404, NULL);
	if (idempotency_key(req) == NULL)
		return reply_error(rep, req, 400, NULL);
	s.key = form_get(req, "kunci");
	if (aksi == NULL)
		aksi = "selesai";
	return prog->post != NULL ? prog->post(&s, aksi) :
	    step_post_usual(&s, aksi);
}

/* The row of the task that an address names ("/periksa/12"), or of a request
 * that begins ("/ajukan/magang"); NULL without. */
static const struct sop_row *
row_of_address(const struct request *req)
{
	const char *name = request_segment(req, 1);
	const struct sop *sop;
	struct task_row t;
	int64_t id;

	if (name == NULL)
		return NULL;
	if (number_parse(name, 1, INT64_MAX, &id) == 0) {
		if (task_get(req->office, id, &t) != CASE_OK)
			return NULL;
		sop = office_sop(req->office, t.version_id);
		return sop != NULL ? sop_row_at(sop, (int)t.pos) : NULL;
	}
	id = office_sop_version(req->office, name, req->now);
	sop = id != 0 ? office_sop(req->office, id) : NULL;
	return sop != NULL ? sop_row_at(sop, 1) : NULL;
}

int
step_takes(const struct request *req, const char *field)
{
	const struct sop_row *row = row_of_address(req);
	const struct sop_field *f = row != NULL ? sop_field_of(row, field) :
	    NULL;

	return f != NULL && f->type == FIELD_FILE;
}

static int
get(struct request *req, struct reply *rep)
{
	return step_get(program, req, rep);
}

static int
post(struct request *req, struct reply *rep)
{
	return step_post(program, req, rep);
}

struct act
step_act(struct step *s)
{
	struct act a = { .actor = s->actor, .task_id = s->t.id,
	    .idem = idempotency_key(s->req), .now = s->req->now,
	    .counter = s->prog->counter != NULL, .joint = s->joint > 1 };
	const char *version = form_get(s->req, "versi");

	/* The form knew the first of several tasks alone. */
	if (s->follows) {
		arena_append(s->req->arena, &a.idem, "+%d", s->follows);
		a.version = s->t.version;
	} else if (version == NULL ||
	    number_parse(version, 1, INT64_MAX, &a.version) < 0)
		a.version = 0;	/* agrees with no task */
	return a;
}

void
step_error(struct step *s, const char *field, const char *fmt, ...)
{
	const struct sop_field *f = sop_field_of(s->row, field);
	char text[FIELD_ERROR_SIZE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	fields_wrong(s->req, &s->typed, arena_strdup(s->req->arena, field),
	    f != NULL && f->type == FIELD_DATE ? "-hari" : "", "%s", text);
}

const char *
step_receiver(const struct step *s)
{
	const char *value;
	int next;

	if (s->t.side)
		return NULL;
	if (s->row->branch != NULL && s->c.end_pos != s->t.pos) {
		value = fields_value(&s->typed, s->row->branch);
		if (value == NULL || *value == '\0')
			return arena_printf(s->req->arena, "pelaksana menurut "
			    "isian %s", sop_field_of(s->row,
			    s->row->branch)->label);
		next = sop_next_by(s->sop, (int)s->t.pos, value);
	} else
		next = s->c.end_pos == s->t.pos ? 0 :
		    sop_next(s->sop, (int)s->t.pos);
	return next == 0 ? NULL : receiver_words(s, sop_row_at(s->sop, next));
}

int
step_late(const struct step *s)
{
	if (s->t.external || !s->t.open)
		return 0;
	if (strcmp(s->t.measure, "work") == 0)
		return hand_exceeds(s->req->office, s->actor.person_id, &s->t,
		    s->req->now);
	return task_urgency(s->req->office, &s->t, s->req->now,
	    (int)s->req->conf->soon_percent) == 2;
}

const char *
step_next(const struct step *s, int stay)
{
	if (s->prog->counter != NULL)
		return !stay ? s->prog->counter : arena_printf(s->req->arena,
		    "%s/%lld", s->prog->counter, (long long)s->t.id);
	return !stay ? PATH_KOTAK_MASUK : step_address(s);
}

const char *
step_address(const struct step *s)
{
	return run_address(s->req, address_of_step(s->req->arena,
	    task_kind(s), s->t.id));
}

int
step_go_on(struct step *s, int passes, const char *notice)
{
	const char *address, *key = idempotency_key(s->req);
	enum case_err err = run_next(s->req, key == NULL ? NULL : arena_printf(
	    s->req->arena, "%s+lanjut", key), passes, &address);

	/* The act before it is done, whatever comes of the next. */
	if (err != CASE_OK)
		notice = arena_printf(s->req->arena, "%s\n%s %s", notice[0] !=
		    '\0' ? notice : "Belum ada tugas berikutnya.", address,
		    "Tampilan ini sudah habis dikerjakan");
	if (notice[0] != '\0')
		session_notice(s->rep, s->req, notice);
	return reply_redirect(s->rep, address);
}

const char *
step_people(const struct step *s)
{
	for (size_t i = 0; i < s->row->nfield; i++) {
		char *list;

		if (s->row->field[i].type != FIELD_REFUSED)
			continue;
		list = case_value(s->req->office, s->c.id,
		    s->row->field[i].list);
		if (list != NULL)
			arena_adopt(s->req->arena, list);
		return list;
	}
	return NULL;
}

const struct sop_row *
step_mended(const struct step *s)
{
	for (int i = 0; i < s->row->nreturns; i++) {
		const struct sop_row *row = sop_row_at(s->sop,
		    s->row->returns[i]);

		if (row->kind == STEP_SUBMIT && row->nfield > 0)
			return row;
	}
	return NULL;
}

/* The page's field for a field that the library names. */
static const char *
field_at(const char *name)
{
	static const struct {
		const char *lib, *page;
	} names[] = {
		{ "note", "catatan" }, { "late_reason", "sebab" },
		{ "exception", "pengecualian" }, { "kembali_ke", "keputusan" },
		{ "unproved", STEP_UNPROVED },
		{ "occurred_at", "terjadi-tanggal" },
		{ "begun_at", "mulai-tanggal" },
		{ "evidence", "bukti-terjadi" },
		{ "mend", "perbaiki" }, { "party", "pihak" },
		{ "register_no", "nomor-terusan" },
		{ "person_id", "pegawai-lain" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].lib, name) == 0)
			return names[i].page;
	return name;
}

int
step_refused(struct step *s, struct act *a, enum case_err err)
{
	const char *field = office_field(s->req->office);

	/* The same form was sent before: its act is done, and what comes after
	 * it is taken. */
	if (err == CASE_REPEATED && run_is_on(s->req))
		return step_go_on(s, 0, "");
	if (err == CASE_REPEATED)
		return reply_redirect(s->rep, s->actor.person_id != 0 &&
		    s->req->session.institution_id == 0 ? step_next(s, 0) :
		    case_address(s));
	if (err == CASE_CONFLICT && a != NULL)
		return step_page(s, 409, a);
	if (err != CASE_INVALID || field[0] == '\0')
		return reply_case_error(s->rep, s->req, err);
	step_error(s, field_at(field), "%s", office_why(s->req->office));
	return step_page(s, 422, NULL);
}

int
step_serve(const struct step_program *prog, int argc, char **argv)
{
	static const char *const shared[] = { STEP_TEMPLATES, NULL };
	struct web_program web = { .name = prog->name, .get = get,
	    .post = post, .takes = step_takes,
	    .templates = prog->templates != NULL ? prog->templates : shared };

	program = prog;
	return web_serve(&web, argc, argv);
}
