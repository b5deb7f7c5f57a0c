/*
 * field_form.c - a whole form of an SOP row against what was sent.
 */
#include "case/field_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "case/act.h"
#include "case/field.h"
#include "case/field_date.h"
#include "case/field_format.h"
#include "case/roster.h"
#include "office/office.h"

#define MEGA (1024 * 1024)

/* While a form is checked: where the next string goes. */
struct field_check_work {
	struct office			*office;
	const struct sop_row		*row;
	const struct field_input	*in;
	struct field_form		*form;
	size_t				 room;	/* for errors in all */
	struct field_days		 days;
	char				*next;
};

static const char *
sent_value(const struct field_input *in, const char *name, const char *part)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < in->nvalue; i++)
		if (strncmp(in->value[i].name, name, n) == 0 &&
		    strcmp(in->value[i].name + n, part) == 0)
			return in->value[i].value;
	return NULL;
}

static void
keep(struct field_check_work *w, const char *name, const char *value)
{
	struct act_value *v = &w->form->value[w->form->nvalue++];

	v->name = name;
	v->value = value;
	w->next += strlen(value) + 1;
}

/* The parts of a date as one text; an empty optional date is "". */
static enum case_err
join_date(struct field_check_work *w, const struct sop_field *f,
    struct field_error *e)
{
	const char *d = sent_value(w->in, f->name, "-hari");
	const char *m = sent_value(w->in, f->name, "-bulan");
	const char *y = sent_value(w->in, f->name, "-tahun");

	d = d != NULL ? d : "";
	m = m != NULL ? m : "";
	y = y != NULL ? y : "";
	if (!f->required && *d == '\0' && *m == '\0' && *y == '\0') {
		*w->next = '\0';
		return CASE_OK;
	}
	return field_date(f, d, m, y, w->next, e);
}

static enum case_err
check_value(struct field_check_work *w, const struct sop_field *f)
{
	struct field_error *e = &w->form->error[w->form->nerror];
	const char *value = sent_value(w->in, f->name, "");
	enum case_err err;

	e->field = f->name;
	e->part = "";
	if (f->type == FIELD_DATE && value == NULL)
		err = join_date(w, f, e);
	else if (value == NULL)
		err = field_value(w->office, f, "", w->next, field_room(""),
		    e);
	else
		err = field_value(w->office, f, value, w->next,
		    field_room(value), e);
	if (err == CASE_INVALID)
		w->form->nerror++;
	else if (err == CASE_OK && *w->next != '\0')
		keep(w, f->name, w->next);
	return err == CASE_INVALID ? CASE_OK : err;
}

/* -- a list of persons -------------------------------------------------- */

static int
has_row_error(const struct field_form *form, const struct field_error *e)
{
	for (size_t i = 0; i < form->nerror; i++)
		if (strcmp(form->error[i].field, e->field) == 0 &&
		    form->error[i].row == e->row)
			return 1;
	return 0;
}

/* Questions about rows of the field in which nothing else is wrong. */
static void
add_asked(struct field_check_work *w, const struct sop_field *f)
{
	for (size_t i = 0; i < w->in->nasked; i++)
		if (strcmp(w->in->asked[i].field, f->name) == 0 &&
		    !has_row_error(w->form, &w->in->asked[i]))
			w->form->error[w->form->nerror++] = w->in->asked[i];
}

static enum case_err
check_people(struct field_check_work *w, const struct sop_field *f)
{
	const char *typed = sent_value(w->in, f->name, "");
	struct roster_errors found = {
		.error = &w->form->error[w->form->nerror],
		.max = w->room - w->form->nerror - w->in->nasked };
	enum case_err err = roster_check(f, typed != NULL ? typed : "",
	    w->next, &found);

	if (err == CASE_DB)
		return office_fail(w->office, CASE_DB, "", "Memori habis");
	w->form->nerror += found.n;
	add_asked(w, f);
	if (err == CASE_OK && *w->next != '\0')
		keep(w, f->name, w->next);
	return CASE_OK;
}

