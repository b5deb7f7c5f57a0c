/*
 * field_date-t.c - the days a date may lie between, as an SOP file bounds it:
 * refused, taken, or asked about.
 */
#include <stdlib.h>

#include "case/field_date.h"
#include "case/field_form.h"
#include "clock/calendar.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

#define HOUR 3600
#define DAY 86400

static const struct sop_choice kinds[] = {
	{ "magang", "Magang" }, { "laporan", "Laporan kegiatan" },
};
static const struct sop_bound letter[] = {
	{ .first = "terima - 1 tahun", .last = "hari-ini" },
};
static const struct sop_bound begin[] = {
	{ .when_field = "jenis", .when_value = "laporan",
	    .last = "hari-ini" },
	{ .first = "terima - 90 hari", .last = "hari-ini + 2 tahun",
	    .ask = "terima" },
};
static const struct sop_bound end[] = { { .first = "mulai" } };
static const struct sop_field fields[] = {
	{ .name = "jenis", .label = "Jenis", .type = FIELD_CHOICE,
	    .choice = kinds, .nchoice = 2 },
	{ .name = "surat", .label = "Tanggal surat", .type = FIELD_DATE,
	    .bound = letter, .nbound = 1 },
	{ .name = "mulai", .label = "Tanggal mulai", .type = FIELD_DATE,
	    .bound = begin, .nbound = 2 },
	{ .name = "selesai", .label = "Tanggal selesai", .type = FIELD_DATE,
	    .bound = end, .nbound = 1 },
};
static const struct sop_row row = { .pos = 1, .kind = STEP_SUBMIT,
	.field = fields, .nfield = 4 };

/* Received and sent on 30 November 2026 unless a case says so; the error, or
 * "?" and the day that is asked about, or "" when it is taken. */
static const struct dated {
	const char	*what, *kind, *field, *iso, *want;
	int		 received;	/* days before it is sent */
} cases[] = {
	{ "a letter of today", "magang", "surat", "2026-11-30", "", 0 },
	{ "a letter of tomorrow", "magang", "surat", "2026-12-01",
	    "Tanggal surat tidak boleh sesudah hari ini", 0 },
	{ "a letter of next year", "magang", "surat", "2027-11-20",
	    "Tanggal surat tidak boleh sesudah hari ini", 0 },
	{ "a letter of a year ago", "magang", "surat", "2025-11-30", "", 0 },
	{ "a letter of 1901", "magang", "surat", "1901-11-01",
	    "Tanggal surat tidak boleh sebelum 30 November 2025", 0 },
	{ "it begins today", "magang", "mulai", "2026-11-30", "", 0 },
	{ "it began yesterday", "magang", "mulai", "2026-11-29",
	    "?2026-11-30", 0 },
	{ "it began 90 days ago", "magang", "mulai", "2026-09-01",
	    "?2026-11-30", 0 },
	{ "it began 91 days ago", "magang", "mulai", "2026-08-31",
	    "Tanggal mulai tidak boleh sebelum 1 September 2026", 0 },
	{ "it began in 2020", "magang", "mulai", "2020-01-01",
	    "Tanggal mulai tidak boleh sebelum 1 September 2026", 0 },
	{ "it begins in two years", "magang", "mulai", "2028-11-30", "", 0 },
	{ "...and a day", "magang", "mulai", "2028-12-01",
	    "Tanggal mulai tidak boleh sesudah 30 November 2028", 0 },
	{ "it begins in 2099", "magang", "mulai", "2099-01-01",
	    "Tanggal mulai tidak boleh sesudah 30 November 2028", 0 },
	{ "a report is of the past", "laporan", "mulai", "2025-06-01", "", 0 },
	{ "...and not of tomorrow", "laporan", "mulai", "2026-12-01",
	    "Tanggal mulai tidak boleh sesudah hari ini", 0 },
	{ "without a choice the bound of all holds", NULL, "mulai",
	    "2020-01-01",
	    "Tanggal mulai tidak boleh sebelum 1 September 2026", 0 },
	/* Mended 20 days later: counted from its receipt. */
	{ "mended later, 90 days before the receipt", "magang", "mulai",
	    "2026-08-12", "?2026-11-10", 20 },
	{ "mended later, 91 days before the receipt", "magang", "mulai",
	    "2026-08-11",
	    "Tanggal mulai tidak boleh sebelum 12 Agustus 2026", 20 },
	{ "mended later, it began meanwhile", "magang", "mulai",
	    "2026-11-15", "", 20 },
	{ "mended later, with a new letter", "magang", "surat",
	    "2026-11-25", "", 20 },
};

