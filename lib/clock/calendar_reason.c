/* calendar_reason.c - why a date has the hours it has. */

#include <stdio.h>
#include <string.h>

#include "clock/calendar.h"
#include "clock/caltable.h"

#define DATE_HOURS	64	/* intervals of a date that are compared */

/* Does the outage take anything out of these hours of the day? */
static int
outage_hits(const struct outage *o, int64_t midnight,
    const struct cal_hours_list *hours)
{
	int n;

	for (n = 0; n < hours->count; n++)
		if (o->from < midnight + hours->list[n].to &&
		    o->to > midnight + hours->list[n].from)
			return 1;
	return 0;
}

int
calendar_reason(const struct calendar *cal, int year, int month, int day,
    struct cal_reason *out)
{
	int64_t number = civil_day(year, month, day);
	const struct cal_hours_list *hours;
	const struct outage *o;
	size_t i;

	if (number < CAL_FIRST_DAY || number >= CAL_FIRST_DAY + CAL_DAYS)
		return -1;
	i = (size_t)(number - CAL_FIRST_DAY);
	*out = (struct cal_reason){
		.weekday = civil_weekday(number),
		.working = caltable_shape(cal, (int)i)->total > 0,
	};
	hours = caltable_written(cal, (int)i, out);
	for (i = 0; i < cal->file.noutages; i++) {
		o = &cal->file.outages[i];
		if (o->from >= (number + 1) * DAY_SECONDS)
			break;
		if (!o->counts || !outage_hits(o, number * DAY_SECONDS,
		    hours) || out->outages++ > 0)
			continue;
		out->outage = o->name;
		out->evidence = o->decree;
	}
	return 0;
}

int
calendar_same_date(const struct calendar *a, const struct calendar *b,
    int year, int month, int day)
{
	struct cal_hours x[DATE_HOURS], y[DATE_HOURS];
	struct cal_reason r, s;
	size_t n = calendar_hours(a, year, month, day, x, DATE_HOURS);

	if (calendar_reason(a, year, month, day, &r) != 0 ||
	    calendar_reason(b, year, month, day, &s) != 0)
		return 1;
	return n == calendar_hours(b, year, month, day, y, DATE_HOURS) &&
	    (n == 0 || memcmp(x, y, (n < DATE_HOURS ? n : DATE_HOURS) *
	    sizeof(*x)) == 0) && r.rule == s.rule &&
	    (r.rule == CAL_RULE_WEEK || strcmp(r.name, s.name) == 0) &&
	    r.outages == s.outages;
}

/* Add "name (decree)" to the text. */
static void
add_name(char *buf, const char *name, const char *decree)
{
	size_t len = strlen(buf);

	snprintf(buf + len, CAL_REASON_SIZE - len, "%s%s%s%s", name,
	    decree ? " (" : "", decree ? decree : "", decree ? ")" : "");
}

const char *
calendar_reason_text(const struct cal_reason *r, char *buf)
{
	size_t len;

	*buf = '\0';
	if (r->rule == CAL_RULE_WEEK && !r->working && r->outages == 0 &&
	    r->weekday > 5) {
		snprintf(buf, CAL_REASON_SIZE, "akhir pekan");
		return buf;
	}
	if (r->rule == CAL_RULE_MAKEUP)
		snprintf(buf, CAL_REASON_SIZE, "hari pengganti seperti %s: ",
		    calendar_weekday(r->like));
	else if (r->rule == CAL_RULE_OVERRIDE)
		snprintf(buf, CAL_REASON_SIZE, "jam khusus: ");
	else if (r->rule == CAL_RULE_WEEK && !r->working && r->outages == 0)
		snprintf(buf, CAL_REASON_SIZE, "bukan hari kerja: ");
	add_name(buf, r->name, r->decree);
	if (r->outages > 0) {
		len = strlen(buf);
		snprintf(buf + len, CAL_REASON_SIZE - len, "; gangguan: ");
		add_name(buf, r->outage, r->evidence);
	}
	if (r->outages > 1) {
		len = strlen(buf);
		snprintf(buf + len, CAL_REASON_SIZE - len, " dan %d lagi",
		    r->outages - 1);
	}
	return buf;
}

const char *
calendar_reason_word(const struct cal_reason *r)
{
	if (r->working)
		return "kerja";
	switch (r->rule) {
	case CAL_RULE_HOLIDAY:
		return "libur";
	case CAL_RULE_JOINT:
		return "cuti";
	default:
		return "tutup";
	}
}