int
field_form_asked(const struct sop_field *f, const struct act_value *value,
    size_t nvalue)
{
	if (f->when_field == NULL)
		return 1;
	for (size_t i = 0; i < nvalue; i++)
		if (strcmp(value[i].name, f->when_field) == 0)
			return f->when_value == NULL ?
			    value[i].value[0] != '\0' :
			    strcmp(value[i].value, f->when_value) == 0;
	return 0;
}

/* -- who of a list is refused ------------------------------------------- */

/* The next line of a text: its length, *text moved behind it; 0 at the end. */
static size_t
next_line(const char **text, const char **line)
{
	size_t n;

	*text += strspn(*text, "\n");
	*line = *text;
	n = strcspn(*text, "\n");
	*text += n;
	return n;
}

int
field_form_has_line(const char *lines, const char *line, size_t len)
{
	const char *one;
	size_t n;

	while ((n = next_line(&lines, &one)) > 0)
		if (n == len && memcmp(one, line, len) == 0)
			return 1;
	return 0;
}

/* The line of a list that was sent, of *len bytes; a form has lost what nobody
 * sees of it.  NULL when the list has none like it. */
static const char *
line_sent(const char *list, const char *sent, size_t n, size_t *len)
{
	const char *line;
	int same;

	while ((*len = next_line(&list, &line)) > 0) {
		char *copy = strndup(line, *len);
		char *clean = copy != NULL ? unicode_clean(copy) : NULL;

		same = (*len == n && memcmp(line, sent, n) == 0) ||
		    (clean != NULL && strlen(clean) == n &&
		    memcmp(clean, sent, n) == 0);
		free(copy);
		free(clean);
		if (same)
			return line;
	}
	return NULL;
}

static int
count_lines(const char *text)
{
	const char *line;
	int n = 0;

	while (next_line(&text, &line) > 0)
		n++;
	return n;
}

/* Persons of the list, some but not all: who refuses everybody refuses the
 * request. */
static void
check_refused(struct field_check_work *w, const struct sop_field *f)
{
	const char *people = w->in->people != NULL ? w->in->people : "";
	const char *text = sent_value(w->in, f->name, ""), *line, *sent;
	struct field_error *e = &w->form->error[w->form->nerror];
	size_t n, typed;

	e->field = f->name;
	e->part = "";
	w->next[0] = '\0';
	for (const char *s = text != NULL ? text : "";
	    (typed = next_line(&s, &sent)) > 0; ) {
		if ((line = line_sent(people, sent, typed, &n)) == NULL) {
			snprintf(e->text, sizeof(e->text), "Pilih orang dari "
			    "daftar. Daftar ini sudah berubah");
			w->form->nerror++;
			return;
		}
		if (!field_form_has_line(w->next, line, n))
			sprintf(w->next + strlen(w->next), "%s%.*s",
			    w->next[0] != '\0' ? "\n" : "", (int)n, line);
	}
	if (w->next[0] == '\0')
		return;
	if (count_lines(w->next) == count_lines(people)) {
		snprintf(e->text, sizeof(e->text), "Semua orang ditandai. "
		    "Pilih keputusan Tolak bila semuanya ditolak");
		w->form->nerror++;
		return;
	}
	keep(w, f->name, w->next);
}

/* -- files ------------------------------------------------------------- */

static const char *
refused_file(const struct field_input *in, const char *name)
{
	for (size_t i = 0; i < in->nrefused; i++)
		if (strcmp(in->refused[i].name, name) == 0)
			return in->refused[i].value;
	return NULL;
}

/* The fault of one file of a field; "" when it is good. */
static void
judge_file(const struct field_check_work *w, const struct sop_field *f,
    const char *label, const struct act_file *file, char *text, size_t size)
{
	int64_t max = f->max != 0 ? f->max : w->in->file_max;
	char formats[FIELD_FORMAT_SIZE];
	int len = f->many ? snprintf(text, size, "%s: ", file->name) : 0;

	if (len < 0 || (size_t)len >= size)
		len = 0;
	if (file->size == 0)
		snprintf(text + len, size - (size_t)len,
		    "Dokumen ini kosong");
	else if (max != 0 && file->size > max)
		snprintf(text + len, size - (size_t)len,
		    "Ukuran dokumen paling besar %lld %s",
		    (long long)(max >= MEGA ?
		    max / MEGA : (max + 1023) / 1024),
		    max >= MEGA ? "MB" : "kB");
	else if (!field_format_takes_type(w->row, f, file->type))
		snprintf(text + len, size - (size_t)len,
		    "Pilih %s dalam format %s", label,
		    field_format_words(w->row, f, formats));
	else
		text[0] = '\0';
}

