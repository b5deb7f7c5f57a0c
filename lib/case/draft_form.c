/*
 * draft_form.c - what a draft holds.
 */
#include <stdlib.h>
#include <string.h>

#include "case/draft.h"
#include "office/row.h"
#include "store/db.h"

enum stmt {
	STMT_VALUES,
	STMT_FILES,
	STMT_TOUCH,
	STMT_SET_VALUE,
	STMT_SET_FILE,
	STMT_DROP_VALUES,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_VALUES] =
		"SELECT name, value FROM draft_values WHERE draft_id = $1"
		" ORDER BY name",
	[STMT_FILES] =
		"SELECT field, name, sha256, type, size FROM draft_files"
		" WHERE draft_id = $1 ORDER BY field",
	[STMT_TOUCH] =
		"UPDATE drafts SET expires_at = $2"
		" WHERE id = $1 AND case_id IS NULL",
	[STMT_SET_VALUE] =
		"INSERT INTO draft_values (draft_id, name, value)"
		" VALUES ($1, $2, $3) ON CONFLICT (draft_id, name)"
		" DO UPDATE SET value = excluded.value",
	[STMT_SET_FILE] = (
		"INSERT INTO draft_files (draft_id, field, name, type, size,"
		" sha256) VALUES ($1, $2, $3, $4, $5, $6)"
		" ON CONFLICT (draft_id, field) DO UPDATE"
		" SET name = excluded.name, type = excluded.type,"
		" size = excluded.size, sha256 = excluded.sha256"),
	[STMT_DROP_VALUES] = "DELETE FROM draft_values WHERE draft_id = $1",
};

struct value_row {
	char	*name, *value;
};

struct file_row {
	char	*field, *name, *hash, *type;
	int64_t	 size;
};

static void
read_value(struct db_stmt *st, void *row)
{
	struct value_row *v = row;

	v->name = strdup(db_text(st, 0));
	v->value = strdup(db_text(st, 1));
}

static void
read_file(struct db_stmt *st, void *row)
{
	struct file_row *f = row;

	f->field = strdup(db_text(st, 0));
	f->name = strdup(db_text(st, 1));
	f->hash = strdup(db_text(st, 2));
	f->type = strdup(db_text(st, 3));
	f->size = db_int(st, 4);
}

/* Move a string into the block; the way of all of them. */
static const char *
move(char **next, char *s)
{
	char *to = *next;

	if (s == NULL)
		return "";
	*next = stpcpy(to, s) + 1;
	free(s);
	return to;
}

static size_t
room(const char *s)
{
	return s != NULL ? strlen(s) + 1 : 1;
}

/* One block out of the rows, which are used up. */
static struct draft_form *
join(struct value_row *v, size_t nv, struct file_row *f, size_t nf)
{
	size_t i, len = 0;
	struct draft_form *form;
	char *next;

	for (i = 0; i < nv; i++)
		len += room(v[i].name) + room(v[i].value);
	for (i = 0; i < nf; i++)
		len += room(f[i].field) + room(f[i].name) + room(f[i].hash) +
		    room(f[i].type);
	form = calloc(1, sizeof(*form) + nv * sizeof(*form->value) +
	    nf * sizeof(*form->file) + len);
	if (form == NULL)
		return NULL;
	form->value = (struct act_value *)(form + 1);
	form->file = (struct act_file *)(form->value + nv);
	form->nvalue = nv;
	form->nfile = nf;
	next = (char *)(form->file + nf);
	for (i = 0; i < nv; i++) {
		form->value[i].name = move(&next, v[i].name);
		form->value[i].value = move(&next, v[i].value);
	}
	for (i = 0; i < nf; i++) {
		form->file[i].field = move(&next, f[i].field);
		form->file[i].name = move(&next, f[i].name);
		form->file[i].hash = move(&next, f[i].hash);
		form->file[i].type = move(&next, f[i].type);
		form->file[i].size = f[i].size;
	}
	return form;
}

/* What was not moved into a block. */
static void
forget_rows(struct value_row *v, size_t nv, struct file_row *f, size_t nf)
{
	size_t i;

	for (i = 0; i < nv; i++) {
		free(v[i].name);
		free(v[i].value);
	}
	for (i = 0; i < nf; i++) {
		free(f[i].field);
		free(f[i].name);
		free(f[i].hash);
		free(f[i].type);
	}
}

enum case_err
draft_read(struct office *o, int64_t id, struct draft_form **form)
{
	static const struct row_kind values = { sizeof(struct value_row),
		read_value, "" }, files = { sizeof(struct file_row),
		read_file, "" };
	struct value_row *v = NULL;
	struct file_row *f = NULL;
	size_t nv = 0, nf = 0;
	struct draft_form *made = NULL;
	enum case_err err;

	err = row_all(o, db_query(office_db(o), sql[STMT_VALUES], "i", id),
	    &values, &v, &nv);
	if (err == CASE_OK)
		err = row_all(o, db_query(office_db(o), sql[STMT_FILES], "i",
		    id), &files, &f, &nf);
	if (err == CASE_OK && (made = join(v, nv, f, nf)) == NULL)
		err = office_fail(o, CASE_DB, "", "Memori habis");
	if (err == CASE_OK)
		*form = made;
	else
		forget_rows(v, nv, f, nf);
	free(v);
	free(f);
	return err;
}

struct saving {
	struct office			*o;
	const struct draft		*d;
	const struct draft_form		*form;
	int64_t				 now;
};

static int
save(struct db *db, void *arg)
{
	const struct saving *s = arg;
	const struct draft_form *form = s->form;
	int64_t id = s->d->id;

	if (db_run(db, sql[STMT_TOUCH], "ii", id, s->now + DRAFT_LIFE) == 0)
		return office_fail(s->o, CASE_STATE, "",
		    "Permohonan ini sudah terkirim.");
	db_run(db, sql[STMT_DROP_VALUES], "i", id);
	for (size_t i = 0; i < form->nvalue; i++)
		if (form->value[i].value[0] != '\0')
			db_run(db, sql[STMT_SET_VALUE], "itt", id,
			    form->value[i].name, form->value[i].value);
	for (size_t i = 0; i < form->nfile; i++) {
		const struct act_file *f = &form->file[i];

		db_run(db, sql[STMT_SET_FILE], "itttit", id, f->field, f->name,
		    f->type, f->size, f->hash);
	}
	return 0;
}

enum case_err
draft_save(struct office *o, const struct draft *d,
    const struct draft_form *form, int64_t now)
{
	struct saving s = { o, d, form, now };

	return office_err_tx(o, db_tx(office_db(o), save, &s));
}
