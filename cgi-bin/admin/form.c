/*
 * form.c - the course of a change: form, a look at old and new, done.
 */
#include "cgi-bin/admin/form.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define WHOLE "isi-halaman"	/* id of the page, for what no field shows */

/* -- its checked values ---------------------------------------------------- */

const char *
admin_value(const struct admin *a, const char *name)
{
	const struct fields_state t = { .value = a->form->value,
	    .nvalue = a->form->nvalue };
	const char *value = fields_value(&t, name);

	return value != NULL ? value : "";
}

const char *
admin_text(const struct admin *a, const char *name)
{
	const char *text = form_get(a->req, name);
	size_t n = text != NULL ? strlen(text) : 0;

	while (n > 0 && strchr(" \n", text[n - 1]) != NULL)
		n--;
	return arena_printf(a->req->arena, "%.*s\n", (int)n, text);
}

int64_t
admin_number(const struct admin *a, const char *name)
{
	int64_t n = 0;

	number_parse(admin_value(a, name), INT64_MIN, INT64_MAX, &n);
	return n;
}

int64_t
admin_day(const struct admin *a, const char *name)
{
	int y, m, d;

	if (sscanf(admin_value(a, name), "%4d-%2d-%2d", &y, &m, &d) != 3)
		return 0;
	return calendar_instant(office_calendar(a->req->office), y, m, d, 0, 0,
	    0);
}

/* -- what was sent ------------------------------------------------------- */

void
admin_error(struct admin *a, const char *field, const char *part,
    const char *text)
{
	struct field_error *e = &a->error[a->typed.nerror];

	if (a->typed.nerror == ADMIN_ERRORS)
		return;
	a->typed.nerror++;
	e->field = field;
	e->part = part;
	snprintf(e->text, sizeof(e->text), "%s", text);
	e->text[0] = (char)toupper((unsigned char)e->text[0]);
}

static enum case_err
read_form(struct admin *a)
{
	struct sop_row row = { .field = a->sent->field,
	    .nfield = a->sent->nfield };
	struct field_input in;
	struct field_form *form;
	enum case_err err;

	fields_input(a->req, &row, &in);
	a->typed.value = in.value;
	a->typed.nvalue = in.nvalue;
	a->typed.error = a->error;
	err = field_form_check(a->req->office, &row, &in, &form);
	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(a->req->arena, form);
	a->form = form;
	for (size_t i = 0; i < form->nerror; i++)
		admin_error(a, form->error[i].field, form->error[i].part,
		    form->error[i].text);
	return CASE_OK;
}

static const char *
old_value(const struct edit *e, const char *name)
{
	const struct fields_state now = { .value = e->now, .nvalue = e->nnow };
	const char *value = fields_value(&now, name);

	return value != NULL ? value : "";
}

static int
is_changed(const struct admin *a, const char *name)
{
	return strcmp(old_value(a->sent, name), admin_value(a, name)) != 0;
}

static void
check_changed(struct admin *a)
{
	const struct edit *e = a->sent;

	if (e->nnow == 0 || e->same || a->typed.nerror > 0)
		return;
	for (size_t i = 0; i < e->nfield; i++)
		if (is_changed(a, e->field[i].name))
			return;
	admin_error(a, e->field[0].name, "", "Belum ada yang diubah");
}

