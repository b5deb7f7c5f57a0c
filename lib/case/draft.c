/*
 * draft.c - requests, and steps, that are still being written.
 */
#include "case/draft.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
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
	STMT_FORGET_VALUES,
	STMT_FORGET_FILES,
	STMT_FORGET,
	STMT_VALUES,
	STMT_FILES,
	STMT_TOUCH,
	STMT_SET_VALUE,
	STMT_SET_FILE,
	STMT__MAX
};

#define COLUMNS "id, version_id, coalesce(person_id, 0), begun_at," \
	" expires_at, coalesce(case_id, 0)"

/* Those of a task, and those whose time was over at an instant. */
#define FORGOTTEN "task_id = $1 OR expires_at <= $2"

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
	[STMT_FORGET_VALUES] =
		"DELETE FROM draft_values WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE " FORGOTTEN ")",
	[STMT_FORGET_FILES] =
		"DELETE FROM draft_files WHERE draft_id IN"
		" (SELECT id FROM drafts WHERE " FORGOTTEN ")",
	[STMT_FORGET] = "DELETE FROM drafts WHERE " FORGOTTEN,
	[STMT_VALUES] =
		"SELECT name, value, count(*) OVER () FROM draft_values"
		" WHERE draft_id = $1 ORDER BY name",
	[STMT_FILES] =
		"SELECT field, name, sha256, type, size, count(*) OVER ()"
		" FROM draft_files WHERE draft_id = $1 ORDER BY field",
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
	office_sign_of(o, id, text, mac);
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

static enum case_err
read_values(struct office *o, int64_t id, struct arena *arena,
    struct draft_form *form)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_VALUES], "i", id);

	for (; db_step(st); form->nvalue++) {
		if (form->value == NULL)
			form->value = arena_alloc(arena, (size_t)db_int(st,
			    2) * sizeof(*form->value));
		form->value[form->nvalue] = (struct act_value){
			.name = arena_strdup(arena, db_text(st, 0)),
			.value = arena_strdup(arena, db_text(st, 1)),
		};
	}
	return office_err_tx(o, db_done(st));
}

static enum case_err
read_files(struct office *o, int64_t id, struct arena *arena,
    struct draft_form *form)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_FILES], "i", id);

	for (; db_step(st); form->nfile++) {
		if (form->file == NULL)
			form->file = arena_alloc(arena, (size_t)db_int(st,
			    5) * sizeof(*form->file));
		form->file[form->nfile] = (struct act_file){
			.field = arena_strndup(arena, db_text(st, 0),
			    strcspn(db_text(st, 0), "[")),
			.name = arena_strdup(arena, db_text(st, 1)),
			.hash = arena_strdup(arena, db_text(st, 2)),
			.type = arena_strdup(arena, db_text(st, 3)),
			.size = db_int(st, 4),
		};
	}
	return office_err_tx(o, db_done(st));
}

enum case_err
draft_read(struct office *o, int64_t id, struct arena *arena,
    struct draft_form *form)
{
	struct draft_form made = { NULL, 0, NULL, 0 };
	enum case_err err = read_values(o, id, arena, &made);

	if (err == CASE_OK)
		err = read_files(o, id, arena, &made);
	if (err == CASE_OK)
		*form = made;
	return err;
}

struct saving {
	struct office			*o;
	const struct draft		*d;
	const struct draft_form		*form;
	int64_t				 now;
};

/* A file of a draft.  A field may have several: the second is kept as that of
 * "lampiran[2]". */
static void
save_file(struct db *db, const struct saving *s, size_t n)
{
	const struct act_file *f = &s->form->file[n];
	char field[96];
	int before = 0;

	for (size_t i = 0; i < n; i++)
		before += strcmp(s->form->file[i].field, f->field) == 0;
	if (before > 0)
		snprintf(field, sizeof(field), "%s[%02d]", f->field,
		    before + 1);
	else
		snprintf(field, sizeof(field), "%s", f->field);
	db_run(db, sql[STMT_SET_FILE], "itttit", s->d->id, field, f->name,
	    f->type, f->size, f->hash);
}

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
	db_run(db, sql[STMT_DROP_FILES], "i", id);
	for (size_t i = 0; i < form->nfile; i++)
		save_file(db, s, i);
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

struct forgotten {
	int64_t	task_id, now;		/* 0: none */
};

static int
forget(struct db *db, void *arg)
{
	const struct forgotten *f = arg;

	db_run(db, sql[STMT_FORGET_VALUES], "ii", f->task_id, f->now);
	db_run(db, sql[STMT_FORGET_FILES], "ii", f->task_id, f->now);
	db_run(db, sql[STMT_FORGET], "ii", f->task_id, f->now);
	return 0;
}

enum case_err
draft_task_done(struct office *o, int64_t task_id)
{
	struct forgotten f = { .task_id = task_id };

	return office_err_tx(o, db_tx(office_db(o), forget, &f));
}

enum case_err
draft_sweep(struct office *o, int64_t now)
{
	struct forgotten f = { .now = now };

	return office_err_tx(o, db_tx(office_db(o), forget, &f));
}
