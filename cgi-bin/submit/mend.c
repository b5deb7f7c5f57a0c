/*
 * mend.c - mend a request that came back: for an applicant with the reason on
 * top, for an official (a request entered at a counter) the page every step
 * has.
 *
 * The form is filled with the values sent before, telephone number and all.  A
 * tracking code stands on paper and on screens, so a visitor who has only the
 * code first gives the last digits of that number, once in a visit; a cookie
 * remembers it.
 */
#include "cgi-bin/submit/mend.h"

#include <string.h>

#include "base/arena.h"
#include "case/field_account.h"
#include "case/field_form.h"
#include "case/tracking.h"
#include "casepage/fields_people.h"
#include "casepage/material.h"
#include "casepage/start.h"
#include "casepage/step_page.h"
#include "casepage/visitor.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "upload/upload.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define HEADING "Perbaiki permohonan"
#define UNCHANGED "tanpa-ubah"	/* sent so, and asked about */

/* -- the digits -------------------------------------------------------- */

static const char *
id_text(const struct request *req, int64_t id)
{
	return arena_printf(req->arena, "%lld", (long long)id);
}

void
mend_prove(const struct request *req, struct reply *rep, int64_t case_id)
{
	reply_cookie(rep, req, PROOF_COOKIE, session_sign(req, "bukti",
	    id_text(req, case_id)));
}

static int
is_proved(const struct step *s)
{
	char mac[80];

	if (s->actor.person_id != 0 || s->c.phone[0] == '\0')
		return 1;
	return session_cookie(s->req, PROOF_COOKIE, mac, sizeof(mac)) > 0 &&
	    session_signed(s->req, "bukti", id_text(s->req, s->c.id), mac);
}

/* -- pages ------------------------------------------------------------- */

static struct page *
begin(struct step *s, int status, struct page **page)
{
	struct page *frame = frame_new(s->req, "submit.tpl",
	    s->actor.person_id != 0 ? PATH_KOTAK_MASUK : PATH_LACAK, page);

	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	fields_show_errors(*page, &s->typed);
	page_text(*page, "CAPTION", arena_printf(s->req->arena, "%s · %s",
	    s->c.number, s->sop->name));
	page_set(*page, "HEADING", HEADING);
	page_set(*page, "ACTION", address_of_step(s->req->arena, STEP_SUBMIT,
	    s->t.id));
	page_set_int(*page, "VERSION", s->t.version);
	page_set(*page, "KEY", s->key);
	if (s->actor.person_id == 0)
		visitor_carry(s->req, *page, &s->c);
	return frame;
}

/* A form that was sent before the digits were known again waits behind them:
 * what was typed and the files, by reference. */
static void
carry_form(struct step *s, struct page *page)
{
	struct fields_state t = { .nvalue = 0 };

	fields_again(s->req, s->row, &t);
	for (size_t i = 0; i < t.nvalue; i++)
		if (!fields_is_hidden(t.value[i].name) &&
		    strcmp(t.value[i].name, fields_digits.name) != 0 &&
		    strcmp(t.value[i].name, VISITOR_CODE) != 0)
			page_hidden(page, t.value[i].name, t.value[i].value);
	for (size_t i = 0; i < t.nfile; i++)
		page_hidden(page, arena_printf(s->req->arena, "%s-lama",
		    t.file[i].field), fields_kept_key(s->req,
		    t.file[i].field, &t.file[i]));
}

/* Does the form hold anything of the request itself? */
static int
is_carried(const struct step *s)
{
	for (size_t i = 0; i < s->req->nform; i++)
		for (size_t k = 0; k < s->row->nfield; k++) {
			const char *name = s->row->field[k].name;
			size_t n = strlen(name);

			if (strncmp(s->req->form[i].name, name, n) == 0 &&
			    strchr("-", s->req->form[i].name[n]) != NULL)
				return 1;
		}
	return 0;
}

static int
digits_page(struct step *s, int status)
{
	struct fields_state digits = { .error = s->typed.error,
	    .nerror = s->typed.nerror };
	struct page *page, *group, *frame = begin(s, status, &page);

	page_text(page, "INTRO", "Isian permohonan memuat data pribadi. "
	    "Tunjukkan dahulu bahwa permohonan ini milik Anda.");
	group = page_add(page, "GROUPS");
	page_text(group, "TITLE", "Nomor WhatsApp");
	fields_show_one(s->req, group, "FIELDS", NULL, &fields_digits,
	    &digits);
	carry_form(s, page);
	page_set(page, "BUTTON", "Lanjut");
	return reply_page(s->rep, s->req, status, HEADING, frame);
}

/* -- what is to be mended ---------------------------------------------- */

static int
is_named(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (const char *s = names; (s = strstr(s, name)) != NULL; s++)
		if ((s == names || s[-1] == ' ') &&
		    (s[n] == ' ' || s[n] == '\0'))
			return 1;
	return 0;
}

/* The fields that the return named, all when it named none; with the fields
 * that depend on them, and without those that are not asked for. */
