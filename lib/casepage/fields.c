/* fields.c - the form of an SOP row: taken in, shown, kept as a draft. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/fields.h"

#include "base/arena.h"
#include "base/conf.h"
#include "base/utf8.h"
#include "case/act.h"
#include "case/draft.h"
#include "case/field_account.h"
#include "case/field_format.h"
#include "case/field_form.h"
#include "case/institution_name.h"
#include "casepage/fields_choose.h"
#include "casepage/fields_people.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "sop/bound.h"
#include "store/files.h"
#include "upload/upload.h"
#include "web/address.h"
#include "web/form.h"
#include "web/kept_file.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define RADIOS_MAX	6		/* more choices become a list */
#define PARAGRAPH_MAX	4000

const struct sop_field fields_digits = { .name = "angka", .required = 1,
	.type = FIELD_TEXT,
	.label = "Empat angka terakhir nomor WhatsApp pemohon" };

/* -- looking at them ------------------------------------------------------- */

static const char *
file_text(const struct request *req, const struct act_file *f)
{
	return arena_printf(req->arena, "%s %s %s", f->hash, f->type, f->name);
}

const char *
fields_kept_key(const struct request *req, const char *field,
    const struct act_file *f)
{
	return kept_file_key(req, field, &(struct upload){ .name = f->name,
	    .hash = f->hash, .type = f->type, .size = f->size });
}

const char *
fields_file_href(const struct request *req, const struct act_file *f)
{
	const char *a = arena_printf(req->arena, "%s/%s/%s", PATH_DOKUMEN,
	    FIELDS_NEW_FILE, f->hash);

	a = address_with(req->arena, a, "jenis", f->type);
	a = address_with(req->arena, a, "nama", f->name);
	return address_with(req->arena, a, "tanda", session_sign(req,
	    "lihat", file_text(req, f)));
}

int
fields_file_named(const struct request *req, struct act_file *f)
{
	const char *mac = request_query(req, "tanda");

	memset(f, 0, sizeof(*f));
	f->hash = request_segment(req, 2);
	f->type = request_query(req, "jenis");
	f->name = request_query(req, "nama");
	if (mac == NULL || f->hash == NULL || f->type == NULL ||
	    f->name == NULL || !session_signed(req, "lihat", file_text(req, f),
	    mac))
		return -1;
	/* A form left lying for days has lost its files. */
	return files_touch(office_files(req->office), f->hash);
}

/* -- the form sent ----------------------------------------------------- */

/* Where the files of a form go. */
struct taking {
	struct act_file		*file;
	struct act_value	*refused;
};

/* Why an upload is not taken: "" for one of no known type; or NULL. */
static const char *
upload_wrong(const struct sop_row *row, const struct sop_field *f,
    const struct upload *u)
{
	if (u->error != NULL && !u->unknown)
		return u->error;
	return u->hash == NULL || (u->photos > 0 && !fields_photos(row, f)) ?
	    "" : NULL;
}

static size_t
count_uploads(const struct request *req, const struct sop_field *f)
{
	size_t n = 0;

	for (size_t i = 0; i < req->nupload; i++)
		n += strcmp(req->upload[i].field, f->name) == 0;
	return n;
}

/* Which of several files is not taken, and why. */
static const char *
name_wrong(const struct request *req, const struct sop_row *row,
    const struct sop_field *f, const struct upload *u, const char *wrong)
{
	char formats[FIELD_FORMAT_SIZE];

	if (u->photos > 0 && wrong[0] != '\0')
		return wrong;		/* it says so already */
	if (wrong[0] == '\0')
		wrong = arena_printf(req->arena, "pilih %s",
		    field_format_words(row, f, formats));
	return arena_printf(req->arena, "%s: %s", u->name, wrong);
}