/* The field that shows a member of one of the library's structs. */
static const struct sop_field *
field_of(const struct admin *a, const char *member)
{
	static const struct { const char *member, *field; } names[] = {
		{ "name", "nama" }, { "login", "login" }, { "nip", "nip" },
		{ "phone", "telepon" }, { "email", "surel" },
		{ "unit_id", "unit" }, { "institution_id", "lembaga" },
		{ "superior_role_id", "atasan" }, { "admin", "admin" },
		{ "password", "kata-sandi" },
		{ "again", "kata-sandi-lagi" }, { "slug", "kode" },
		{ "person_id", "petugas" }, { "role_id", "petugas" },
		{ "capacity", "kedudukan" }, { "letter_no", "surat" },
		{ "from_at", "mulai" }, { "to_at", "selesai" },
		{ "to_at", "akhir" }, { "valid_to", "tutup" },
		{ "successor_id", "penerus" }, { "kind", "jenis" },
		{ "percent", "persen" }, { "decree", "dasar" },
		{ "valid_from", "mulai" }, { "date", "tanggal" },
		{ "yaml", "teks" }, { "person_id", "pencatat" },
		{ "from_at", "tugas-mulai" }, { "to_at", "tugas-selesai" },
		{ "to_at", "tugas-akhir" },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		for (size_t k = 0; k < a->sent->nfield; k++)
			if (strcmp(names[i].member, member) == 0 &&
			    strcmp(names[i].field, a->sent->field[k].name) ==
			    0)
				return &a->sent->field[k];
	return NULL;
}

/* -- the form ------------------------------------------------------------ */

static const char *
version_of(const struct admin *a, const struct edit *e)
{
	const char *text = arena_printf(a->req->arena, "%s\n%s", e->act,
	    e->state != NULL ? e->state : "");
	char hex[65];

	for (size_t i = 0; i < e->nnow; i++)
		text = arena_printf(a->req->arena, "%s\n%s=%s", text,
		    e->now[i].name, e->now[i].value);
	office_sha256(text, strlen(text), hex);
	return arena_strndup(a->req->arena, hex, 16);
}

/* A field that no SOP has: the text of a file, or a new password, which is
 * never shown again. */
static void
show_own(struct page *form, const struct sop_field *f,
    const struct fields_state *t, int secret)
{
	struct page *p = page_include(form, "FIELDS", "field.tpl");

	page_set(p, "NAME", f->name);
	page_set(p, "LABEL", f->label);
	page_text(p, "HINT", f->help);
	if (!secret) {
		page_set(p, "VALUE", fields_value(t, f->name));
		page_show(p, "TALL");
	}
	for (size_t i = 0; i < t->nerror; i++)
		if (strcmp(t->error[i].field, f->name) == 0) {
			page_text(p, "ERROR", t->error[i].text);
			break;
		}
	page_show(page_add(p, "SINGLE"), secret ? "IS_PASSWORD" :
	    "IS_PARAGRAPH");
}

static void
show_edit(struct admin *a, struct page *body, const struct edit *e, int first)
{
	struct page *form = page_add(body, "FORMS");
	const struct fields_state now = { .value = e->now, .nvalue = e->nnow };
	const struct fields_state *t = a->sent == e ? &a->typed : &now;

	page_set(form, "ACT", e->act);
	page_set(form, "BUTTON", e->button);
	page_set(form, "VERSION", version_of(a, e));
	page_text(form, "TITLE", e->title);
	if (e->beside != NULL) {
		struct page *p = page_add(form, "BESIDE");

		page_set(p, "NAME", e->beside);
		page_set(p, "TEXT", e->beside_text);
	}
	if (e->ends)
		page_show(form, "WARNING");
	if (!first)
		page_show(form, "SECOND");
	for (size_t i = 0; i < e->nfield; i++)
		if (e->secret || e->field[i].type == FIELD_PARAGRAPH)
			show_own(form, &e->field[i], t, e->secret);
		else
			fields_show_one(a->req, form, "FIELDS", NULL,
			    &e->field[i], t);
}

static struct page *
begin_page(struct admin *a, const char *template_name, struct page **body)
{
	struct page *frame;

	frame = frame_new(a->req, template_name, PATH_ADMIN, body);
	page_link(frame, "BACK", a->back, a->back_text);
	page_set(*body, "ACTION", a->address);
	return frame;
}

static int
show(struct admin *a, int status)
{
	struct page *body, *frame = begin_page(a, "form.tpl", &body);

	if (status != 200)
		fields_show_errors(body, &a->typed);
	page_text(body, "CAPTION", a->caption);
	page_set(body, "HEADING", a->heading);
	page_set(body, "KEY", request_token(a->req->arena));
	if (a->fill != NULL)
		a->fill(a, body);
	for (size_t i = 0; i < a->nedits; i++)
		show_edit(a, body, &a->edit[i], i == 0);
	return reply_page(a->reply, a->req, status, a->heading, frame);
}

int
admin_refused(struct admin *a, const char *text)
{
	struct act_value *value = arena_alloc(a->req->arena, sizeof(*value));

	*value = (struct act_value){ a->sent->field[0].name, text };
	a->typed.value = value;
	a->typed.nvalue = 1;
	a->typed.error = a->error;
	return show(a, 422);
}

/* -- old and new, side by side --------------------------------------------- */

static const char *
words_of(const struct admin *a, const struct sop_field *f, const char *value)
{
	return *value != '\0' ? words_field(a->req, f, value) : "kosong";
}

static void
check_row(const struct admin *a, struct page *body, const struct sop_field *f)
{
	const char *old = old_value(a->sent, f->name);
	struct page *row;

	/* Changes in a whole text are shown by the edit's note. */
	if (!is_changed(a, f->name) || f->type == FIELD_PARAGRAPH)
		return;
	row = page_add(body, "ROWS");
	page_set(row, "KEY", f->label);
	if (a->sent->nnow > 0)
		page_text(row, "OLD", words_of(a, f, old));
	page_text(row, "VALUES", words_of(a, f, admin_value(a, f->name)));
}

/* Is it a field of the form, or a part of a date in it? */
static int
is_carried(const struct edit *e, const char *name)
{
	for (size_t i = 0; i < e->nfield; i++) {
		const struct sop_field *f = &e->field[i];
		size_t n = strlen(f->name);

		if (strncmp(f->name, name, n) == 0 && (name[n] == '\0' ||
		    (name[n] == '-' && f->type == FIELD_DATE)))
			return 1;
	}
	return 0;
}

static void
hide(struct page *body, const char *name, const char *value)
{
	struct page *p = page_add(body, "HIDDEN");

	page_set(p, "NAME", name);
	page_set(p, "VALUE", value);
}

static int
ask(struct admin *a)
{
	const struct edit *e = a->sent;
	struct page *body, *frame = begin_page(a, "check.tpl", &body);

	if (a->caption != NULL)
		page_text(body, "CAPTION", arena_printf(a->req->arena,
		    "%s · %s", a->caption, a->heading));
	page_set(body, "HEADING", e->question);
	for (size_t i = 0; i < e->nfield; i++)
		check_row(a, body, &e->field[i]);
	if (e->note != NULL)
		e->note(a, body);
	hide(body, "tindakan", e->act);
	hide(body, "pasti", "ya");
	for (size_t i = 0; i < a->req->nform; i++)
		if (is_carried(e, a->req->form[i].name))
			hide(body, a->req->form[i].name,
			    a->req->form[i].value);
	page_set(body, "BUTTON", e->confirm != NULL ? e->confirm : e->button);
	if (e->ends)
		page_show(body, "WARNING");
	page_text(body, "RETURN", e->nfield > 0 ? "Ubah" : "Batal");
	page_set(body, "VERSION", version_of(a, e));
	page_set(body, "KEY", form_get(a->req, "kunci"));
	return reply_page(a->reply, a->req, 200, e->question, frame);
}

/* -- lines above a form ---------------------------------------------------- */

void
form_row(struct page *body, const char *key, const char *text)
{
	struct page *row = page_add(body, "ROWS");

	page_set(row, "KEY", key);
	page_set(row, "TEXT", *text != '\0' ? text : "–");
}

void
form_change(struct page *body, const char *key, const char *old,
    const char *new)
{
	struct page *row = page_add(body, "ROWS");

	page_set(row, "KEY", key);
	if (*old != '\0')
		page_text(row, "OLD", old);
	page_text(row, "VALUES", new);
}

/* -- the change ---------------------------------------------------------- */

static enum case_err
apply(struct admin *a, int dry)
{
	struct change ch = { .by = a->req->session.person_id,
	    .now = a->req->now, .idem = idempotency_key(a->req),
	    .dry = dry };

	return a->sent->apply(a, &ch);
}

static int
done(struct admin *a, const char *what)
{
	session_notice(a->reply, a->req, what);
	return reply_redirect(a->reply, a->after);
}

/* Does the form come from a page that showed the present state? */
static int
is_current(const struct admin *a)
{
	const char *version = form_get(a->req, "versi");

	return version != NULL &&
	    strcmp(version, version_of(a, a->sent)) == 0;
}

static int
refused(struct admin *a, enum case_err err)
{
	const struct sop_field *f = field_of(a, office_field(a->req->office));

	if (err != CASE_INVALID && err != CASE_STATE)
		return reply_case_error(a->reply, a->req, err);
	if (a->typed.nerror == 0)
		admin_error(a, f != NULL ? f->name : WHOLE, f != NULL &&
		    f->type == FIELD_DATE ? "-hari" : "",
		    office_why(a->req->office));
	return show(a, 422);
}

/* The form is whole: try it, ask, or do it. */
static int
go_on(struct admin *a)
{
	enum case_err err = apply(a, 1);

	if (err != CASE_OK)
		return refused(a, err);
	if (!is_current(a)) {
		admin_error(a, WHOLE, "", "Data ini sudah diubah sejak halaman "
		    "dibuka. Periksa lagi, lalu kirim");
		return show(a, 409);
	}
	if (!a->sent->secret && !a->sent->draft &&
	    strcmp(form_value(a->req, "pasti"), "ya") != 0)
		return ask(a);
	err = apply(a, 0);
	return err == CASE_OK || err == CASE_REPEATED ?
	    done(a, a->sent->done) : refused(a, err);
}

static int
take(struct admin *a)
{
	const char *action = form_value(a->req, "aksi");
	const char *act = form_value(a->req, "tindakan");
	const char *key = idempotency_key(a->req);
	enum case_err err;

	if (key == NULL)
		return reply_error(a->reply, a->req, 400, NULL);
	/* A change that is done may have taken its own form away. */
	if (change_repeated(a->req->office, key))
		return done(a, "Perubahan ini sudah disimpan.");
	if (*act == '\0')
		act = action;
	for (size_t i = 0; i < a->nedits; i++)
		if (strcmp(a->edit[i].act, act) == 0)
			a->sent = &a->edit[i];
	if (a->sent == NULL)
		return reply_error(a->reply, a->req, 400, NULL);
	if ((err = read_form(a)) != CASE_OK)
		return reply_case_error(a->reply, a->req, err);
	if (strcmp(action, "ubah") == 0) {
		if (a->sent->nfield == 0)
			return reply_redirect(a->reply, a->address);
		a->typed.nerror = 0;
		return show(a, 200);
	}
	if (strcmp(form_value(a->req, "pasti"), "ya") != 0)
		check_changed(a);
	return a->typed.nerror > 0 ? show(a, 422) : go_on(a);
}

int
admin_page(struct admin *a)
{
	return a->req->method == METHOD_POST ? take(a) : show(a, 200);
}
