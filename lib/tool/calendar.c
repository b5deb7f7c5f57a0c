/* calendar.c - sopap calendar: check, set and show it, and ask the clock. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/change.h"
#include "page/terminal.h"
#include "people/person.h"
#include "people/rights.h"
#include "tool/tool.h"

#define OFFICE_LABEL "kalender kantor"

/* -- hours and durations ------------------------------------------------- */

/* "07:30", and the second when there is one. */
static size_t
time_text(int32_t second, char *buf, size_t size)
{
	int n = snprintf(buf, size, "%02d:%02d", second / 3600,
	    second / 60 % 60);

	if (second % 60 != 0)
		n += snprintf(buf + n, size - (size_t)n, ":%02d", second % 60);
	return (size_t)n;
}

const char *
tool_calendar_hours(const struct cal_hours *list, size_t n, char buf[TOOL_TEXT])
{
	size_t i, at = 0;

	for (i = 0; i < n && i < TOOL_HOURS; i++) {
		if (i > 0)
			buf[at++] = ' ';
		at += time_text(list[i].from, buf + at, TOOL_TEXT - at);
		buf[at++] = '-';
		at += time_text(list[i].to, buf + at, TOOL_TEXT - at);
	}
	snprintf(buf + at, TOOL_TEXT - at, "%s", n == 0 ? "-" :
	    n > TOOL_HOURS ? " ..." : "");
	return buf;
}

const char *
tool_calendar_duration(int64_t seconds, char buf[TOOL_TEXT])
{
	long long s = seconds < 0 ? -seconds : seconds;

	snprintf(buf, TOOL_TEXT, "%s%lld:%02lld:%02lld",
	    seconds < 0 ? "-" : "", s / 3600, s / 60 % 60, s % 60);
	return buf;
}

/* -- check --------------------------------------------------------------- */

/* Print which of this year and the next have no holidays yet. */
static void
flag_years(const struct tool_calendar_call *c)
{
	struct cal_local now;
	int year;

	calendar_local(c->cal, c->now, &now);
	for (year = now.year; year <= now.year + 1; year++)
		if (!calendar_year_known(c->cal, year))
			tool_say("%s: hari libur %d belum diisi\n", c->label,
			    year);
}

static int
calendar_check(const struct tool_calendar_call *c)
{
	tool_say("%s: benar, zona %s\n", c->label, calendar_zone(c->cal));
	flag_years(c);
	return 0;
}

/* -- the year ----------------------------------------------------------- */

static void
show_pattern(const struct tool_calendar_call *c, int64_t t)
{
	struct cal_pattern p;
	char hours[TOOL_TEXT];
	int d;

	calendar_pattern(c->cal, t, &p);
	tool_say("Pola %s%s%s%s\n", p.name, p.decree ? " (" : "",
	    p.decree ? p.decree : "", p.decree ? ")" : "");
	for (d = 0; d < 7; d++)
		if (p.day[d].count > 0)
			printf("    %-6s %s\n", terminal_word(
			    calendar_weekday(d + 1)),
			    tool_calendar_hours(p.day[d].list,
			    (size_t)p.day[d].count, hours));
}

static void
show_date(const struct tool_calendar_call *c, const struct cal_local *l,
    const struct cal_reason *r)
{
	struct cal_hours list[TOOL_HOURS];
	char hours[TOOL_TEXT], text[CAL_REASON_SIZE];

	printf("%04d-%02d-%02d %-6s %-5s %-23s  %s\n", l->year, l->month,
	    l->day, terminal_word(calendar_weekday(r->weekday)),
	    terminal_word(calendar_reason_word(r)),
	    tool_calendar_hours(list, calendar_hours(c->cal, l->year, l->month,
	    l->day, list, TOOL_HOURS), hours), calendar_reason_text(r, text));
}

/* The patterns as they begin, and every date that departs from its own. */
static void
show_dates(const struct tool_calendar_call *c, int year)
{
	int64_t t, end = calendar_month(c->cal, year + 1, 1);
	const char *pattern = NULL;
	struct cal_pattern p;
	struct cal_reason r;
	struct cal_local l;
	int day;

	for (day = 1; (t = calendar_instant(c->cal, year, 1, day, 0, 0, 0)) <
	    end; day++) {
		calendar_local(c->cal, t, &l);
		calendar_pattern(c->cal, t, &p);
		if (p.name != pattern)
			show_pattern(c, t);
		pattern = p.name;
		calendar_reason(c->cal, l.year, l.month, l.day, &r);
		if (r.rule != CAL_RULE_WEEK || r.outages > 0)
			show_date(c, &l, &r);
	}
}