/* The files that come with this form; of several a wrong one is named. */
static void
take_uploads(const struct request *req, const struct sop_row *row,
    const struct sop_field *f, struct field_input *in, struct taking *t)
{
	int named = f->many || count_uploads(req, f) > 1;
	const char *wrong, *all = NULL;

	for (size_t i = 0; i < req->nupload; i++) {
		const struct upload *u = &req->upload[i];

		if (strcmp(u->field, f->name) != 0)
			continue;
		wrong = upload_wrong(row, f, u);
		if (wrong == NULL)
			t->file[in->nfile++] = (struct act_file){ f->name,
			    u->name, u->hash, u->type, u->size };
		else if (!named)
			all = wrong;
		else
			arena_append(req->arena, &all, "%s%s",
			    all != NULL ? ". " : "",
			    name_wrong(req, row, f, u, wrong));
	}
	if (all != NULL)
		t->refused[in->nrefused++] = (struct act_value){ f->name,
		    all };
}

/* One of those: 0, or -1 when it is none of ours. */
static int
take_one(const struct request *req, const struct sop_field *f,
    const char *key, struct act_file *file)
{
	struct upload u;

	if (kept_file_read(req, f->name, key, &u) == -1)
		return -1;
	*file = (struct act_file){ f->name, u.name, u.hash, u.type, u.size };
	return 0;
}

/* Those accepted before, but for what is to be taken away; of a field of one
 * file the last. */
static void
take_kept(const struct request *req, const struct sop_field *f,
    struct field_input *in, struct taking *t)
{
	const char *kept = arena_printf(req->arena, "%s-lama", f->name);
	const char *away = arena_printf(req->arena, "%s-hapus", f->name);
	const char *key[SOP_FILES_MAX], *drop[SOP_FILES_MAX];
	size_t n = form_all(req, kept, key, SOP_FILES_MAX);
	size_t ndrop = form_all(req, away, drop, SOP_FILES_MAX);

	for (size_t i = f->many || n == 0 ? 0 : n - 1; i < n; i++) {
		size_t k = 0;

		while (k < ndrop && strcmp(drop[k], key[i]) != 0)
			k++;
		if (k == ndrop && take_one(req, f, key[i],
		    &t->file[in->nfile]) == 0)
			in->nfile++;
	}
}

/* A field of one file has the new one, or else the one of before; a field of
 * several has all.  Those of before come first. */
static void
take_files(const struct request *req, const struct sop_row *row,
    const struct sop_field *f, struct field_input *in, struct taking *t)
{
	size_t before = in->nfile, refused = in->nrefused;

	if (f->many || count_uploads(req, f) == 0)
		take_kept(req, f, in, t);
	take_uploads(req, row, f, in, t);
	if (f->many || count_uploads(req, f) < 2)
		return;
	in->nfile = before;
	if (in->nrefused == refused)
		t->refused[in->nrefused++] = (struct act_value){ f->name,
		    fields_photos(row, f) ? "Pilih satu dokumen, atau beberapa "
		    "foto yang akan menjadi satu PDF" : "Pilih satu dokumen" };
}

/* Boxes ticked under one name become the lines of its first value. */
static void
join(const struct request *req, const char *name, struct act_value *value,
    size_t n)
{
	struct act_value *first = NULL;

	for (size_t i = 0; i < n; i++) {
		if (strcmp(value[i].name, name) != 0)
			continue;
		if (first == NULL)
			first = &value[i];
		else
			arena_append(req->arena, &first->value, "\n%s",
			    value[i].value);
	}
}

/* The values of the form, a list of persons as one: their number is in->nvalue
 * then. */
