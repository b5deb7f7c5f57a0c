/*
 * instant.c - an instant typed in two fields.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "casepage/instant.h"

#include "base/arena.h"
#include "case/field_date.h"
#include "clock/calendar.h"
#include "office/office.h"
#include "sop/bound.h"
#include "web/form.h"
#include "web/request.h"

/* No act of years ago is recorded now; none of the future is the library's to
 * refuse. */
static const struct sop_bound bound = { .first = BOUND_TODAY " - 2 tahun",
	.last = BOUND_TODAY " + 2 tahun" };

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
	    .label = names->date_label, .bound = &bound, .nbound = 1 };
	const struct sop_row row = { .nfield = 0 };
	struct field_days days;
	int y, m, d, seconds, empty = *hour == '\0';

	for (int i = 0; i < 3; i++) {
		part[i] = form_value(req, arena_printf(req->arena, "%s%s",
		    names->date, parts[i]));
		empty = empty && *part[i] == '\0';
	}
	if (empty)
		return 0;
	field_date_days(req->office, req->now, req->now, &days);
	if (field_date(&f, part[0], part[1], part[2], iso, &e) != CASE_OK ||
	    field_date_check(&f, &row, iso, NULL, 0, &days, &e) != CASE_OK) {
		fields_add_error(req, t, &e);
		return 0;
	}
	sscanf(iso, "%4d-%2d-%2d", &y, &m, &d);
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
