/*
 * form.c - the course of a change: form, a look at old and new, done.
 */
#include "cgi-bin/admin/form.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "casepage/absence_form.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "page/page.h"
#include "web/form.h"
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
	return form_page_value(&a->form, name);
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
admin_begin(struct admin *a, const struct edit *sent)
{
	a->sent = sent;
	form_page_begin(&a->form, a->req, a->reply, a->address, a->heading);
	a->form.menu = PATH_ADMIN;
	a->form.back = a->back;
	a->form.back_text = a->back_text;
}

void
admin_error(struct admin *a, const char *field, const char *text)
{
	/* Errors may be noted before the page of the form is begun. */
	a->form.req = a->req;
	form_page_error(&a->form, field, text);
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

	if (e->nnow == 0 || e->same || a->form.typed.nerror > 0)
		return;
	for (size_t i = 0; i < e->nfield; i++)
		if (is_changed(a, e->field[i].name))
			return;
	admin_error(a, e->field[0].name, "Belum ada yang diubah");
}

/* The fields that show the members of the library's structs. */
static const char *const names[] = { "name", "nama", "login", "login", "nip",
	"nip", "phone", "telepon", "email", "surel", "unit_id", "unit",
	"institution_id", "lembaga", "superior_role_id", "atasan", "admin",
	"admin", "slug",
	"kode", "person_id", "petugas", "role_id", "petugas", "capacity",
	"kedudukan", "letter_no", "surat", "from_at", "mulai", "to_at",
	"selesai", "to_at", "akhir", "valid_to", "tutup", "successor_id",
	"penerus", "kind", "jenis", "percent", "persen", "decree", "dasar",
	"valid_from", "mulai", "date", "tanggal", "yaml", "teks", "person_id",
	"pencatat", "from_at", "tugas-mulai", "to_at", "tugas-selesai",
	"to_at", "tugas-akhir", "spelling", "ejaan", "stands_for", "menjadi",
	"text", "teks", "text_en", "teks-inggris",
	"office", "nama", "service", "layanan", "hours", "jam",
	"merged", "gabungan", "letter_no", "nomor", "letter_on",
	"tanggal-surat", "official", "pejabat", "kind", "jenis", "contact",
	"kontak", "proof", "bukti", "body", "isi", "came_at", "datang",
	"decision", "keputusan", "ground", "dasar", "answer", "jawaban",
	ABSENCE_FORM_NAMES, NULL };

/* -- the form ------------------------------------------------------------ */

static const char *
version_of(const struct admin *a, const struct edit *e)
{
	const char *text = arena_printf(a->req->arena, "%s\n%s", e->act,
	    e->state != NULL ? e->state : "");
	char hex[65];

	for (size_t i = 0; i < e->nnow; i++)
		arena_append(a->req->arena, &text, "\n%s=%s", e->now[i].name,
		    e->now[i].value);
	office_sha256(text, strlen(text), hex);
	return arena_strndup(a->req->arena, hex, 16);
}

/* Is anything of a part filled in or wrong? */
static int
is_used(const struct admin *a, const struct edit *e,
    const struct edit_part *part, const struct sop_field *f)
{
	const struct sop_field *end = e->field + e->nfield;

	for (; f < end && (part[1].first == NULL ||
	    strcmp(f->name, part[1].first) != 0); f++) {
		const char *value = fields_value(&a->form.typed, f->name);

		if (fields_error(&a->form.typed, f->name) != NULL ||
		    (value != NULL && *value != '\0'))
			return 1;
	}
	return 0;
}

/* The place of a field in its form: its part begins with it, or goes on. */
static struct page *
place(const struct admin *a, const struct edit *e, struct page *form,
    struct page *now, const struct sop_field *f)
{
	const struct edit_part *part = e->part;
	struct page *p, *open;

