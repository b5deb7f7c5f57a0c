/*
 * statements.c - the statements that a program runs, seen from outside.
 *
 * Loaded before the libraries of SQLite and PostgreSQL (LD_PRELOAD).  In the
 * file STATEMENTS_COUNT, two numbers of 64 bits that are mapped into memory,
 * are counted each statement that begins, and the steps of SQLite's machine;
 * the text of each goes to the end of the file STATEMENTS_TEXT, ended by a
 * zero.  Either may be left out.  Of PostgreSQL what is counted, and only that,
 * is the trips to the server.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int (*next)(sqlite3_stmt *);
static volatile uint64_t *count;
static int text = -1;

static int
open_named(const char *name, int flags)
{
	const char *path = getenv(name);

	return path != NULL ? open(path, flags | O_CREAT | O_CLOEXEC, 0600) :
	    -1;
}

static void
begin(void)
{
	static uint64_t nowhere[2];
	int fd = open_named("STATEMENTS_COUNT", O_RDWR);
	void *at = MAP_FAILED;

	*(void **)&next = dlsym(RTLD_NEXT, "sqlite3_step");
	text = open_named("STATEMENTS_TEXT", O_WRONLY | O_APPEND);
	if (fd != -1 && ftruncate(fd, sizeof(nowhere)) == 0)
		at = mmap(NULL, sizeof(nowhere), PROT_READ | PROT_WRITE,
		    MAP_SHARED, fd, 0);
	count = at != MAP_FAILED ? at : nowhere;
}

int
sqlite3_step(sqlite3_stmt *st)
{
	const char *sql = sqlite3_sql(st);
	int rc;

	if (count == NULL)
		begin();
	if (!sqlite3_stmt_busy(st)) {
		++*count;
		if (text != -1 && sql != NULL &&
		    write(text, sql, strlen(sql) + 1) == -1)
			abort();
	}
	rc = next(st);
	count[1] += (uint64_t)sqlite3_stmt_status(st,
	    SQLITE_STMTSTATUS_VM_STEP, 1);
	return rc;
}

/* -- trips to a server ----------------------------------------------------- */

static void *
trip(const char *name)
{
	if (count == NULL)
		begin();
	++*count;
	return dlsym(RTLD_NEXT, name);
}

void *
PQexec(void *conn, const char *sql)
{
	void *(*real)(void *, const char *);

	*(void **)&real = trip("PQexec");
	return real(conn, sql);
}

/* All that was sent before it goes with it. */
int
PQpipelineSync(void *conn)
{
	int (*real)(void *);

	*(void **)&real = trip("PQpipelineSync");
	return real(conn);
}

void *
PQprepare(void *conn, const char *name, const char *sql, int n,
    const unsigned *type)
{
	void *(*real)(void *, const char *, const char *, int,
	    const unsigned *);

	*(void **)&real = trip("PQprepare");
	return real(conn, name, sql, n, type);
}

void *
PQexecParams(void *conn, const char *sql, int n, const unsigned *type,
    const char *const *value, const int *length, const int *format, int result)
{
	void *(*real)(void *, const char *, int, const unsigned *,
	    const char *const *, const int *, const int *, int);

	*(void **)&real = trip("PQexecParams");
	return real(conn, sql, n, type, value, length, format, result);
}

void *
PQexecPrepared(void *conn, const char *name, int n, const char *const *value,
    const int *length, const int *format, int result)
{
	void *(*real)(void *, const char *, int, const char *const *,
	    const int *, const int *, int);

	*(void **)&real = trip("PQexecPrepared");
	return real(conn, name, n, value, length, format, result);
}