static int
is_shown(const struct step *s, const struct sop_field *f)
{
	const struct happening *h = dossier_return(&s->dossier, s->t.pos);
	const char *names = h != NULL ? h->mend : "";

	if (f->type == FIELD_CONSENT && f->when_field == NULL)
		return 0;	/* agreed to before */
	if (f->when_field != NULL && is_shown(s, sop_field_of(s->row,
	    f->when_field)))
		return 1;
	if (f->type == FIELD_CONSENT || !field_form_asked(f, s->typed.value,
	    s->typed.nvalue))
		return 0;
	return names[0] == '\0' || is_named(names, f->name);
}

/* Does a name of the form belong to a field that is not shown: its value, a
 * part of its date, its file kept? */
static int
is_hidden(const struct step *s, const char *name)
{
	for (size_t i = 0; i < s->row->nfield; i++) {
		const struct sop_field *f = &s->row->field[i];
		size_t n = strlen(f->name);

		if (strncmp(name, f->name, n) == 0 &&
		    (name[n] == '\0' || name[n] == '-'))
			return !is_shown(s, f);
	}
	return 0;
}

/* Find what the account of an institution gives of its request: 0, or a status
 * replied. */
static int
take_account(struct step *s)
{
	struct field_account *account = arena_alloc(s->req->arena,
	    sizeof(*account));
	enum case_err err = field_account(s->req->office, s->row,
	    s->c.institution_id, account);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	s->typed.account = account;
	return 0;
}

/* Is it a field that the account gives, whatever is sent? */
static int
is_given(const struct step *s, const char *name)
{
	return field_account_value(s->typed.account, name) != NULL;
}

/* The form as the browser sent it, with the account's and the earlier values
 * in place of the fields that are not asked: nothing else of the request
 * changes. */
static void
complete(struct step *s)
{
	struct request *req = s->req;
	const struct fields_state *old = &s->typed;
	const struct field_account *account = old->account;
	struct form_field *all = arena_alloc(req->arena,
	    (req->nform + 2 * old->nvalue + old->nfile +
	    FIELD_ACCOUNT_MAX + 1) * sizeof(*all));
	const struct sop_field *f;
	size_t n = 0;

	for (size_t i = 0; i < req->nform; i++)
		if (!is_hidden(s, req->form[i].name) &&
		    !is_given(s, req->form[i].name))
			all[n++] = req->form[i];
	for (size_t i = 0; i < account->nvalue; i++)
		all[n++] = (struct form_field){ account->value[i].name,
		    account->value[i].value };
	for (size_t i = 0; i < old->nvalue; i++)
		if ((f = sop_field_of(s->row, old->value[i].name)) != NULL &&
		    !is_shown(s, f) && !is_given(s, f->name)) {
			all[n++] = (struct form_field){ f->name,
			    old->value[i].value };
			/* Whether it is so was asked the first time. */
			all[n++] = (struct form_field){ arena_printf(
			    req->arena, "%s-pasti", f->name), "ya" };
		}
	for (size_t i = 0; i < old->nfile; i++)
		if ((f = sop_field_of(s->row, old->file[i].field)) != NULL &&
		    !is_shown(s, f))
			all[n++] = (struct form_field){ arena_printf(req->arena,
			    "%s-lama", f->name), fields_kept_key(req, f->name,
			    &old->file[i]) };
	req->form = all;
	req->nform = n;
	for (size_t i = n = 0; i < req->nupload; i++)
		if (!is_hidden(s, req->upload[i].field))
			req->upload[n++] = req->upload[i];
	req->nupload = n;
}

/* The form as it was sent, once more. */
static void
type_again(struct step *s)
{
	complete(s);
	fields_again(s->req, s->row, &s->typed);
}

static int
show_form(struct step *s, int status)
{
	struct page *frame, *page;
	struct sop_row row = *s->row;
	struct sop_field *field;

	frame = begin(s, status, &page);
	step_page_returned(s, page);
	page_text(page, "INTRO", arena_printf(s->req->arena, "Waktu kami "
	    "berhenti sejak %s, sampai Anda mengajukannya kembali.",
	    words_time(s->req, s->t.opened_at)));
	row.field = field = arena_alloc(s->req->arena,
	    (row.nfield + 1) * sizeof(*field));
	row.nfield = 0;
	for (size_t i = 0; i < s->row->nfield; i++)
		if (is_shown(s, &s->row->field[i]))
			field[row.nfield++] = s->row->field[i];
	start_groups(s->req, page, &row, &s->typed);
	page_text(page, "STATEMENT", "Dengan mengirim, saya menyatakan isian "
	    "dan dokumen ini benar.");
	page_set(page, "BUTTON", "Ajukan kembali");
	return reply_page(s->rep, s->req, status, HEADING, frame);
}

static int
mend_page(struct step *s, int status, const struct act *conflict)
{
	int found;

	if (!s->t.external)
		return step_page_usual(s, status, conflict);
	if (conflict != NULL)
		return reply_error(s->rep, s->req, 409, NULL);
	if (!is_proved(s))
		return digits_page(s, status);
	if ((found = take_account(s)) != 0)
		return found;
	if (s->req->stale)
		type_again(s);
	return show_form(s, status);
}