	while (part != NULL && part->first != NULL &&
	    strcmp(part->first, f->name) != 0)
		part++;
	if (part == NULL || part->first == NULL)
		return now;
	p = page_include(form, "FIELDS", "form-part.tpl");
	open = page_add(p, part->folded ? "FOLDED" : "OPEN");
	page_set(open, "TITLE", part->title);
	if (part->folded && is_used(a, e, part, f))
		page_show(open, "IS_OPEN");
	page_text(open, "HELP", part->help);
	return open;
}

static void
fold(struct page *form, const char *title, int open)
{
	struct page *around = page_add(form, "FOLD");

	page_set(around, "TEXT", title);
	if (open)
		page_show(around, "OPEN");
	page_show(form, "FOLD_END");
}

static void
show_field(struct admin *a, const struct edit *e, struct page *form,
    const struct sop_field *f)
{
	static const struct sop_row row = { .kind = STEP_SUBMIT };
	struct form_page *s = &a->form;

	if (e->show != NULL && e->show(a, form, f))
		return;
	if (e->secret)
		form_page_secret(s, form, f);
	else if (f->type == FIELD_PARAGRAPH && e->part == NULL)
		form_page_text(s, form, f);
	else
		fields_show_one(a->req, form, "FIELDS", &row, f, &s->typed);
}

static void
show_edit(struct admin *a, const struct edit *e, int first)
{
	struct form_page *s = &a->form;
	struct page *form = form_page_add(s, e->act, e->button, NULL, 0);
	struct page *part = form;

	page_set(form, "VERSION", version_of(a, e));
	if (a->folds && e->title != NULL)
		fold(form, e->title, a->sent == e);
	else
		page_text(form, "TITLE", e->title);
	if (e->beside != NULL)
		page_pair(form, "BESIDE", "NAME", e->beside, "TEXT",
		    e->beside_text);
	if (e->ends)
		page_show(form, "WARNING");
	if (!first)
		page_show(form, "SECOND");
	for (size_t i = 0; i < e->nfield; i++) {
		if (e->field[i].type == FIELD_FILE)
			page_show(form, "MULTIPART");
		part = place(a, e, form, part, &e->field[i]);
		show_field(a, e, part, &e->field[i]);
	}
	for (const struct edit_button *b = e->more; b != NULL &&
	    b->name != NULL; b++)
		page_pair(form, "MORE", "NAME", b->name, "TEXT", b->text);
	if (e->live)
		page_show(form, "LIVE");
	if (e->checks != NULL)
		fields_show_checks(a->req, form, "FIELDS", e->checks,
		    &s->typed);
}

/* The form that was sent as it was typed, the others as things stand. */
static int
show(struct admin *a, int status)
{
	struct page *body = form_page_show(&a->form);
	const struct fields_state typed = a->form.typed;

	page_text(body, "CAPTION", a->caption);
	if (a->fill != NULL)
		a->fill(a, body);
	if (a->trail != NULL)
		page_link(body, "WAYS", a->trail, "Jejak perubahannya");
	for (const struct edit *e = a->edit; e < a->edit + a->nedits; e++) {
		a->form.typed = a->sent == e ? typed : (struct fields_state){
		    .value = e->now, .nvalue = e->nnow,
		    .error = (struct field_error *)e->error,
		    .nerror = e->nerror };
		show_edit(a, e, e == a->edit);
	}
	return form_page_reply(&a->form, status);
}

int
admin_refused(struct admin *a, const char *text)
{
	struct act_value *value = arena_alloc(a->req->arena, sizeof(*value));

	*value = (struct act_value){ a->sent->field[0].name, text };
	a->form.typed.value = value;
	a->form.typed.nvalue = 1;
	return show(a, 422);
}

