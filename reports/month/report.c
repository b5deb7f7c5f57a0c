/* report.c - from the figures of a month to its charts and its headline. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/noise.h"
#include "base/text.h"
#include "case/lateness.h"
#include "case/promise.h"
#include "clock/calendar.h"
#include "month/month_pace.h"
#include "month/month_party.h"
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
	[SIGN_SAVED] = "tepat waktu hanya karena waktu pihak luar",
	[SIGN_LATE_WAIT] = "mulai menunggu pihak luar pada sepersepuluh waktu "
	    "terakhir",
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

/* "Januari-November 2025" of n months that end with this one, counted from
 * year 0 on; returns buf. */
static char *
name_months(int last, int n, char *buf, size_t size)
{
	snprintf(buf, size, "%s%s%s %d", n > 1 ?
	    format_month((last - n + 1) % 12 + 1) : "",
	    n > 1 ? EN_DASH : "", format_month(last % 12 + 1), last / 12);
	return buf;
}

/* The periods it is compared with; of one that runs, as many of their months
 * as it has begun. */
static void
name_compared(struct report *r)
{
	const struct month_figures *f = r->f;
	const int begun = month_begun(f), rest = f->months - begun;
	const int before = f->year * 12 + f->month - 1 - f->months;

	if (rest > 0)
		name_months(before - rest, begun, r->before,
		    sizeof(r->before));
	else
		short_name(before / 12, before % 12 + 1, f->months, r->before,
		    sizeof(r->before));
	if (f->months == 12)
		return;
	if (rest > 0)
		name_months(f->year * 12 + f->month - 13 - rest, begun,
		    r->yearly, sizeof(r->yearly));
	else
		report_period_name(f->year - 1, f->month, f->months,
		    r->yearly, sizeof(r->yearly));
	if (f->office.last_done < 0) {
		memcpy(r->unknown, r->yearly, sizeof(r->unknown));
		r->yearly[0] = '\0';
	}
}

/* Names of the period, of its days, of the source. */
static void
name_period(struct report *r)
{
	const struct month_figures *f = r->f;
	const struct format_time end = local_time(r, f->to - 1);

	report_period_name(f->year, f->month, f->months, r->period,
	    sizeof(r->period));
	if (f->running && f->months > 1)
		text_add(r->period, sizeof(r->period), " (sampai %d %s)",
		    end.day, format_month(end.month));
	short_name(f->year, f->month, f->months, r->column,
	    sizeof(r->column));
	name_compared(r);
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
	if (month_pace(o, f, &r->visits) != CASE_OK ||
	    month_party_list(o, f, &r->party, &r->nparty) != CASE_OK)
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
	free(r->party);
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

/* The promise first: cases within their service time. */
static void
lead_promise(const struct report *r, char *buf, size_t size)
{
	const struct share kept = report_kept(&r->f->office);
	char words[2 * FORMAT_SIZE];

	if (kept.counted == 0)
		return;
	snprintf(buf, size, "%s berkas dalam waktu layanannya%s. ",
	    share_words(words, sizeof(words), kept, SHARE_NONE),
	    report_is_inferred(r) ? " (" PROMISE_INFERRED ")" : "");
}

#define NAMED_MOST 3		/* roles in the lead */

/* May a role be named as one below the target: several hold it, and its
 * interval ends below? */
static int
is_named(const struct report *r, const struct chart_role_row *row)
{
	return !row->single && share_is_low(row->now, r->target) &&
	    noise_share(row->now.on_time, row->now.counted).high <
	    r->target / 1000.0;
}

/* ", terutama Kabid A dan Kasubbag B": those below it beyond chance. */
static void
lead_names(const struct report *r, char *buf, size_t size)
{
	const struct chart_role_row *row, *end = r->role.rows + r->role.n;
	char words[FORMAT_SIZE];
	int n = 0, at = 0;

	for (row = r->role.rows; row < end; row++)
		n += is_named(r, row);
	for (row = r->role.rows; row < end && at < NAMED_MOST; row++)
		if (is_named(r, row)) {
			text_add(buf, size, "%s%s", at == 0 ? ", terutama " :
			    at == n - 1 ? " dan " : "; ", row->name);
			at++;
		}
	if (n > NAMED_MOST)
		text_add(buf, size, "; dan %s peran lain", share_count_words(
		    words, sizeof(words), n - NAMED_MOST));
}

/* "; empat peran belum mencapainya, terutama ...": of those that are
 * judged. */
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
	if (judged > 0 && below == 0)
		text_add(buf, size, "; semua peran yang dinilai mencapainya");
	else if (judged > 0) {
		text_add(buf, size, "; %s peran belum mencapainya",
		    share_count_words(words, sizeof(words), below));
		lead_names(r, buf, size);
	}
	text_add(buf, size, ".");
}

#define CAUSE(arg, id, member, slug, label) { label, p->why_##member },

/* " Sebab terlambat terbanyak: beban pekerjaan (45 dari 167).": the first,
 * where it is so beyond chance. */
static void
lead_cause(const struct month_part *p, char *buf, size_t size)
{
	const struct {
		const char	*label;
		int64_t		 n;
	} list[] = { LATENESS(CAUSE, ) };
	char label[FORMAT_SIZE], words[2 * FORMAT_SIZE];
	int64_t second = 0;
	size_t i, most = 0;

	for (i = 1; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].n > list[most].n)
			most = i;
	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (i != most && list[i].n > second)
			second = list[i].n;
	if (noise_apart(noise_share(second, p->over), noise_share(list[most].n,
	    p->over)) >= 0)
		return;
	snprintf(label, sizeof(label), "%s", list[most].label);
	label[0] = (char)tolower((unsigned char)label[0]);
	text_add(buf, size, " Sebab terlambat terbanyak: %s (%s).", label,
	    share_counts(words, sizeof(words), (struct share) { list[most].n,
	    p->over }));
}

char *
report_lead(const struct report *r, char *buf, size_t size)
{
	const struct share s = report_share(&r->f->office);
	char words[2 * FORMAT_SIZE];

	buf[0] = '\0';
	lead_promise(r, buf, size);
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
	lead_cause(&r->f->office, buf, size);
	return buf;
}
