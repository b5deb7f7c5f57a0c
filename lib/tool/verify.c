/* verify.c - sopap verify: is the history as it was written? */
#include <stdio.h>
#include <string.h>

#include "month/root.h"
#include "store/event.h"
#include "tool/tool.h"

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

/* Check every event and every closed month; returns the exit code. */
static int
verify_all(struct office *o)
{
	int64_t checked = 0, months = 0;
	int faults, roots;

	faults = event_verify(office_db(o), print_fault, print_fault, NULL,
	    &checked);
	roots = faults < 0 ? -1 :
	    root_verify(o, 0, print_root_fault, NULL, &months);
	if (roots < 0)
		return tool_fail("verify: %s", db_error(office_db(o)));
	printf("%lld kejadian dan %lld bulan diperiksa, %d kesalahan\n",
	    (long long)checked, (long long)months, faults + roots);
	return faults + roots != 0;
}

/* Check the history up to a root that somebody kept; returns the exit code. */
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

	if (argc != 1 && !kept)
		return tool_fail("verify [--root AKAR]");
	return kept ? verify_root(t->o, argv[2]) : verify_all(t->o);
}
