/* table-t.c - the cases of tests/data/clock.txt, one check a line. */

#include "clock/standard.h"
#include "clock/verdict.h"
#include "tests/clock/office.h"

#define ARGS 5

/* A case as its kind sees it. */
struct row {
	const struct calendar	*cal;
	int64_t			 start;
	char			*arg[ARGS];	/* "" when left out */
};

typedef void kind_fn(const struct row *, char *out, size_t size);

/* Seconds of "7:30", "-0:00:01". */
static int64_t
seconds(const char *text)
{
	int h, m, s = 0, negative = *text == '-';

	if (sscanf(text + negative, "%d:%2d:%2d", &h, &m, &s) < 2)
		bail(text);
	return (negative ? -1 : 1) * ((int64_t)h * 3600 + m * 60 + s);
}

static void
write_duration(int64_t t, char *out, size_t size)
{
	long long v = t < 0 ? -t : t;

	snprintf(out, size, "%s%lld:%02lld", t < 0 ? "-" : "", v / 3600,
	    v / 60 % 60);
	if (v % 60 != 0)
		snprintf(out + strlen(out), size - strlen(out), ":%02lld",
		    v % 60);
}

/* The standard of the first argument, the measure of the second if any. */
static struct standard
standard_of(const struct row *r)
{
	struct standard std;
	int measure;

	if (standard_parse(r->arg[0], &std) != 0)
		bail(r->arg[0]);
	measure = standard_measure_from(r->arg[1]);
	if (measure >= 0)
		std.measure = (enum time_measure)measure;
	return std;
}

static void
do_next(const struct row *r, char *out, size_t size)
{
	local_text(r->cal, calendar_next(r->cal, r->start), out, size);
}

static void
do_prev(const struct row *r, char *out, size_t size)
{
	local_text(r->cal, calendar_prev(r->cal, r->start), out, size);
}

static void
do_open(const struct row *r, char *out, size_t size)
{
	snprintf(out, size, "%s",
	    calendar_is_open(r->cal, r->start) ? "yes" : "no");
}

static void
do_elapsed(const struct row *r, char *out, size_t size)
{
	write_duration(calendar_elapsed(r->cal, r->start,
	    at(r->cal, r->arg[0])), out, size);
}

static void
do_add(const struct row *r, char *out, size_t size)
{
	local_text(r->cal, calendar_add(r->cal, r->start, seconds(r->arg[0])),
	    out, size);
}

static void
do_days(const struct row *r, char *out, size_t size)
{
	snprintf(out, size, "%d", calendar_days(r->cal, r->start,
	    at(r->cal, r->arg[0])));
}

static void
do_workday(const struct row *r, char *out, size_t size)
{
	const char *why;
	int is = calendar_is_workday(r->cal, r->start, &why);

	snprintf(out, size, "%s%s%s", is ? "yes" : "no", why ? " " : "",
	    why ? why : "");
}

static void
do_length(const struct row *r, char *out, size_t size)
{
	write_duration(calendar_day_length(r->cal, r->start), out, size);
}

static void
do_due(const struct row *r, char *out, size_t size)
{
	struct standard std = standard_of(r);
	int64_t moved = *r->arg[2] ? seconds(r->arg[2]) : 0, min, max;
	char upper[32];

	standard_due(r->cal, &std, r->start, moved, &min, &max);
	local_text(r->cal, min, out, size);
	if (min != max)
		snprintf(out + strlen(out), size - strlen(out), " %s",
		    local_text(r->cal, max, upper, sizeof(upper)));
}

static void
do_queue(const struct row *r, char *out, size_t size)
{
	write_duration(standard_queue_allowance(r->cal, r->start,
	    atoi(r->arg[0])),
	    out, size);
}

static void
do_verdict(const struct row *r, char *out, size_t size)
{
	struct standard std = standard_of(r);

	snprintf(out, size, "%s", verdict_slug(verdict_of(r->cal, &std,
	    r->start, seconds(r->arg[2]), at(r->cal, r->arg[3]))));
}

static void
do_work(const struct row *r, char *out, size_t size)
{
	struct standard std = standard_of(r);

	snprintf(out, size, "%s", verdict_slug(verdict_of_work(&std,
	    seconds(r->arg[1]), seconds(r->arg[2]), seconds(r->arg[3]),
	    seconds(r->arg[4]))));
}

static const struct {
	const char	*name;
	kind_fn		*run;
} kinds[] = {
	{ "next", do_next },
	{ "prev", do_prev },
	{ "open", do_open },
	{ "elapsed", do_elapsed },
	{ "add", do_add },
	{ "days", do_days },
	{ "workday", do_workday },
	{ "length", do_length },
	{ "due", do_due },
	{ "queue", do_queue },
	{ "verdict", do_verdict },
	{ "work", do_work },
};

/* Split at a character into fields without blanks around; missing are "". */
static void
split(char *line, char by, char **field, int max)
{
	char *end, *next;
	int i;

	for (i = 0; i < max; i++) {
		line += strspn(line, " \t\n");
		next = i + 1 < max ? strchr(line, by) : NULL;
		end = next ? next : line + strlen(line);
		field[i] = line;
		line = next ? next + 1 : end;
		while (end > field[i] && strchr(" \t\n", end[-1]))
			end--;
		*end = '\0';
	}
}

/* Run one line; the number is for the reader. */
static void
run_line(const struct calendar *cal, char *line, int number)
{
	struct row row = { .cal = cal };
	char *field[5], out[256] = "";
	size_t i;

	split(line, '|', field, 5);
	split(field[2], ';', row.arg, ARGS);
	if (strcmp(field[1], "-") != 0)
		row.start = at(cal, field[1]);
	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, field[0]) == 0)
			kinds[i].run(&row, out, sizeof(out));
	is_string(field[3], out, "%d: %s: %s", number, field[0], field[4]);
}

int
main(void)
{
	struct calendar *cal = office_calendar(OFFICE);
	char path[4096], line[512];
	int number = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/data/clock.txt",
	    getenv("SRCDIR"));
	f = fopen(path, "r");
	if (f == NULL)
		bail(path);
	while (fgets(line, sizeof(line), f) != NULL) {
		number++;
		if (*line != '#' && *line != '\n')
			run_line(cal, line, number);
	}
	fclose(f);
	ok(tap_count >= 160, "the table has its 160 cases (%d)", tap_count);
	calendar_free(cal);
	return tap_done();
}
