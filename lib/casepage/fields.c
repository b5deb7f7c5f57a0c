/*
 * fields.c - the form of an SOP row as it was sent, and as it stands.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/fields.h"

#include "base/arena.h"
#include "base/conf.h"
#include "case/act.h"
#include "case/field_file.h"
#include "case/field_form.h"
#include "office/office.h"
#include "store/files.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define MAC_SIZE	65

/* -- files accepted before --------------------------------------------- */

/* What is signed: the form and field the file belongs to, and all that is told
 * of it.  A path holds no line's end. */
static const char *
kept_text(const struct request *req, const char *field, const char *rest)
{
	const char *part = request_segment(req, 1);

	return arena_printf(req->arena, "%s/%s\n%s\n%s", req->route->path,
	    part != NULL ? part : "", field, rest);
}

const char *
fields_kept_key(const struct request *req, const char *field,
    const struct act_file *f)
{
	const char *rest = arena_printf(req->arena, "%s %lld %s %s", f->hash,
	    (long long)f->size, f->type, f->name);

	return arena_printf(req->arena, "%s %s", session_sign(req, "berkas",
	    kept_text(req, field, rest)), rest);
}

/* And back: 0, or -1 when it is not one of ours. */
static int
kept_file(const struct request *req, const char *field, const char *key,
    struct act_file *f)
{
	char mac[MAC_SIZE];
	char *part[3], *rest;

	if (strlen(key) < MAC_SIZE || key[MAC_SIZE - 1] != ' ')
		return -1;
	memcpy(mac, key, MAC_SIZE - 1);
	mac[MAC_SIZE - 1] = '\0';
	if (!session_signed(req, "berkas",
	    kept_text(req, field, key + MAC_SIZE), mac))
		return -1;
	rest = arena_strdup(req->arena, key + MAC_SIZE);
	for (int i = 0; i < 3; i++)
		if ((part[i] = strsep(&rest, " ")) == NULL || rest == NULL)
			return -1;
	f->field = field;
	f->hash = part[0];
	f->size = strtoll(part[1], NULL, 10);
	f->type = part[2];
	f->name = rest;		/* may hold spaces */
	/* A form left lying for days has lost its files. */
	return files_touch(office_files(req->office), f->hash);
}

/* -- what was sent ----------------------------------------------------- */

static void
take_file(const struct request *req, const struct sop_row *row,
    const struct sop_field *f, struct field_input *in,
    struct act_file *file, struct act_value *refused)
{
	const char *field = f->name;
	const struct upload *u = request_upload(req, field);
	const char *key = form_get(req,
	    arena_printf(req->arena, "%s-lama", field));

	if (u != NULL && u->photos > 0 && !fields_photos(row, f)) {
		refused[in->nrefused++] = (struct act_value){ field, "" };
	} else if (u != NULL && u->hash != NULL) {
		file[in->nfile++] = (struct act_file){ field, u->name,
		    u->hash, u->type, u->size };
	} else if (u != NULL && u->error != NULL) {
		refused[in->nrefused++] = (struct act_value){ field,
		    u->unknown ? "" : u->error };
	} else if (key != NULL &&
	    kept_file(req, field, key, &file[in->nfile]) == 0) {
		in->nfile++;
	}
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
			first->value = arena_printf(req->arena, "%s\n%s",
			    first->value, value[i].value);
	}
}

void
fields_input(const struct request *req, const struct sop_row *row,
    struct field_input *in)
{
	struct act_value *value, *refused;
	struct act_file *file;

	memset(in, 0, sizeof(*in));
	value = arena_alloc(req->arena, (req->nform + 1) * sizeof(*value));
	refused = arena_alloc(req->arena,
	    (row->nfield + 1) * sizeof(*refused));
	file = arena_alloc(req->arena, (row->nfield + 1) * sizeof(*file));
	for (size_t i = 0; i < req->nform; i++) {
		value[i].name = req->form[i].name;
		value[i].value = req->form[i].value;
	}
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_REFUSED)
			join(req, row->field[i].name, value, req->nform);
	for (size_t i = 0; i < row->nfield; i++)
		if (row->field[i].type == FIELD_FILE)
			take_file(req, row, &row->field[i], in, file,
			    refused);
	in->value = value;
	in->nvalue = req->nform;
	in->file = file;
	in->refused = refused;
	in->file_max = req->conf->upload_max;
}

/* -- what stands in it ------------------------------------------------- */

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
	return (field_file_takes(row, f) & FORMAT_PHOTO) != 0;
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