/* -- what was sent ----------------------------------------------------- */

/* The case whole, and its request as it was sent before: 0, or a status
 * replied. */
static int
read_earlier(struct step *s)
{
	enum case_err err = dossier_read(s->req, &s->c, &s->dossier);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	material_typed(s->req, &s->dossier, &s->t, &s->typed);
	return take_account(s);
}

static int
take_digits(struct step *s)
{
	const struct tracking_try try = { form_value(s->req, "angka"),
	    s->req->remote, s->req->now };
	enum case_err err = tracking_digits(s->req->office, &s->c, &try);
	int status;

	if (err == CASE_INVALID || err == CASE_STATE) {
		step_error(s, "angka", "%s", office_why(s->req->office));
		return digits_page(s, 422);
	}
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	mend_prove(s->req, s->rep, s->c.id);
	if (!is_carried(s))
		return reply_redirect(s->rep, address_of_step(s->req->arena,
		    STEP_SUBMIT, s->t.id));
	if ((status = read_earlier(s)) != 0)
		return status;
	type_again(s);
	return show_form(s, 200);
}

/* Are all values and files of a form those of the visit before? */
static int
is_same(const struct step *s, const struct fields_state *old,
    const struct field_form *form)
{
	for (size_t i = 0; i < s->row->nfield; i++) {
		const char *name = s->row->field[i].name, *value = NULL;
		const char *was = fields_value(old, name);

		for (size_t k = 0; k < form->nvalue; k++)
			if (strcmp(form->value[k].name, name) == 0)
				value = form->value[k].value;
		if (strcmp(value != NULL ? value : "", was != NULL ? was :
		    "") != 0)
			return 0;
	}
	for (size_t i = 0; i < form->nfile; i++) {
		size_t k = 0;

		while (k < old->nfile && (strcmp(old->file[k].field,
		    form->file[i].field) != 0 || strcmp(old->file[k].hash,
		    form->file[i].hash) != 0))
			k++;
		if (k == old->nfile)
			return 0;
	}
	return form->nfile == old->nfile;
}

/* Nothing is changed: was it meant so? */
static int
ask_unchanged(struct step *s)
{
	static const char title[] = "Tidak ada yang diubah. Kirim juga?";
	const struct happening *h = dossier_return(&s->dossier, s->t.pos);
	struct page *page, *frame = frame_new(s->req, "check.tpl",
	    s->actor.person_id != 0 ? PATH_KOTAK_MASUK : PATH_LACAK, &page);

	page_text(page, "CAPTION", arena_printf(s->req->arena, "%s · %s",
	    s->c.number, s->sop->name));
	page_set(page, "HEADING", title);
	if (h != NULL)
		page_text(page, "INTRO", arena_printf(s->req->arena,
		    "Permohonan ini dikembalikan dengan alasan: “%s”",
		    h->note));
	page_text(page, "INTRO", "Bila dikirim tanpa perubahan, permohonan "
	    "dapat dikembalikan sekali lagi.");
	carry_form(s, page);
	page_hidden(page, UNCHANGED, "ya");
	if (s->actor.person_id == 0)
		visitor_carry(s->req, page, &s->c);
	page_set(page, "BUTTON", "Kirim tanpa perubahan");
	page_text(page, "RETURN", "Ubah");
	page_set(page, "ACTION", address_of_step(s->req->arena, STEP_SUBMIT,
	    s->t.id));
	page_set(page, "VERSION", form_get(s->req, "versi"));
	page_set(page, "KEY", s->key);
	return reply_page(s->rep, s->req, 200, title, frame);
}

/* Is the form right, and all in it as it was before, and was that not asked
 * about yet?  1, 0, or -1 when it cannot be read. */
static int
is_unchanged(struct step *s, const struct fields_state *old)
{
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	if (*form_value(s->req, UNCHANGED) != '\0' || old->nvalue == 0 ||
	    fields_people_pressed(s->req, s->row))
		return 0;
	fields_input(s->req, s->row, &in);
	in.received = s->c.opened_at;
	err = field_form_check(s->req->office, s->row, &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return -1;
	arena_adopt(s->req->arena, form);
	return form->nerror == 0 && is_same(s, old, form);
}

static int
mend_post(struct step *s, const char *aksi)
{
	struct fields_state old;
	int status, same = 0;

	if (!is_proved(s))
		return take_digits(s);
	if ((status = read_earlier(s)) != 0)
		return status;
	old = s->typed;
	if (s->t.external)
		complete(s);
	if (strcmp(aksi, "kirim") == 0 || strcmp(aksi, "selesai") == 0)
		same = is_unchanged(s, &old);
	if (same == -1)
		return reply_case_error(s->rep, s->req, CASE_DB);
	if (same)
		return ask_unchanged(s);
	s->typed.nvalue = s->typed.nfile = 0;
	return step_post_usual(s, aksi);
}

const struct step_program submit_mend = {
	.name		= "submit",
	.kind		= STEP_SUBMIT,
	.page		= mend_page,
	.post		= mend_post,
};