static void
take_values(const struct request *req, const struct sop_row *row,
    struct field_input *in, struct act_value *value)
{
	for (size_t i = 0; i < req->nform; i++)
		if (!fields_people_is_part(row, req->form[i].name))
			value[in->nvalue++] = (struct act_value){
			    req->form[i].name, req->form[i].value };
	for (size_t i = 0; i < row->nfield; i++) {
		if (row->field[i].type == FIELD_REFUSED ||
		    row->field[i].type == FIELD_OFFICERS)
			join(req, row->field[i].name, value, in->nvalue);
		else if (row->field[i].type == FIELD_OFFICER)
			fields_choose_take(req, &row->field[i], value,
			    in->nvalue);
		else if (row->field[i].type == FIELD_PEOPLE)
			fields_people_take(req, &row->field[i], in, value);
	}
}

void
fields_input(const struct request *req, const struct sop_row *row,
    struct field_input *in)
{
	struct act_value *value;
	struct taking t;

	memset(in, 0, sizeof(*in));
	value = arena_alloc(req->arena,
	    (req->nform + 2 * row->nfield + 1) * sizeof(*value));
	t.refused = arena_alloc(req->arena,
	    (req->nupload + 1) * sizeof(*t.refused));
	t.file = arena_alloc(req->arena,
	    (req->nupload + req->nform + 1) * sizeof(*t.file));
	take_values(req, row, in, value);
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			take_files(req, row, &row->field[i], in, &t);
	in->value = value;
	in->file = t.file;
	in->refused = t.refused;
	in->file_max = req->conf->upload_max;
	in->now = req->now;
}

void
fields_typed(const struct request *req, struct fields_state *t)
{
	static const struct sop_row none;
	struct field_input in;

	fields_input(req, &none, &in);
	t->value = in.value;
	t->nvalue = in.nvalue;
}

void
fields_again(const struct request *req, const struct sop_row *row,
    struct fields_state *t)
{
	struct field_input in;

	fields_input(req, row, &in);
	t->value = in.value;
	t->nvalue = in.nvalue;
	t->file = in.file;
	t->nfile = in.nfile;
}

void
fields_add_error(const struct request *req, struct fields_state *t,
    const struct field_error *e)
{
	if (t->error == NULL)
		t->error = arena_alloc(req->arena,
		    FIELDS_ERRORS * sizeof(*t->error));
	if (t->nerror < FIELDS_ERRORS)
		t->error[t->nerror++] = *e;
}

void
fields_wrong(const struct request *req, struct fields_state *t,
    const char *field, const char *part, const char *fmt, ...)
{
	struct field_error e = { .field = field, .part = part };
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(e.text, sizeof(e.text), fmt, ap);
	va_end(ap);
	fields_add_error(req, t, &e);
}

const char *
fields_text(const struct request *req, struct fields_state *t,
    const char *name, size_t max)
{
	const char *text = form_value(req, name);

	if (utf8_count(text) > max)
		fields_wrong(req, t, name, "", "Tulis paling banyak %zu "
		    "karakter", max);
	return text;
}

enum case_err
fields_check(const struct request *req, const struct sop_row *row,
    const struct field_input *in, struct fields_state *t,
    struct field_form **form)
{
	enum case_err err = field_form_check(req->office, row, in, form);

	if (err != CASE_OK && err != CASE_INVALID)
		return err;
	arena_adopt(req->arena, *form);
	t->value = in->value;
	t->nvalue = in->nvalue;
	t->file = (*form)->file;
	t->nfile = (*form)->nfile;
	t->asked = (*form)->asked;
	t->nasked = (*form)->nasked;
	for (size_t i = 0; i < (*form)->nerror; i++) {
		const struct sop_field *f = sop_field_of(row,
		    (*form)->error[i].field);

		if (f != NULL && f->type == FIELD_OFFICER)
			fields_choose_refuse(req, f, t, &(*form)->error[i]);
		fields_add_error(req, t, &(*form)->error[i]);
	}
	for (size_t i = 0; i < t->nasked; i++)
		if (!fields_sure(req, &t->asked[i]))
			fields_unsure(req, t, &t->asked[i]);
	return CASE_OK;
}

/* -- dates that are asked about ------------------------------------------ */