/* The fault of a field itself: a file refused on its way in, one too
 * few, one too many. */
static void
judge_files(const struct field_check_work *w, const struct sop_field *f,
    const char *label, size_t n, char *text, size_t size)
{
	const char *refused = refused_file(w->in, f->name);
	char formats[FIELD_FORMAT_SIZE];

	if (refused != NULL && refused[0] != '\0')
		snprintf(text, size, "%s", refused);
	else if (refused != NULL)
		snprintf(text, size, "Pilih %s dalam format %s", label,
		    field_format_words(w->row, f, formats));
	else if (n == 0 && f->required)
		snprintf(text, size, "Pilih %s%s",
		    strncmp(label, "dokumen", 7) == 0 ? "" : "dokumen ", label);
	else if (n > (f->many ? SOP_FILES_MAX : 1))
		snprintf(text, size, "Pilih paling banyak %d dokumen",
		    f->many ? SOP_FILES_MAX : 1);
}

/* The files of a field.  The good ones of several are kept beside a bad one,
 * which is named. */
static void
check_files(struct field_check_work *w, const struct sop_field *f)
{
	struct field_error *e = &w->form->error[w->form->nerror];
	char label[128], text[FIELD_ERROR_SIZE];
	size_t before = w->form->nfile, n = 0;

	e->field = f->name;
	e->part = "";
	e->text[0] = '\0';
	field_label(f->label, label, sizeof(label));
	for (size_t i = 0; i < w->in->nfile; i++) {
		const struct act_file *file = &w->in->file[i];

		if (strcmp(file->field, f->name) != 0)
			continue;
		n++;
		judge_file(w, f, label, file, text, sizeof(text));
		if (text[0] == '\0') {
			w->form->file[w->form->nfile] = *file;
			w->form->file[w->form->nfile++].field = f->name;
		} else if (e->text[0] == '\0') {
			memcpy(e->text, text, sizeof(text));
		}
	}
	if (e->text[0] == '\0')
		judge_files(w, f, label, n, e->text, sizeof(e->text));
	if (e->text[0] == '\0')
		return;
	w->form->nerror++;
	if (!f->many)
		w->form->nfile = before;
}

/* -- the form ---------------------------------------------------------- */

static const char *
checked(const struct field_form *form, const char *name, size_t len,
    const char *ending)
{
	for (size_t i = 0; i < form->nvalue; i++) {
		const char *n = form->value[i].name;

		if (strncmp(n, name, len) == 0 && strcmp(n + len, ending) == 0)
			return form->value[i].value;
	}
	return NULL;
}

/* X_selesai may not lie before X_mulai; both are ISO dates by now. */
static void
check_period(struct field_check_work *w, const struct sop_field *f)
{
	static const char ending[] = "_selesai";
	size_t len = strlen(f->name), tail = sizeof(ending) - 1;
	struct field_error *e;
	const char *begin, *end;
	char label[128];

	if (f->type != FIELD_DATE || len <= tail ||
	    strcmp(f->name + len - tail, ending) != 0)
		return;
	begin = checked(w->form, f->name, len - tail, "_mulai");
	end = checked(w->form, f->name, len - tail, ending);
	if (begin == NULL || end == NULL || strcmp(end, begin) >= 0)
		return;
	for (size_t i = 0; i < w->row->nfield; i++) {
		const struct sop_field *g = &w->row->field[i];

		if (strncmp(g->name, f->name, len - tail) != 0 ||
		    strcmp(g->name + len - tail, "_mulai") != 0)
			continue;
		e = &w->form->error[w->form->nerror++];
		e->field = f->name;
		e->part = "-hari";
		snprintf(e->text, sizeof(e->text), "%s harus setelah %s",
		    f->label, field_label(g->label, label, sizeof(label)));
	}
}

