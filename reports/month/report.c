/* report.c - from the figures of a month to its charts and its headline. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "clock/calendar.h"
#include "month/month_pace.h"
#include "page/format.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_picture.h"
#include "reports/month/report_share.h"

#define EN_DASH "\xe2\x80\x93"

static const char *const signs[SIGN__MAX] = {
	[SIGN_TIGHT_RETURN] = "dikembalikan pada sepersepuluh waktu terakhir",
	[SIGN_UNCHANGED] = "dikembalikan, lalu diteruskan tanpa perubahan",
	[SIGN_FAST] = "selesai dalam kurang dari sepersepuluh batas",
	[SIGN_LATE_ENTRY] = "dicatat belakangan",
	[SIGN_OWN_APPROVAL] = "menyetujui konsep sendiri",
	[SIGN_JOINT] = "selesai bersama langkah di sebelahnya, sekali tekan",
	[SIGN_UNPROVED] = "dikirim dengan surat yang tidak lengkap buktinya",
};

int
report_target(const struct month_part *p)
{
	return p->target < 0 ? SHARE_NONE : (int)p->target * 10;
}

const char *
report_sign(enum month_sign sign)
{
	return signs[sign];
}

static struct format_time
local_time(const struct report *r, int64_t at)
{
	struct cal_local l;

	calendar_local(r->cal, at, &l);
	return (struct format_time) { l.year, l.month, l.day, l.hour,
	    l.minute, l.second, l.weekday, l.offset, calendar_zone(r->cal) };
}

char *
report_timestamp(const struct report *r, int64_t at, char *buf, size_t size)
{
	const struct format_time t = local_time(r, at);

	return format_moment(buf, size, &t);
}

/* "Oktober", "Triwulan III", "Semester I"; a year has no shorter name than
 * "Tahun 2026". */
static char *
short_name(int year, int month, int months, char *buf, size_t size)
{
	static const char *const roman[] = { "", "I", "II", "III", "IV" };

	if (months == 1)
		snprintf(buf, size, "%s", format_month(month));
	else if (months == 12)
		snprintf(buf, size, "Tahun %d", year);
	else
		snprintf(buf, size, "%s %s", months == 3 ? "Triwulan" :
		    "Semester", roman[month / months]);
	return buf;
}

char *
report_period_name(int year, int month, int months, char *buf, size_t size)
{
	char name[32];

	short_name(year, month, months, name, sizeof(name));
	if (months == 12)
		snprintf(buf, size, "%s", name);
	else
		snprintf(buf, size, "%s %d", name, year);
	return buf;
}

/* "1-31 Oktober 2026", "1 Juli-30 September 2026", "5 Juli 2025-4 Juli 2026",
 * "5 Juli 2026". */
static void
name_days(const struct format_time *first, const struct format_time *last,
    char *buf, size_t size)
{
	char from[FORMAT_SIZE] = "", to[FORMAT_SIZE];

	if (first->year != last->year)
		format_date(from, sizeof(from), first);
	else if (first->month != last->month)
		snprintf(from, sizeof(from), "%d %s", first->day,
		    format_month(first->month));
	else if (first->day != last->day)
		snprintf(from, sizeof(from), "%d", first->day);
	snprintf(buf, size, "%s%s%s", from, *from != '\0' ? EN_DASH : "",
	    format_date(to, sizeof(to), last));
}

static void
name_dates(struct report *r)
{
	const struct format_time first = local_time(r, r->f->from);
	const struct format_time last = local_time(r, r->f->to - 1);

	name_days(&first, &last, r->dates, sizeof(r->dates));
}

/* The range of days that was asked for, though the data may end before it. */
static void
name_range(struct report *r)
{
	struct format_time a = { 0 }, b = { 0 };

	sscanf(r->f->period, "%d-%d-%d..%d-%d-%d", &a.year, &a.month, &a.day,
	    &b.year, &b.month, &b.day);
	name_days(&a, &b, r->period, sizeof(r->period));
}

/* Names of the period, of the periods it is compared with, of its days, of the
 * source. */
static void
name_period(struct report *r)
{
	const struct month_figures *f = r->f;
	const int before = f->year * 12 + f->month - 1 - f->months;

	report_period_name(f->year, f->month, f->months, r->period,
	    sizeof(r->period));
	short_name(f->year, f->month, f->months, r->column,
	    sizeof(r->column));
	short_name(before / 12, before % 12 + 1, f->months, r->before,
	    sizeof(r->before));
	if (f->months != 12)
		report_period_name(f->year - 1, f->month, f->months,
		    r->yearly, sizeof(r->yearly));
	name_dates(r);
	report_timestamp(r, f->at, r->as_of, sizeof(r->as_of));
	snprintf(r->source, sizeof(r->source), "Sumber: catatan langkah "
	    "berkas, %s. Data per %s.%s", r->dates, r->as_of, f->corrected ?
	    " Dikoreksi menurut kalender sekarang." : "");
}