static const char *
asked_name(const struct request *req, const struct field_asked *a)
{
	return arena_printf(req->arena, "%s-pasti", a->field->name);
}

const struct sop_field *
fields_asked(const struct request *req, const struct field_asked *a)
{
	struct sop_field *f = arena_alloc(req->arena, sizeof(*f));
	struct sop_choice *choice = arena_alloc(req->arena, sizeof(*choice));

	*choice = (struct sop_choice){ "ya", arena_printf(req->arena,
	    "Ya, memang %s", words_date(req, a->iso)) };
	*f = (struct sop_field){ .name = asked_name(req, a), .required = 1,
	    .type = FIELD_CONSENT, .choice = choice, .nchoice = 1,
	    .label = arena_printf(req->arena, "%s lebih awal daripada %s",
	    a->field->label, words_date(req, a->before)) };
	return f;
}

int
fields_sure(const struct request *req, const struct field_asked *a)
{
	return strcmp(form_value(req, asked_name(req, a)), "ya") == 0;
}

void
fields_unsure(const struct request *req, struct fields_state *t,
    const struct field_asked *a)
{
	char label[128];

	fields_wrong(req, t, asked_name(req, a), "", "Centang bila %s memang "
	    "%s, atau ubah tanggalnya", field_label(a->field->label, label,
	    sizeof(label)), words_date(req, a->iso));
}

/* -- the form as it stands---------------------------------------------- */

const char *
fields_value(const struct fields_state *t, const char *name)
{
	for (size_t i = 0; i < t->nvalue; i++)
		if (strcmp(t->value[i].name, name) == 0)
			return t->value[i].value;
	return NULL;
}

const struct field_error *
fields_error(const struct fields_state *t, const char *name)
{
	for (size_t i = 0; i < t->nerror; i++)
		if (strcmp(t->error[i].field, name) == 0)
			return &t->error[i];
	return NULL;
}

int
fields_photos(const struct sop_row *row, const struct sop_field *f)
{
	return (field_format_takes(row, f) & FORMAT_PHOTO) != 0;
}

int
fields_multipart(const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			return 1;
	return 0;
}

const char *
fields_draft(const struct sop_row *row, const struct fields_state *t)
{
	const struct sop_field *file = NULL;
	const char *text;

	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		if (f->type == FIELD_FILE) {
			file = f;
			continue;
		}
		if (f->type != FIELD_PARAGRAPH || file == NULL)
			continue;
		text = fields_value(t, f->name);
		if (f->required || file->required ||
		    fields_error(t, file->name) != NULL ||
		    (text != NULL && text[strspn(text, " \t\n")] != '\0'))
			return NULL;
		for (size_t k = 0; k < t->nfile; k++)
			if (strcmp(t->file[k].field, file->name) == 0)
				return NULL;
		return file->name;
	}
	return NULL;
}

/* -- the fields on a page ---------------------------------------------- */

static int
is_typed(const struct fields_state *t, const char *name, const char *value)
{
	for (size_t i = 0; i < t->nvalue; i++)
		if (strcmp(t->value[i].name, name) == 0 &&
		    strcmp(t->value[i].value, value) == 0)
			return 1;
	return 0;
}

/* One item of a group or list; the first one's id is the field's name. */
static void
item(const struct request *req, struct page *page, const char *name,
    size_t n, const char *value, const char *label, int chosen)
{
	struct page *p = page_add(page, "ITEMS");

	page_set(p, "ID", n == 0 ? name :
	    arena_printf(req->arena, "%s-%zu", name, n + 1));
	page_set(p, "VALUE", value);
	page_set(p, "TEXT", label);
	if (chosen)
		page_show(p, "CHOSEN");
}

