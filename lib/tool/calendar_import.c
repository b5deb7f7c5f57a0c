/* calendar_import.c - sopap calendar import: days off from a file. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "calendar/holiday.h"
#include "office/change.h"
#include "page/terminal.h"
#include "tool/tool.h"

/* -- the list to look at ------------------------------------------------ */

static void
print_entry(FILE *f, size_t number, const struct holiday *h, int taken)
{
	struct cal_reason r = { 0 };
	char date[32] = "-";

	if (h->day.year != 0)
		snprintf(date, sizeof(date), "%04d-%02d-%02d", h->day.year,
		    h->day.month, h->day.day);
	r.rule = h->day.joint ? CAL_RULE_JOINT : CAL_RULE_HOLIDAY;
	fprintf(f, "%3zu %c %-13s %-10s %-5s  %s", number, taken ? '+' : ' ',
	    terminal_word(holiday_mark_text(h->mark)), date,
	    terminal_word(calendar_reason_word(&r)),
	    h->day.name);
	if (h->day.decree != NULL)
		fprintf(f, " (%s)", h->day.decree);
	if (h->note != NULL)
		terminal_say(f, "; %s", h->note);
	if (h->mark == HOLIDAY_UNREAD)
		terminal_say(f, " (baris %zu)", h->line);
	fputc('\n', f);
}

/* How many there are of each mark, and how many are taken. */
static void
print_sums(FILE *f, const struct holidays *h, size_t taken)
{
	size_t sums[HOLIDAY__MAX] = { 0 }, i;
	int mark;

	for (i = 0; i < h->count; i++)
		sums[h->list[i].mark]++;
	terminal_say(f, "%zu tanggal", h->count);
	for (mark = 0; mark < HOLIDAY__MAX; mark++)
		if (sums[mark] > 0)
			fprintf(f, ", %zu %s", sums[mark],
			    terminal_word(holiday_mark_text(
			    (enum holiday_mark)mark)));
	terminal_say(f, "; %zu dipilih (+)\n", taken);
}

/* -- which are taken ---------------------------------------------------- */

/* Mark the entries of "1,3-5" in `taken`; 0, or 1 after saying why not. */
static int
choose(const struct holidays *h, const char *only, char *taken)
{
	unsigned long first, last;
	const char *at = only;
	char *end;

	do {
		first = last = strtoul(at, &end, 10);
		if (*at >= '0' && *at <= '9' && *end == '-') {
			at = end + 1;
			last = strtoul(at, &end, 10);
		}
		if (*at < '0' || *at > '9' || (*end != ',' && *end != '\0') ||
		    first < 1 || last < first || last > h->count)
			return tool_fail("--only %s: tulis nomor 1 sampai %zu, "
			    "seperti 1,3-5", only, h->count);
		for (; first <= last; first++) {
			if (!holiday_may_be_taken(&h->list[first - 1]))
				return tool_fail("--only %s: nomor %lu %s",
				    only, first, holiday_mark_text(
				    h->list[first - 1].mark));
			taken[first - 1] = 1;
		}
		at = end + 1;
	} while (*end == ',');
	return 0;
}

/* The holidays taken, for the calendar; how many. */
static size_t
collect(const struct tool_calendar_call *c, const struct holidays *h,
    const char *taken, struct cal_holiday *out)
{
	size_t i, n = 0;

	for (i = 0; i < h->count; i++) {
		if (!taken[i])
			continue;
		out[n] = h->list[i].day;
		if (out[n].decree == NULL)
			out[n].decree = c->decree;
		n++;
	}
	return n;
}

/* -- import ------------------------------------------------------------- */

/* Put the days into the calendar: the office's in force, a file's printed. */
static int
put_in_force(const struct tool_calendar_call *c, const struct cal_holiday *days,
    size_t n)
{
	struct change ch = { .now = c->now };
	char why[512], *text;
	int rc = 0;

	text = calendar_add_holidays(c->text, days, n, why, sizeof(why));
	if (text == NULL)
		return tool_fail("%s: %s", c->label, why);
	if (c->o == NULL)
		fputs(text, stdout);
	else if (tool_calendar_by(c->o, c->as, &ch) != 0)
		rc = 1;
	else if (office_set_calendar(c->o, &ch, text) != CASE_OK)
		rc = tool_why(c->o, c->label);
	else
		tool_say("%zu hari libur dimasukkan ke %s\n", n, c->label);
	free(text);
	if (fflush(stdout) != 0)
		rc = tool_fail("keluaran: %s", strerror(errno));
	return rc;
}

/* Show the list, and do what is asked for. */
static int
review(const struct tool_calendar_call *c, const struct holidays *h,
    char *taken, struct cal_holiday *days)
{
	/* The text of a file's calendar goes to standard output alone. */
	FILE *f = c->yes && c->o == NULL ? stderr : stdout;
	size_t i, n;

	for (i = 0; i < h->count; i++)
		taken[i] = c->only == NULL && h->list[i].mark == HOLIDAY_NEW;
	if (c->only != NULL && choose(h, c->only, taken) != 0)
		return 1;
	n = collect(c, h, taken, days);
	for (i = 0; i < h->count; i++)
		print_entry(f, i + 1, &h->list[i], taken[i]);
	print_sums(f, h, n);
	if (!c->yes) {
		if (n > 0)
			tool_say("Belum ada yang diubah. Tambahkan --yes untuk "
			    "memasukkan yang dipilih.\n");
		return 0;
	}
	return n > 0 || c->o == NULL ? put_in_force(c, days, n) : 0;
}

int
tool_calendar_import(const struct tool_calendar_call *c)
{
	struct holiday_source src = { .cal = c->cal };
	struct cal_holiday *days = NULL;
	struct holidays h;
	struct cal_local now;
	char why[512], *text, *taken = NULL;
	size_t len;
	int rc;

	if ((text = tool_read(c->argv[0], &len)) == NULL)
		return 1;
	calendar_local(c->cal, c->now, &now);
	src.first_year = now.year;
	src.last_year = now.year + 1;
	rc = holidays_read(&src, text, len, &h, why, sizeof(why));
	free(text);
	if (rc != 0) {
		rc = tool_fail("%s: %s", c->argv[0], why);
	} else {
		taken = calloc(h.count + 1, 1);
		days = calloc(h.count + 1, sizeof(*days));
		rc = taken != NULL && days != NULL ?
		    review(c, &h, taken, days) : tool_fail("memori habis");
	}
	free(taken);
	free(days);
	holidays_free(&h);
	return rc;
}
