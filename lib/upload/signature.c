/*
 * signature.c - the electronic signatures found in files.
 */
#include "upload/signature.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/slug.h"
#include "office/row.h"
#include "office/stored_file.h"

enum stmt {
	STMT_CLEAR,
	STMT_ADD,
	STMT_LIST,
	STMT_FILES,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_CLEAR] =
		"DELETE FROM signatures WHERE sha256 = $1",
	[STMT_ADD] =
		"INSERT INTO signatures (sha256, pos, signer, signed_at, state)"
		" VALUES ($1, $2, $3, NULLIF($4, 0), $5)",
	[STMT_LIST] =
		"SELECT signer, coalesce(signed_at, 0), state FROM signatures"
		" WHERE sha256 = $1 ORDER BY pos",
	/* Of files that no case names; some of them may yet. */
	[STMT_FILES] =
		"SELECT sha256 FROM signatures s WHERE pos = 1 AND NOT EXISTS"
		" (SELECT 1 FROM documents d WHERE d.sha256 = s.sha256)"
		" ORDER BY sha256",
};

static const char *const states[SIGNATURE__MAX] = {
	[SIGNATURE_UNCHANGED] = "unchanged",
	[SIGNATURE_EXTENDED] = "extended",
	[SIGNATURE_CHANGED] = "changed",
	[SIGNATURE_UNKNOWN] = "unknown",
};

struct found {
	const char		*sha256;
	const struct signature	*list;
	size_t			 count;
};

static int
put(struct db *db, void *arg)
{
	const struct found *f = arg;

	db_run(db, sql[STMT_CLEAR], "t", f->sha256);
	for (size_t i = 0; i < f->count; i++)
		db_run(db, sql[STMT_ADD], "titit", f->sha256, (int64_t)i + 1,
		    f->list[i].signer, f->list[i].signed_at,
		    states[f->list[i].state]);
	return 0;
}

enum case_err
signature_put(struct office *o, const char *sha256,
    const struct signature *list, size_t count)
{
	struct found found = { sha256, list, count };

	return office_err_tx(o, db_tx(office_db(o), put, &found));
}

static int
state_from(const char *slug)
{
	int i = slug_index(states, SIGNATURE__MAX, slug);

	return i == -1 ? SIGNATURE_UNKNOWN : i;
}

enum case_err
signature_sweep(struct office *o)
{
	return stored_file_forget(o, sql[STMT_FILES], sql[STMT_CLEAR]);
}

static const struct row_kind rows = ROW_KIND(struct signature, "",
    ROW_MEMBER(struct signature, signer),
    ROW_MEMBER(struct signature, signed_at),
    ROW_WORD(struct signature, state, state_from));

enum case_err
signature_list(struct office *o, const char *sha256, struct signature **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "t", sha256),
	    &rows, list, count);
}