int
tool_calendar_year(const char *word, int *out)
{
	char *end;
	long year = strtol(word, &end, 10);

	if (*end != '\0' || year < CAL_FIRST_YEAR || year > CAL_LAST_YEAR)
		return tool_fail("\"%s\" bukan tahun %d sampai %d", word,
		    CAL_FIRST_YEAR, CAL_LAST_YEAR);
	*out = (int)year;
	return 0;
}

static int
show_year(const struct tool_calendar_call *c)
{
	char text[TOOL_TEXT];
	int64_t from, until;
	int year, month;

	if (tool_calendar_year(c->argv[0], &year) != 0)
		return 1;
	from = calendar_month(c->cal, year, 1);
	until = calendar_month(c->cal, year + 1, 1);
	tool_say("%s, %d, %s: %d hari kerja, %s jam\n", c->label, year,
	    calendar_zone(c->cal), calendar_days(c->cal, from - 1, until - 1),
	    tool_calendar_duration(calendar_elapsed(c->cal, from, until),
	    text));
	if (!calendar_year_known(c->cal, year))
		tool_say("hari libur %d belum diisi; dihitung menurut pola\n",
		    year);
	for (month = 1; month <= 12; month++) {
		from = calendar_month(c->cal, year, month);
		until = calendar_month(c->cal, year, month + 1);
		tool_say("%04d-%02d  %2d hari kerja  %9s jam\n", year, month,
		    calendar_days(c->cal, from - 1, until - 1),
		    tool_calendar_duration(calendar_elapsed(c->cal, from,
		    until), text));
	}
	show_dates(c, year);
	return 0;
}

/* -- verbs -------------------------------------------------------------- */

/* A whole calendar file without NUL, or NULL after saying why not. */
static char *
read_calendar(const char *path, size_t *len)
{
	char *text = tool_read(path, len);

	if (text == NULL || strlen(text) == *len)
		return text;
	free(text);
	tool_fail("%s: bukan teks: ada huruf NUL", path);
	return NULL;
}

int
tool_calendar_by(struct office *o, const char *login, struct change *ch)
{
	struct person p;

	if (login == NULL)
		return tool_fail("sebutkan admin yang mengubah kalender: "
		    "--as LOGIN");
	if (person_by_login(o, login, &p) != CASE_OK)
		return tool_why(o, login);
	if (!rights_has(o, p.id, RIGHTS_MANAGE, ch->now))
		return tool_fail("%s: bukan admin yang aktif", login);
	ch->by = p.id;
	return 0;
}

static int
set(const struct tool *t, const char *path, const char *login)
{
	struct change ch = { .now = t->now };
	struct office *o;
	char *text;
	size_t len;
	int rc = 0;

	if ((text = read_calendar(path, &len)) == NULL)
		return 1;
	if ((o = tool_office(t, DB_WRITE)) == NULL ||
	    tool_calendar_by(o, login, &ch) != 0)
		rc = 1;
	else if (office_set_calendar(o, &ch, text) != CASE_OK)
		rc = tool_why(o, path);
	free(text);
	office_close(o);
	return rc;
}

static int
show_text(const struct tool *t)
{
	struct office *o;
	char *text;
	int rc = 0;

	if ((o = tool_office(t, DB_READ)) == NULL)
		return 1;
	if ((text = office_calendar_text(o)) != NULL)
		fputs(text, stdout);
	else
		rc = tool_fail("kalender belum ditetapkan");
	free(text);
	office_close(o);
	return rc;
}

static const struct verb {
	const char	*name;
	int		 min, max;	/* words after it; two: or "-" */
	int		(*run)(const struct tool_calendar_call *);
} verbs[] = {
	{ "check", 0, 0, calendar_check },
	{ "show", 1, 1, show_year },
	{ "due", 2, 2, tool_calendar_due },
	{ "elapsed", 2, 2, tool_calendar_elapsed },
	{ "explain", 2, 2, tool_calendar_explain },
	{ "import", 1, 1, tool_calendar_import },
	{ "export", 0, 2, tool_calendar_export },
	{ NULL, 0, 0, NULL }
};

