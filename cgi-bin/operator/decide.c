/* decide.c - Admin Kanwil decides who becomes an operator. */
#include <stdio.h>
#include <string.h>

#include "case/act.h"
#include "cgi-bin/operator/operator.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "page/page.h"
#include "people/institution.h"
#include "people/operator.h"
#include "people/person.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define NEW "baru"		/* no institution of the list */

static const char *
state_words_of(const struct registration *r)
{
	if (strcmp(r->state, "waiting") == 0)
		return "Menunggu";
	return strcmp(r->state, "approved") == 0 ? "Disetujui" : "Ditolak";
}

/* -- the list ---------------------------------------------------------- */

static int
show_list(struct request *req, struct reply *rep)
{
	static const char *const heads[] = { "Lembaga", "Operator",
		"Diajukan", "Keadaan", NULL };
	struct registration *list = NULL;
	struct page *page, *body, *row;
	struct form_page s;
	size_t n;
	enum case_err err = operator_list(req->office, &list, &n);

	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, list);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	form_page_begin(&s, req, rep, PATH_OPERATOR,
	    "Pendaftaran operator lembaga");
	page = form_page_show(&s);
	if (n == 0) {
		page_text(page, "INTRO", "Belum ada pendaftaran.");
		return form_page_reply(&s, 200);
	}
	body = table_begin(page, "TABLES", "Pendaftaran operator", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(body, list[i].institution, arena_printf(
		    req->arena, "%s/%lld", PATH_OPERATOR,
		    (long long)list[i].id));
		table_cell(row, list[i].name);
		table_cell(row, words_time(req, list[i].asked_at));
		table_cell(row, state_words_of(&list[i]));
	}
	return form_page_reply(&s, 200);
}

/* -- one of them ------------------------------------------------------- */

/* The institutions there are, so that none is made twice. */
static enum case_err
institutions(const struct request *req, struct sop_field *f)
{
	struct institution_row *list = NULL;
	struct sop_choice *choice;
	size_t n, used = 0;
	enum case_err err = institution_list(req->office, &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, list);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	choice[used++] = (struct sop_choice){ NEW, "Lembaga baru, seperti "
	    "tertulis di atas" };
	for (size_t i = 0; i < n; i++)
		if (list[i].state == STATE_ACTIVE) {
			choice[used].value = arena_printf(req->arena, "%lld",
			    (long long)list[i].id);
			choice[used++].label = arena_strdup(req->arena,
			    list[i].name);
		}
	f->choice = choice;
	f->nchoice = used;
	return CASE_OK;
}

/* The e-mail address, or the number as people write it. */
static const char *
usual_login(const struct request *req, const struct registration *r)
{
	if (r->email[0] != '\0')
		return r->email;
	return strncmp(r->phone, "+62", 3) == 0 ? arena_printf(req->arena,
	    "0%s", r->phone + 3) : r->phone;
}

static void
show_known(struct form_page *s, const struct registration *r)
{

	form_page_row(s, "Lembaga", r->institution);
	form_page_row(s, "Operator", r->name);
	form_page_row(s, "Nomor WhatsApp", r->phone);
	form_page_row(s, "Surel", r->email);
	form_page_row(s, "Diajukan", words_time(s->req, r->asked_at));
	form_page_row(s, "Keadaan", state_words_of(r));
	if (r->decided_at != 0)
		form_page_row(s, "Diputuskan", arena_printf(s->req->arena,
		    "%s, %s", words_time(s->req, r->decided_at),
		    words_person(s->req, r->decided_by)));
	form_page_row(s, "Alasan", r->reason);
}

static const struct sop_field reason = { .name = "alasan",
	.label = "Alasan penolakan", .required = 1,
	.max = OPERATOR_REASON_MAX,
	.type = FIELD_PARAGRAPH, .help = "Dikirim kepada pendaftar." };

