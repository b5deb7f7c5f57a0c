/*
 * assess.c - the form of the half-yearly monitoring: the figures of
 * each SOP, what they suggest, and the assessor's own word, which decides.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/fields.h"
#include "cgi-bin/report/monitor.h"
#include "month/month.h"
#include "page/page.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

#define PARTS 3			/* fields of an SOP */
#define REASON "alasan-perubahan"

static const struct sop_choice choice[] = {
	{ "baik", "Berjalan baik" },
	{ "tidak", "Tidak berjalan baik" },
};

/* The form on its way: a field is KEADAAN-, CATATAN- or TINDAKAN-SLUG. */
struct assess {
	struct monitor		*m;
	struct sop_field	*field;		/* PARTS an SOP, then REASON */
	size_t			 nfield;
	struct fields_state		 typed;
	struct field_form	*form;		/* of what was sent */
};

static struct sop_field
field_of(const struct assess *a, const char *part, const char *label,
    const struct monitor_row *r)
{
	return (struct sop_field){ .name = arena_printf(a->m->req->arena,
	    "%s-%s", part, r->sop), .label = label };
}

static void
begin(struct assess *a, struct monitor *m)
{
	struct sop_field *f;

	memset(a, 0, sizeof(*a));
	a->m = m;
	f = a->field = arena_alloc(m->req->arena, (PARTS * m->nrow + 1) *
	    sizeof(*a->field));
	for (size_t i = 0; i < m->nrow; i++, f += PARTS) {
		f[0] = field_of(a, "keadaan", "Penerapan", &m->row[i]);
		f[0].type = FIELD_CHOICE;
		f[0].required = 1;
		f[0].choice = choice;
		f[0].nchoice = 2;
		f[1] = field_of(a, "catatan", "Catatan", &m->row[i]);
		f[1].type = FIELD_PARAGRAPH;
		f[1].max = MONITOR_NOTE;
		f[2] = field_of(a, "tindakan", "Tindakan yang harus diambil",
		    &m->row[i]);
		f[2].type = FIELD_TEXT;
		f[2].max = MONITOR_ACTION;
		f[2].help = "Diisi bila SOP tidak berjalan baik.";
	}
	a->nfield = PARTS * m->nrow;
	if (m->kept.version > 0)
		a->field[a->nfield++] = (struct sop_field){ .name = REASON,
		    .label = "Alasan perubahan", .type = FIELD_TEXT,
		    .required = 1, .max = MONITOR_ACTION, .help = "Versi "
		    "sebelumnya tetap tersimpan." };
}

/* -- the form --------------------------------------------------------------- */

static void
show_sop(const struct assess *a, struct page *body, size_t i)
{
	const struct monitor *m = a->m;
	const struct monitor_row *r = &m->row[i];
	struct page *p = page_add(body, "SOPS");

	page_set(p, "NAME", r->name);
	page_set(p, "FIGURES", r->figures);
	if (r->suggested[0] == '\0')
		page_set(page_add(p, "DOUBT"), "TEXT", m->doubt[i]);
	else
		page_set(page_add(p, "SUGGESTED"), "TEXT", r->well ?
		    "berjalan baik" : "tidak berjalan baik");
	for (size_t k = 0; k < PARTS; k++)
		fields_show_one(m->req, p, "FIELDS", NULL,
		    &a->field[PARTS * i + k], &a->typed);
}

static int
show(const struct assess *a, int status)
{
	const struct monitor *m = a->m;
	struct page *body, *frame = monitor_frame(m, "monitor.tpl", &body);
	const char *heading = arena_printf(m->req->arena, "%s, %s",
	    m->kept.version > 0 ? "Ubah pemantauan SOP" : "Pemantauan SOP",
	    m->period);

	fields_show_errors(body, &a->typed);
	page_set(body, "HEADING", heading);
	page_set(body, "ACTION", m->address);
	page_setf(body, "VERSION", "%lld", (long long)m->kept.version + 1);
	page_set(body, "KEY", request_token(m->req->arena));
	for (size_t i = 0; i < m->nrow; i++)
		show_sop(a, body, i);
	if (m->kept.version > 0)
		fields_show_one(m->req, body, "REASON", NULL,
		    &a->field[a->nfield - 1], &a->typed);
	return reply_page(m->reply, m->req, status, heading, frame);
}

static const struct monitor_row *
kept_row(const struct monitor *m, const char *sop)
{
	for (size_t i = 0; i < m->kept.nrow; i++)
		if (strcmp(m->kept.row[i].sop, sop) == 0)
			return &m->kept.row[i];
	return NULL;
}

/* As kept last; else by rule, and nothing where that is in doubt. */
int
monitor_form(struct monitor *m)
{
	struct assess a;
	struct act_value *value;
	const struct monitor_row *kept;

	begin(&a, m);
	value = arena_alloc(m->req->arena, PARTS * m->nrow * sizeof(*value));
	for (size_t i = 0; i < PARTS * m->nrow; i++) {
		const struct monitor_row *r = &m->row[i / PARTS];

		kept = kept_row(m, r->sop);
		value[i].name = a.field[i].name;
		value[i].value = "";
		if (i % PARTS == 0)
			value[i].value = kept == NULL ? r->suggested :
			    choice[!kept->well].value;
		else if (kept != NULL)
			value[i].value = i % PARTS == 1 ? kept->note :
			    kept->action;
	}
	a.typed.value = value;
	a.typed.nvalue = PARTS * m->nrow;
	return show(&a, 200);
}