/* Run a verb on the calendar of a file. */
static int
run_with_file(const struct verb *v, struct tool_calendar_call *c,
    const char *path)
{
	struct calendar *cal;
	char why[512], *text;
	size_t len;
	int rc;

	if ((text = read_calendar(path, &len)) == NULL)
		return 1;
	cal = calendar_parse(text, len, why, sizeof(why));
	c->cal = cal;
	c->text = text;
	c->label = path;
	rc = cal != NULL ? v->run(c) : tool_fail("%s: %s", path, why);
	calendar_free(cal);
	free(text);
	return rc;
}

/* Run a verb on the office's own. */
static int
run_with_office(const struct verb *v, struct tool_calendar_call *c,
    const struct tool *t)
{
	char *text;
	int rc;

	if ((c->o = tool_office(t, c->yes ? DB_WRITE : DB_READ)) == NULL)
		return 1;
	text = office_calendar_text(c->o);
	c->cal = office_calendar(c->o);
	c->text = text;
	c->label = OFFICE_LABEL;
	rc = c->cal != NULL && text != NULL ? v->run(c) :
	    tool_fail("kalender belum ditetapkan");
	free(text);
	office_close(c->o);
	return rc;
}

static int
usage(void)
{
	terminal_say(stderr,
	    "pemakaian: sopap calendar PERINTAH [--calendar FILE]\n"
	    "  check [FILE]           periksa kalender\n"
	    "  set FILE --as LOGIN    jadikan kalender kantor, oleh admin ini\n"
	    "  show [TAHUN]           tampilkan filenya, atau satu tahun\n"
	    "  due MULAI STANDAR      kedua batas waktu\n"
	    "  elapsed DARI SAMPAI    detik kerja di antaranya\n"
	    "  explain MULAI STANDAR  batas waktu hari demi hari\n"
	    "  import FILE [--yes --as LOGIN] [--only 1,3-5] [--decree "
	    "DASAR]\n"
	    "                         hari libur dari iCalendar atau TSV\n"
	    "  export [TAHUN [TAHUN]] hari libur sebagai iCalendar\n"
	    "MULAI, DARI, SAMPAI: 2026-01-05T07:30 [+07:00]; STANDAR: "
	    "\"10-20 menit\", \"2 hari\";\n\"-\" sebagai gantinya: baca "
	    "dua kolom dari masukan baku\n");
	return 2;
}

int
tool_calendar(const struct tool *t, int argc, char **argv)
{
	const char *file = tool_option(&argc, argv, "--calendar", 1);
	struct tool_calendar_call c = {
		.now = t->now,
		.yes = tool_option(&argc, argv, "--yes", 0) != NULL,
		.only = tool_option(&argc, argv, "--only", 1),
		.decree = tool_option(&argc, argv, "--decree", 1),
		.as = tool_option(&argc, argv, "--as", 1),
	};
	int options = c.yes || c.only != NULL || c.decree != NULL;
	const char *name = argc > 1 ? argv[1] : "";
	const struct verb *v;
	int lines;

	if (file == NULL && strcmp(name, "set") == 0 && argc == 3 && !options)
		return set(t, argv[2], c.as);
	if (file == NULL && strcmp(name, "show") == 0 && argc == 2 &&
	    !options && c.as == NULL)
		return show_text(t);
	if (file == NULL && strcmp(name, "check") == 0 && argc == 3)
		file = argv[--argc];
	for (v = verbs; v->name != NULL && strcmp(v->name, name) != 0;)
		v++;
	c.argc = argc - 2;
	c.argv = argv + 2;
	lines = v->min == 2 && c.argc == 1 && strcmp(c.argv[0], "-") == 0;
	if (v->name == NULL || (!lines && c.argc < v->min) ||
	    c.argc > v->max || ((options || c.as != NULL) &&
	    v->run != tool_calendar_import))
		return usage();
	return file != NULL ? run_with_file(v, &c, file) :
	    run_with_office(v, &c, t);
}