static int
show_one(struct form_page *s, int status)
{
	const struct registration *r = s->about;
	struct sop_field fields[] = {
		{ .name = "lembaga-id", .label = "Lembaga", .required = 1,
		    .type = FIELD_CHOICE },
		{ .name = "pengguna", .label = "Nama pengguna",
		    .required = 1, .max = 60 },
	};
	struct act_value usual[] = { { "lembaga-id", NEW },
		{ "pengguna", usual_login(s->req, r) } };
	struct page *form;
	enum case_err err = institutions(s->req, &fields[0]);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (s->typed.nvalue == 0) {
		s->typed.value = usual;
		s->typed.nvalue = 2;
	}
	form_page_show(s);
	show_known(s, r);
	if (strcmp(r->state, "waiting") == 0) {
		form = form_page_add(s, "setujui", "Setujui dan kirim tautan",
		    fields, 2);
		page_text(form, "TITLE", "Setujui");
		form = form_page_add(s, "tolak", "Tolak pendaftaran", &reason,
		    1);
		page_text(form, "TITLE", "Tolak");
		page_show(form, "WARNING");
	} else if (r->person_id != 0)
		form_page_add(s, "tautan", "Kirim tautan kata sandi lagi", NULL,
		    0);
	return form_page_reply(s, status);
}

static enum case_err
do_approve(struct form_page *s, const struct change *ch, int64_t id)
{
	const char *chosen = form_value(s->req, "lembaga-id");
	struct approval a = { .id = id, .site = s->req->conf->site,
		.login = form_value(s->req, "pengguna") };
	struct act_value *value = arena_alloc(s->req->arena,
	    2 * sizeof(*value));

	value[0] = (struct act_value){ "lembaga-id", chosen };
	value[1] = (struct act_value){ "pengguna", a.login };
	s->typed.value = value;
	s->typed.nvalue = 2;
	if (strcmp(chosen, NEW) != 0 && number_parse(chosen, 1, INT64_MAX,
	    &a.institution_id) < 0)
		return office_fail(s->req->office, CASE_INVALID,
		    "institution_id", "Pilih lembaga");
	return operator_approve(s->req->office, ch, &a);
}

/* The page shows what was typed again, and beside it what is usual. */
static enum case_err
do_refuse(struct form_page *s, const struct change *ch,
    const struct registration *r)
{
	struct act_value *value = arena_alloc(s->req->arena,
	    3 * sizeof(*value));

	value[0] = (struct act_value){ "lembaga-id", NEW };
	value[1] = (struct act_value){ "pengguna", usual_login(s->req, r) };
	value[2] = (struct act_value){ "alasan", form_value(s->req,
	    "alasan") };
	s->typed.value = value;
	s->typed.nvalue = 3;
	return operator_refuse(s->req->office, ch, r->id, value[2].value);
}

static int
decide(struct form_page *s, const struct registration *r)
{
	const char *act = form_value(s->req, "aksi");
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	const char *done = "Operator disetujui; tautan dikirim.";
	enum case_err err = CASE_NOT_FOUND;

	if (ch.idem == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	if (strcmp(act, "setujui") == 0) {
		err = do_approve(s, &ch, r->id);
	} else if (strcmp(act, "tolak") == 0) {
		err = do_refuse(s, &ch, r);
		done = "Pendaftaran ditolak; alasannya dikirim.";
	} else if (strcmp(act, "tautan") == 0) {
		err = operator_link(s->req->office, &ch, r->id,
		    s->req->conf->site);
		done = "Tautan baru dikirim.";
	} else
		return reply_error(s->rep, s->req, 400, NULL);
	return form_page_done(s, err, done, PATH_OPERATOR);
}

int
operator_decide(struct request *req, struct reply *rep)
{
	static const char *const names[] = { "institution_id", "lembaga-id",
		"login", "pengguna", "name", "lembaga-id", "reason", "alasan",
		NULL };
	const char *id = request_segment(req, 1);
	struct registration r;
	struct form_page s;
	int64_t n;
	enum case_err err;

	if (!operator_may_decide(req->office, req->session.person_id,
	    req->now))
		return reply_error(rep, req, 403, "Pendaftaran operator "
		    "diputuskan oleh Admin Kanwil.");
	if (id == NULL)
		return req->method == METHOD_POST ?
		    reply_error(rep, req, 405, NULL) : show_list(req, rep);
	if (number_parse(id, 1, INT64_MAX, &n) < 0)
		return reply_error(rep, req, 404, NULL);
	if ((err = operator_get(req->office, n, &r)) != CASE_OK)
		return reply_case_error(rep, req, err);
	form_page_begin(&s, req, rep, arena_printf(req->arena, "%s/%lld",
	    PATH_OPERATOR, (long long)n), "Pendaftaran operator");
	s.back = PATH_OPERATOR;
	s.back_text = "Semua pendaftaran";
	s.show = show_one;
	s.names = names;
	s.about = &r;
	return req->method == METHOD_POST ? decide(&s, &r) :
	    show_one(&s, 200);
}