int
admin_look(struct admin *a, const struct edit *sent)
{
	enum case_err err;

	admin_begin(a, sent);
	err = form_page_read(&a->form, sent->field, sent->nfield);
	if (err != CASE_OK)
		return reply_case_error(a->reply, a->req, err);
	a->form.typed.nerror = 0;
	return show(a, 200);
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

static int
ask(struct admin *a)
{
	const struct edit *e = a->sent;
	struct page *body = form_page_ask(&a->form, e->question,
	    e->confirm != NULL ? e->confirm : e->button);

	if (a->caption != NULL)
		page_text(body, "CAPTION", arena_printf(a->req->arena,
		    "%s · %s", a->caption, a->heading));
	for (size_t i = 0; i < e->nfield; i++)
		check_row(a, body, &e->field[i]);
	if (e->note != NULL)
		e->note(a, body);
	page_hidden(body, "tindakan", e->act);
	page_hidden(body, "pasti", "ya");
	form_page_carry(&a->form, e->field, e->nfield);
	if (e->checks != NULL)
		form_page_carry(&a->form, e->checks, 1);
	if (e->ends)
		page_show(body, "WARNING");
	page_text(body, "RETURN", e->nfield > 0 ? "Ubah" : "Batal");
	page_set(body, "VERSION", version_of(a, e));
	return form_page_reply(&a->form, 200);
}

/* -- lines above a form ---------------------------------------------------- */

void
form_row(struct page *body, const char *key, const char *text)
{
	page_pair(body, "ROWS", "KEY", key, "TEXT",
	    *text != '\0' ? text : "–");
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

/* The message of success. */
static const char *
said(const struct admin *a)
{
	return a->said != NULL ? a->said : a->sent->done;
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
	if (err != CASE_INVALID && err != CASE_STATE && err != CASE_CONFLICT)
		return reply_case_error(a->reply, a->req, err);
	if (a->form.typed.nerror == 0 &&
	    !form_page_refused(&a->form, CASE_INVALID, names))
		admin_error(a, WHOLE, office_why(a->req->office));
	return show(a, err == CASE_CONFLICT ? 409 : 422);
}

/* The form is whole: try it, ask, or do it. */
static int
go_on(struct admin *a)
{
	enum case_err err = apply(a, 1);

	if (err != CASE_OK)
		return refused(a, err);
	if (!is_current(a)) {
		admin_error(a, WHOLE, "Data ini sudah diubah sejak halaman "
		    "dibuka. Periksa lagi, lalu kirim");
		return show(a, 409);
	}
	if (!a->sent->secret && !a->sent->draft &&
	    strcmp(form_value(a->req, "pasti"), "ya") != 0)
		return ask(a);
	err = apply(a, 0);
	return err == CASE_OK || err == CASE_REPEATED ?
	    done(a, said(a)) : refused(a, err);
}

/* Find the edit of the form that was sent: by its button, or by what the page
 * that asks carries. */
static void
find_sent(struct admin *a)
{
	const char *act = form_value(a->req, "tindakan");

	if (*act == '\0')
		act = form_value(a->req, "aksi");
	for (size_t i = 0; i < a->nedits; i++)
		if (strcmp(a->edit[i].act, act) == 0)
			a->sent = &a->edit[i];
}

static int
take(struct admin *a)
{
	const char *action = form_value(a->req, "aksi");
	const char *key = idempotency_key(a->req);
	enum case_err err;

	if (key == NULL)
		return reply_error(a->reply, a->req, 400, NULL);
	/* A change that is done may have taken its own form away. */
	if (change_repeated(a->req->office, key))
		return done(a, "Perubahan ini sudah disimpan.");
	find_sent(a);
	if (a->sent == NULL)
		return reply_error(a->reply, a->req, 400, NULL);
	err = form_page_read(&a->form, a->sent->field, a->sent->nfield);
	if (err != CASE_OK)
		return reply_case_error(a->reply, a->req, err);
	if (strcmp(action, "ubah") == 0) {
		if (a->sent->nfield == 0)
			return reply_redirect(a->reply, a->address);
		a->form.typed.nerror = 0;
		return show(a, 200);
	}
	if (strcmp(form_value(a->req, "pasti"), "ya") != 0)
		check_changed(a);
	return a->form.typed.nerror > 0 ? show(a, 422) : go_on(a);
}

int
admin_page(struct admin *a)
{
	admin_begin(a, NULL);
	if (a->req->stale)
		find_sent(a);
	return a->req->method == METHOD_POST ? take(a) : show(a, 200);
}
