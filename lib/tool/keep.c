/* keep.c - sopap tick, verify, rebuild and backup: the upkeep. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "case/act.h"
#include "case/event.h"
#include "case/sweep.h"
#include "tool/tool.h"

#define FORM_LIFE 86400	/* seconds an accepted file waits for its form */

int
cmd_tick(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	char holder[64];
	enum case_err err;
	int done, removed = 0;

	if (argc != 1)
		return tool_fail("tick");
	if ((o = tool_office(t, DB_WRITE)) == NULL)
		return 1;
	snprintf(holder, sizeof(holder), "%ld", (long)getpid());
	err = tick(o, holder, t->now, &done);
	if (err == CASE_OK && done > 0)
		printf("%d tindakan\n", done);
	if (err == CASE_OK)
		err = sweep_files(o, t->now, time(NULL) - FORM_LIFE, &removed);
	if (err == CASE_OK && removed > 0)
		printf("%d berkas tanpa pemilik dihapus\n", removed);
	if (err != CASE_OK && err != CASE_REPEATED)
		tool_why(o, "tick");
	office_close(o);
	return err == CASE_OK || err == CASE_REPEATED ? 0 : 1;
}

static void
print_fault(void *arg, int64_t stream, int64_t seq, const char *what)
{
	printf("aliran %lld, kejadian %lld: %s\n", (long long)stream,
	    (long long)seq, what);
}

int
cmd_verify(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	int64_t checked = 0;
	int faults;

	if (argc != 1)
		return tool_fail("verify");
	if ((o = tool_office(t, DB_READ)) == NULL)
		return 1;
	faults = event_verify(office_db(o), print_fault, NULL, &checked);
	if (faults < 0)
		tool_fail("verify: %s", db_error(office_db(o)));
	else
		printf("%lld kejadian diperiksa, %d kesalahan\n",
		    (long long)checked, faults);
	office_close(o);
	return faults != 0;
}

static void
print_difference(void *arg, int64_t id, const char *what)
{
	printf("perkara %lld: %s\n", (long long)id, what);
}

int
cmd_rebuild(const struct tool *t, int argc, char **argv)
{
	int check = argc == 2 && strcmp(argv[1], "--check") == 0, faults;
	struct office *o;
	int64_t cases = 0;

	if (argc != 1 && !check)
		return tool_fail("rebuild [--check]");
	if ((o = tool_office(t, check ? DB_READ : DB_WRITE)) == NULL)
		return 1;
	faults = rebuild(o, !check, print_difference, NULL, &cases);
	if (faults < 0)
		tool_fail("rebuild: %s", db_error(office_db(o)));
	else
		printf("%lld perkara diturunkan, %d perbedaan%s\n",
		    (long long)cases, faults, check || faults == 0 ? "" :
		    ", diperbaiki");
	office_close(o);
	return check ? faults != 0 : faults < 0;
}

int
cmd_backup(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	int rc;

	if (argc != 2)
		return tool_fail("backup BERKAS");
	if ((o = tool_office(t, DB_READ)) == NULL)
		return 1;
	if ((rc = db_backup(office_db(o), argv[1])) != 0)
		tool_fail("backup: %s", db_error(office_db(o)));
	office_close(o);
	return rc != 0;
}