int
report_open(struct report *r, struct office *o, const struct month_figures *f)
{
	int i;

	memset(r, 0, sizeof(*r));
	r->office = o;
	r->cal = office_calendar_of(o, f->calendar_id);
	if (r->cal == NULL)
		r->cal = office_calendar(o);
	r->f = f;
	r->target = report_target(&f->office);
	r->scope = f->sop[0] != '\0' ? f->sop_name : NULL;
	if (month_pace(o, f, &r->visits) != CASE_OK)
		return -1;
	if (f->months == 0) {
		name_range(r);
		return 0;
	}
	name_period(r);
	for (i = 0; i < REPORT_CHARTS; i++)
		if (report_chart((enum report_chart_name)i)->open(r) == -1)
			return -1;
	return report_picture_hash(r);
}

void
report_close(struct report *r)
{
	month_pace_free(r->visits);
	free(r->role.rows);
	free(r->pace.rows);
	free(r->age.rows);
	free(r->sops.rows);
	free(r->sent.rows);
	free(r->heat.rows);
}

/* -- the headline ------------------------------------------------------- */

char *
report_heading(const struct report *r, char *buf, size_t size)
{
	snprintf(buf, size, "%s, %s%s%s%s", r->f->months == 0 ?
	    "Data layanan" : "Laporan evaluasi layanan", r->period,
	    r->scope != NULL ? ": " : "",
	    r->scope != NULL ? r->scope : "",
	    r->f->corrected ? " (dikoreksi)" : "");
	return buf;
}

/* "di atas target 90%", by the exact share. */
static char *
beside_target(struct share s, int target, char *buf, size_t size)
{
	char words[FORMAT_SIZE];
	const char *side = "di atas";

	if (share_is_below(s, target))
		side = "di bawah";
	else if (s.on_time * 1000 == target * s.counted)
		side = "tepat pada";
	snprintf(buf, size, "%s target %s", side,
	    share_target(words, sizeof(words), target));
	return buf;
}

/* The promise first: cases decided within their service time. */
static void
lead_promise(const struct month_part *p, char *buf, size_t size)
{
	const struct share kept = { p->kept, p->promised };
	char words[2 * FORMAT_SIZE];

	if (p->promised == 0)
		return;
	snprintf(buf, size, "%s berkas diputus dalam waktu layanannya. ",
	    share_words(words, sizeof(words), kept, SHARE_NONE));
}

/* ", empat peran belum mencapainya": of those that are judged. */
static void
lead_roles(const struct report *r, char *buf, size_t size)
{
	const struct chart_role_row *row;
	char words[FORMAT_SIZE];
	int below = 0, judged = 0;

	for (row = r->role.rows; row < r->role.rows + r->role.n; row++) {
		judged += !share_is_few(row->now);
		below += share_is_low(row->now, r->target);
	}
	if (judged == 0)
		text_add(buf, size, ".");
	else if (below == 0)
		text_add(buf, size, "; semua peran yang dinilai mencapainya.");
	else
		text_add(buf, size, "; %s peran belum mencapainya.",
		    share_count_words(words, sizeof(words), below));
}

char *
report_lead(const struct report *r, char *buf, size_t size)
{
	const struct share s = report_share(&r->f->office);
	char words[2 * FORMAT_SIZE];

	buf[0] = '\0';
	lead_promise(&r->f->office, buf, size);
	if (r->pace.durations) {
		text_add(buf, size, "%s langkah selesai. SOP-nya belum "
		    "mempunyai standar waktu, jadi ada jumlah dan lamanya, dan "
		    "tidak ada persen tepat waktu.", format_int(words,
		    sizeof(words), month_finished(&r->f->office)));
		return buf;
	}
	if (s.counted == 0) {
		text_add(buf, size, "Tidak ada langkah yang dinilai pada %s.",
		    r->period);
		return buf;
	}
	text_add(buf, size, "%s langkah selesai tepat waktu",
	    share_words(words, sizeof(words), s, r->target));
	if (r->target == SHARE_NONE) {
		text_add(buf, size, ".");
		return buf;
	}
	text_add(buf, size, ", %s",
	    beside_target(s, r->target, words, sizeof(words)));
	lead_roles(r, buf, size);
	return buf;
}
