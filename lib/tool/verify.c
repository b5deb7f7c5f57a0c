/* verify.c - sopap tick, verify, rebuild and backup: the upkeep. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "case/act.h"
#include "month/root.h"
#include "store/event.h"
#include "tick/sweep.h"
#include "tool/tool.h"
#include "upload/quarantine.h"

#define FORM_LIFE 86400	/* seconds an accepted file waits for its form */

/* Without a configuration nobody is told anything: there is no address to
 * point to. */
static enum case_err
run_tick(const struct tool *t, struct office *o, int *done)
{
	char holder[64], inbox[1024];
	struct tick_rules rules = { .inbox = inbox };

	snprintf(holder, sizeof(holder), "%ld", (long)getpid());
	if (t->conf == NULL)
		return tick(o, holder, NULL, t->now, done);
	snprintf(inbox, sizeof(inbox), "%s/kotak-masuk", t->conf->site);
	rules.soon_percent = (int)t->conf->soon_percent;
	rules.remind_days = (int)t->conf->remind_days;
	return tick(o, holder, &rules, t->now, done);
}

int
tool_tick(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	enum case_err err;
	int done, removed = 0;

	if (argc != 1)
		return tool_fail("tick");
	if ((o = tool_office(t, DB_WRITE)) == NULL)
		return 1;
	err = run_tick(t, o, &done);
	if (err == CASE_OK && done > 0)
		printf("%d tindakan\n", done);
	if (err == CASE_OK && t->conf != NULL && t->conf->clamd[0] != '\0') {
		err = quarantine_tick(o, t->conf->clamd, &done);
		if (err == CASE_OK && done > 0)
			printf("%d berkas tertahan diperiksa antivirus\n",
			    done);
	}
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

static void
print_root_fault(void *arg, const char *month, int64_t stream,
    const char *what)
{
	if (stream != 0)
		printf("bulan %s, aliran %lld: %s\n", month,
		    (long long)stream, what);
	else
		printf("bulan %s: %s\n", month, what);
}

/* Every event, and every closed month: 0, or the exit code. */
static int
verify_all(struct office *o)
{
	int64_t checked = 0, months = 0;
	int faults, roots;

	faults = event_verify(office_db(o), print_fault, NULL, &checked);
	roots = faults < 0 ? -1 :
	    root_verify(o, 0, print_root_fault, NULL, &months);
	if (roots < 0)
		return tool_fail("verify: %s", db_error(office_db(o)));
	printf("%lld kejadian dan %lld bulan diperiksa, %d kesalahan\n",
	    (long long)checked, (long long)months, faults + roots);
	return faults + roots != 0;
}

/* A root that somebody kept: is it still that of the history up to it? */
static int
verify_root(struct office *o, const char *kept)
{
	struct root_row r;
	int64_t months;
	int faults;

	if (root_find(o, kept, &r) != CASE_OK)
		return tool_why(o, "verify");
	faults = root_verify(o, r.n, print_root_fault, NULL, &months);
	if (faults < 0)
		return tool_fail("verify: %s", db_error(office_db(o)));
	printf("akar bulan %04d-%02d: %lld bulan diperiksa, %d kesalahan\n",
	    r.year, r.month, (long long)months, faults);
	return faults != 0;
}

int
tool_verify(const struct tool *t, int argc, char **argv)
{
	const int kept = argc == 3 && strcmp(argv[1], "--root") == 0;
	struct office *o;
	int rc;

	if (argc != 1 && !kept)
		return tool_fail("verify [--root AKAR]");
	if ((o = tool_office(t, DB_READ)) == NULL)
		return 1;
	rc = kept ? verify_root(o, argv[2]) : verify_all(o);
	office_close(o);
	return rc;
}

static void
print_difference(void *arg, int64_t id, const char *what)
{
	printf("perkara %lld: %s\n", (long long)id, what);
}

int
tool_rebuild(const struct tool *t, int argc, char **argv)
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
tool_backup(const struct tool *t, int argc, char **argv)
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
