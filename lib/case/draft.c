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
};

static void
read_draft(struct db_stmt *st, void *row)
{
	struct draft *d = row;

	d->id = db_int(st, 0);
	d->version_id = db_int(st, 1);
	d->person_id = db_int(st, 2);
	d->begun_at = db_int(st, 3);
	d->expires_at = db_int(st, 4);
	d->case_id = db_int(st, 5);
}

static const struct row_kind draft_rows = { sizeof(struct draft), read_draft,
	"Draf ini tidak ada lagi." };

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
