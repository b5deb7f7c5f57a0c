/* calendar_due.c - sopap calendar due, elapsed and explain: ask the clock. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "clock/standard.h"
#include "page/terminal.h"
#include "tool/tool.h"

#define LINE_SIZE	1024	/* of standard input */
#define WORD_MAX	40	/* bytes of a refused word that are shown */
#define YEARS		(CAL_LAST_YEAR - CAL_FIRST_YEAR + 1)

/* The state of one call: the calendar, and what is found on the way. */
struct question {
	const struct calendar	*cal;
	char			 why[256];	/* of a refused one */
	char			 missing[YEARS]; /* no holidays known */
};

/* Prints the answer to a question of two words: 0, or -1 with the reason. */
typedef int answer_fn(struct question *, const char *, const char *);

/* Refuse a word; it may be anything, also a terminal's commands. */
static int
refuse(struct question *q, const char *word, const char *should)
{
	size_t len = utf8_cut(word, strlen(word), WORD_MAX);
	char *at;

	snprintf(q->why, sizeof(q->why), "\"%.*s\" %s", (int)len, word, should);
	for (at = q->why; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			*at = '?';
	return -1;
}

static int
read_instant(struct question *q, const char *word, int64_t *out)
{
	if (calendar_read(q->cal, word, out) == 0)
		return 0;
	return refuse(q, word, "bukan waktu; tulis seperti 2026-01-05T07:30 "
	    "atau 2026-01-05T07:30:00+07:00, tahun 2005 sampai 2050");
}

/* Note the years of a stretch whose holidays the calendar does not have. */
static void
note_years(struct question *q, int64_t from, int64_t until)
{
	struct cal_local a, b;
	int year;

	calendar_local(q->cal, from < until ? from : until, &a);
	calendar_local(q->cal, from < until ? until : from, &b);
	for (year = a.year; year <= b.year; year++)
		if (year >= CAL_FIRST_YEAR && year <= CAL_LAST_YEAR &&
		    !calendar_year_known(q->cal, year))
			q->missing[year - CAL_FIRST_YEAR] = 1;
}

/* A deadline asked for. */
struct deadline {
	int64_t		start, min_at, max_at;
	struct standard	std;
};

static int
read_deadline(struct question *q, const char *start, const char *standard,
    struct deadline *out)
{
	if (read_instant(q, start, &out->start) != 0)
		return -1;
	if (standard_parse(standard, &out->std) != 0)
		return refuse(q, standard, "bukan standar waktu; tulis "
		    "seperti 10-20 menit, 480 menit atau 2 hari");
	standard_due(q->cal, &out->std, out->start, 0, &out->min_at,
	    &out->max_at);
	if (out->max_at == INT64_MAX)
		return refuse(q, standard, "dari waktu itu melewati jam kerja "
		    "terakhir kalender (2050)");
	note_years(q, out->start, out->max_at);
	return 0;
}

static int
answer_due(struct question *q, const char *start, const char *standard)
{
	char min[CAL_TEXT_SIZE], max[CAL_TEXT_SIZE];
	struct deadline d;

	if (read_deadline(q, start, standard, &d) != 0)
		return -1;
	printf("%s\t%s\n", calendar_write(q->cal, d.min_at, min),
	    calendar_write(q->cal, d.max_at, max));
	return 0;
}

static int
answer_elapsed(struct question *q, const char *from, const char *until)
{
	char text[TOOL_TEXT];
	int64_t a, b, seconds;

	if (read_instant(q, from, &a) != 0 || read_instant(q, until, &b) != 0)
		return -1;
	note_years(q, a, b);
	seconds = calendar_elapsed(q->cal, a, b);
	printf("%lld\t%s\t%d\n", (long long)seconds,
	    tool_calendar_duration(seconds, text), calendar_days(q->cal, a, b));
	return 0;
}

/* -- explain ------------------------------------------------------------ */

/* The time or days that a day adds, and the total so far, as text. */
static void
count_text(const struct deadline *d, const struct due_day *day, char *added,
    char *total)
{
	if (d->std.unit != UNIT_DAY) {
		tool_calendar_duration(day->counted, added);
		tool_calendar_duration(day->total, total);
	} else if (day->nth < 0) {
		/* Received after closing: not that day. */
		snprintf(added, TOOL_TEXT, day->reason.working ?
		    "lewat jam" : "-");
		snprintf(total, TOOL_TEXT, "-");
	} else {
		snprintf(added, TOOL_TEXT, day->nth ? "1 hari" : "diterima");
		snprintf(total, TOOL_TEXT, "%d hari", day->nth);
	}
}

/* The intervals that count; of days that are counted whole, their hours. */
static const char *
hours_text(const struct question *q, const struct deadline *d,
    const struct due_day *day, char *buf)
{
	struct cal_hours list[TOOL_HOURS];
	size_t n;

	if (d->std.unit == UNIT_DAY)
		n = calendar_hours(q->cal, day->year, day->month, day->day,
		    list, TOOL_HOURS);
	else
		n = standard_explain_hours(q->cal, &d->std, day, list,
		    TOOL_HOURS);
	return tool_calendar_hours(list, n, buf);
}

/* A word for people; programs, which get no columns, get it as it is. */
static const char *
word(const char *text, int wide)
{
	return wide ? terminal_word(text) : text;
}

/* One day in columns; `wide` 0 prints them without padding. */
static void
print_day(const struct question *q, const struct deadline *d,
    const struct due_day *day, int wide)
{
	char hours[TOOL_TEXT], added[TOOL_TEXT], total[TOOL_TEXT];
	char reason[CAL_REASON_SIZE];

	count_text(d, day, added, total);
	printf("%04d-%02d-%02d %-*s %-*s %-*s %*s %*s  %s", day->year,
	    day->month, day->day, 6 * wide,
	    word(calendar_weekday(day->reason.weekday), wide), 5 * wide,
	    word(calendar_reason_word(&day->reason), wide), 23 * wide,
	    hours_text(q, d, day, hours), 9 * wide, added, 9 * wide, total,
	    calendar_reason_text(&day->reason, reason));
}

static int
print_days(struct question *q, const struct deadline *d, int wide)
{
	size_t n = standard_explain(q->cal, &d->std, d->start, 0, NULL, 0), i;
	struct due_day *days = calloc(n + 1, sizeof(*days));

	if (days == NULL) {
		snprintf(q->why, sizeof(q->why), "memori habis");
		return -1;
	}
	standard_explain(q->cal, &d->std, d->start, 0, days, n);
	for (i = 0; i < n; i++) {
		if (!wide)
			putchar('\t');
		print_day(q, d, &days[i], wide);
		if (wide)
			putchar('\n');
	}
	free(days);
	return 0;
}

/* On one line: both instants and every day, with tabs between. */
static int
answer_explain(struct question *q, const char *start, const char *standard)
{
	char min[CAL_TEXT_SIZE], max[CAL_TEXT_SIZE];
	struct deadline d;
	int rc;

	if (read_deadline(q, start, standard, &d) != 0)
		return -1;
	printf("%s\t%s", calendar_write(q->cal, d.min_at, min),
	    calendar_write(q->cal, d.max_at, max));
	rc = print_days(q, &d, 0);
	putchar('\n');
	return rc;
}

static int
explain_page(struct question *q, const char *start, const char *standard)
{
	char text[CAL_TEXT_SIZE];
	struct deadline d;
	struct cal_local l;

	if (read_deadline(q, start, standard, &d) != 0)
		return -1;
	calendar_local(q->cal, d.start, &l);
	tool_say("Mulai        %s %s %s\n", calendar_write(q->cal, d.start,
	    text), calendar_weekday(l.weekday), calendar_zone(q->cal));
	tool_say("Standar      %s\n\n", standard_text(&d.std, text,
	    sizeof(text)));
	if (print_days(q, &d, 1) != 0)
		return -1;
	printf("\n");
	if (d.min_at != d.max_at)
		tool_say("Batas bawah  %s\n", calendar_write(q->cal, d.min_at,
		    text));
	tool_say("Batas        %s\n", calendar_write(q->cal, d.max_at, text));
	return 0;
}

/* -- one question, or a line each --------------------------------------- */

/* Answer a line, whose end is cut off. */
static int
answer_line(struct question *q, char *line, answer_fn *answer)
{
	char *second = strchr(line, '\t');

	if (second == NULL || strchr(second + 1, '\t') != NULL) {
		snprintf(q->why, sizeof(q->why),
		    "perlu dua kolom dengan satu tab di antaranya");
		return -1;
	}
	*second++ = '\0';
	return answer(q, line, second);
}

/* Read a line without its end: 1, 0 at the end of the file, -1 when it is
 * too long or has a NUL, and then all of it is skipped. */
static int
read_line(FILE *f, char line[LINE_SIZE])
{
	size_t n = 0;
	int c, bad = 0;

	while ((c = getc(f)) != EOF && c != '\n') {
		bad |= n == LINE_SIZE - 1 || c == '\0';
		if (!bad)
			line[n++] = (char)c;
	}
	if (c == EOF && n == 0 && !bad)
		return 0;
	if (n > 0 && line[n - 1] == '\r')
		n--;
	line[n] = '\0';
	return bad ? -1 : 1;
}

/* Answer standard input line by line; bad lines by number and reason. */
static int
answer_lines(struct question *q, answer_fn *answer)
{
	char line[LINE_SIZE];
	long number = 0;
	int got, rc = 0;

	while ((got = read_line(stdin, line)) != 0) {
		number++;
		if (got < 0)
			snprintf(q->why, sizeof(q->why),
			    "lebih dari %d huruf, atau ada huruf NUL",
			    LINE_SIZE - 1);
		else if (answer_line(q, line, answer) == 0)
			continue;
		tool_say("baris %ld: %s\n", number, q->why);
		rc = 1;
	}
	if (ferror(stdin))
		return tool_fail("masukan: %s", strerror(errno));
	return rc;
}

static int
ask(const struct tool_calendar_call *c, answer_fn *one, answer_fn *line)
{
	struct question q = { .cal = c->cal };
	int rc = 0, i;

	if (c->argc == 1)
		rc = answer_lines(&q, line);
	else if (one(&q, c->argv[0], c->argv[1]) != 0)
		rc = tool_fail("%s", q.why);
	if (fflush(stdout) != 0 || ferror(stdout))
		rc = tool_fail("keluaran: %s", strerror(errno));
	for (i = 0; i < YEARS; i++)
		if (q.missing[i])
			tool_fail("%s: hari libur %d belum diisi", c->label,
			    CAL_FIRST_YEAR + i);
	return rc;
}

int
tool_calendar_due(const struct tool_calendar_call *c)
{
	return ask(c, answer_due, answer_due);
}

int
tool_calendar_elapsed(const struct tool_calendar_call *c)
{
	return ask(c, answer_elapsed, answer_elapsed);
}

int
tool_calendar_explain(const struct tool_calendar_call *c)
{
	return ask(c, explain_page, answer_explain);
}
