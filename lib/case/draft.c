/*
 * draft.c - requests, and steps, that are still being written.
 */
#include "case/draft.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/row.h"
#include "store/db.h"
#include "store/id.h"

enum stmt {
	STMT_NEW,
	STMT_FIND,
	STMT_OF_TASK,
	STMT_LIST,
	STMT_SENT,
	STMT_DROP_VALUES,
	STMT_DROP_FILES,
	STMT_OLD_VALUES,
	STMT_OLD_FILES,
	STMT_OLD,
	STMT_DONE_VALUES,
	STMT_DONE_FILES,
	STMT_DONE,
	STMT_VALUES,
	STMT_FILES,
	STMT_TOUCH,
	STMT_SET_VALUE,
	STMT_SET_FILE,
	STMT__MAX
};

#define COLUMNS "id, version_id, coalesce(person_id, 0), begun_at," \
	" expires_at, coalesce(case_id, 0)"

static const char *const sql[STMT__MAX] = {
	[STMT_NEW] =
		"INSERT INTO drafts (id, token_hash, version_id, person_id,"
		" begun_at, expires_at, task_id)"
		" VALUES ($1, $2, $3, nullif($4, 0), $5, $6, nullif($7, 0))",
	[STMT_FIND] =
		"SELECT " COLUMNS " FROM drafts"
		" WHERE token_hash = $1 AND coalesce(person_id, 0) = $2"
		"   AND expires_at > $3 AND task_id IS NULL",
	[STMT_OF_TASK] =
		"SELECT " COLUMNS " FROM drafts"
		" WHERE task_id = $1 AND person_id = $2 AND expires_at > $3",
	[STMT_LIST] =
		"SELECT " COLUMNS " FROM drafts"
		" WHERE person_id = $1 AND case_id IS NULL AND expires_at > $2"
		"   AND task_id IS NULL"
		" ORDER BY expires_at DESC, id",
	[STMT_SENT] =
		"UPDATE drafts SET case_id = $2 WHERE id = $1",
	[STMT_DROP_VALUES] = "DELETE FROM draft_values WHERE draft_id = $1",
	[STMT_DROP_FILES] = "DELETE FROM draft_files WHERE draft_id = $1",
	[STMT_OLD_VALUES] =
		"DELETE FROM draft_values WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE expires_at <= $1)",
	[STMT_OLD_FILES] =
		"DELETE FROM draft_files WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE expires_at <= $1)",
	[STMT_DONE_VALUES] =
		"DELETE FROM draft_values WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE task_id = $1)",
	[STMT_DONE_FILES] =
		"DELETE FROM draft_files WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE task_id = $1)",
	[STMT_DONE] = "DELETE FROM drafts WHERE task_id = $1",
	[STMT_OLD] = "DELETE FROM drafts WHERE expires_at <= $1",
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
};

#define MEMBER(m) ROW_MEMBER(struct draft, m)
static const struct row_kind draft_rows = ROW_KIND(struct draft,
    "Draf ini tidak ada lagi.", MEMBER(id), MEMBER(version_id),
    MEMBER(person_id), MEMBER(begun_at), MEMBER(expires_at), MEMBER(case_id));

/* -- the link ------------------------------------------------------------ */

void
draft_token(const struct office *o, int64_t id, char token[DRAFT_TOKEN_SIZE])
{
	char text[40], mac[65];

	snprintf(text, sizeof(text), "draf:%lld", (long long)id);
	office_sign(o, text, mac);
	memcpy(token, mac, DRAFT_TOKEN_SIZE - 1);
	token[DRAFT_TOKEN_SIZE - 1] = '\0';
}

void
draft_name(const char *token, char name[DRAFT_NAME_SIZE])
{
	char text[DRAFT_TOKEN_SIZE + 8], hash[65];

	snprintf(text, sizeof(text), "nama:%s", token);
	office_sha256(text, strlen(text), hash);
	memcpy(name, hash, DRAFT_NAME_SIZE - 1);
	name[DRAFT_NAME_SIZE - 1] = '\0';
}

struct beginning {
	struct office	*o;
	struct draft	*d;
	int64_t		 task_id;	/* of an official; 0: a request */
};

