/*
 * act_form.c - the form of a row, checked once more by the library; its values
 * that belong to the case itself.
 */
#include "case/act_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/field_account.h"
#include "case/field_form.h"
#include "case/participant.h"
#include "office/row.h"
#include "people/person.h"

enum stmt { STMT_HANDED_IN, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_HANDED_IN] =
		"SELECT 1 FROM documents d JOIN tasks t ON t.id = d.task_id"
		" WHERE d.case_id = $1 AND t.pos = $2 AND d.field = $3"
		" LIMIT 1",
};

/* Must the field be filled in?  A file left out the second time is the one
 * that was handed in before. */
static int
is_needed(struct act_work *w, const struct sop_row *row,
    const struct sop_field *f, int required)
{
	if (!required || !f->required)
		return 0;
	return f->type != FIELD_FILE || row_int(db_query(w->db,
	    sql[STMT_HANDED_IN], "iit", w->c.id, (int64_t)row->pos,
	    f->name)) == 0;
}

/* The list of persons a row decides on, as it stands; or NULL. */
static char *
earlier_list(struct act_work *w, const struct sop_row *row)
{
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_REFUSED)
			return case_value(w->o, w->c.id, row->field[i].list);
	return NULL;
}

/* The values of the act; in an institution's request, with those its account
 * gives (case/field_account.h) in their place.  The caller frees it; NULL when
 * it cannot be had. */
static struct act_value *
own_values(struct act_work *w, const struct sop_row *row,
    struct field_account *account, size_t *n)
{
	const struct act *a = w->a;
	struct act_value *all = calloc(a->nvalue + FIELD_ACCOUNT_MAX,
	    sizeof(*all));

	if (all == NULL || field_account(w->o, row, row->pos == 1 ?
	    w->c.institution_id : 0, account) != CASE_OK) {
		free(all);
		w->broken = "no account";
		return NULL;
	}
	*n = field_account_put(account, a->value, a->nvalue, all);
	return all;
}

/* Check against the row, with as much of it required as is needed. */
static int
check(struct act_work *w, const struct sop_row *row, int required)
{
	const struct act *a = w->a;
	struct field_input in = { .file = a->file, .nfile = a->nfile,
	    .now = a->now, .received = w->c.opened_at };
	struct field_account account;
	struct act_value *value = own_values(w, row, &account, &in.nvalue);
	struct sop_field *field = calloc(row->nfield + 1, sizeof(*field));
	struct sop_row needed = *row;
	enum case_err err;
	char *people;
	size_t i;

	if (value == NULL || field == NULL) {
		w->broken = w->broken != NULL ? w->broken : "out of memory";
		free(value);
		free(field);
		return CASE_DB;
	}
	in.value = value;
	for (i = 0; i < row->nfield; i++) {
		field[i] = row->field[i];
		field[i].required = is_needed(w, row, &row->field[i],
		    required);
	}
	needed.field = field;
	in.people = people = earlier_list(w, row);
	err = field_form_check(w->o, &needed, &in, &w->form);
	free(people);
	free(field);
	free(value);
	if (err == CASE_INVALID)
		office_fail(w->o, err, w->form->error[0].field, "%s",
		    w->form->error[0].text);
	return err;
}

/* Does a row leave it to this field who performs it? */
static int
designates(const struct act_work *w, const char *field)
{
	const char *d;
	int i;

	for (i = 1; i <= w->sop->nrows; i++) {
		d = sop_row_at(w->sop, i)->designate;
		if (d != NULL && strcmp(d, field) == 0)
			return 1;
	}
	return 0;
}

/* A value may name the subject, the applicant, a channel, or the officer: the
 * case has it, too. */
static void
take_value(struct act_work *w, const struct sop_field *f, const char *value)
{
	if (w->sop->subject_field != NULL &&
	    strcmp(f->name, w->sop->subject_field) == 0)
		utf8_copy(w->c.subject, sizeof(w->c.subject), value);
	if (strcmp(f->name, "nama") == 0)
		utf8_copy(w->c.applicant, sizeof(w->c.applicant), value);
	if (f->institution)
		utf8_copy(w->c.institution, sizeof(w->c.institution), value);
	if (f->type == FIELD_PHONE)
		utf8_copy(w->c.phone, sizeof(w->c.phone), value);
	else if (f->type == FIELD_EMAIL)
		utf8_copy(w->c.email, sizeof(w->c.email), value);
	else if (f->type == FIELD_OFFICER && designates(w, f->name))
		w->c.officer_id = strtoll(value, NULL, 10);
}

/* The applicant, or the first of the persons and how many more: a list of
 * cases from one university must tell them apart. */