/* A box for each person of the unit who may be named. */
static void
show_unit(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	const char *chosen = fields_value(t, f->name);
	struct person *list = NULL;
	size_t n = 0;

	if (person_of_unit(req->office, t->unit, f->list != NULL ? f->list :
	    "", req->now, &list, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, list);
	for (size_t i = 0; i < n; i++) {
		const char *id = arena_printf(req->arena, "%lld",
		    (long long)list[i].id);

		item(req, page, f->name, i, id, list[i].name,
		    is_typed(t, f->name, id) || (chosen != NULL &&
		    field_form_has_line(chosen, id, strlen(id))));
	}
}

/* A date as typed in parts, or a recorded one taken apart. */
static void
show_date(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	static const char *const part[3] = { "-tahun", "-bulan", "-hari" };
	static const char *const marker[3] = { "YEAR", "MONTH", "DAY" };
	const char *whole = fields_value(t, f->name);
	int n[3] = { 0, 0, 0 };
	struct page *p = page_add(page, "IS_DATE");

	if (whole != NULL &&
	    sscanf(whole, "%4d-%2d-%2d", &n[0], &n[1], &n[2]) != 3)
		n[0] = 0;
	for (int i = 0; i < 3; i++) {
		const char *v = fields_value(t,
		    arena_printf(req->arena, "%s%s", f->name, part[i]));

		if (v != NULL)
			page_set(p, marker[i], v);
		else if (n[0] != 0)
			page_setf(p, marker[i], "%d", n[i]);
	}
}

static void
show_file(const struct request *req, struct page *page,
    const struct sop_row *row, const struct sop_field *f,
    const struct fields_state *t)
{
	struct page *p = page_add(page, "IS_FILE");
	char formats[FIELD_FORMAT_SIZE];

	page_set(p, "ACCEPT", field_format_accept(row, f, formats));
	if (f->many || fields_photos(row, f))
		page_show(p, "MANY");
	for (size_t i = 0; i < t->nfile; i++) {
		const struct act_file *file = &t->file[i];
		struct page *kept;

		if (strcmp(file->field, f->name) != 0)
			continue;
		kept = page_add(p, f->many ? "KEPT_MANY" : "KEPT");
		page_setf(kept, "ID", "%s-hapus-%zu", f->name, i + 1);
		page_set(kept, "TEXT", words_file(req, file->name, file->type,
		    file->size));
		page_text(kept, "HELD", words_quarantine(req, file->hash));
		if (req->session.person_id != 0)
			page_link(kept, "LOOK", fields_file_href(req, file),
			    "Lihat");
		page_set(kept, "KEY", fields_kept_key(req, f->name, file));
	}
}

/* Of a page's own form that comes back (request.h, stale) the files, too. */
static const struct fields_state *
with_files(const struct request *req, const struct sop_row *row,
    const struct sop_field *f, const struct fields_state *t)
{
	struct sop_field *own = arena_alloc(req->arena, sizeof(*own));
	struct fields_state *again = arena_alloc(req->arena, sizeof(*again));
	struct sop_row one = *row;

	if (!req->stale || t->nfile > 0)
		return t;
	*own = *f;
	*again = *t;
	one.field = own;
	one.nfield = 1;
	fields_again(req, &one, again);
	return again;
}

/* "Misalnya 27 3 2027": of last year where no day to come is taken, else of
 * next year. */
static const char *
example_date(const struct request *req, const struct sop_field *f)
{
	const struct sop_bound *b = f->nbound > 0 ? &f->bound[f->nbound - 1] :
	    NULL;
	int past = b != NULL && b->last != NULL &&
	    strcmp(b->last, BOUND_TODAY) == 0;
	struct format_time when;

	words_local_time(office_calendar(req->office), req->now, &when);
	return arena_printf(req->arena, "Misalnya 27 3 %d",
	    past ? when.year - 1 : when.year + 1);
}

/* The hint beside a field: the SOP's own, or the usual one of its type. */
static const char *
hint_of(const struct request *req, const struct sop_row *row,
    const struct sop_field *f)
{
	int64_t max = f->max != 0 ? f->max : req->conf->upload_max;
	char size[FORMAT_SIZE], formats[FIELD_FORMAT_SIZE];
	const char *help = f->help != NULL ? f->help : "";

	switch (f->type) {
	case FIELD_FILE:
		format_size(size, sizeof(size), max);
		return arena_printf(req->arena, "%s%s%s, paling besar %s.%s%s",
		    help, *help != '\0' ? " " : "",
		    field_format_words(row, f, formats), size,
		    f->many ? " Boleh beberapa dokumen." : "",
		    fields_photos(row, f) ? " Beberapa foto menjadi satu PDF." :
		    "");
	case FIELD_DATE:
		return *help != '\0' ? help : example_date(req, f);
	case FIELD_PHONE:
		return *help != '\0' ? help : "Misalnya 0812 3456 7890";
	case FIELD_OFFICER:
		return *help == '\0' ? "Tulis sebagian nama atau NIP." :
		    arena_printf(req->arena, "%s Tulis sebagian nama atau "
		    "NIP.", help);
	default:
		return help;
	}
}

/* The value a browser may fill in by itself (HTML autocomplete), for an
 * applicant without account; or NULL. */
static const char *
autocomplete_of(const struct request *req, const struct sop_field *f)
{
	if (req->session.person_id != 0)
		return NULL;
	if (f->type == FIELD_PHONE)
		return "tel";
	if (f->type == FIELD_EMAIL)
		return "email";
	if (strcmp(f->name, "nama") == 0)
		return "name";
	return strcmp(f->name, "lembaga") == 0 ? "organization" : NULL;
}

static struct page *
begin_field(const struct request *req, struct page *parent,
    const char *include, const struct sop_field *f,
    const struct fields_state *t)
{
	struct page *page = page_include(parent, include, "field.tpl");
	const struct field_error *e = f->type == FIELD_PEOPLE ? NULL :
	    fields_error(t, f->name);

	page_set(page, "NAME", f->name);
	page_set(page, "LABEL", f->label);
	if (!f->required)
		page_show(page, "OPTIONAL");
	page_text(page, "ERROR", e != NULL ? e->text : NULL);
	page_text(page, "AUTOCOMPLETE", autocomplete_of(req, f));
	return page;
}

static void
show_choices(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	for (size_t i = 0; i < f->nchoice; i++)
		item(req, page, f->name, i, f->choice[i].value,
		    f->choice[i].label,
		    is_typed(t, f->name, f->choice[i].value));
}

/* A number that was recorded stands there as people write it. */
static const char *
value_of(const struct request *req, const struct sop_field *f,
    const struct fields_state *t)
{
	const char *v = fields_value(t, f->name);

	if (f->type != FIELD_PHONE || v == NULL || *v != '+' ||
	    v[1 + strspn(v + 1, "0123456789")] != '\0')
		return v;
	return words_field(req, f, v);
}

/* The institutions that are known, to choose from while one is typed. */
static void
offer_institutions(const struct request *req, struct page *box)
{
	struct institution_name *known = NULL;
	struct page *list;
	size_t n = 0;

	if (institution_name_known(req->office, &known, &n) != CASE_OK ||
	    n == 0)
		return;
	arena_adopt(req->arena, known);
	list = page_add(box, "OFFER");
	for (size_t i = 0; i < n; i++)
		page_text(list, "OFFERED", known[i].name);
}

/* A field that the account gives is read, not typed: 1; 0 if none. */
static int
show_given(const struct request *req, struct page *page,
    const struct sop_field *f, const struct fields_state *t)
{
	const char *given = t->account == NULL ? NULL :
	    field_account_value(t->account, f->name);

	if (given != NULL)
		page_pair(page, "GIVEN", "LABEL", f->label, "TEXT",
		    words_field(req, f, given));
	return given != NULL;
}

struct page *
fields_show_one(const struct request *req, struct page *parent,
    const char *include, const struct sop_row *row,
    const struct sop_field *f, const struct fields_state *t)
{
	static const char *const section[FIELD__MAX] = {
		[FIELD_TEXT] = "IS_TEXT",
		[FIELD_NUMBER] = "IS_NUMBER",
		[FIELD_PHONE] = "IS_PHONE",
		[FIELD_EMAIL] = "IS_EMAIL",
		[FIELD_PARAGRAPH] = "IS_PARAGRAPH",
		[FIELD_CHOICE] = "IS_CHOICE",
	};
	struct page *page = begin_field(req, parent, include, f, t);
	struct page *box;
	int radios = f->type == FIELD_CHOICE && f->nchoice <= RADIOS_MAX;
	int checks = f->type == FIELD_CONSENT || f->type == FIELD_REFUSED ||
	    f->type == FIELD_OFFICERS;

	if (show_given(req, page, f, t))
		return page;
	page_text(page, "HINT", hint_of(req, row, f));
	if (f->type == FIELD_OFFICER) {
		fields_choose_show(req, page, f, t);
		return page;
	}
	page_set(page, "VALUE", value_of(req, f, t));
	box = page_add(page, radios || checks || f->type == FIELD_DATE ||
	    f->type == FIELD_PEOPLE ? "GROUP" : "SINGLE");
	if (f->type == FIELD_PEOPLE) {
		fields_people_show(req, box, f, t);
		return page;
	}
	if (f->type == FIELD_REFUSED) {
		fields_people_refuse(req, box, f, t);
		return page;
	}
	if (checks) {
		box = page_add(box, "IS_CHECKS");
		if (f->type == FIELD_OFFICERS)
			show_unit(req, box, f, t);
		else
			show_choices(req, box, f, t);
		return page;
	}
	if (f->type == FIELD_DATE) {
		show_date(req, box, f, t);
		for (size_t i = 0; i < t->nasked; i++)
			if (strcmp(t->asked[i].field->name, f->name) == 0)
				fields_show_one(req, parent, include, row,
				    fields_asked(req, &t->asked[i]), t);
		return page;
	}
	if (f->type == FIELD_FILE) {
		show_file(req, box, row, f, with_files(req, row, f, t));
		return page;
	}
	box = page_add(box, f->type == FIELD_CHOICE && !radios ? "IS_SELECT" :
	    section[f->type]);
	if (f->institution && req->session.person_id == 0)
		offer_institutions(req, box);
	if (f->type == FIELD_CHOICE)
		show_choices(req, box, f, t);
	else if (f->type == FIELD_PARAGRAPH)
		page_setf(page_add(box, "COUNT"), "TEXT", "%lld",
		    (long long)(f->max != 0 ? f->max : PARAGRAPH_MAX));
	return page;
}

static int
has_file(const struct fields_state *t, const char *name)
{
	for (size_t i = 0; i < t->nfile; i++)
		if (strcmp(t->file[i].field, name) == 0)
			return 1;
	return 0;
}

/* Is the field asked?  A list of one person has no box: the request itself is
 * refused. */
static int
people_asked(const struct sop_row *row, const struct sop_field *f,
    const struct fields_state *t)
{
	if (f->type != FIELD_REFUSED && f->when_field != NULL)
		f = sop_field_of(row, f->when_field);
	return f->type != FIELD_REFUSED ||
	    (t->people != NULL && strchr(t->people, '\n') != NULL);
}

void
fields_show(const struct request *req, struct page *parent,
    const char *include, const struct sop_row *row,
    const struct fields_state *t)
{
	for (size_t i = 0; i < row->nfield; i++) {
		struct sop_field f = row->field[i];

		if (!people_asked(row, &f, t))
			continue;
		/* It depends on another field of this very page, or is there
		 * already and can be replaced. */
		f.required = f.required && f.when_field == NULL &&
		    !(f.type == FIELD_FILE && f.list != NULL &&
		    has_file(t, f.name));
		fields_show_one(req, parent, include, row, &f, t);
	}
}

struct page *
fields_show_checks(const struct request *req, struct page *parent,
    const char *include, const struct sop_field *f,
    const struct fields_state *t)
{
	struct page *page = begin_field(req, parent, include, f, t);

	page_text(page, "HINT", f->help);
	show_choices(req, page_add(page_add(page, "GROUP"), "IS_CHECKS"), f,
	    t);
	return page;
}

void
fields_show_errors(struct page *parent, const struct fields_state *t)
{
	struct page *page, *p;

	if (t->nerror == 0)
		return;
	page = page_include(parent, "ERRORS", "errors.tpl");
	for (size_t i = 0; i < t->nerror; i++) {
		p = page_add(page, "ITEMS");
		if (t->error[i].row > 0)
			page_setf(p, "HREF", "#%s-%zu%s", t->error[i].field,
			    t->error[i].row, t->error[i].part);
		else
			page_setf(p, "HREF", "#%s%s", t->error[i].field,
			    t->error[i].part);
		page_set(p, "TEXT", t->error[i].text);
	}
}

/* -- a form kept as a draft -------------------------------------------- */

int
fields_is_hidden(const char *name)
{
	static const char *const names[] = { "csrf", "versi", "kunci",
		"aksi" };
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return (n > 5 && strcmp(name + n - 5, "-lama") == 0) ||
	    (n > 6 && strcmp(name + n - 6, "-hapus") == 0);
}

/* The name a draft keeps a value by.  Ticked boxes have several values of one
 * name, and a draft one: the others are kept as "alasan[2]". */
static const char *
name_of(const struct request *req, const struct act_value *value, size_t n)
{
	size_t before = 0;

	for (size_t i = 0; i < n; i++)
		before += strcmp(value[i].name, value[n].name) == 0;
	return before == 0 ? value[n].name : arena_printf(req->arena,
	    "%s[%zu]", value[n].name, before + 1);
}

void
fields_keep(const struct request *req, const struct field_input *in,
    struct draft_form *form)
{
	memset(form, 0, sizeof(*form));
	form->value = arena_alloc(req->arena,
	    (in->nvalue + 1) * sizeof(*form->value));
	for (size_t i = 0; i < in->nvalue; i++)
		if (!fields_is_hidden(in->value[i].name))
			form->value[form->nvalue++] = (struct act_value){
			    name_of(req, in->value, i), in->value[i].value };
	form->file = arena_alloc(req->arena,
	    (in->nfile + 1) * sizeof(*form->file));
	for (size_t i = 0; i < in->nfile; i++)
		form->file[i] = in->file[i];
	form->nfile = in->nfile;
}

enum case_err
fields_refused(const struct request *req, const struct sop_row *row,
    const struct field_input *in, struct fields_state *t)
{
	struct field_form *form;
	enum case_err err = fields_check(req, row, in, t, &form);

	t->nerror = 0;
	for (size_t i = 0; err == CASE_OK && i < form->nerror; i++)
		for (size_t k = 0; k < in->nrefused; k++)
			if (strcmp(in->refused[k].name,
			    form->error[i].field) == 0)
				fields_add_error(req, t, &form->error[i]);
	for (size_t i = 0; err == CASE_OK && i < in->nasked; i++)
		fields_add_error(req, t, &in->asked[i]);
	return err;
}

enum case_err
fields_kept(const struct request *req, int64_t draft_id, struct fields_state *t)
{
	struct draft_form form;
	enum case_err err = draft_read(req->office, draft_id, req->arena,
	    &form);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < form.nvalue; i++)
		form.value[i].name = arena_strndup(req->arena,
		    form.value[i].name, strcspn(form.value[i].name, "["));
	t->value = form.value;
	t->nvalue = form.nvalue;
	t->file = form.file;
	t->nfile = form.nfile;
	return CASE_OK;
}