/* How many errors there may be: one a field, several a row of a list. */
static size_t
error_room(const struct sop_row *row, const struct field_input *in)
{
	size_t n = row->nfield + 1 + in->nasked;
	const char *list;

	for (size_t i = 0; i < row->nfield; i++) {
		list = row->field[i].type != FIELD_PEOPLE ? NULL :
		    sent_value(in, row->field[i].name, "");
		if (list != NULL)
			n += (roster_lines(list) + 1) * (ROSTER_PARTS + 1);
	}
	return n;
}

/* A checked date may lie outside its bounds, or be one to ask about. */
static void
check_bounds(struct field_check_work *w, const struct sop_field *f)
{
	struct field_form *form = w->form;
	struct field_error *e = &form->error[form->nerror];
	struct field_asked *a = &form->asked[form->nasked];
	const char *iso = f->nbound == 0 ? NULL :
	    checked(form, f->name, strlen(f->name), "");

	/* A period that is wrong is said already. */
	if (iso == NULL ||
	    (form->nerror > 0 && strcmp(e[-1].field, f->name) == 0))
		return;
	field_date_days(w->office, w->in->received != 0 ? w->in->received :
	    w->in->now, w->in->now, &w->days);
	e->field = f->name;
	if (field_date_check(f, w->row, iso, form->value, form->nvalue,
	    &w->days, e) != CASE_OK) {
		form->nerror++;
	} else if (field_date_asks(f, iso, form->value, form->nvalue,
	    &w->days, a->before)) {
		a->field = f;
		a->iso = iso;
		form->nasked++;
	}
}

/* One block: the form, its arrays, and room for every string. */
static struct field_form *
form_new(const struct sop_row *row, const struct field_input *in,
    size_t errors, char **strings)
{
	size_t n = row->nfield + 1, room = n * field_room("");
	struct field_form *form;

	for (size_t i = 0; i < in->nvalue; i++)
		room += field_room(in->value[i].value);
	/* Persons refused are kept as their list has them. */
	for (size_t i = 0; i < row->nfield && in->people != NULL; i++)
		if (row->field[i].type == FIELD_REFUSED)
			room += strlen(in->people) + 1;
	form = calloc(1, sizeof(*form) + n * (sizeof(*form->value) +
	    sizeof(*form->asked)) + (in->nfile + 1) * sizeof(*form->file) +
	    errors * sizeof(*form->error) + room);
	if (form == NULL)
		return NULL;
	form->value = (struct act_value *)(form + 1);
	form->file = (struct act_file *)(form->value + n);
	form->error = (struct field_error *)(form->file + in->nfile + 1);
	form->asked = (struct field_asked *)(form->error + errors);
	*strings = (char *)(form->asked + n);
	return form;
}

enum case_err
field_form_check(struct office *office, const struct sop_row *row,
    const struct field_input *in, struct field_form **form)
{
	struct field_check_work w = { .office = office, .row = row, .in = in };
	enum case_err err = CASE_OK;

	w.room = error_room(row, in);
	w.form = form_new(row, in, w.room, &w.next);
	if (w.form == NULL)
		return office_fail(office, CASE_DB, "", "Memori habis");
	for (size_t i = 0; i < row->nfield && err == CASE_OK; i++) {
		if (!field_form_asked(&row->field[i], w.form->value,
		    w.form->nvalue))
			continue;
		if (row->field[i].type == FIELD_FILE)
			check_files(&w, &row->field[i]);
		else if (row->field[i].type == FIELD_REFUSED)
			check_refused(&w, &row->field[i]);
		else if (row->field[i].type == FIELD_PEOPLE)
			err = check_people(&w, &row->field[i]);
		else
			err = check_value(&w, &row->field[i]);
		if (err == CASE_OK) {
			check_period(&w, &row->field[i]);
			check_bounds(&w, &row->field[i]);
		}
	}
	if (err != CASE_OK) {
		free(w.form);
		return err;
	}
	*form = w.form;
	return w.form->nerror > 0 ? CASE_INVALID : CASE_OK;
}