static void
find_name(const struct act_work *w, const struct sop_row *row, char *name,
    size_t size)
{
	const struct act_value *v = w->form->value;
	const char *end;
	size_t i, len;

	name[0] = '\0';
	for (i = 0; i < w->form->nvalue; i++) {
		if (strcmp(v[i].name, "nama") == 0) {
			utf8_copy(name, size, v[i].value);
			return;
		}
		if (sop_field_of(row, v[i].name)->type != FIELD_PEOPLE)
			continue;
		len = strcspn(v[i].value, ";\n");
		end = strchr(v[i].value, '\n');
		snprintf(name, size, "%.*s%s", (int)(len < 80 ? len : 80),
		    v[i].value, end != NULL && end[1] != '\0' ? " dkk." : "");
	}
}

/* The subject before a name was added to it: as typed now, or as it was
 * when its row was last done; free() it.  NULL when neither is known. */
static char *
bare_subject(struct act_work *w)
{
	const char *field = w->sop->subject_field;
	size_t i;

	for (i = 0; field != NULL && i < w->form->nvalue; i++)
		if (strcmp(w->form->value[i].name, field) == 0)
			return strdup(w->form->value[i].value);
	return field != NULL ? case_value(w->o, w->c.id, field) : NULL;
}

/* "Universitas Sriwijaya, Siti Rahmawati dkk."; the name may come with a
 * later row than the rest, and both may have a comma in them. */
static void
name_subject(struct act_work *w, const struct sop_row *row)
{
	char name[100], subject[512], *bare;

	find_name(w, row, name, sizeof(name));
	if (name[0] == '\0' || w->c.subject[0] == '\0')
		return;
	bare = bare_subject(w);
	snprintf(subject, sizeof(subject), "%s, %s",
	    bare != NULL ? bare : w->c.subject, name);
	free(bare);
	utf8_copy(w->c.subject, sizeof(w->c.subject), subject);
}

/* Everything typed goes into the payload; CASE_INVALID for what is no text. */
static int
keep(struct act_work *w, const struct sop_row *row)
{
	const struct field_form *form = w->form;
	json_t *fields = json_object(), *files = json_array();
	const struct act_file *f;
	size_t i;
	int err = CASE_OK;

	for (i = 0; i < form->nvalue && err == CASE_OK; i++) {
		if (json_object_set_new(fields, form->value[i].name,
		    json_string(form->value[i].value)) != 0)
			err = office_fail(w->o, CASE_INVALID,
			    form->value[i].name, "Tulis dengan huruf, angka, "
			    "dan tanda baca biasa.");
		else
			take_value(w, sop_field_of(row, form->value[i].name),
			    form->value[i].value);
	}
	for (i = 0; i < form->nfile && err == CASE_OK; i++) {
		f = &form->file[i];
		if (json_array_append_new(files, json_pack("{sssssssssI}",
		    "field", f->field, "name", f->name, "type", f->type,
		    "sha256", f->hash, "size", (json_int_t)f->size)) != 0)
			err = office_fail(w->o, CASE_INVALID, f->field,
			    "Ganti nama dokumen ini, lalu unggah lagi.");
	}
	if (form->nvalue > 0)
		json_object_set(w->payload, "fields", fields);
	if (form->nfile > 0)
		json_object_set(w->payload, "files", files);
	json_decref(fields);
	json_decref(files);
	return err;
}

/* Are all of a list of officers people of the case's unit? */
static int
check_unit(struct act_work *w, const struct sop_field *f, const char *ids)
{
	struct person *list;
	size_t n, i;
	char *end;
	int64_t id;
	int err = person_of_unit(w->o, w->c.unit_id, f->list ? f->list : "",
	    w->a->now, &list, &n);

	while (err == CASE_OK && *ids != '\0') {
		id = strtoll(ids, &end, 10);
		for (i = 0; i < n && list[i].id != id; i++)
			;
		if (i == n)
			err = office_fail(w->o, CASE_INVALID, f->name,
			    "Pilih pegawai dari daftar unit ini");
		ids = end + (*end == '\n');
		if (end == ids)
			break;
	}
	free(list);
	return err;
}

static int
check_units(struct act_work *w, const struct sop_row *row)
{
	const struct act_value *v = w->form->value;
	const struct sop_field *f;
	int err = CASE_OK;

	for (size_t i = 0; i < w->form->nvalue && err == CASE_OK; i++) {
		f = sop_field_of(row, v[i].name);
		if (f->type == FIELD_OFFICERS)
			err = check_unit(w, f, v[i].value);
	}
	return err;
}

int
act_form(struct act_work *w, const struct sop_row *row, int required)
{
	int err;

	if ((err = check(w, row, required)) == CASE_OK &&
	    (err = check_units(w, row)) == CASE_OK &&
	    (err = keep(w, row)) == CASE_OK) {
		name_subject(w, row);
		w->form_task = w->t->id;
	}
	return err;
}
