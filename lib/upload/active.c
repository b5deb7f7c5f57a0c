/*
 * active.c - what a PDF does by itself, out of the objects that qpdf(1) prints
 * as JSON: there a name begins with a stroke and every other text with its
 * kind ("u:", "b:"), whatever way the file spells or packs them.
 */
#include "upload/active.h"

#include <string.h>

#include "office/row.h"
#include "office/stored_file.h"
#include "upload/child.h"

#define SECONDS		5
#define PATIENCE	30
#define MOST		(256 << 20)	/* of a file's objects; no page's text
					   is among them */
#define QPDF_WARNINGS	3		/* exit code of qpdf(1) */
#define NAME		16

enum stmt {
	STMT_PUT,
	STMT_GET,
	STMT_LIST,
	STMT_FORGET,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_PUT] =
		"INSERT INTO active_files (sha256, found) VALUES ($1, $2)"
		" ON CONFLICT (sha256) DO UPDATE SET found = $2",
	[STMT_GET] =
		"SELECT found FROM active_files WHERE sha256 = $1",
	/* Of files that no case names; some of them may yet. */
	[STMT_LIST] =
		"SELECT sha256 FROM active_files a WHERE NOT EXISTS"
		" (SELECT 1 FROM documents d WHERE d.sha256 = a.sha256)"
		" ORDER BY sha256",
	[STMT_FORGET] =
		"DELETE FROM active_files WHERE sha256 = $1",
};

/* -- looking --------------------------------------------------------------- */

/* Names of ISO 32000-1, 12.6.4 (actions), 7.11.4 and 13.6 (files within), and
 * of XFA forms. */
static const struct {
	const char	*name;
	int		 found;
} names[] = {
	{ "/JavaScript", ACTIVE_SCRIPT },
	{ "/JS", ACTIVE_SCRIPT },
	{ "/XFA", ACTIVE_SCRIPT },
	{ "/RichMedia", ACTIVE_SCRIPT },
	{ "/Launch", ACTIVE_PROGRAM },
	{ "/SubmitForm", ACTIVE_SENDING },
	{ "/ImportData", ACTIVE_SENDING },
	{ "/EmbeddedFile", ACTIVE_FILES },
	{ "/EmbeddedFiles", ACTIVE_FILES },
};

/* The strings of the JSON, as they come in. */
struct reading {
	int	 found;
	int	 inside, escaped;
	size_t	 len;			/* NAME: longer than any of these */
	char	 name[NAME];
};

static void
end_string(struct reading *r)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i].name) == r->len &&
		    memcmp(names[i].name, r->name, r->len) == 0)
			r->found |= names[i].found;
	r->inside = 0;
}

static int
take(void *arg, const void *data, size_t n)
{
	struct reading *r = arg;

	for (const char *s = data, *end = s + n; s < end; s++)
		if (!r->inside) {
			r->inside = *s == '"';
			r->len = 0;
		} else if (r->escaped)
			r->escaped = 0;
		else if (*s == '\\') {
			r->escaped = 1;
			r->len = NAME;
		} else if (*s == '"')
			end_string(r);
		else if (r->len < NAME)
			r->name[r->len++] = *s;
	return 0;
}

int
active_read(int fd)
{
	static const char *const qpdf[] = { QPDF, "--json=2",
		"--json-key=qpdf", "/dev/fd/0", NULL };
	struct reading r = { .found = 0 };
	struct child child = { .argv = qpdf, .input = fd, .seconds = SECONDS,
		.patience = PATIENCE, .most = MOST, .take = take, .arg = &r };
	int code = child_run(&child);

	return code == 0 || code == QPDF_WARNINGS ? r.found :
	    r.found | ACTIVE_UNKNOWN;
}

/* -- keeping --------------------------------------------------------------- */

enum case_err
active_put(struct office *o, const char *sha256, int found)
{
	int rc = found != 0 ? db_run(office_db(o), sql[STMT_PUT], "ti",
	    sha256, (int64_t)found) : db_run(office_db(o), sql[STMT_FORGET],
	    "t", sha256);

	return rc < 0 ? office_err_tx(o, rc) : CASE_OK;
}

int
active_get(struct office *o, const char *sha256)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_GET], "t",
	    sha256);
	int found = db_step(st) ? (int)db_int(st, 0) : 0;

	return db_done(st) == 0 ? found : 0;
}

enum case_err
active_sweep(struct office *o)
{
	return stored_file_forget(o, sql[STMT_LIST], sql[STMT_FORGET]);
}