static int
insert(struct db *db, void *arg)
{
	struct beginning *b = arg;
	char token[DRAFT_TOKEN_SIZE], hash[65];

	b->d->id = id_new(b->d->begun_at);
	draft_token(b->o, b->d->id, token);
	office_sha256(token, strlen(token), hash);
	db_run(db, sql[STMT_NEW], "itiiiii", b->d->id, hash, b->d->version_id,
	    b->d->person_id, b->d->begun_at, b->d->expires_at, b->task_id);
	return 0;
}

enum case_err
draft_new(struct office *o, int64_t version_id, int64_t person_id,
    int64_t now, struct draft *d)
{
	struct draft made = { .version_id = version_id,
		.person_id = person_id, .begun_at = now,
		.expires_at = now + DRAFT_LIFE };
	struct beginning b = { o, &made, 0 };
	enum case_err err = office_err_tx(o, db_tx(office_db(o), insert, &b));

	if (err == CASE_OK)
		*d = made;
	return err;
}

enum case_err
draft_find(struct office *o, const char *token, int64_t person_id,
    int64_t now, struct draft *d)
{
	char hash[65];

	office_sha256(token, strlen(token), hash);
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "tii", hash,
	    person_id, now), &draft_rows, d);
}

enum case_err
draft_list(struct office *o, int64_t person_id, int64_t now,
    struct draft **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "ii",
	    person_id, now), &draft_rows, list, count);
}

/* -- what it holds -------------------------------------------------------- */

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

/* Move a string, which is freed, to *next in the block. */
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

/* Free the strings of rows that were not moved into a block. */
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
	static const struct row_kind values = ROW_READ(struct value_row,
	    read_value, "");
	static const struct row_kind files = ROW_READ(struct file_row,
	    read_file, "");
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

/* -- of an official ------------------------------------------------------- */

enum case_err
draft_of_task(struct office *o, int64_t task_id, int64_t person_id,
    int64_t now, struct draft *d)
{
	return row_one(o, db_query(office_db(o), sql[STMT_OF_TASK], "iii",
	    task_id, person_id, now), &draft_rows, d);
}

enum case_err
draft_save_task(struct office *o, const struct task_row *t,
    int64_t person_id, const struct draft_form *form, int64_t now)
{
	struct draft d = { .version_id = t->version_id,
		.person_id = person_id, .begun_at = now,
		.expires_at = now + DRAFT_LIFE };
	struct beginning b = { o, &d, t->id };
	enum case_err err = draft_of_task(o, t->id, person_id, now, &d);

	if (err == CASE_NOT_FOUND)
		err = office_err_tx(o, db_tx(office_db(o), insert, &b));
	return err == CASE_OK ? draft_save(o, &d, form, now) : err;
}

static int
drop(struct db *db, void *arg)
{
	const int64_t *task_id = arg;

	db_run(db, sql[STMT_DONE_VALUES], "i", *task_id);
	db_run(db, sql[STMT_DONE_FILES], "i", *task_id);
	db_run(db, sql[STMT_DONE], "i", *task_id);
	return 0;
}

enum case_err
draft_task_done(struct office *o, int64_t task_id)
{
	return office_err_tx(o, db_tx(office_db(o), drop, &task_id));
}

/* -- its end --------------------------------------------------------------- */

struct ending {
	int64_t	id, case_id;
};

static int
end(struct db *db, void *arg)
{
	const struct ending *e = arg;

	db_run(db, sql[STMT_SENT], "ii", e->id, e->case_id);
	db_run(db, sql[STMT_DROP_VALUES], "i", e->id);
	db_run(db, sql[STMT_DROP_FILES], "i", e->id);
	return 0;
}

enum case_err
draft_sent(struct office *o, int64_t id, int64_t case_id)
{
	struct ending e = { id, case_id };

	return office_err_tx(o, db_tx(office_db(o), end, &e));
}

static int
forget(struct db *db, void *arg)
{
	const int64_t *now = arg;

	db_run(db, sql[STMT_OLD_VALUES], "i", *now);
	db_run(db, sql[STMT_OLD_FILES], "i", *now);
	db_run(db, sql[STMT_OLD], "i", *now);
	return 0;
}

enum case_err
draft_sweep(struct office *o, int64_t now)
{
	return office_err_tx(o, db_tx(office_db(o), forget, &now));
}