static struct field_form *
check(struct office *o, const struct act_value *v, size_t n, int64_t received)
{
	int64_t now = calendar_instant(office_calendar(o), 2026, 11, 30, 9, 0,
	    0);
	const struct field_input in = { .value = v, .nvalue = n, .now = now,
	    .received = received != 0 ? now - received * DAY : 0 };
	struct field_form *form = NULL;

	if (field_form_check(o, &row, &in, &form) == CASE_DB)
		bail("no form");
	return form;
}

static void
judged(struct office *o, const struct dated *d)
{
	struct act_value v[2] = { { d->field, d->iso }, { "jenis", d->kind } };
	struct field_form *form = check(o, v, d->kind != NULL ? 2 : 1,
	    d->received);

	if (form->nasked > 0) {
		is_string(d->want + 1, form->asked[0].before, "%s: asked",
		    d->what);
		is_int('?', d->want[0], "...and that was meant");
		is_string(d->iso, form->asked[0].iso, "...with its day");
	} else
		is_string(d->want, form->nerror > 0 ? form->error[0].text : "",
		    "%s", d->what);
	if (form->nerror > 0)
		is_string("-hari", form->error[0].part, "...at the day");
	free(form);
}

/* The end against the beginning, which may be missing or wrong. */
static void
another_field(struct office *o)
{
	struct act_value v[2] = { { "mulai", "2026-12-10" },
		{ "selesai", "2026-12-09" } };
	struct field_form *form = check(o, v, 2, 0);

	is_string("Tanggal selesai tidak boleh sebelum tanggal mulai",
	    form->nerror == 1 ? form->error[0].text : "", "it ends earlier");
	free(form);
	v[1].value = "2026-12-10";
	form = check(o, v, 2, 0);
	is_int(0, form->nerror, "it ends on the day it begins");
	free(form);
	form = check(o, v + 1, 1, 0);
	is_int(0, form->nerror, "no beginning: nothing to compare");
	free(form);
	v[0].value = "32-13-2026";
	form = check(o, v, 2, 0);
	is_int(1, form->nerror, "a wrong beginning is one mistake");
	free(form);
}

/* The day is that of the office: 23.30 in UTC is tomorrow in WIB. */
static void
late_evening(struct office *o)
{
	struct act_value v = { "surat", "2026-12-01" };
	struct field_input in = { .value = &v, .nvalue = 1, .now =
	    calendar_instant(office_calendar(o), 2026, 12, 1, 6, 30, 0) };
	struct field_form *form = NULL;

	is_int(CASE_OK, field_form_check(o, &row, &in, &form),
	    "today by the clock of the office");
	free(form);
	in.now -= 7 * HOUR;
	is_int(CASE_INVALID, field_form_check(o, &row, &in, &form),
	    "...and not the evening before");
	free(form);
}

/* 29 February, two years on. */
static void
leap_day(struct office *o)
{
	static const struct sop_bound two = { .last = "hari-ini + 2 tahun" };
	const struct sop_field f = { .name = "kapan", .label = "Tanggal",
	    .type = FIELD_DATE, .bound = &two, .nbound = 1 };
	const struct sop_row one = { .field = &f, .nfield = 1 };
	const struct field_days days = { "2028-02-29", "2028-02-29" };
	struct field_error e;

	is_int(CASE_OK, field_date_check(&f, &one, "2030-02-28", NULL, 0,
	    &days, &e), "29 February and two years");
	is_int(CASE_INVALID, field_date_check(&f, &one, "2030-03-01", NULL, 0,
	    &days, &e), "...is no day of March");
	is_string("Tanggal tidak boleh sesudah 28 Februari 2030", e.text,
	    "...and is called by a day there is");
}

int
main(void)
{
	struct office *o = fixture_open(NULL);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		judged(o, &cases[i]);
	another_field(o);
	late_evening(o);
	leap_day(o);
	office_close(o);
	return tap_done();
}
