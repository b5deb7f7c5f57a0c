/* lease.c - work that one process of all hosts does at a time. */
#include "office/lease.h"

#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db_clock.h"

enum stmt {
	STMT_TAKE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* A lease that ends later than the one that begins now was taken by
	 * a clock that was ahead; a minute is between clocks of two hosts, or
	 * passes while one waits for the database. */
	[STMT_TAKE] = (
		"INSERT INTO leases (name, holder, until)"
		" VALUES ($1, $2, $4) ON CONFLICT (name) DO UPDATE"
		" SET holder = excluded.holder, until = excluded.until"
		" WHERE leases.until <= $3 OR (leases.holder <> ''"
		"   AND leases.holder = excluded.holder)"
		"   OR ($4 > $3 AND leases.until > $4 + 60)"),
};

char *
lease_holder_of(const char *host, const char *start, pid_t pid,
    char buf[LEASE_HOLDER])
{
	unsigned char random[8];
	char chance[2 * sizeof(random) + 1];

	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(chance, sizeof(chance), random, sizeof(random));
	snprintf(buf, LEASE_HOLDER, "%.64s %.36s %ld %s", host, start,
	    (long)pid, chance);
	return buf;
}

/* A number that the kernel drew when it started, "" where it does not tell. */
static void
read_start(char start[64])
{
	FILE *f = fopen("/proc/sys/kernel/random/boot_id", "re");

	if (f == NULL || fgets(start, 64, f) == NULL)
		start[0] = '\0';
	start[strcspn(start, "\n")] = '\0';
	if (f != NULL)
		fclose(f);
}

char *
lease_holder(char buf[LEASE_HOLDER])
{
	char host[HOST_NAME_MAX + 1] = "", start[64];

	gethostname(host, sizeof(host) - 1);
	read_start(start);
	return lease_holder_of(host, start, getpid(), buf);
}

enum case_err
lease_take(struct office *o, const char *name, const char *holder,
    int64_t now, int64_t until)
{
	int64_t ahead = db_clock_ahead(office_db(o));
	int rows = db_run(office_db(o), sql[STMT_TAKE], "ttii", name, holder,
	    now + ahead, until + ahead);

	if (rows < 0)
		return office_err_tx(o, rows);
	return rows > 0 ? CASE_OK : CASE_REPEATED;
}
