/*
 * instant.c - an instant typed in two fields.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "casepage/instant.h"

#include "base/arena.h"
#include "clock/calendar.h"
#include "office/office.h"
#include "web/form.h"
#include "web/request.h"

#define YEAR_MIN 2005		/* as far as calendars go */
#define YEAR_MAX 2050

/* "14.05", "14:05", "14 05", "9.5" is 09.05; seconds of the day, or -1. */
static int
clock_seconds(const char *text)
{
	int hour = -1, minute = -1, used = 0;

	if (sscanf(text, "%2d%*[.: ]%2d%n", &hour, &minute, &used) != 2 ||
	    text[used] != '\0' || !isdigit((unsigned char)text[0]) ||
	    hour > 23 || minute < 0 || minute > 59)
		return -1;
	return (hour * 60 + minute) * 60;
}

int64_t
instant_read(const struct request *req, const struct instant_names *names,
    struct fields_state *t)
{
	static const char *const parts[3] = { "-hari", "-bulan", "-tahun" };
	const char *part[3], *hour = form_value(req, names->hour);
	char label[128], iso[11];
	struct field_error e = { .field = names->date };
	struct sop_field f = { .name = names->date,
	    .label = names->date_label };
	int y, m, d, seconds, empty = *hour == '\0';

	for (int i = 0; i < 3; i++) {
		part[i] = form_value(req, arena_printf(req->arena, "%s%s",
		    names->date, parts[i]));
		empty = empty && *part[i] == '\0';
	}
	if (empty)
		return 0;
	if (field_date(&f, part[0], part[1], part[2], iso, &e) != CASE_OK) {
		fields_add_error(req, t, &e);
		return 0;
	}
	sscanf(iso, "%4d-%2d-%2d", &y, &m, &d);
	if (y < YEAR_MIN || y > YEAR_MAX) {
		fields_wrong(req, t, names->date, "-tahun",
		    "Periksa tahun pada %s", field_label(names->date_label,
		    label, sizeof(label)));
		return 0;
	}
	if ((seconds = clock_seconds(hour)) < 0) {
		fields_wrong(req, t, names->hour, "", "Isi %s dengan jam dan "
		    "menit, misalnya 14.05", field_label(names->hour_label,
		    label, sizeof(label)));
		return 0;
	}
	return calendar_instant(office_calendar(req->office), y, m, d,
	    seconds / 3600, seconds / 60 % 60, 0);
}

void
instant_show(const struct request *req, struct page *page,
    const char *include, const struct instant_names *names,
    const struct fields_state *t)
{
	struct sop_field date = { .name = names->date, .type = FIELD_DATE,
	    .label = names->date_label, .help = names->help };
	struct sop_field hour = { .name = names->hour, .type = FIELD_TEXT,
	    .label = names->hour_label, .help = "Misalnya 14.05" };

	fields_show_one(req, page, include, NULL, &date, t);
	fields_show_one(req, page, include, NULL, &hour, t);
}