/* -- what was sent ---------------------------------------------------------- */

static const char *
value_of(const struct assess *a, const char *name)
{
	for (size_t i = 0; i < a->form->nvalue; i++)
		if (strcmp(a->form->value[i].name, name) == 0)
			return a->form->value[i].value;
	return "";
}

/* Of which SOP it is, first: the fields of all have the same labels. */
static void
name_sops(const struct assess *a, struct field_error *error, size_t nerror)
{
	char text[sizeof(error->text)];

	for (size_t i = 0; i < nerror; i++)
		for (size_t k = 0; k < PARTS * a->m->nrow; k++) {
			if (strcmp(error[i].field, a->field[k].name) != 0)
				continue;
			error[i].text[0] = (char)tolower(
			    (unsigned char)error[i].text[0]);
			snprintf(text, sizeof(text), "%.150s: %.160s",
			    a->m->row[k / PARTS].name, error[i].text);
			memcpy(error[i].text, text, sizeof(text));
		}
}

/* What does not run well needs something done about it. */
static void
check_actions(const struct assess *a, struct field_error *error,
    size_t *nerror)
{
	for (size_t i = 0; i < a->m->nrow; i++) {
		const struct sop_field *f = &a->field[PARTS * i];
		struct field_error e = { .field = f[2].name, .part = "",
		    .text = "Tulis tindakan yang harus diambil" };

		if (strcmp(value_of(a, f[0].name), "tidak") == 0 &&
		    *value_of(a, f[2].name) == '\0')
			error[(*nerror)++] = e;
	}
}

static enum case_err
read_form(struct assess *a)
{
	const struct sop_row row = { .field = a->field,
	    .nfield = a->nfield };
	struct arena *arena = a->m->req->arena;
	struct field_error *error;
	struct field_input in;
	enum case_err err;

	fields_input(a->m->req, &row, &in);
	a->typed.value = in.value;
	a->typed.nvalue = in.nvalue;
	err = field_form_check(a->m->req->office, &row, &in, &a->form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(arena, a->form);
	error = arena_alloc(arena, (a->form->nerror + a->nfield) *
	    sizeof(*error));
	if (a->form->nerror > 0)
		memcpy(error, a->form->error, a->form->nerror *
		    sizeof(*error));
	a->typed.nerror = a->form->nerror;
	check_actions(a, error, &a->typed.nerror);
	name_sops(a, error, a->typed.nerror);
	a->typed.error = error;
	return CASE_OK;
}

static enum case_err
keep(struct assess *a)
{
	struct monitor *m = a->m;
	struct monitoring made = { .row = m->row, .nrow = m->nrow,
	    .version = strtoll(form_value(m->req, "versi"), NULL, 10) };
	struct change ch = { .by = m->req->session.person_id,
	    .now = m->req->now, .idem = idempotency_key(m->req) };

	for (size_t i = 0; i < m->nrow; i++) {
		const struct sop_field *f = &a->field[PARTS * i];
		struct monitor_row *r = &m->row[i];

		r->well = strcmp(value_of(a, f[0].name), "baik") == 0;
		snprintf(r->note, sizeof(r->note), "%s",
		    value_of(a, f[1].name));
		snprintf(r->action, sizeof(r->action), "%s",
		    value_of(a, f[2].name));
	}
	snprintf(made.reason, sizeof(made.reason), "%s",
	    value_of(a, REASON));
	return monitor_keep(m->req->office, &ch, m->req->conf->assessor,
	    m->f->year, m->f->month, &made);
}

int
monitor_take(struct monitor *m)
{
	struct request *req = m->req;
	struct assess a;
	enum case_err err;

	if (idempotency_key(req) == NULL)
		return reply_error(m->reply, req, 400, NULL);
	if (!monitor_may(req->office, req->session.person_id,
	    req->conf->assessor, req->now))
		return reply_error(m->reply, req, 403, NULL);
	if (change_repeated(req->office, idempotency_key(req)))
		return reply_redirect(m->reply, m->address);
	if (strtoll(form_value(req, "versi"), NULL, 10) !=
	    m->kept.version + 1)
		return reply_error(m->reply, req, 409, arena_printf(
		    req->arena, "Pemantauan SOP %s sudah disimpan orang lain "
		    "sejak halaman ini dibuka.", m->period));
	begin(&a, m);
	if ((err = read_form(&a)) != CASE_OK)
		return reply_case_error(m->reply, req, err);
	if (a.typed.nerror > 0)
		return show(&a, 422);
	err = keep(&a);
	if (err != CASE_OK && err != CASE_REPEATED)
		return reply_case_error(m->reply, req, err);
	session_notice(m->reply, req, arena_printf(req->arena,
	    "Pemantauan SOP %s sudah disimpan.", m->period));
	return reply_redirect(m->reply, m->address);
}
